#include <algorithm>

#include "python/std/digest.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/std/uuid_objects.h"

namespace limbeck::python {
namespace {

/// A namespace and a name, hashed.
template <int kVersion>
Value FromName(Interpreter&, Arguments& arguments) {
  const Value space = arguments.Required("namespace");
  const Value name = arguments.Required("name");
  arguments.Finish();
  const UuidState* state = UuidOf(space);
  if (state == nullptr) {
    Raise(Exceptions().attribute_error, "'" + TypeName(space) + "' object has no attribute 'bytes'");
  }
  const std::optional<std::string> bytes = BytesOf(name, true);
  if (!bytes) RaiseTypeError("encoding without a string argument");
  std::string hash = DigestOf(kVersion == 3 ? "md5" : "sha1", state->bytes + *bytes);
  hash.resize(16);
  return MakeUuid(WithVersion(std::move(hash), kVersion));
}

Value FromChance(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return MakeUuid(WithVersion(RandomBytes(interpreter, 16), 4));
}

/// What uuid1() keeps for the run: a node that is nobody's network card, and the last time that it gave.
struct RunNode {
  std::string node;
  uint64_t last_time = 0;
};

const std::string& NodeOf(Interpreter& interpreter) {
  std::string& node = interpreter.Service<RunNode>().node;
  if (node.empty()) {
    node = RandomBytes(interpreter, 6);
    node[0] = static_cast<char>(node[0] | 1);
  }
  return node;
}

Value NumberOf(std::string_view bytes) {
  int64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<unsigned char>(c);
  return Value::Int(number);
}

Value GetNode(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return NumberOf(NodeOf(interpreter));
}

/// Ticks of 100 ns since 15 October 1582; no time comes twice.
uint64_t NextTime(Interpreter& interpreter) {
  constexpr uint64_t kReform = 0x01B21DD213814000;
  const auto now = static_cast<uint64_t>(interpreter.host().clock->Now().time_since_epoch().count());
  RunNode& run = interpreter.Service<RunNode>();
  run.last_time = std::max(run.last_time + 1, now * 10 + kReform);
  return run.last_time;
}

Value FromTime(Interpreter& interpreter, Arguments& arguments) {
  const std::optional<int64_t> node = arguments.OptionalInt("node");
  const std::optional<int64_t> sequence = arguments.OptionalInt("clock_seq");
  arguments.Finish();
  const uint64_t time = NextTime(interpreter);
  const std::string random = RandomBytes(interpreter, 2);
  const int64_t clock = sequence.value_or(NumberOf(random).int_value()) & 0x3FFF;
  std::string bytes;
  const auto append = [&bytes](uint64_t number, int size) {
    for (int i = size - 1; i >= 0; --i) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
  };
  append(time & 0xFFFFFFFF, 4);
  append(time >> 32 & 0xFFFF, 2);
  append(time >> 48 & 0x0FFF, 2);
  append(static_cast<uint64_t>(clock), 2);
  if (node) {
    append(static_cast<uint64_t>(*node), 6);
  } else {
    bytes += NodeOf(interpreter);
  }
  return MakeUuid(WithVersion(std::move(bytes), 1));
}

constexpr NativeFunction kFunctions[] = {
    {"uuid1", FromTime}, {"uuid3", FromName<3>}, {"uuid4", FromChance}, {"uuid5", FromName<5>}, {"getnode", GetNode}};

constexpr std::pair<const char*, const char*> kNamespaces[] = {
    {"NAMESPACE_DNS", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"},
    {"NAMESPACE_URL", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"},
    {"NAMESPACE_OID", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"},
    {"NAMESPACE_X500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"},
};

constexpr std::pair<const char*, const char*> kVariants[] = {
    {"RESERVED_NCS", "reserved for NCS compatibility"},
    {"RFC_4122", "specified in RFC 4122"},
    {"RESERVED_MICROSOFT", "reserved for Microsoft compatibility"},
    {"RESERVED_FUTURE", "reserved for future definition"},
};

}  // namespace

void FillUuid(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, UuidType());
  for (const auto& [name, text] : kNamespaces) AddValue(module, name, MakeUuidFromText(text));
  for (const auto& [name, text] : kVariants) AddValue(module, name, MakeStr(text));
}

}  // namespace limbeck::python
