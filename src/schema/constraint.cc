#include "schema/constraint.h"

#include "base/text.h"

namespace limbeck::schema {

const ConstraintName& NameOf(const Constraint& constraint) {
  return std::visit([](const auto& part) -> const ConstraintName& { return part.name; }, constraint);
}

ConstraintName& NameOf(Constraint& constraint) {
  return std::visit([](auto& part) -> ConstraintName& { return part.name; }, constraint);
}

ColumnSpec ParseColumnSpec(const std::string& text) {
  std::vector<std::string> parts = Split(text, '.');
  if (parts.size() == 1) return {.table = parts[0]};
  ColumnSpec spec;
  spec.column = parts.back();
  parts.pop_back();
  spec.table = parts.back();
  parts.pop_back();
  if (!parts.empty()) spec.schema = Join(parts, ".");
  return spec;
}

}  // namespace limbeck::schema
