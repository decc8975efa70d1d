// What a program pays for its schema: at each start, and in each of its tests.

#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <cstdio>
#include <memory>

#include "limbeck/migrator.h"
#include "limbeck/models.h"

namespace limbeck {
namespace {

struct Close {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};

std::unique_ptr<sqlite3, Close> OpenMemory() {
  sqlite3* connection = nullptr;
  sqlite3_open(":memory:", &connection);
  return std::unique_ptr<sqlite3, Close>(connection);
}

// ------------------------------------------------------------------------------------------ eight tables

Column Id() {
  return {.name = "id", .type = types::Integer(), .primary_key = true};
}

Column To(const std::string& table, bool nullable = false) {
  const std::string name = table == "change_requests" ? "change_request_id" : table.substr(0, table.size() - 1) + "_id";
  return {.name = name,
          .type = types::Integer(),
          .nullable = nullable,
          .references = Reference{.table = table, .column = "id", .on_delete = "CASCADE"}};
}

Column TextOf(const std::string& name, int length) {
  return {.name = name, .type = types::String(length), .nullable = false};
}

Column TimeOf(const std::string& name) {
  return {.name = name, .type = types::DateTime(), .nullable = false, .server_default = Sql{"CURRENT_TIMESTAMP"}};
}

Column StatusOf(const std::string& name) {
  return {.name = "status", .type = types::Enum(name, {"draft", "open", "approved", "rejected", "done"})};
}

/// Projects with tasks, their changes and runs: a public project's shape.
Models ProjectModels() {
  return {
      .tables = {{.name = "projects", .columns = {Id(), TextOf("name", 200), TimeOf("created_at")}},
                 {.name = "tasks",
                  .columns = {Id(),
                              To("projects"),
                              TextOf("title", 500),
                              StatusOf("task_status"),
                              {.name = "position", .type = types::Integer(), .server_default = "0"},
                              TimeOf("created_at"),
                              TimeOf("updated_at")}},
                 {.name = "change_requests",
                  .columns = {Id(),
                              To("tasks"),
                              {.name = "changes", .type = types::Json()},
                              StatusOf("change_status"),
                              TimeOf("created_at")}},
                 {.name = "approvals",
                  .columns = {Id(), To("tasks", true), To("change_requests", true), TextOf("approver", 100),
                              TimeOf("approved_at")}},
                 {.name = "task_versions",
                  .columns = {Id(),
                              To("tasks"),
                              {.name = "version", .type = types::Integer(), .nullable = false},
                              {.name = "snapshot", .type = types::Json()}},
                  .constraints = {Unique{.name = "uq_task_version", .columns = {"task_id", "version"}}}},
                 {.name = "runs", .columns = {Id(), To("tasks"), StatusOf("run_status"), TimeOf("started_at")}},
                 {.name = "artifacts",
                  .columns = {Id(),
                              To("projects"),
                              To("runs", true),
                              TextOf("path", 1000),
                              {.name = "size", .type = types::BigInteger()}}},
                 {.name = "control_state",
                  .columns = {Id(), To("projects"), {.name = "paused", .type = types::Boolean(), .nullable = false}},
                  .constraints = {Unique{.columns = {"project_id"}}}}},
      .indexes = {{.name = "ix_tasks_project_id", .table = "tasks", .columns = {"project_id"}},
                  {.name = "ix_runs_task_id", .table = "runs", .columns = {"task_id"}}}};
}

/// The goal is 1 ms.
void CreateEightTables(benchmark::State& state) {
  const Models models = ProjectModels();
  for (auto _ : state) {
    const auto memory = OpenMemory();
    CreateAll(Database::Borrow(memory.get()), models);
  }
}
BENCHMARK(CreateEightTables)->Unit(benchmark::kMicrosecond);

// ------------------------------------------------------------------------------------------ at head

constexpr int kRevisions = 200;

/// Revisions that are compiled in, one after the other.
struct Embedded {
  Embedded() {
    for (int i = 0; i < kRevisions; ++i) {
      const std::string id = "r" + std::to_string(1000 + i);
      const std::string before = i == 0 ? "none" : "r" + std::to_string(999 + i);
      paths.push_back("versions/" + id + ".sql");
      texts.push_back("-- revision " + id + "\n--\n-- revision: " + id + "\n-- down_revision: " + before +
                      "\n\n-- upgrade\nCREATE TABLE t" + id +
                      " (id INTEGER PRIMARY KEY);\n\n-- downgrade\nDROP TABLE t" + id + ";\n");
    }
    for (size_t i = 0; i < paths.size(); ++i) migrations.files.push_back({paths[i], texts[i]});
  }

  std::vector<std::string> paths;
  std::vector<std::string> texts;
  Migrations migrations;
};

/// A program starts and finds its file at the newest revision: everything from nothing, each time. The goal is 2 ms.
void CheckAtHead(benchmark::State& state) {
  const Embedded embedded;
  const std::string file = "limbeck_start_bench.db";
  std::remove(file.c_str());
  Migrator(embedded.migrations).Upgrade(Database::SqliteFile(file));
  for (auto _ : state) {
    Migrator migrator(embedded.migrations);
    if (migrator.Upgrade(Database::SqliteFile(file)).changed()) state.SkipWithError("there was something to do");
  }
  std::remove(file.c_str());
}
BENCHMARK(CheckAtHead)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace limbeck
