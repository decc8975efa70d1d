#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/opaque.h"
#include "python/types/brace_format.h"
#include "python/types/codecs.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/sequences.h"
#include "python/types/str_arguments.h"
#include "python/types/str_text.h"
#include "python/types/text_parts.h"
#include "python/types/unicode_case.h"
#include "python/types/unicode_class.h"
#include "python/unicode_identifier.h"

// Methods of str that change it or ask what it is made of; those that look for other texts are in str_search.cc.

namespace limbeck::python {
namespace {

const std::string& Alone(Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  arguments.Positional(0, 0);
  return text;
}

template <std::string (*kChange)(std::string_view)>
Value Changed(Interpreter&, Arguments& arguments) {
  return MakeStr(kChange(Alone(arguments)));
}

// ------------------------------------------------------------------------------------------ questions

template <CharacterClass kClass>
Value AllAre(Interpreter&, Arguments& arguments) {
  return Value::Bool(AllInClass(kClass, Alone(arguments)));
}

/// True when `test` is true of each code point.
template <typename Test>
bool All(std::string_view text, Test test) {
  for (size_t offset = 0; offset < text.size();) {
    if (!test(NextCodePoint(text, offset))) return false;
  }
  return true;
}

Value IsAlphanumeric(Interpreter&, Arguments& arguments) {
  const std::string& text = Alone(arguments);
  const bool all = All(text, [](char32_t c) {
    return IsInClass(CharacterClass::kAlpha, c) || IsInClass(CharacterClass::kNumeric, c) ||
           IsInClass(CharacterClass::kDigit, c);
  });
  return Value::Bool(all && !text.empty());
}

Value IsAscii(Interpreter&, Arguments& arguments) {
  const StrObject& text = SelfStr(arguments);
  arguments.Positional(0, 0);
  return Value::Bool(text.is_ascii());
}

Value IsIdentifier(Interpreter&, Arguments& arguments) {
  const std::string& text = Alone(arguments);
  const bool is_well_formed = FindInvalidUtf8(text) == std::string::npos;
  return Value::Bool(!text.empty() && is_well_formed && IdentifierLength(text) == text.size());
}

Value IsPrintableMethod(Interpreter&, Arguments& arguments) {
  return Value::Bool(All(Alone(arguments), [](char32_t c) {
    return c < 0x80 ? c >= 0x20 && c != 0x7F : (c < 0xD800 || c > 0xDFFF) && IsPrintable(c);
  }));
}

/// Some letter has this case, and none has another.
template <CharacterClass kCase>
Value IsOfCase(Interpreter&, Arguments& arguments) {
  bool any = false;
  const bool all = All(Alone(arguments), [&any](char32_t c) {
    const bool has_case = IsInClass(kCase, c);
    any = any || has_case;
    return has_case || !IsCased(c);
  });
  return Value::Bool(all && any);
}

/// Each word begins with a capital, and has no other one.
Value IsTitle(Interpreter&, Arguments& arguments) {
  bool any = false;
  bool inside_word = false;
  const bool all = All(Alone(arguments), [&](char32_t c) {
    const bool is_capital = IsInClass(CharacterClass::kUpper, c) || IsInClass(CharacterClass::kTitle, c);
    const bool is_cased = is_capital || IsInClass(CharacterClass::kLower, c);
    if (is_cased && is_capital == inside_word) return false;
    inside_word = is_cased;
    any = any || is_cased;
    return true;
  });
  return Value::Bool(all && any);
}

// ------------------------------------------------------------------------------------------ padding and stripping

std::string FillCharacter(Interpreter& interpreter, std::span<const Value> values) {
  if (values.size() < 2) return " ";
  const StrObject* fill = AsStr(interpreter, values[1]);
  if (fill == nullptr) {
    RaiseTypeError("The fill character must be a unicode character, not " + TypeName(values[1]));
  }
  if (fill->length() != 1) RaiseTypeError("The fill character must be exactly one character long");
  return fill->text();
}

enum class Placement { kLeft, kRight, kCenter };

/// ljust(width, fillchar=' '), rjust, center
template <Placement kPlacement>
Value Justify(Interpreter& interpreter, Arguments& arguments) {
  const StrObject& self = SelfStr(arguments);
  const auto values = arguments.Positional(1, 2);
  const int64_t width = IndexArgument(interpreter, values[0]);
  const std::string fill = FillCharacter(interpreter, values);
  const auto length = static_cast<int64_t>(self.length());
  if (width <= length) return MakeStr(self.text());
  const auto missing = static_cast<size_t>(width - length);
  if (missing > size_t{1} << 31) Raise(Exceptions().memory_error, "");
  // The odd character stands on the left when the width is odd, as in CPython.
  const size_t half = missing / 2 + (missing & static_cast<size_t>(width) & 1);
  const size_t left = kPlacement == Placement::kLeft ? 0 : kPlacement == Placement::kRight ? missing : half;
  std::string out;
  for (size_t i = 0; i < left; ++i) out += fill;
  out += self.text();
  for (size_t i = left; i < missing; ++i) out += fill;
  return MakeStr(std::move(out));
}

Value ZeroFill(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  return MakeStr(ZeroFilled(text, IndexArgument(interpreter, arguments.Positional(1, 1)[0]), TextKind::kStr));
}

/// strip(chars=None), lstrip, rstrip
template <Sides kSides>
Value Strip(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  const auto values = arguments.Positional(0, 1);
  if (values.empty() || values[0].is_none()) return MakeStr(StripSpace(text, kSides, TextKind::kStr));
  const StrObject* characters = AsStr(interpreter, values[0]);
  if (characters == nullptr) RaiseTypeError(fmt::format("{} arg must be None or str", arguments.function()));
  return MakeStr(StripCharacters(text, characters->text(), kSides, TextKind::kStr));
}

Value ExpandTabsMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  constexpr const char* kNames[] = {"tabsize"};
  Value size[1];
  arguments.Named(kNames, size, 0);
  return MakeStr(ExpandTabs(text, size[0].is_empty() ? 8 : IndexArgument(interpreter, size[0]), TextKind::kStr));
}

// ------------------------------------------------------------------------------------------ joining, formatting

Value Join(Interpreter& interpreter, Arguments& arguments) {
  const std::string& separator = SelfStr(arguments).text();
  const Value& iterable = arguments.Positional(1, 1)[0];
  const Slots& slots = TypeOf(iterable)->slots();
  if (slots.iterate == nullptr && slots.get_item == nullptr) RaiseTypeError("can only join an iterable");
  std::string out;
  size_t number = 0;
  interpreter.ForEach(iterable, [&](const Value& item) {
    const StrObject* text = AsStr(interpreter, item);
    if (text == nullptr) {
      RaiseTypeError(fmt::format("sequence item {}: expected str instance, {} found", number, TypeName(item)));
    }
    if (number++ > 0) out += separator;
    out += text->text();
  });
  return MakeStr(std::move(out));
}

Value Format(Interpreter& interpreter, Arguments& arguments) {
  const std::string& format = SelfStr(arguments).text();
  const std::vector<Value> positional = arguments.Rest();
  const std::vector<std::pair<Symbol, Value>> keywords = arguments.RestKeywords();
  std::vector<Value> given;
  for (const Value& value : positional) given.push_back(interpreter.Resolve(value));
  for (const auto& [name, value] : keywords) given.push_back(interpreter.Resolve(value));
  if (const Value* opaque = FindOpaque(given)) return OpaqueText(interpreter, *opaque);
  return MakeStr(FormatBraces(interpreter, format, {.positional = positional, .keywords = keywords}));
}

Value FormatMap(Interpreter& interpreter, Arguments& arguments) {
  const std::string& format = SelfStr(arguments).text();
  return MakeStr(FormatBraces(interpreter, format, {.mapping = arguments.Positional(1, 1)[0]}));
}

Value Encode(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  constexpr const char* kNames[] = {"encoding", "errors"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const CodecArguments codec = ReadCodec(interpreter, "encode", values[0], values[1]);
  return MakeBytes(EncodeText(text, codec.encoding, codec.errors));
}

// ------------------------------------------------------------------------------------------ translation

/// What the table has for a code point: LookupError and absence leave it as it is.
Value Translated(Interpreter& interpreter, const Value& table, char32_t c) {
  return EmptyIfRaised(Exceptions().lookup_error,
                       [&] { return interpreter.GetItem(table, Value::Int(static_cast<int64_t>(c))); });
}

Value Translate(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = SelfStr(arguments).text();
  const Value table = interpreter.Resolve(arguments.Positional(1, 1)[0]);
  return MakeStr(MapCodePoints(text, [&](std::string& out, char32_t c) {
    const Value found = Translated(interpreter, table, c);
    if (found.is_none()) return;
    if (const auto* replacement = Cast<StrObject>(found)) {
      out += replacement->text();
    } else if (found.is_empty()) {
      AppendUtf8(out, c);
    } else if (const std::optional<int64_t> code = SmallInteger(found)) {
      if (*code < 0 || *code > 0x10FFFF) RaiseValueError("character mapping must be in range(0x110000)");
      AppendUtf8(out, static_cast<char32_t>(*code));
    } else {
      RaiseTypeError("character mapping must return integer, None or str");
    }
  }));
}

/// maketrans(dict): keys are characters or their numbers.
Value TableFromDict(Interpreter& interpreter, const Value& given) {
  const auto* dict = Cast<DictObject>(given);
  if (dict == nullptr) RaiseTypeError("if you give only one argument to maketrans it must be a dict");
  const auto table = MakeDict();
  for (const HashTable::Entry& entry : dict->table.entries()) {
    if (entry.key.is_empty()) continue;
    const auto* character = Cast<StrObject>(entry.key);
    if (character == nullptr && !IsInteger(entry.key)) {
      RaiseTypeError("keys in translate table must be strings or integers");
    }
    if (character != nullptr && character->length() != 1) {
      RaiseValueError("string keys in translate table must be of length 1");
    }
    size_t offset = 0;
    const Value key =
        character == nullptr ? entry.key : Value::Int(static_cast<int64_t>(NextCodePoint(character->text(), offset)));
    table->table.Set(interpreter, key, entry.value);
  }
  return table;
}

std::vector<int64_t> CodePoints(const std::string& text) {
  std::vector<int64_t> codes;
  for (size_t offset = 0; offset < text.size();) codes.push_back(NextCodePoint(text, offset));
  return codes;
}

/// maketrans(x, y=None, z=None)
Value MakeTrans(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(1, 3);
  if (values.size() == 1) return TableFromDict(interpreter, interpreter.Resolve(values[0]));
  const StrObject* from = AsStr(interpreter, values[0]);
  if (from == nullptr) RaiseTypeError("first maketrans argument must be a string if there is a second argument");
  const std::vector<int64_t> old_codes = CodePoints(from->text());
  const std::vector<int64_t> new_codes = CodePoints(RequireText(interpreter, values[1], "maketrans", 2));
  if (old_codes.size() != new_codes.size()) {
    RaiseValueError("the first two maketrans arguments must have equal length");
  }
  const auto table = MakeDict();
  for (size_t i = 0; i < old_codes.size(); ++i) {
    table->table.Set(interpreter, Value::Int(old_codes[i]), Value::Int(new_codes[i]));
  }
  if (values.size() < 3) return table;
  for (const int64_t code : CodePoints(RequireText(interpreter, values[2], "maketrans", 3))) {
    table->table.Set(interpreter, Value::Int(code), Value::None());
  }
  return table;
}

/// What pickling and copying make a new str of.
Value NewArguments(Interpreter&, Arguments& arguments) {
  return MakeTuple({MakeStr(Alone(arguments))});
}

constexpr NativeMethod kMethods[] = {
    {"__getnewargs__", NewArguments},
    {"capitalize", Changed<CapitalizeText>},
    {"casefold", Changed<FoldText>},
    {"center", Justify<Placement::kCenter>},
    {"encode", Encode},
    {"expandtabs", ExpandTabsMethod},
    {"format", Format},
    {"format_map", FormatMap},
    {"isalnum", IsAlphanumeric},
    {"isalpha", AllAre<CharacterClass::kAlpha>},
    {"isascii", IsAscii},
    {"isdecimal", AllAre<CharacterClass::kDecimal>},
    {"isdigit", AllAre<CharacterClass::kDigit>},
    {"isidentifier", IsIdentifier},
    {"islower", IsOfCase<CharacterClass::kLower>},
    {"isnumeric", AllAre<CharacterClass::kNumeric>},
    {"isprintable", IsPrintableMethod},
    {"isspace", AllAre<CharacterClass::kSpace>},
    {"istitle", IsTitle},
    {"isupper", IsOfCase<CharacterClass::kUpper>},
    {"join", Join},
    {"ljust", Justify<Placement::kLeft>},
    {"lower", Changed<LowerText>},
    {"lstrip", Strip<Sides::kLeft>},
    {"maketrans", MakeTrans, MethodKind::kStaticMethod},
    {"rjust", Justify<Placement::kRight>},
    {"rstrip", Strip<Sides::kRight>},
    {"strip", Strip<Sides::kBoth>},
    {"swapcase", Changed<SwapCaseText>},
    {"title", Changed<TitleText>},
    {"translate", Translate},
    {"upper", Changed<UpperText>},
    {"zfill", ZeroFill},
};

}  // namespace

void AddStrMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
