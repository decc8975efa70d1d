#include "assure/lint_rules.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "assure/ignore_comments.h"
#include "base/text.h"

namespace limbeck::assure {
namespace {

/// Whether the grammar's library is there.
bool HasGrammar() {
  return dlopen("libpg_query.so.1504.0", RTLD_LAZY) != nullptr;
}

/// Statements divided by ";;", in one transaction; what is found, as "rule rule".
std::string Found(const std::string& script, bool is_postgresql = true, int transaction = 1) {
  StatementRules rules(is_postgresql);
  for (const std::string& sql : Split(ReplaceAll(script, ";;", "\x01"), '\x01')) {
    rules.Check({.revision = "r", .sql = sql, .place = {}, .transaction = transaction});
  }
  std::vector<std::string> names;
  for (const LintFinding& finding : rules.Take()) names.emplace_back(finding.rule->name);
  return Join(names, " ");
}

struct Row {
  const char* script;
  const char* found;
};

class LintRulesTest : public testing::TestWithParam<Row> {};

TEST_P(LintRulesTest, Finds) {
  if (!HasGrammar()) GTEST_SKIP() << "libpg-query is not installed";
  EXPECT_EQ(Found(GetParam().script), GetParam().found) << GetParam().script;
}

constexpr Row kRows[] = {
    {"CREATE INDEX i ON t (a)", "require-concurrent-index-creation"},
    {"CREATE TABLE t (a BIGINT);; CREATE INDEX i ON public.t (a);; ALTER TABLE t ADD b INT NOT NULL", ""},
    {"CREATE INDEX CONCURRENTLY i ON t (a)", "ban-concurrent-index-creation-in-transaction"},
    {"CREATE INDEX CONCURRENTLY i ON t (a, b, c, d)", "wide-index ban-concurrent-index-creation-in-transaction"},
    {"DROP INDEX i", "require-concurrent-index-deletion"},
    {"DROP TABLE a, s.b", "ban-drop-table ban-drop-table"},
    {"DROP SCHEMA s", "ban-drop-schema"},
    {"DROP DATABASE d", "ban-drop-database"},
    {"ALTER TABLE t DROP COLUMN a", "ban-drop-column"},
    {"ALTER TABLE t ALTER a SET NOT NULL", "adding-not-nullable-field"},
    {"ALTER TABLE t VALIDATE CONSTRAINT c;; ALTER TABLE t ALTER a SET NOT NULL", ""},
    {"ALTER TABLE t ALTER a DROP NOT NULL", "ban-drop-not-null"},
    {"ALTER TABLE t ALTER a TYPE VARCHAR(20)", "changing-column-type"},
    {"ALTER TABLE t ADD a BIGINT", ""},
    {"ALTER TABLE t ADD a BIGINT NOT NULL", "adding-required-field"},
    {"ALTER TABLE t ADD a BIGINT DEFAULT 0 NOT NULL", ""},
    {"ALTER TABLE t ADD a TIMESTAMPTZ DEFAULT now()", ""},
    {"ALTER TABLE t ADD a UUID DEFAULT gen_random_uuid()", "adding-field-with-volatile-default"},
    {"ALTER TABLE t ADD a BIGSERIAL", "adding-generated-field"},
    {"ALTER TABLE t ADD a BIGINT GENERATED ALWAYS AS IDENTITY", "adding-generated-field"},
    {"ALTER TABLE t ADD a BIGINT GENERATED ALWAYS AS (b + 1) STORED", "adding-generated-field"},
    {"ALTER TABLE t ADD a BIGINT REFERENCES u (id)", "adding-foreign-key-constraint"},
    {"ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES u (id) NOT VALID", ""},
    {"ALTER TABLE t ADD CHECK (a > 0)", "constraint-missing-not-valid"},
    {"ALTER TABLE t ADD UNIQUE (a)", "disallowed-unique-constraint"},
    {"ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i", ""},
    {"ALTER TABLE t RENAME a TO b", "renaming-column"},
    {"ALTER TABLE t RENAME TO u", "renaming-table"},
    {"ALTER SCHEMA s RENAME TO u", "renaming-table"},
    {"ALTER TABLE t SET UNLOGGED", "rewriting-table"},
    {"ALTER TABLE t DETACH PARTITION p", "require-concurrent-partition-detach"},
    {"CLUSTER t", "rewriting-table"},
    {"VACUUM FULL t", "rewriting-table"},
    {"VACUUM t", ""},
    {"REINDEX TABLE t", "require-concurrent-reindex"},
    {"REFRESH MATERIALIZED VIEW v", "require-concurrent-refresh"},
    {"LOCK TABLE t", "locking-table"},
    {"BEGIN", "transaction-nesting"},
    {"SAVEPOINT s", ""},
    {"TRUNCATE t", "ban-truncate"},
    {"UPDATE t SET a = 1", "changing-rows-without-where"},
    {"UPDATE t SET a = 1 WHERE b = 2", ""},
    {"ALTER TABLE t ADD a BIGINT;; DELETE FROM t WHERE b = 2", "changing-rows-beside-schema"},
    {"ALTER TYPE m ADD VALUE 'x';; UPDATE t SET a = 'x' WHERE b = 2", "enum-value-in-use"},
    {"CREATE TYPE m AS ENUM ('y');; ALTER TYPE m ADD VALUE 'x';; SELECT 'x'", ""},
    {"ALTER TYPE m RENAME VALUE 'x' TO 'y'", "renaming-enum-value"},
    {"CREATE DOMAIN d AS INT CHECK (value > 0)", "ban-domain-with-constraint"},
    {"ALTER DOMAIN d ADD CHECK (value > 0)", "ban-domain-with-constraint"},
    {"CREATE TABLE t (id SERIAL, a CHAR(3), b JSON, c TIMESTAMP, PRIMARY KEY (id))",
     "prefer-bigint-over-int ban-char-field prefer-jsonb prefer-timestamp-tz"},
    {"CREATE TABLE a234567890b234567890c234567890d234567890e234567890f234567890g234 (a BIGINT)", "identifier-too-long"},
    {"DROP TABLE a; DROP TABLE b", "ban-drop-table ban-drop-table"},
};

INSTANTIATE_TEST_SUITE_P(Rows, LintRulesTest, testing::ValuesIn(kRows));

TEST(LintRules, SqliteIsAskedWhatHoldsThere) {
  if (!HasGrammar()) GTEST_SKIP() << "libpg-query is not installed";
  EXPECT_EQ(Found("CREATE INDEX i ON t (a);; DROP TABLE t;; ALTER TABLE t ADD a INT NOT NULL", false),
            "ban-drop-table adding-required-field");
}

TEST(LintRules, OutsideOfATransactionConcurrentlyIsFine) {
  if (!HasGrammar()) GTEST_SKIP() << "libpg-query is not installed";
  EXPECT_EQ(Found("CREATE INDEX CONCURRENTLY i ON t (a);; ALTER TYPE m ADD VALUE 'x';; SELECT 'x'", true, 0), "");
}

TEST(LintRules, EveryRuleIsListedOnceInOrder) {
  std::vector<std::string> names;
  for (const LintRule& rule : LintRules()) names.emplace_back(rule.name);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(FindLintRule("wide-index")->name, names.back());
  EXPECT_EQ(FindLintRule("no-such-rule"), nullptr);
}

TEST(IgnoreComments, ReachTheCallBesideAndBelow) {
  IgnoreComments comments(std::make_shared<const SourceFile>("a.py",
                                                             "one(  # limbeck: ignore ban-drop-table, wide-index\n"
                                                             "    2,  # limbeck: ignore ban-drop-column\n"
                                                             ")\n"
                                                             "# limbeck: ignore\n"
                                                             "# for a reason\n"
                                                             "four()\n"
                                                             "-- limbeck: ignore ban-drop-table\n"
                                                             "\n"
                                                             "DROP TABLE a;\n"
                                                             "x = 'limbeck: ignore'\n"));
  EXPECT_TRUE(comments.Covers("ban-drop-table", 1));
  EXPECT_TRUE(comments.Covers("ban-drop-column", 1));
  EXPECT_FALSE(comments.Covers("ban-char-field", 1));
  EXPECT_TRUE(comments.Covers("anything", 6));
  EXPECT_FALSE(comments.Covers("ban-drop-table", 9)) << "an empty line stands between";
  EXPECT_FALSE(comments.Covers("anything", 10));
  EXPECT_EQ(comments.Unused(), std::vector<int>{7});
}

TEST(IgnoreComments, MayMeanTheFile) {
  IgnoreComments comments(std::make_shared<const SourceFile>("a.sql", "-- limbeck: ignore-file wide-index\n"));
  EXPECT_TRUE(comments.Covers("wide-index", 0));
  EXPECT_TRUE(comments.Covers("wide-index", 12));
  EXPECT_FALSE(comments.Covers("no-sql", 12));
}

}  // namespace
}  // namespace limbeck::assure
