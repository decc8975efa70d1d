#include "base/entropy.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

TEST(NewRevisionId, IsTwelveHexadecimalDigits) {
  FakeEntropy entropy;
  EXPECT_EQ(NewRevisionId(entropy), "000102030405");
  EXPECT_EQ(NewRevisionId(entropy), "060708090a0b");
}

TEST(RealEntropy, DiffersFromTimeToTime) {
  const auto entropy = MakeRealEntropy();
  EXPECT_EQ(entropy->Bytes(16).size(), 16u);
  EXPECT_NE(entropy->Bytes(16), entropy->Bytes(16));
}

}  // namespace
}  // namespace limbeck
