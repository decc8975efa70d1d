#pragma once

#include "python/interpreter.h"

// Something of a third-party package that Limbeck does not have. It may be imported, looked into, called, subclassed
// and used as a decorator; the moment it would decide something (its truth, text, items, order), the run is refused
// with the name and the place of its import.
//
// What a module that Limbeck has lacks is opaque too, so that an annotation does not stop a run. It may not be called:
// in sqlalchemy and alembic, such a call may be one that changes the database.

namespace limbeck::python {

/// What is not there, shared by all that comes from it.
struct OpaqueOrigin {
  std::string imported = {};  ///< "flask_babel"; "sqlalchemy.Dialect" for a name of a module that is there
  std::string lacking = {};   ///< "the package 'flask_babel'", "the module 'logging.handlers'", "'Dialect' of ..."
  Place place = {};           ///< of the import
  bool may_be_called = true;
  bool is_module = false;  ///< what was imported is a module for certain, no name of one
  /// What is thrown in place of words about a package: a statement was refused that would have made the value.
  std::shared_ptr<const Error> refusal = {};
};

struct OpaqueObject : Object, HasLayout<OpaqueObject, Layout::kOpaque> {
  OpaqueObject(std::string text, std::shared_ptr<const OpaqueOrigin> of)
      : Object(Types().opaque), name(std::move(text)), origin(std::move(of)) {}
  const std::string name;  ///< "flask_babel.lazy_gettext()"
  const std::shared_ptr<const OpaqueOrigin> origin;
};

/// The interpreter's service: what a file called last of something that is not there. Where nothing came of a run, that
/// call is why.
struct OpaqueCalls {
  std::string watched_file;
  Value last = {};
  Place place = {};
};

/// A package of that name, or a part of the standard library, imported at the current place.
Value MakeOpaqueModule(Interpreter& interpreter, const std::string& name);
/// A name that a module of ours lacks, or a part that a package of ours lacks.
Value MakeLackingName(Interpreter& interpreter, const std::string& module, const std::string& name, bool may_be_called);
Value MakeLackingModule(Interpreter& interpreter, const std::string& name);
/// What a refused statement would have bound to a name (passed_over.h).
Value MakeRefused(const std::string& name, std::shared_ptr<const Error> refusal);
bool IsOpaque(const Value& value);
/// What `with` binds. Throws kUnsupported where the value may not be called either.
Value EnterOpaque(Interpreter& interpreter, const Value& value);

/// Notes the call if the watched file makes it.
void NoteOpaqueCall(Interpreter& interpreter, const Value& called);
/// kUnsupported: the value is of a package that is not there.
Error OpaqueRefusal(Interpreter& interpreter, const Value& value, std::string_view what);
/// What is made of an opaque value where nothing is decided yet: a text with it, a sum. It tells the refusal when it
/// decides something itself.
Value OpaqueResult(Interpreter& interpreter, const Value& value, std::string_view what);
/// Such a text.
Value OpaqueText(Interpreter& interpreter, const Value& value);
/// What the value may have of that name, be it special.
Value OpaqueMember(const Value& value, Symbol name);
/// The first of these that is opaque, or null.
const Value* FindOpaque(const std::vector<Value>& values);
/// Throws it.
[[noreturn]] void RefuseOpaque(Interpreter& interpreter, const Value& value, std::string_view what);

}  // namespace limbeck::python
