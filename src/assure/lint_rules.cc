#include "assure/lint_rules.h"

#include <algorithm>

namespace limbeck::assure {

const std::vector<LintRule>& LintRules() {
  static const std::vector<LintRule> kRules = {
      {"adding-field-with-volatile-default", "a new column whose default differs from row to row rewrites the table"},
      {"adding-foreign-key-constraint", "a foreign key that is checked at once blocks writes to both tables"},
      {"adding-generated-field", "a new column that is generated or numbered rewrites the table"},
      {"adding-not-nullable-field", "SET NOT NULL reads the whole table while nobody else can", false, true},
      {"adding-required-field", "a new column that is NOT NULL and has no default fails on a table with rows", false,
       false},
      {"ban-char-field", "char(n) pads its values with blanks", true},
      {"ban-concurrent-index-creation-in-transaction", "CONCURRENTLY fails inside a transaction"},
      {"ban-domain-with-constraint", "a domain's constraint is checked in every table that has the domain"},
      {"ban-drop-column", "a column and its data go, while older programs still ask for it", false, false},
      {"ban-drop-database", "a database goes"},
      {"ban-drop-not-null", "programs meet a NULL where there was none", true},
      {"ban-drop-schema", "a schema goes"},
      {"ban-drop-table", "a table and its data go", false, false},
      {"ban-truncate", "all rows go", false, true},
      {"changing-column-type",
       "a column of another type rewrites the table, with its indexes, while nobody can use it"},
      {"changing-rows-beside-schema", "rows are changed in the transaction that holds a lock on their table"},
      {"changing-rows-without-where", "every row of a table is changed or deleted", true, false},
      {"constraint-missing-not-valid", "a CHECK reads the whole table while nobody else can"},
      {"disallowed-unique-constraint", "a key builds its index while nobody else can use the table"},
      {"enum-left-behind", "the downgrade leaves an enum type, so that the next upgrade fails"},
      {"enum-value-in-use", "a new value of an enum cannot be used in the transaction that adds it"},
      {"identifier-too-long", "PostgreSQL cuts names at 63 bytes"},
      {"locking-table", "LOCK TABLE keeps others out until the run is over"},
      {"missing-downgrade", "the revision cannot be taken back", false, false},
      {"needs-database", "the revision asks the database, so that its statements are not known", true, false},
      {"no-sql", "PostgreSQL's grammar does not know the statement"},
      {"prefer-bigint-over-int", "a primary key of 32 bits is full after two thousand million rows", true},
      {"prefer-jsonb", "json has no equality: DISTINCT and GROUP BY fail", true},
      {"prefer-timestamp-tz", "a timestamp without time zone is another moment on every server", true},
      {"renaming-column", "older programs do not find the column", false, false},
      {"renaming-enum-value", "older programs do not find the value"},
      {"renaming-table", "older programs do not find the table", false, false},
      {"require-concurrent-index-creation", "CREATE INDEX blocks writes to the table"},
      {"require-concurrent-index-deletion",
       "DROP INDEX waits for every query on the table, and all queries wait for it"},
      {"require-concurrent-partition-detach", "DETACH PARTITION blocks the whole partitioned table"},
      {"require-concurrent-refresh", "REFRESH MATERIALIZED VIEW blocks those who read the view"},
      {"require-concurrent-reindex", "REINDEX blocks writes to the table"},
      {"rewriting-table", "the table is written anew while nobody can use it"},
      {"transaction-nesting", "the script begins or ends a transaction inside of the run's"},
      {"unused-ignore", "nothing was found where a comment says what to ignore", true, false},
      {"wide-index", "an index of more than three columns is big and seldom used whole", true},
  };
  return kRules;
}

const LintRule* FindLintRule(const std::string& name) {
  const std::vector<LintRule>& rules = LintRules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const LintRule& rule) { return rule.name == name; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace limbeck::assure
