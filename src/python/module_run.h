#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "python/ast.h"
#include "python/objects.h"

namespace limbeck::python {

/// Where a global name was found last time. Good while the namespace that it was found in has the name at that place.
struct GlobalCache {
  uint32_t index = Namespace::kNowhere;          ///< in the module's globals
  uint32_t builtin_index = Namespace::kNowhere;  ///< in the built-ins
  uint32_t absent_capacity = UINT32_MAX;         ///< the name is not in the globals while their capacity is this
};

/// What an attribute of an expression was last time. Good while the value's type has the version.
struct AttributeCache {
  enum class Kind : uint8_t {
    kUnknown,
    kInstance,  ///< in the instance's own names, at `index`, with no data descriptor above it
    kMethod,    ///< a function of the class
    kValue,     ///< another value of the class, which binds to nothing
    kProperty,  ///< a property of the class
  };
  uint64_t version = 0;
  const Value* in_class = nullptr;
  uint32_t index = 0;
  Kind kind = Kind::kUnknown;
};

/// A module's tree as one interpreter runs it: the globals it runs in, its constants, its caches. Functions hold it.
struct ModuleRun {
  ModuleRun(ast::ModulePtr parsed, Ref<ModuleObject> own_module);

  const ast::ModulePtr tree;
  const Ref<ModuleObject> module;
  std::vector<Value> constants;  ///< empty until they are first used
  std::vector<GlobalCache> globals;
  std::vector<AttributeCache> attributes;
  /// What `from package import *` was said of, for packages that Limbeck does not have: where names that are not
  /// defined may be from.
  std::vector<Value> opaque_stars;
};

using ModuleRunPtr = std::shared_ptr<ModuleRun>;

}  // namespace limbeck::python
