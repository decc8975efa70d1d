#pragma once

#include <set>
#include <string>
#include <vector>

#include "assure/lint_rules.h"
#include "engine/environment_run.h"
#include "engine/project.h"

namespace limbeck::assure {

struct LintOptions {
  /// Ids of the revisions to look at. They are taken as one run: a table that one makes is new to the others.
  std::set<std::string> revisions;
  /// Names of rules that are not asked.
  std::set<std::string> ignored_rules;
};

struct LintReport {
  /// In the order in which the revisions run.
  std::vector<LintFinding> findings;
  /// What comments left out.
  size_t ignored = 0;
};

/// Looks at the SQL that revisions would send, their downgrades included, without a database: env.py is run as with
/// --sql. Throws what env.py throws; what a revision does wrong is a finding.
LintReport Lint(engine::Project& project, const engine::RunRequest& request, const LintOptions& options);

}  // namespace limbeck::assure
