#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "compare/diff_text.h"
#include "driver/connection.h"
#include "engine/change_sql.h"
#include "engine/database_schema.h"
#include "schema/naming.h"
#include "schema/spell.h"

// For any two schemas A and B: what comparison says about a database at A, done there, leaves nothing to say about B.

namespace limbeck::engine {
namespace {

// Together a thousand; PostgreSQL takes longer for one.
constexpr unsigned kSqlitePairs = 800;
constexpr unsigned kPostgresqlPairs = 200;

/// Tables that foreign keys connect, drawn by lot. Names come from a small set, so that two schemas have things in
/// common that differ.
class Lottery {
 public:
  explicit Lottery(unsigned seed) : random_(seed) {}

  std::vector<schema::Table> DrawSchema() {
    std::vector<schema::Table> tables;
    for (const char* name : {"alpha", "beta", "gamma", "delta"}) {
      if (Draw(4) > 0) tables.push_back(DrawTable(name, tables));
    }
    return tables;
  }

 private:
  int Draw(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }
  bool Toss() { return Draw(2) == 0; }

  /// Among types that PostgreSQL changes into one another by itself: a, b are texts, c, d are numbers, e is a time.
  sql::Type DrawType(char column) {
    if (column == 'e') return sql::types::DateTime(Toss());
    const bool is_text = column < 'c';
    switch (Draw(3)) {
      case 0:
        return is_text ? sql::types::Text() : sql::types::Integer();
      case 1:
        return is_text ? sql::types::String(30) : sql::types::BigInteger();
      default:
        return is_text ? sql::types::String(40) : sql::types::Numeric(10, 2);
    }
  }

  schema::Column DrawColumn(const std::string& name) {
    schema::Column column;
    column.name = name;
    column.type = DrawType(name.front());
    column.nullable = Toss();
    if (name < "c" && Draw(4) == 0) column.server_default = Toss() ? "one" : "two";
    return column;
  }

  schema::Table DrawTable(const std::string& name, const std::vector<schema::Table>& others) {
    schema::Table table;
    table.name = name;
    schema::Column key;
    key.name = "id";
    key.type = sql::types::Integer();
    key.primary_key = true;
    table.columns.push_back(key);
    for (const char* column : {"a", "b", "c", "d", "e"}) {
      if (Draw(3) > 0) table.columns.push_back(DrawColumn(column));
    }
    AddCompanions(table);
    if (!others.empty() && Toss())
      AddReference(table, others[static_cast<size_t>(Draw(static_cast<int>(others.size())))]);
    return table;
  }

  void AddCompanions(schema::Table& table) {
    if (table.columns.size() < 3) return;
    const sql::Name one = table.columns[1].name;
    const sql::Name other = table.columns[2].name;
    if (Draw(3) == 0) {
      table.constraints.emplace_back(schema::Unique{.name = sql::Name("uq_" + table.name.text),
                                                    .columns = Toss() ? Names({one}) : Names({one, other})});
    }
    if (Draw(3) == 0) {
      schema::Index index{.name = sql::Name("ix_" + table.name.text), .elements = {one}};
      if (Toss()) index.elements.emplace_back(other);
      index.unique = Toss();
      table.indexes.push_back(std::move(index));
    }
    if (Draw(4) == 0) table.comment = Toss() ? "what it is" : "something else";
  }

  void AddReference(schema::Table& table, const schema::Table& referent) {
    schema::Column column;
    column.name = "parent_id";
    column.type = sql::types::Integer();
    table.columns.push_back(column);
    schema::ForeignKey key;
    key.name = sql::Name("fk_" + table.name.text);
    key.columns = Names({"parent_id"});
    key.referent_table = referent.name;
    key.referent_columns = Names({"id"});
    if (Toss()) key.ondelete = "CASCADE";
    table.constraints.emplace_back(std::move(key));
  }

  static std::vector<sql::Name> Names(std::vector<sql::Name> names) { return names; }

  std::mt19937 random_;
};

std::vector<compare::ModelTable> Spell(const std::vector<schema::Table>& tables, const dialect::Dialect& dialect) {
  std::vector<compare::ModelTable> models;
  for (const schema::Table& table : tables) {
    models.push_back({schema::SpellOut(table, schema::NamingConvention(), dialect.type_rules())});
  }
  return models;
}

/// Brings the database from nothing to A and on to B.
void ExpectArrival(pymodules::ScriptConnection& connection, unsigned seed) {
  Lottery lottery(seed);
  const auto before = Spell(lottery.DrawSchema(), connection.dialect());
  const auto after = Spell(lottery.DrawSchema(), connection.dialect());
  for (const auto& wanted : {before, after}) {
    const compare::Changes changes = CompareToTables(connection, wanted, {});
    ApplyChanges(changes, connection);
    ASSERT_EQ(compare::DiffText(CompareToTables(connection, wanted, {})), "")
        << "seed " << seed << ", having done " << compare::DiffText(changes);
  }
}

TEST(SchemaProperty, ChangesArriveOnSqlite) {
  for (unsigned seed = 0; seed < kSqlitePairs; ++seed) {
    pymodules::ScriptConnection connection(driver::MakeConnector()->Connect(driver::Url::Parse("sqlite://")));
    ExpectArrival(connection, seed);
    if (HasFatalFailure()) return;
  }
}

TEST(SchemaProperty, ChangesArriveOnPostgresql) {
  const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
  ASSERT_NE(url, nullptr) << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster; ctest sets it";
  pymodules::ScriptConnection connection(driver::MakeConnector()->Connect(driver::Url::Parse(url)));
  const std::string schema = "limbeck_property_" + std::to_string(connection.driver().backend_pid());
  for (unsigned seed = 0; seed < kPostgresqlPairs; ++seed) {
    connection.BeginNow();
    connection.driver().ExecuteScript("CREATE SCHEMA " + schema + "; SET LOCAL search_path TO " + schema);
    ExpectArrival(connection, seed);
    connection.Rollback();
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace limbeck::engine
