#include <array>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/literal_text.h"
#include "python/memory_view.h"
#include "python/types/bytes_text.h"
#include "python/types/codecs.h"
#include "python/types/iterator_type.h"
#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/percent_format.h"
#include "python/types/sequences.h"
#include "python/types/str_arguments.h"

// bytes and bytearray: their slots and how they are made. Methods are in bytes_methods.cc and bytearray_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

constexpr IndexTexts kBytesTexts = {"byte indices must be integers or slices, not ", "index out of range"};
constexpr IndexTexts kArrayTexts = {"bytearray indices must be integers or slices, not ",
                                    "bytearray index out of range"};

bool IsArray(const Value& self) {
  return self.object()->type()->layout() == Layout::kByteArray;
}

const std::string& Text(const Value& self) {
  return *BytesOf(self);
}

std::string& Buffer(const Value& self) {
  return static_cast<ByteArrayObject*>(self.object())->bytes;
}

Value Same(const Value& self, std::string bytes) {
  return IsArray(self) ? Value(Make<ByteArrayObject>(std::move(bytes))) : MakeBytes(std::move(bytes));
}

std::string BytesRepr(Interpreter&, const Value& self) {
  return QuotedBytes(Text(self));
}

std::string ArrayRepr(Interpreter&, const Value& self) {
  return TypeName(self) + "(" + QuotedBytes(Text(self)) + ")";
}

uint64_t BytesHash(Interpreter&, const Value& self) {
  const uint64_t hash = HashText(Text(self));
  return hash == UINT64_MAX ? UINT64_MAX - 1 : hash;
}

Value BytesCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const std::string* bytes = BytesOf(other);
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (bytes == nullptr || (!is_equality && TypeOf(other) == MemoryViewType())) return NotImplementedValue();
  return FromOrder(Text(self).compare(*bytes), op);
}

std::string Repeated(Interpreter& interpreter, const std::string& bytes, const Value& count) {
  const size_t times = RepeatCount(interpreter, count, bytes.size());
  std::string repeated;
  repeated.reserve(bytes.size() * times);
  for (size_t i = 0; i < times && !bytes.empty(); ++i) repeated += bytes;
  return repeated;
}

Value BytesBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op == Operator::kMultiply && HasIndex(other)) {
    return Same(self, Repeated(interpreter, Text(self), other));
  }
  if (reflected) return NotImplementedValue();
  if (op == Operator::kModulo) return Same(self, FormatPercentBytes(interpreter, Text(self), other));
  const std::string* bytes = BytesOf(other);
  return op == Operator::kAdd && bytes != nullptr ? Same(self, Text(self) + *bytes) : NotImplementedValue();
}

Value ArrayInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (op == Operator::kMultiply && HasIndex(other)) {
    Buffer(self) = Repeated(interpreter, Text(self), other);
    return self;
  }
  const std::string* bytes = BytesOf(other);
  if (op != Operator::kAdd || bytes == nullptr) return NotImplementedValue();
  Buffer(self) += std::string(*bytes);
  return self;
}

int64_t BytesLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Text(self).size());
}

bool BytesContains(Interpreter& interpreter, const Value& self, const Value& item) {
  if (HasIndex(item)) return Text(self).find(ByteFrom(interpreter, item)) != std::string::npos;
  return Text(self).find(RequireBytes(interpreter, item)) != std::string::npos;
}

Value ByteAt(const std::string& bytes, size_t index) {
  return Value::Int(static_cast<unsigned char>(bytes[index]));
}

Value BytesIterate(Interpreter&, const Value& self) {
  static const TypeObject* const kBytesType = MakeIteratorType("bytes_iterator");
  static const TypeObject* const kArrayType = MakeIteratorType("bytearray_iterator");
  return MakeIterator(
      [bytes = self, index = size_t{0}](Interpreter&) mutable {
        return index < Text(bytes).size() ? ByteAt(Text(bytes), index++) : Value();
      },
      IsArray(self) ? kArrayType : kBytesType);
}

Value BytesGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const std::string& bytes = Text(self);
  const auto* slice = Cast<SliceObject>(key);
  if (slice == nullptr) {
    return ByteAt(bytes, SequenceIndex(interpreter, key, bytes.size(), IsArray(self) ? kArrayTexts : kBytesTexts));
  }
  const SliceRange range = ResolveSlice(interpreter, *slice, bytes.size());
  std::string taken;
  taken.reserve(range.count);
  for (size_t i = 0; i < range.count; ++i) taken += bytes[range.At(i)];
  return Same(self, std::move(taken));
}

// ------------------------------------------------------------------------------------------ changing a bytearray

void SetSlice(Interpreter& interpreter, std::string& bytes, const SliceObject& slice, const Value& value) {
  const std::string values = value.is_empty() ? std::string() : BytesFrom(interpreter, value);
  const SliceRange range = ResolveSlice(interpreter, slice, bytes.size());
  if (range.step == 1) {
    bytes.replace(static_cast<size_t>(range.start), range.count, values);
  } else if (value.is_empty()) {
    std::string kept;
    for (size_t i = 0; i < bytes.size(); ++i) {
      const int64_t distance = static_cast<int64_t>(i) - range.start;
      const bool is_chosen = distance % range.step == 0 && distance / range.step >= 0 &&
                             static_cast<size_t>(distance / range.step) < range.count;
      if (!is_chosen) kept += bytes[i];
    }
    bytes = std::move(kept);
  } else {
    if (values.size() != range.count) {
      RaiseValueError("attempt to assign bytes of size " + std::to_string(values.size()) +
                      " to extended slice of size " + std::to_string(range.count));
    }
    for (size_t i = 0; i < values.size(); ++i) bytes[range.At(i)] = values[i];
  }
}

void ArraySetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  std::string& bytes = Buffer(self);
  if (const auto* slice = Cast<SliceObject>(key)) return SetSlice(interpreter, bytes, *slice, value);
  const size_t index = SequenceIndex(interpreter, key, bytes.size(), kArrayTexts);
  if (value.is_empty()) {
    bytes.erase(index, 1);
  } else {
    bytes[index] = ByteFrom(interpreter, value);
  }
}

// ------------------------------------------------------------------------------------------ making them

/// name(source=b'', encoding, errors): of a text, a number of zeros, other bytes or an iterable of integers.
std::string ReadSource(Interpreter& interpreter, const char* name, const CallArguments& given) {
  Arguments arguments(interpreter, name, given);
  constexpr const char* kNames[] = {"source", "encoding", "errors"};
  std::array<Value, 3> values;
  arguments.Named(kNames, values, 0);
  const Value source = interpreter.Resolve(values[0]);
  const bool has_codec = !values[1].is_empty() || !values[2].is_empty();
  const CodecArguments codec = ReadCodec(interpreter, name, values[1], values[2]);
  if (const auto* text = Cast<StrObject>(source)) {
    if (values[1].is_empty()) RaiseTypeError("string argument without an encoding");
    return EncodeText(text->text(), codec.encoding, codec.errors);
  }
  if (has_codec) RaiseTypeError("encoding without a string argument");
  if (source.is_empty()) return "";
  if (!HasIndex(source) || BytesOf(source) != nullptr) return BytesFrom(interpreter, source);
  const std::optional<int64_t> count = SmallInteger(interpreter.Index(source));
  if (!count) Raise(Exceptions().overflow_error, "cannot fit 'int' into an index-sized integer");
  if (*count < 0) RaiseValueError("negative count");
  if (*count > int64_t{1} << 31) Raise(Exceptions().memory_error, "");
  return std::string(static_cast<size_t>(*count), '\0');
}

Value MakeBytesOf(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  return Make<BytesObject>(ReadSource(interpreter, "bytes", given), type);
}

Value MakeEmptyArray(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<ByteArrayObject>(std::string(), type);
}

void InitializeArray(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Buffer(self) = ReadSource(interpreter, "bytearray", given);
}

void FillShared(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.compare = BytesCompare;
  slots.iterate = BytesIterate;
  slots.length = BytesLength;
  slots.contains = BytesContains;
  slots.get_item = BytesGetItem;
  slots.binary = BytesBinary;
  AddBytesMethods(type);
}

}  // namespace

void FillBytes(TypeObject& type) {
  FillShared(type);
  type.own_slots().make = MakeBytesOf;
  type.own_slots().repr = BytesRepr;
  type.own_slots().hash = BytesHash;
}

void FillByteArray(TypeObject& type) {
  FillShared(type);
  Slots& slots = type.own_slots();
  slots.make = MakeEmptyArray;
  slots.initialize = InitializeArray;
  slots.repr = ArrayRepr;
  slots.set_item = ArraySetItem;
  slots.in_place = ArrayInPlace;
  AddByteArrayMethods(type);
}

}  // namespace limbeck::python
