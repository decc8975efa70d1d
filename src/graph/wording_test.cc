#include "graph/wording.h"

#include <gtest/gtest.h>

namespace limbeck::graph {
namespace {

using Ids = std::vector<std::string>;

TEST(Wording, SaysTheRangeAsTheCommandSaysIt) {
  const Identifier rows = Ids{"a"};
  EXPECT_EQ(Wording().NotAncestor(rows, {}).message(),
            "Requested range ('a',):None does not refer to ancestor/descendant revisions along the same branch");
  EXPECT_EQ(Wording::Range(std::string("x"), std::string("y")).NotAncestor(rows, {}).message(),
            "Requested range x:y does not refer to ancestor/descendant revisions along the same branch");
  EXPECT_EQ(Wording::Upgrade("x").NotAncestor({}, {}).message(),
            "Destination x is not a valid upgrade target from current head(s)");
  EXPECT_EQ(Wording::Downgrade("x%s").NotAncestor({}, {}).message(),
            "Destination x%s is not a valid downgrade target from current head(s)");
}

TEST(Wording, SaysMultipleHeadsAsTheCommandSaysIt) {
  const Ids heads = {"a", "b"};
  EXPECT_EQ(Wording().MultipleHeads(heads, "head").message(),
            "Multiple head revisions are present for given argument 'head'; please specify a specific target "
            "revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads");
  EXPECT_EQ(Wording::Upgrade("head-1").MultipleHeads(heads, "head").message(),
            "Multiple head revisions are present for given argument 'head-1'; please specify a specific target "
            "revision, '<branchname>@head-1' to narrow to a specific head, or 'heads' for all heads");
  EXPECT_EQ(Wording::Stamp().MultipleHeads(heads, "head").message(),
            "Multiple heads are present; please specify a single target revision");
  EXPECT_EQ(Wording::NewRevision().MultipleHeads(heads, "head").message(),
            "Multiple heads are present; please specify the head revision on which the new revision should be based, "
            "or perform a merge.");
  EXPECT_EQ(Wording::CurrentHead().MultipleHeads(heads, "head").message(),
            "The script directory has multiple heads (due to branching).Please use get_heads(), or merge the branches "
            "using alembic merge.");
}

TEST(Wording, IsOfTheExceptionWhereAlembicCatchesNone) {
  const struct {
    Error error;
    std::string exception;
    std::string text;
  } rows[] = {
      {Wording::Uncaught().NotAncestor({}, std::string("b")), "RangeNotAncestorError",
       "Revision base is not an ancestor of revision b"},
      {Wording::Uncaught().MultipleHeads({"a", "b"}, "head"), "MultipleHeads",
       "Multiple heads are present for given argument 'head'; a, b"},
      {Wording::Uncaught().Unresolved("No such branch: 'x'", "x"), "ResolutionError", "No such branch: 'x'"},
      {Wording::Uncaught().Cycle(CycleKind::kDependencyCycle, {"a", "b"}), "DependencyCycleDetected",
       "Dependency cycle is detected in revisions (a, b)"},
      {Wording::Uncaught().Cycle(CycleKind::kDependencySelfLoop, {"a"}), "DependencyLoopDetected",
       "Dependency self-loop is detected in revisions (a)"},
      {Wording::Uncaught().Invalid("Ambiguous walk"), "RevisionError", "Ambiguous walk"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(row.error.kind(), ErrorKind::kScript);
    EXPECT_EQ(row.error.exception_class(), "alembic.script.revision." + row.exception);
    EXPECT_EQ(row.error.message(), row.text);
  }
}

TEST(PythonErrors, PrintAsPythonPrintsThem) {
  const Error error = KeyError("it's", "no such key");
  EXPECT_EQ(error.exception_class(), "KeyError");
  EXPECT_EQ(error.message(), "\"it's\"");
  EXPECT_EQ(error.hint(), "no such key");
  EXPECT_EQ(AssertionError("why").message(), "");
}

}  // namespace
}  // namespace limbeck::graph
