#include "compare/further_kinds.h"

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::compare {

void FurtherKinds::Add(const std::string& word) {
  static const std::vector<std::string> kWords = {"enums", "checks", "primary_keys", "sequences", "all"};
  const bool all = word == "all";
  bool* const flags[] = {&enums, &checks, &primary_keys, &sequences};
  bool is_known = all;
  for (size_t i = 0; i < std::size(flags); ++i) {
    if (!all && word != kWords[i]) continue;
    *flags[i] = true;
    is_known = true;
  }
  if (is_known) return;
  const std::string nearest = DidYouMean(word, kWords);
  throw Error(ErrorKind::kCommand, "Can't compare " + PythonRepr(word) + ": there are " + Join(kWords, ", "))
      .Hint(nearest.empty() ? "" : "did you mean " + PythonRepr(nearest) + "?");
}

}  // namespace limbeck::compare
