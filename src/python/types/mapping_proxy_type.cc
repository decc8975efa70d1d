#include "python/builtin_types.h"
#include "python/interpreter.h"

// mappingproxy: a mapping that cannot be changed through it, as __dict__ of a class.

namespace limbeck::python {
namespace {

const Value& Mapping(const Value& self) {
  return static_cast<const MappingProxyObject*>(self.object())->mapping;
}

Value MakeProxy(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  constexpr const char* kNames[] = {"mapping"};
  Arguments arguments(interpreter, "mappingproxy", given);
  Value mapping;
  arguments.Named(kNames, {&mapping, 1}, 1);
  const bool is_sequence = Cast<ListObject>(mapping) != nullptr || Cast<TupleObject>(mapping) != nullptr;
  if (is_sequence || TypeOf(mapping)->slots().get_item == nullptr) {
    RaiseTypeError("mappingproxy() argument must be a mapping, not " + TypeName(mapping));
  }
  return Make<MappingProxyObject>(mapping);
}

std::string ProxyRepr(Interpreter& interpreter, const Value& self) {
  return "mappingproxy(" + interpreter.Repr(Mapping(self)) + ")";
}
std::string ProxyStr(Interpreter& interpreter, const Value& self) {
  return interpreter.Str(Mapping(self));
}
uint64_t ProxyHash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(Mapping(self));
}
int64_t ProxyLength(Interpreter& interpreter, const Value& self) {
  return interpreter.Length(Mapping(self));
}
bool ProxyContains(Interpreter& interpreter, const Value& self, const Value& key) {
  return interpreter.Contains(Mapping(self), key);
}
Value ProxyIterate(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(Mapping(self));
}
Value ProxyGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  return interpreter.GetItem(Mapping(self), key);
}
Value ProxyCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* proxy = Cast<MappingProxyObject>(other);
  return interpreter.Compare(Mapping(self), proxy == nullptr ? other : proxy->mapping, op);
}

/// Unions are of what the proxies show.
Value ProxyBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                  bool reflected) {
  if (op != ast::BinaryOperator::kBitOr) return NotImplementedValue();
  const auto* proxy = Cast<MappingProxyObject>(other);
  const Value& shown = proxy == nullptr ? other : proxy->mapping;
  return reflected ? interpreter.Binary(op, shown, Mapping(self)) : interpreter.Binary(op, Mapping(self), shown);
}

template <const char* kName>
Value OfMapping(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return interpreter.CallMethod(Mapping(self), kName, {});
}

Value Get(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  const auto values = arguments.Positional(1, 2);
  return interpreter.CallMethod(Mapping(self), "get", {values[0], values.size() == 2 ? values[1] : Value::None()});
}

constexpr char kCopy[] = "copy";
constexpr char kItems[] = "items";
constexpr char kKeys[] = "keys";
constexpr char kReversed[] = "__reversed__";
constexpr char kValues[] = "values";
constexpr NativeMethod kMethods[] = {
    {kReversed, OfMapping<kReversed>}, {kCopy, OfMapping<kCopy>}, {"get", Get},
    {kItems, OfMapping<kItems>},       {kKeys, OfMapping<kKeys>}, {kValues, OfMapping<kValues>},
};

}  // namespace

void FillMappingProxy(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeProxy;
  slots.repr = ProxyRepr;
  slots.str = ProxyStr;
  slots.hash = ProxyHash;
  slots.length = ProxyLength;
  slots.contains = ProxyContains;
  slots.iterate = ProxyIterate;
  slots.get_item = ProxyGetItem;
  slots.compare = ProxyCompare;
  slots.binary = ProxyBinary;
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
