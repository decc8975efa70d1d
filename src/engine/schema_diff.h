#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compare/difference.h"
#include "engine/change_sql.h"
#include "engine/database_schema.h"
#include "engine/environment_run.h"
#include "engine/project.h"
#include "engine/scratch_database.h"
#include "pymodules/autogenerate.h"
#include "pymodules/models.h"

namespace limbeck::engine {

/// One place that has a schema, as people name it.
struct SchemaSource {
  enum class Kind {
    kModels,    ///< "models": target_metadata of env.py
    kDatabase,  ///< "database": the one that env.py connects to
    kUrl,       ///< "postgresql://...", another database
    kFile,      ///< "schema.sql", run in a scratch database
    kRevision,  ///< anything else: what the migrations up to there make, in a scratch database
  };
  Kind kind = Kind::kModels;
  std::string text;

  static SchemaSource Parse(const std::string& text);
};

/// What has to be done to one schema so that it is as another.
struct SchemaDiff {
  std::vector<compare::Difference> differences;
  /// The body of an upgrade().
  std::string operations;
  std::vector<ChangeSql> sql;
  /// What of the first schema's rows would be lost.
  std::vector<std::string> losses;
};

/// A schema that is open for being read.
class OpenSchema {
 public:
  OpenSchema(std::unique_ptr<ScratchDatabase> scratch, std::shared_ptr<pymodules::ScriptConnection> connection)
      : scratch_(std::move(scratch)), connection_(std::move(connection)) {}

  pymodules::ScriptConnection& connection() { return *connection_; }
  /// Into a scratch database.
  void Load(const std::string& script) { scratch_->Load(script, connection_->driver()); }
  const std::shared_ptr<pymodules::ScriptConnection>& shared() const { return connection_; }

 private:
  /// Null for a database that is there anyway; outlives the connection.
  std::unique_ptr<ScratchDatabase> scratch_;
  std::shared_ptr<pymodules::ScriptConnection> connection_;
};

/// Opens the places that have schemas while env.py runs, which says where the project's database is and what its
/// models are. What models, migrations and files say is put into scratch databases; no database of the user's is
/// changed.
class SchemaReader {
 public:
  /// Runs env.py for `work`; a work that only names URLs runs without it.
  static void Run(Project& project, RunRequest request, const std::vector<SchemaSource>& sources,
                  const std::function<void(SchemaReader&)>& work);

  /// The same while somebody else runs env.py. Borrows all of it.
  static SchemaReader Within(Project& project, EnvironmentRun& run, MigrationContext& context);

  /// Throws Error: kCommand for models of a project that has none, and what databases and scripts report.
  OpenSchema Open(const SchemaSource& source);
  /// Turns what `from` has into what `to` has.
  SchemaDiff Compare(const SchemaSource& from, const SchemaSource& to);
  /// Tables of the source in the order in which they can be created, spelled out.
  std::vector<schema::Table> Tables(const SchemaSource& source);
  /// Which tables count.
  const SchemaScope& scope() const { return scope_; }
  /// Of the project's database, or of the first URL.
  const dialect::Dialect& dialect() const { return *dialect_; }

 private:
  SchemaReader(Project& project, RunRequest request) : project_(project), request_(std::move(request)) {}

  void TakeEnvironment(EnvironmentRun& run, MigrationContext& context);
  pymodules::Models ReadModels();
  std::vector<schema::Table> ModelTables();
  OpenSchema OpenScratch();
  OpenSchema OpenRevision(const std::string& revision);
  OpenSchema OpenModels();
  pymodules::AutogenerateRequest ModelsRequest(pymodules::ScriptConnection& connection);
  SchemaDiff ToModels(const SchemaSource& from);
  SchemaDiff Tell(const compare::Changes& changes, pymodules::ScriptConnection& from,
                  const std::function<std::string(const compare::Changes&)>& render);

  Project& project_;
  const RunRequest request_;
  /// While env.py runs.
  EnvironmentRun* run_ = nullptr;
  driver::Url url_;
  const dialect::Dialect* dialect_ = nullptr;
  std::string version_table_ = "alembic_version";
  std::optional<std::string> version_table_schema_;
  SchemaScope scope_{.left_out = {"alembic_version"}};
};

}  // namespace limbeck::engine
