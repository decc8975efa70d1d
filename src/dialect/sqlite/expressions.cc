#include "dialect/sqlite/expressions.h"

#include <algorithm>
#include <utility>

#include "sql/errors.h"

namespace limbeck::dialect::sqlite {
namespace {

using sql::Operator;

// What EXTRACT(field ...) asks strftime for.
constexpr std::pair<std::string_view, std::string_view> kExtractFormats[] = {
    {"day", "%d"},    {"dow", "%w"},   {"doy", "%j"},    {"epoch", "%s"}, {"hour", "%H"},
    {"minute", "%M"}, {"month", "%m"}, {"second", "%S"}, {"week", "%W"},  {"year", "%Y"},
};

bool IsCall(const sql::Function& function, std::string_view name) {
  return function.path.size() == 1 && function.path[0].text == name;
}

// json_extract's path of an item: $."key" or $[5].
sql::Expression ItemPath(const sql::Expression& item) {
  const auto* bind = item.As<sql::BindParameter>();
  if (!bind) return item;
  sql::BindParameter path = *bind;
  path.type = sql::types::String();
  if (const auto* index = bind->value.As<int64_t>()) path.value = "$[" + std::to_string(*index) + "]";
  if (const auto* key = bind->value.As<std::string>()) path.value = "$.\"" + *key + "\"";
  return path;
}

}  // namespace

std::string SqliteExpressions::EmptySet(const sql::Type&, Operator) const {
  return "SELECT 1 FROM (SELECT 1) WHERE 1!=1";
}

std::string SqliteExpressions::WriteJsonItem(const sql::Binary& binary) {
  std::string left = Write(binary.left);
  std::string text = "JSON_EXTRACT(" + left + ", " + Write(ItemPath(binary.right)) + ")";
  return sql::AffinityOf(binary.type) == sql::TypeAffinity::kJson ? "JSON_QUOTE(" + text + ")" : text;
}

// There is no XOR: what is in either, less what is in both.
std::string SqliteExpressions::WriteExclusiveOr(const sql::Binary& binary) {
  std::string either = Infix(binary, " | ", /*eager_grouping=*/true);
  return "(" + either + " - " + Infix(binary, " & ", /*eager_grouping=*/true) + ")";
}

std::string SqliteExpressions::WriteBinary(const sql::Binary& binary) {
  switch (binary.op) {
    case Operator::kIsDistinctFrom:
      return Infix(binary, " IS NOT ");
    case Operator::kIsNotDistinctFrom:
      return Infix(binary, " IS ");
    case Operator::kRegexpMatch:
      return Infix(binary, " REGEXP ");
    case Operator::kNotRegexpMatch:
      return Infix(binary, " NOT REGEXP ");
    case Operator::kRegexpReplace:
      throw sql::CompileError("sqlite dialect does not support regular expression replacements");
    case Operator::kBitwiseXor:
      return WriteExclusiveOr(binary);
    case Operator::kJsonGetItem:
    case Operator::kJsonPathGetItem:
      return WriteJsonItem(binary);
    default:
      return ExpressionWriter::WriteBinary(binary);
  }
}

std::string SqliteExpressions::WriteDivision(const sql::Binary& binary) {
  std::string left = Write(binary.left);
  return left + " / (" + Write(binary.right) + " + 0.0)";
}

std::string SqliteExpressions::WriteFunction(const sql::Function& function) {
  if (IsCall(function, "now")) return "CURRENT_TIMESTAMP";
  if (IsCall(function, "localtimestamp")) return "DATETIME(CURRENT_TIMESTAMP, 'localtime')";
  if (IsCall(function, "char_length")) return "length" + Arguments(function);
  if (IsCall(function, "aggregate_strings")) return "group_concat" + Arguments(function);
  return ExpressionWriter::WriteFunction(function);
}

std::string SqliteExpressions::WriteExtract(const sql::Extract& extract) {
  const auto* found = std::find_if(std::begin(kExtractFormats), std::end(kExtractFormats),
                                   [&](const auto& row) { return row.first == extract.field; });
  if (found == std::end(kExtractFormats)) {
    throw sql::CompileError(extract.field + " is not a valid extract argument.");
  }
  return "CAST(STRFTIME('" + std::string(found->second) + "', " + Write(extract.operand) + ") AS INTEGER)";
}

}  // namespace limbeck::dialect::sqlite
