#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "inspect/counting_connection_test.h"
#include "inspect/facts_text_test.h"
#include "inspect/postgresql/array_text.h"
#include "inspect/postgresql/column_type.h"

namespace limbeck::inspect::postgresql {
namespace {

TEST(PostgresqlArrays, AreReadAndWritten) {
  const std::vector<std::string> texts = {"a", "b c", "d\"e", "f\\g", "", "NULL"};
  EXPECT_EQ(ReadTexts(WriteArray(texts)), texts);
  EXPECT_EQ(ReadArray("{a,NULL,\"b,c\"}"), (std::vector<std::optional<std::string>>{"a", std::nullopt, "b,c"}));
  EXPECT_TRUE(ReadArray("{}").empty());
}

TEST(PostgresqlTypes, AreReadFromTheirFormat) {
  const NamedTypes named({{"mood", "public", true, {"ok", "bad"}}, {"my type", "app", false, {"x"}}}, {});
  const std::pair<const char*, const char*> rows[] = {
      {"integer", "INTEGER"},
      {"character varying(20)", "VARCHAR(20)"},
      {"character varying(20)[]", "ARRAY of VARCHAR(20)"},
      {"numeric(10,2)", "NUMERIC(10,2)"},
      {"double precision", "DOUBLE_PRECISION(53,-1)"},
      {"timestamp(3) with time zone", "TIMESTAMP(3,-1) tz"},
      {"timestamp without time zone", "TIMESTAMP"},
      {"interval year to month", "INTERVAL year to month"},
      {"interval(3)", "INTERVAL(3,-1)"},
      {"bit varying(5)", "BIT(5)"},
      {"mood", "ENUM mood(ok,bad)"},
      {"app.\"my type\"[]", "ARRAY of ENUM my type(x)"},
      {"geometry(Point,4326)", "NullType"},
  };
  std::vector<std::string> warnings;
  for (const auto& [format, expected] : rows) {
    EXPECT_EQ(TextOf(ReadColumnType(format, named, "column 'c'", warnings)), expected) << format;
  }
  EXPECT_EQ(warnings, std::vector<std::string>{"Did not recognize type 'geometry' of column 'c'"});
}

class PostgresqlCatalogueTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
    ASSERT_NE(url, nullptr) << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster; ctest sets it";
    schema_ = "limbeck_inspect_" + std::to_string(getpid());
    connection_ = driver::MakeConnector()->Connect(driver::Url::Parse(url));
    connection_->ExecuteScript("CREATE SCHEMA " + schema_ + "; SET search_path TO " + schema_);
  }
  void TearDown() override {
    if (connection_) connection_->ExecuteScript("DROP SCHEMA " + schema_ + " CASCADE");
  }
  std::string Read(const std::string& table) {
    const std::optional<TableFacts> facts = ReadTable(*connection_, table, std::nullopt);
    return facts ? TextOf(*facts) : "none";
  }

  std::string schema_;
  std::unique_ptr<driver::Connection> connection_;
};

TEST_F(PostgresqlCatalogueTest, Columns) {
  connection_->ExecuteScript(
      "CREATE TYPE mood AS ENUM ('ok', 'bad'); CREATE DOMAIN small AS integer DEFAULT 3 NOT NULL CHECK (VALUE < 9);"
      "CREATE TABLE t (id serial, i bigint GENERATED ALWAYS AS IDENTITY, m mood DEFAULT 'ok', s small, "
      "n numeric(10,2) NOT NULL, c int GENERATED ALWAYS AS (id * 2) STORED, PRIMARY KEY (id));"
      "COMMENT ON TABLE t IS 'a table'; COMMENT ON COLUMN t.n IS 'a number'");
  EXPECT_EQ(Read("t"),
            "t -- a table\n"
            "id INTEGER not null default nextval('t_id_seq'::regclass) counts\n"
            "i BIGINT not null always identity counts\n"
            "m ENUM mood(ok,bad) default 'ok'::mood\n"
            "s DOMAIN small VALUE < 9 not null default 3\n"
            "n NUMERIC(10,2) not null -- a number\n"
            "c INTEGER stored (id * 2)\n"
            "primary key t_pkey(id)\n");
}

TEST_F(PostgresqlCatalogueTest, ConstraintsAndIndexes) {
  connection_->ExecuteScript(
      "CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));"
      "CREATE TABLE t (a int, b int, c text, CONSTRAINT uq UNIQUE (a) INCLUDE (b), CONSTRAINT ck CHECK (a > 0 AND b > "
      "0),"
      "CONSTRAINT fk FOREIGN KEY (a, b) REFERENCES p (a, b) MATCH FULL ON UPDATE RESTRICT ON DELETE SET NULL "
      "DEFERRABLE INITIALLY DEFERRED);"
      "CREATE INDEX ix1 ON t (lower(c), a DESC, c text_pattern_ops) INCLUDE (b) WHERE b > 1;"
      "CREATE INDEX ix2 ON t USING hash (c) WITH (fillfactor=50)");
  EXPECT_EQ(Read("t"),
            "t\na INTEGER\nb INTEGER\nc TEXT\n"
            "foreign key fk(a, b) -> p(a, b) update RESTRICT delete SET NULL match FULL deferrable DEFERRED\n"
            "unique uq(a) postgresql_include=[b] postgresql_nulls_not_distinct=false\n"
            "check ck a > 0 AND b > 0\n"
            "index ix1(=lower(c), a desc, c) postgresql_ops=[c=text_pattern_ops] postgresql_where=(b > 1) "
            "postgresql_include=[b]\n"
            "index ix2(c) postgresql_with=[fillfactor=50] postgresql_using=hash postgresql_include=[]\n"
            "unique index uq(a) of constraint postgresql_include=[b]\n");
}

TEST_F(PostgresqlCatalogueTest, SchemasOfReferents) {
  connection_->ExecuteScript("CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p)");
  EXPECT_EQ(ReadTable(*connection_, "t", std::nullopt)->foreign_keys[0].referent_schema, std::nullopt);
  EXPECT_EQ(ReadTable(*connection_, "t", schema_)->foreign_keys[0].referent_schema, sql::Name(schema_));
  connection_->Execute("SET search_path TO public");
  EXPECT_EQ(ReadTable(*connection_, "t", schema_)->foreign_keys[0].referent_schema, sql::Name(schema_));
  EXPECT_EQ(ReadTable(*connection_, "t", std::nullopt), std::nullopt);
}

TEST_F(PostgresqlCatalogueTest, Names) {
  connection_->ExecuteScript(
      "CREATE TABLE t (a serial); CREATE TEMP TABLE passing (a int); CREATE VIEW v AS SELECT a FROM t;"
      "CREATE MATERIALIZED VIEW m AS SELECT a FROM t");
  const auto catalogue = OpenCatalogue(*connection_);
  const auto names = [&](NameKind kind) { return Join(catalogue->Names(kind, schema_), ","); };
  EXPECT_EQ(names(NameKind::kTable), "t");
  EXPECT_EQ(names(NameKind::kTemporaryTable), "passing");
  EXPECT_EQ(names(NameKind::kView), "v");
  EXPECT_EQ(names(NameKind::kMaterializedView), "m");
  EXPECT_EQ(names(NameKind::kSequence), "t_a_seq");
  EXPECT_EQ(catalogue->ViewDefinition("v", schema_), " SELECT t.a\n   FROM t;");
  EXPECT_EQ(catalogue->DefaultSchema(), schema_);
  const std::vector<SequenceFacts> sequences = catalogue->Sequences(schema_);
  ASSERT_EQ(sequences.size(), 1U);
  EXPECT_EQ(sequences[0].owner_column, "a");
  EXPECT_EQ(sequences[0].sequence.options.increment, 1);
}

TEST_F(PostgresqlCatalogueTest, AsManyQueriesForManyTablesAsForFew) {
  MakeTables(*connection_, 1, 2);
  const auto [few_queries, few_tables] = CountQueries(*connection_, schema_);
  MakeTables(*connection_, 3, 40);
  const auto [many_queries, many_tables] = CountQueries(*connection_, schema_);
  EXPECT_EQ(few_tables, 2U);
  EXPECT_EQ(many_tables, 40U);
  EXPECT_EQ(few_queries, many_queries);
  EXPECT_LE(many_queries, 20);
}

}  // namespace
}  // namespace limbeck::inspect::postgresql
