#include "driver/postgresql/libpq.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

TEST(Libpq, MissingLibraryIsNamedWithItsPackage) {
  constexpr const char* kNames[] = {"libnosuch_pq.so.5"};
  try {
    LoadLibpq(kNames);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kUnsupported);
    EXPECT_THAT(error.message(), testing::StartsWith("libpq cannot be loaded: libnosuch_pq.so.5: "));
    EXPECT_THAT(error.hint(), testing::HasSubstr("apt install libpq5"));
  }
}

TEST(Libpq, LibraryWithoutTheFunctionsIsRefused) {
  constexpr const char* kNames[] = {"libnosuch_pq.so.5", "libm.so.6"};
  try {
    LoadLibpq(kNames);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "libpq is too old: it has no PQcancel");
  }
}

TEST(Libpq, OfThisMachineLoads) {
  EXPECT_NE(TheLibpq().PQconnectdbParams, nullptr);
}

}  // namespace
}  // namespace limbeck::driver::postgresql
