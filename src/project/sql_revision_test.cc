#include "project/sql_revision.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"
#include "project/comment_header.h"

namespace limbeck::project {
namespace {

std::string Dump(const std::string& text) {
  try {
    const SqlRevision revision = ParseSqlRevision(MakeSource("a.sql", text));
    const auto section = [&](const SqlSection& it) {
      return (it.in_transaction ? "" : "(no transaction) ") + PythonRepr(revision.source->Text(it.body)) + "\n";
    };
    std::string out = "revision " + *revision.header.revision + "\n";
    if (!revision.header.down_revisions) out += "no down_revision\n";
    for (const std::string& id : revision.header.down_revisions.value_or(Texts())) out += "down " + id + "\n";
    for (const std::string& label : revision.header.branch_labels) out += "label " + label + "\n";
    for (const std::string& id : revision.header.depends_on) out += "needs " + id + "\n";
    if (!revision.header.docstring.empty()) out += "doc " + PythonRepr(revision.header.docstring) + "\n";
    out += "upgrade " + section(revision.upgrade);
    if (revision.downgrade) out += "downgrade " + section(*revision.downgrade);
    return out;
  } catch (const Error& error) {
    return error.Render() + "\n";
  }
}

TEST(ParseSqlRevision, ReadsHeaderAndSections) {
  for (const FileCase& it : ReadCases("sql_cases.txt")) EXPECT_EQ(Dump(it.input), it.expected) << it.name;
}

TEST(ScanCommentHeader, FilesWithoutARevisionLineAreNone) {
  const auto scan = [](const char* text, const char* comment) {
    return ScanCommentHeader(SourceFile("x", text), comment).has_value();
  };
  EXPECT_FALSE(scan("", "--"));
  EXPECT_FALSE(scan("SELECT 1;\n-- revision: a\n", "--"));
  EXPECT_FALSE(scan("-- about the revision\n", "--"));
  EXPECT_FALSE(scan("// revision: a\n", "--"));
  EXPECT_TRUE(scan("// x\n\n// revision: a\n#include <x>\n", "//"));
  EXPECT_TRUE(scan("--revision:a", "--"));
}

}  // namespace
}  // namespace limbeck::project
