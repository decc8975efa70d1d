#include "sql/from.h"

#include <algorithm>

#include "sql/statement.h"

namespace limbeck::sql {
namespace {

void AddParts(const From& from, std::vector<From>& parts) {
  parts.push_back(from);
  const auto* join = from->As<JoinFrom>();
  if (join == nullptr) return;
  AddParts(join->left, parts);
  AddParts(join->right, parts);
}

}  // namespace

bool IsSame(const From& one, const From& other) {
  if (one == other) return true;
  const auto* table = one ? one->As<TableFrom>() : nullptr;
  const auto* second = other ? other->As<TableFrom>() : nullptr;
  return table != nullptr && second != nullptr && table->name == second->name && table->schema == second->schema;
}

bool Contains(const std::vector<From>& froms, const From& wanted) {
  return std::any_of(froms.begin(), froms.end(), [&](const From& from) { return IsSame(from, wanted); });
}

From FromOf(const ColumnReference& column) {
  if (column.from) return column.from;
  if (column.table.empty()) return nullptr;
  return MakeFrom(TableFrom{column.table, column.schema});
}

std::vector<From> FromsOf(const Expression& expression) {
  std::vector<From> froms;
  Walk(expression, [&](const Expression& part) {
    const auto* column = part.As<ColumnReference>();
    From from = column == nullptr ? nullptr : FromOf(*column);
    if (from && !Contains(froms, from)) froms.push_back(std::move(from));
  });
  return froms;
}

std::vector<From> PartsOf(const From& from) {
  std::vector<From> parts;
  AddParts(from, parts);
  return parts;
}

}  // namespace limbeck::sql
