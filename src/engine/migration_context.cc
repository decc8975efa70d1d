#include "engine/migration_context.h"

#include <set>
#include <utility>

#include "base/error_of.h"
#include "engine/batch_rebuild.h"
#include "engine/progress.h"
#include "inspect/has_table.h"
#include "inspect/invalid_index.h"
#include "inspect/rebuild_guard.h"

namespace limbeck::engine {
namespace {

constexpr const char* kLogger = "alembic.runtime.migration";

}  // namespace

MigrationContext::MigrationContext(const Services& services, std::shared_ptr<pymodules::ScriptConnection> connection,
                                   ContextOptions options)
    : services_(services),
      connection_(std::move(connection)),
      dialect_(connection_->dialect()),
      options_(std::move(options)),
      in_external_transaction_(connection_->in_transaction()) {
  LogConfiguration();
}

MigrationContext::MigrationContext(const Services& services, const dialect::Dialect& dialect, ContextOptions options)
    : services_(services), dialect_(dialect), options_(std::move(options)) {
  LogConfiguration();
}

void MigrationContext::Log(LogLevel level, const std::string& message) {
  services_.log->Log(kLogger, static_cast<int>(level), message);
}

void MigrationContext::LogConfiguration() {
  Log(LogLevel::kInfo, "Context impl " + std::string(dialect_.implementation_name()) + ".");
  if (is_offline()) Log(LogLevel::kInfo, "Generating static SQL");
  const std::string kind = transactional_ddl() ? "transactional" : "non-transactional";
  Log(LogLevel::kInfo, "Will assume " + kind + " DDL.");
}

dialect::RenderOptions MigrationContext::MakeRenderOptions() const {
  dialect::RenderOptions options;
  options.offline = is_offline();
  options.keeps_begun = true;
  options.parameter_style = is_offline() ? options_.parameter_style : dialect::ParameterStyle::kScript;
  options.literal_binds = options_.literal_binds;
  options.naming_convention = naming_convention_ ? &*naming_convention_ : nullptr;
  if (connection_) options.schemas = connection_->schemas();
  return options;
}

// ------------------------------------------------------------------------------------------ statements

void MigrationContext::Write(const std::string& text) {
  options_.write ? options_.write(text) : services_.print(text);
}

/// autocommit_block() around one statement; a script that catches its error goes on in a transaction.
class MigrationContext::OutsideTransaction {
 public:
  explicit OutsideTransaction(MigrationContext& context) : context_(context) { context.EnterAutocommit(); }
  OutsideTransaction(const OutsideTransaction&) = delete;
  OutsideTransaction& operator=(const OutsideTransaction&) = delete;
  ~OutsideTransaction() {
    if (context_.is_outside_) context_.ReturnFromOutside();
  }

  void Leave() { context_.LeaveAutocommit(); }

 private:
  MigrationContext& context_;
};

size_t MigrationContext::Changes() const {
  return other_changes_ + (is_offline() ? 0 : connection_->changes());
}

/// What wants to be in no transaction leaves it by itself only where that commits nothing of a step that is under way:
/// should it fail, the database stands where its version table says. A script keeps to Alembic's text for what Alembic
/// has.
bool MigrationContext::MayLeaveTransaction(const dialect::Statement& statement) const {
  if (statement.in_transaction == dialect::InTransaction::kFine) return false;
  if (is_offline() && statement.in_transaction == dialect::InTransaction::kRefused) return false;
  const bool is_in_own = (run_transaction_open_ || step_transaction_open_) && !is_outside_;
  return is_in_own && Changes() == settled_changes_;
}

void MigrationContext::RunOutside(const dialect::Statement& statement, const std::function<void()>& run) {
  Log(LogLevel::kInfo, "Running outside of the transaction: " + statement.text);
  OutsideTransaction outside(*this);
  run();
  outside.Leave();
}

void MigrationContext::ExecuteRendered(const dialect::Statement& statement) {
  if (MayLeaveTransaction(statement)) return RunOutside(statement, [&] { ExecuteRendered(statement); });
  if (is_offline()) {
    ++other_changes_;
    return Write(dialect::OfflineText(statement) + "\n\n");
  }
  pymodules::ScriptConnection::Blame blame;
  if (find_blame_ && !is_outside_) blame = find_blame_();
  if (blame) {
    connection_->SendAhead(statement, std::move(blame));
  } else {
    connection_->Execute(statement);
  }
}

/// SQL and rows name no constraints.
void MigrationContext::ReadNamingConvention(const ops::Operation& operation) {
  const bool names_nothing =
      std::holds_alternative<ops::ExecuteSql>(operation) || std::holds_alternative<ops::BulkInsert>(operation);
  if (names_nothing || naming_convention_ || !options_.naming_convention) return;
  naming_convention_ = options_.naming_convention();
}

void MigrationContext::Receive(ops::Operation operation) {
  ReadNamingConvention(operation);
  Apply(operation);
}

ops::DataSource* MigrationContext::data() {
  if (is_offline()) return nullptr;
  ++other_changes_;
  if (!data_) data_.emplace(connection_->driver());
  return &*data_;
}

void MigrationContext::Apply(const ops::Operation& operation) {
  const auto* batch = std::get_if<ops::BatchAlterTable>(&operation);
  if (batch != nullptr && !is_offline() && dialect_.Rebuilds(*batch)) return Rebuild(*batch);
  const dialect::Rendered rendered = dialect_.Render(operation, MakeRenderOptions(), memory_);
  const auto* index = std::get_if<ops::CreateIndex>(&operation);
  const bool is_concurrent =
      index && !rendered.failure && rendered.statements.front().in_transaction == dialect::InTransaction::kRefused;
  is_concurrent ? BuildConcurrently(*index, rendered) : Run(rendered);
}

/// A build that fails leaves an index behind that no query uses and every write keeps, and that IF NOT EXISTS takes for
/// the index.
void MigrationContext::BuildConcurrently(const ops::CreateIndex& index, const dialect::Rendered& rendered) {
  const dialect::Statement& build = rendered.statements.front();
  if (MayLeaveTransaction(build)) return RunOutside(build, [&] { BuildConcurrently(index, rendered); });
  if (is_offline() || !connection_->isolation().autocommit) return Run(rendered);
  DropLeftover(index);
  const std::optional<Error> error = ErrorOf([&] { Run(rendered); });
  if (!error) return;
  ErrorOf([&] { DropLeftover(index); });
  throw Error(*error);
}

void MigrationContext::DropLeftover(const ops::CreateIndex& index) {
  if (!index.index.name) return;
  const auto schema = index.schema ? std::optional(index.schema->text) : std::nullopt;
  const auto leftover = inspect::FindInvalidIndex(connection_->driver(), index.index.name.text->text, schema);
  if (!leftover) return;
  Log(LogLevel::kInfo, "Dropping what a failed build has left of index " + *leftover);
  connection_->driver().Execute("DROP INDEX CONCURRENTLY IF EXISTS " + *leftover);
}

void MigrationContext::Run(const dialect::Rendered& rendered) {
  for (const std::string& warning : rendered.warnings) PrintWarning(services_, "UserWarning", warning);
  for (const dialect::Statement& statement : rendered.statements) ExecuteRendered(statement);
  if (rendered.failure) throw Error(*rendered.failure);
}

void MigrationContext::Rebuild(const ops::BatchAlterTable& batch) {
  std::vector<std::string> warnings;
  const dialect::Rendered rendered =
      RenderRebuild(connection_->driver(), dialect_, batch, MakeRenderOptions(), memory_, warnings);
  for (const std::string& warning : warnings) PrintWarning(services_, "SAWarning", warning);
  const auto guard = inspect::GuardRebuild(connection_->driver(), batch.table, batch.schema);
  Run(rendered);
  guard->Finish();
}

void MigrationContext::Execute(const sql::Statement& statement) {
  ExecuteRendered(dialect_.Render(statement, MakeRenderOptions()));
}

void MigrationContext::StaticOutput(const std::string& text) {
  if (is_offline()) Write(text + "\n\n");
}

// ------------------------------------------------------------------------------------------ version table

bool MigrationContext::HasVersionTable(const std::optional<std::string>& schema) {
  return inspect::HasTable(connection_->driver(), options_.version_table.name, schema);
}

std::vector<std::string> MigrationContext::CurrentHeads() {
  if (is_offline()) return options_.starting_heads;
  if (options_.has_start) {
    throw Error(ErrorKind::kCommand, "Can't specify current_rev to context when using a database connection");
  }
  // As Alembic, which does not ask here what the schema stands for.
  if (!HasVersionTable(options_.version_table.schema)) return {};
  std::vector<std::string> heads;
  const driver::Result rows =
      connection_->driver().Execute(options_.version_table.SelectAll(dialect_, connection_->schemas()));
  for (size_t i = 0; i < rows.size(); ++i) heads.emplace_back(rows[i][0].AsText());
  return heads;
}

void MigrationContext::EnsureVersionTable() {
  const auto is_there = [&] { return HasVersionTable(options_.version_table.SchemaIn(connection_->schemas())); };
  if (is_offline() || !is_there()) Apply(options_.version_table.Create());
}

void MigrationContext::WriteChange(const graph::RowChange& change) {
  const dialect::Statement statement = options_.version_table.Change(change, dialect_, MakeRenderOptions());
  if (is_offline()) return ExecuteRendered(statement);
  const int64_t rows = connection_->ExecuteBehind(statement);
  const bool inserts = std::holds_alternative<graph::InsertVersion>(change);
  if (!inserts && rows != 1) throw options_.version_table.WrongRowCount(change, rows);
}

// ------------------------------------------------------------------------------------------ transactions

/// SQLite takes part in the run's transaction although Alembic does not trust it to. A script only says what Alembic's
/// says.
bool MigrationContext::BeginsRun() const {
  if (in_external_transaction_ || options_.transaction_per_migration) return false;
  return transactional_ddl() || !is_offline();
}

bool MigrationContext::BeginsStep() const {
  if (in_external_transaction_ || run_transaction_open_) return false;
  return transactional_ddl() ? options_.transaction_per_migration : !is_offline();
}

void MigrationContext::Lock() {
  if (is_offline() || options_.lock == nullptr) return;
  driver::Connection& driver = connection_->driver();
  if (!driver.has_named_locks()) return;
  const std::string schema = options_.version_table.schema.value_or(driver.CurrentSchema());
  options_.lock->Take(driver, schema + "." + options_.version_table.name);
}

bool MigrationContext::IsAloneOnlyInTransactions() const {
  return !is_offline() && !connection_->driver().has_named_locks();
}

void MigrationContext::BeginNow() {
  driver::BeginOptions options;
  if (options_.lock != nullptr) options = options_.lock->BeginOptions(connection_->driver());
  // Who only looks need not wait for who writes.
  options.read_only = options_.only_looks && IsAloneOnlyInTransactions();
  connection_->BeginNow(options);
}

void MigrationContext::EnterTransaction() {
  if (!options_.only_looks) Lock();
  if (!BeginsRun()) return;
  run_transaction_open_ = true;
  if (is_offline()) return StaticOutput("BEGIN;");
  BeginNow();
}

void MigrationContext::LeaveTransaction(bool failed) {
  if (!run_transaction_open_) return;
  run_transaction_open_ = false;
  if (!is_offline()) {
    failed ? connection_->Rollback() : connection_->Commit();
  } else if (!failed) {
    StaticOutput("COMMIT;");
  }
}

/// The transaction of one step, where steps have their own: rolled back unless it was committed.
class MigrationContext::StepTransaction {
 public:
  explicit StepTransaction(MigrationContext& context) : context_(context) {
    if (!context.BeginsStep()) return;
    context.step_transaction_open_ = true;
    context.is_offline() ? context.StaticOutput("BEGIN;") : context.BeginNow();
  }
  StepTransaction(const StepTransaction&) = delete;
  StepTransaction& operator=(const StepTransaction&) = delete;
  ~StepTransaction() {
    if (!context_.step_transaction_open_) return;
    context_.step_transaction_open_ = false;
    if (!context_.is_offline()) context_.connection_->TryRollback();
  }

  void Commit() {
    if (!context_.step_transaction_open_) return;
    context_.is_offline() ? context_.StaticOutput("COMMIT;") : context_.connection_->Commit();
    context_.step_transaction_open_ = false;
  }

 private:
  MigrationContext& context_;
};

void MigrationContext::EnterAutocommit() {
  is_outside_ = true;
  if (is_offline()) {
    if (transactional_ddl()) StaticOutput("COMMIT;");
    return;
  }
  has_been_outside_ = true;
  CommitForNow();
  isolation_before_autocommit_ = connection_->isolation();
  connection_->set_isolation({.autocommit = true});
}

void MigrationContext::ReturnFromOutside() {
  is_outside_ = false;
  settled_changes_ = Changes();
  if (!is_offline()) connection_->set_isolation(isolation_before_autocommit_);
}

void MigrationContext::LeaveAutocommit() {
  ReturnFromOutside();
  if (is_offline()) {
    if (transactional_ddl()) StaticOutput("BEGIN;");
    return;
  }
  if (run_transaction_open_ || step_transaction_open_) BeginAgain();
}

void MigrationContext::CommitForNow() {
  if (IsAloneOnlyInTransactions()) committed_rows_ = CurrentHeads();
  connection_->Commit();
}

void MigrationContext::BeginAgain() {
  BeginNow();
  if (!IsAloneOnlyInTransactions() || CurrentHeads() == committed_rows_) return;
  throw Error(ErrorKind::kDatabase, "another run has changed " + options_.version_table.name +
                                        " while this one was outside of a transaction (autocommit_block)");
}

// ------------------------------------------------------------------------------------------ steps

/// The rows that the run starts from. What it needs of the version table is made in a transaction of its own where
/// the steps have theirs.
std::vector<std::string> MigrationContext::PrepareRows() {
  if (options_.purge && is_offline()) throw Error(ErrorKind::kCommand, "Can't use --purge with --sql mode");
  std::vector<std::string> rows = CurrentHeads();
  const bool creates = !is_offline() && rows.empty() && !options_.dont_mutate;
  if (!creates && !options_.purge) return rows;
  Lock();
  StepTransaction transaction(*this);
  EnsureVersionTable();
  if (options_.purge) connection_->Execute(options_.version_table.DeleteAll(dialect_, connection_->schemas()));
  // Who waited for its transaction may find what another run has done.
  rows = CurrentHeads();
  transaction.Commit();
  return rows;
}

void MigrationContext::RunSteps(const graph::RevisionMap& revisions, const PlanSteps& plan, const ApplyStep& apply,
                                const AfterStep& after) {
  if (!options_.only_looks) Lock();
  std::vector<std::string> rows = PrepareRows();
  while (!RunPlan(revisions, rows, plan(rows), apply, after)) rows = CurrentHeads();
}

/// Tells the steps of one plan to who wants to hear of them.
class MigrationContext::StepReport {
 public:
  StepReport(Progress* progress, size_t count) : progress_(progress), count_(count) {}
  ~StepReport() {
    if (progress_ != nullptr && number_ > 0) progress_->EndSteps();
  }
  StepReport(const StepReport&) = delete;
  StepReport& operator=(const StepReport&) = delete;

  void Begin(const graph::Step& step) {
    ++number_;
    if (progress_ != nullptr) progress_->BeginStep(number_, count_, graph::LogText(step));
  }

 private:
  Progress* progress_;
  size_t count_;
  size_t number_ = 0;
};

/// False when another run has changed the rows: what is left of the plan is worth nothing then.
bool MigrationContext::RunPlan(const graph::RevisionMap& revisions, const std::vector<std::string>& rows,
                               const std::vector<graph::Step>& steps, const ApplyStep& apply, const AfterStep& after) {
  graph::HeadMaintainer heads(revisions, rows);
  StepReport report(is_offline() ? nullptr : services_.progress, steps.size());
  for (const graph::Step& step : steps) {
    report.Begin(step);
    if (!RunStep(step, heads, apply, after)) return false;
  }
  return true;
}

bool MigrationContext::RunStep(const graph::Step& step, graph::HeadMaintainer& heads, const ApplyStep& apply,
                               const AfterStep& after) {
  StepTransaction transaction(*this);
  if (step_transaction_open_ && IsAloneOnlyInTransactions()) {
    const std::vector<std::string> rows = CurrentHeads();
    if (std::set(rows.begin(), rows.end()) != heads.heads()) return false;
  }
  if (is_offline() && heads.heads().empty()) EnsureVersionTable();
  has_been_outside_ = false;
  settled_changes_ = Changes();
  Log(LogLevel::kInfo, "Running " + graph::LogText(step));
  StaticOutput("-- Running " + graph::ShortLog(step));
  if (const auto* revision = std::get_if<graph::RevisionStep>(&step)) apply(*revision);
  const graph::HeadUpdate update = heads.Apply(step);
  Log(LogLevel::kDebug, update.log);
  for (const graph::RowChange& change : update.rows) WriteChange(change);
  if (connection_) connection_->Settle();
  after(step, {heads.heads().begin(), heads.heads().end()});
  // What the step did outside of the transaction stays whatever happens: so must the row that tells of it.
  if (std::exchange(has_been_outside_, false) && run_transaction_open_) {
    CommitForNow();
    BeginAgain();
  }
  transaction.Commit();
  return true;
}

}  // namespace limbeck::engine
