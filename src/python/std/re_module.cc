#include <fmt/format.h>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/std/re_objects.h"

// re: its functions, flags and error.

namespace limbeck::python {
namespace {

/// Patterns that were compiled in this run.
struct RunPatterns {
  std::map<std::pair<std::string, uint32_t>, Value> texts;
};

void SetAttributes(ExceptionObject& exception, const std::vector<std::pair<const char*, Value>>& values) {
  for (const auto& [name, value] : values) exception.MakeAttributes().Set(Symbol::Intern(name), value);
}

/// error(msg, pattern=None, pos=None): the place is told in lines and columns when the pattern has several lines.
void FillError(ExceptionObject& exception, const std::string& message, const Value& pattern, const Value& position) {
  std::string text = message;
  Value line = Value::None();
  Value column = Value::None();
  if (!pattern.is_none() && !position.is_none()) {
    const std::string written = BytesOf(pattern, true).value_or("");
    size_t offset = 0;
    int64_t lines = 1;
    int64_t columns = 1;
    for (int64_t i = 0; i < SmallInteger(position).value_or(0) && offset < written.size(); ++i) {
      columns = written[offset] == '\n' ? 1 : columns + 1;
      lines += written[offset] == '\n' ? 1 : 0;
      offset += Utf8Length(written, offset);
    }
    text += " at position " + IntegerText(position);
    if (written.find('\n') != std::string::npos) text += fmt::format(" (line {}, column {})", lines, columns);
    line = Value::Int(lines);
    column = Value::Int(columns);
  }
  exception.args = Make<TupleObject>(std::vector<Value>{MakeStr(text)});
  SetAttributes(
      exception,
      {{"msg", MakeStr(message)}, {"pattern", pattern}, {"pos", position}, {"lineno", line}, {"colno", column}});
}

void InitializeError(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "error.__init__", given);
  const std::string message = arguments.String("msg");
  const Value pattern = arguments.OrNone("pattern");
  const Value position = arguments.OrNone("pos");
  arguments.Finish();
  FillError(*Cast<ExceptionObject>(self), message, pattern, position);
}

uint32_t ReadFlags(Interpreter& interpreter, const Value& flags) {
  if (flags.is_empty()) return 0;
  return static_cast<uint32_t>(RequireInteger(interpreter, interpreter.Resolve(flags)));
}

// ------------------------------------------------------------------------------------------ functions

Value Compile(Interpreter& interpreter, Arguments& arguments) {
  const Value pattern = arguments.Required("pattern");
  const Value flags = arguments.Optional("flags");
  arguments.Finish();
  return CompiledPattern(interpreter, pattern, ReadFlags(interpreter, flags));
}

/// match(pattern, string, flags=0) and its like: the method of the compiled pattern.
template <const char* const& kMethod>
Value Search(Interpreter& interpreter, Arguments& arguments) {
  const Value pattern = arguments.Required("pattern");
  const Value text = arguments.Required("string");
  const Value flags = arguments.Optional("flags");
  arguments.Finish();
  return interpreter.CallMethod(CompiledPattern(interpreter, pattern, ReadFlags(interpreter, flags)), kMethod, {text});
}
constexpr const char* kMatch = "match";
constexpr const char* kFullMatch = "fullmatch";
constexpr const char* kSearch = "search";
constexpr const char* kFindAll = "findall";
constexpr const char* kFindIter = "finditer";
constexpr const char* kSub = "sub";
constexpr const char* kSubN = "subn";

template <const char* const& kMethod>
Value Substitute(Interpreter& interpreter, Arguments& arguments) {
  const Value pattern = arguments.Required("pattern");
  const Value replacement = arguments.Required("repl");
  const Value text = arguments.Required("string");
  const Value count = arguments.Optional("count");
  const Value flags = arguments.Optional("flags");
  arguments.Finish();
  return interpreter.CallMethod(CompiledPattern(interpreter, pattern, ReadFlags(interpreter, flags)), kMethod,
                                {replacement, text, count.is_empty() ? Value::Int(0) : count});
}

Value Split(Interpreter& interpreter, Arguments& arguments) {
  const Value pattern = arguments.Required("pattern");
  const Value text = arguments.Required("string");
  const Value most = arguments.Optional("maxsplit");
  const Value flags = arguments.Optional("flags");
  arguments.Finish();
  return interpreter.CallMethod(CompiledPattern(interpreter, pattern, ReadFlags(interpreter, flags)), "split",
                                {text, most.is_empty() ? Value::Int(0) : most});
}

Value Escape(Interpreter& interpreter, Arguments& arguments) {
  const Value given = interpreter.Resolve(arguments.Required("pattern"));
  arguments.Finish();
  const std::optional<std::string> text = BytesOf(given, true);
  if (!text) RaiseTypeError("expected string or bytes-like object, got '" + TypeName(given) + "'");
  std::string escaped;
  for (const char c : *text) {
    if (std::string_view("()[]{}?*+-|^$\\.&~# \t\n\r\v\f").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return Cast<StrObject>(given) != nullptr ? MakeStr(std::move(escaped)) : MakeBytes(std::move(escaped));
}

Value Purge(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  interpreter.Service<RunPatterns>().texts.clear();
  return Value::None();
}

constexpr NativeFunction kFunctions[] = {
    {"compile", Compile},
    {"match", Search<kMatch>},
    {"fullmatch", Search<kFullMatch>},
    {"search", Search<kSearch>},
    {"findall", Search<kFindAll>},
    {"finditer", Search<kFindIter>},
    {"sub", Substitute<kSub>},
    {"subn", Substitute<kSubN>},
    {"split", Split},
    {"escape", Escape},
    {"purge", Purge},
};

constexpr std::pair<const char*, uint32_t> kFlags[] = {
    {"A", kRegexAscii},
    {"ASCII", kRegexAscii},
    {"DOTALL", kRegexDotAll},
    {"S", kRegexDotAll},
    {"I", kRegexIgnoreCase},
    {"IGNORECASE", kRegexIgnoreCase},
    {"L", kRegexLocale},
    {"LOCALE", kRegexLocale},
    {"M", kRegexMultiLine},
    {"MULTILINE", kRegexMultiLine},
    {"U", kRegexUnicode},
    {"UNICODE", kRegexUnicode},
    {"X", kRegexVerbose},
    {"VERBOSE", kRegexVerbose},
    {"NOFLAG", 0},
};

}  // namespace

PatternState::PatternState(Value written, bool bytes, uint32_t flags)
    : pattern(std::move(written)), is_bytes(bytes), regex(*BytesOf(pattern, true), flags, bytes) {}

const TypeObject* ReErrorType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.initialize = InitializeError;
    const TypeObject* type =
        MakeNativeType({.name = "error", .module = "re", .base = Exceptions().exception, .slots = slots});
    const_cast<TypeObject*>(type)->set_has_attributes(true);
    return type;
  }();
  return kType;
}

void RaiseRegexError(std::string_view message, std::string_view pattern, size_t at, bool is_bytes) {
  auto exception = Make<ExceptionObject>(ReErrorType());
  const Value written = is_bytes ? MakeBytes(std::string(pattern)) : MakeStr(pattern);
  const bool is_known = at != std::string_view::npos;
  const Value position = is_known ? Value::Int(PositionOf(written, std::min(at, pattern.size()))) : Value::None();
  FillError(*exception, std::string(message), written, position);
  throw ScriptError(std::move(exception));
}

Value CompiledPattern(Interpreter& interpreter, const Value& given, uint32_t flags) {
  const Value pattern = interpreter.Resolve(given);
  if (StateOf<PatternState>(pattern) != nullptr) {
    if (flags != 0) RaiseValueError("cannot process flags argument with a compiled pattern");
    return pattern;
  }
  const bool is_text = Cast<StrObject>(pattern) != nullptr;
  const std::optional<std::string> text = BytesOf(pattern, true);
  if (!text) RaiseTypeError("first argument must be string or compiled pattern");
  Value& known = interpreter.Service<RunPatterns>().texts[{(is_text ? "s" : "b") + *text, flags}];
  if (!known.is_empty()) return known;
  known = MakeInstance(RePatternType(), std::make_unique<PatternState>(pattern, !is_text, flags));
  return known;
}

void FillRe(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, RePatternType());
  AddType(module, ReMatchType());
  AddType(module, ReErrorType());
  for (const auto& [name, flag] : kFlags) AddValue(module, name, Value::Int(flag));
}

}  // namespace limbeck::python
