#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dialect/dialect.h"
#include "driver/connection.h"
#include "sql/statement.h"

namespace limbeck::pymodules {

/// How transactions are kept apart, as scripts say it (isolation_level).
struct Isolation {
  driver::IsolationLevel level = driver::IsolationLevel::kDefault;
  /// There are none: each statement is its own.
  bool autocommit = false;
};

/// A connection as SQLAlchemy's scripts know it: a transaction begins by itself with the first statement and lasts
/// until commit, rollback or close. On SQLite it begins with the first statement that changes rows, as Python's
/// sqlite3 has it; a migration run begins its own. Owns the driver's connection; one thread at a time.
///
/// A guest has none of its own: on SQLite, whose runs are transactions, a second connection would see nothing of what
/// the run has done, and wait for its lock. It works on its host's, within the host's transaction: its commit ends a
/// savepoint, its rollback undoes what it has changed itself.
class ScriptConnection {
 public:
  explicit ScriptConnection(std::unique_ptr<driver::Connection> connection);
  explicit ScriptConnection(std::shared_ptr<ScriptConnection> host);
  ~ScriptConnection();
  ScriptConnection(const ScriptConnection&) = delete;
  ScriptConnection& operator=(const ScriptConnection&) = delete;

  driver::Connection& driver() { return host_ ? host_->driver() : *connection_; }
  const dialect::Dialect& dialect() const { return dialect_; }
  const driver::Url& url() const { return host_ ? host_->url() : connection_->url(); }

  /// Executes a statement of the database's own SQL, beginning a transaction if one is due.
  driver::Result Execute(const std::string& sql, const driver::Parameters& parameters = {});
  /// Executes a rendered statement. One of style kScript goes to PostgreSQL with its values as literals, as psycopg2
  /// sends it; errors tell the statement as the script knows it, with its values.
  driver::Result Execute(const dialect::Statement& statement);
  /// Called with the error of a statement that was sent ahead: throws what its sender is to see.
  using Blame = std::function<void(const Error&)>;
  /// Executes a statement whose result nobody reads, on a connection of its own that answers late: the answer is waited
  /// for by whichever call comes next.
  void SendAhead(const dialect::Statement& statement, Blame blame);
  /// Waits for what was sent ahead. Throws what the first that failed is blamed with.
  void Settle();
  /// Executes a statement behind what was sent ahead, and gives the rows that it counted.
  int64_t ExecuteBehind(const dialect::Statement& statement);

  /// The statement begins like one that only gives rows.
  static bool IsQuery(const std::string& sql);
  /// Executes such a statement and gives its rows one at a time: those that psycopg2 has fetched by then, or, with
  /// `as_they_come`, as the server sends them. SQLite's come as they are read in any case.
  std::unique_ptr<driver::RowStream> Query(const dialect::Statement& statement, bool as_they_come);

  /// How many statements it has executed that do more than give rows.
  size_t changes() const { return changes_; }
  /// Something was executed since the last commit or rollback, or begin() was called.
  bool in_transaction() const { return in_transaction_; }
  /// Throws InvalidRequestError when a transaction is there already.
  void Begin();
  /// Begins the database's own transaction at once, unless there is to be none: what a migration run does.
  void BeginNow(const driver::BeginOptions& options = {});
  void Commit();
  void Rollback();
  /// For destructors.
  void TryRollback() noexcept;

  /// For the transactions that begin from now on.
  const Isolation& isolation() const { return isolation_; }
  void set_isolation(const Isolation& isolation) { isolation_ = isolation; }

  /// What schemas of statements and operations stand for; null where they stand for themselves.
  const dialect::SchemaMap* schemas() const { return schemas_.get(); }
  void set_schemas(std::shared_ptr<const dialect::SchemaMap> schemas) { schemas_ = std::move(schemas); }

 private:
  /// A rendered statement as the driver takes it.
  struct Outgoing {
    dialect::Statement stored;
    std::optional<dialect::SentText> sent;

    const std::string& text() const { return sent ? sent->text : stored.text; }
    driver::Parameters Parameters() const;
    /// The error with the statement as the script knows it.
    Error Explain(const Error& error) const;
  };
  struct SentAhead {
    Outgoing statement;
    Blame blame;
  };

  Outgoing Prepare(const dialect::Statement& statement);
  void BlameSender(const Error& error);
  /// For those who watch: what is waited for together with `last`.
  std::string AllUnderWay(const std::string& last) const;
  void BeginIfDue(const std::string& sql);
  void BeginAsGuest();

  std::unique_ptr<driver::Connection> connection_;
  std::shared_ptr<ScriptConnection> host_;
  const dialect::Dialect& dialect_;
  bool in_transaction_ = false;
  /// The database was told to begin, and not yet to end.
  bool has_begun_ = false;
  size_t changes_ = 0;
  /// By the tags that the driver knows them by.
  std::vector<SentAhead> ahead_;
  Isolation isolation_;
  std::shared_ptr<const dialect::SchemaMap> schemas_;
};

}  // namespace limbeck::pymodules
