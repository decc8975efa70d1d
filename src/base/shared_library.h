#pragma once

#include <functional>

#include "limbeck/error.h"

namespace limbeck {

/// A library that is met when it is first needed, since few who run the program need it. It stays loaded: plug-ins and
/// what is freed as threads end do not bear to be unloaded.
class SharedLibrary {
 public:
  /// Throws what `missing` makes where the library, or later a function, is not there.
  SharedLibrary(const char* name, std::function<Error()> missing);

  /// The function of that name, whose type the caller knows.
  template <typename Function>
  Function* Find(const char* name) const {
    return reinterpret_cast<Function*>(FindSymbol(name));
  }

 private:
  void* FindSymbol(const char* name) const;

  std::function<Error()> missing_;
  void* handle_;
};

}  // namespace limbeck
