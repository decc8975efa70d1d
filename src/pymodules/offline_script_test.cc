#include "pymodules/offline_script_test.h"

#include "pymodules/modules.h"

namespace limbeck::pymodules {
namespace {

using python::Value;

/// The context of a run that is offline; everything that needs more is left out.
class OfflineContext : public ContextHost {
 public:
  explicit OfflineContext(const OfflineScriptOptions& options, ops::OperationSink& sink)
      : dialect_(options.dialect), sink_(sink) {}

  Value Config() override { return Value::None(); }
  Value Script() override { return Value::None(); }
  const graph::RevisionMap& Revisions() override { return revisions_; }
  ScriptPlaces Places() override { return {}; }
  bool IsOffline() override { return true; }
  void Configure(const ConfigureRequest&) override {}
  void RunMigrations(const Value&) override {}
  void EnterTransaction() override {}
  void LeaveTransaction(bool) override {}
  void EnterAutocommit() override {}
  void LeaveAutocommit(bool) override {}
  Value HeadRevision() override { return Value::None(); }
  Value HeadRevisions() override { return Value::None(); }
  Value StartingRevisionArgument() override { return Value::None(); }
  Value RevisionArgument() override { return Value::None(); }
  Value TagArgument() override { return Value::None(); }
  Value XArguments() override { return Value::None(); }
  Value Bind() override { return Value::None(); }
  Value MigrationContext() override { return Value::None(); }
  Value CurrentHeads() override { return Value::None(); }
  void EnsureVersionTable() override {}
  void Execute(const sql::Statement& statement) override { sink_.Receive(ops::ExecuteSql{statement}); }
  void StaticOutput(const std::string&) override {}
  bool IsTransactionalDdl() override { return true; }
  Value Options() override { return Value::None(); }
  Value VersionTable() override { return python::MakeStr("alembic_version"); }
  Value VersionTableSchema() override { return Value::None(); }
  std::string DialectName() override { return dialect_; }

 private:
  std::string dialect_;
  ops::OperationSink& sink_;
  graph::RevisionMap revisions_;
};

class RenderingSink : public ops::OperationSink {
 public:
  RenderingSink(const OfflineScriptOptions& options, ScriptOutcome& outcome)
      : dialect_(dialect::FindDialect(options.dialect)), outcome_(outcome) {
    options_.parameter_style = options.parameter_style;
    options_.literal_binds = options.literal_binds;
    options_.offline = true;
    options_.naming_convention = options.naming_convention ? &*options.naming_convention : nullptr;
  }

  void Receive(ops::Operation operation) override {
    const dialect::Rendered rendered = dialect_.Render(operation, options_, memory_);
    for (const dialect::Statement& statement : rendered.statements) outcome_.statements.push_back(statement.text);
    outcome_.warnings.insert(outcome_.warnings.end(), rendered.warnings.begin(), rendered.warnings.end());
  }

 private:
  const dialect::Dialect& dialect_;
  ScriptOutcome& outcome_;
  dialect::RenderOptions options_;
  dialect::RunMemory memory_;
};

}  // namespace

ScriptOutcome RunOfflineScript(const std::string& source, const OfflineScriptOptions& options) {
  ScriptOutcome outcome;
  python::ScriptHostForTests host;
  python::InterpreterHost world = host.host();
  world.warn = [&outcome](std::string_view text) { outcome.warnings.emplace_back(text); };
  python::Interpreter interpreter(std::move(world), {});
  AddModules(interpreter);
  RenderingSink sink(options, outcome);
  OfflineContext context(options, sink);
  interpreter.Service<ScriptRun>() = {&context, &sink};
  try {
    interpreter.RunSource("script.py", source, "script");
  } catch (const Error& error) {
    outcome.error_class = error.exception_class();
    outcome.error = error.message();
  }
  return outcome;
}

}  // namespace limbeck::pymodules
