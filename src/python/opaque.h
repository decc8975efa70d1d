#pragma once

#include "python/interpreter.h"

// Something of a third-party package that Limbeck does not have. It may be imported, looked into, called, subclassed
// and used as a decorator; the moment it would decide something (its truth, text, items, order), the run is refused
// with the name and the place of its import.

namespace limbeck::python {

struct OpaqueObject : Object, HasLayout<OpaqueObject, Layout::kOpaque> {
  OpaqueObject(std::string text, std::string of, Place imported_at)
      : Object(Types().opaque), name(std::move(text)), package(std::move(of)), place(std::move(imported_at)) {}
  const std::string name;     ///< "flask_babel.lazy_gettext()"
  const std::string package;  ///< "flask_babel"; "logging.handlers" for a part of the standard library
  const Place place;          ///< of the import
};

/// A package of that name, imported at the current place.
Value MakeOpaqueModule(Interpreter& interpreter, const std::string& name);
bool IsOpaque(const Value& value);

/// Throws kUnsupported: the value is of a package that is not there.
[[noreturn]] void RefuseOpaque(Interpreter& interpreter, const Value& value, std::string_view what);

}  // namespace limbeck::python
