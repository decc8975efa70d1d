#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "dialect/operation_json_test.h"
#include "limbeck/error.h"

// Real Alembic's statements for operations that it was given: tests/data/sql/*.json, see tools/make_sql_goldens.py.

namespace limbeck::dialect {
namespace {

using Json = nlohmann::json;

constexpr const char* kGroups[] = {
    "alter_column", "batch",       "bulk_insert", "columns", "constraints", "create_table", "defaults",
    "execute",      "expressions", "indexes",     "naming",  "quoting",     "types",
};

Json ReadGroup(const std::string& group) {
  std::string path = std::string(LIMBECK_SOURCE_DIR) + "/tests/data/sql/" + group + ".json";
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  return Json::parse(file);
}

// What a dialect made of one case.
struct Outcome {
  std::vector<std::string> statements;
  std::vector<std::string> warnings;
  std::string error_class;
  std::string error;
};

class GoldenRun {
 public:
  GoldenRun(const Dialect& dialect, const Json& golden) : dialect_(dialect), golden_(golden) {
    if (golden.contains("naming")) naming_.emplace(golden["naming"].get<std::map<std::string, std::string>>());
    options_.naming_convention = naming_ ? &*naming_ : nullptr;
    options_.offline = !golden.contains("online");
    options_.literal_binds = golden.contains("literal_binds");
    bool by_driver = golden.value("style", "") == "pyformat" && dialect.name() == "postgresql";
    bool native = golden.value("style", "") == "pyformat" || golden.contains("online");
    options_.parameter_style = by_driver ? ParameterStyle::kPyformat
                               : native  ? ParameterStyle::kNative
                                         : ParameterStyle::kNamed;
  }

  Outcome Run() {
    try {
      for (const Json& operation : golden_["operations"]) Add(Render(operation));
    } catch (const Error& error) {
      outcome_.error_class = error.exception_class();
      outcome_.error = error.message();
    }
    return outcome_;
  }

 private:
  Rendered Render(const Json& json) {
    ops::Operation operation = ReadOperation(json);
    const auto* batch = std::get_if<ops::BatchAlterTable>(&operation);
    if (!batch || !dialect_.NeedsTable(*batch) || !json.contains("existing")) {
      return dialect_.Render(operation, options_, memory_);
    }
    return dialect_.RenderBatch(*batch, ReadTable(json["existing"]), {}, options_, memory_);
  }

  void Add(const Rendered& rendered) {
    for (const Statement& statement : rendered.statements) outcome_.statements.push_back(statement.text);
    outcome_.warnings.insert(outcome_.warnings.end(), rendered.warnings.begin(), rendered.warnings.end());
  }

  const Dialect& dialect_;
  const Json& golden_;
  std::optional<schema::NamingConvention> naming_;
  RenderOptions options_;
  RunMemory memory_;
  Outcome outcome_;
};

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += text + "\n--\n";
  return joined;
}

void Check(const Json& golden, const std::string& dialect) {
  if (!golden.contains(dialect)) return;
  const Json& expected = golden[dialect];
  SCOPED_TRACE(golden["name"].get<std::string>() + " on " + dialect + ":\n" + golden["source"].get<std::string>());
  Outcome outcome = GoldenRun(FindDialect(dialect), golden).Run();
  std::string error = expected.contains("error") ? expected["error"]["message"].get<std::string>() : "";
  EXPECT_EQ(outcome.error, error);
  if (expected.contains("error")) {
    EXPECT_EQ(outcome.error_class, expected["error"]["class"].get<std::string>());
    return;
  }
  EXPECT_EQ(Joined(outcome.statements), Joined(expected["statements"].get<std::vector<std::string>>()));
  EXPECT_EQ(outcome.warnings, expected.value("warnings", std::vector<std::string>()));
}

class SqlGolden : public testing::TestWithParam<const char*> {};

TEST_P(SqlGolden, PostgresqlAsAlembic) {
  for (const Json& golden : ReadGroup(GetParam())) Check(golden, "postgresql");
}

TEST_P(SqlGolden, SqliteAsAlembic) {
  for (const Json& golden : ReadGroup(GetParam())) Check(golden, "sqlite");
}

INSTANTIATE_TEST_SUITE_P(Groups, SqlGolden, testing::ValuesIn(kGroups),
                         [](const auto& group) { return std::string(group.param); });

}  // namespace
}  // namespace limbeck::dialect
