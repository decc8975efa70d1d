#include <algorithm>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/json_text.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

// json: its functions, JSONEncoder and JSONDecoder.

namespace limbeck::python {
namespace {

// ------------------------------------------------------------------------------------------ writing

/// A number of blanks or a text.
std::optional<std::string> ReadIndent(const Value& value) {
  if (value.is_empty() || value.is_none()) return std::nullopt;
  if (const auto* text = Cast<StrObject>(value)) return text->text();
  return std::string(static_cast<size_t>(std::max<int64_t>(SmallInteger(value).value_or(0), 0)), ' ');
}

void ReadSeparators(Interpreter& interpreter, const Value& given, JsonWriteOptions& options) {
  if (!given.is_empty() && !given.is_none()) {
    const std::vector<Value> separators = interpreter.ToVector(given);
    if (separators.size() != 2) RaiseValueError("not enough values to unpack (expected 2, got 1)");
    options.item_separator = interpreter.Str(separators[0]);
    options.key_separator = interpreter.Str(separators[1]);
  } else if (options.indent) {
    options.item_separator = ",";
  }
}

/// The keywords that dumps(), dump() and JSONEncoder() share.
JsonWriteOptions ReadWriteOptions(Interpreter& interpreter, Arguments& arguments) {
  JsonWriteOptions options;
  options.skip_keys = arguments.KeywordBool("skipkeys", false);
  options.ensure_ascii = arguments.KeywordBool("ensure_ascii", true);
  options.check_circular = arguments.KeywordBool("check_circular", true);
  options.allow_nan = arguments.KeywordBool("allow_nan", true);
  options.sort_keys = arguments.KeywordBool("sort_keys", false);
  options.indent = ReadIndent(arguments.Keyword("indent"));
  ReadSeparators(interpreter, arguments.Keyword("separators"), options);
  const Value fallback = arguments.Keyword("default");
  if (!fallback.is_empty() && !fallback.is_none()) {
    options.fallback = [&interpreter, fallback](const Value& value) { return interpreter.Call(fallback, {value}); };
  }
  return options;
}

struct EncoderState : NativeState {
  JsonWriteOptions options;
};

void InitEncoder(Interpreter& interpreter, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<EncoderState>();
  state->options = ReadWriteOptions(interpreter, arguments);
  arguments.Finish();
  self.set_state(std::move(state));
}

Value DefaultOfEncoder(Interpreter&, Arguments& arguments) {
  arguments.Self();
  const Value value = arguments.Required("o");
  RaiseTypeError("Object of type " + TypeOf(value)->name() + " is not JSON serializable");
}

/// What cannot be written is handed to the encoder's default(), unless one was given to its __init__.
std::string Encode(Interpreter& interpreter, const Value& encoder, const Value& value) {
  const auto* state = StateOf<EncoderState>(encoder);
  JsonWriteOptions options = state == nullptr ? JsonWriteOptions() : state->options;
  if (!options.fallback) {
    options.fallback = [&](const Value& other) { return interpreter.CallMethod(encoder, "default", {other}); };
  }
  return WriteJson(interpreter, value, options);
}

Value EncodeMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value value = arguments.Required("o");
  arguments.Finish();
  return MakeStr(Encode(interpreter, self, value));
}

Value IterEncode(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value value = arguments.Required("o");
  arguments.Optional("_one_shot");
  arguments.Finish();
  return interpreter.Iterate(MakeList({MakeStr(Encode(interpreter, self, value))}));
}

constexpr NativeMethod kEncoderMethods[] = {
    {"default", DefaultOfEncoder}, {"encode", EncodeMethod}, {"iterencode", IterEncode}};

const TypeObject* EncoderType() {
  static const TypeObject* const kType = MakeNativeType(
      {.name = "JSONEncoder", .module = "json.encoder", .init = InitEncoder, .methods = kEncoderMethods});
  return kType;
}

/// dumps(obj, cls=Encoder, **options): the class is given the options.
std::string Dump(Interpreter& interpreter, const Value& value, Arguments& arguments) {
  const Value encoder = arguments.Keyword("cls");
  if (encoder.is_empty() || encoder.is_none() || encoder.Is(Value(EncoderType()))) {
    const JsonWriteOptions options = ReadWriteOptions(interpreter, arguments);
    arguments.Finish();
    return WriteJson(interpreter, value, options);
  }
  const std::vector<std::pair<Symbol, Value>> keywords = arguments.RestKeywords();
  arguments.Finish();
  const Value made = interpreter.Call(encoder, CallArguments{{}, keywords});
  return interpreter.Str(interpreter.CallMethod(made, "encode", {value}));
}

Value Dumps(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("obj");
  return MakeStr(Dump(interpreter, value, arguments));
}

Value DumpToFile(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("obj");
  const Value file = arguments.Required("fp");
  interpreter.CallMethod(file, "write", {MakeStr(Dump(interpreter, value, arguments))});
  return Value::None();
}

// ------------------------------------------------------------------------------------------ reading

Value Hook(Arguments& arguments, const char* name) {
  const Value hook = arguments.Keyword(name);
  return hook.is_none() ? Value() : hook;
}

JsonReadOptions ReadReadOptions(Arguments& arguments) {
  JsonReadOptions options;
  options.object_hook = Hook(arguments, "object_hook");
  options.object_pairs_hook = Hook(arguments, "object_pairs_hook");
  options.parse_float = Hook(arguments, "parse_float");
  options.parse_int = Hook(arguments, "parse_int");
  options.parse_constant = Hook(arguments, "parse_constant");
  options.strict = arguments.KeywordBool("strict", true);
  return options;
}

struct DecoderState : NativeState {
  JsonReadOptions options;
};

void InitDecoder(Interpreter&, InstanceObject& self, Arguments& arguments) {
  auto state = std::make_unique<DecoderState>();
  state->options = ReadReadOptions(arguments);
  arguments.Finish();
  self.set_state(std::move(state));
}

JsonReadOptions OptionsOf(const Value& decoder) {
  const auto* state = StateOf<DecoderState>(decoder);
  return state == nullptr ? JsonReadOptions() : state->options;
}

Value Decode(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string text = arguments.String("s");
  arguments.Finish();
  return ReadJson(interpreter, text, OptionsOf(self));
}

size_t OffsetOfCodePoint(std::string_view text, int64_t index) {
  size_t at = 0;
  for (int64_t i = 0; i < index && at < text.size(); ++i) at += Utf8Length(text, at);
  return at;
}

/// (value, where it ends)
Value RawDecode(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string text = arguments.String("s");
  const int64_t index = arguments.Int("idx", 0);
  arguments.Finish();
  size_t at = OffsetOfCodePoint(text, index);
  const Value value = ReadJsonAt(interpreter, text, at, OptionsOf(self));
  return MakeTuple({value, Value::Int(static_cast<int64_t>(Utf8Count(std::string_view(text).substr(0, at))))});
}

constexpr NativeMethod kDecoderMethods[] = {{"decode", Decode}, {"raw_decode", RawDecode}};

const TypeObject* DecoderType() {
  static const TypeObject* const kType = MakeNativeType(
      {.name = "JSONDecoder", .module = "json.decoder", .init = InitDecoder, .methods = kDecoderMethods});
  return kType;
}

/// The text of a str, or of bytes in UTF-8 (with a mark or without).
std::string DocumentOf(const Value& value) {
  if (const auto* text = Cast<StrObject>(value)) return text->text();
  std::optional<std::string> bytes = BytesOf(value);
  if (!bytes) RaiseTypeError("the JSON object must be str, bytes or bytearray, not " + TypeName(value));
  return bytes->starts_with("\xEF\xBB\xBF") ? bytes->substr(3) : *bytes;
}

Value Load(Interpreter& interpreter, const Value& document, Arguments& arguments) {
  const Value decoder = arguments.Keyword("cls");
  if (decoder.is_empty() || decoder.is_none() || decoder.Is(Value(DecoderType()))) {
    const JsonReadOptions options = ReadReadOptions(arguments);
    arguments.Finish();
    return ReadJson(interpreter, DocumentOf(document), options);
  }
  const std::vector<std::pair<Symbol, Value>> keywords = arguments.RestKeywords();
  arguments.Finish();
  const Value made = interpreter.Call(decoder, CallArguments{{}, keywords});
  return interpreter.CallMethod(made, "decode", {MakeStr(DocumentOf(document))});
}

Value Loads(Interpreter& interpreter, Arguments& arguments) {
  const Value document = interpreter.Resolve(arguments.Required("s"));
  return Load(interpreter, document, arguments);
}

Value LoadFromFile(Interpreter& interpreter, Arguments& arguments) {
  const Value file = arguments.Required("fp");
  return Load(interpreter, interpreter.CallMethod(file, "read", {}), arguments);
}

constexpr NativeFunction kFunctions[] = {
    {"dumps", Dumps}, {"dump", DumpToFile}, {"loads", Loads}, {"load", LoadFromFile}};

}  // namespace

void FillJson(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, EncoderType());
  AddType(module, DecoderType());
  AddType(module, JsonDecodeErrorType());
}

void FillJsonDecoder(Interpreter&, ModuleObject& module) {
  AddType(module, DecoderType());
  AddType(module, JsonDecodeErrorType());
}

void FillJsonEncoder(Interpreter&, ModuleObject& module) {
  AddType(module, EncoderType());
}

}  // namespace limbeck::python
