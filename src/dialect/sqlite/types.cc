#include "dialect/sqlite/types.h"

namespace limbeck::dialect::sqlite {

std::string SqliteTypes::PlainText(const sql::Type& type) const {
  std::string text = TypeWriter::PlainText(type);
  return type.numeric_storage ? text + "_CHAR" : text;
}

}  // namespace limbeck::dialect::sqlite
