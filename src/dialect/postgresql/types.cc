#include "dialect/postgresql/types.h"

#include <algorithm>
#include <optional>

#include "sql/errors.h"

namespace limbeck::dialect::postgresql {
namespace {

using sql::Type;
using sql::TypeKind;

std::string InParentheses(std::optional<int> number) {
  return number ? "(" + std::to_string(*number) + ")" : "";
}

std::string WithTimeZone(std::string name, const Type& type) {
  return name + InParentheses(type.precision) + (type.timezone ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
}

std::string Float(const Type& type) {
  return type.precision.value_or(0) != 0 ? "FLOAT" + InParentheses(type.precision) : "FLOAT";
}

std::string Interval(const Type& type) {
  std::string text = "INTERVAL";
  if (!type.fields.empty()) text += " " + type.fields;
  return type.precision ? text + " " + InParentheses(type.precision) : text;
}

// sa.Interval: PostgreSQL has intervals, unless the script does not want them.
std::string GenericInterval(const Type& type) {
  if (!type.native) return "TIMESTAMP WITHOUT TIME ZONE";
  Type native(TypeKind::kSqlInterval);
  native.precision = type.second_precision;
  return Interval(native);
}

std::string Bit(const Type& type) {
  if (type.varying) return "BIT VARYING" + InParentheses(type.length);
  return "BIT(" + std::to_string(type.length.value_or(1)) + ")";
}

// Types of PostgreSQL's own that are written as their Python class is called.
bool IsCalledAsItsClass(TypeKind kind) {
  return kind >= TypeKind::kBytea && kind <= TypeKind::kTstzMultirange && kind != TypeKind::kNativeEnum &&
         kind != TypeKind::kDomain;
}

}  // namespace

std::string PostgresqlTypes::NamedType(const Type& type) const {
  const sql::Name* name = nullptr;
  std::optional<sql::Name> schema;
  if (type.domain) {
    name = &type.domain->name;
    schema = type.domain->schema;
  } else if (type.enumeration && type.enumeration->name) {
    name = &*type.enumeration->name;
    schema = type.enumeration->schema;
  }
  if (!name || name->empty()) {
    throw sql::CompileError(subject() + "PostgreSQL " + std::string(ClassName(type)) + " type requires a name.");
  }
  return identifiers().Table(*name, schema);
}

// COLLATE stands behind the brackets.
std::string PostgresqlTypes::Array(const Type& type) const {
  if (!type.item_type) Refuse(type);
  std::string item = Text(*type.item_type);
  std::string brackets;
  for (int i = 0; i < type.dimensions.value_or(1); ++i) brackets += "[]";
  size_t collation = std::min(item.find(" COLLATE"), item.size());
  return item.insert(collation, brackets);
}

std::string PostgresqlTypes::PlainText(const Type& type) const {
  switch (type.kind) {
    case TypeKind::kFloat:
    case TypeKind::kSqlFloat:
      return Float(type);
    case TypeKind::kDouble:
      return "DOUBLE PRECISION";
    case TypeKind::kDateTime:
    case TypeKind::kTimestamp:
      return WithTimeZone("TIMESTAMP", type);
    case TypeKind::kTime:
    case TypeKind::kSqlTime:
      return WithTimeZone("TIME", type);
    case TypeKind::kInterval:
      return GenericInterval(type);
    case TypeKind::kSqlInterval:
      return Interval(type);
    case TypeKind::kBit:
      return Bit(type);
    case TypeKind::kLargeBinary:
    case TypeKind::kPickle:
      return "BYTEA";
    case TypeKind::kUuid:
      return type.native ? "UUID" : "CHAR(32)";
    case TypeKind::kEnum:
    case TypeKind::kNativeEnum:
      return type.enumeration && !type.enumeration->native ? TypeWriter::PlainText(type) : NamedType(type);
    case TypeKind::kDomain:
      return NamedType(type);
    case TypeKind::kArray:
      return Array(type);
    default:
      return IsCalledAsItsClass(type.kind) ? std::string(sql::ClassName(type.kind)) : TypeWriter::PlainText(type);
  }
}

}  // namespace limbeck::dialect::postgresql
