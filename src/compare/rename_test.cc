#include "compare/rename.h"

#include <gtest/gtest.h>

#include "compare/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

schema::Table Users(const char* table, const char* column) {
  schema::Table made;
  made.name = table;
  made.columns = {{.name = "id", .type = sql::types::Integer()}, {.name = column, .type = sql::types::Integer()}};
  made.constraints = {schema::PrimaryKey{.columns = {"id"}}, schema::Unique{.columns = {column}}};
  made.indexes = {{.name = "ix", .elements = {column}}};
  return made;
}

schema::Table Posts(const char* user_table, const char* user_column) {
  schema::Table made;
  made.name = "posts";
  made.columns = {{.name = "author", .type = sql::types::Integer()}};
  made.constraints = {
      schema::ForeignKey{.columns = {"author"}, .referent_table = user_table, .referent_columns = {user_column}}};
  return made;
}

struct Row {
  std::vector<std::string> renames;
  schema::Table users;
  schema::Table posts;
  std::vector<std::string> operations;
};

std::vector<std::string> TextsOf(const Changes& changes) {
  std::vector<std::string> texts;
  for (const Change& change : changes) {
    if (const auto* modify = std::get_if<ModifyTable>(&change)) {
      const auto& alter = std::get<ops::AlterColumn>(modify->operations.front());
      texts.push_back(modify->table.text + "." + alter.column.text + " > " + alter.new_name->text);
    } else {
      const auto& rename = std::get<ops::RenameTable>(std::get<ops::Operation>(change));
      texts.push_back(rename.table.text + " > " + rename.new_name.text);
    }
  }
  return texts;
}

TEST(ApplyRenames, RenamesWhereverTheNameStands) {
  const Row rows[] = {
      {{"users:people"}, Users("people", "name"), Posts("people", "name"), {"users > people"}},
      {{"users.name:alias"}, Users("users", "alias"), Posts("users", "alias"), {"users.name > alias"}},
      {{"users:people", "users.name:alias"},
       Users("people", "alias"),
       Posts("people", "alias"),
       {"users > people", "people.name > alias"}},
      {{"users:people", "people.name:alias"},
       Users("people", "alias"),
       Posts("people", "alias"),
       {"users > people", "people.name > alias"}},
      {{}, Users("users", "name"), Posts("users", "name"), {}},
  };
  for (const Row& row : rows) {
    std::vector<DatabaseTable> database = {{Users("users", "name"), {}}, {Posts("users", "name"), {}}};
    const Changes changes = ApplyRenames(row.renames, {{row.users}, {row.posts}}, database);
    EXPECT_EQ(TextsOf(changes), row.operations);
    EXPECT_EQ(database[0].table, row.users);
    EXPECT_EQ(database[1].table, row.posts);
  }
}

TEST(ApplyRenames, RefusesWhatCannotBe) {
  const std::pair<const char*, const char*> rows[] = {
      {"users", "Can't rename 'users': write old:new for a table, table.old:new for a column"},
      {":users", "Can't rename ':users': write old:new for a table, table.old:new for a column"},
      {"user:people", "Can't rename user:people: the database has no table or column 'user'; did you mean 'users'?"},
      {"users.nam:alias",
       "Can't rename users.nam:alias: the database has no table or column 'users.nam'; did you mean 'users.name'?"},
      {"users:posts", "Can't rename users:posts: the database has a table 'posts' already"},
      {"users:persons", "Can't rename users:persons: the models have no table 'persons'"},
      {"users.name:id", "Can't rename users.name:id: the database has a column 'id' there already"},
      {"posts.author:writer", "Can't rename posts.author:writer: the models have no column 'posts.writer'"},
  };
  for (const auto& [rename, message] : rows) {
    std::vector<DatabaseTable> database = {{Users("users", "name"), {}}, {Posts("users", "name"), {}}};
    try {
      ApplyRenames({rename}, {{Users("people", "alias")}, {Posts("people", "alias")}}, database);
      ADD_FAILURE() << rename;
    } catch (const Error& error) {
      EXPECT_EQ(error.message(), message);
    }
  }
}

}  // namespace
}  // namespace limbeck::compare
