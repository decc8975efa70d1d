// Migrator's checks: what `limbeck check` and `limbeck verify` do, for programs.

#include <algorithm>

#include "assure/verify.h"
#include "base/entropy.h"
#include "engine/revision_run.h"
#include "library/migrator_state.h"
#include "library/model_tables.h"
#include "library/open_database.h"

namespace limbeck {
namespace {

/// A borrowed connection is left without a transaction, whatever happened.
struct Rollback {
  pymodules::ScriptConnection& connection;
  ~Rollback() { connection.TryRollback(); }
};

Trial ToTrial(const assure::Check& check) {
  Trial trial{.name = check.name, .revision = check.revision, .result = {}, .message = check.message};
  if (check.outcome == assure::Check::Outcome::kFailed) trial.result = Trial::Result::kFailed;
  if (check.outcome == assure::Check::Outcome::kSkipped) trial.result = Trial::Result::kSkipped;
  for (const std::string& detail : check.details) trial.message += "\n" + detail;
  return trial;
}

}  // namespace

std::vector<Difference> Migrator::Check(const Database& database, const Models& models) {
  const std::vector<schema::Table> tables = library::ModelTables(models);
  engine::Services services = state_->MakeServices();
  services.models = &tables;
  const std::unique_ptr<engine::Project> project = state_->MakeProject(std::move(services));
  engine::RunRequest request = state_->MakeRequest();
  request.dont_mutate = true;
  request.connection = DatabaseOpener::Open(database, *state_->connector);
  const Rollback rollback{*request.connection};
  engine::RevisionRun run(*project, {}, true);
  run.Run(request);
  std::vector<Difference> differences;
  for (const compare::Difference& detail : run.details()) {
    differences.push_back({.operation = detail.operation,
                           .table = detail.table,
                           .name = detail.name,
                           .schema = detail.schema.value_or("")});
  }
  return differences;
}

std::vector<Trial> Migrator::Verify(const std::string& url, const Models* models) {
  std::vector<schema::Table> tables;
  engine::Services services = state_->MakeServices();
  if (models != nullptr) {
    tables = library::ModelTables(*models);
    services.models = &tables;
  }
  const std::unique_ptr<engine::Project> project = state_->MakeProject(std::move(services));
  engine::RunRequest request = state_->MakeRequest();
  request.url_instead_of_script = url;
  const std::unique_ptr<Entropy> entropy = MakeRealEntropy();
  assure::Replay replay(*project, *entropy, std::move(request));
  assure::VerifyOptions options;
  options.models = models != nullptr;
  std::vector<Trial> trials;
  for (const assure::Check& check : assure::Verify(replay, options)) trials.push_back(ToTrial(check));
  return trials;
}

}  // namespace limbeck
