#include <fmt/format.h>

#include "python/builtin_iterators.h"
#include "python/builtin_numbers.h"
#include "python/builtin_types.h"
#include "python/call_site.h"
#include "python/generator.h"
#include "python/interpreter.h"
#include "python/types/sorting.h"
#include "python/types/str_text.h"

// The built-in functions that work on values: len, print, sorted ...

namespace limbeck::python {
namespace {

/// any() and all() stop at the first item that decides.
template <bool kStopsAt>
Value AnyOrAll(Interpreter& interpreter, Arguments& arguments) {
  const Value iterator = interpreter.Iterate(arguments.Positional(1, 1)[0]);
  for (Value item = interpreter.Next(iterator); !item.is_empty(); item = interpreter.Next(iterator)) {
    if (interpreter.Truth(item) == kStopsAt) return Value::Bool(kStopsAt);
  }
  return Value::Bool(!kStopsAt);
}

Value Ascii(Interpreter& interpreter, Arguments& arguments) {
  return MakeStr(EscapeNonAscii(interpreter.Repr(arguments.Positional(1, 1)[0])));
}

/// format(value, format_spec="")
Value FormatValue(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(1, 2);
  if (values.size() == 1) return MakeStr(interpreter.Format(values[0], ""));
  const Value specification = interpreter.Resolve(values[1]);
  const auto* text = Cast<StrObject>(specification);
  if (text == nullptr) RaiseTypeError("format() argument 2 must be str, not " + TypeName(specification));
  return MakeStr(interpreter.Format(values[0], text->text()));
}

Value HashValue(Interpreter& interpreter, Arguments& arguments) {
  return Value::Int(static_cast<int64_t>(interpreter.Hash(arguments.Positional(1, 1)[0])));
}

/// Values that are no objects have numbers that no address has: they are odd.
Value Id(Interpreter&, Arguments& arguments) {
  const Value value = arguments.Positional(1, 1)[0];
  if (value.is_object()) return Value::Int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(value.object())));
  const auto bits = static_cast<uint64_t>(value.is_none() ? 0 : value.int_value());
  return Value::Int(static_cast<int64_t>((bits << 4 | static_cast<uint64_t>(value.tag()) << 1 | 1) & INT64_MAX));
}

Value Len(Interpreter& interpreter, Arguments& arguments) {
  return Value::Int(interpreter.Length(arguments.Positional(1, 1)[0]));
}
Value Repr(Interpreter& interpreter, Arguments& arguments) {
  return MakeStr(interpreter.Repr(arguments.Positional(1, 1)[0]));
}

/// iter(object), iter(callable, sentinel)
Value Iter(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(1, 2);
  if (values.size() == 1) return interpreter.Iterate(values[0]);
  return MakeIterator([function = values[0], sentinel = values[1]](Interpreter& running) {
    Value item = running.Call(function, {});
    return running.Equal(item, sentinel) ? Value() : item;
  });
}

Value Next(Interpreter& interpreter, Arguments& arguments) {
  const auto values = arguments.Positional(1, 2);
  Value item = interpreter.Next(values[0]);
  if (!item.is_empty()) return item;
  if (values.size() == 2) return values[1];
  RaiseStopIteration(values[0]);
}

// ------------------------------------------------------------------------------------------ over many

/// The best of the items, by `key` when there is one. There is at least one item.
template <bool kSmallest>
Value BestOf(Interpreter& interpreter, const std::vector<Value>& items, const Value& key) {
  const bool has_key = !key.is_empty() && !key.is_none();
  const auto key_of = [&](const Value& item) { return has_key ? interpreter.Call(key, {item}) : item; };
  size_t best = 0;
  Value best_key = key_of(items[0]);
  for (size_t i = 1; i < items.size(); ++i) {
    Value item_key = key_of(items[i]);
    const CompareOp op = kSmallest ? CompareOp::kLess : CompareOp::kGreater;
    if (!interpreter.Truth(interpreter.Compare(item_key, best_key, op))) continue;
    best = i;
    best_key = std::move(item_key);
  }
  return items[best];
}

/// min(iterable) and min(a, b, ...), with key= and default=.
template <bool kSmallest>
Value Extreme(Interpreter& interpreter, Arguments& arguments) {
  const char* name = kSmallest ? "min" : "max";
  std::vector<Value> items = arguments.Rest();
  const Value key = arguments.Keyword("key");
  const Value fallback = arguments.Keyword("default");
  arguments.Finish();
  if (items.empty()) RaiseTypeError(fmt::format("{} expected at least 1 argument, got 0", name));
  if (items.size() > 1 && !fallback.is_empty()) {
    RaiseTypeError(fmt::format("Cannot specify a default for {}() with multiple positional arguments", name));
  }
  if (items.size() == 1) items = interpreter.ToVector(Value(items.front()));
  if (!items.empty()) return BestOf<kSmallest>(interpreter, items, key);
  if (fallback.is_empty()) RaiseValueError(fmt::format("{}() arg is an empty sequence", name));
  return fallback;
}

/// sum(iterable, start=0)
Value Sum(Interpreter& interpreter, Arguments& arguments) {
  constexpr const char* kNames[] = {"iterable", "start"};
  Value values[2];
  arguments.Named(kNames, values, 1);
  Value total = values[1].is_empty() ? Value::Int(0) : values[1];
  if (Cast<StrObject>(total) != nullptr) RaiseTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (Cast<BytesObject>(total) != nullptr) RaiseTypeError("sum() can't sum bytes [use b''.join(seq) instead]");
  interpreter.ForEach(values[0],
                      [&](const Value& item) { total = interpreter.Binary(ast::BinaryOperator::kAdd, total, item); });
  return total;
}

/// sorted(iterable, /, *, key=None, reverse=False)
Value Sorted(Interpreter& interpreter, Arguments& arguments) {
  const Value iterable = arguments.Required("iterable");
  const Value key = arguments.Keyword("key");
  const bool reverse = arguments.KeywordBool("reverse", false);
  arguments.Finish();
  std::vector<Value> items = interpreter.ToVector(iterable);
  SortItems(interpreter, items, key, reverse);
  return MakeList(std::move(items));
}

// ------------------------------------------------------------------------------------------ the outside

/// sep= and end=: a str, or None for what is usual.
std::string PrintText(Interpreter& interpreter, Arguments& arguments, const char* name, const char* usual) {
  const Value given = interpreter.Resolve(arguments.Keyword(name));
  if (given.is_empty() || given.is_none()) return usual;
  const auto* text = Cast<StrObject>(given);
  if (text == nullptr) RaiseTypeError(fmt::format("{} must be None or a string, not {}", name, TypeName(given)));
  return text->text();
}

/// print(*objects, sep=" ", end="\n", file=None, flush=False)
Value Print(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> objects = arguments.Rest();
  const std::string separator = PrintText(interpreter, arguments, "sep", " ");
  const std::string end = PrintText(interpreter, arguments, "end", "\n");
  const Value file = arguments.Keyword("file");
  arguments.Keyword("flush");
  arguments.Finish();
  std::string text;
  for (size_t i = 0; i < objects.size(); ++i) text += (i > 0 ? separator : "") + interpreter.Str(objects[i]);
  text += end;
  if (file.is_empty() || file.is_none()) {
    Settle(interpreter);
    interpreter.host().write(false, text);
  } else {
    interpreter.CallMethod(file, "write", {MakeStr(text)});
  }
  return Value::None();
}

constexpr NativeFunction kFunctions[] = {
    {"all", AnyOrAll<false>},
    {"any", AnyOrAll<true>},
    {"ascii", Ascii},
    {"format", FormatValue},
    {"hash", HashValue},
    {"id", Id},
    {"iter", Iter},
    {"len", Len},
    {"max", Extreme<false>},
    {"min", Extreme<true>},
    {"next", Next},
    {"print", Print},
    {"repr", Repr},
    {"sorted", Sorted},
    {"sum", Sum},
};

}  // namespace

void AddBuiltinFunctions(Interpreter&, ModuleObject& builtins) {
  AddFunctions(builtins, kFunctions);
  AddBuiltinNumberFunctions(builtins);
  AddBuiltinIterators(builtins);
}

}  // namespace limbeck::python
