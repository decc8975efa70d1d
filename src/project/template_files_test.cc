#include "project/template_files.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"
#include "project/comment_header.h"
#include "project/mako_native.h"
#include "project/mako_program.h"
#include "project/revision_header.h"
#include "project/sql_revision.h"
#include "python/parser.h"

namespace limbeck::project {
namespace {

MakoTemplate ScriptTemplate(const std::string& environment, const std::string& name) {
  return ParseMako(MakeSource(name, std::string(FindTemplateFile(environment, name).value_or(""))));
}

TemplateVariables Variables() {
  return {{"message", "add \"users\"\nand more"},
          {"up_revision", "ae10"},
          {"down_revision", TextTuple{{"a", "b"}}},
          {"branch_labels", TextTuple{{"app"}}},
          {"depends_on", PythonNone{}},
          {"create_date", CreateDate{2024, 1, 2, 3, 4, 5, 6, std::nullopt, 0}},
          {"upgrades", "op.execute('SELECT 1')"}};
}

TEST(ScriptTemplates, OfPythonGiveARevision) {
  for (const char* environment : {"generic", "async", "pyproject", "pyproject_async"}) {
    const auto text = RenderMakoNatively(ScriptTemplate(environment, "script.py.mako"), Variables());
    ASSERT_TRUE(text) << environment;
    python::ParseModule(MakeSource("x.py", *text));
    const HeaderScan scan = ScanPythonHeader(*text);
    EXPECT_FALSE(scan.not_literal);
    EXPECT_EQ(scan.header.revision, "ae10");
    EXPECT_EQ(scan.header.down_revisions, (Texts{"a", "b"}));
    EXPECT_EQ(scan.header.branch_labels, Texts{"app"});
    EXPECT_EQ(scan.header.depends_on, Texts{});
    EXPECT_EQ(
        scan.header.docstring,
        "add \"users\"\nand more\n\nRevision ID: ae10\nRevises: a, b\nCreate Date: 2024-01-02 03:04:05.000006\n\n");
    EXPECT_NE(text->find("    \"\"\"Upgrade schema.\"\"\"\n    op.execute('SELECT 1')\n\n\ndef"), std::string::npos);
    EXPECT_EQ(text->substr(text->size() - 38), "\n    \"\"\"Downgrade schema.\"\"\"\n    pass\n");
  }
}

TEST(ScriptTemplates, OfSeveralDatabasesAreAProgram) {
  const MakoTemplate mako = ScriptTemplate("multidb", "script.py.mako");
  EXPECT_EQ(RenderMakoNatively(mako, Variables(), {"config"}), std::nullopt);
  python::ParseModule(TranslateMako(mako).python());
}

TEST(ScriptTemplates, OfSqlGiveARevision) {
  TemplateVariables variables = Variables();
  const SqlRevision merge = ParseSqlRevision(
      MakeSource("a.sql", RenderMakoNatively(BuiltInScriptTemplate(RevisionKind::kSql), variables).value_or("")));
  EXPECT_EQ(merge.header, (RevisionHeader{"ae10", Texts{"a", "b"}, {"app"}, {}, "add \"users\"\nand more"}));
  EXPECT_EQ(merge.source->Text(merge.upgrade.body), "op.execute('SELECT 1')\n\n");
  variables["down_revision"] = PythonNone{};
  variables["depends_on"] = TextList{{"c", "d"}};
  const SqlRevision base = ParseSqlRevision(
      MakeSource("a.sql", RenderMakoNatively(BuiltInScriptTemplate(RevisionKind::kSql), variables).value_or("")));
  EXPECT_EQ(base.header.down_revisions, Texts{});
  EXPECT_EQ(base.header.depends_on, (Texts{"c", "d"}));
}

TEST(ScriptTemplates, OfCppHaveAHeader) {
  const auto text = RenderMakoNatively(BuiltInScriptTemplate(RevisionKind::kCpp), Variables());
  ASSERT_TRUE(text);
  const SourceFile source("a.cc", *text);
  EXPECT_EQ(ScanCommentHeader(source, "//"),
            (RevisionHeader{"ae10", Texts{"a", "b"}, {"app"}, {}, "add \"users\"\nand more"}));
  EXPECT_NE(text->find(".down_revisions = \"a, b\","), std::string::npos);
}

TEST(EnvironmentTemplates, OfPythonParse) {
  for (const char* environment : {"generic", "async", "multidb", "pyproject", "pyproject_async"}) {
    python::ParseModule(MakeSource("env.py", std::string(FindTemplateFile(environment, "env.py").value_or("x ="))));
  }
}

TEST(EnvironmentTemplates, AreListedInOrder) {
  Texts lines;
  for (const EnvironmentTemplate& it : EnvironmentTemplates()) lines.push_back(it.name + " - " + it.synopsis);
  const Texts expected = {
      "generic - One database, configured in alembic.ini.",
      "async - One database through an asynchronous driver, configured in alembic.ini.",
      "multidb - Several databases in one history, configured in alembic.ini.",
      "pyproject - One database; settings in pyproject.toml and alembic.ini.",
      "pyproject_async - One database through an asynchronous driver; settings in pyproject.toml and alembic.ini.",
      "sql - One database, revisions in SQL, no Python.",
      "cpp - One database, revisions in C++, no Python.",
  };
  EXPECT_EQ(lines, expected);
}

}  // namespace
}  // namespace limbeck::project
