#include "base/shared_library.h"

#include <dlfcn.h>

#include <utility>

namespace limbeck {

SharedLibrary::SharedLibrary(const char* name, std::function<Error()> missing)
    : missing_(std::move(missing)), handle_(dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
  if (handle_ == nullptr) throw missing_();
}

void* SharedLibrary::FindSymbol(const char* name) const {
  void* const found = dlsym(handle_, name);
  if (found == nullptr) throw missing_();
  return found;
}

}  // namespace limbeck
