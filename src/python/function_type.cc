#include "python/function_type.h"

#include <fmt/format.h>

#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/machine.h"

// Functions, native functions, bound methods and cells, as values.

namespace limbeck::python {
namespace {

FunctionObject& AsFunction(const Value& self) {
  return *static_cast<FunctionObject*>(self.object());
}

const BoundMethodObject& AsMethod(const Value& self) {
  return *static_cast<const BoundMethodObject*>(self.object());
}

const NativeFunctionObject& AsNative(const Value& self) {
  return *static_cast<const NativeFunctionObject*>(self.object());
}

Value OrNone(const Value& value) {
  return value.is_empty() ? Value::None() : value;
}

std::string AddressOf(const Value& value) {
  return fmt::format("{:#x}", reinterpret_cast<uintptr_t>(value.object()));
}

std::string FunctionRepr(Interpreter& interpreter, const Value& self) {
  return fmt::format("<function {} at {}>", interpreter.Str(AsFunction(self).qualname), AddressOf(self));
}

template <Value FunctionObject::*kMember>
Value GetPart(Interpreter&, const Value& self) {
  return OrNone(AsFunction(self).*kMember);
}

template <Value FunctionObject::*kMember>
void SetPart(Interpreter&, const Value& self, const Value& value) {
  AsFunction(self).*kMember = value;
}

Value GetAnnotations(Interpreter&, const Value& self) {
  Value& annotations = AsFunction(self).annotations;
  if (annotations.is_empty()) annotations = Value(MakeDict());
  return annotations;
}

Value GetDefaults(Interpreter&, const Value& self) {
  const auto& defaults = AsFunction(self).defaults;
  return defaults.empty() ? Value::None() : MakeTuple(defaults);
}

void SetDefaults(Interpreter& interpreter, const Value& self, const Value& value) {
  AsFunction(self).defaults = value.is_none() ? std::vector<Value>() : interpreter.ToVector(value);
}

Value GetKeywordDefaults(Interpreter&, const Value& self) {
  Namespace& defaults = AsFunction(self).keyword_defaults;
  return defaults.empty() ? Value::None() : Value(&defaults.AsDict());
}

Value GetGlobals(Interpreter&, const Value& self) {
  return Value(&AsFunction(self).run->module->globals().AsDict());
}

Value GetClosure(Interpreter&, const Value& self) {
  const auto& frees = AsFunction(self).frees;
  if (frees.empty()) return Value::None();
  return MakeTuple({frees.begin(), frees.end()});
}

Value GetDict(Interpreter&, const Value& self) {
  return Value(&AsFunction(self).MakeAttributes().AsDict());
}

// ---- __code__: what inspect and decorators look at

struct CodeState : NativeState {
  explicit CodeState(Ref<FunctionObject> object) : function(std::move(object)) {}
  const Ref<FunctionObject> function;
  const ast::Function& definition() const { return *function->definition; }
};

const ast::Function& DefinitionOf(const Value& self) {
  return StateOf<CodeState>(self)->definition();
}

Value CodeName(Interpreter&, const Value& self) {
  return MakeStr(DefinitionOf(self).code->name);
}

Value CodeFile(Interpreter&, const Value& self) {
  return MakeStr(StateOf<CodeState>(self)->function->run->tree->source->path());
}

Value CodeLine(Interpreter&, const Value& self) {
  const auto* state = StateOf<CodeState>(self);
  return Value::Int(state->function->run->tree->source->LineOf(state->definition().code->span.begin));
}

Value CodeVariables(Interpreter&, const Value& self) {
  std::vector<Value> names;
  for (const Symbol name : DefinitionOf(self).code->slots) names.push_back(MakeStr(name));
  return MakeTuple(std::move(names));
}

Value CodeArgumentCount(Interpreter&, const Value& self) {
  return Value::Int(DefinitionOf(self).parameters.positional.size());
}

Value CodePositionalOnlyCount(Interpreter&, const Value& self) {
  return Value::Int(DefinitionOf(self).parameters.positional_only_count);
}

Value CodeKeywordOnlyCount(Interpreter&, const Value& self) {
  return Value::Int(DefinitionOf(self).parameters.keyword_only.size());
}

/// The flags that inspect asks for: *args, **kwargs, generator, coroutine, asynchronous generator.
Value CodeFlags(Interpreter&, const Value& self) {
  const ast::Function& definition = DefinitionOf(self);
  int64_t flags = 0x3;
  if (definition.parameters.star) flags |= 0x4;
  if (definition.parameters.double_star) flags |= 0x8;
  if (definition.code->flow == ast::Flow::kGenerator) flags |= 0x20;
  if (definition.code->flow == ast::Flow::kCoroutine) flags |= 0x80;
  if (definition.code->flow == ast::Flow::kAsyncGenerator) flags |= 0x200;
  return Value::Int(flags);
}

constexpr NativeProperty kCodeProperties[] = {
    {"co_name", CodeName},
    {"co_filename", CodeFile},
    {"co_firstlineno", CodeLine},
    {"co_varnames", CodeVariables},
    {"co_argcount", CodeArgumentCount},
    {"co_posonlyargcount", CodePositionalOnlyCount},
    {"co_kwonlyargcount", CodeKeywordOnlyCount},
    {"co_flags", CodeFlags},
};

Value GetCode(Interpreter&, const Value& self) {
  static const TypeObject* const type = MakeNativeType({.name = "code", .properties = kCodeProperties});
  return MakeInstance(type, std::make_unique<CodeState>(Ref<FunctionObject>(&AsFunction(self))));
}

constexpr NativeProperty kFunctionProperties[] = {
    {"__name__", GetPart<&FunctionObject::name>, SetPart<&FunctionObject::name>},
    {"__qualname__", GetPart<&FunctionObject::qualname>, SetPart<&FunctionObject::qualname>},
    {"__doc__", GetPart<&FunctionObject::doc>, SetPart<&FunctionObject::doc>},
    {"__module__", GetPart<&FunctionObject::owner_module>, SetPart<&FunctionObject::owner_module>},
    {"__annotations__", GetAnnotations, SetPart<&FunctionObject::annotations>},
    {"__defaults__", GetDefaults, SetDefaults},
    {"__kwdefaults__", GetKeywordDefaults},
    {"__globals__", GetGlobals},
    {"__closure__", GetClosure},
    {"__code__", GetCode},
    {"__dict__", GetDict},
};

Value BindFunction(Interpreter&, const Value& self, const Value& instance, const TypeObject*) {
  return instance.is_empty() || instance.is_none() ? self : Value(new BoundMethodObject(self, instance));
}

// ------------------------------------------------------------------------------------------ native functions

std::string NativeRepr(Interpreter&, const Value& self) {
  const NativeFunctionObject& function = AsNative(self);
  if (!function.is_method()) return fmt::format("<built-in function {}>", function.name());
  return fmt::format("<method '{}' of '{}' objects>", function.name(), function.owner()->name());
}

Value NativeName(Interpreter&, const Value& self) {
  return MakeStr(AsNative(self).name());
}

Value NativeQualname(Interpreter&, const Value& self) {
  const NativeFunctionObject& function = AsNative(self);
  return MakeStr(function.is_method() ? function.owner()->name() + "." + function.name() : function.name());
}

Value NativeModuleName(Interpreter&, const Value&) {
  return MakeStr("builtins");
}

Value NoneProperty(Interpreter&, const Value&) {
  return Value::None();
}

constexpr NativeProperty kNativeProperties[] = {
    {"__name__", NativeName},
    {"__qualname__", NativeQualname},
    {"__module__", NativeModuleName},
    {"__doc__", NoneProperty},
};

Value BindNative(Interpreter&, const Value& self, const Value& instance, const TypeObject*) {
  if (instance.is_empty() || !AsNative(self).is_method()) return self;
  return Value(new BoundMethodObject(self, instance));
}

// ------------------------------------------------------------------------------------------ bound methods

std::string MethodRepr(Interpreter& interpreter, const Value& self) {
  const BoundMethodObject& method = AsMethod(self);
  const Value name = interpreter.FindAttribute(method.function, Names().qualname);
  const std::string text = name.is_empty() ? "?" : interpreter.Str(name);
  if (Cast<NativeFunctionObject>(method.function) != nullptr) {
    return fmt::format("<built-in method {} of {} object at {}>", AsNative(method.function).name(),
                       TypeName(method.self), AddressOf(self));
  }
  return fmt::format("<bound method {} of {}>", text, interpreter.Repr(method.self));
}

Value MethodFunction(Interpreter&, const Value& self) {
  return AsMethod(self).function;
}

Value MethodSelf(Interpreter&, const Value& self) {
  return AsMethod(self).self;
}

constexpr NativeProperty kMethodProperties[] = {{"__func__", MethodFunction}, {"__self__", MethodSelf}};

/// What the method itself does not have, its function may: __name__, __doc__, attributes of decorators.
Value MethodAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  if (const Value* found = Types().bound_method->Find(name)) {
    const TypeObject* owner = nullptr;
    Types().bound_method->Find(name, &owner);
    if (owner == Types().bound_method || name == Names().klass) {
      return Bind(interpreter, Value(*found), self, Types().bound_method);
    }
  }
  return interpreter.FindAttribute(AsMethod(self).function, name);
}

Value CompareMethods(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* right = Cast<BoundMethodObject>(other);
  if (right == nullptr || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  const BoundMethodObject& left = AsMethod(self);
  const bool same = left.self.Is(right->self) && interpreter.Equal(left.function, right->function);
  return Value::Bool(same == (op == CompareOp::kEqual));
}

uint64_t HashMethod(Interpreter& interpreter, const Value& self) {
  const BoundMethodObject& method = AsMethod(self);
  const auto own = method.self.is_object() ? reinterpret_cast<uintptr_t>(method.self.object()) >> 4 : uintptr_t{7};
  return interpreter.Hash(method.function) ^ own;
}

Value MakeMethod(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "method", given);
  Value function = arguments.Required("function");
  Value self = arguments.Required("instance");
  arguments.Finish();
  return Value(new BoundMethodObject(std::move(function), std::move(self)));
}

// ------------------------------------------------------------------------------------------ cells

Value CellContents(Interpreter&, const Value& self) {
  const Value& value = static_cast<const CellObject*>(self.object())->value;
  if (value.is_empty()) RaiseValueError("Cell is empty");
  return value;
}

void SetCellContents(Interpreter&, const Value& self, const Value& value) {
  static_cast<CellObject*>(self.object())->value = value;
}

constexpr NativeProperty kCellProperties[] = {{"cell_contents", CellContents, SetCellContents}};

}  // namespace

std::string CallableName(Interpreter& interpreter, const Value& callable) {
  const Value name = interpreter.FindAttribute(callable, Names().qualname);
  if (name.is_empty()) return "'" + TypeName(callable) + "' object";
  const Value module = interpreter.FindAttribute(callable, Names().module);
  const bool is_plain = module.is_empty() || module.is_none() || interpreter.Str(module) == "builtins";
  return (is_plain ? "" : interpreter.Str(module) + ".") + interpreter.Str(name) + "()";
}

void FillFunction(TypeObject& type) {
  type.own_slots().repr = FunctionRepr;
  type.own_slots().descriptor_get = BindFunction;
  type.set_has_attributes(true);
  AddProperties(type, kFunctionProperties);
}

void FillNativeFunction(TypeObject& type) {
  type.own_slots().repr = NativeRepr;
  type.own_slots().descriptor_get = BindNative;
  AddProperties(type, kNativeProperties);
}

void FillBoundMethod(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeMethod;
  slots.repr = MethodRepr;
  slots.get_attribute = MethodAttribute;
  slots.compare = CompareMethods;
  slots.hash = HashMethod;
  AddProperties(type, kMethodProperties);
}

void FillCell(TypeObject& type) {
  AddProperties(type, kCellProperties);
}

}  // namespace limbeck::python
