#include "draw/dot_text.h"

#include <gtest/gtest.h>

namespace limbeck::draw {
namespace {

TEST(QuoteDot, KeepsQuotesAndOneLine) {
  EXPECT_EQ(QuoteDot("say \"a\\b\"\nc"), R"("say \"a\\b\" c")");
}

}  // namespace
}  // namespace limbeck::draw
