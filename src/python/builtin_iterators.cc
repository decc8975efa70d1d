#include "python/builtin_iterators.h"

#include <fmt/format.h>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/special_methods.h"
#include "python/types/iterator_type.h"

// map, filter, zip, enumerate and reversed: classes whose instances are iterators.

namespace limbeck::python {
namespace {

using Maker = Value (*)(Interpreter&, const TypeObject* type, CallArguments& arguments);

template <typename Function>
Value MakeIteratorOf(const TypeObject* type, Function next) {
  return MakeIterator(std::move(next), type);
}

Value MakeEnumerate(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  constexpr const char* kNames[] = {"iterable", "start"};
  Arguments arguments(interpreter, "enumerate", given);
  Value values[2];
  arguments.Named(kNames, values, 1);
  Value number = values[1].is_empty() ? Value::Int(0) : interpreter.Index(values[1]);
  return MakeIteratorOf(type, [iterator = interpreter.Iterate(values[0]), number](Interpreter& running) mutable {
    Value item = running.Next(iterator);
    if (item.is_empty()) return Value();
    Value pair = MakeTuple({number, std::move(item)});
    number = IntegerBinary(ast::BinaryOperator::kAdd, number, Value::Int(1));
    return pair;
  });
}

std::vector<Value> Iterators(Interpreter& interpreter, std::span<const Value> iterables) {
  std::vector<Value> iterators;
  for (const Value& iterable : iterables) iterators.push_back(interpreter.Iterate(iterable));
  return iterators;
}

/// One item of each; an empty vector when one has ended. `ended` tells which.
std::vector<Value> NextOfEach(Interpreter& interpreter, const std::vector<Value>& iterators, size_t& ended) {
  std::vector<Value> items;
  items.reserve(iterators.size());
  for (const Value& iterator : iterators) {
    Value item = interpreter.Next(iterator);
    ended = items.size();
    if (item.is_empty()) return {};
    items.push_back(std::move(item));
  }
  return items;
}

/// "argument 2", "arguments 1-2"
std::string ArgumentsBefore(size_t position) {
  return position == 1 ? " than argument 1" : fmt::format(" than arguments 1-{}", position);
}

void CheckStrictEnd(Interpreter& interpreter, const std::vector<Value>& iterators, size_t ended) {
  if (ended > 0) RaiseValueError(fmt::format("zip() argument {} is shorter", ended + 1) + ArgumentsBefore(ended));
  for (size_t i = 1; i < iterators.size(); ++i) {
    if (interpreter.Next(iterators[i]).is_empty()) continue;
    RaiseValueError(fmt::format("zip() argument {} is longer", i + 1) + ArgumentsBefore(i));
  }
}

Value MakeZip(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "zip", given);
  const std::vector<Value> iterables = arguments.Rest();
  const bool strict = arguments.KeywordBool("strict", false);
  arguments.Finish();
  return MakeIteratorOf(type, [iterators = Iterators(interpreter, iterables), strict](Interpreter& running) {
    size_t ended = 0;
    std::vector<Value> items = NextOfEach(running, iterators, ended);
    if (!items.empty()) return MakeTuple(std::move(items));
    if (strict && !iterators.empty()) CheckStrictEnd(running, iterators, ended);
    return Value();
  });
}

Value MakeMap(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  if (given.positional.size() < 2) RaiseTypeError("map() must have at least two arguments.");
  return MakeIteratorOf(type, [function = Value(given.positional[0]),
                               iterators = Iterators(interpreter, given.positional.subspan(1))](Interpreter& running) {
    size_t ended = 0;
    const std::vector<Value> items = NextOfEach(running, iterators, ended);
    return items.empty() ? Value() : running.Call(function, {items, {}});
  });
}

Value MakeFilter(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "filter", given);
  const auto values = arguments.Positional(2, 2);
  return MakeIteratorOf(type,
                        [function = Value(values[0]), iterator = interpreter.Iterate(values[1])](Interpreter& running) {
                          for (Value item = running.Next(iterator); !item.is_empty(); item = running.Next(iterator)) {
                            if (running.Truth(function.is_none() ? item : running.Call(function, {item}))) return item;
                          }
                          return Value();
                        });
}

/// Asks __reversed__; else counts down, which a sequence can do.
Value MakeReversed(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "reversed", given);
  const Value sequence = interpreter.Resolve(arguments.Positional(1, 1)[0]);
  if (const Value* method = TypeOf(sequence)->Find(Names().reversed); method != nullptr && !method->is_none()) {
    return CallSpecial(interpreter, sequence, Names().reversed);
  }
  const Slots& slots = TypeOf(sequence)->slots();
  if (slots.get_item == nullptr || slots.length == nullptr || Cast<DictObject>(sequence) != nullptr) {
    RaiseTypeError("'" + TypeName(sequence) + "' object is not reversible");
  }
  return MakeIteratorOf(type, [sequence, left = interpreter.Length(sequence)](Interpreter& running) mutable {
    return left > 0 ? running.GetItem(sequence, Value::Int(--left)) : Value();
  });
}

const TypeObject* MakeIteratorClass(const char* name, Maker make) {
  return MakeNativeType({.name = name, .base = Types().iterator, .slots = {.make = make}});
}

}  // namespace

void AddBuiltinIterators(ModuleObject& builtins) {
  static const TypeObject* const kTypes[] = {MakeIteratorClass("enumerate", MakeEnumerate),
                                             MakeIteratorClass("filter", MakeFilter), MakeIteratorClass("map", MakeMap),
                                             MakeIteratorClass("reversed", MakeReversed),
                                             MakeIteratorClass("zip", MakeZip)};
  for (const TypeObject* type : kTypes) builtins.globals().Set(Symbol::Intern(type->name()), Value(type));
}

}  // namespace limbeck::python
