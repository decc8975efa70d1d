#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "inspect/counting_connection_test.h"
#include "pymodules/engines.h"
#include "pymodules/modules.h"
#include "python/script_host_for_tests.h"

// How many queries it takes a script to look at a database: as many for many tables as for few.

namespace limbeck::pymodules {
namespace {

/// A connection of a test's own, whose queries are counted in `queries`.
class OwnCountingConnection : public inspect::CountingConnection {
 public:
  OwnCountingConnection(std::unique_ptr<driver::Connection> real, int& queries)
      : CountingConnection(*real), real_(std::move(real)), total_(queries) {}
  ~OwnCountingConnection() override { total_ += queries(); }
  OwnCountingConnection(const OwnCountingConnection&) = delete;
  OwnCountingConnection& operator=(const OwnCountingConnection&) = delete;

 private:
  std::unique_ptr<driver::Connection> real_;
  int& total_;
};

class CountingConnector : public driver::Connector {
 public:
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override {
    return std::make_unique<OwnCountingConnection>(real_->Connect(url, options), queries);
  }
  int queries = 0;

 private:
  std::unique_ptr<driver::Connector> real_ = driver::MakeConnector();
};

/// The queries of a script that finds `bind`, a connection with these arguments to create_engine().
int QueriesOf(const std::string& engine, const std::string& script) {
  CountingConnector connector;
  python::ScriptHostForTests host;
  {
    python::Interpreter interpreter(host.host(), {});
    interpreter.Service<Databases>().connector = &connector;
    AddModules(interpreter);
    interpreter.RunSource(
        "a.py", "import sqlalchemy as sa\nwith sa.create_engine(" + engine + ").connect() as bind:\n" + script, "a");
  }
  return connector.queries;
}

constexpr const char* kAllTables =
    "    inspector = sa.inspect(bind)\n"
    "    assert len(inspector.get_table_names()) == len(inspector.get_multi_columns())\n"
    "    inspector.get_multi_pk_constraint(), inspector.get_multi_foreign_keys(), inspector.get_multi_indexes()\n"
    "    inspector.get_multi_unique_constraints(), inspector.get_multi_check_constraints()\n";
constexpr const char* kMetadata =
    "    metadata = sa.MetaData()\n    metadata.reflect(bind=bind)\n    assert len(metadata.tables) > 1\n";
constexpr const char* kOneTable =
    "    metadata = sa.MetaData()\n    t_2 = sa.Table('t_2', metadata, autoload_with=bind)\n"
    "    assert len(t_2.indexes) == 1 and 't_1' in metadata.tables\n";

/// Fewer would be fine; what counts is that they do not grow.
constexpr int kMost = 60;

void ExpectAsManyForManyTables(driver::Connection& connection, const std::string& engine) {
  const char* const scripts[] = {kAllTables, kMetadata, kOneTable};
  inspect::MakeTables(connection, 1, 2);
  std::vector<int> few;
  for (const char* script : scripts) few.push_back(QueriesOf(engine, script));
  inspect::MakeTables(connection, 3, 30);
  std::vector<int> many;
  for (const char* script : scripts) many.push_back(QueriesOf(engine, script));
  EXPECT_EQ(few, many);
  for (const int queries : many) {
    EXPECT_GT(queries, 0);
    EXPECT_LE(queries, kMost);
  }
}

TEST(ReflectionOfScripts, TakesAFixedNumberOfQueriesOnSqlite) {
  const std::string file = testing::TempDir() + "reflection_" + std::to_string(getpid()) + ".db";
  const std::string url = "sqlite:///" + file;
  {
    const auto connection = driver::MakeConnector()->Connect(driver::Url::Parse(url));
    ExpectAsManyForManyTables(*connection, "'" + url + "'");
  }
  unlink(file.c_str());
}

TEST(ReflectionOfScripts, TakesAFixedNumberOfQueriesOnPostgresql) {
  const char* url = std::getenv("LIMBECK_TEST_POSTGRES");
  ASSERT_NE(url, nullptr) << "LIMBECK_TEST_POSTGRES must hold the URL of a PostgreSQL cluster; ctest sets it";
  // A database of its own: enums and domains of other tests that run meanwhile cost a query of their labels.
  const std::string name = "limbeck_reflection_" + std::to_string(getpid());
  driver::Url own = driver::Url::Parse(url);
  const auto server = driver::MakeConnector()->Connect(own);
  server->Execute("CREATE DATABASE " + name);
  own.database = name;
  {
    const auto connection = driver::MakeConnector()->Connect(own);
    ExpectAsManyForManyTables(*connection, "'" + own.ToStringWithPassword() + "'");
  }
  server->Execute("DROP DATABASE " + name + " WITH (FORCE)");
}

}  // namespace
}  // namespace limbeck::pymodules
