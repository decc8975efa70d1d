#include "engine/examination.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/error_of.h"
#include "base/text.h"
#include "engine/environment_run.h"
#include "engine/header_evaluator.h"
#include "engine/interpreters.h"
#include "engine/rehearsal.h"
#include "engine/script_shape.h"
#include "project/mako_template.h"
#include "project/sql_revision.h"
#include "python/parser.h"

namespace limbeck::engine {
namespace {

constexpr const char* kTemplateName = "script.py.mako";
constexpr const char* kAnyPostgresql = "postgresql://localhost/limbeck";

/// What fails like this fails with every database.
bool IsCertain(const Error& error) {
  if (error.kind() == ErrorKind::kUnsupported) return true;
  const std::string& name = error.exception_class();
  static const std::set<std::string> certain = {"SyntaxError", "IndentationError",    "TabError",
                                                "ImportError", "ModuleNotFoundError", "NameError"};
  if (certain.contains(name)) return true;
  const std::string& message = error.message();
  if (name == "AttributeError") {
    return message.find("'NoneType'") == std::string::npos && message.find("'ColumnCollection'") == std::string::npos;
  }
  // Without env.py nobody gives upgrade() the arguments that it may want.
  const bool is_entry = message.starts_with("upgrade() missing") || message.starts_with("downgrade() missing");
  return name == "TypeError" && message.find("() ") != std::string::npos && !is_entry;
}

/// MetaData(bind), a column's name in place of the column, an unknown kind of constraint.
bool IsWrongArgument(const Error& error) {
  static const std::set<std::string> wrong = {"schema must be str, not Connection", "schema must be str, not Engine",
                                              "column must be a Column, not str", "Constraint must have a name"};
  const std::string& message = error.message();
  return message.find("is expected to be one of type") != std::string::npos || wrong.contains(message) ||
         message.starts_with("'type' can be one of ");
}

/// A constraint that is dropped and has no name, an Enum without a name, server_default=False.
bool IsAlembicsOwn(const Error& error) {
  if (error.kind() == ErrorKind::kUnsupported) return false;
  const bool is_argument = IsWrongArgument(error);
  const std::string& name = error.exception_class();
  // connection.begin() in a migration, which has begun already.
  const bool is_begin =
      error.message().starts_with("This connection has already initialized a SQLAlchemy Transaction()");
  return is_argument || is_begin || name == "sqlalchemy.exc.CompileError" ||
         name == "sqlalchemy.exc.UnsupportedCompilationError";
}

/// Too few or too many arguments: what a function takes is the same everywhere. An unknown name of one is not, since it
/// may be Limbeck that does not know it.
bool IsWrongCall(const Error& error) {
  const std::string& message = error.message();
  const auto has = [&message](const char* text) { return message.find(text) != std::string::npos; };
  return error.exception_class() == "TypeError" &&
         (has("() missing ") || (has("() takes ") && has(" positional argument")) || has("() got multiple values for"));
}

/// What SQLAlchemy 2 has no more.
bool IsRemoved(const Error& error) {
  static const std::set<std::string> removed = {
      "'Engine' object has no attribute 'execute'",     "'Engine' object has no attribute 'has_table'",
      "'Engine' object has no attribute 'scalar'",      "'Engine' object has no attribute 'table_names'",
      "'Engine' object has no attribute 'transaction'", "'MetaData' object has no attribute 'bind'",
      "'DDL' object has no attribute 'execute'",
  };
  const std::string& message = error.message();
  const bool is_url = message.starts_with("attribute '") && message.ends_with("' of 'URL' objects is not writable");
  return error.exception_class() == "AttributeError" && (is_url || removed.contains(message));
}

/// A name that a module lacks, ours too where the one that it stands for does: what only ours lack is refused.
bool IsUnknownName(const Error& error) {
  const std::string& message = error.message();
  return error.exception_class() == "AttributeError" && message.starts_with("module '") &&
         message.find("' has no attribute '") != std::string::npos;
}

/// What Python says of the script, whoever asks it.
bool IsPythonsOwn(const Error& error) {
  if (error.kind() == ErrorKind::kUnsupported) return false;
  const std::string& name = error.exception_class();
  static const std::set<std::string> own = {"SyntaxError", "IndentationError", "TabError", "NameError"};
  const bool is_import = name == "ImportError" && error.message().starts_with("cannot import name '");
  return own.contains(name) || is_import || IsWrongCall(error) || IsRemoved(error) || IsUnknownName(error);
}

/// Of what will not run, whatever the database.
Finding::Kind CertainKind(const Error& error) {
  return IsPythonsOwn(error) ? Finding::Kind::kRunsNowhere : Finding::Kind::kWillNotRun;
}

Finding::Kind KindOf(const Error& error) {
  if (IsCertain(error)) return CertainKind(error);
  return IsAlembicsOwn(error) ? Finding::Kind::kFailsWithAlembic : Finding::Kind::kNeedsTheDatabase;
}

/// `op` is there as soon as migrations run.
bool NeedsTheRun(const Error& error) {
  return error.exception_class() == "NameError" && error.message().starts_with("Can't invoke function '");
}

/// A revision that says itself that it cannot be taken back.
bool IsIntended(const Error& error) {
  const bool has_none = error.exception_class() == "AttributeError" && error.message().starts_with("module '") &&
                        error.message().ends_with("' has no attribute 'downgrade'");
  return has_none || error.exception_class() == "NotImplementedError";
}

class Examiner {
 public:
  explicit Examiner(Project& project)
      : project_(project),
        directory_(project.directory()),
        connector_(*project.services().connector),
        log_(*project.services().clock, [](LogHandler::Target, const std::string&, std::string_view) {}) {
    services_ = project.services();
    services_.connector = &connector_;
    services_.is_rehearsal = true;
    services_.log = &log_;
    services_.print = [](std::string_view) {};
    services_.print_error = services_.print;
  }

  std::vector<ExaminedFile> Examine(bool run) {
    interpreter_ = MakeInterpreter(services_, directory_.search_path);
    for (const project::RevisionFile& file : project::ListRevisionFiles(directory_, Files())) ExamineRevision(file);
    const std::string script = directory_.EnvironmentScript();
    if (Files().IsFile(script)) ExamineEnvironment(script);
    const std::string mako = directory_.PathOf(kTemplateName);
    if (Files().IsFile(mako)) ExamineTemplate(mako);
    const bool is_complete = std::all_of(files_.begin(), files_.end(), std::mem_fn(&ExaminedFile::WillRun));
    const std::optional<Error> broken = ErrorOf([this] { Project(services_, project_.config()).revisions(); });
    if (broken && is_complete) NoteCertain(Add(ExaminedFile::Kind::kGraph, directory_.folder), broken);
    if (!broken && run) RunAll();
    return std::move(files_);
  }

 private:
  FileSystem& Files() { return *services_.files; }

  SourcePtr Read(const std::string& path) { return std::make_shared<const SourceFile>(path, Files().ReadFile(path)); }

  ExaminedFile& Add(ExaminedFile::Kind kind, const std::string& path) {
    files_.push_back({kind, path, {}});
    return files_.back();
  }

  void Note(ExaminedFile& file, const std::string& function, const std::optional<Error>& error) {
    if (!error || IsIntended(*error)) return;
    const bool is_here = error->place().file == file.path;
    if (function == "downgrade" && is_here && RaisesAlways(Read(file.path), function, error->place().line)) return;
    file.findings.push_back({KindOf(*error), function, *error});
  }

  static void NoteCertain(ExaminedFile& file, const std::optional<Error>& error) {
    if (!error) return;
    file.findings.push_back({CertainKind(*error), "", *error});
  }

  void ExamineRevision(const project::RevisionFile& revision) {
    ExaminedFile& file = Add(ExaminedFile::Kind::kRevision, revision.path);
    InterpretedHeaders headers(services_, directory_.search_path);
    bool is_revision = true;
    NoteCertain(file, ErrorOf([&] {
                  is_revision = project::ReadRevisionFile(revision.path, Files(), &headers).header.revision.has_value();
                }));
    if (!file.findings.empty()) return;
    // An SQL file without a header is some other file that lies there.
    if (!is_revision) return files_.pop_back();
    if (revision.kind == project::RevisionKind::kSql) {
      NoteCertain(file, ErrorOf([&] { project::ParseSqlRevision(Read(revision.path)); }));
    } else if (revision.kind == project::RevisionKind::kPython) {
      const std::string name = StemOf(revision.path);
      const std::optional<Error> error = ErrorOf([&] { interpreter_->RunFile(revision.path, name); });
      if (error && !NeedsTheRun(*error)) NoteCertain(file, error);
    }
  }

  void ExamineEnvironment(const std::string& path) {
    ExaminedFile& file = Add(ExaminedFile::Kind::kEnvironment, path);
    NoteCertain(file, ErrorOf([&] { python::ParseModule(Read(path)); }));
  }

  void ExamineTemplate(const std::string& path) {
    ExaminedFile& file = Add(ExaminedFile::Kind::kTemplate, path);
    NoteCertain(file, ErrorOf([&] { project::ParseMako(Read(path)); }));
  }

  ExaminedFile* Find(const std::string& path) {
    const auto found = std::find_if(files_.begin(), files_.end(), [&](const auto& file) { return file.path == path; });
    return found == files_.end() ? nullptr : &*found;
  }

  /// As env.py says; or, where env.py does not come so far, without it.
  void RunAll() {
    ExaminedFile* script = Find(directory_.EnvironmentScript());
    if (script != nullptr && script->WillRun()) Note(*script, "", ErrorOf([this] { RunRevisions(std::nullopt); }));
    if (has_run_) return TryElsewhere();
    const std::optional<Error> error = ErrorOf([this] { RunWithoutScript(RehearsalUrl()); });
    if (error) Note(Add(ExaminedFile::Kind::kGraph, directory_.folder), "", error);
    TryElsewhere();
  }

  /// An env.py for several databases, as the template multidb has it, gives each revision their names.
  void RunWithoutScript(const std::string& url) {
    const std::string databases = project_.config().GetMainOption("databases").value_or("");
    if (databases.empty()) return RunRevisions(url);
    for (const std::string& name : Split(databases, ',')) RunRevisions(url, {{"engine_name", std::string(Trim(name))}});
  }

  /// What failed on an empty SQLite database may run on one that is not there, which has what a step asks for.
  void TryElsewhere() {
    const auto is_unsure = [](const Finding& finding) { return finding.kind == Finding::Kind::kNeedsTheDatabase; };
    const bool any = std::any_of(files_.begin(), files_.end(), [&](const ExaminedFile& file) {
      return std::any_of(file.findings.begin(), file.findings.end(), is_unsure);
    });
    if (!any || !connector_.has_sqlite()) return;
    tries_elsewhere_ = true;
    ErrorOf([this] { RunWithoutScript(kAnyPostgresql); });
  }

  /// Up from nothing to the heads, and down again.
  void RunRevisions(const std::optional<std::string>& url_instead_of_script,
                    std::map<std::string, std::string> arguments = {}) {
    Project project(services_, project_.config());
    const graph::RevisionMap& revisions = project.revisions();
    RunRequest request;
    request.url_instead_of_script = url_instead_of_script;
    request.arguments = std::move(arguments);
    request.plan = [&revisions](const std::vector<std::string>&, MigrationContext&) {
      std::vector<graph::Step> steps = graph::UpgradeSteps(revisions, "heads", {});
      const std::vector<graph::Step> down = graph::DowngradeSteps(revisions, "base", revisions.effective_heads());
      steps.insert(steps.end(), down.begin(), down.end());
      return steps;
    };
    request.around = [&](const graph::RevisionStep& step, const std::function<void()>& apply) {
      has_run_ = true;
      RunStep(*Find(project.FileOf(*step.node).path), step.is_upgrade ? "upgrade" : "downgrade", apply);
    };
    EnvironmentRun(project, std::move(request)).Run();
  }

  /// A step that runs elsewhere may run, after all.
  void RunStepElsewhere(ExaminedFile& file, const std::string& function, const std::function<void()>& apply) {
    const std::optional<Error> error = connector_.Try(apply, IsCertain);
    if (error) return;
    std::erase_if(file.findings, [&](const Finding& finding) {
      return finding.function == function && finding.kind == Finding::Kind::kNeedsTheDatabase;
    });
  }

  /// Nothing is said twice of a file whose body fails, and of a function that several databases run.
  void RunStep(ExaminedFile& file, const std::string& function, const std::function<void()>& apply) {
    if (tries_elsewhere_) return RunStepElsewhere(file, function, apply);
    for (const Finding& finding : file.findings) {
      if (finding.function.empty() || finding.function == function) return;
    }
    Note(file, function, connector_.Try(apply, IsCertain));
  }

  /// Of the kind that the configuration names; it may be a template's placeholder, or be made of what env.py sets.
  std::string RehearsalUrl() {
    bool is_sqlite = false;
    const std::optional<Error> unmade = ErrorOf(
        [&] { is_sqlite = project_.config().GetMainOption("sqlalchemy.url").value_or("").starts_with("sqlite"); });
    return is_sqlite && !unmade ? kSqliteInMemory : kAnyPostgresql;
  }

  Project& project_;
  const project::ScriptDirectory& directory_;
  RehearsalDatabases connector_;
  LogTree log_;
  Services services_;
  std::unique_ptr<python::Interpreter> interpreter_;
  std::vector<ExaminedFile> files_;
  bool has_run_ = false;  ///< at least one step
  bool tries_elsewhere_ = false;
};

}  // namespace

bool ExaminedFile::WillRun() const {
  const auto is_certain = [](const Finding& finding) {
    return finding.kind == Finding::Kind::kWillNotRun || finding.kind == Finding::Kind::kRunsNowhere;
  };
  return std::none_of(findings.begin(), findings.end(), is_certain);
}

std::vector<ExaminedFile> Examine(Project& project, const ExaminationOptions& options) {
  return Examiner(project).Examine(options.run);
}

}  // namespace limbeck::engine
