#include "dialect/postgresql/expressions.h"

#include <vector>

#include "base/text.h"
#include "dialect/query_writer.h"
#include "sql/operators.h"
#include "sql/value_text.h"

namespace limbeck::dialect::postgresql {

using sql::Operator;

std::string PostgresqlExpressions::EmptySet(const sql::Type&, Operator op) const {
  return op == Operator::kNotIn ? "NULL) OR (1 = 1" : "NULL) AND (1 != 1";
}

// What psycopg2 could not tell from a text: documents, arrays, ranges and UUIDs.
std::string PostgresqlExpressions::ParameterCast(const sql::Type& given) const {
  const sql::Type type = sql::ForDialect(given, DialectName());
  const bool is_range = type.kind >= sql::TypeKind::kInt4Range && type.kind <= sql::TypeKind::kTstzMultirange;
  const sql::TypeAffinity affinity = sql::AffinityOf(type);
  const bool is_uuid = affinity == sql::TypeAffinity::kUuid && type.native;
  const bool is_told =
      is_range || is_uuid || affinity == sql::TypeAffinity::kJson || affinity == sql::TypeAffinity::kArray;
  return is_told ? "::" + types().Text(type) : "";
}

// A path is an array: {a, 0, b}.
sql::Value PostgresqlExpressions::JsonItemText(const sql::Value& item) const {
  const auto* path = item.As<sql::ValueList>();
  if (!path) return item;
  std::vector<std::string> steps;
  for (const sql::Value& step : path->items) {
    const auto* key = step.As<std::string>();
    steps.push_back(key ? *key : sql::ReprOf(step));
  }
  return "{" + Join(steps, ", ") + "}";
}

std::string PostgresqlExpressions::WriteMatch(const sql::Binary& binary) {
  std::string left = Write(binary.left);
  return left + " @@ plainto_tsquery(" + Write(binary.right) + ")";
}

std::string PostgresqlExpressions::WriteRegexp(const sql::Binary& binary, std::string_view op) {
  std::string base = " " + std::string(op);
  if (!binary.flags) return Infix(binary, base + " ");
  if (*binary.flags == "i") return Infix(binary, base + "* ");
  std::string left = Write(binary.left);
  return left + base + " CONCAT('(?', " + literals().Quoted(*binary.flags) + ", ')', " + Write(binary.right) + ")";
}

std::string PostgresqlExpressions::WriteRegexpReplace(const sql::Binary& binary) {
  std::string left = Write(binary.left);
  std::string text = "REGEXP_REPLACE(" + left + ", " + Write(binary.right);
  if (binary.flags) text += ", " + literals().Quoted(*binary.flags);
  return text + ")";
}

// An item that is no JSON is read as text and cast.
std::string PostgresqlExpressions::WriteJsonItem(const sql::Binary& binary, std::string_view op,
                                                 std::string_view op_for_text) {
  if (sql::AffinityOf(binary.type) != sql::TypeAffinity::kJson) {
    return "CAST(" + Infix(binary, op_for_text, /*eager_grouping=*/true) + " AS " + types().Text(binary.type) + ")";
  }
  bool subscript = binary.op == Operator::kJsonGetItem && sql::TypeOf(binary.left).kind == sql::TypeKind::kJsonb;
  if (!subscript) return Infix(binary, op, /*eager_grouping=*/true);
  std::string left = Write(binary.left);
  return left + "[" + Write(binary.right) + "]";
}

std::string PostgresqlExpressions::LimitText(const std::optional<sql::Expression>& limit,
                                             const std::optional<sql::Expression>& offset) {
  std::string text;
  if (limit) text = " \n LIMIT " + Write(*limit);
  if (!offset) return text;
  if (!limit) text = "\n LIMIT ALL";
  return text + " OFFSET " + Write(*offset);
}

std::string PostgresqlExpressions::LockText(const sql::RowLock& lock) {
  std::string text = lock.read ? (lock.key_share ? " FOR KEY SHARE" : " FOR SHARE")
                               : (lock.key_share ? " FOR NO KEY UPDATE" : " FOR UPDATE");
  std::vector<std::string> tables;
  for (const sql::From& from : lock.of) {
    const auto* table = from->As<sql::TableFrom>();
    tables.push_back(table ? identifiers().Quote(table->name) : queries().NameOf(from));
  }
  if (!tables.empty()) text += " OF " + Join(tables, ", ");
  if (lock.nowait) text += " NOWAIT";
  return lock.skip_locked ? text + " SKIP LOCKED" : text;
}

std::string PostgresqlExpressions::WriteBinary(const sql::Binary& binary) {
  switch (binary.op) {
    case Operator::kMatch:
      return WriteMatch(binary);
    case Operator::kNotMatch:
      return "NOT " + WriteMatch(binary);
    case Operator::kRegexpMatch:
      return WriteRegexp(binary, "~");
    case Operator::kNotRegexpMatch:
      return WriteRegexp(binary, "!~");
    case Operator::kRegexpReplace:
      return WriteRegexpReplace(binary);
    case Operator::kBitwiseXor:
      return Infix(binary, " # ");
    case Operator::kGetItem: {
      std::string left = Write(binary.left);
      return left + "[" + Write(binary.right) + "]";
    }
    case Operator::kJsonGetItem:
      return WriteJsonItem(binary, " -> ", " ->> ");
    case Operator::kJsonPathGetItem:
      return WriteJsonItem(binary, " #> ", " #>> ");
    default:
      return ExpressionWriter::WriteBinary(binary);
  }
}

std::string PostgresqlExpressions::WriteFunction(const sql::Function& function) {
  const std::string& name = function.path.back().text;
  if (name == "substring" && function.path.size() == 1 && function.arguments.size() >= 2) {
    std::string text = "SUBSTRING(" + Write(function.arguments[0]) + " FROM " + Write(function.arguments[1]);
    if (function.arguments.size() > 2) text += " FOR " + Write(function.arguments[2]);
    return text + ")";
  }
  if (name == "aggregate_strings") return "string_agg" + Arguments(function);
  return ExpressionWriter::WriteFunction(function);
}

std::string PostgresqlExpressions::WriteNextValue(const sql::NextValue& next) {
  return "nextval('" + identifiers().Table(next.sequence, next.schema) + "')";
}

std::string PostgresqlExpressions::WriteArray(const sql::ArrayLiteral& array) {
  bool typed = array.type.item_type && !array.type.item_type->is_null();
  if (array.items.empty() && typed) return "ARRAY[]::" + types().Text(array.type);
  return "ARRAY[" + List(array.items, ", ") + "]";
}

}  // namespace limbeck::dialect::postgresql
