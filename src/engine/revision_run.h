#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compare/difference.h"
#include "compare/rename_candidates.h"
#include "engine/change_sql.h"
#include "engine/environment_run.h"
#include "engine/project.h"
#include "engine/schema_diff.h"
#include "engine/scratch_models.h"
#include "engine/source_tables.h"
#include "project/new_revision_file.h"
#include "pymodules/autogenerate.h"

namespace limbeck::engine {

/// A revision that is to be written, with what its template needs beside its own facts.
struct GeneratedRevision {
  project::NewRevision request;
  /// "upgrades", "downgrades", "imports", or the tokens that env.py chose.
  std::map<std::string, std::string> variables;
};

/// Runs env.py for `revision` and `check`: compares the models with the database where that is asked for, and lets the
/// project change what comes of it (process_revision_directives).
class RevisionRun {
 public:
  RevisionRun(Project& project, project::NewRevision request, bool autogenerate)
      : project_(project), request_(std::move(request)), autogenerate_(autogenerate) {}

  /// Throws Error (kCommand) when the database is not at the heads, or there are no models. One revision, unless the
  /// project made it more or fewer.
  std::vector<GeneratedRevision> Run(RunRequest request);

  /// Renders what Run() gave, with what env.py said about templates.
  EnvironmentRun& environment() { return *environment_; }

  /// What `check` found, as the text of Alembic's list of tuples; empty when there is nothing. After Run().
  const std::string& differences() const { return differences_; }
  /// The same, told in parts.
  const std::vector<compare::Difference>& details() const { return details_; }

  /// Before Run(): what the comparison is to take for renamed, "old:new".
  void Rename(std::vector<std::string> renames) { renames_ = std::move(renames); }

  /// Before Run(): what is compared beside what the configuration's compare_also says.
  void CompareAlso(std::vector<std::string> words) { also_ = std::move(words); }

  /// Before Run(): what the database is compared with in place of the models. All kinds of things are, then.
  void CompareWith(SchemaSource source) { source_ = std::move(source); }

  /// Before Run(): what would be lost, and what may be renamed, is looked for.
  void LookForLosses() { looks_for_losses_ = true; }
  const std::vector<compare::RenameCandidate>& rename_candidates() const { return rename_candidates_; }

  /// Before Run(): the revision is not going to be written, but shown with its statements.
  void Preview() { is_preview_ = looks_for_losses_ = true; }
  const std::vector<ChangeSql>& upgrade_sql() const { return upgrade_sql_; }
  const std::vector<std::string>& losses() const { return losses_; }

 private:
  /// What the run has been told to write the two bodies as.
  struct Tokens {
    std::string upgrades;
    std::string downgrades;
  };

  /// Where something is compared by how the database words it.
  std::unique_ptr<pymodules::ModelCopy> CopyFor(pymodules::AutogenerateRequest& request, MigrationContext& context);
  void TakeChanges(const compare::Changes& changes, MigrationContext& context);
  void Generate(EnvironmentRun& run, const std::vector<std::string>& heads, MigrationContext& context);
  /// The two bodies in SQL or C++.
  void WriteOtherwise(project::RevisionKind kind, const compare::Changes& changes, MigrationContext& context,
                      const Tokens& tokens);
  /// The project changes the operations before they are written.
  void GenerateScripted(EnvironmentRun& run, pymodules::Autogenerate& autogenerate, const compare::Changes& changes,
                        const std::vector<std::string>& heads, const Tokens& tokens);
  python::Value MakeScript(python::Interpreter& interpreter, const python::Value& upgrade,
                           const python::Value& downgrade) const;
  GeneratedRevision ReadScript(python::Interpreter& interpreter, pymodules::Autogenerate& autogenerate,
                               const python::Value& script);

  Project& project_;
  project::NewRevision request_;
  std::unique_ptr<EnvironmentRun> environment_;
  bool autogenerate_;
  std::vector<GeneratedRevision> revisions_;
  std::set<std::string> imports_;
  std::string differences_;
  std::vector<compare::Difference> details_;
  bool is_preview_ = false;
  bool looks_for_losses_ = false;
  std::vector<compare::RenameCandidate> rename_candidates_;
  std::vector<std::string> renames_;
  std::vector<std::string> also_;
  std::optional<SchemaSource> source_;
  std::vector<ChangeSql> upgrade_sql_;
  std::vector<std::string> losses_;
  compare::Changes scripted_changes_;  ///< as the project's functions left them
  /// The list of MigrationScript objects, when the project has functions that change them.
  python::Ref<python::ListObject> scripts_;
};

}  // namespace limbeck::engine
