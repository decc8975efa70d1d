#include "assure/adopt.h"

#include <algorithm>

#include "graph/head_maintainer.h"
#include "graph/plan.h"
#include "limbeck/error.h"

namespace limbeck::assure {

std::vector<KnownSchema> ReplaySchemas(Replay& replay) {
  const graph::RevisionMap& revisions = replay.project().revisions();
  std::vector<KnownSchema> known;
  replay.Run({});
  known.push_back({nullptr, {}, replay.TakeSnapshot()});
  graph::HeadMaintainer heads(revisions, {});
  for (const graph::Step& step : graph::UpgradeSteps(revisions, "heads", {})) {
    replay.Run({step});
    heads.Apply(step);
    known.push_back({std::get<graph::RevisionStep>(step).node,
                     {heads.heads().begin(), heads.heads().end()},
                     replay.TakeSnapshot()});
  }
  return known;
}

AdoptionMatch MatchSchema(const std::vector<KnownSchema>& known, const inspect::Snapshot& live, AmongEqual among) {
  AdoptionMatch match;
  size_t fewest = 0;
  for (const KnownSchema& candidate : known) {
    std::vector<inspect::SchemaDifference> differences = inspect::CompareSnapshots(candidate.schema, live);
    const bool is_equal = differences.empty();
    // A merge brings nothing of its own: where its branches are, it is.
    const bool is_merge = candidate.node != nullptr && candidate.node->is_merge_point();
    if (is_equal && is_merge && !match.equal.empty()) {
      match.equal.back() = &candidate;
    } else if (is_equal) {
      match.equal.push_back(&candidate);
    }
    // Of two that are as near, the later one.
    if (match.known != nullptr && differences.size() > fewest) continue;
    match.known = &candidate;
    fewest = differences.size();
    match.differences = std::move(differences);
  }
  if (match.equal.empty()) return match;
  if (match.equal.front()->node == nullptr) {
    match.kind = AdoptionMatch::Kind::kEmpty;
    return match;
  }
  const bool is_ambiguous = match.equal.size() > 1 && among == AmongEqual::kRefuse;
  match.kind = is_ambiguous ? AdoptionMatch::Kind::kAmbiguous : AdoptionMatch::Kind::kFound;
  match.known = among == AmongEqual::kEarliest ? match.equal.front() : match.equal.back();
  return match;
}

void StampAs(engine::Project& project, engine::RunRequest request, const std::vector<std::string>& heads) {
  request.destination = heads;
  request.plan = [&](const std::vector<std::string>& rows, engine::MigrationContext&) {
    if (!rows.empty()) throw Error(ErrorKind::kCommand, "the database has got a version meanwhile: " + rows.front());
    return graph::StampSteps(project.revisions(), heads, rows);
  };
  engine::EnvironmentRun(project, std::move(request)).Run();
}

std::vector<inspect::SchemaDifference> CompareWithRevisions(Replay& replay, const std::vector<std::string>& revisions,
                                                            const inspect::Snapshot& live) {
  replay.Run({});
  for (const std::string& revision : revisions) {
    if (revision != "base") replay.Upgrade(revision);
  }
  return inspect::CompareSnapshots(replay.TakeSnapshot(), live);
}

}  // namespace limbeck::assure
