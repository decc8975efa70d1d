#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "driver/connection.h"
#include "inspect/catalogue.h"

namespace limbeck::inspect {

/// Hands all on to another connection, and counts the statements whose rows are read.
class CountingConnection : public driver::Connection {
 public:
  explicit CountingConnection(driver::Connection& other) : Connection(other.url()), other_(other) {}
  int queries() const { return queries_; }

  driver::Result Execute(const std::string& sql, const driver::Parameters& parameters) override {
    ++queries_;
    return other_.Execute(sql, parameters);
  }
  driver::Result ExecuteMany(const std::string& sql, std::span<const driver::Parameters> sets) override {
    queries_ += static_cast<int>(sets.size());
    return other_.ExecuteMany(sql, sets);
  }
  void ExecuteScript(const std::string& sql) override { other_.ExecuteScript(sql); }
  std::unique_ptr<driver::RowStream> Stream(const std::string& sql, const driver::Parameters& parameters) override {
    ++queries_;
    return other_.Stream(sql, parameters);
  }
  void Queue(const std::string& sql, const driver::Parameters& parameters, uint64_t tag) override {
    ++queries_;
    other_.Queue(sql, parameters, tag);
  }
  void Flush() override { other_.Flush(); }
  int64_t FlushWith(const std::string& sql, const driver::Parameters& parameters) override {
    return other_.FlushWith(sql, parameters);
  }
  void Begin(const driver::BeginOptions& options) override { other_.Begin(options); }
  void Commit() override { other_.Commit(); }
  void Rollback() override { other_.Rollback(); }
  bool TryRollback() noexcept override { return other_.TryRollback(); }
  void SetSavepoint(const std::string& name) override { other_.SetSavepoint(name); }
  void ReleaseSavepoint(const std::string& name) override { other_.ReleaseSavepoint(name); }
  void RollbackToSavepoint(const std::string& name) override { other_.RollbackToSavepoint(name); }
  bool TryEndSavepoint(const std::string& name) noexcept override { return other_.TryEndSavepoint(name); }
  driver::TransactionState transaction_state() const override { return other_.transaction_state(); }
  void SetLockTimeout(std::chrono::milliseconds timeout) override { other_.SetLockTimeout(timeout); }
  void SetStatementTimeout(std::chrono::milliseconds timeout) override { other_.SetStatementTimeout(timeout); }
  std::unique_ptr<driver::Connection> ConnectAgain() const override { return other_.ConnectAgain(); }
  void Cancel() override { other_.Cancel(); }
  bool alive() const override { return other_.alive(); }
  std::vector<int> server_version() const override { return other_.server_version(); }
  int backend_pid() const override { return other_.backend_pid(); }
  std::string database_name() const override { return other_.database_name(); }
  std::string CurrentSchema() override {
    ++queries_;
    return other_.CurrentSchema();
  }
  void OnNotice(driver::NoticeHandler handler) override { other_.OnNotice(std::move(handler)); }

 private:
  driver::Connection& other_;
  int queries_ = 0;
};

/// How many queries it takes to read all tables of a schema as autogenerate does, and how many tables there are.
inline std::pair<int, size_t> CountQueries(driver::Connection& connection, const std::optional<std::string>& schema) {
  CountingConnection counting(connection);
  const std::unique_ptr<Catalogue> catalogue = OpenCatalogue(counting);
  catalogue->DefaultSchema();
  catalogue->SchemaNames();
  TableQuery query;
  query.schema = schema;
  query.names = catalogue->Names(NameKind::kTable, schema);
  const size_t tables = catalogue->Tables(query).size();
  return {counting.queries(), tables};
}

/// Makes tables with keys, constraints and indexes: "t_1" to "t_<count>".
inline void MakeTables(driver::Connection& connection, int first, int last) {
  for (int i = first; i <= last; ++i) {
    const std::string name = "t_" + std::to_string(i);
    connection.Execute("CREATE TABLE " + name + " (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t_1 (id), " +
                       "name VARCHAR(20) UNIQUE, CONSTRAINT c_" + std::to_string(i) + " CHECK (up > 1))");
    connection.Execute("CREATE INDEX ix_" + std::to_string(i) + " ON " + name + " (up)");
  }
}

}  // namespace limbeck::inspect
