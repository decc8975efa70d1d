#include "driver/transaction.h"

#include <utility>

namespace limbeck::driver {

Transaction::Transaction(Connection& connection, const BeginOptions& options) : connection_(connection) {
  connection_.Begin(options);
}

Transaction::~Transaction() {
  if (!ended_) connection_.TryRollback();
}

void Transaction::Commit() {
  connection_.Commit();
  ended_ = true;
}

void Transaction::Rollback() {
  connection_.Rollback();
  ended_ = true;
}

Savepoint::Savepoint(Connection& connection, std::string name) : connection_(connection), name_(std::move(name)) {
  connection_.SetSavepoint(name_);
}

Savepoint::~Savepoint() {
  if (!ended_) connection_.TryEndSavepoint(name_);
}

void Savepoint::Release() {
  connection_.ReleaseSavepoint(name_);
  ended_ = true;
}

void Savepoint::Rollback() {
  connection_.RollbackToSavepoint(name_);
  connection_.ReleaseSavepoint(name_);
  ended_ = true;
}

}  // namespace limbeck::driver
