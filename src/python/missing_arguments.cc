#include "python/missing_arguments.h"

#include <fmt/format.h>

#include "python/script_error.h"

namespace limbeck::python {
namespace {

/// 'a', 'a' and 'b', 'a', 'b', and 'c'
std::string Listing(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? ", " : names.size() > 2 ? ", and " : " and ";
    text += "'" + names[i] + "'";
  }
  return text;
}

}  // namespace

void RaiseMissing(std::string_view function, std::string_view kind, const std::vector<std::string>& names) {
  RaiseTypeError(fmt::format("{} missing {} required {} argument{}: {}", function, names.size(), kind,
                             names.size() == 1 ? "" : "s", Listing(names)));
}

}  // namespace limbeck::python
