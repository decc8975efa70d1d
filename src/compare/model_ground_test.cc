#include "compare/model_ground.h"

#include <gtest/gtest.h>

#include "compare/diff_text.h"
#include "compare/helpers_test.h"

namespace limbeck::compare {
namespace {

sql::Type Enum(const char* name, const char* schema = nullptr) {
  sql::Type type = sql::types::Enum({"a", "b"}, sql::Name(name));
  if (schema == nullptr) return type;
  sql::EnumDetails details = *type.enumeration;
  details.schema = schema;
  type.enumeration = std::move(details);
  return type;
}

sql::Type ArrayOf(sql::Type type) {
  sql::Type array(sql::TypeKind::kArray);
  array.item_type = std::move(type);
  return array;
}

std::vector<ModelTable> Models() {
  return {{MakeTable("users", {MakeColumn("mood", Enum("mood")), MakeColumn("name", sql::types::Text())})},
          {MakeTable("posts", {MakeColumn("moods", ArrayOf(Enum("mood", "public"))),
                               MakeColumn("state", Enum("state", "app"))})}};
}

TEST(MakeGroundFor, EachThingOnce) {
  FakeBackend backend("postgresql");
  std::vector<ModelTable> models = Models();
  const Changes ground = MakeGroundFor(models, {{.name = "s"}, {.name = "s", .schema = sql::Name("public")}}, "public",
                                       *MakeRules(backend));
  EXPECT_EQ(DiffText(ground), "[('add_enum', 'mood'), ('add_enum', 'state'), ('add_sequence', 's')]");
  EXPECT_EQ(TypeRepr(models[0].table.columns[0].type), "ENUM('a', 'b', name='mood', create_type=False)");
  EXPECT_EQ(TypeRepr(models[0].table.columns[1].type), "Text()");
  EXPECT_EQ(TypeRepr(models[1].table.columns[0].type),
            "ARRAY(ENUM('a', 'b', name='mood', schema='public', create_type=False))");
}

TEST(MakeGroundFor, NothingWhereThereAreNoEnums) {
  FakeBackend backend("sqlite");
  std::vector<ModelTable> models = Models();
  EXPECT_EQ(MakeGroundFor(models, {{.name = "s"}}, "main", *MakeRules(backend)), Changes());
  EXPECT_EQ(models[0].table, Models()[0].table);
}

}  // namespace
}  // namespace limbeck::compare
