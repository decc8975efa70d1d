#pragma once

#include "ops/operation.h"

namespace limbeck::ops {

class DataSource;

/// Where operations go: to a database, to an SQL script, to a record, to lint. A script's call returns when Receive
/// does; what Receive throws is the call's failure.
class OperationSink {
 public:
  virtual ~OperationSink() = default;
  virtual void Receive(Operation operation) = 0;
  /// The database, where there is one that answers questions; else null.
  virtual DataSource* data() { return nullptr; }
};

/// Keeps what it hears: for lint, plans and tests.
class RecordingSink : public OperationSink {
 public:
  void Receive(Operation operation) override { operations_.push_back(std::move(operation)); }
  const std::vector<Operation>& operations() const { return operations_; }

 private:
  std::vector<Operation> operations_;
};

}  // namespace limbeck::ops
