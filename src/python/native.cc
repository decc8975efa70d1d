#include "python/native.h"

#include <fmt/format.h>

#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/opaque.h"
#include "python/resolved_arguments.h"

namespace limbeck::python {
namespace {

/// A NativeProperty as a descriptor.
struct NativePropertyObject : Object {
  NativePropertyObject(const NativeProperty& entry, const TypeObject* type)
      : Object(Types().native_property), property(entry), owner(type) {}
  const NativeProperty property;
  const TypeObject* const owner;
};

const NativePropertyObject& AsNativeProperty(const Value& value) {
  return *static_cast<const NativePropertyObject*>(value.object());
}

Value GetNativeProperty(Interpreter& interpreter, const Value& self, const Value& instance, const TypeObject*) {
  if (instance.is_empty()) return self;
  return AsNativeProperty(self).property.get(interpreter, instance);
}

void SetNativeProperty(Interpreter& interpreter, const Value& self, const Value& instance, const Value& value) {
  const NativePropertyObject& object = AsNativeProperty(self);
  if (object.property.set == nullptr) {
    Raise(Exceptions().attribute_error,
          fmt::format("attribute '{}' of '{}' objects is not writable", object.property.name, object.owner->name()));
  }
  object.property.set(interpreter, instance, value);
}

Value NativePropertyName(Interpreter&, const Value& self) {
  return MakeStr(AsNativeProperty(self).property.name);
}

constexpr NativeProperty kNativePropertyProperties[] = {{"__name__", NativePropertyName}};

Value Immortal(Object* object) {
  object->MakeImmortal();
  return Value(object);
}

Value ImmortalStr(std::string text) {
  return Immortal(new StrObject(std::move(text)));
}

void AddToType(TypeObject& type, std::string_view name, Value value) {
  type.attributes().Set(Symbol::Intern(name), std::move(value));
}

std::vector<Ref<TypeObject>> BasesOf(const NativeClass& description) {
  const auto add = [](std::vector<Ref<TypeObject>>& bases, const TypeObject* base) {
    bases.emplace_back(const_cast<TypeObject*>(base));
  };
  std::vector<Ref<TypeObject>> bases;
  add(bases, description.base != nullptr ? description.base : Types().object);
  for (const TypeObject* base : description.further_bases) add(bases, base);
  return bases;
}

/// __init__ of a native class, which gets the instance as what it is. As to a function written in Python, its errors
/// name the class.
void AddInit(TypeObject& type, void (*init)(Interpreter&, InstanceObject&, Arguments&)) {
  AddMethod(type, "__init__", [init, name = type.name() + ".__init__"](Interpreter& interpreter, Arguments& arguments) {
    arguments.set_function(name);
    init(interpreter, *static_cast<InstanceObject*>(arguments.Self().object()), arguments);
    return Value::None();
  });
}

}  // namespace

void FillNativeProperty(TypeObject& type) {
  type.own_slots().descriptor_get = GetNativeProperty;
  type.own_slots().descriptor_set = SetNativeProperty;
  AddProperties(type, kNativePropertyProperties);
}

void AddMethod(TypeObject& type, std::string name, NativeFunctionObject::Callable call, MethodKind kind) {
  const TypeObject* owner = kind == MethodKind::kMethod ? &type : nullptr;
  const Value function = Immortal(new NativeFunctionObject(name, std::move(call), owner));
  if (kind == MethodKind::kMethod) return AddToType(type, name, function);
  if (kind == MethodKind::kClassMethod) return AddToType(type, name, Immortal(new ClassMethodObject(function)));
  AddToType(type, name, Immortal(new StaticMethodObject(function)));
}

void AddMethods(TypeObject& type, std::span<const NativeMethod> methods) {
  for (const NativeMethod& method : methods) AddMethod(type, method.name, method.call, method.kind);
}

void AddProperties(TypeObject& type, std::span<const NativeProperty> properties) {
  for (const NativeProperty& property : properties) {
    AddToType(type, property.name, Immortal(new NativePropertyObject(property, &type)));
  }
}

const TypeObject* MakeNativeType(const NativeClass& description) {
  PrepareBuiltinTypes();
  auto* type = new TypeObject(Types().type, description.name, Layout::kInstance);
  type->MakeImmortal();
  type->set_module(description.module);
  AddToType(*type, "__module__", ImmortalStr(description.module));
  if (description.doc != nullptr) AddToType(*type, "__doc__", ImmortalStr(description.doc));
  type->own_slots() = description.slots;
  if (description.init != nullptr) AddInit(*type, description.init);
  AddMethods(*type, description.methods);
  AddProperties(*type, description.properties);
  UseSpecialMethods(*type);
  AddSlotMethods(*type);
  type->SetBases(BasesOf(description));
  return type;
}

namespace {

/// A value of a package that is not there, which is of no type that a function could want; or null.
const Value* FindOpaqueArgument(const CallArguments& given) {
  for (const Value& value : given.positional) {
    if (IsOpaque(value)) return &value;
  }
  for (const auto& [name, value] : given.keywords) {
    if (IsOpaque(value)) return &value;
  }
  return nullptr;
}

}  // namespace

Value NativeFunctionObject::Call(Interpreter& interpreter, const CallArguments& given) const {
  if (owner_ != nullptr) {
    if (given.positional.empty()) {
      RaiseTypeError(fmt::format("unbound method {}.{}() needs an argument", owner_->name(), name_));
    }
    const TypeObject* type = TypeOf(given.positional[0]);
    if (type != owner_ && !type->IsSubtypeOf(owner_)) {
      RaiseTypeError(fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name_,
                                 owner_->name(), type->name()));
    }
  }
  if (takes_promises_) {
    Arguments arguments(interpreter, name_, given);
    return call_(interpreter, arguments);
  }
  const ResolvedArguments resolved(interpreter, given);
  Arguments arguments(interpreter, name_, resolved.get());
  try {
    return call_(interpreter, arguments);
  } catch (const ScriptError& error) {
    const bool is_of_types = error.exception()->type() == Exceptions().type_error;
    const Value* opaque = is_of_types ? FindOpaqueArgument(resolved.get()) : nullptr;
    if (opaque == nullptr) throw;
    const std::string what = "is an argument of " + name_ + "()";
    // A method of a text changes nothing: what it makes of an opaque value is opaque.
    if (owner_ == Types().str || owner_ == Types().bytes) return OpaqueResult(interpreter, *opaque, what);
    RefuseOpaque(interpreter, *opaque, what);
  }
}

Value MakeFunction(std::string name, NativeFunctionObject::Callable call) {
  return Value(new NativeFunctionObject(std::move(name), std::move(call)));
}

void AddFunctions(ModuleObject& module, std::span<const NativeFunction> functions) {
  for (const NativeFunction& function : functions) {
    const auto made = Make<NativeFunctionObject>(function.name, function.call);
    made->set_takes_promises(function.takes_promises);
    module.globals().Set(Symbol::Intern(function.name), Value(made));
  }
}

Value MakeInstance(const TypeObject* type, std::unique_ptr<NativeState> state) {
  auto* instance = new InstanceObject(type);
  Value made(instance);
  instance->set_state(std::move(state));
  return made;
}

}  // namespace limbeck::python
