#include "base/xml.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

TEST(EscapeXml, WritesWhatMeansSomethingAsEntities) {
  EXPECT_EQ(EscapeXml("a < \"b\" && b > 'c'\n"), "a &lt; &quot;b&quot; &amp;&amp; b &gt; 'c'\n");
  EXPECT_EQ(EscapeXml(""), "");
}

}  // namespace
}  // namespace limbeck
