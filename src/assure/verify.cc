#include "assure/verify.h"

#include "base/text.h"
#include "engine/revision_run.h"
#include "graph/plan.h"

namespace limbeck::assure {
namespace {

using graph::RevisionStep;
using graph::Step;

std::string OneLine(const Error& error) {
  const std::string& name = error.exception_class();
  const std::string text = error.message().substr(0, error.message().find('\n'));
  if (name.empty()) return text;
  return text.empty() ? name : name + ": " + text;
}

/// What of an error is no part of its message.
std::vector<std::string> Details(const Error& error) {
  std::vector<std::string> details;
  if (!error.statement().empty()) details.push_back("statement: " + std::string(Trim(error.statement())));
  if (!error.hint().empty()) details.push_back("hint: " + error.hint());
  return details;
}

void Fail(Check& check, std::string message, std::vector<std::string> details = {}) {
  check.outcome = Check::Outcome::kFailed;
  check.message = std::move(message);
  check.details = std::move(details);
}

void FailForDifferences(Check& check, const std::string& message,
                        const std::vector<inspect::SchemaDifference>& differences) {
  if (differences.empty()) return;
  std::vector<std::string> details;
  for (const inspect::SchemaDifference& difference : differences) details.push_back(difference.Text());
  Fail(check, message, std::move(details));
}

class Verifier {
 public:
  Verifier(Replay& replay, const VerifyOptions& options)
      : replay_(replay), options_(options), clock_(*replay.project().services().clock) {}

  std::vector<Check> Run() {
    if (!Try({.name = "graph"}, [&](Check&) { replay_.project().revisions(); })) return std::move(checks_);
    if (options_.single_head) Try({.name = "single head"}, [&](Check& check) { CheckHeads(check); });
    if (!Try({.name = "env.py"}, [&](Check&) { replay_.Run({}); })) return std::move(checks_);
    const bool reaches_head = Try({.name = "empty to head"}, [&](Check&) { replay_.Upgrade("heads"); });
    if (reaches_head) CheckHead();
    replay_.Clear();
    replay_.Run({});
    VerifyRevisions();
    return std::move(checks_);
  }

 private:
  const graph::RevisionMap& revisions() { return replay_.project().revisions(); }

  /// Runs one check; an error in it is its outcome. True when it did not fail.
  template <typename Work>
  bool Try(Check check, const Work& work) {
    const auto start = clock_.Monotonic();
    try {
      work(check);
    } catch (const Error& error) {
      if (error.exception_class() == "KeyboardInterrupt") throw;
      Fail(check, OneLine(error), Details(error));
      if (!error.place().file.empty()) {
        check.file = error.place().file;
        check.line = error.place().line;
      }
    }
    check.time = clock_.Monotonic() - start;
    if (options_.progress) options_.progress(check);
    checks_.push_back(std::move(check));
    return checks_.back().outcome != Check::Outcome::kFailed;
  }

  void CheckHeads(Check& check) {
    if (revisions().heads().size() <= 1) return;
    std::vector<std::string> details;
    for (const std::string& id : revisions().heads()) {
      const graph::Node& head = *revisions().Find(id);
      details.push_back(id + " " + head.revision.path);
      check.file = head.revision.path;
    }
    Fail(check, std::to_string(revisions().heads().size()) + " heads; `merge` or a rebase makes them one",
         std::move(details));
  }

  // ---------------------------------------------------------------- at the head

  void CheckHead() {
    Try({.name = "stamp"}, [&](Check& check) { CheckStamp(check); });
    if (options_.models) Try({.name = "models"}, [&](Check& check) { CheckModels(check); });
  }

  /// The version table is made anew, as for a database that came about in another way.
  void CheckStamp(Check& check) {
    const inspect::Snapshot before = replay_.TakeSnapshot();
    replay_.RunPlan([&](const std::vector<std::string>& rows) { return graph::StampSteps(revisions(), {}, rows); });
    replay_.RunPlan(
        [&](const std::vector<std::string>& rows) { return graph::StampSteps(revisions(), {"heads"}, rows); });
    const std::vector<Step> steps = replay_.Upgrade("heads");
    if (!steps.empty()) return Fail(check, "an upgrade behind `stamp heads` wants to run " + graph::LogText(steps[0]));
    FailForDifferences(check, "`stamp heads` and an upgrade behind it change the schema",
                       inspect::CompareSnapshots(before, replay_.TakeSnapshot()));
  }

  void CheckModels(Check& check) {
    if (!replay_.has_models()) {
      check.outcome = Check::Outcome::kSkipped;
      check.message = "env.py names no target_metadata";
      return;
    }
    engine::RevisionRun run(replay_.project(), {}, true);
    run.Run(replay_.request());
    if (!run.differences().empty()) Fail(check, "the models are not what the migrations make", {run.differences()});
  }

  // ---------------------------------------------------------------- one by one

  void VerifyRevisions() {
    done_.clear();
    for (const Step& step : graph::UpgradeSteps(revisions(), "heads", {})) {
      if (!VerifyRevision(*std::get<RevisionStep>(step).node)) return;
      done_.push_back(step);
    }
  }

  /// False when the revision cannot be applied, and so none behind it.
  bool VerifyRevision(const graph::Node& node) {
    const Check about = {.revision = node.id(), .file = node.revision.path};
    const Step up = RevisionStep{&node, true};
    const inspect::Snapshot before = replay_.TakeSnapshot();
    const bool goes_up = Try(Named(about, "upgrade"), [&](Check&) { replay_.Run({up}); });
    if (!goes_up || !options_.downgrades) return goes_up;
    const inspect::Snapshot after = replay_.TakeSnapshot();
    bool is_down = false;
    Try(Named(about, "downgrade"), [&](Check& check) {
      replay_.Run({RevisionStep{&node, false}});
      is_down = true;
      FailForDifferences(check, "the schema is not what it was before the upgrade",
                         inspect::CompareSnapshots(before, replay_.TakeSnapshot()));
    });
    // A downgrade that fails leaves the database as it was.
    if (!is_down) return true;
    const bool is_up_again = Try(Named(about, "upgrade again"), [&](Check& check) {
      replay_.Run({up});
      FailForDifferences(check, "the schema is not what the first upgrade made",
                         inspect::CompareSnapshots(after, replay_.TakeSnapshot()));
    });
    if (!is_up_again || checks_[checks_.size() - 2].outcome == Check::Outcome::kFailed) StartAgain(up);
    return true;
  }

  static Check Named(Check check, std::string name) {
    check.name = std::move(name);
    return check;
  }

  /// A database without the traces of what went wrong, at the same revision.
  void StartAgain(const Step& last) {
    replay_.Clear();
    replay_.Run({});
    for (const Step& step : done_) replay_.Run({step});
    replay_.Run({last});
  }

  Replay& replay_;
  const VerifyOptions& options_;
  Clock& clock_;
  std::vector<Check> checks_;
  std::vector<Step> done_;
};

}  // namespace

std::vector<Check> Verify(Replay& replay, const VerifyOptions& options) {
  return Verifier(replay, options).Run();
}

}  // namespace limbeck::assure
