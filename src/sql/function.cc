#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sql/operators.h"

namespace limbeck::sql {
namespace {

// SQLAlchemy's generic functions. They are found in any case of letters and written in lower case.
struct GenericFunction {
  std::string_view name;
  TypeKind type;
  bool type_from_arguments = false;
};

constexpr GenericFunction kGenericFunctions[] = {
    {"aggregate_strings", TypeKind::kString},
    {"array_agg", TypeKind::kArray},
    {"char_length", TypeKind::kInteger},
    {"coalesce", TypeKind::kNull, true},
    {"concat", TypeKind::kString},
    {"count", TypeKind::kInteger},
    {"cube", TypeKind::kNull},
    {"cume_dist", TypeKind::kNumeric},
    {"current_date", TypeKind::kDate},
    {"current_time", TypeKind::kTime},
    {"current_timestamp", TypeKind::kDateTime},
    {"current_user", TypeKind::kString},
    {"dense_rank", TypeKind::kInteger},
    {"grouping_sets", TypeKind::kNull},
    {"localtime", TypeKind::kDateTime},
    {"localtimestamp", TypeKind::kDateTime},
    {"max", TypeKind::kNull, true},
    {"min", TypeKind::kNull, true},
    {"mode", TypeKind::kNull},
    {"next_value", TypeKind::kInteger},
    {"now", TypeKind::kDateTime},
    {"percent_rank", TypeKind::kNumeric},
    {"percentile_cont", TypeKind::kNull},
    {"percentile_disc", TypeKind::kNull},
    {"random", TypeKind::kNull},
    {"rank", TypeKind::kInteger},
    {"rollup", TypeKind::kNull},
    {"session_user", TypeKind::kString},
    {"sum", TypeKind::kNull, true},
    {"sysdate", TypeKind::kDateTime},
    {"user", TypeKind::kString},
};

const GenericFunction* FindGeneric(const std::string& lower_name) {
  const auto* found = std::find_if(std::begin(kGenericFunctions), std::end(kGenericFunctions),
                                   [&](const GenericFunction& row) { return row.name == lower_name; });
  return found == std::end(kGenericFunctions) ? nullptr : found;
}

Type FirstType(const std::vector<Expression>& arguments) {
  for (const Expression& argument : arguments) {
    Type type = TypeOf(argument);
    if (!type.is_null()) return type;
  }
  return {};
}

Type GenericType(const GenericFunction& generic, const std::vector<Expression>& arguments) {
  if (generic.type_from_arguments) return FirstType(arguments);
  Type type(generic.type);
  if (type.kind == TypeKind::kArray) type.item_type = FirstType(arguments);
  return type;
}

}  // namespace

Expression Call(std::string name, std::vector<Expression> arguments, Type type) {
  std::string lower_name = ToLower(name);
  if (const GenericFunction* generic = FindGeneric(lower_name)) {
    if (lower_name == "count" && arguments.empty()) arguments.push_back(LiteralColumn{.sql = "*"});
    if (type.is_null()) type = GenericType(*generic, arguments);
    name = std::move(lower_name);
  }
  for (Expression& argument : arguments) argument = SelfGroup(argument, Operator::kComma);
  return Function{.path = {Name(std::move(name))}, .arguments = std::move(arguments), .type = std::move(type)};
}

}  // namespace limbeck::sql
