#include "dialect/sqlite/expressions.h"

#include <algorithm>
#include <utility>

#include "sql/errors.h"
#include "sql/operators.h"
#include "sql/statement.h"
#include "sql/value_text.h"

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

// A step of json_extract's path: ."key" or [5].
std::string PathStep(const sql::Value& step) {
  const auto* key = step.As<std::string>();
  return key ? ".\"" + *key + "\"" : "[" + sql::ReprOf(step) + "]";
}

}  // namespace

std::string SqliteExpressions::EmptySet(const sql::Type&, Operator) const {
  return "SELECT 1 FROM (SELECT 1) WHERE 1!=1";
}

sql::Value SqliteExpressions::JsonItemText(const sql::Value& item) const {
  const auto* path = item.As<sql::ValueList>();
  if (!path) return "$" + PathStep(item);
  std::string text = "$";
  for (const sql::Value& step : path->items) text += PathStep(step);
  return text;
}

std::string SqliteExpressions::WriteJsonItem(const sql::Binary& binary) {
  std::string left = Write(binary.left);
  std::string text = "JSON_EXTRACT(" + left + ", " + Write(binary.right) + ")";
  return sql::AffinityOf(binary.type) == sql::TypeAffinity::kJson ? "JSON_QUOTE(" + text + ")" : text;
}

// There is no XOR: what is in either, less what is in both.
std::string SqliteExpressions::WriteExclusiveOr(const sql::Binary& binary) {
  std::string either = Infix(binary, " | ", /*eager_grouping=*/true);
  return "(" + either + " - " + Infix(binary, " & ", /*eager_grouping=*/true) + ")";
}

std::string SqliteExpressions::LimitText(const std::optional<sql::Expression>& limit,
                                         const std::optional<sql::Expression>& offset) {
  std::string text = "\n LIMIT " + Write(limit ? *limit : sql::Literal(-1));
  return text + " OFFSET " + Write(offset ? *offset : sql::Literal(0));
}

bool SqliteExpressions::ReturnsNewKeys(const sql::Insert& insert) const {
  return !insert.new_keys.empty() && !insert.counts_rows && !insert.on_conflict;
}

std::string SqliteExpressions::DeleteUsing(const std::string&) const {
  throw sql::NotImplementedError("This backend does not support multiple-table criteria within DELETE");
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
