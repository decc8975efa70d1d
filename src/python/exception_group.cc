#include "python/exception_group.h"

#include <fmt/format.h>

// ExceptionGroup: several exceptions that travel as one.

namespace limbeck::python {
namespace {

const Symbol& ExceptionsName() {
  static const Symbol name = Symbol::Intern("exceptions");
  return name;
}

ExceptionObject& AsException(const Value& value) {
  return *static_cast<ExceptionObject*>(value.object());
}

/// A group of plain exceptions is an ExceptionGroup, whatever was asked for.
const TypeObject* GroupTypeFor(const TypeObject* asked, const std::vector<Value>& members) {
  bool all_plain = true;
  for (const Value& member : members) {
    const auto* exception = Cast<ExceptionObject>(member);
    if (exception == nullptr) {
      RaiseValueError("Item 0 of second argument (exceptions) is not an exception");
    }
    all_plain = all_plain && exception->type()->IsSubtypeOf(Exceptions().exception);
  }
  if (asked == Exceptions().base_exception_group && all_plain) return Exceptions().exception_group;
  if (asked->IsSubtypeOf(Exceptions().exception) && !all_plain) {
    RaiseTypeError(fmt::format("Cannot nest BaseExceptions in an {}", asked->name()));
  }
  return asked;
}

Value MakeGroup(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  if (given.positional.size() != 2 || !given.keywords.empty()) {
    RaiseTypeError(
        fmt::format("BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", given.positional.size()));
  }
  if (Cast<StrObject>(given.positional[0]) == nullptr) {
    RaiseTypeError("argument 1 must be str, not " + TypeName(given.positional[0]));
  }
  if (TypeOf(given.positional[1])->slots().get_item == nullptr) {
    RaiseTypeError("second argument (exceptions) must be a sequence");
  }
  std::vector<Value> members = interpreter.ToVector(given.positional[1]);
  if (members.empty()) RaiseValueError("second argument (exceptions) must be a non-empty sequence");
  auto made = Make<ExceptionObject>(GroupTypeFor(type, members));
  made->args = Make<TupleObject>(std::vector<Value>(given.positional.begin(), given.positional.end()));
  made->MakeAttributes().Set(Symbol::Intern("message"), given.positional[0]);
  made->MakeAttributes().Set(ExceptionsName(), MakeTuple(std::move(members)));
  return made;
}

void InitializeGroup(Interpreter&, const Value&, CallArguments&) {}

std::string GroupStr(Interpreter& interpreter, const Value& self) {
  const size_t count = GroupMembers(AsException(self))->size();
  const Value* message = AsException(self).attributes()->Find(Symbol::Intern("message"));
  return fmt::format("{} ({} sub-exception{})", interpreter.Str(*message), count, count == 1 ? "" : "s");
}

/// The condition of split() and subgroup(): a type, a tuple of types, or a function.
std::function<bool(const Value&)> ConditionOf(Interpreter& interpreter, const Value& condition) {
  const bool is_type = Cast<TypeObject>(condition) != nullptr || Cast<TupleObject>(condition) != nullptr;
  return [&interpreter, condition, is_type](const Value& exception) {
    if (is_type) return interpreter.IsInstance(exception, condition);
    return interpreter.Truth(interpreter.Call(condition, {exception}));
  };
}

Value OrNone(const Value& value) {
  return value.is_empty() ? Value::None() : value;
}

Value Split(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value condition = arguments.Required("condition");
  arguments.Finish();
  const GroupHalves halves = SplitGroup(interpreter, self, ConditionOf(interpreter, condition));
  return MakeTuple({OrNone(halves.matching), OrNone(halves.rest)});
}

Value Subgroup(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value condition = arguments.Required("condition");
  arguments.Finish();
  return OrNone(SplitGroup(interpreter, self, ConditionOf(interpreter, condition)).matching);
}

Value Derive(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value members = arguments.Required("excs");
  arguments.Finish();
  const Value message = *AsException(self).attributes()->Find(Symbol::Intern("message"));
  return interpreter.Call(Value(Exceptions().base_exception_group), {message, members});
}

constexpr NativeMethod kMethods[] = {{"split", Split}, {"subgroup", Subgroup}, {"derive", Derive}};

}  // namespace

const std::vector<Value>* GroupMembers(const ExceptionObject& exception) {
  if (!exception.type()->IsSubtypeOf(Exceptions().base_exception_group)) return nullptr;
  const Value* members = exception.attributes() == nullptr ? nullptr : exception.attributes()->Find(ExceptionsName());
  const auto* tuple = members == nullptr ? nullptr : Cast<TupleObject>(*members);
  return tuple == nullptr ? nullptr : &tuple->items;
}

Value DeriveGroup(Interpreter& interpreter, const Value& group, std::vector<Value> members) {
  Value made = interpreter.CallMethod(group, "derive", {MakeList(std::move(members))});
  const ExceptionObject& old = AsException(group);
  ExceptionObject& derived = AsException(made);
  derived.traceback = old.traceback;
  derived.cause = old.cause;
  derived.context = old.context;
  derived.suppress_context = old.suppress_context;
  return made;
}

GroupHalves SplitGroup(Interpreter& interpreter, const Value& exception,
                       const std::function<bool(const Value&)>& matches) {
  if (matches(exception)) return {exception, {}};
  const std::vector<Value>* members = GroupMembers(AsException(exception));
  if (members == nullptr) return {{}, exception};
  std::vector<Value> matching;
  std::vector<Value> rest;
  for (const Value& member : *members) {
    const GroupHalves halves = SplitGroup(interpreter, member, matches);
    if (!halves.matching.is_empty()) matching.push_back(halves.matching);
    if (!halves.rest.is_empty()) rest.push_back(halves.rest);
  }
  if (matching.empty()) return {{}, exception};
  if (rest.empty()) return {exception, {}};
  return {DeriveGroup(interpreter, exception, std::move(matching)),
          DeriveGroup(interpreter, exception, std::move(rest))};
}

void FillExceptionGroup(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeGroup;
  slots.initialize = InitializeGroup;
  slots.str = GroupStr;
  AddMethods(type, kMethods);
  AddMethod(
      type, "__class_getitem__", [](Interpreter&, Arguments& arguments) { return arguments.Required("cls"); },
      MethodKind::kClassMethod);
}

}  // namespace limbeck::python
