#include <gtest/gtest.h>

#include "inspect/counting_connection_test.h"
#include "inspect/facts_text_test.h"
#include "inspect/rebuild_guard.h"
#include "limbeck/error.h"

namespace limbeck::inspect::sqlite {
namespace {

class SqliteCatalogueTest : public testing::Test {
 protected:
  std::string Read(const std::string& table) {
    const std::optional<TableFacts> facts = ReadTable(*connection_, table, std::nullopt);
    return facts ? TextOf(*facts) : "none";
  }
  std::string Scalar(const std::string& sql) { return connection_->Execute(sql).Scalar().ToString(); }

  std::unique_ptr<driver::Connection> connection_ = driver::MakeConnector()->Connect(driver::Url::Parse("sqlite://"));
};

TEST_F(SqliteCatalogueTest, Columns) {
  connection_->Execute(
      "CREATE TABLE t (id INTEGER NOT NULL, name VARCHAR(20) DEFAULT 'x', price NUMERIC(10, 2), flag BOOLEAN, "
      "at DATETIME(6), big INTEGER(11), odd VARCHAR (50), other GEOMETRY, untyped, real REAL, j JSON, "
      "twice INTEGER GENERATED ALWAYS AS (id * 2) STORED,\nPRIMARY KEY (id))");
  EXPECT_EQ(Read("t"),
            "t\n"
            "id INTEGER not null key 1\n"
            "name VARCHAR(20) default 'x'\n"
            "price NUMERIC(10,2)\n"
            "flag BOOLEAN\n"
            "at DATETIME tz\n"
            "big INTEGER\n"
            "odd TEXT(50)\n"
            "other NUMERIC\n"
            "untyped NullType\n"
            "real REAL\n"
            "j JSON\n"
            "twice INTEGER stored id * 2\n"
            "primary key -(id)\n"
            "warning: Could not instantiate type <class 'sqlalchemy.sql.sqltypes.INTEGER'> with reflected arguments "
            "['11']; using no arguments.\n");
}

TEST_F(SqliteCatalogueTest, ConstraintsByTheirText) {
  connection_->Execute("CREATE TABLE parent (a INTEGER PRIMARY KEY, b TEXT UNIQUE)");
  connection_->Execute(
      "CREATE TABLE t (a INTEGER REFERENCES parent, b TEXT UNIQUE, c INTEGER, \n"
      "CONSTRAINT pk_t PRIMARY KEY (c, a), \n"
      "CONSTRAINT fk_b FOREIGN KEY(b) REFERENCES parent (b) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, \n"
      "CONSTRAINT uq_ab UNIQUE (a, b), \n"
      "CONSTRAINT ck_c CHECK (c > 0), \n"
      "CHECK (a > 1)\n)");
  EXPECT_EQ(Read("t"),
            "t\n"
            "a INTEGER key 2\n"
            "b TEXT\n"
            "c INTEGER key 1\n"
            "primary key pk_t(c, a)\n"
            "foreign key fk_b(b) -> parent(b) delete CASCADE deferrable DEFERRED\n"
            "foreign key -(a) -> parent(a)\n"
            "unique uq_ab(a, b)\n"
            "unique -(b)\n"
            "check ck_c c > 0\n"
            "check - a > 1\n");
}

TEST_F(SqliteCatalogueTest, Indexes) {
  connection_->Execute("CREATE TABLE t (a INTEGER, b TEXT)");
  connection_->Execute("CREATE UNIQUE INDEX ix_b ON t (b, a)");
  connection_->Execute("CREATE INDEX ix_a ON t (a) WHERE b IS NOT NULL");
  connection_->Execute("CREATE INDEX ix_c ON t (lower(b))");
  EXPECT_EQ(Read("t"),
            "t\na INTEGER\nb TEXT\n"
            "index ix_a(a) sqlite_where=b IS NOT NULL\n"
            "unique index ix_b(b, a)\n"
            "warning: Skipped unsupported reflection of expression-based index ix_c\n");
}

TEST_F(SqliteCatalogueTest, NamesOfSchemas) {
  connection_->Execute("ATTACH ':memory:' AS other");
  connection_->Execute("CREATE TABLE other.far (id INTEGER)");
  connection_->Execute("CREATE TABLE near (id INTEGER)");
  connection_->Execute("CREATE TEMP TABLE passing (id INTEGER)");
  connection_->Execute("CREATE VIEW v AS SELECT 1 AS one");
  const auto catalogue = OpenCatalogue(*connection_);
  EXPECT_EQ(catalogue->SchemaNames(), (std::vector<std::string>{"main", "other"}));
  EXPECT_EQ(catalogue->Names(NameKind::kTable, std::nullopt), std::vector<std::string>{"near"});
  EXPECT_EQ(catalogue->Names(NameKind::kTable, "other"), std::vector<std::string>{"far"});
  EXPECT_EQ(catalogue->Names(NameKind::kTemporaryTable, std::nullopt), std::vector<std::string>{"passing"});
  EXPECT_EQ(catalogue->Names(NameKind::kView, std::nullopt), std::vector<std::string>{"v"});
  EXPECT_EQ(catalogue->ViewDefinition("v", std::nullopt), "CREATE VIEW v AS SELECT 1 AS one");
  EXPECT_TRUE(catalogue->HasTable("passing", std::nullopt));
  EXPECT_FALSE(catalogue->HasTable("far", std::nullopt));
  EXPECT_FALSE(catalogue->HasTable("far", "nowhere"));
  EXPECT_EQ(Read("missing"), "none");
}

// ------------------------------------------------------------------------------------------ rebuilding

class SqliteRebuildTest : public SqliteCatalogueTest {
 protected:
  void SetUp() override {
    connection_->ExecuteScript(
        "PRAGMA foreign_keys = ON; CREATE TABLE p (id INTEGER PRIMARY KEY, x TEXT); INSERT INTO p VALUES (1, 'a');"
        "CREATE TABLE c (id INTEGER REFERENCES p ON DELETE CASCADE); INSERT INTO c VALUES (1);"
        "CREATE TABLE seen (id INTEGER); CREATE VIEW pv AS SELECT id FROM p; CREATE VIEW pvv AS SELECT id FROM pv;"
        "CREATE TRIGGER tr AFTER INSERT ON p BEGIN INSERT INTO seen VALUES (new.id); END;");
    connection_->Begin();
  }
  void Rebuild(const std::string& copy) {
    const auto guard = GuardRebuild(*connection_, "p", std::nullopt);
    connection_->ExecuteScript("CREATE TABLE tmp (id INTEGER PRIMARY KEY, x TEXT NOT NULL);" + copy +
                               ";DROP TABLE p; ALTER TABLE tmp RENAME TO p");
    guard->Finish();
  }
};

TEST_F(SqliteRebuildTest, KeepsChildrenViewsAndTriggers) {
  Rebuild("INSERT INTO tmp SELECT * FROM p");
  connection_->Execute("INSERT INTO p VALUES (7, 'b')");
  EXPECT_EQ(Scalar("SELECT count(*) FROM c"), "1");
  EXPECT_EQ(Scalar("SELECT id FROM seen"), "7");
  EXPECT_EQ(Scalar("SELECT count(*) FROM pvv"), "2");
  EXPECT_EQ(Scalar("PRAGMA foreign_keys"), "1");
  EXPECT_EQ(Scalar("SELECT sql FROM sqlite_master WHERE name = 'c'"),
            "CREATE TABLE c (id INTEGER REFERENCES p ON DELETE CASCADE)");
}

TEST_F(SqliteRebuildTest, MissesRows) {
  try {
    Rebuild("SELECT 1");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "the batch on 'p' left 0 of 1 rows in the table");
  }
  EXPECT_EQ(Scalar("PRAGMA foreign_keys"), "1");
}

TEST_F(SqliteRebuildTest, FindsKeysThatNoLongerHold) {
  try {
    Rebuild("INSERT INTO tmp SELECT 5, x FROM p");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "after the batch on 'p', 1 rows of 'c' refer to rows that are not there");
  }
}

TEST_F(SqliteCatalogueTest, AsManyQueriesForManyTablesAsForFew) {
  MakeTables(*connection_, 1, 2);
  const auto [few_queries, few_tables] = CountQueries(*connection_, std::nullopt);
  MakeTables(*connection_, 3, 40);
  const auto [many_queries, many_tables] = CountQueries(*connection_, std::nullopt);
  EXPECT_EQ(few_tables, 2U);
  EXPECT_EQ(many_tables, 40U);
  EXPECT_EQ(few_queries, many_queries);
  EXPECT_LE(many_queries, 20);
}

}  // namespace
}  // namespace limbeck::inspect::sqlite
