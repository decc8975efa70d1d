#include "compare/rename_request.h"

#include "limbeck/error.h"

namespace limbeck::compare {

std::optional<RenameRequest> RenameRequest::Parse(const std::string& text) {
  const size_t colon = text.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) return std::nullopt;
  return RenameRequest{text, text.substr(0, colon), text.substr(colon + 1)};
}

void RenameRequest::Refuse(const std::string& why) const {
  throw Error(ErrorKind::kCommand, "Can't rename " + text + ": " + why);
}

}  // namespace limbeck::compare
