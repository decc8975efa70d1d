#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>

#include "limbeck/migrator.h"
#include "limbeck/models.h"

namespace limbeck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Close {
  void operator()(sqlite3* connection) const { EXPECT_EQ(sqlite3_close(connection), SQLITE_OK); }
};

std::unique_ptr<sqlite3, Close> Open() {
  sqlite3* connection = nullptr;
  sqlite3_open(":memory:", &connection);
  return std::unique_ptr<sqlite3, Close>(connection);
}

const Column kId{.name = "id", .type = types::Integer(), .primary_key = true};

Migrations Books() {
  const auto upgrade = [](Operations& op) { op.CreateTable({.name = "books", .columns = {kId}}); };
  const auto downgrade = [](Operations& op) { op.DropTable("books"); };
  return {.revisions = {{.id = "a1", .message = "books", .upgrade = upgrade, .downgrade = downgrade}}};
}

TEST(Check, TellsWhatTheDatabaseLacksAndHasTooMuch) {
  const auto memory = Open();
  const Database database = Database::Borrow(memory.get());
  Migrator migrator(Books());
  migrator.Upgrade(database);
  EXPECT_THAT(migrator.Check(database, {.tables = {{.name = "books", .columns = {kId}}}}), IsEmpty());
  const Models others{
      .tables = {{.name = "authors", .columns = {kId}},
                 {.name = "books", .columns = {kId, {.name = "title", .type = types::Text(), .index = true}}}}};
  EXPECT_THAT(migrator.Check(database, others),
              ElementsAre(Difference{"create_table", "authors", "", ""}, Difference{"add_column", "books", "title", ""},
                          Difference{"create_index", "books", "ix_books_title", ""}));
  EXPECT_THAT(migrator.Check(database, {.tables = {}}), ElementsAre(Difference{"drop_table", "books", "", ""}));
}

TEST(Check, WantsTheNewestRevisionAndChangesNothing) {
  const auto memory = Open();
  try {
    Migrator(Books()).Check(Database::Borrow(memory.get()), {.tables = {}});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "Target database is not up to date.");
  }
  EXPECT_THAT(Migrator(Books()).Current(Database::Borrow(memory.get())), IsEmpty());
  EXPECT_NE(sqlite3_get_autocommit(memory.get()), 0);
}

std::vector<std::string> Failed(const std::vector<Trial>& trials) {
  std::vector<std::string> names;
  for (const Trial& trial : trials) {
    if (trial.result == Trial::Result::kFailed) names.push_back(trial.name + " " + trial.revision);
  }
  return names;
}

TEST(Verify, TriesEachRevisionAndTheModels) {
  Migrator migrator(Books());
  const std::vector<Trial> trials = migrator.Verify("sqlite://");
  EXPECT_GE(trials.size(), 5U);
  EXPECT_THAT(Failed(trials), IsEmpty());
  const Models models{.tables = {{.name = "magazines", .columns = {kId}}}};
  EXPECT_THAT(Failed(migrator.Verify("sqlite://", &models)), ElementsAre("models "));
}

TEST(Verify, TellsOfADowngradeThatLeavesSomething) {
  Migrations migrations = Books();
  migrations.revisions[0].downgrade = [](Operations&) {};
  EXPECT_THAT(Failed(Migrator(migrations).Verify("sqlite://")), testing::Contains("downgrade a1"));
}

TEST(Variables, AreInSqlRevisions) {
  const auto memory = Open();
  const Migrations migrations{.files = {{"versions/a1.sql",
                                         "-- a\n--\n-- revision: a1\n-- down_revision: none\n\n-- upgrade\n"
                                         "CREATE TABLE :\"table\" (id INTEGER DEFAULT :'value');\n"}}};
  EXPECT_EQ(Migrator(migrations).TryUpgrade(Database::Borrow(memory.get()))->message(),
            "the revision wants the variable 'table'");
  MigratorOptions options;
  options.variables = {"table=my table", "value=7"};
  Migrator(migrations, options).Upgrade(Database::Borrow(memory.get()));
  EXPECT_EQ(sqlite3_exec(memory.get(), "INSERT INTO \"my table\" DEFAULT VALUES", nullptr, nullptr, nullptr),
            SQLITE_OK);
}

}  // namespace
}  // namespace limbeck
