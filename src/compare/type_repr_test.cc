#include "compare/type_repr.h"

#include <gtest/gtest.h>

namespace limbeck::compare {
namespace {

using sql::Type;
using sql::TypeKind;
using sql::TypePackage;

Type With(Type type, const std::function<void(Type&)>& change) {
  change(type);
  return type;
}

TEST(TypeRepr, IsThatOfSqlalchemy) {
  const Type string = sql::types::String(5);
  const std::pair<Type, const char*> rows[] = {
      {sql::types::String(), "String()"},
      {sql::types::String(50), "String(length=50)"},
      {sql::types::Numeric(10, 2), "Numeric(precision=10, scale=2)"},
      {With(sql::types::Numeric(10, 2), [](Type& type) { type.asdecimal = false; }),
       "Numeric(precision=10, scale=2, asdecimal=False)"},
      {With(Type(TypeKind::kDoublePrecision), [](Type& type) { type.precision = 53; }),
       "DOUBLE_PRECISION(precision=53)"},
      {sql::types::DateTime(true), "DateTime(timezone=True)"},
      {With(Type(TypeKind::kTimestamp, TypePackage::kPostgresql),
            [](Type& type) {
              type.timezone = true;
              type.precision = 3;
            }),
       "TIMESTAMP(timezone=True, precision=3)"},
      {sql::types::Enum({"a", "b"}, "m"), "Enum('a', 'b', name='m')"},
      {Type(TypeKind::kInterval), "Interval()"},
      {With(Type(TypeKind::kSqlInterval, TypePackage::kPostgresql),
            [](Type& type) {
              type.precision = 3;
              type.fields = "YEAR";
            }),
       "INTERVAL(precision=3, fields='YEAR')"},
      {Type(TypeKind::kJson), "JSON()"},
      {Type(TypeKind::kJsonb, TypePackage::kPostgresql), "JSONB(astext_type=Text())"},
      {Type(TypeKind::kHstore, TypePackage::kPostgresql), "HSTORE(text_type=Text())"},
      {With(Type(TypeKind::kArray, TypePackage::kPostgresql),
            [&](Type& type) {
              type.item_type = string;
              type.dimensions = 1;
            }),
       "ARRAY(String(length=5), dimensions=1)"},
      {sql::types::Uuid(), "Uuid()"},
      {With(Type(TypeKind::kSqlUuid), [](Type& type) { type.as_uuid = false; }), "UUID(as_uuid=False)"},
      {With(Type(TypeKind::kBit, TypePackage::kPostgresql),
            [](Type& type) {
              type.length = 3;
              type.varying = true;
            }),
       "BIT(length=3, varying=True)"},
      {Type(TypeKind::kPickle), "PickleType()"},
      {Type(TypeKind::kSqlBoolean), "BOOLEAN()"},
  };
  for (const auto& [type, expected] : rows) EXPECT_EQ(TypeRepr(type), expected);
}

}  // namespace
}  // namespace limbeck::compare
