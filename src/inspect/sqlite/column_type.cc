#include "inspect/sqlite/column_type.h"

#include <cctype>
#include <map>
#include <vector>

#include "base/text.h"

namespace limbeck::inspect::sqlite {
namespace {

using sql::Type;
using sql::TypeKind;

/// What the type's class does with the numbers in parentheses.
enum class Arguments { kNone, kLength, kNumeric, kFloat, kTimezone, kIgnored };

struct KnownType {
  TypeKind kind;
  Arguments arguments;
  sql::TypePackage package = sql::TypePackage::kSqlalchemy;
};

const std::map<std::string_view, KnownType>& KnownTypes() {
  static const std::map<std::string_view, KnownType> kTypes = {
      {"BIGINT", {TypeKind::kBigint, Arguments::kNone}},
      {"BLOB", {TypeKind::kBlob, Arguments::kLength}},
      {"BOOL", {TypeKind::kSqlBoolean, Arguments::kIgnored}},
      {"BOOLEAN", {TypeKind::kSqlBoolean, Arguments::kIgnored}},
      {"CHAR", {TypeKind::kChar, Arguments::kLength}},
      {"DATE", {TypeKind::kSqlDate, Arguments::kNone}},
      {"DATE_CHAR", {TypeKind::kSqlDate, Arguments::kNone}},
      {"DATETIME", {TypeKind::kSqlDateTime, Arguments::kTimezone}},
      {"DATETIME_CHAR", {TypeKind::kSqlDateTime, Arguments::kTimezone}},
      {"DOUBLE", {TypeKind::kSqlDouble, Arguments::kFloat}},
      {"DECIMAL", {TypeKind::kDecimal, Arguments::kNumeric}},
      {"FLOAT", {TypeKind::kSqlFloat, Arguments::kFloat}},
      {"INT", {TypeKind::kSqlInteger, Arguments::kNone}},
      {"INTEGER", {TypeKind::kSqlInteger, Arguments::kNone}},
      {"JSON", {TypeKind::kJson, Arguments::kIgnored, sql::TypePackage::kSqlite}},
      {"NUMERIC", {TypeKind::kSqlNumeric, Arguments::kNumeric}},
      {"REAL", {TypeKind::kReal, Arguments::kFloat}},
      {"SMALLINT", {TypeKind::kSmallint, Arguments::kNone}},
      {"TEXT", {TypeKind::kSqlText, Arguments::kLength}},
      {"TIME", {TypeKind::kSqlTime, Arguments::kTimezone}},
      {"TIME_CHAR", {TypeKind::kSqlTime, Arguments::kTimezone}},
      {"TIMESTAMP", {TypeKind::kTimestamp, Arguments::kTimezone}},
      {"VARCHAR", {TypeKind::kVarchar, Arguments::kLength}},
      {"NVARCHAR", {TypeKind::kNvarchar, Arguments::kLength}},
      {"NCHAR", {TypeKind::kNchar, Arguments::kLength}},
  };
  return kTypes;
}

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

KnownType ByAffinity(std::string_view name) {
  if (Contains(name, "INT")) return {TypeKind::kSqlInteger, Arguments::kNone};
  if (Contains(name, "CHAR") || Contains(name, "CLOB") || Contains(name, "TEXT")) {
    return {TypeKind::kSqlText, Arguments::kLength};
  }
  if (Contains(name, "BLOB") || name.empty()) return {TypeKind::kNull, Arguments::kNone};
  if (Contains(name, "REAL") || Contains(name, "FLOA") || Contains(name, "DOUB")) {
    return {TypeKind::kReal, Arguments::kFloat};
  }
  return {TypeKind::kSqlNumeric, Arguments::kNumeric};
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == ' ';
}

std::vector<std::string> Numbers(std::string_view text) {
  std::vector<std::string> numbers;
  bool inside = false;
  for (const char c : text) {
    const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
    if (digit && !inside) numbers.emplace_back();
    if (digit) numbers.back() += c;
    inside = digit;
  }
  return numbers;
}

int ToInt(const std::string& digits) {
  return digits.size() > 9 ? 999999999 : std::stoi(digits);
}

/// False when the class does not take so many.
bool SetArguments(Arguments rule, const std::vector<std::string>& numbers, Type& type) {
  if (numbers.empty()) return true;
  switch (rule) {
    case Arguments::kNone:
      return false;
    case Arguments::kIgnored:
      return true;
    case Arguments::kTimezone:
      type.timezone = ToInt(numbers[0]) != 0;
      return numbers.size() == 1;
    case Arguments::kLength:
      type.length = ToInt(numbers[0]);
      return numbers.size() == 1;
    case Arguments::kFloat:
      type.precision = ToInt(numbers[0]);
      if (numbers.size() > 1) type.asdecimal = ToInt(numbers[1]) != 0;
      return numbers.size() <= 3;
    case Arguments::kNumeric:
      type.precision = ToInt(numbers[0]);
      if (numbers.size() > 1) type.scale = ToInt(numbers[1]);
      return numbers.size() <= 4;
  }
  return true;
}

/// "['11']"
std::string ReprOf(const std::vector<std::string>& numbers) {
  std::vector<std::string> quoted;
  for (const std::string& number : numbers) quoted.push_back(PythonRepr(number));
  return "[" + Join(quoted, ", ") + "]";
}

std::string ClassText(const KnownType& known) {
  const std::string module =
      known.package == sql::TypePackage::kSqlite ? "sqlalchemy.dialects.sqlite.json" : "sqlalchemy.sql.sqltypes";
  return "<class '" + module + "." + std::string(sql::ClassName(known.kind)) + "'>";
}

}  // namespace

NamedType ReadColumnType(std::string_view declared) {
  const std::string upper = ToUpper(declared);
  size_t end = 0;
  while (end < upper.size() && IsWordByte(upper[end])) ++end;
  const std::string name = upper.substr(0, end);
  std::string_view arguments;
  if (end > 0 && end < upper.size() && upper[end] == '(') {
    const size_t close = upper.find(')', end);
    if (close != std::string::npos) arguments = std::string_view(upper).substr(end, close - end);
  }
  const auto found = KnownTypes().find(name);
  const KnownType known = found == KnownTypes().end() ? ByAffinity(name) : found->second;
  NamedType result{Type(known.kind, known.package), ""};
  const std::vector<std::string> numbers = Numbers(arguments);
  if (!SetArguments(known.arguments, numbers, result.type)) {
    result.type = Type(known.kind, known.package);
    result.warning = "Could not instantiate type " + ClassText(known) + " with reflected arguments " + ReprOf(numbers) +
                     "; using no arguments.";
  }
  return result;
}

}  // namespace limbeck::inspect::sqlite
