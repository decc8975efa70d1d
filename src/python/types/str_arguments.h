#pragma once

#include "python/interpreter.h"

// How str's methods read their arguments.

namespace limbeck::python {

/// The str that a method was called on.
inline const StrObject& SelfStr(Arguments& arguments) {
  return *static_cast<const StrObject*>(arguments.Self().object());
}

/// A str, also behind a deferred import; null for anything else. It lives as long as the value.
const StrObject* AsStr(Interpreter& interpreter, const Value& value);

/// The text of an argument that must be a str: TypeError "must be str, not int".
const std::string& RequireText(Interpreter& interpreter, const Value& value);
/// The same with "replace() argument 1 must be str, not int".
const std::string& RequireText(Interpreter& interpreter, const Value& value, const char* function, int position);

/// encoding= and errors= of encode() and decode(), whose defaults are utf-8 and strict.
struct CodecArguments {
  std::string encoding = "utf-8";
  std::string errors = "strict";
};
CodecArguments ReadCodec(Interpreter& interpreter, const char* function, const Value& encoding, const Value& errors);

}  // namespace limbeck::python
