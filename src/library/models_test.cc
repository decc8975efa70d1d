#include "limbeck/models.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <string>

namespace limbeck {
namespace {

struct Close {
  void operator()(sqlite3* connection) const { EXPECT_EQ(sqlite3_close(connection), SQLITE_OK); }
};
using Memory = std::unique_ptr<sqlite3, Close>;

Memory Open() {
  sqlite3* connection = nullptr;
  sqlite3_open(":memory:", &connection);
  return Memory(connection);
}

/// Names of tables and indexes in the order in which they were made.
std::string Names(const Memory& memory) {
  std::string text;
  const auto add = [](void* result, int, char** values, char**) {
    *static_cast<std::string*>(result) += std::string(values[0]) + " ";
    return 0;
  };
  sqlite3_exec(memory.get(), "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid", add, &text,
               nullptr);
  return text;
}

/// The table that refers to the other stands first.
Models Shop() {
  return {.tables = {{.name = "books",
                      .columns = {{.name = "id", .type = types::Integer(), .primary_key = true},
                                  {.name = "author_id",
                                   .type = types::Integer(),
                                   .nullable = false,
                                   .references = Reference{.table = "authors", .column = "id"}}}},
                     {.name = "authors", .columns = {{.name = "id", .type = types::Integer(), .primary_key = true}}}},
          .indexes = {{.name = "ix_books_author", .table = "books", .columns = {"author_id"}}}};
}

TEST(Models, AreCreatedInAnOrderThatTheirKeysAllow) {
  const Memory memory = Open();
  CreateAll(Database::Borrow(memory.get()), Shop());
  EXPECT_EQ(Names(memory), "authors books ix_books_author ");
}

TEST(Models, ThatAreThereAreLeftAlone) {
  const Memory memory = Open();
  sqlite3_exec(memory.get(), "CREATE TABLE authors (id INTEGER, name TEXT)", nullptr, nullptr, nullptr);
  CreateAll(Database::Borrow(memory.get()), Shop());
  CreateAll(Database::Borrow(memory.get()), Shop());
  EXPECT_EQ(Names(memory), "authors books ix_books_author ");
}

TEST(Models, AreDropped) {
  const Memory memory = Open();
  sqlite3_exec(memory.get(), "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr);
  CreateAll(Database::Borrow(memory.get()), Shop());
  sqlite3_exec(memory.get(), "INSERT INTO authors VALUES (1); INSERT INTO books VALUES (1, 1)", nullptr, nullptr,
               nullptr);
  DropAll(Database::Borrow(memory.get()), Shop());
  EXPECT_EQ(Names(memory), "");
  DropAll(Database::Borrow(memory.get()), Shop());
}

TEST(Models, AreCreatedAllOrNotAtAll) {
  const Memory memory = Open();
  Models models = Shop();
  models.indexes.push_back({.name = "ix_nothing", .table = "books", .columns = {"nothing"}});
  EXPECT_THROW(CreateAll(Database::Borrow(memory.get()), models), Error);
  EXPECT_EQ(Names(memory), "");
}

}  // namespace
}  // namespace limbeck
