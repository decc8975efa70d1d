#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "engine/run_lock.h"
#include "engine/services.h"
#include "engine/statement_data.h"
#include "engine/version_table.h"
#include "graph/head_maintainer.h"
#include "graph/plan.h"
#include "ops/sink.h"
#include "pymodules/script_connection.h"
#include "schema/naming.h"

namespace limbeck::engine {

/// How a run goes about its database: what context.configure() may say.
struct ContextOptions {
  VersionTable version_table;
  /// nullopt: the dialect's own.
  std::optional<bool> transactional_ddl;
  bool transaction_per_migration = false;
  bool literal_binds = false;
  dialect::ParameterStyle parameter_style = dialect::ParameterStyle::kNative;
  /// Asked once, by the first operation that has a name to make: the models may be costly to read. May be null.
  std::function<schema::NamingConvention()> naming_convention;
  /// Offline: what takes the script; empty: services.print.
  std::function<void(std::string_view text)> write;
  /// Offline: the rows that the run starts from.
  std::vector<std::string> starting_heads;
  /// configure(starting_rev=) was given, which a live database has no use for.
  bool has_start = false;
  /// Looks only, and waits for nobody who writes; a version table that is not there is created.
  bool only_looks = false;
  /// Looks only: the version table is not created.
  bool dont_mutate = false;
  /// stamp --purge: all rows go first.
  bool purge = false;
  /// Keeps other runs away; null for a run that only looks. Borrowed.
  RunLock* lock = nullptr;
};

/// Applies operations and steps to one database, or writes them as a script. Knows nothing of Python. Transactions
/// follow Alembic's rules, except that a run on SQLite is one real transaction (docs/alembic-differences.md): a run
/// that fails or is killed leaves nothing behind.
class MigrationContext : public ops::OperationSink {
 public:
  /// Online.
  MigrationContext(const Services& services, std::shared_ptr<pymodules::ScriptConnection> connection,
                   ContextOptions options);
  /// Offline: statements are written to services.print.
  MigrationContext(const Services& services, const dialect::Dialect& dialect, ContextOptions options);

  bool is_offline() const { return connection_ == nullptr; }
  const dialect::Dialect& dialect() const { return dialect_; }
  const ContextOptions& options() const { return options_; }
  const std::shared_ptr<pymodules::ScriptConnection>& connection() const { return connection_; }
  bool transactional_ddl() const { return options_.transactional_ddl.value_or(dialect_.transactional_ddl()); }

  /// Rows of the version table; none when there is no such table.
  std::vector<std::string> CurrentHeads();
  void EnsureVersionTable();

  void Receive(ops::Operation operation) override;
  /// Null offline.
  ops::DataSource* data() override;
  void Execute(const sql::Statement& statement);
  /// A line of the script; nothing online.
  void StaticOutput(const std::string& text);

  /// The transaction of the run, as env.py frames it; left with `failed` it is rolled back.
  void EnterTransaction();
  void LeaveTransaction(bool failed);
  /// autocommit_block(): what is open is committed first, and begun again behind it.
  void EnterAutocommit();
  void LeaveAutocommit();

  /// Who is to be told that a statement failed which was sent ahead; empty where the caller has to know at once.
  using FindBlame = std::function<pymodules::ScriptConnection::Blame()>;
  /// Asked for each statement whose result nobody reads; null where all are waited for.
  void set_find_blame(FindBlame find) { find_blame_ = std::move(find); }

  using PlanSteps = std::function<std::vector<graph::Step>(const std::vector<std::string>& heads)>;
  /// Runs one revision's upgrade() or downgrade().
  using ApplyStep = std::function<void(const graph::RevisionStep& step)>;
  /// Hears of each step after its version row is written, before its transaction ends.
  using AfterStep = std::function<void(const graph::Step& step, const std::vector<std::string>& heads)>;

  void RunSteps(const graph::RevisionMap& revisions, const PlanSteps& plan, const ApplyStep& apply,
                const AfterStep& after);

 private:
  bool BeginsRun() const;
  bool BeginsStep() const;
  class StepTransaction;
  class OutsideTransaction;
  class StepReport;
  bool RunPlan(const graph::RevisionMap& revisions, const std::vector<std::string>& rows,
               const std::vector<graph::Step>& steps, const ApplyStep& apply, const AfterStep& after);
  bool RunStep(const graph::Step& step, graph::HeadMaintainer& heads, const ApplyStep& apply, const AfterStep& after);
  std::vector<std::string> PrepareRows();

  void Lock();
  void Write(const std::string& text);
  void BeginNow();
  void CommitForNow();
  void BeginAgain();
  void ReturnFromOutside();
  /// Other runs may come in between transactions.
  bool IsAloneOnlyInTransactions() const;

  dialect::RenderOptions MakeRenderOptions() const;
  void ReadNamingConvention(const ops::Operation& operation);
  void Apply(const ops::Operation& operation);
  void Run(const dialect::Rendered& rendered);
  void Rebuild(const ops::BatchAlterTable& batch);
  void ExecuteRendered(const dialect::Statement& statement);
  bool MayLeaveTransaction(const dialect::Statement& statement) const;
  void RunOutside(const dialect::Statement& statement, const std::function<void()>& run);
  void BuildConcurrently(const ops::CreateIndex& index, const dialect::Rendered& rendered);
  void DropLeftover(const ops::CreateIndex& index);
  /// A count that grows with each statement that does more than give rows.
  size_t Changes() const;
  void WriteChange(const graph::RowChange& change);
  bool HasVersionTable(const std::optional<std::string>& schema);
  void LogConfiguration();
  void Log(LogLevel level, const std::string& message);

  const Services& services_;
  std::shared_ptr<pymodules::ScriptConnection> connection_;
  const dialect::Dialect& dialect_;
  ContextOptions options_;
  dialect::RunMemory memory_;
  std::optional<schema::NamingConvention> naming_convention_;
  std::optional<StatementData> data_;
  /// Somebody began a transaction before us: it is theirs to end.
  bool in_external_transaction_ = false;
  bool run_transaction_open_ = false;
  bool step_transaction_open_ = false;
  /// In autocommit_block().
  bool is_outside_ = false;
  /// Changes() when nothing of the present step was waiting for a commit.
  size_t settled_changes_ = 0;
  /// Statements that were written into the script, and sources of data that were handed out.
  size_t other_changes_ = 0;
  /// The present step was in autocommit_block().
  bool has_been_outside_ = false;
  /// Of the version table at the last commit that a new transaction follows.
  std::vector<std::string> committed_rows_;
  pymodules::Isolation isolation_before_autocommit_;
  FindBlame find_blame_;
};

}  // namespace limbeck::engine
