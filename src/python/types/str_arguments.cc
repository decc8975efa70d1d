#include "python/types/str_arguments.h"

#include <fmt/format.h>

namespace limbeck::python {

const StrObject* AsStr(Interpreter& interpreter, const Value& value) {
  if (!value.is_object()) return nullptr;
  if (value.object()->type()->layout() != Layout::kDeferred) return Cast<StrObject>(value);
  return Cast<StrObject>(interpreter.Resolve(value));
}

const std::string& RequireText(Interpreter& interpreter, const Value& value) {
  const StrObject* text = AsStr(interpreter, value);
  if (text == nullptr) RaiseTypeError("must be str, not " + TypeName(value));
  return text->text();
}

const std::string& RequireText(Interpreter& interpreter, const Value& value, const char* function, int position) {
  const StrObject* text = AsStr(interpreter, value);
  if (text == nullptr) {
    RaiseTypeError(fmt::format("{}() argument {} must be str, not {}", function, position,
                               value.is_none() ? "None" : TypeName(value)));
  }
  return text->text();
}

CodecArguments ReadCodec(Interpreter& interpreter, const char* function, const Value& encoding, const Value& errors) {
  const auto read = [&](const Value& value, const char* name, std::string& into) {
    if (value.is_empty()) return;
    const StrObject* text = AsStr(interpreter, value);
    if (text == nullptr) {
      RaiseTypeError(fmt::format("{}() argument '{}' must be str, not {}", function, name,
                                 value.is_none() ? "None" : TypeName(value)));
    }
    into = text->text();
  };
  CodecArguments codec;
  read(encoding, "encoding", codec.encoding);
  read(errors, "errors", codec.errors);
  return codec;
}

}  // namespace limbeck::python
