#include "graph/docstring.h"

#include <gtest/gtest.h>

#include "graph/revision.h"

namespace limbeck::graph {
namespace {

TEST(Docstring, IsStrippedOfAllThatPythonCallsSpace) {
  EXPECT_EQ(StripAsPython(" \t\n\v\f\r\x1c\x1f\u00a0\u2003a b\u3000\u2028\u0085"), "a b");
  EXPECT_EQ(StripAsPython(" \n"), "");
  EXPECT_EQ(StripAsPython(""), "");
  EXPECT_EQ(StripAsPython("\u200ba"), "\u200ba");
}

TEST(Docstring, IsSplitWherePythonSplits) {
  EXPECT_EQ(SplitLinesAsPython("a\r\nb\rc\x0b"
                               "d\x1c"
                               "e\u0085f\u2028g\n\nh\n"),
            (std::vector<std::string>{"a", "b", "c", "d", "e", "f", "g", "", "h"}));
  EXPECT_EQ(SplitLinesAsPython(""), std::vector<std::string>{});
}

TEST(Docstring, GivesTheFirstParagraphAndTheWhole) {
  Revision revision;
  revision.docstring = "\n  add users\nand roles\n\nRevision ID: 1\n";
  EXPECT_EQ(revision.Doc(), "add users\nand roles");
  EXPECT_EQ(revision.LongDoc(), "add users\nand roles\n\nRevision ID: 1");
}

}  // namespace
}  // namespace limbeck::graph
