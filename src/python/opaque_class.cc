#include "python/opaque_class.h"

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/machine.h"
#include "python/opaque.h"

namespace limbeck::python {
namespace {

/// Under which name a stand-in class has its opaque value: no script can write it.
Symbol Marker() {
  static const Symbol marker = Symbol::Intern("<opaque>");
  return marker;
}

/// The opaque base takes any arguments; a native class that is among the ancestors too makes the instance.
Value MakeOpaqueInstance(Interpreter& interpreter, const TypeObject* type, CallArguments& arguments) {
  for (const TypeObject* ancestor : type->mro()) {
    const auto make = ancestor->own_slots().make;
    const bool is_native = !ancestor->is_script_class() && ancestor != Types().object;
    if (is_native && make != nullptr) return make(interpreter, type, arguments);
  }
  return Make<InstanceObject>(type);
}

/// A name with an annotation is a field, and what a field's value is only the base knows.
bool IsField(const TypeObject& type, Symbol name) {
  const TypeObject* owner = nullptr;
  if (type.Find(name, &owner) == nullptr) return false;
  const Value* annotations = owner->attributes().Find(Names().annotations);
  const auto* dict = annotations == nullptr ? nullptr : Cast<DictObject>(*annotations);
  return dict != nullptr && dict->table.Find(name) != nullptr;
}

Value GetInstanceAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const TypeObject& type = *TypeOf(self);
  const ObjectWithAttributes* object = WithAttributes(self);
  const Namespace* own = object == nullptr ? nullptr : object->attributes();
  const bool is_set = own != nullptr && own->Find(name) != nullptr;
  if (is_set || !IsField(type, name)) {
    Value found = interpreter.FindPlainAttribute(self, name);
    if (!found.is_empty()) return found;
  }
  return AttributeOfOpaqueAncestor(interpreter, type, name);
}

[[noreturn]] void Refuse(Interpreter& interpreter, const Value& self, std::string_view what) {
  RefuseOpaque(interpreter, *OpaqueAncestor(*TypeOf(self)), what);
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  Refuse(interpreter, self, "is made a string");
}

bool Truth(Interpreter& interpreter, const Value& self) {
  Refuse(interpreter, self, "is tested for truth");
}

Value Iterate(Interpreter& interpreter, const Value& self) {
  Refuse(interpreter, self, "is iterated");
}

int64_t Length(Interpreter& interpreter, const Value& self) {
  Refuse(interpreter, self, "is measured");
}

bool Contains(Interpreter& interpreter, const Value& self, const Value&) {
  Refuse(interpreter, self, "is searched");
}

Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (is_equality && self.Is(other)) return Value::Bool(op == CompareOp::kEqual);
  Refuse(interpreter, self, "is compared");
}

Value Call(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  return interpreter.Call(*OpaqueAncestor(*TypeOf(self)), arguments);
}

Value GetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  return interpreter.GetItem(*OpaqueAncestor(*TypeOf(self)), key);
}

void FillSlots(Slots& slots) {
  slots.make = MakeOpaqueInstance;
  slots.get_attribute = GetInstanceAttribute;
  slots.repr = Repr;
  slots.truth = Truth;
  slots.iterate = Iterate;
  slots.length = Length;
  slots.contains = Contains;
  slots.compare = Compare;
  slots.call = Call;
  slots.get_item = GetItem;
}

}  // namespace

Value MakeOpaqueBase(Interpreter& interpreter, const Value& opaque) {
  const auto& base = *static_cast<const OpaqueObject*>(opaque.object());
  if (base.origin->refusal != nullptr) RefuseOpaque(interpreter, opaque, "is subclassed");
  const std::string& name = base.name;
  const size_t dot = name.rfind('.');
  auto type = Make<TypeObject>(Types().type, name.substr(dot + 1), Layout::kInstance);
  type->set_is_script_class(true);
  type->set_has_attributes(true);
  type->set_module(dot == std::string::npos ? "" : name.substr(0, dot));
  type->attributes().Set(Marker(), opaque);
  FillSlots(type->own_slots());
  type->SetBases({Ref<TypeObject>(Types().object)});
  interpreter.machine().KeepClass(type);
  return Value(type);
}

const Value* OpaqueAncestor(const TypeObject& type) {
  return type.is_script_class() ? type.Find(Marker()) : nullptr;
}

Value AttributeOfOpaqueAncestor(Interpreter& interpreter, const TypeObject& type, Symbol name) {
  const Value* opaque = OpaqueAncestor(type);
  return opaque == nullptr ? Value() : interpreter.FindAttribute(*opaque, name);
}

}  // namespace limbeck::python
