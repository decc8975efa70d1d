#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "python/interpreter.h"

// JSON as Python's `json` reads and writes it.

namespace limbeck::python {

struct JsonWriteOptions {
  bool skip_keys = false;
  bool ensure_ascii = true;
  bool check_circular = true;
  bool allow_nan = true;
  bool sort_keys = false;
  std::optional<std::string> indent;  ///< one level of it
  std::string item_separator = ", ";
  std::string key_separator = ": ";
  /// Gives something that can be written for a value that cannot; empty: TypeError.
  std::function<Value(const Value&)> fallback;
};
std::string WriteJson(Interpreter& interpreter, const Value& value, const JsonWriteOptions& options = {});

/// What scripts want to be asked while reading; each is empty or a callable.
struct JsonReadOptions {
  Value object_hook;
  Value object_pairs_hook;
  Value parse_float;
  Value parse_int;
  Value parse_constant;
  bool strict = true;
};
/// Throws ScriptError: JSONDecodeError. The whole text is one document.
Value ReadJson(Interpreter& interpreter, std::string_view text, const JsonReadOptions& options = {});
/// The document that begins at the byte `at`, which is moved to its end.
Value ReadJsonAt(Interpreter& interpreter, std::string_view text, size_t& at, const JsonReadOptions& options);

const TypeObject* JsonDecodeErrorType();

}  // namespace limbeck::python
