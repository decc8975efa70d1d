#include <algorithm>

#include "base/text.h"
#include "python/integers.h"
#include "python/std/hexadecimal.h"
#include "python/std/native_tools.h"
#include "python/std/uuid_objects.h"
#include "python/types/numbers.h"

// uuid.UUID

namespace limbeck::python {
namespace {

const std::string& Bytes(const Value& self) {
  return UuidOf(self)->bytes;
}

uint64_t Number(std::string_view bytes) {
  uint64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

std::string BytesOfNumber(uint64_t number, size_t size) {
  std::string bytes(size, '\0');
  for (size_t i = size; i > 0; --i, number >>= 8) bytes[i - 1] = static_cast<char>(number & 0xFF);
  return bytes;
}

/// The first three fields are little-endian in what Windows writes.
std::string SwapFields(std::string bytes) {
  std::reverse(bytes.begin(), bytes.begin() + 4);
  std::swap(bytes[4], bytes[5]);
  std::swap(bytes[6], bytes[7]);
  return bytes;
}

// ------------------------------------------------------------------------------------------ making

std::optional<std::string> FromText(std::string_view text) {
  std::string hex = ReplaceAll(ReplaceAll(text, "urn:", ""), "uuid:", "");
  while (!hex.empty() && (hex.front() == '{' || hex.front() == '}')) hex.erase(0, 1);
  while (!hex.empty() && (hex.back() == '{' || hex.back() == '}')) hex.pop_back();
  hex = ReplaceAll(hex, "-", "");
  return hex.size() == 32 ? FromHex(hex) : std::nullopt;
}

std::string FromInteger(const Value& number) {
  const Value limit = IntegerBinary(ast::BinaryOperator::kLeftShift, Value::Int(1), Value::Int(128));
  if (CompareIntegers(number, Value::Int(0)) < 0 || CompareIntegers(number, limit) >= 0) {
    RaiseValueError("int is out of range (need a 128-bit value)");
  }
  const std::string digits = IntegerText(number, 16);
  return *FromHex(std::string(32 - digits.size(), '0') + digits);
}

std::string FromFields(Interpreter& interpreter, const Value& given) {
  constexpr size_t kSizes[] = {4, 2, 2, 1, 1, 6};
  const std::vector<Value> fields = interpreter.ToVector(given);
  if (fields.size() != 6) RaiseValueError("fields is not a 6-tuple");
  std::string bytes;
  for (size_t i = 0; i < 6; ++i) {
    const int64_t number = RequireInteger(interpreter, fields[i]);
    if (number < 0 || number >> (8 * kSizes[i]) != 0) {
      RaiseValueError("field " + std::to_string(i + 1) + " out of range (need a " + std::to_string(8 * kSizes[i]) +
                      "-bit value)");
    }
    bytes += BytesOfNumber(static_cast<uint64_t>(number), kSizes[i]);
  }
  return bytes;
}

std::string SixteenBytes(const Value& given, const char* name) {
  std::string bytes = RequireBytes(given);
  if (bytes.size() != 16) RaiseValueError(std::string(name) + " is not a 16-char string");
  return bytes;
}

std::string ReadHex(const Value& given) {
  const auto* text = Cast<StrObject>(given);
  if (text == nullptr) {
    Raise(Exceptions().attribute_error, "'" + TypeName(given) + "' object has no attribute 'replace'");
  }
  std::optional<std::string> bytes = FromText(text->text());
  if (!bytes) RaiseValueError("badly formed hexadecimal UUID string");
  return *bytes;
}

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "UUID", given);
  const auto next = [&](const char* name) { return interpreter.Resolve(arguments.OrNone(name)); };
  const Value hex = next("hex"), bytes = next("bytes"), bytes_le = next("bytes_le"), fields = next("fields"),
              number = next("int"), version = next("version");
  arguments.Keyword("is_safe");
  arguments.Finish();
  int count = 0;
  for (const Value* one : {&hex, &bytes, &bytes_le, &fields, &number}) count += one->is_none() ? 0 : 1;
  if (count != 1) RaiseTypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given");
  std::string made = !hex.is_none()        ? ReadHex(hex)
                     : !bytes.is_none()    ? SixteenBytes(bytes, "bytes")
                     : !bytes_le.is_none() ? SwapFields(SixteenBytes(bytes_le, "bytes_le"))
                     : !fields.is_none()   ? FromFields(interpreter, fields)
                                           : FromInteger(number);
  if (!version.is_none()) {
    const int64_t wanted = RequireInteger(interpreter, version);
    if (wanted < 1 || wanted > 5) RaiseValueError("illegal version number");
    made = WithVersion(std::move(made), static_cast<int>(wanted));
  }
  return MakeUuid(std::move(made), type);
}

// ------------------------------------------------------------------------------------------ parts

Value Integer(const Value& self) {
  return ParseInteger(ToHex(Bytes(self)), 16);
}

Value GetInteger(Interpreter&, const Value& self) {
  return Integer(self);
}
Value GetHex(Interpreter&, const Value& self) {
  return MakeStr(ToHex(Bytes(self)));
}
Value GetBytes(Interpreter&, const Value& self) {
  return MakeBytes(Bytes(self));
}
Value GetBytesLe(Interpreter&, const Value& self) {
  return MakeBytes(SwapFields(Bytes(self)));
}
Value GetUrn(Interpreter&, const Value& self) {
  return MakeStr("urn:uuid:" + UuidText(Bytes(self)));
}

template <size_t kOffset, size_t kSize>
Value GetField(Interpreter&, const Value& self) {
  return Value::Int(static_cast<int64_t>(Number(std::string_view(Bytes(self)).substr(kOffset, kSize))));
}

Value GetFields(Interpreter& interpreter, const Value& self) {
  return MakeTuple({GetField<0, 4>(interpreter, self), GetField<4, 2>(interpreter, self),
                    GetField<6, 2>(interpreter, self), GetField<8, 1>(interpreter, self),
                    GetField<9, 1>(interpreter, self), GetField<10, 6>(interpreter, self)});
}

/// Ticks of 100 ns since the calendar's reform in 1582.
Value GetTime(Interpreter&, const Value& self) {
  const std::string_view bytes = Bytes(self);
  const uint64_t high = Number(bytes.substr(6, 2)) & 0x0FFF;
  return Value::Int(static_cast<int64_t>(high << 48 | Number(bytes.substr(4, 2)) << 32 | Number(bytes.substr(0, 4))));
}

Value GetClockSequence(Interpreter&, const Value& self) {
  return Value::Int(static_cast<int64_t>(Number(std::string_view(Bytes(self)).substr(8, 2)) & 0x3FFF));
}

const char* VariantOf(const Value& self) {
  const auto byte = static_cast<unsigned char>(Bytes(self)[8]);
  if ((byte & 0x80) == 0) return "reserved for NCS compatibility";
  if ((byte & 0x40) == 0) return "specified in RFC 4122";
  return (byte & 0x20) == 0 ? "reserved for Microsoft compatibility" : "reserved for future definition";
}

Value GetVariant(Interpreter&, const Value& self) {
  return MakeStr(VariantOf(self));
}

Value GetVersion(Interpreter&, const Value& self) {
  const bool is_rfc = (static_cast<unsigned char>(Bytes(self)[8]) & 0xC0) == 0x80;
  return is_rfc ? Value::Int(static_cast<unsigned char>(Bytes(self)[6]) >> 4) : Value::None();
}

// ------------------------------------------------------------------------------------------ operators

Value Compare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const UuidState* two = UuidOf(other);
  return two == nullptr ? NotImplementedValue() : FromOrder(Bytes(self).compare(two->bytes), op);
}

uint64_t Hash(Interpreter&, const Value& self) {
  return HashText(Bytes(self));
}

std::string Str(Interpreter&, const Value& self) {
  return UuidText(Bytes(self));
}
std::string Repr(Interpreter&, const Value& self) {
  return TypeOf(self)->name() + "('" + UuidText(Bytes(self)) + "')";
}

Value ToInteger(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Integer(self);
}

constexpr NativeMethod kMethods[] = {{"__int__", ToInteger}};
constexpr NativeProperty kProperties[] = {
    {"hex", GetHex},
    {"int", GetInteger},
    {"bytes", GetBytes},
    {"bytes_le", GetBytesLe},
    {"urn", GetUrn},
    {"fields", GetFields},
    {"time_low", GetField<0, 4>},
    {"time_mid", GetField<4, 2>},
    {"time_hi_version", GetField<6, 2>},
    {"clock_seq_hi_variant", GetField<8, 1>},
    {"clock_seq_low", GetField<9, 1>},
    {"node", GetField<10, 6>},
    {"time", GetTime},
    {"clock_seq", GetClockSequence},
    {"variant", GetVariant},
    {"version", GetVersion},
};

}  // namespace

const TypeObject* UuidType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = Make;
    slots.repr = Repr;
    slots.str = Str;
    slots.hash = Hash;
    slots.compare = Compare;
    return MakeNativeType(
        {.name = "UUID", .module = "uuid", .methods = kMethods, .properties = kProperties, .slots = slots});
  }();
  return kType;
}

const UuidState* UuidOf(const Value& value) {
  return StateOf<UuidState>(value);
}

Value MakeUuid(std::string bytes, const TypeObject* type) {
  return MakeInstance(type, std::make_unique<UuidState>(std::move(bytes)));
}

Value MakeUuidFromText(std::string_view text) {
  std::optional<std::string> bytes = FromText(text);
  if (!bytes) RaiseValueError("badly formed hexadecimal UUID string");
  return MakeUuid(std::move(*bytes));
}

std::string UuidText(std::string_view bytes) {
  std::string text = ToHex(bytes);
  for (const size_t dash : {8, 13, 18, 23}) text.insert(dash, 1, '-');
  return text;
}

std::string WithVersion(std::string bytes, int version) {
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | version << 4);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  return bytes;
}

}  // namespace limbeck::python
