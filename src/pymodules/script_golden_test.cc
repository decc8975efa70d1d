#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Real Alembic's statements for pieces of scripts: tests/data/sql/*.json and tests/data/queries/*.json, see
// tools/make_sql_goldens.py. What the dialects make of the operations is held by dialect/golden_test.cc; here the
// scripts themselves run.

namespace limbeck::pymodules {
namespace {

using Json = nlohmann::json;

constexpr const char* kGroups[] = {
    "sql/alter_column",  "sql/batch",       "sql/bulk_insert", "sql/columns",     "sql/constraints",
    "sql/create_table",  "sql/defaults",    "sql/execute",     "sql/expressions", "sql/indexes",
    "sql/naming",        "sql/quoting",     "sql/types",       "queries/changes", "queries/elements",
    "queries/operators", "queries/selects",
};

constexpr const char* kImports =
    "import datetime, decimal, enum, uuid\n"
    "import sqlalchemy as sa\n"
    "from alembic import op\n"
    "from sqlalchemy import Column, text\n"
    "from sqlalchemy.dialects import mysql, postgresql, sqlite\n";

Json ReadGroup(const std::string& group) {
  const std::string path = std::string(LIMBECK_SOURCE_DIR) + "/tests/data/" + group + ".json";
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  return Json::parse(file);
}

OfflineScriptOptions OptionsOf(const Json& golden, const std::string& dialect) {
  OfflineScriptOptions options;
  options.dialect = dialect;
  options.literal_binds = golden.contains("literal_binds");
  if (golden.value("style", "") == "pyformat") {
    options.parameter_style =
        dialect == "postgresql" ? dialect::ParameterStyle::kPyformat : dialect::ParameterStyle::kNative;
  }
  if (golden.contains("naming")) {
    options.naming_convention.emplace(golden["naming"].get<std::map<std::string, std::string>>());
  }
  return options;
}

void Check(const Json& golden, const std::string& dialect) {
  if (!golden.contains(dialect) || golden.contains("online")) return;
  const Json& expected = golden[dialect];
  const std::string source = golden["source"].get<std::string>();
  SCOPED_TRACE(golden["name"].get<std::string>() + " on " + dialect + ":\n" + source);
  const ScriptOutcome outcome = RunOfflineScript(kImports + source, OptionsOf(golden, dialect));
  EXPECT_EQ(outcome.error, expected.contains("error") ? expected["error"]["message"].get<std::string>() : "");
  if (expected.contains("error")) return;
  EXPECT_EQ(Join(outcome.statements, "\n--\n"), Join(expected["statements"].get<std::vector<std::string>>(), "\n--\n"));
}

class ScriptGolden : public testing::TestWithParam<const char*> {};

TEST_P(ScriptGolden, PostgresqlAsAlembic) {
  for (const Json& golden : ReadGroup(GetParam())) Check(golden, "postgresql");
}

TEST_P(ScriptGolden, SqliteAsAlembic) {
  for (const Json& golden : ReadGroup(GetParam())) Check(golden, "sqlite");
}

INSTANTIATE_TEST_SUITE_P(Groups, ScriptGolden, testing::ValuesIn(kGroups),
                         [](const auto& group) { return ReplaceAll(group.param, "/", "_"); });

}  // namespace
}  // namespace limbeck::pymodules
