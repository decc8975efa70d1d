#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "python/builtin_types.h"
#include "python/format.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/sequences.h"
#include "python/str_characters.h"

// str: UTF-8 inside, code points outside.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

const StrObject& Str(const Value& self) {
  return *Cast<StrObject>(self);
}
const std::string& Text(const Value& self) {
  return Str(self).text();
}

/// Byte offset of a code point.
size_t OffsetOf(const StrObject& text, size_t index) {
  if (text.is_ascii()) return std::min(index, text.text().size());
  size_t offset = 0;
  for (size_t i = 0; i < index && offset < text.text().size(); ++i) offset += Utf8Length(text.text(), offset);
  return offset;
}

/// Code points before a byte offset.
int64_t IndexAt(const StrObject& text, size_t offset) {
  return static_cast<int64_t>(text.is_ascii() ? offset : Utf8Count(std::string_view(text.text()).substr(0, offset)));
}

std::string Repeated(const std::string& text, size_t count) {
  std::string repeated;
  repeated.reserve(text.size() * count);
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

Value StrBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op == Operator::kMultiply && IsInteger(other)) {
    return MakeStr(Repeated(Text(self), RepeatCount(other, Text(self).size())));
  }
  if (reflected) return NotImplementedValue();
  if (op == Operator::kModulo) return MakeStr(FormatPercent(interpreter, Text(self), other));
  if (op != Operator::kAdd) return NotImplementedValue();
  const auto* right = Cast<StrObject>(other);
  if (right == nullptr) RaiseTypeError("can only concatenate str (not \"" + TypeName(other) + "\") to str");
  return MakeStr(Text(self) + right->text());
}

Value StrCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const auto* right = Cast<StrObject>(other);
  if (right == nullptr) return NotImplementedValue();
  const int order = Text(self).compare(right->text());
  switch (op) {
    case CompareOp::kEqual:
      return Value::Bool(order == 0);
    case CompareOp::kNotEqual:
      return Value::Bool(order != 0);
    case CompareOp::kLess:
      return Value::Bool(order < 0);
    case CompareOp::kLessEqual:
      return Value::Bool(order <= 0);
    case CompareOp::kGreater:
      return Value::Bool(order > 0);
    case CompareOp::kGreaterEqual:
      break;
  }
  return Value::Bool(order >= 0);
}

Value StrGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const StrObject& text = Str(self);
  const auto* slice = Cast<SliceObject>(key);
  if (slice == nullptr) {
    const size_t offset = OffsetOf(text, SequenceIndex(interpreter, key, text.length(), "string"));
    return MakeStr(std::string_view(text.text()).substr(offset, Utf8Length(text.text(), offset)));
  }
  const SliceRange range = ResolveSlice(interpreter, *slice, text.length());
  if (range.step == 1) {
    const size_t begin = OffsetOf(text, static_cast<size_t>(range.start));
    const size_t end = OffsetOf(text, static_cast<size_t>(range.start) + range.count);
    return MakeStr(std::string_view(text.text()).substr(begin, end - begin));
  }
  const std::vector<std::string> characters = Characters(text.text());
  std::string taken;
  for (size_t i = 0; i < range.count; ++i)
    taken += characters[static_cast<size_t>(range.start + static_cast<int64_t>(i) * range.step)];
  return MakeStr(taken);
}

Value StrIterate(Interpreter&, const Value& self) {
  return MakeIterator([self, offset = size_t{0}](Interpreter&) mutable {
    const std::string& text = Text(self);
    if (offset >= text.size()) return Value();
    const size_t begin = offset;
    offset += Utf8Length(text, begin);
    return MakeStr(std::string_view(text).substr(begin, offset - begin));
  });
}

int64_t StrLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Str(self).length());
}
uint64_t StrHash(Interpreter&, const Value& self) {
  return Str(self).hash();
}
std::string StrStr(Interpreter&, const Value& self) {
  return Text(self);
}
std::string StrRepr(Interpreter&, const Value& self) {
  return PythonRepr(Text(self));
}
std::string StrFormat(Interpreter& interpreter, const Value& self, std::string_view specification) {
  return FormatText(interpreter.Str(self), specification);
}

bool StrContains(Interpreter&, const Value& self, const Value& item) {
  const auto* part = Cast<StrObject>(item);
  if (part == nullptr) RaiseTypeError("'in <string>' requires string as left operand, not " + TypeName(item));
  return Text(self).find(part->text()) != std::string::npos;
}

/// str(object), str(bytes, encoding, errors)
Value MakeStrOf(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "str", given);
  const Value object = arguments.Optional("object");
  const Value encoding = arguments.Optional("encoding");
  const Value errors = arguments.Optional("errors");
  arguments.Finish();
  if (object.is_empty()) return Make<StrObject>("", type);
  if (encoding.is_empty() && errors.is_empty()) return Make<StrObject>(interpreter.Str(object), type);
  const Value decoded = interpreter.CallMethod(object, "decode", {encoding.is_empty() ? MakeStr("utf-8") : encoding});
  return Make<StrObject>(Text(decoded), type);
}

// ------------------------------------------------------------------------------------------ searching

/// find(sub, start, end) and its like: the part to search in, as byte offsets.
struct Searched {
  std::string_view text;
  size_t begin = 0;
  bool is_possible = true;
};

Searched ReadBounds(Arguments& arguments, const StrObject& text) {
  const auto length = static_cast<int64_t>(text.length());
  const auto clamp = [&](const Value& value, int64_t fallback) {
    if (value.is_empty() || value.is_none()) return fallback;
    const int64_t given = SmallInteger(value).value_or(0);
    return std::max<int64_t>(given < 0 ? given + length : given, 0);
  };
  const int64_t start = clamp(arguments.OrNone("start"), 0);
  const int64_t end = std::min(clamp(arguments.OrNone("end"), length), length);
  if (start > end) return {{}, 0, false};
  const size_t begin = OffsetOf(text, static_cast<size_t>(start));
  const size_t stop = OffsetOf(text, static_cast<size_t>(end));
  return {std::string_view(text.text()).substr(0, stop), begin, true};
}

template <bool kBackwards, bool kRaises>
Value Find(Interpreter&, Arguments& arguments) {
  const StrObject& text = Str(arguments.Self());
  const std::string part = arguments.String("sub");
  const Searched searched = ReadBounds(arguments, text);
  arguments.Finish();
  size_t found = std::string::npos;
  if (searched.is_possible) {
    found = kBackwards ? searched.text.rfind(part) : searched.text.find(part, searched.begin);
    if (kBackwards && found != std::string::npos && found < searched.begin) found = std::string::npos;
  }
  if (found != std::string::npos) return Value::Int(IndexAt(text, found));
  if (kRaises) RaiseValueError("substring not found");
  return Value::Int(-1);
}

Value Count(Interpreter&, Arguments& arguments) {
  const StrObject& text = Str(arguments.Self());
  const std::string part = arguments.String("sub");
  const Searched searched = ReadBounds(arguments, text);
  arguments.Finish();
  if (part.empty()) return Value::Int(static_cast<int64_t>(text.length()) + 1);
  int64_t count = 0;
  for (size_t at = searched.text.find(part, searched.begin); searched.is_possible && at != std::string::npos;
       at = searched.text.find(part, at + part.size())) {
    ++count;
  }
  return Value::Int(count);
}

/// startswith / endswith: one text, or any of a tuple.
template <bool kAtEnd>
Value HasAffix(Interpreter& interpreter, Arguments& arguments) {
  const StrObject& text = Str(arguments.Self());
  const Value affix = interpreter.Resolve(arguments.Required(kAtEnd ? "suffix" : "prefix"));
  const Searched searched = ReadBounds(arguments, text);
  arguments.Finish();
  const std::string_view part = searched.is_possible ? searched.text.substr(searched.begin) : std::string_view();
  const auto matches = [&](const Value& value) {
    const auto* wanted = Cast<StrObject>(value);
    if (wanted == nullptr) {
      RaiseTypeError(std::string(arguments.function()) + " first arg must be str or a tuple of str, not " +
                     TypeName(value));
    }
    if (!searched.is_possible || wanted->text().size() > part.size()) return false;
    return (kAtEnd ? part.substr(part.size() - wanted->text().size()) : part.substr(0, wanted->text().size())) ==
           wanted->text();
  };
  const auto* tuple = Cast<TupleObject>(affix);
  if (tuple == nullptr) return Value::Bool(matches(affix));
  return Value::Bool(std::any_of(tuple->items.begin(), tuple->items.end(), matches));
}

// ------------------------------------------------------------------------------------------ cutting

template <bool kLeft, bool kRight>
Value Strip(Interpreter&, Arguments& arguments) {
  std::string_view text = Text(arguments.Self());
  const std::optional<std::string> characters = arguments.OptionalString("chars");
  arguments.Finish();
  return MakeStr(StripCharacters(text, characters, kLeft, kRight));
}

Value ToList(const std::vector<std::string>& parts) {
  std::vector<Value> values;
  values.reserve(parts.size());
  for (const std::string& part : parts) values.push_back(MakeStr(part));
  return MakeList(std::move(values));
}

template <bool kFromRight>
Value SplitText(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const std::optional<std::string> separator = arguments.OptionalString("sep");
  const int64_t limit = arguments.Int("maxsplit", -1);
  arguments.Finish();
  if (separator && separator->empty()) RaiseValueError("empty separator");
  return ToList(kFromRight ? SplitFromRight(text, separator, limit) : SplitFromLeft(text, separator, limit));
}

Value SplitLinesOf(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const bool keep = arguments.Bool("keepends", false);
  arguments.Finish();
  return ToList(SplitIntoLines(text, keep));
}

template <bool kFromRight>
Value Partition(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const std::string separator = arguments.String("sep");
  arguments.Finish();
  if (separator.empty()) RaiseValueError("empty separator");
  const size_t at = kFromRight ? text.rfind(separator) : text.find(separator);
  if (at == std::string::npos) {
    return kFromRight ? MakeTuple({MakeStr(""), MakeStr(""), MakeStr(text)})
                      : MakeTuple({MakeStr(text), MakeStr(""), MakeStr("")});
  }
  return MakeTuple({MakeStr(text.substr(0, at)), MakeStr(separator), MakeStr(text.substr(at + separator.size()))});
}

Value Join(Interpreter& interpreter, Arguments& arguments) {
  const std::string& separator = Text(arguments.Self());
  const Value iterable = arguments.Required("iterable");
  arguments.Finish();
  std::string joined;
  size_t position = 0;
  interpreter.ForEach(iterable, [&](const Value& given) {
    const Value item = interpreter.Resolve(given);
    const auto* text = Cast<StrObject>(item);
    if (text == nullptr) {
      RaiseTypeError("sequence item " + std::to_string(position) + ": expected str instance, " + TypeName(item) +
                     " found");
    }
    if (position++ > 0) joined += separator;
    joined += text->text();
  });
  return MakeStr(std::move(joined));
}

Value Replace(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const std::string from = arguments.String("old");
  const std::string to = arguments.String("new");
  int64_t limit = arguments.Int("count", -1);
  arguments.Finish();
  std::string out;
  size_t begin = 0;
  if (from.empty()) {
    for (const std::string& character : Characters(text)) {
      if (limit-- != 0) out += to;
      out += character;
    }
    return MakeStr(limit != 0 ? out + to : out);
  }
  for (size_t at = text.find(from); at != std::string::npos && limit != 0; at = text.find(from, begin), --limit) {
    out.append(text, begin, at - begin).append(to);
    begin = at + from.size();
  }
  return MakeStr(out.append(text, begin, std::string::npos));
}

template <bool kAtEnd>
Value RemoveAffix(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const std::string affix = arguments.String(kAtEnd ? "suffix" : "prefix");
  arguments.Finish();
  const bool fits =
      text.size() >= affix.size() && text.compare(kAtEnd ? text.size() - affix.size() : 0, affix.size(), affix) == 0;
  if (!fits || affix.empty()) return MakeStr(text);
  return MakeStr(kAtEnd ? text.substr(0, text.size() - affix.size()) : text.substr(affix.size()));
}

// ------------------------------------------------------------------------------------------ case and padding

template <std::string (*kChange)(std::string_view)>
Value ChangeCase(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  arguments.Finish();
  return MakeStr(kChange(text));
}

template <bool (*kTest)(std::string_view)>
Value TestText(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  arguments.Finish();
  return Value::Bool(kTest(text));
}

template <char kAlign>
Value Justify(Interpreter&, Arguments& arguments) {
  const StrObject& text = Str(arguments.Self());
  const int64_t width = arguments.Int("width");
  const std::string fill = arguments.String("fillchar", " ");
  arguments.Finish();
  if (Utf8Count(fill) != 1) RaiseTypeError("The fill character must be exactly one character long");
  const int64_t missing = width - static_cast<int64_t>(text.length());
  if (missing <= 0) return MakeStr(text.text());
  // CPython puts the odd blank of an odd width to the left.
  const int64_t left = kAlign == '<' ? 0 : kAlign == '>' ? missing : missing / 2 + (missing & width & 1);
  return MakeStr(Repeated(fill, static_cast<size_t>(left)) + text.text() +
                 Repeated(fill, static_cast<size_t>(missing - left)));
}

Value ZeroFill(Interpreter&, Arguments& arguments) {
  const StrObject& text = Str(arguments.Self());
  const int64_t width = arguments.Int("width");
  arguments.Finish();
  const int64_t missing = width - static_cast<int64_t>(text.length());
  if (missing <= 0) return MakeStr(text.text());
  const bool has_sign = !text.text().empty() && (text.text()[0] == '-' || text.text()[0] == '+');
  const size_t sign = has_sign ? 1 : 0;
  return MakeStr(text.text().substr(0, sign) + std::string(static_cast<size_t>(missing), '0') +
                 text.text().substr(sign));
}

Value ExpandTabs(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const int64_t size = arguments.Int("tabsize", 8);
  arguments.Finish();
  std::string out;
  int64_t column = 0;
  for (const std::string& character : Characters(text)) {
    if (character == "\t") {
      const int64_t blanks = size > 0 ? size - column % size : 0;
      out.append(static_cast<size_t>(blanks), ' ');
      column += blanks;
    } else {
      out += character;
      column = character == "\n" || character == "\r" ? 0 : column + 1;
    }
  }
  return MakeStr(out);
}

// ------------------------------------------------------------------------------------------ formatting, encoding

Value FormatMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string text = Text(arguments.Self());
  const std::vector<Value> positional = arguments.Rest();
  return MakeStr(FormatBraces(interpreter, text, positional, arguments.RestKeywords()));
}

Value FormatMap(Interpreter& interpreter, Arguments& arguments) {
  const std::string text = Text(arguments.Self());
  const Value mapping = arguments.Required("mapping");
  arguments.Finish();
  std::vector<std::pair<Symbol, Value>> keywords;
  interpreter.ForEach(mapping, [&](const Value& key) {
    keywords.emplace_back(Symbol::Intern(interpreter.Str(key)), interpreter.GetItem(mapping, key));
  });
  return MakeStr(FormatBraces(interpreter, text, {}, keywords));
}

Value Encode(Interpreter&, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const std::string encoding = arguments.String("encoding", "utf-8");
  const std::string errors = arguments.String("errors", "strict");
  arguments.Finish();
  return MakeBytes(EncodeText(text, encoding, errors));
}

/// str.maketrans({...}) and str.maketrans("abc", "xyz", "delete"): a dict of code points.
Value MakeTranslation(Interpreter& interpreter, Arguments& arguments) {
  const Value first = interpreter.Resolve(arguments.Required("x"));
  const std::optional<std::string> second = arguments.OptionalString("y");
  const std::optional<std::string> deleted = arguments.OptionalString("z");
  arguments.Finish();
  const auto table = MakeDict();
  const auto code = [](const std::string& character) {
    size_t offset = 0;
    return Value::Int(Utf8Next(character, offset));
  };
  if (const auto* dict = Cast<DictObject>(first)) {
    for (const HashTable::Entry& entry : dict->table.entries()) {
      if (entry.key.is_empty()) continue;
      const auto* key = Cast<StrObject>(entry.key);
      table->table.Set(interpreter, key == nullptr ? entry.key : code(key->text()), entry.value);
    }
    return table;
  }
  const std::vector<std::string> from = Characters(Text(first));
  const std::vector<std::string> to = Characters(second.value_or(""));
  if (from.size() != to.size()) RaiseValueError("the first two maketrans arguments must have equal length");
  for (size_t i = 0; i < from.size(); ++i) table->table.Set(interpreter, code(from[i]), code(to[i]));
  for (const std::string& gone : Characters(deleted.value_or("")))
    table->table.Set(interpreter, code(gone), Value::None());
  return table;
}

Value Translate(Interpreter& interpreter, Arguments& arguments) {
  const std::string& text = Text(arguments.Self());
  const Value table = arguments.Required("table");
  arguments.Finish();
  std::string out;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const Value code = Value::Int(Utf8Next(text, offset));
    if (!interpreter.Contains(table, code)) {
      out.append(text, begin, offset - begin);
      continue;
    }
    const Value replaced = interpreter.GetItem(table, code);
    if (const std::optional<int64_t> number = SmallInteger(replaced)) {
      AppendUtf8(out, static_cast<char32_t>(*number));
    } else if (!replaced.is_none()) {
      out += interpreter.Str(replaced);
    }
  }
  return MakeStr(out);
}

constexpr NativeMethod kMethods[] = {
    {"find", Find<false, false>},
    {"rfind", Find<true, false>},
    {"index", Find<false, true>},
    {"rindex", Find<true, true>},
    {"count", Count},
    {"startswith", HasAffix<false>},
    {"endswith", HasAffix<true>},
    {"strip", Strip<true, true>},
    {"lstrip", Strip<true, false>},
    {"rstrip", Strip<false, true>},
    {"split", SplitText<false>},
    {"rsplit", SplitText<true>},
    {"splitlines", SplitLinesOf},
    {"partition", Partition<false>},
    {"rpartition", Partition<true>},
    {"join", Join},
    {"replace", Replace},
    {"removeprefix", RemoveAffix<false>},
    {"removesuffix", RemoveAffix<true>},
    {"lower", ChangeCase<LowerText>},
    {"casefold", ChangeCase<LowerText>},
    {"upper", ChangeCase<UpperText>},
    {"title", ChangeCase<TitleText>},
    {"capitalize", ChangeCase<CapitalizeText>},
    {"swapcase", ChangeCase<SwapCaseText>},
    {"isdigit", TestText<IsDigitText>},
    {"isdecimal", TestText<IsDigitText>},
    {"isnumeric", TestText<IsDigitText>},
    {"isalpha", TestText<IsAlphaText>},
    {"isalnum", TestText<IsAlnumText>},
    {"isspace", TestText<IsSpaceText>},
    {"isupper", TestText<IsUpperText>},
    {"islower", TestText<IsLowerText>},
    {"istitle", TestText<IsTitleText>},
    {"isidentifier", TestText<IsIdentifierText>},
    {"isascii", TestText<IsAsciiText>},
    {"isprintable", TestText<IsPrintableText>},
    {"ljust", Justify<'<'>},
    {"rjust", Justify<'>'>},
    {"center", Justify<'^'>},
    {"zfill", ZeroFill},
    {"expandtabs", ExpandTabs},
    {"format", FormatMethod},
    {"format_map", FormatMap},
    {"encode", Encode},
    {"maketrans", MakeTranslation, MethodKind::kStaticMethod},
    {"translate", Translate},
};

}  // namespace

void FillStr(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeStrOf;
  slots.repr = StrRepr;
  slots.str = StrStr;
  slots.format = StrFormat;
  slots.hash = StrHash;
  slots.compare = StrCompare;
  slots.iterate = StrIterate;
  slots.length = StrLength;
  slots.contains = StrContains;
  slots.get_item = StrGetItem;
  slots.binary = StrBinary;
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
