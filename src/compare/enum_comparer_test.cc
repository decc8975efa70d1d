#include "compare/enum_comparer.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

sql::Type Mood(std::vector<std::string> values) {
  return sql::types::Enum(std::move(values), sql::Name("mood"));
}

schema::Table Users(std::vector<schema::Column> columns) {
  columns.insert(columns.begin(), MakeColumn("id", sql::types::Integer()));
  return MakeTable("users", std::move(columns));
}

DatabaseEnum KnownMood(std::vector<std::string> values) {
  return {.name = "mood", .values = std::move(values), .columns = {{.table = "users", .column = "m"}}};
}

/// The changes as lines: those of the upgrade, "|", those of the downgrade. Tables and columns are told by a word.
class EnumComparerTest : public testing::Test {
 protected:
  std::string Run(std::vector<schema::Table> models, std::vector<schema::Table> database,
                  const std::vector<DatabaseEnum>& enums) {
    std::vector<ModelTable> wanted;
    std::vector<DatabaseTable> known;
    for (schema::Table& table : models) wanted.push_back({std::move(table)});
    for (schema::Table& table : database) known.push_back({std::move(table), {}});
    Changes changes = Compare(wanted, known, options_, *rules_, hooks_);
    CompareEnums(wanted, known, enums, options_, *rules_, hooks_, changes);
    return Lines(changes) + "| " + Lines(Reverse(changes));
  }

  std::string Lines(const Changes& changes) {
    std::string lines;
    for (const Change& change : changes) {
      if (const auto* operation = std::get_if<ops::Operation>(&change)) {
        lines += Line(*operation);
        continue;
      }
      for (const ops::Operation& one : std::get<ModifyTable>(change).operations) lines += Line(one);
    }
    return lines;
  }

  std::string Line(const ops::Operation& operation) {
    const bool is_ours = operation.index() > ops::Operation(ops::DropSequence{}).index();
    if (is_ours) {
      const std::vector<std::string> statements = backend_.Statements(operation);
      return statements.empty() ? "" : statements.front() + "; ";
    }
    RenderOptions options;
    ItemRenderer items;
    const std::string text = PythonRenderer(options, *rules_, items).RenderOperation(operation);
    const bool is_there = text.find("create_type=False") != std::string::npos;
    const size_t cast = text.find("postgresql_using=");
    return ops::DirectiveName(operation) + (is_there ? " (type is there)" : "") +
           (cast == std::string::npos ? "" : " " + text.substr(cast, text.size() - cast - 1)) + "; ";
  }

  FakeBackend backend_{"postgresql"};
  std::unique_ptr<Rules> rules_ = MakeRules(backend_);
  RecordingHooks hooks_;
  Options options_{.default_schema = "public"};
};

TEST_F(EnumComparerTest, ValuesAreAddedInPlaceAndTakenAwayByANewType) {
  struct Row {
    std::vector<std::string> known;
    std::vector<std::string> wanted;
    const char* lines;
  };
  const Row kRows[] = {
      {{"a", "b"}, {"a", "b"}, "| "},
      {{"a", "b"}, {"b", "a"}, "| "},
      {{"a", "b"}, {"a", "b", "c"}, "add_enum_value c; | replace_enum a,b; "},
      {{"a", "b"},
       {"x", "a", "y", "b", "z"},
       "add_enum_value x before a; add_enum_value y after a; add_enum_value z; "
       "| replace_enum x,a,y,b; replace_enum x,a,b; replace_enum a,b; "},
      {{"a", "b"}, {"a"}, "replace_enum a; | replace_enum a,b; "},
      {{"a", "b"}, {"b", "c"}, "replace_enum b,c; | replace_enum a,b; "},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Run({Users({MakeColumn("m", Mood(row.wanted))})}, {Users({MakeColumn("m", Mood(row.known))})},
                  {KnownMood(row.known)}),
              row.lines);
  }
}

TEST_F(EnumComparerTest, AValueThatADefaultHasAtOnceComesWithANewType) {
  schema::Column with_default = MakeColumn("n", Mood({"a", "b"}));
  with_default.server_default = "b";
  EXPECT_EQ(Run({Users({MakeColumn("m", Mood({"a", "b"})), with_default})}, {Users({MakeColumn("m", Mood({"a"}))})},
                {KnownMood({"a"})}),
            "replace_enum a,b; add_column (type is there); | drop_column; replace_enum a; ");
}

TEST_F(EnumComparerTest, ChecksKeepTheOperatorsBetweenTheTypes) {
  schema::Table known = Users({MakeColumn("m", Mood({"a", "b"}))});
  known.constraints.emplace_back(schema::Check{.name = "c", .condition = sql::SqlText("m <> 'a'")});
  schema::Table wanted = Users({MakeColumn("m", Mood({"a"}))});
  wanted.constraints = known.constraints;
  EXPECT_EQ(Run({wanted}, {known}, {KnownMood({"a", "b"})}), "replace_enum a compared; | replace_enum a,b compared; ");
}

TEST_F(EnumComparerTest, TypesComeAndGoWithWhatUsesThem) {
  const schema::Table with = Users({MakeColumn("m", Mood({"a"}))});
  const schema::Table without = Users({});
  // Alone with its table, which makes it as Alembic's script does; the way back drops what Alembic leaves behind.
  EXPECT_EQ(Run({with}, {}, {}), "create_table; | drop_table; drop_type; ");
  EXPECT_EQ(Run({}, {with}, {KnownMood({"a"})}), "drop_table; drop_type; | create_table; ");
  // With a column.
  EXPECT_EQ(Run({with}, {without}, {}), "create_type; add_column (type is there); | drop_column; drop_type; ");
  EXPECT_EQ(Run({without}, {with}, {KnownMood({"a"})}),
            "drop_column; drop_type; | create_type; add_column (type is there); ");
  // A new table that uses what is there.
  schema::Table posts = with;
  posts.name = "posts";
  EXPECT_EQ(Run({with, posts}, {with}, {KnownMood({"a"})}), "create_table (type is there); | drop_table; ");
  EXPECT_EQ(Run({with}, {with, posts}, {KnownMood({"a"})}), "drop_table; | create_table (type is there); ");
}

TEST_F(EnumComparerTest, AnEnumThatNoComparedTableHasStays) {
  EXPECT_EQ(Run({}, {}, {KnownMood({"a"}), {.name = "alone", .values = {"x"}}}), "| ");
}

TEST_F(EnumComparerTest, TextsAreCast) {
  EXPECT_EQ(Run({Users({MakeColumn("m", Mood({"a"}))})}, {Users({MakeColumn("m", sql::types::Text())})}, {}),
            "create_type; alter_column (type is there) postgresql_using='m::mood'; "
            "| alter_column (type is there); drop_type; ");
}

TEST(ApplyEnumRenames, RenamesTypesAndValues) {
  std::vector<DatabaseTable> tables = {{Users({MakeColumn("m", Mood({"a", "b"}))}), {}}};
  std::vector<DatabaseEnum> enums = {KnownMood({"a", "b"})};
  std::vector<std::string> renames = {"mood.b:c", "mood:feeling", "users.m:n", "users:people"};
  std::string names;
  for (const Change& change : ApplyEnumRenames(renames, tables, enums)) {
    names += ops::DirectiveName(std::get<ops::Operation>(change)) + ";";
  }
  EXPECT_EQ(names, "rename_enum_value;rename_type;");
  EXPECT_EQ(renames, (std::vector<std::string>{"users.m:n", "users:people"}));
  EXPECT_EQ(TypeRepr(tables[0].table.columns[1].type), "Enum('a', 'c', name='feeling')");
  EXPECT_EQ(enums[0].name, sql::Name("feeling"));
  EXPECT_EQ(enums[0].values, (std::vector<std::string>{"a", "c"}));
}

TEST(ApplyEnumRenames, RefusesWhatIsNotThereOrTaken) {
  const std::pair<const char*, const char*> kRows[] = {
      {"mood.glad:b", "Can't rename mood.glad:b: the enum has no value 'glad'"},
      {"mood.sad:ok", "Can't rename mood.sad:ok: the enum has a value 'ok' already"},
      {"mood:mood", "Can't rename mood:mood: the database has an enum 'mood' already"},
  };
  for (const auto& [rename, message] : kRows) {
    std::vector<DatabaseTable> tables;
    std::vector<DatabaseEnum> enums = {KnownMood({"sad", "ok"})};
    std::vector<std::string> renames = {rename};
    try {
      ApplyEnumRenames(renames, tables, enums);
      FAIL() << rename;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), message);
    }
  }
}

}  // namespace
}  // namespace limbeck::compare
