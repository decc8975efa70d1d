#pragma once

#include <string>

#include "driver/connection.h"

namespace limbeck::driver {

/// A transaction as a scope: begun by the constructor, rolled back by the destructor unless it was ended. The
/// connection must outlive it.
class Transaction {
 public:
  explicit Transaction(Connection& connection, const BeginOptions& options = {});
  /// Never throws: when the rollback fails, the connection is lost and the database rolls back by itself.
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Throws as Connection::Commit does; what then is still open, the destructor rolls back.
  void Commit();
  void Rollback();
  bool ended() const { return ended_; }

 private:
  Connection& connection_;
  bool ended_ = false;
};

/// A savepoint as a scope: rolled back to by the destructor unless it was released.
class Savepoint {
 public:
  Savepoint(Connection& connection, std::string name);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void Release();
  /// Undoes what happened since, and ends the savepoint.
  void Rollback();
  bool ended() const { return ended_; }

 private:
  Connection& connection_;
  std::string name_;
  bool ended_ = false;
};

}  // namespace limbeck::driver
