#include "sql/type.h"

#include <gtest/gtest.h>

namespace limbeck::sql {
namespace {

TEST(Type, IsFoundByItsPythonName) {
  struct Row {
    TypePackage package;
    const char* name;
    std::optional<TypeKind> kind;
  };
  const Row rows[] = {
      {TypePackage::kSqlalchemy, "String", TypeKind::kString},
      {TypePackage::kSqlalchemy, "VARCHAR", TypeKind::kVarchar},
      {TypePackage::kSqlalchemy, "JSONB", std::nullopt},
      {TypePackage::kPostgresql, "JSONB", TypeKind::kJsonb},
      {TypePackage::kPostgresql, "JSON", TypeKind::kJson},
      {TypePackage::kPostgresql, "VARCHAR", TypeKind::kVarchar},
      {TypePackage::kPostgresql, "String", std::nullopt},
      {TypePackage::kPostgresql, "ENUM", TypeKind::kNativeEnum},
      {TypePackage::kSqlite, "DATETIME", TypeKind::kDateTime},
      {TypePackage::kMysql, "INTEGER", TypeKind::kSqlInteger},
      {TypePackage::kMysql, "TINYINT", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(FindTypeKind(row.package, row.name), row.kind) << row.name;
}

TEST(Type, HasTheNameOfItsClass) {
  EXPECT_EQ(ClassName(Type(TypeKind::kDoublePrecision)), "DOUBLE_PRECISION");
  Type foreign(TypeKind::kForeign, TypePackage::kMysql);
  foreign.origin = TypeOrigin{.class_name = "TINYINT"};
  EXPECT_EQ(ClassName(foreign), "TINYINT");
}

TEST(Type, TakesItsVariant) {
  Type type = types::Json();
  type.variants = std::vector<TypeVariant>{{"postgresql", TypeKind::kJsonb}};
  EXPECT_EQ(ForDialect(type, "postgresql"), Type(TypeKind::kJsonb));
  EXPECT_EQ(ForDialect(type, "sqlite"), types::Json());
}

TEST(Type, ComparesByValue) {
  EXPECT_EQ(types::Enum({"a", "b"}, "e"), types::Enum({"a", "b"}, "e"));
  EXPECT_FALSE(types::Enum({"a", "b"}, "e") == types::Enum({"a"}, "e"));
  EXPECT_EQ(types::Array(types::String(5)), types::Array(types::String(5)));
  EXPECT_FALSE(types::Array(types::String(5)) == types::Array(types::String(6)));
  EXPECT_FALSE(types::DateTime(true) == types::DateTime(false));
}

TEST(Type, KnowsWhatItsValuesAreLike) {
  EXPECT_TRUE(HaveSameAffinity(types::String(5), TypeKind::kSqlText));
  EXPECT_TRUE(HaveSameAffinity(types::Float(), types::Numeric()));
  EXPECT_FALSE(HaveSameAffinity(types::Integer(), types::Boolean()));
  EXPECT_TRUE(HaveSameAffinity(TypeKind::kInet, TypeKind::kInet));
  EXPECT_FALSE(HaveSameAffinity(TypeKind::kInet, TypeKind::kCidr));
}

}  // namespace
}  // namespace limbeck::sql
