#include "dialect/statement.h"

#include "base/text.h"

namespace limbeck::dialect {

std::string OfflineText(const Statement& statement) {
  return std::string(Trim(ReplaceAll(statement.text, "\t", "    "))) + ";";
}

}  // namespace limbeck::dialect
