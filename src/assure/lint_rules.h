#pragma once

#include <memory>
#include <string>
#include <vector>

#include "limbeck/error.h"

namespace limbeck::assure {

/// One rule of lint.
struct LintRule {
  const char* name;
  /// What it finds, in a line.
  const char* summary;
  /// Good to know; does not fail the command.
  bool is_advice = false;
  /// Says something of PostgreSQL alone.
  bool is_postgresql = true;
};

/// All of them, by name.
const std::vector<LintRule>& LintRules();
/// Null for a name without a rule.
const LintRule* FindLintRule(const std::string& name);

/// What a revision does to the database.
struct LintStatement {
  std::string revision;
  std::string sql;
  /// The call that it comes from.
  Place place;
  /// Statements of one transaction have one number; 0: none.
  int transaction = 0;
};

/// What a rule found.
struct LintFinding {
  const LintRule* rule = nullptr;
  std::string revision;
  std::string message;
  std::string hint;
  Place place;
  /// Empty, where it is about the revision as a whole.
  std::string statement;
};

/// Names of the types in CREATE TYPE ... AS ENUM and DROP TYPE. Both throw as ParsePostgresql does.
std::vector<std::string> EnumsMade(const std::string& sql);
std::vector<std::string> TypesDropped(const std::string& sql);

/// Looks at the statements of a run in their order: what a run makes new, it may treat as it likes.
class StatementRules {
 public:
  explicit StatementRules(bool is_postgresql);
  ~StatementRules();
  StatementRules(const StatementRules&) = delete;
  StatementRules& operator=(const StatementRules&) = delete;

  /// Throws Error where the text is no statement of PostgreSQL; see ParsePostgresql.
  void Check(const LintStatement& statement);
  /// What was found so far.
  std::vector<LintFinding> Take();

 private:
  class Run;
  std::unique_ptr<Run> run_;
};

}  // namespace limbeck::assure
