#include "base/shared_library.h"

#include <gtest/gtest.h>

#include "base/error_of.h"

namespace limbeck {
namespace {

Error Missing() {
  return Error(ErrorKind::kUnsupported, "it is missing");
}

TEST(SharedLibraryTest, GivesFunctions) {
  const SharedLibrary mathematics("libm.so.6", Missing);
  EXPECT_EQ(mathematics.Find<double(double)>("sqrt")(9.0), 3.0);
}

TEST(SharedLibraryTest, SaysWhatIsMissing) {
  const auto library = ErrorOf([] { SharedLibrary("libnothing.so.1", Missing); });
  ASSERT_TRUE(library);
  EXPECT_EQ(library->message(), "it is missing");
  const auto function = ErrorOf([] { SharedLibrary("libm.so.6", Missing).Find<void()>("no_such_function"); });
  ASSERT_TRUE(function);
  EXPECT_EQ(function->message(), "it is missing");
}

}  // namespace
}  // namespace limbeck
