#include "python/union_type.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "python/builtin_types.h"
#include "python/names.h"

// `int | None` and `list[int]`: types that annotations are made of.

namespace limbeck::python {
namespace {

struct UnionObject : Object {
  explicit UnionObject(std::vector<Value> members)
      : Object(Types().union_type), arguments(MakeTuple(std::move(members))) {}
  const Value arguments;
};

struct AliasObject : Object {
  AliasObject(Value type, Value parameters)
      : Object(Types().generic_alias), origin(std::move(type)), arguments(std::move(parameters)) {}
  const Value origin;
  const Value arguments;
};

const UnionObject& AsUnion(const Value& self) {
  return *static_cast<const UnionObject*>(self.object());
}

const AliasObject& AsAlias(const Value& self) {
  return *static_cast<const AliasObject*>(self.object());
}

const std::vector<Value>& ItemsOf(const Value& tuple) {
  return static_cast<const TupleObject*>(tuple.object())->items;
}

bool IsUnion(const Value& value) {
  return value.is_object() && value.object()->type() == Types().union_type;
}

bool IsAlias(const Value& value) {
  return value.is_object() && value.object()->type() == Types().generic_alias;
}

/// As an annotation is printed: classes by name.
std::string TypeText(Interpreter& interpreter, const Value& value) {
  if (value.is_none() || value.Is(Value(Types().none))) return "None";
  if (value.Is(EllipsisValue())) return "...";
  if (const auto* type = Cast<TypeObject>(value)) return type->FullName();
  if (const auto* list = Cast<ListObject>(value)) {
    std::vector<std::string> texts;
    for (const Value& item : list->items) texts.push_back(TypeText(interpreter, item));
    return "[" + Join(texts, ", ") + "]";
  }
  return interpreter.Repr(value);
}

// ------------------------------------------------------------------------------------------ unions

bool MayBeMember(const Value& value) {
  return value.is_none() || Cast<TypeObject>(value) != nullptr || IsUnion(value) || IsAlias(value);
}

void AddMember(Interpreter& interpreter, std::vector<Value>& members, const Value& value) {
  if (IsUnion(value)) {
    for (const Value& member : ItemsOf(AsUnion(value).arguments)) AddMember(interpreter, members, member);
    return;
  }
  const Value member = value.is_none() ? Value(Types().none) : value;
  const auto same = [&](const Value& known) { return interpreter.Equal(known, member); };
  if (std::none_of(members.begin(), members.end(), same)) members.push_back(member);
}

Value UnionBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                  bool reflected) {
  if (op != ast::BinaryOperator::kBitOr) return NotImplementedValue();
  return reflected ? UnionOf(interpreter, other, self) : UnionOf(interpreter, self, other);
}

std::string UnionRepr(Interpreter& interpreter, const Value& self) {
  std::vector<std::string> texts;
  for (const Value& member : ItemsOf(AsUnion(self).arguments)) texts.push_back(TypeText(interpreter, member));
  return Join(texts, " | ");
}

/// The order of the members is no matter.
Value CompareUnions(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  if (!IsUnion(other) || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  const auto& left = ItemsOf(AsUnion(self).arguments);
  const auto& right = ItemsOf(AsUnion(other).arguments);
  const auto in_right = [&](const Value& member) {
    return std::any_of(right.begin(), right.end(), [&](const Value& one) { return interpreter.Equal(one, member); });
  };
  const bool same = left.size() == right.size() && std::all_of(left.begin(), left.end(), in_right);
  return Value::Bool(same == (op == CompareOp::kEqual));
}

uint64_t HashUnion(Interpreter& interpreter, const Value& self) {
  uint64_t hash = 0x9D5;
  for (const Value& member : ItemsOf(AsUnion(self).arguments)) hash ^= interpreter.Hash(member) * 31;
  return hash;
}

Value UnionArguments(Interpreter&, const Value& self) {
  return AsUnion(self).arguments;
}

Value NoParameters(Interpreter&, const Value&) {
  return MakeTuple({});
}

constexpr NativeProperty kUnionProperties[] = {
    {"__args__", UnionArguments},
    {"__parameters__", NoParameters},
};

// ------------------------------------------------------------------------------------------ list[int]

std::string AliasRepr(Interpreter& interpreter, const Value& self) {
  std::vector<std::string> texts;
  for (const Value& argument : ItemsOf(AsAlias(self).arguments)) texts.push_back(TypeText(interpreter, argument));
  return TypeText(interpreter, AsAlias(self).origin) + "[" + (texts.empty() ? "()" : Join(texts, ", ")) + "]";
}

Value CompareAliases(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  if (!IsAlias(other) || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  const bool same = AsAlias(self).origin.Is(AsAlias(other).origin) &&
                    interpreter.Equal(AsAlias(self).arguments, AsAlias(other).arguments);
  return Value::Bool(same == (op == CompareOp::kEqual));
}

uint64_t HashAlias(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(AsAlias(self).origin) ^ interpreter.Hash(AsAlias(self).arguments);
}

Value CallAlias(Interpreter& interpreter, const Value& self, CallArguments& arguments) {
  return interpreter.Call(AsAlias(self).origin, arguments);
}

Value AliasOrigin(Interpreter&, const Value& self) {
  return AsAlias(self).origin;
}

Value AliasArguments(Interpreter&, const Value& self) {
  return AsAlias(self).arguments;
}

/// Type variables among the arguments, which subscripting again fills in.
std::vector<Value> VariablesOf(Interpreter& interpreter, const Value& alias) {
  std::vector<Value> variables;
  const auto add = [&](const Value& variable) {
    const auto same = [&](const Value& known) { return known.Is(variable); };
    if (std::none_of(variables.begin(), variables.end(), same)) variables.push_back(variable);
  };
  for (const Value& argument : ItemsOf(AsAlias(alias).arguments)) {
    if (TypeName(argument) == "TypeVar") add(argument);
    if (Cast<TypeObject>(argument) != nullptr) continue;
    const Value inner = interpreter.FindAttribute(argument, Names().parameters);
    if (const auto* tuple = Cast<TupleObject>(inner)) {
      for (const Value& variable : tuple->items) add(variable);
    }
  }
  return variables;
}

Value AliasParameters(Interpreter& interpreter, const Value& self) {
  return MakeTuple(VariablesOf(interpreter, self));
}

Value SubstituteIn(Interpreter& interpreter, const Value& self, const Value& given) {
  const std::vector<Value> variables = VariablesOf(interpreter, self);
  const auto* tuple = Cast<TupleObject>(given);
  const std::vector<Value> values = tuple == nullptr ? std::vector<Value>{given} : tuple->items;
  if (variables.empty()) RaiseTypeError(interpreter.Repr(self) + " is not a generic class");
  std::vector<Value> arguments;
  for (const Value& argument : ItemsOf(AsAlias(self).arguments)) {
    const auto same = [&](const Value& variable) { return variable.Is(argument); };
    const auto at = static_cast<size_t>(std::find_if(variables.begin(), variables.end(), same) - variables.begin());
    arguments.push_back(at < values.size() ? values[at] : argument);
  }
  return MakeGenericAlias(AsAlias(self).origin, MakeTuple(std::move(arguments)));
}

Value MroEntries(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  return MakeTuple({AsAlias(self).origin});
}

constexpr NativeProperty kAliasProperties[] = {
    {"__origin__", AliasOrigin},
    {"__args__", AliasArguments},
    {"__parameters__", AliasParameters},
};
constexpr NativeMethod kAliasMethods[] = {{"__mro_entries__", MroEntries}};

/// What the alias itself does not have, its class may.
Value AliasAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  const bool is_own = Types().generic_alias->attributes().Find(name) != nullptr || name == Names().klass;
  return is_own ? interpreter.FindPlainAttribute(self, name) : interpreter.FindAttribute(AsAlias(self).origin, name);
}

}  // namespace

Value UnionOf(Interpreter& interpreter, const Value& one, const Value& two) {
  if (!MayBeMember(one) || !MayBeMember(two)) return NotImplementedValue();
  std::vector<Value> members;
  AddMember(interpreter, members, one);
  AddMember(interpreter, members, two);
  return members.size() == 1 ? members.front() : Value(new UnionObject(std::move(members)));
}

std::optional<Value> UnionMembers(const Value& value) {
  return IsUnion(value) ? std::optional(AsUnion(value).arguments) : std::nullopt;
}

Value MakeGenericAlias(Value origin, const Value& parameters) {
  Value arguments = Cast<TupleObject>(parameters) != nullptr ? parameters : MakeTuple({parameters});
  return Value(new AliasObject(std::move(origin), std::move(arguments)));
}

void FillUnionType(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.repr = UnionRepr;
  slots.binary = UnionBinary;
  slots.compare = CompareUnions;
  slots.hash = HashUnion;
  AddProperties(type, kUnionProperties);
}

void FillGenericAlias(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.repr = AliasRepr;
  slots.binary = UnionBinary;
  slots.compare = CompareAliases;
  slots.hash = HashAlias;
  slots.call = CallAlias;
  slots.get_item = SubstituteIn;
  slots.get_attribute = AliasAttribute;
  AddProperties(type, kAliasProperties);
  AddMethods(type, kAliasMethods);
}

}  // namespace limbeck::python
