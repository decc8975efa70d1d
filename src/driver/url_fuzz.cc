#include "driver/url.h"

#include <cstdint>
#include <string_view>

#include "driver/connection.h"
#include "driver/postgresql/options.h"
#include "driver/sqlite/options.h"
#include "limbeck/error.h"

namespace {

using limbeck::driver::Url;

void Check(std::string_view text) {
  const Url url = Url::Parse(text);
  if (url.password) {
    // What is shown does not depend on the password.
    Url other = url;
    other.password = "another";
    if (url.ToString() != other.ToString()) __builtin_trap();
  }
  if (limbeck::driver::BackendOf(url) == limbeck::driver::Backend::kSqlite) {
    limbeck::driver::sqlite::ReadOpenOptions(url, {});
  } else {
    limbeck::driver::postgresql::ReadKeywords(url, {});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  try {
    Check({reinterpret_cast<const char*>(data), size});
  } catch (const limbeck::Error&) {
    return 0;
  }
  return 0;
}
