#include "sql/type.h"

#include <utility>

namespace limbeck::sql {
namespace {

struct TypeClass {
  TypeKind kind;
  TypePackage package;
  std::string_view name;
  TypeAffinity affinity;
};

constexpr TypePackage kGeneric = TypePackage::kSqlalchemy;
constexpr TypePackage kPg = TypePackage::kPostgresql;

// One row for each kind, in the order of the enumeration.
constexpr TypeClass kTypeClasses[] = {
    {TypeKind::kNull, kGeneric, "NullType", TypeAffinity::kNull},
    {TypeKind::kString, kGeneric, "String", TypeAffinity::kString},
    {TypeKind::kText, kGeneric, "Text", TypeAffinity::kString},
    {TypeKind::kUnicode, kGeneric, "Unicode", TypeAffinity::kString},
    {TypeKind::kUnicodeText, kGeneric, "UnicodeText", TypeAffinity::kString},
    {TypeKind::kInteger, kGeneric, "Integer", TypeAffinity::kInteger},
    {TypeKind::kSmallInteger, kGeneric, "SmallInteger", TypeAffinity::kInteger},
    {TypeKind::kBigInteger, kGeneric, "BigInteger", TypeAffinity::kInteger},
    {TypeKind::kNumeric, kGeneric, "Numeric", TypeAffinity::kNumeric},
    {TypeKind::kFloat, kGeneric, "Float", TypeAffinity::kNumeric},
    {TypeKind::kDouble, kGeneric, "Double", TypeAffinity::kNumeric},
    {TypeKind::kDateTime, kGeneric, "DateTime", TypeAffinity::kDateTime},
    {TypeKind::kDate, kGeneric, "Date", TypeAffinity::kDate},
    {TypeKind::kTime, kGeneric, "Time", TypeAffinity::kTime},
    {TypeKind::kLargeBinary, kGeneric, "LargeBinary", TypeAffinity::kBinary},
    {TypeKind::kBoolean, kGeneric, "Boolean", TypeAffinity::kBoolean},
    {TypeKind::kEnum, kGeneric, "Enum", TypeAffinity::kString},
    {TypeKind::kInterval, kGeneric, "Interval", TypeAffinity::kInterval},
    {TypeKind::kJson, kGeneric, "JSON", TypeAffinity::kJson},
    {TypeKind::kArray, kGeneric, "ARRAY", TypeAffinity::kArray},
    {TypeKind::kUuid, kGeneric, "Uuid", TypeAffinity::kUuid},
    {TypeKind::kPickle, kGeneric, "PickleType", TypeAffinity::kBinary},
    {TypeKind::kTuple, kGeneric, "TupleType", TypeAffinity::kTuple},
    {TypeKind::kVarchar, kGeneric, "VARCHAR", TypeAffinity::kString},
    {TypeKind::kNvarchar, kGeneric, "NVARCHAR", TypeAffinity::kString},
    {TypeKind::kChar, kGeneric, "CHAR", TypeAffinity::kString},
    {TypeKind::kNchar, kGeneric, "NCHAR", TypeAffinity::kString},
    {TypeKind::kSqlText, kGeneric, "TEXT", TypeAffinity::kString},
    {TypeKind::kClob, kGeneric, "CLOB", TypeAffinity::kString},
    {TypeKind::kSqlInteger, kGeneric, "INTEGER", TypeAffinity::kInteger},
    {TypeKind::kSmallint, kGeneric, "SMALLINT", TypeAffinity::kInteger},
    {TypeKind::kBigint, kGeneric, "BIGINT", TypeAffinity::kInteger},
    {TypeKind::kSqlNumeric, kGeneric, "NUMERIC", TypeAffinity::kNumeric},
    {TypeKind::kDecimal, kGeneric, "DECIMAL", TypeAffinity::kNumeric},
    {TypeKind::kSqlFloat, kGeneric, "FLOAT", TypeAffinity::kNumeric},
    {TypeKind::kReal, kGeneric, "REAL", TypeAffinity::kNumeric},
    {TypeKind::kSqlDouble, kGeneric, "DOUBLE", TypeAffinity::kNumeric},
    {TypeKind::kDoublePrecision, kGeneric, "DOUBLE_PRECISION", TypeAffinity::kNumeric},
    {TypeKind::kTimestamp, kGeneric, "TIMESTAMP", TypeAffinity::kDateTime},
    {TypeKind::kSqlDateTime, kGeneric, "DATETIME", TypeAffinity::kDateTime},
    {TypeKind::kSqlDate, kGeneric, "DATE", TypeAffinity::kDate},
    {TypeKind::kSqlTime, kGeneric, "TIME", TypeAffinity::kTime},
    {TypeKind::kBlob, kGeneric, "BLOB", TypeAffinity::kBinary},
    {TypeKind::kBinary, kGeneric, "BINARY", TypeAffinity::kBinary},
    {TypeKind::kVarbinary, kGeneric, "VARBINARY", TypeAffinity::kBinary},
    {TypeKind::kSqlBoolean, kGeneric, "BOOLEAN", TypeAffinity::kBoolean},
    {TypeKind::kSqlUuid, kGeneric, "UUID", TypeAffinity::kUuid},
    {TypeKind::kBytea, kPg, "BYTEA", TypeAffinity::kBinary},
    {TypeKind::kInet, kPg, "INET", TypeAffinity::kOther},
    {TypeKind::kCidr, kPg, "CIDR", TypeAffinity::kOther},
    {TypeKind::kMacaddr, kPg, "MACADDR", TypeAffinity::kOther},
    {TypeKind::kMacaddr8, kPg, "MACADDR8", TypeAffinity::kOther},
    {TypeKind::kMoney, kPg, "MONEY", TypeAffinity::kOther},
    {TypeKind::kOid, kPg, "OID", TypeAffinity::kOther},
    {TypeKind::kRegconfig, kPg, "REGCONFIG", TypeAffinity::kOther},
    {TypeKind::kRegclass, kPg, "REGCLASS", TypeAffinity::kOther},
    {TypeKind::kTsquery, kPg, "TSQUERY", TypeAffinity::kOther},
    {TypeKind::kTsvector, kPg, "TSVECTOR", TypeAffinity::kOther},
    {TypeKind::kSqlInterval, kPg, "INTERVAL", TypeAffinity::kInterval},
    {TypeKind::kBit, kPg, "BIT", TypeAffinity::kOther},
    {TypeKind::kCitext, kPg, "CITEXT", TypeAffinity::kString},
    {TypeKind::kNativeEnum, kPg, "ENUM", TypeAffinity::kOther},
    {TypeKind::kDomain, kPg, "DOMAIN", TypeAffinity::kOther},
    {TypeKind::kHstore, kPg, "HSTORE", TypeAffinity::kOther},
    {TypeKind::kJsonb, kPg, "JSONB", TypeAffinity::kJson},
    {TypeKind::kJsonpath, kPg, "JSONPATH", TypeAffinity::kOther},
    {TypeKind::kInt4Range, kPg, "INT4RANGE", TypeAffinity::kOther},
    {TypeKind::kInt8Range, kPg, "INT8RANGE", TypeAffinity::kOther},
    {TypeKind::kNumRange, kPg, "NUMRANGE", TypeAffinity::kOther},
    {TypeKind::kDateRange, kPg, "DATERANGE", TypeAffinity::kOther},
    {TypeKind::kTsRange, kPg, "TSRANGE", TypeAffinity::kOther},
    {TypeKind::kTstzRange, kPg, "TSTZRANGE", TypeAffinity::kOther},
    {TypeKind::kInt4Multirange, kPg, "INT4MULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kInt8Multirange, kPg, "INT8MULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kNumMultirange, kPg, "NUMMULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kDateMultirange, kPg, "DATEMULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kTsMultirange, kPg, "TSMULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kTstzMultirange, kPg, "TSTZMULTIRANGE", TypeAffinity::kOther},
    {TypeKind::kJsonIndex, kGeneric, "JSONIndexType", TypeAffinity::kOther},
    {TypeKind::kJsonItemPath, kGeneric, "JSONPathType", TypeAffinity::kOther},
    {TypeKind::kRaw, TypePackage::kThirdParty, "UserDefinedType", TypeAffinity::kOther},
    {TypeKind::kForeign, TypePackage::kThirdParty, "TypeEngine", TypeAffinity::kOther},
};

constexpr bool RowsFollowTheEnumeration() {
  int index = 0;
  for (const TypeClass& row : kTypeClasses) {
    if (static_cast<int>(row.kind) != index++) return false;
  }
  return index == static_cast<int>(TypeKind::kForeign) + 1;
}
static_assert(RowsFollowTheEnumeration());

const TypeClass& ClassOf(TypeKind kind) {
  return kTypeClasses[static_cast<int>(kind)];
}

// Is the class of this row reachable as `package.name`? A dialect's package repeats the UPPERCASE generic names.
bool IsIn(const TypeClass& row, TypePackage package) {
  if (row.package == package) return true;
  return package != kGeneric && row.package == kGeneric && row.name[0] >= 'A' && row.name[1] >= 'A' &&
         row.name[1] <= 'Z';
}

// The parameters that are plain members; the shared ones are compared apart.
bool HaveEqualNumbers(const Type& one, const Type& other) {
  return one.length == other.length && one.precision == other.precision && one.scale == other.scale &&
         one.decimal_return_scale == other.decimal_return_scale && one.second_precision == other.second_precision &&
         one.day_precision == other.day_precision && one.dimensions == other.dimensions;
}

bool HaveEqualFlags(const Type& one, const Type& other) {
  return one.asdecimal == other.asdecimal && one.timezone == other.timezone && one.varying == other.varying &&
         one.native == other.native && one.as_uuid == other.as_uuid && one.as_tuple == other.as_tuple &&
         one.zero_indexes == other.zero_indexes && one.none_as_null == other.none_as_null &&
         one.numeric_storage == other.numeric_storage;
}

}  // namespace

bool DomainDetails::operator==(const DomainDetails& other) const = default;

bool Type::operator==(const Type& other) const {
  return kind == other.kind && package == other.package && HaveEqualNumbers(*this, other) &&
         HaveEqualFlags(*this, other) && collation == other.collation && fields == other.fields && ddl == other.ddl &&
         enumeration == other.enumeration && domain == other.domain && item_type == other.item_type &&
         origin == other.origin && variants == other.variants;
}

std::string_view ClassName(TypeKind kind) {
  return ClassOf(kind).name;
}

std::string_view ClassName(const Type& type) {
  return type.origin ? std::string_view(type.origin->class_name) : ClassName(type.kind);
}

std::optional<TypeKind> FindTypeKind(TypePackage package, std::string_view class_name) {
  if (package == TypePackage::kSqlite) {
    // SQLite's own classes extend the generic ones.
    if (class_name == "DATETIME") return TypeKind::kDateTime;
    if (class_name == "DATE") return TypeKind::kDate;
    if (class_name == "TIME") return TypeKind::kTime;
  }
  for (const TypeClass& row : kTypeClasses) {
    if (row.name == class_name && IsIn(row, package)) return row.kind;
  }
  return std::nullopt;
}

TypeAffinity AffinityOf(const Type& type) {
  return ClassOf(type.kind).affinity;
}

bool HaveSameAffinity(const Type& one, const Type& other) {
  TypeAffinity affinity = AffinityOf(one);
  if (affinity != AffinityOf(other)) return false;
  return affinity != TypeAffinity::kOther || (one.kind == other.kind && ClassName(one) == ClassName(other));
}

bool IsEnum(const Type& type) {
  return type.kind == TypeKind::kEnum || type.kind == TypeKind::kNativeEnum;
}

Type ForDialect(const Type& type, std::string_view dialect) {
  if (!type.variants) return type;
  for (const TypeVariant& variant : *type.variants) {
    if (variant.dialect == dialect) return variant.type;
  }
  Type plain = type;
  plain.variants = {};
  return plain;
}

namespace types {

Type String(std::optional<int> length) {
  Type type(TypeKind::kString);
  type.length = length;
  return type;
}

Type Text() {
  return TypeKind::kText;
}
Type Integer() {
  return TypeKind::kInteger;
}
Type BigInteger() {
  return TypeKind::kBigInteger;
}
Type SmallInteger() {
  return TypeKind::kSmallInteger;
}

Type Numeric(std::optional<int> precision, std::optional<int> scale) {
  Type type(TypeKind::kNumeric);
  type.precision = precision;
  type.scale = scale;
  return type;
}

Type Float() {
  return TypeKind::kFloat;
}
Type Boolean() {
  return TypeKind::kBoolean;
}
Type Date() {
  return TypeKind::kDate;
}

Type DateTime(bool timezone) {
  Type type(TypeKind::kDateTime);
  type.timezone = timezone;
  return type;
}

Type LargeBinary() {
  return TypeKind::kLargeBinary;
}
Type Json() {
  return TypeKind::kJson;
}
Type Uuid() {
  return TypeKind::kUuid;
}

Type Enum(std::vector<std::string> values, std::optional<Name> name) {
  Type type(TypeKind::kEnum);
  type.enumeration = EnumDetails{.values = std::move(values), .name = std::move(name)};
  return type;
}

Type Array(Type item, std::optional<int> dimensions) {
  Type type(TypeKind::kArray);
  type.item_type = std::move(item);
  type.dimensions = dimensions;
  return type;
}

Type Raw(std::string ddl) {
  Type type(TypeKind::kRaw, TypePackage::kThirdParty);
  type.ddl = std::move(ddl);
  return type;
}

}  // namespace types
}  // namespace limbeck::sql
