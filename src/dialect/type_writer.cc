#include "dialect/type_writer.h"

#include <algorithm>

#include "base/utf8.h"
#include "sql/errors.h"

namespace limbeck::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

enum class Parameters { kNone, kLength, kLengthAndCollation, kPrecisionAndScale };

struct TypeText {
  TypeKind kind;
  Parameters parameters = Parameters::kNone;
  /// Empty: the name of the Python class.
  std::string_view name = "";
};

constexpr TypeText kTypeTexts[] = {
    {TypeKind::kString, Parameters::kLengthAndCollation, "VARCHAR"},
    {TypeKind::kUnicode, Parameters::kLengthAndCollation, "VARCHAR"},
    {TypeKind::kVarchar, Parameters::kLengthAndCollation},
    {TypeKind::kEnum, Parameters::kLengthAndCollation, "VARCHAR"},
    {TypeKind::kNativeEnum, Parameters::kLengthAndCollation, "VARCHAR"},
    {TypeKind::kText, Parameters::kLengthAndCollation, "TEXT"},
    {TypeKind::kUnicodeText, Parameters::kLengthAndCollation, "TEXT"},
    {TypeKind::kSqlText, Parameters::kLengthAndCollation},
    {TypeKind::kNvarchar, Parameters::kLengthAndCollation},
    {TypeKind::kChar, Parameters::kLengthAndCollation},
    {TypeKind::kNchar, Parameters::kLengthAndCollation},
    {TypeKind::kInteger, Parameters::kNone, "INTEGER"},
    {TypeKind::kSqlInteger},
    {TypeKind::kSmallInteger, Parameters::kNone, "SMALLINT"},
    {TypeKind::kSmallint},
    {TypeKind::kBigInteger, Parameters::kNone, "BIGINT"},
    {TypeKind::kBigint},
    {TypeKind::kNumeric, Parameters::kPrecisionAndScale, "NUMERIC"},
    {TypeKind::kSqlNumeric, Parameters::kPrecisionAndScale},
    {TypeKind::kDecimal, Parameters::kPrecisionAndScale},
    {TypeKind::kFloat, Parameters::kNone, "FLOAT"},
    {TypeKind::kSqlFloat},
    {TypeKind::kDouble, Parameters::kNone, "DOUBLE"},
    {TypeKind::kSqlDouble},
    {TypeKind::kDoublePrecision, Parameters::kNone, "DOUBLE PRECISION"},
    {TypeKind::kReal},
    {TypeKind::kDateTime, Parameters::kNone, "DATETIME"},
    {TypeKind::kInterval, Parameters::kNone, "DATETIME"},
    {TypeKind::kSqlDateTime},
    {TypeKind::kTimestamp},
    {TypeKind::kDate, Parameters::kNone, "DATE"},
    {TypeKind::kSqlDate},
    {TypeKind::kTime, Parameters::kNone, "TIME"},
    {TypeKind::kSqlTime},
    {TypeKind::kLargeBinary, Parameters::kNone, "BLOB"},
    {TypeKind::kPickle, Parameters::kNone, "BLOB"},
    {TypeKind::kBlob},
    {TypeKind::kBinary, Parameters::kLength},
    {TypeKind::kVarbinary, Parameters::kLength},
    {TypeKind::kClob},
    {TypeKind::kBoolean, Parameters::kNone, "BOOLEAN"},
    {TypeKind::kSqlBoolean},
    {TypeKind::kUuid, Parameters::kNone, "CHAR(32)"},
    {TypeKind::kSqlUuid},
    {TypeKind::kJson},
};

const TypeText* FindText(TypeKind kind) {
  const auto* found =
      std::find_if(std::begin(kTypeTexts), std::end(kTypeTexts), [&](const TypeText& row) { return row.kind == kind; });
  return found == std::end(kTypeTexts) ? nullptr : found;
}

// "(10)", or nothing; SQLAlchemy takes 0 for nothing, too.
std::string Length(std::optional<int> length) {
  return length.value_or(0) != 0 ? "(" + std::to_string(*length) + ")" : "";
}

}  // namespace

std::optional<int> EnumLength(const Type& type) {
  if (type.length || !type.enumeration) return type.length;
  size_t longest = 0;
  for (const std::string& value : type.enumeration->values) longest = std::max(longest, Utf8Count(value));
  return static_cast<int>(longest);
}

std::string TypeWriter::Text(const Type& type) const {
  return type.variants ? Text(sql::ForDialect(type, dialect_)) : PlainText(type);
}

std::string TypeWriter::WithCollation(std::string name, const Type& type) {
  name += Length(sql::IsEnum(type) ? EnumLength(type) : type.length);
  if (!type.collation.empty()) name += " COLLATE \"" + type.collation + "\"";
  return name;
}

std::string TypeWriter::PrecisionAndScale(const Type& type) {
  if (!type.precision) return "";
  std::string text = "(" + std::to_string(*type.precision);
  if (type.scale) text += ", " + std::to_string(*type.scale);
  return text + ")";
}

void TypeWriter::Refuse(const Type& type) const {
  std::string message = subject_ + "Compiler <sqlalchemy." + std::string(CompilerName()) +
                        " object> can't render element of type " +
                        std::string(type.kind == TypeKind::kForeign ? ClassName(type) : sql::ClassName(type.kind));
  if (!subject_.empty()) throw sql::CompileError(message);
  throw sql::UnsupportedCompilationError(message);
}

std::string TypeWriter::GenericText(const Type& type) {
  if (type.is_null()) return "NULL";
  const TypeText* row = FindText(type.kind);
  std::string name(!row || row->name.empty() ? sql::ClassName(type.kind) : row->name);
  switch (row ? row->parameters : Parameters::kNone) {
    case Parameters::kNone:
      return name;
    case Parameters::kLength:
      return name + Length(type.length);
    case Parameters::kLengthAndCollation:
      return WithCollation(name, type);
    case Parameters::kPrecisionAndScale:
      return name + PrecisionAndScale(type);
  }
  return name;
}

std::string TypeWriter::PlainText(const Type& type) const {
  if (type.is_null()) {
    throw sql::CompileError(subject_ +
                            "Can't generate DDL for NullType(); did you forget to specify a type on this Column?");
  }
  if (type.kind == TypeKind::kRaw) return type.ddl;
  if (!FindText(type.kind)) Refuse(type);
  return GenericText(type);
}

}  // namespace limbeck::dialect
