#include "limbeck/types.h"

#include <utility>

#include "sql/type.h"

namespace limbeck {

Type::Type(sql::Type type) : value_(std::make_shared<const sql::Type>(std::move(type))) {}

Type Type::On(const std::string& dialect, const Type& other) const {
  sql::Type type = value();
  std::vector<sql::TypeVariant> variants = type.variants ? *type.variants : std::vector<sql::TypeVariant>{};
  variants.push_back({dialect, other.value()});
  type.variants = std::move(variants);
  return Type(std::move(type));
}

namespace types {
namespace {

Type Zoned(sql::TypeKind kind, bool timezone) {
  sql::Type type(kind);
  type.timezone = timezone;
  return Type(std::move(type));
}

}  // namespace

Type String(std::optional<int> length) {
  return Type(sql::types::String(length));
}
Type Text() {
  return Type(sql::types::Text());
}
Type Integer() {
  return Type(sql::types::Integer());
}
Type BigInteger() {
  return Type(sql::types::BigInteger());
}
Type SmallInteger() {
  return Type(sql::types::SmallInteger());
}
Type Numeric(std::optional<int> precision, std::optional<int> scale) {
  return Type(sql::types::Numeric(precision, scale));
}
Type Float() {
  return Type(sql::types::Float());
}
Type Double() {
  return Type(sql::Type(sql::TypeKind::kDouble));
}
Type Boolean() {
  return Type(sql::types::Boolean());
}
Type Date() {
  return Type(sql::types::Date());
}
Type Time(bool timezone) {
  return Zoned(sql::TypeKind::kTime, timezone);
}
Type DateTime(bool timezone) {
  return Type(sql::types::DateTime(timezone));
}
Type Interval() {
  return Type(sql::Type(sql::TypeKind::kInterval));
}
Type Binary() {
  return Type(sql::types::LargeBinary());
}
Type Json() {
  return Type(sql::types::Json());
}
Type Jsonb() {
  return Json().On("postgresql", Type(sql::Type(sql::TypeKind::kJsonb, sql::TypePackage::kPostgresql)));
}
Type Uuid() {
  return Type(sql::types::Uuid());
}
Type Enum(const std::string& name, std::vector<std::string> values) {
  return Type(sql::types::Enum(std::move(values), sql::Name(name)));
}
Type Array(const Type& item) {
  return Type(sql::types::Array(item.value()));
}
Type Raw(std::string text) {
  return Type(sql::types::Raw(std::move(text)));
}

}  // namespace types
}  // namespace limbeck
