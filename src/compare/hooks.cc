#include "compare/hooks.h"

namespace limbeck::compare {

const char* NameOf(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::kSchema:
      return "schema";
    case ObjectKind::kTable:
      return "table";
    case ObjectKind::kColumn:
      return "column";
    case ObjectKind::kIndex:
      return "index";
    case ObjectKind::kUnique:
      return "unique_constraint";
    case ObjectKind::kForeignKey:
      return "foreign_key_constraint";
    case ObjectKind::kCheck:
      return "check_constraint";
  }
  return "";
}

}  // namespace limbeck::compare
