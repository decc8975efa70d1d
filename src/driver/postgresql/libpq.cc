#include "driver/postgresql/libpq.h"

#include <dlfcn.h>

#include <string>

#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

#ifdef __APPLE__
constexpr const char* kNames[] = {"libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib",
                                  "/usr/local/opt/libpq/lib/libpq.5.dylib"};
#else
constexpr const char* kNames[] = {"libpq.so.5"};
#endif

constexpr const char* kHowToInstall =
    "PostgreSQL's client library is needed: apt install libpq5 (Debian, Ubuntu), dnf install libpq (Fedora), apk add "
    "libpq (Alpine), brew install libpq (macOS)";

void* Open(std::span<const char* const> names, std::string& reason) {
  for (const char* name : names) {
    if (void* library = dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
    if (const char* text = dlerror()) reason = text;
  }
  return nullptr;
}

[[noreturn]] void Fail(const std::string& message) {
  throw Error(ErrorKind::kUnsupported, message).Hint(kHowToInstall);
}

/// Looks the function up; a library without it keeps nullptr.
template <typename Function>
void Bind(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
}

template <typename Function>
void BindOrFail(void* library, const char* name, Function& function) {
  Bind(library, name, function);
  if (function == nullptr) Fail(std::string("libpq is too old: it has no ") + name);
}

}  // namespace

Libpq LoadLibpq(std::span<const char* const> names) {
  std::string reason = "no name to look for";
  // Stays loaded as long as the process lives.
  void* library = Open(names, reason);
  if (library == nullptr) Fail("libpq cannot be loaded: " + reason);
  Libpq pq;
#define LIMBECK_BIND(name) BindOrFail(library, #name, pq.name);
  LIMBECK_LIBPQ_FUNCTIONS(LIMBECK_BIND)
#undef LIMBECK_BIND
#define LIMBECK_BIND(name) Bind(library, #name, pq.name);
  LIMBECK_LIBPQ_PIPELINE_FUNCTIONS(LIMBECK_BIND)
#undef LIMBECK_BIND
  return pq;
}

const Libpq& TheLibpq() {
  static const Libpq libpq = LoadLibpq(kNames);
  return libpq;
}

}  // namespace limbeck::driver::postgresql
