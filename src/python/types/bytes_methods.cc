#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/bytes_text.h"
#include "python/types/codecs.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/sequences.h"
#include "python/types/str_arguments.h"
#include "python/types/text_parts.h"

// What bytes and bytearray both can do. Results are of the kind that the method was called on.

namespace limbeck::python {
namespace {

constexpr TextKind kBytes = TextKind::kBytes;

const std::string& SelfBytes(Arguments& arguments) {
  return *BytesOf(arguments.Self());
}

const std::string& Alone(Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  arguments.Positional(0, 0);
  return bytes;
}

Value Same(Arguments& arguments, std::string_view bytes) {
  const bool is_array = arguments.Self().object()->type()->layout() == Layout::kByteArray;
  return is_array ? Value(Make<ByteArrayObject>(std::string(bytes))) : MakeBytes(std::string(bytes));
}

Value SameList(Arguments& arguments, const Parts& parts) {
  std::vector<Value> items;
  for (const std::string_view part : parts) items.push_back(Same(arguments, part));
  return MakeList(std::move(items));
}

// ------------------------------------------------------------------------------------------ searching

/// A part to look for: bytes, or an integer for one byte.
std::string ReadPart(Interpreter& interpreter, const Value& value) {
  if (const std::string* bytes = BytesOf(value)) return *bytes;
  if (HasIndex(value)) return {ByteFrom(interpreter, value)};
  RaiseTypeError("argument should be integer or bytes-like object, not '" + TypeName(value) + "'");
}

struct Searched {
  std::string_view bytes;
  size_t offset = 0;
};

std::optional<Searched> ReadBounds(Interpreter& interpreter, std::string_view bytes, std::span<const Value> values) {
  const Value start = values.size() > 1 ? values[1] : Value();
  const Value stop = values.size() > 2 ? values[2] : Value();
  const auto [first, last] = SearchBounds(interpreter, start, stop, bytes.size());
  if (first > last) return std::nullopt;
  return Searched{bytes.substr(first, last - first), first};
}

template <bool kFromRight, bool kRaises>
Value Find(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(1, 3);
  const std::string part = ReadPart(interpreter, values[0]);
  const std::optional<Searched> searched = ReadBounds(interpreter, bytes, values);
  const size_t found = !searched    ? std::string_view::npos
                       : kFromRight ? searched->bytes.rfind(part)
                                    : searched->bytes.find(part);
  if (found != std::string_view::npos) return Value::Int(static_cast<int64_t>(searched->offset + found));
  if (kRaises) RaiseValueError("subsection not found");
  return Value::Int(-1);
}

Value Count(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(1, 3);
  const std::string part = ReadPart(interpreter, values[0]);
  const std::optional<Searched> searched = ReadBounds(interpreter, bytes, values);
  return Value::Int(searched ? CountParts(searched->bytes, part, kBytes) : 0);
}

bool HasAffix(std::string_view bytes, std::string_view affix, bool at_start) {
  return at_start ? bytes.starts_with(affix) : bytes.ends_with(affix);
}

template <bool kAtStart>
Value HasAffixMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(1, 3);
  const std::optional<Searched> searched = ReadBounds(interpreter, bytes, values);
  if (const std::string* affix = BytesOf(values[0])) {
    return Value::Bool(searched && HasAffix(searched->bytes, *affix, kAtStart));
  }
  const auto* affixes = Cast<TupleObject>(values[0]);
  if (affixes == nullptr) {
    RaiseTypeError(fmt::format("{} first arg must be bytes or a tuple of bytes, not {}", arguments.function(),
                               TypeName(values[0])));
  }
  const auto matches = [&](const Value& affix) {
    return HasAffix(searched->bytes, RequireBytes(interpreter, affix), kAtStart);
  };
  return Value::Bool(searched && std::any_of(affixes->items.begin(), affixes->items.end(), matches));
}

template <bool kAtStart>
Value RemoveAffix(Interpreter& interpreter, Arguments& arguments) {
  std::string_view bytes = SelfBytes(arguments);
  const std::string& affix = RequireBytes(interpreter, arguments.Positional(1, 1)[0]);
  if (!affix.empty() && HasAffix(bytes, affix, kAtStart)) {
    bytes = kAtStart ? bytes.substr(affix.size()) : bytes.substr(0, bytes.size() - affix.size());
  }
  return Same(arguments, bytes);
}

Value Replace(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(2, 3);
  const std::string& from = RequireBytes(interpreter, values[0]);
  const std::string& to = RequireBytes(interpreter, values[1]);
  const int64_t limit = values.size() > 2 ? IndexArgument(interpreter, values[2]) : -1;
  return Same(arguments, ReplaceParts(bytes, from, to, limit, kBytes));
}

// ------------------------------------------------------------------------------------------ cutting

template <bool kFromRight>
Value Split(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"sep", "maxsplit"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const int64_t limit = values[1].is_empty() ? -1 : IndexArgument(interpreter, values[1]);
  if (values[0].is_empty() || values[0].is_none()) {
    return SameList(arguments,
                    kFromRight ? SplitWordsFromRight(bytes, limit, kBytes) : SplitWords(bytes, limit, kBytes));
  }
  const std::string& separator = RequireBytes(interpreter, values[0]);
  if (separator.empty()) RaiseValueError("empty separator");
  return SameList(arguments, kFromRight ? SplitAtFromRight(bytes, separator, limit) : SplitAt(bytes, separator, limit));
}

Value SplitLinesMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"keepends"};
  Value keep_ends[1];
  arguments.Named(kNames, keep_ends, 0);
  return SameList(arguments, SplitLines(bytes, !keep_ends[0].is_empty() && interpreter.Truth(keep_ends[0]), kBytes));
}

template <bool kFromRight>
Value Partition(Interpreter& interpreter, Arguments& arguments) {
  const std::string_view bytes = SelfBytes(arguments);
  const std::string& separator = RequireBytes(interpreter, arguments.Positional(1, 1)[0]);
  if (separator.empty()) RaiseValueError("empty separator");
  const size_t found = kFromRight ? bytes.rfind(separator) : bytes.find(separator);
  const auto same = [&](std::string_view part) { return Same(arguments, part); };
  if (found != std::string_view::npos) {
    return MakeTuple({same(bytes.substr(0, found)), same(separator), same(bytes.substr(found + separator.size()))});
  }
  return kFromRight ? MakeTuple({same(""), same(""), same(bytes)}) : MakeTuple({same(bytes), same(""), same("")});
}

template <Sides kSides>
Value Strip(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(0, 1);
  if (values.empty() || values[0].is_none()) return Same(arguments, StripSpace(bytes, kSides, kBytes));
  return Same(arguments, StripCharacters(bytes, RequireBytes(interpreter, values[0]), kSides, kBytes));
}

// ------------------------------------------------------------------------------------------ padding, joining

enum class Placement { kLeft, kRight, kCenter };

template <Placement kPlacement>
Value Justify(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  const auto values = arguments.Positional(1, 2);
  const int64_t width = IndexArgument(interpreter, values[0]);
  const std::string* fill = values.size() > 1 ? BytesOf(values[1]) : nullptr;
  if (values.size() > 1 && (fill == nullptr || fill->size() != 1)) {
    RaiseTypeError(fmt::format("{}() argument 2 must be a byte string of length 1, not {}", arguments.function(),
                               TypeName(values[1])));
  }
  const auto length = static_cast<int64_t>(bytes.size());
  if (width <= length) return Same(arguments, bytes);
  const auto missing = static_cast<size_t>(width - length);
  if (missing > size_t{1} << 31) Raise(Exceptions().memory_error, "");
  const char c = fill == nullptr ? ' ' : fill->front();
  const size_t half = missing / 2 + (missing & static_cast<size_t>(width) & 1);
  const size_t left = kPlacement == Placement::kLeft ? 0 : kPlacement == Placement::kRight ? missing : half;
  return Same(arguments, std::string(left, c) + bytes + std::string(missing - left, c));
}

Value ZeroFill(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  return Same(arguments, ZeroFilled(bytes, IndexArgument(interpreter, arguments.Positional(1, 1)[0]), kBytes));
}

Value ExpandTabsMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"tabsize"};
  Value size[1];
  arguments.Named(kNames, size, 0);
  return Same(arguments, ExpandTabs(bytes, size[0].is_empty() ? 8 : IndexArgument(interpreter, size[0]), kBytes));
}

Value Join(Interpreter& interpreter, Arguments& arguments) {
  const std::string& separator = SelfBytes(arguments);
  std::string out;
  size_t number = 0;
  interpreter.ForEach(arguments.Positional(1, 1)[0], [&](const Value& item) {
    const std::string* bytes = BytesOf(item);
    if (bytes == nullptr) {
      RaiseTypeError(fmt::format("sequence item {}: expected a bytes-like object, {} found", number, TypeName(item)));
    }
    if (number++ > 0) out += separator;
    out += *bytes;
  });
  return Same(arguments, out);
}

// ------------------------------------------------------------------------------------------ decoding, hexadecimal

Value Decode(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"encoding", "errors"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const CodecArguments codec = ReadCodec(interpreter, "decode", values[0], values[1]);
  return MakeStr(DecodeBytes(bytes, codec.encoding, codec.errors));
}

char ReadHexSeparator(Interpreter& interpreter, const Value& value) {
  const StrObject* text = AsStr(interpreter, value);
  const std::string* bytes = text != nullptr ? &text->text() : BytesOf(value);
  if (bytes == nullptr) RaiseTypeError("sep must be str or bytes.");
  if (bytes->size() != 1) RaiseValueError("sep must be length 1.");
  if (static_cast<unsigned char>(bytes->front()) >= 0x80) RaiseValueError("sep must be ASCII.");
  return bytes->front();
}

/// hex(sep, bytes_per_sep=1): groups are counted from the end, or from the start when the number is negative.
Value Hex(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"sep", "bytes_per_sep"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const char separator = values[0].is_empty() ? '\0' : ReadHexSeparator(interpreter, values[0]);
  const int64_t given = values[1].is_empty() ? 1 : IndexArgument(interpreter, values[1]);
  const auto group = static_cast<size_t>(given < 0 ? -given : given);
  std::string out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const size_t counted = given < 0 ? i : bytes.size() - i;
    if (i > 0 && separator != 0 && group > 0 && counted % group == 0) out += separator;
    out += fmt::format("{:02x}", static_cast<unsigned char>(bytes[i]));
  }
  return MakeStr(std::move(out));
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A class method: white space may stand between bytes.
Value FromHex(Interpreter& interpreter, Arguments& arguments) {
  const Value& type = arguments.Self();
  const Value& given = arguments.Positional(1, 1)[0];
  const StrObject* text = AsStr(interpreter, given);
  if (text == nullptr) {
    RaiseTypeError(fmt::format("fromhex() argument must be str, not {}", given.is_none() ? "None" : TypeName(given)));
  }
  const std::string& digits = text->text();
  std::string bytes;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == ' ' || (digits[i] >= '\t' && digits[i] <= '\r')) continue;
    const int high = HexDigit(digits[i]);
    const int low = high < 0 || i + 1 == digits.size() ? -1 : HexDigit(digits[i + 1]);
    if (low < 0) {
      RaiseValueError(
          fmt::format("non-hexadecimal number found in fromhex() arg at position {}", high < 0 ? i : i + 1));
    }
    bytes += static_cast<char>(high * 16 + low);
    ++i;
  }
  Value made = MakeBytes(std::move(bytes));
  return type.object() == Types().bytes ? made : interpreter.Call(type, {made});
}

// ------------------------------------------------------------------------------------------ characters of ASCII

bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool IsLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool IsAlpha(char c) {
  return IsUpper(c) || IsLower(c);
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsAlnum(char c) {
  return IsAlpha(c) || IsDigit(c);
}
bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

template <bool (*kTest)(char)>
Value AllAre(Interpreter&, Arguments& arguments) {
  const std::string& bytes = Alone(arguments);
  return Value::Bool(!bytes.empty() && std::all_of(bytes.begin(), bytes.end(), kTest));
}

Value IsAscii(Interpreter&, Arguments& arguments) {
  const std::string& bytes = Alone(arguments);
  return Value::Bool(
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

template <bool (*kIs)(char), bool (*kIsOther)(char)>
Value IsOfCase(Interpreter&, Arguments& arguments) {
  const std::string& bytes = Alone(arguments);
  return Value::Bool(std::any_of(bytes.begin(), bytes.end(), kIs) &&
                     std::none_of(bytes.begin(), bytes.end(), kIsOther));
}

/// The bytes with words in title case, also for capitalize() (`first_word_only`).
std::string Titled(const std::string& bytes, bool first_word_only) {
  std::string out = ToLower(bytes);
  for (size_t i = 0; i < out.size(); ++i) {
    const bool starts_word = i == 0 || (!first_word_only && !IsAlpha(out[i - 1]));
    if (starts_word && IsLower(out[i])) out[i] = static_cast<char>(out[i] - 0x20);
  }
  return out;
}

Value IsTitle(Interpreter&, Arguments& arguments) {
  const std::string& bytes = Alone(arguments);
  return Value::Bool(std::any_of(bytes.begin(), bytes.end(), IsAlpha) && Titled(bytes, false) == bytes);
}
Value Lower(Interpreter&, Arguments& arguments) {
  return Same(arguments, ToLower(Alone(arguments)));
}
Value Upper(Interpreter&, Arguments& arguments) {
  return Same(arguments, ToUpper(Alone(arguments)));
}
Value Title(Interpreter&, Arguments& arguments) {
  return Same(arguments, Titled(Alone(arguments), false));
}
Value Capitalize(Interpreter&, Arguments& arguments) {
  return Same(arguments, Titled(Alone(arguments), true));
}

Value SwapCase(Interpreter&, Arguments& arguments) {
  std::string bytes = Alone(arguments);
  for (char& c : bytes) {
    if (IsAlpha(c)) c = static_cast<char>(c ^ 0x20);
  }
  return Same(arguments, bytes);
}

// ------------------------------------------------------------------------------------------ translation

/// translate(table, /, delete=b'')
Value Translate(Interpreter& interpreter, Arguments& arguments) {
  const std::string& bytes = SelfBytes(arguments);
  constexpr const char* kNames[] = {"", "delete"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 1);
  const std::string table = values[0].is_none() ? std::string() : RequireBytes(interpreter, values[0]);
  if (!values[0].is_none() && table.size() != 256) RaiseValueError("translation table must be 256 characters long");
  const std::string gone = values[1].is_empty() ? std::string() : RequireBytes(interpreter, values[1]);
  std::string out;
  for (const char c : bytes) {
    if (gone.find(c) == std::string::npos) out += table.empty() ? c : table[static_cast<unsigned char>(c)];
  }
  return Same(arguments, out);
}

Value MakeTrans(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(2, 2);
  const std::string& from = RequireBytes(interpreter, values[0]);
  const std::string& to = RequireBytes(interpreter, values[1]);
  if (from.size() != to.size()) RaiseValueError("maketrans arguments must have same length");
  std::string table;
  for (int c = 0; c < 256; ++c) table += static_cast<char>(c);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return MakeBytes(std::move(table));
}

constexpr NativeMethod kMethods[] = {
    {"capitalize", Capitalize},
    {"center", Justify<Placement::kCenter>},
    {"count", Count},
    {"decode", Decode},
    {"endswith", HasAffixMethod<false>},
    {"expandtabs", ExpandTabsMethod},
    {"find", Find<false, false>},
    {"fromhex", FromHex, MethodKind::kClassMethod},
    {"hex", Hex},
    {"index", Find<false, true>},
    {"isalnum", AllAre<IsAlnum>},
    {"isalpha", AllAre<IsAlpha>},
    {"isascii", IsAscii},
    {"isdigit", AllAre<IsDigit>},
    {"islower", IsOfCase<IsLower, IsUpper>},
    {"isspace", AllAre<IsSpace>},
    {"istitle", IsTitle},
    {"isupper", IsOfCase<IsUpper, IsLower>},
    {"join", Join},
    {"ljust", Justify<Placement::kLeft>},
    {"lower", Lower},
    {"lstrip", Strip<Sides::kLeft>},
    {"maketrans", MakeTrans, MethodKind::kStaticMethod},
    {"partition", Partition<false>},
    {"removeprefix", RemoveAffix<true>},
    {"removesuffix", RemoveAffix<false>},
    {"replace", Replace},
    {"rfind", Find<true, false>},
    {"rindex", Find<true, true>},
    {"rjust", Justify<Placement::kRight>},
    {"rpartition", Partition<true>},
    {"rsplit", Split<true>},
    {"rstrip", Strip<Sides::kRight>},
    {"split", Split<false>},
    {"splitlines", SplitLinesMethod},
    {"startswith", HasAffixMethod<true>},
    {"strip", Strip<Sides::kBoth>},
    {"swapcase", SwapCase},
    {"title", Title},
    {"translate", Translate},
    {"upper", Upper},
    {"zfill", ZeroFill},
};

}  // namespace

void AddBytesMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
