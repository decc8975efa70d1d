#include "python/memory_view.h"

#include <fmt/format.h>

#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/types/bytes_text.h"
#include "python/types/sequences.h"

namespace limbeck::python {
namespace {

constexpr IndexTexts kTexts = {"", "index out of bounds on dimension 1"};

const std::string& Bytes(const Value& self) {
  return static_cast<const BytesObject*>(self.object())->bytes();
}

Value MakeView(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "memoryview", given);
  constexpr const char* kNames[] = {"object"};
  Value object;
  arguments.Named(kNames, {&object, 1}, 1);
  if (Cast<ByteArrayObject>(object) != nullptr) {
    throw Unsupported("a memoryview of a bytearray").Hint("give it bytes(...), if nobody is to write through it");
  }
  const std::string* bytes = BytesOf(object);
  if (bytes == nullptr) {
    RaiseTypeError("memoryview: a bytes-like object is required, not '" + TypeName(object) + "'");
  }
  return MakeMemoryView(*bytes);
}

std::string ViewRepr(Interpreter&, const Value& self) {
  return fmt::format("<memory at {}>", static_cast<const void*>(self.object()));
}

uint64_t ViewHash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(MakeBytes(Bytes(self)));
}

Value ViewCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const std::string* bytes = BytesOf(other);
  if (bytes == nullptr || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  return Value::Bool((Bytes(self) == *bytes) == (op == CompareOp::kEqual));
}

int64_t ViewLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Bytes(self).size());
}

Value ViewGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  const std::string& bytes = Bytes(self);
  if (Cast<SliceObject>(key) != nullptr) {
    const Value part = interpreter.GetItem(MakeBytes(bytes), key);
    return MakeMemoryView(Cast<BytesObject>(part)->bytes());
  }
  if (!HasIndex(key)) RaiseTypeError("memoryview: invalid slice key");
  return Value::Int(static_cast<unsigned char>(bytes[SequenceIndex(interpreter, key, bytes.size(), kTexts)]));
}

Value ViewIterate(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(MakeBytes(Bytes(self)));
}

Value ToBytes(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.OrNone("order");
  arguments.Finish();
  return MakeBytes(Bytes(self));
}

Value ToList(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  std::vector<Value> items;
  interpreter.ForEach(MakeBytes(Bytes(self)), [&](const Value& item) { items.push_back(item); });
  return MakeList(std::move(items));
}

Value ViewHex(Interpreter& interpreter, Arguments& arguments) {
  const Value bytes = MakeBytes(Bytes(arguments.Self()));
  const std::vector<Value> positional = arguments.Rest();
  const auto keywords = arguments.RestKeywords();
  return interpreter.Call(interpreter.GetAttribute(bytes, Symbol::Intern("hex")), {positional, keywords});
}

Value Itself(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return self;
}

Value Release(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.Rest();
  return Value::None();
}

Value Size(Interpreter& interpreter, const Value& self) {
  return Value::Int(ViewLength(interpreter, self));
}
Value Object(Interpreter&, const Value& self) {
  return MakeBytes(Bytes(self));
}
Value Yes(Interpreter&, const Value&) {
  return Value::Bool(true);
}
Value One(Interpreter&, const Value&) {
  return Value::Int(1);
}
Value Format(Interpreter&, const Value&) {
  return MakeStr("B");
}
Value Shape(Interpreter& interpreter, const Value& self) {
  return MakeTuple({Size(interpreter, self)});
}
Value Strides(Interpreter&, const Value&) {
  return MakeTuple({Value::Int(1)});
}

constexpr NativeMethod kMethods[] = {
    {"tobytes", ToBytes}, {"tolist", ToList},    {"hex", ViewHex},      {"toreadonly", Itself},
    {"release", Release}, {"__enter__", Itself}, {"__exit__", Release},
};
constexpr NativeProperty kProperties[] = {
    {"nbytes", Size},    {"obj", Object},       {"readonly", Yes},     {"itemsize", One},
    {"ndim", One},       {"format", Format},    {"shape", Shape},      {"strides", Strides},
    {"contiguous", Yes}, {"c_contiguous", Yes}, {"f_contiguous", Yes},
};

TypeObject* MakeType() {
  PrepareBuiltinTypes();
  auto* type = new TypeObject(Types().type, "memoryview", Layout::kBytes);
  type->MakeImmortal();
  type->set_module("builtins");
  Slots& slots = type->own_slots();
  slots.make = MakeView;
  slots.repr = ViewRepr;
  slots.hash = ViewHash;
  slots.compare = ViewCompare;
  slots.length = ViewLength;
  slots.get_item = ViewGetItem;
  slots.iterate = ViewIterate;
  AddMethods(*type, kMethods);
  AddProperties(*type, kProperties);
  AddSlotMethods(*type);
  type->SetBases({Ref<TypeObject>(Types().object)});
  return type;
}

}  // namespace

const TypeObject* MemoryViewType() {
  static const TypeObject* const kType = MakeType();
  return kType;
}

Value MakeMemoryView(std::string bytes) {
  return Make<BytesObject>(std::move(bytes), MemoryViewType());
}

}  // namespace limbeck::python
