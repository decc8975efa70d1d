#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/class.h"
#include "python/names.h"
#include "python/opaque.h"
#include "python/opaque_class.h"
#include "python/resolved_arguments.h"
#include "python/special_methods.h"
#include "python/union_type.h"

// `type`: what classes can do.

namespace limbeck::python {
namespace {

TypeObject& AsType(const Value& self) {
  return *static_cast<TypeObject*>(self.object());
}

bool IsNumber(const TypeObject& type) {
  return &type == Types().integer || &type == Types().floating || &type == Types().complex;
}

/// X(...): make an instance, then initialize it if it is one of X.
Value CallType(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  const TypeObject& type = AsType(self);
  if (&type == Types().type && arguments.positional.size() == 1 && arguments.keywords.empty()) {
    return Value(TypeOf(interpreter.Resolve(arguments.positional[0])));
  }
  const auto make = type.slots().make;
  if (make == nullptr) RaiseTypeError(fmt::format("cannot create '{}' instances", type.FullName()));
  const ResolvedArguments resolved(interpreter, arguments);
  CallArguments passed = type.is_script_class() ? arguments : resolved.get();
  if (IsNumber(type) && !passed.positional.empty() && IsOpaque(passed.positional[0])) {
    RefuseOpaque(interpreter, passed.positional[0], "is made a number");
  }
  Value instance = make(interpreter, &type, passed);
  const TypeObject* made = TypeOf(instance);
  if (made->slots().initialize != nullptr && (made == &type || made->IsSubtypeOf(&type))) {
    made->slots().initialize(interpreter, instance, passed);
  }
  return instance;
}

/// type(name, bases, namespace, **keywords)
Value MakeType(Interpreter& interpreter, const TypeObject* metatype, CallArguments& given) {
  if (given.positional.size() != 3) RaiseTypeError("type() takes 1 or 3 arguments");
  const auto* name = Cast<StrObject>(given.positional[0]);
  const auto* bases = Cast<TupleObject>(given.positional[1]);
  const auto* dict = Cast<DictObject>(given.positional[2]);
  if (name == nullptr) {
    RaiseTypeError("type.__new__() argument 1 must be str, not " + TypeName(given.positional[0]));
  }
  if (bases == nullptr) {
    RaiseTypeError("type.__new__() argument 2 must be tuple, not " + TypeName(given.positional[1]));
  }
  if (dict == nullptr) {
    RaiseTypeError("type.__new__() argument 3 must be dict, not " + TypeName(given.positional[2]));
  }
  std::vector<Value> parents;
  for (const Value& base : bases->items) parents.push_back(interpreter.Resolve(base));
  const TypeObject* winner = MetatypeFor(metatype, parents);
  if (winner != metatype && winner->slots().make != MakeType) return winner->slots().make(interpreter, winner, given);
  Namespace attributes;
  for (const auto& entry : dict->table.entries()) {
    if (const auto* key = Cast<StrObject>(entry.key)) attributes.Set(key->symbol(), entry.value);
  }
  return MakeClass(interpreter, {winner, name->text(), parents}, attributes, given.keywords);
}

std::string TypeRepr(Interpreter&, const Value& self) {
  return fmt::format("<class '{}'>", AsType(self).FullName());
}

Value TypeBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                 bool reflected) {
  if (op != ast::BinaryOperator::kBitOr) return NotImplementedValue();
  return reflected ? UnionOf(interpreter, other, self) : UnionOf(interpreter, self, other);
}

uint64_t HashType(Interpreter&, const Value& self) {
  return reinterpret_cast<uintptr_t>(self.object()) >> 4;
}

// ------------------------------------------------------------------------------------------ attributes

Value GetName(Interpreter&, const Value& self) {
  return MakeStr(AsType(self).name());
}

void RequireScriptClass(const Value& self, const char* name) {
  if (AsType(self).is_script_class()) return;
  RaiseTypeError(fmt::format("cannot set '{}' attribute of immutable type '{}'", name, AsType(self).name()));
}

void SetName(Interpreter& interpreter, const Value& self, const Value& value) {
  RequireScriptClass(self, "__name__");
  AsType(self).set_name(interpreter.Str(value));
}

Value GetQualname(Interpreter&, const Value& self) {
  return MakeStr(AsType(self).qualname());
}

void SetQualname(Interpreter& interpreter, const Value& self, const Value& value) {
  RequireScriptClass(self, "__qualname__");
  AsType(self).set_qualname(interpreter.Str(value));
}

Value GetModule(Interpreter&, const Value& self) {
  const Value* own = AsType(self).attributes().Find(Names().module);
  return own == nullptr ? MakeStr(AsType(self).module()) : *own;
}

void SetModule(Interpreter& interpreter, const Value& self, const Value& value) {
  RequireScriptClass(self, "__module__");
  AsType(self).attributes().Set(Names().module, value);
  AsType(self).set_module(interpreter.Str(value));
}

Value GetDoc(Interpreter&, const Value& self) {
  const Value* own = AsType(self).attributes().Find(Names().doc);
  return own == nullptr ? Value::None() : *own;
}

void SetDoc(Interpreter&, const Value& self, const Value& value) {
  RequireScriptClass(self, "__doc__");
  AsType(self).attributes().Set(Names().doc, value);
}

Value GetBases(Interpreter&, const Value& self) {
  const auto& bases = AsType(self).bases();
  return MakeTuple({bases.begin(), bases.end()});
}

Value GetBase(Interpreter&, const Value& self) {
  const auto& bases = AsType(self).bases();
  return bases.empty() ? Value::None() : Value(bases.front());
}

Value GetMro(Interpreter&, const Value& self) {
  std::vector<Value> types;
  for (TypeObject* type : AsType(self).mro()) types.emplace_back(static_cast<Object*>(type));
  return MakeTuple(std::move(types));
}

/// A view that cannot be written to; of the names as they are now.
Value GetDict(Interpreter&, const Value& self) {
  const auto dict = MakeDict();
  AsType(self).attributes().ForEach([&](Symbol name, const Value& value) { dict->table.Set(name, value); });
  return Value(new MappingProxyObject(Value(dict)));
}

/// Of the class itself, never inherited; an empty one is made, as CPython does.
Value GetAnnotations(Interpreter&, const Value& self) {
  TypeObject& type = AsType(self);
  if (const Value* own = type.attributes().Find(Names().annotations)) return *own;
  if (!type.is_script_class()) RaiseNoAttribute(self, Names().annotations);
  type.attributes().Set(Names().annotations, Value(MakeDict()));
  return *type.attributes().Find(Names().annotations);
}

void SetAnnotations(Interpreter&, const Value& self, const Value& value) {
  RequireScriptClass(self, "__annotations__");
  AsType(self).attributes().Set(Names().annotations, value);
}

constexpr NativeProperty kProperties[] = {
    {"__name__", GetName, SetName},
    {"__qualname__", GetQualname, SetQualname},
    {"__module__", GetModule, SetModule},
    {"__doc__", GetDoc, SetDoc},
    {"__bases__", GetBases},
    {"__base__", GetBase},
    {"__mro__", GetMro},
    {"__dict__", GetDict},
    {"__annotations__", GetAnnotations, SetAnnotations},
};

// ------------------------------------------------------------------------------------------ methods

Value Mro(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeList(interpreter.ToVector(GetMro(interpreter, self)));
}

Value Subclasses(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  std::vector<Value> types;
  for (TypeObject* type : AsType(self).subclasses()) types.emplace_back(static_cast<Object*>(type));
  return MakeList(std::move(types));
}

Value Prepare(Interpreter&, Arguments& arguments) {
  arguments.Rest();
  arguments.RestKeywords();
  return MakeDict();
}

Value InstanceCheck(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value instance = arguments.Required("instance");
  arguments.Finish();
  return Value::Bool(TypeOf(instance)->IsSubtypeOf(&AsType(self)));
}

Value SubclassCheck(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value subclass = arguments.Required("subclass");
  arguments.Finish();
  const auto* type = Cast<TypeObject>(subclass);
  if (type == nullptr) RaiseTypeError("issubclass() arg 1 must be a class");
  return Value::Bool(type->IsSubtypeOf(&AsType(self)));
}

/// type.__init__ has nothing left to do.
Value Initialize(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.Rest();
  arguments.RestKeywords();
  return Value::None();
}

constexpr NativeMethod kMethods[] = {
    {"mro", Mro},
    {"__subclasses__", Subclasses},
    {"__prepare__", Prepare, MethodKind::kClassMethod},
    {"__instancecheck__", InstanceCheck},
    {"__subclasscheck__", SubclassCheck},
    {"__init__", Initialize},
};

}  // namespace

void FillType(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.call = CallType;
  slots.make = MakeType;
  slots.repr = TypeRepr;
  slots.binary = TypeBinary;
  slots.hash = HashType;
  slots.get_attribute = FindClassAttribute;
  slots.set_attribute = SetClassAttribute;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

// ------------------------------------------------------------------------------------------ isinstance, issubclass

namespace {

/// A metaclass that decides itself, or null.
const Value* OwnCheck(const Value& type, Symbol name) {
  const TypeObject* owner = nullptr;
  const Value* found = TypeOf(type)->Find(name, &owner);
  return owner == Types().type ? nullptr : found;
}

template <typename Check>
bool AnyOf(const Value& types, const Check& check) {
  for (const Value& type : static_cast<const TupleObject*>(types.object())->items) {
    if (check(type)) return true;
  }
  return false;
}

}  // namespace

namespace {

/// No value that is known is of a class that is not; of others nobody can tell.
bool IsOfOpaque(Interpreter& interpreter, const Value& value, const Value& type) {
  if (IsOpaque(value)) RefuseOpaque(interpreter, value, "is tested with isinstance()");
  const Value* ancestor = OpaqueAncestor(*TypeOf(value));
  if (ancestor == nullptr) return false;
  if (ancestor->Is(type)) return true;
  RefuseOpaque(interpreter, type, "is the class in isinstance()");
}

/// The same of a class.
bool IsSubclassOfOpaque(Interpreter& interpreter, const Value& subclass, const Value& type) {
  const auto* candidate = Cast<TypeObject>(subclass);
  if (candidate == nullptr) RefuseOpaque(interpreter, subclass, "is tested with issubclass()");
  const Value* ancestor = OpaqueAncestor(*candidate);
  if (ancestor == nullptr) return false;
  if (ancestor->Is(type)) return true;
  RefuseOpaque(interpreter, type, "is the class in issubclass()");
}

}  // namespace

bool Interpreter::IsInstance(const Value& given, const Value& asked) {
  const Value value = Resolve(given);
  const Value type = Resolve(asked);
  if (Cast<TupleObject>(type) != nullptr) {
    return AnyOf(type, [&](const Value& one) { return IsInstance(value, one); });
  }
  if (const auto* plain = Cast<TypeObject>(type)) {
    if (TypeOf(value) == plain) return true;
    if (OwnCheck(type, Names().instance_check) == nullptr) return TypeOf(value)->IsSubtypeOf(plain);
  } else if (const auto members = UnionMembers(type)) {
    return AnyOf(*members,
                 [&](const Value& one) { return IsInstance(value, one.is_none() ? Value(Types().none) : one); });
  }
  if (IsOpaque(type)) return IsOfOpaque(*this, value, type);
  if (TypeOf(type)->Find(Names().instance_check) == nullptr) {
    RaiseTypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  return Truth(CallSpecial(*this, type, Names().instance_check, {value}));
}

bool Interpreter::IsSubclass(const Value& given, const Value& asked) {
  const Value subclass = Resolve(given);
  const Value type = Resolve(asked);
  if (Cast<TupleObject>(type) != nullptr) {
    return AnyOf(type, [&](const Value& one) { return IsSubclass(subclass, one); });
  }
  if (const auto members = UnionMembers(type)) {
    return AnyOf(*members, [&](const Value& one) { return IsSubclass(subclass, one); });
  }
  if (IsOpaque(type)) return IsSubclassOfOpaque(*this, subclass, type);
  const auto* plain = Cast<TypeObject>(type);
  if (plain != nullptr && OwnCheck(type, Names().subclass_check) == nullptr) {
    const auto* candidate = Cast<TypeObject>(subclass);
    if (candidate == nullptr) RaiseTypeError("issubclass() arg 1 must be a class");
    return candidate->IsSubtypeOf(plain);
  }
  if (TypeOf(type)->Find(Names().subclass_check) == nullptr) {
    RaiseTypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return Truth(CallSpecial(*this, type, Names().subclass_check, {subclass}));
}

}  // namespace limbeck::python
