#include "compare/further_kinds.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

TEST(FurtherKinds, AreTurnedOnByTheirNames) {
  FurtherKinds kinds;
  kinds.Add("checks");
  kinds.Add("sequences");
  EXPECT_EQ(kinds, (FurtherKinds{.enums = false, .checks = true, .primary_keys = false, .sequences = true}));
  kinds.Add("all");
  EXPECT_EQ(kinds, FurtherKinds::All());
}

TEST(FurtherKinds, RefuseAnyOtherWord) {
  FurtherKinds kinds;
  try {
    kinds.Add("enum");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "Can't compare 'enum': there are enums, checks, primary_keys, sequences, all");
    EXPECT_EQ(error.hint(), "did you mean 'enums'?");
  }
  EXPECT_EQ(kinds, FurtherKinds());
}

}  // namespace
}  // namespace limbeck::compare
