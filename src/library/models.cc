#include "limbeck/models.h"

#include "dialect/dialect.h"
#include "driver/connection.h"
#include "library/open_database.h"
#include "ops/sink.h"
#include "schema/table_order.h"

namespace limbeck {
namespace {

using Connection = pymodules::ScriptConnection;

/// What the models ask for, as operations in an order that the database can follow.
class Creation {
 public:
  explicit Creation(const Models& models) {
    Operations operations(recorded_);
    for (limbeck::CreateTable table : models.tables) {
      table.if_not_exists = true;
      operations.CreateTable(table);
    }
    for (const ops::Operation& operation : recorded_.operations()) {
      tables_.push_back(std::get<ops::CreateTable>(operation).table);
    }
    for (limbeck::CreateIndex index : models.indexes) {
      index.if_not_exists = true;
      operations.CreateIndex(index);
    }
    order_ = schema::SortTables(tables_);
  }

  void Send(ops::OperationSink& sink) const {
    for (const size_t position : order_.order) sink.Receive(recorded_.operations()[position]);
    for (size_t i = tables_.size(); i < recorded_.operations().size(); ++i) sink.Receive(recorded_.operations()[i]);
  }

  void SendDrops(ops::OperationSink& sink) const {
    for (auto position = order_.order.rbegin(); position != order_.order.rend(); ++position) {
      const schema::Table& table = tables_[*position];
      ops::DropTable drop;
      drop.table = table.name;
      drop.schema = table.schema;
      drop.if_exists = true;
      drop.original = sql::Shared<schema::Table>(table);
      sink.Receive(std::move(drop));
    }
  }

  /// A table of a circle of foreign keys, or nullptr.
  const schema::Table* FindCircle() const {
    for (size_t i = 0; i < tables_.size(); ++i) {
      if (order_.keys_are_late[i]) return &tables_[i];
    }
    return nullptr;
  }

 private:
  ops::RecordingSink recorded_;
  std::vector<schema::Table> tables_;
  schema::TableOrder order_;
};

/// Executes operations as they come.
class Executor : public ops::OperationSink {
 public:
  explicit Executor(Connection& connection) : connection_(connection) {}

  void Receive(ops::Operation operation) override {
    const dialect::Rendered rendered = connection_.dialect().Render(operation, {}, memory_);
    for (const dialect::Statement& statement : rendered.statements) connection_.Execute(statement);
  }

 private:
  Connection& connection_;
  dialect::RunMemory memory_;
};

template <typename Work>
void InTransaction(const Database& database, const Work& work) {
  const std::unique_ptr<driver::Connector> connector = driver::MakeConnector();
  const std::shared_ptr<Connection> connection = DatabaseOpener::Open(database, *connector);
  connection->BeginNow();
  // What is not committed is rolled back with the connection.
  Executor executor(*connection);
  work(executor, *connection);
  connection->Commit();
}

}  // namespace

void CreateAll(const Database& database, const Models& models) {
  const Creation creation(models);
  InTransaction(database, [&](ops::OperationSink& sink, Connection& connection) {
    const schema::Table* circle = creation.FindCircle();
    if (circle != nullptr && connection.driver().backend() != driver::Backend::kSqlite) {
      throw Error(ErrorKind::kConfig, "the foreign keys of \"" + circle->name.text + "\" are part of a circle")
          .Hint("leave one key out of the models and add it with Operations::CreateConstraint");
    }
    creation.Send(sink);
  });
}

void DropAll(const Database& database, const Models& models) {
  const Creation creation(models);
  InTransaction(database, [&](ops::OperationSink& sink, Connection&) { creation.SendDrops(sink); });
}

}  // namespace limbeck
