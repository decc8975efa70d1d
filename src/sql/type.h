#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/name.h"
#include "sql/shared.h"

namespace limbeck::sql {

/// SQLAlchemy's type classes. CamelCase classes (`Integer`) leave the column type to the dialect and have the plain
/// names here; UPPERCASE classes (`INTEGER`) name one column type, and where the two would clash they are kSql....
enum class TypeKind {
  // Generic.
  kNull,  ///< no type given
  kString,
  kText,
  kUnicode,
  kUnicodeText,
  kInteger,
  kSmallInteger,
  kBigInteger,
  kNumeric,
  kFloat,
  kDouble,
  kDateTime,
  kDate,
  kTime,
  kLargeBinary,
  kBoolean,
  kEnum,
  kInterval,
  kJson,
  kArray,
  kUuid,
  kPickle,
  kTuple,
  // Named after one column type.
  kVarchar,
  kNvarchar,
  kChar,
  kNchar,
  kSqlText,
  kClob,
  kSqlInteger,
  kSmallint,
  kBigint,
  kSqlNumeric,
  kDecimal,
  kSqlFloat,
  kReal,
  kSqlDouble,
  kDoublePrecision,
  kTimestamp,
  kSqlDateTime,
  kSqlDate,
  kSqlTime,
  kBlob,
  kBinary,
  kVarbinary,
  kSqlBoolean,
  kSqlUuid,
  // PostgreSQL's own.
  kBytea,
  kInet,
  kCidr,
  kMacaddr,
  kMacaddr8,
  kMoney,
  kOid,
  kRegconfig,
  kRegclass,
  kTsquery,
  kTsvector,
  kSqlInterval,
  kBit,
  kCitext,
  kNativeEnum,  ///< postgresql.ENUM
  kDomain,
  kHstore,
  kJsonb,
  kJsonpath,
  kInt4Range,
  kInt8Range,
  kNumRange,
  kDateRange,
  kTsRange,
  kTstzRange,
  kInt4Multirange,
  kInt8Multirange,
  kNumMultirange,
  kDateMultirange,
  kTsMultirange,
  kTstzMultirange,
  // Of the right side of document["key"] and document[("a", 0)]; no column has them.
  kJsonIndex,
  kJsonItemPath,
  // Neither SQLAlchemy's own nor known by name.
  kRaw,      ///< a UserDefinedType or a third-party type: its DDL text is all there is
  kForeign,  ///< a type of a database that has no dialect here; scripts may hold it, rendering is refused
};

/// Where a type's Python class lives. With the kind it names the class: kJson of kPostgresql is `postgresql.JSON`.
enum class TypePackage { kSqlalchemy, kPostgresql, kSqlite, kMysql, kMssql, kOracle, kThirdParty };

/// What values of the type are like (SQLAlchemy's `_type_affinity`): decides how literals are written, what `+` means
/// and whether a batch must cast.
enum class TypeAffinity {
  kNull,
  kString,
  kInteger,
  kNumeric,
  kDateTime,
  kDate,
  kTime,
  kBinary,
  kBoolean,
  kInterval,
  kJson,
  kArray,
  kUuid,
  kTuple,
  kOther,
};

struct Type;

/// Of Enum and postgresql.ENUM; of Boolean only the name and `create_constraint` mean something.
struct EnumDetails {
  std::vector<std::string> values;
  std::optional<Name> name;
  /// The name came from `op.f` or `conv`: no naming convention is applied to the CHECK that carries it.
  bool name_is_final = false;
  std::optional<Name> schema;
  bool inherit_schema = false;
  bool native = true;
  bool create_constraint = false;
  /// postgresql.ENUM(create_type=False): the type is somebody else's to create.
  bool create_type = true;
  /// A comparison found it in the database: scripts say create_type=False.
  bool is_there = false;
  /// Enum(metadata=...): not created or dropped with one table.
  bool belongs_to_metadata = false;
  bool validate_strings = false;
  /// The Python enum class it was made of, or empty.
  std::string python_class;
  bool operator==(const EnumDetails&) const = default;
};

struct DomainDetails {
  Name name;
  std::optional<Name> schema;
  Shared<Type> data_type;
  std::optional<std::string> collation;
  /// A string to be quoted, or SQL text when `default_is_sql`.
  std::optional<std::string> default_value;
  bool default_is_sql = false;
  std::optional<std::string> constraint_name;
  bool not_null = false;
  std::optional<std::string> check;
  bool create_type = true;
  bool operator==(const DomainDetails& other) const;
};

/// What only repr() and messages need: the Python class as the script knows it. Set for kRaw, kForeign, type
/// decorators and anything else whose class the kind does not name.
struct TypeOrigin {
  std::string module;
  std::string class_name;
  /// The arguments as Python text, "3, srid=4326".
  std::string arguments;
  bool operator==(const TypeOrigin&) const = default;
};

/// The index that a column of a PostGIS type brings along: idx_TABLE_COLUMN.
struct IndexOfType {
  std::string method;
  /// The operator class, or empty for the method's own.
  std::string operators;
  /// What is indexed is this function of the column; empty for the column itself.
  std::string function;
};

/// A type for one dialect instead of the one that holds it: `with_variant`, `load_dialect_impl`.
struct TypeVariant;

/// An SQLAlchemy type as a value. A TypeDecorator is its `impl`, with variants where `load_dialect_impl` says so and
/// its class in `origin`. Parameters that a kind does not know are left at their defaults.
struct Type {
  TypeKind kind = TypeKind::kNull;
  TypePackage package = TypePackage::kSqlalchemy;

  std::optional<int> length;
  std::optional<int> precision;  ///< Numeric, Float; seconds' digits of PostgreSQL's TIMESTAMP, TIME and INTERVAL
  std::optional<int> scale;
  std::optional<int> decimal_return_scale;
  std::optional<int> second_precision;  ///< Interval
  std::optional<int> day_precision;     ///< Interval
  std::optional<int> dimensions;        ///< ARRAY
  std::optional<bool> asdecimal;        ///< nullopt: the class's own default
  bool timezone = false;
  bool varying = false;  ///< BIT
  bool native = true;    ///< Uuid(native_uuid=), Interval(native=)
  bool as_uuid = true;
  bool as_tuple = false;
  bool zero_indexes = false;
  bool none_as_null = false;
  /// sqlite.DATETIME and so on with a storage format of digits only: the column is named ..._CHAR.
  bool numeric_storage = false;
  std::string collation;
  std::string fields;  ///< INTERVAL's, "YEAR TO MONTH"
  std::string ddl;     ///< kRaw: the column type's text

  Shared<EnumDetails> enumeration;
  Shared<DomainDetails> domain;
  Shared<Type> item_type;  ///< of ARRAY; the text type of JSON, JSONB and HSTORE
  Shared<TypeOrigin> origin;
  Shared<std::vector<TypeVariant>> variants;
  Shared<IndexOfType> index;  ///< says nothing of the type itself: equal types may differ in it

  Type() = default;
  Type(TypeKind type_kind) : kind(type_kind) {}
  Type(TypeKind type_kind, TypePackage type_package) : kind(type_kind), package(type_package) {}

  bool is_null() const { return kind == TypeKind::kNull; }
  bool operator==(const Type& other) const;
};

struct TypeVariant {
  std::string dialect;
  Type type;
  bool operator==(const TypeVariant&) const = default;
};

/// The Python class of a kind: "String", "VARCHAR", "ENUM".
std::string_view ClassName(TypeKind kind);
/// The class name of this type: its origin's, or its kind's.
std::string_view ClassName(const Type& type);
/// The kind whose class has this name, in this package; nullopt when there is none.
std::optional<TypeKind> FindTypeKind(TypePackage package, std::string_view class_name);

TypeAffinity AffinityOf(const Type& type);
/// False also for two different types of kOther.
bool HaveSameAffinity(const Type& one, const Type& other);
bool IsEnum(const Type& type);

/// The type that a dialect uses: the variant with its name, or the type itself without its variants.
Type ForDialect(const Type& type, std::string_view dialect);

/// Types that are met often. Others are made from their kind: `Type bit(TypeKind::kBit); bit.length = 3;`.
namespace types {
Type String(std::optional<int> length = std::nullopt);
Type Text();
Type Integer();
Type BigInteger();
Type SmallInteger();
Type Numeric(std::optional<int> precision = std::nullopt, std::optional<int> scale = std::nullopt);
Type Float();
Type Boolean();
Type Date();
Type DateTime(bool timezone = false);
Type LargeBinary();
Type Json();
Type Uuid();
Type Enum(std::vector<std::string> values, std::optional<Name> name = std::nullopt);
Type Array(Type item, std::optional<int> dimensions = std::nullopt);
/// A type that is nothing but its DDL text: `VECTOR(3)`.
Type Raw(std::string ddl);
}  // namespace types

}  // namespace limbeck::sql
