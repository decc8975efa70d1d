#include "draw/dot.h"

#include <gtest/gtest.h>

#include "draw/helpers_test.h"

namespace limbeck::draw {
namespace {

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Dot, DrawsCrowsFeet) {
  const std::string dot = ToDot(MakeShop());
  EXPECT_TRUE(Has(dot, "t0:d0:e -> t1:c2:w [arrowtail=teeodot, arrowhead=crowodot];")) << dot;
  EXPECT_TRUE(Has(dot, "t0:d0:e -> t2:c1:w [arrowtail=teetee, arrowhead=teeodot];")) << dot;
}

TEST(Dot, EscapesWhatIsMarkup) {
  const std::string dot = ToDot(MakeShop());
  EXPECT_TRUE(Has(dot, ">a &lt;b&gt;</TD>")) << dot;
  EXPECT_TRUE(Has(dot, "tooltip=\"who \\\"buys\\\"\"")) << dot;
}

TEST(Dot, ATableMayReferToItself) {
  const std::string dot = ToDot(MakeDiagram({MakeTable("people", {}, {"people?"})}, TypeName, Columns::kAll));
  EXPECT_TRUE(Has(dot, "t0:d0:e -> t0:d1:e [")) << dot;
}

TEST(Dot, FramesGroupsAndNamesWhatIsFarAway) {
  const std::string dot = ToDot(MakeDiagram(ManyTables(), TypeName, Columns::kAuto));
  EXPECT_TRUE(Has(dot, "subgraph cluster_2 {")) << dot;
  EXPECT_TRUE(Has(dot, "→ users</FONT>")) << dot;
  EXPECT_TRUE(Has(dot, "+ 1 more")) << dot;
}

}  // namespace
}  // namespace limbeck::draw
