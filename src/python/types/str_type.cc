#include <array>

#include "python/builtin_types.h"
#include "python/literal_text.h"
#include "python/opaque.h"
#include "python/types/bytes_text.h"
#include "python/types/codecs.h"
#include "python/types/format_spec.h"
#include "python/types/iterator_type.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/percent_format.h"
#include "python/types/sequences.h"
#include "python/types/str_arguments.h"
#include "python/types/str_text.h"

// str: its slots and how it is made. Methods are in str_methods.cc and str_search.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

constexpr IndexTexts kIndexTexts = {"string indices must be integers, not ", "string index out of range", true};

const StrObject& Self(const Value& self) {
  return *static_cast<const StrObject*>(self.object());
}

const std::string& Text(const Value& self) {
  return Self(self).text();
}

std::string StrStr(Interpreter&, const Value& self) {
  return Text(self);
}

std::string StrRepr(Interpreter&, const Value& self) {
  return QuotedText(Text(self));
}

std::string StrFormat(Interpreter& interpreter, const Value& self, std::string_view spec) {
  return spec.empty() ? interpreter.Str(self) : FormatStr(Text(self), spec, TypeName(self));
}

uint64_t StrHash(Interpreter&, const Value& self) {
  return Self(self).hash();
}

/// UTF-8 is in the order of its code points.
Value StrCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const auto* text = Cast<StrObject>(other);
  return text == nullptr ? NotImplementedValue() : FromOrder(Text(self).compare(text->text()), op);
}

Value Repeated(Interpreter& interpreter, const std::string& text, const Value& count) {
  const size_t times = RepeatCount(interpreter, count, text.size());
  std::string repeated;
  repeated.reserve(text.size() * times);
  for (size_t i = 0; i < times && !text.empty(); ++i) repeated += text;
  return MakeStr(std::move(repeated));
}

/// What `"%s" % values` has of a package that is not there, or null.
const Value* OpaqueAmong(const Value& values) {
  if (const auto* several = Cast<TupleObject>(values)) return FindOpaque(several->items);
  return IsOpaque(values) ? &values : nullptr;
}

Value StrBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op == Operator::kMultiply && HasIndex(other)) return Repeated(interpreter, Text(self), other);
  if (reflected) return NotImplementedValue();
  if (op == Operator::kModulo) {
    const Value* opaque = OpaqueAmong(other);
    return opaque != nullptr ? OpaqueText(interpreter, *opaque)
                             : MakeStr(FormatPercent(interpreter, Text(self), other));
  }
  const auto* text = Cast<StrObject>(other);
  if (op != Operator::kAdd || text == nullptr) return NotImplementedValue();
  std::string joined;
  joined.reserve(Text(self).size() + text->text().size());
  joined.append(Text(self)).append(text->text());
  return MakeStr(std::move(joined));
}

int64_t StrLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Self(self).length());
}

bool StrContains(Interpreter& interpreter, const Value& self, const Value& item) {
  const StrObject* part = AsStr(interpreter, item);
  if (part == nullptr) RaiseTypeError("'in <string>' requires string as left operand, not " + TypeName(item));
  return Text(self).find(part->text()) != std::string::npos;
}

Value StrIterate(Interpreter&, const Value& self) {
  static const TypeObject* const kAsciiType = MakeIteratorType("str_ascii_iterator");
  static const TypeObject* const kType = MakeIteratorType("str_iterator");
  return MakeIterator(
      [text = self, offset = size_t{0}](Interpreter&) mutable {
        const std::string& bytes = Text(text);
        if (offset >= bytes.size()) return Value();
        const size_t begin = offset;
        offset += CodePointLength(bytes, begin);
        return MakeCharacterAt(bytes, begin);
      },
      Self(self).is_ascii() ? kAsciiType : kType);
}

Value Sliced(Interpreter& interpreter, const StrObject& text, const SliceObject& slice) {
  const SliceRange range = ResolveSlice(interpreter, slice, text.length());
  const std::string& bytes = text.text();
  if (range.step == 1) {
    const size_t begin = OffsetOf(text, static_cast<size_t>(range.start));
    const size_t end = OffsetOf(text, static_cast<size_t>(range.start) + range.count);
    return MakeStr(std::string_view(bytes).substr(begin, end - begin));
  }
  std::vector<size_t> offsets;
  for (size_t offset = 0; !text.is_ascii() && offset < bytes.size(); offset += CodePointLength(bytes, offset)) {
    offsets.push_back(offset);
  }
  std::string taken;
  for (size_t i = 0; i < range.count; ++i) {
    const size_t offset = text.is_ascii() ? range.At(i) : offsets[range.At(i)];
    taken.append(bytes, offset, CodePointLength(bytes, offset));
  }
  return MakeStr(std::move(taken));
}

Value StrGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const StrObject& text = Self(self);
  if (const auto* slice = Cast<SliceObject>(key)) return Sliced(interpreter, text, *slice);
  return MakeCharacterAt(text.text(), OffsetOf(text, SequenceIndex(interpreter, key, text.length(), kIndexTexts)));
}

// ------------------------------------------------------------------------------------------ making them

std::string Decoded(Interpreter& interpreter, const Value& object, const Value& encoding, const Value& errors) {
  const CodecArguments codec = ReadCodec(interpreter, "str", encoding, errors);
  if (Cast<StrObject>(object) != nullptr) RaiseTypeError("decoding str is not supported");
  const std::string* bytes = BytesOf(object);
  if (bytes == nullptr) {
    RaiseTypeError("decoding to str: need a bytes-like object, " + TypeName(object) + " found");
  }
  return DecodeBytes(*bytes, codec.encoding, codec.errors);
}

/// str(object=''), str(object=b'', encoding='utf-8', errors='strict')
Value MakeStrOf(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "str", given);
  constexpr const char* kNames[] = {"object", "encoding", "errors"};
  std::array<Value, 3> values;
  arguments.Named(kNames, values, 0);
  const Value object = interpreter.Resolve(values[0]);
  const bool is_plain = values[1].is_empty() && values[2].is_empty();
  if (object.is_empty()) return Make<StrObject>(std::string(), type);
  if (is_plain && type == Types().str && IsOpaque(object)) return OpaqueText(interpreter, object);
  if (is_plain && type == Types().str && TypeOf(object) == type) return object;
  return Make<StrObject>(is_plain ? interpreter.Str(object) : Decoded(interpreter, object, values[1], values[2]), type);
}

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
  AddStrMethods(type);
  AddStrSearchMethods(type);
}

}  // namespace limbeck::python
