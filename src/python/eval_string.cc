#include "python/machine.h"
#include "python/opaque.h"

// f-strings.

namespace limbeck::python {

Value Interpreter::Machine::EvaluateJoinedString(Frame& frame, const ast::JoinedString& joined) {
  Value opaque;
  std::string text = JoinParts(frame, joined, opaque);
  return opaque.is_empty() ? MakeStr(std::move(text)) : opaque;
}

Value Interpreter::Machine::EvaluateFormattedValue(Frame& frame, const ast::FormattedValue& formatted) {
  Value opaque;
  std::string text;
  AppendFormatted(frame, formatted, text, opaque);
  return opaque.is_empty() ? MakeStr(std::move(text)) : opaque;
}

std::string Interpreter::Machine::JoinParts(Frame& frame, const ast::JoinedString& joined, Value& opaque) {
  std::string text;
  for (const auto& part : joined.parts) {
    if (const auto* constant = ast::TryAs<ast::Constant>(*part)) {
      text += constant->text;
    } else {
      AppendFormatted(frame, ast::As<ast::FormattedValue>(*part), text, opaque);
    }
  }
  return text;
}

namespace {

/// repr() with everything beyond ASCII as escapes.
std::string Ascii(Interpreter& interpreter, const Value& value) {
  const Value* function = interpreter.builtins()->globals().Find(Symbol::Intern("ascii"));
  return interpreter.Str(interpreter.Call(*function, {value}));
}

}  // namespace

void Interpreter::Machine::AppendFormatted(Frame& frame, const ast::FormattedValue& formatted, std::string& text,
                                           Value& opaque) {
  Value value = Evaluate(frame, *formatted.value);
  frame.at = formatted.value->span;
  if (formatted.conversion == 0 && !formatted.format && value.is_int()) {
    text += std::to_string(value.int_value());
    return;
  }
  if (const Value made = interpreter_.Resolve(value); IsOpaque(made)) {
    opaque = OpaqueText(interpreter_, made);
    return;
  }
  if (formatted.conversion == 's') value = MakeStr(interpreter_.Str(value));
  if (formatted.conversion == 'r') value = MakeStr(interpreter_.Repr(value));
  if (formatted.conversion == 'a') value = MakeStr(Ascii(interpreter_, value));
  const std::string specification = formatted.format ? JoinParts(frame, *formatted.format, opaque) : std::string();
  text += interpreter_.Format(value, specification);
}

}  // namespace limbeck::python
