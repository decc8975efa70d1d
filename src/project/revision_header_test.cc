#include "project/revision_header.h"

#include <gtest/gtest.h>

#include "project/cases_test.h"

namespace limbeck::project {
namespace {

std::string ListRepr(const Texts& items) {
  Texts texts;
  for (const std::string& item : items) texts.push_back(PythonRepr(item));
  return "[" + Join(texts, ", ") + "]";
}

std::string Dump(const std::string& text) {
  const HeaderScan scan = ScanPythonHeader(text);
  const RevisionHeader& header = scan.header;
  if (scan.not_literal) return "needs evaluation: " + std::string(SourceFile("x", text).Text(*scan.not_literal)) + "\n";
  std::string out;
  if (header.revision) out += "revision = " + PythonRepr(*header.revision) + "\n";
  if (header.down_revisions) out += "down_revision = " + ListRepr(*header.down_revisions) + "\n";
  if (!header.branch_labels.empty()) out += "branch_labels = " + ListRepr(header.branch_labels) + "\n";
  if (!header.depends_on.empty()) out += "depends_on = " + ListRepr(header.depends_on) + "\n";
  if (!header.docstring.empty()) out += "docstring = " + PythonRepr(header.docstring) + "\n";
  return out;
}

TEST(ScanPythonHeader, SaysWhatPythonWouldAssign) {
  for (const FileCase& it : ReadCases("header_cases.txt")) EXPECT_EQ(Dump(it.input), it.expected) << it.name;
}

TEST(ScanPythonHeader, IsNotHurtByDepth) {
  const std::string deep(100000, '[');
  EXPECT_TRUE(ScanPythonHeader("revision = " + deep).not_literal);
  EXPECT_TRUE(ScanPythonHeader("x = " + deep).not_literal);
  EXPECT_TRUE(
      ScanPythonHeader("revision = " + std::string(100000, '(') + "'a'" + std::string(100000, ')')).not_literal);
}

}  // namespace
}  // namespace limbeck::project
