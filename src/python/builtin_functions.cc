#include <cmath>

#include "base/utf8.h"
#include "python/builtin_types.h"
#include "python/format.h"
#include "python/generator.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/sequences.h"

// The built-in functions that work on values: len, print, sorted, zip ...

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value One(Arguments& arguments, std::string_view name) {
  Value value = arguments.Required(name);
  arguments.Finish();
  return value;
}

Value Abs(Interpreter& interpreter, Arguments& arguments) {
  const Value number = interpreter.Resolve(One(arguments, "x"));
  if (number.is_float()) return Value::Float(std::fabs(number.float_value()));
  if (IsInteger(number)) {
    return CompareIntegers(number, Value::Int(0)) < 0 ? interpreter.Unary(ast::UnaryOperator::kNegate, number)
                                                      : MakeIntegerOf(number, Types().integer);
  }
  const Value method = interpreter.FindAttribute(number, Symbol::Intern("__abs__"));
  if (method.is_empty()) RaiseTypeError("bad operand type for abs(): '" + TypeName(number) + "'");
  return interpreter.Call(method, {});
}

/// any() and all() stop at the first item that decides.
template <bool kStopsAt>
Value AnyOrAll(Interpreter& interpreter, Arguments& arguments) {
  const Value iterator = interpreter.Iterate(One(arguments, "iterable"));
  for (Value item = interpreter.Next(iterator); !item.is_empty(); item = interpreter.Next(iterator)) {
    if (interpreter.Truth(item) == kStopsAt) return Value::Bool(kStopsAt);
  }
  return Value::Bool(!kStopsAt);
}

template <int kBase>
Value InBase(Interpreter& interpreter, Arguments& arguments) {
  const Value number = interpreter.Resolve(One(arguments, "number"));
  if (!IsInteger(number)) RaiseTypeError("'" + TypeName(number) + "' object cannot be interpreted as an integer");
  const char letter = kBase == 16 ? 'x' : kBase == 8 ? 'o' : 'b';
  return MakeStr(FormatInteger(number, std::string("#") + letter));
}

Value Chr(Interpreter&, Arguments& arguments) {
  const int64_t code = arguments.Int("i");
  arguments.Finish();
  if (code < 0 || code > 0x10FFFF) RaiseValueError("chr() arg not in range(0x110000)");
  std::string text;
  AppendUtf8(text, static_cast<char32_t>(code));
  return MakeStr(std::move(text));
}

Value Ord(Interpreter& interpreter, Arguments& arguments) {
  const Value value = interpreter.Resolve(One(arguments, "c"));
  const auto* text = Cast<StrObject>(value);
  if (text == nullptr) RaiseTypeError("ord() expected string of length 1, but " + TypeName(value) + " found");
  if (text->length() != 1) {
    RaiseTypeError("ord() expected a character, but string of length " + std::to_string(text->length()) + " found");
  }
  size_t offset = 0;
  return Value::Int(Utf8Next(text->text(), offset));
}

Value DivMod(Interpreter& interpreter, Arguments& arguments) {
  const Value one = arguments.Required("x");
  const Value two = arguments.Required("y");
  arguments.Finish();
  return MakeTuple(
      {interpreter.Binary(Operator::kFloorDivide, one, two), interpreter.Binary(Operator::kModulo, one, two)});
}

Value Pow(Interpreter& interpreter, Arguments& arguments) {
  const Value base = arguments.Required("base");
  const Value exponent = arguments.Required("exp");
  const Value modulus = arguments.OrNone("mod");
  arguments.Finish();
  if (modulus.is_none()) return interpreter.Binary(Operator::kPower, base, exponent);
  Value result = Value::Int(1);
  Value square = interpreter.Binary(Operator::kModulo, base, modulus);
  for (Value left = exponent; interpreter.Truth(left);
       left = interpreter.Binary(Operator::kRightShift, left, Value::Int(1))) {
    if (interpreter.Truth(interpreter.Binary(Operator::kBitAnd, left, Value::Int(1)))) {
      result = interpreter.Binary(Operator::kModulo, interpreter.Binary(Operator::kMultiply, result, square), modulus);
    }
    square = interpreter.Binary(Operator::kModulo, interpreter.Binary(Operator::kMultiply, square, square), modulus);
  }
  return result;
}

/// Half goes to the even neighbour.
Value Round(Interpreter& interpreter, Arguments& arguments) {
  const Value number = interpreter.Resolve(arguments.Required("number"));
  const Value digits = arguments.OrNone("ndigits");
  arguments.Finish();
  if (IsInteger(number)) return number;
  if (!number.is_float()) {
    const Value method = interpreter.FindAttribute(number, Symbol::Intern("__round__"));
    if (method.is_empty()) RaiseTypeError("type " + TypeName(number) + " doesn't define __round__ method");
    return digits.is_none() ? interpreter.Call(method, {}) : interpreter.Call(method, {digits});
  }
  if (digits.is_none())
    return interpreter.Call(Value(Types().integer), {Value::Float(std::nearbyint(number.float_value()))});
  const int64_t places = SmallInteger(digits).value_or(0);
  if (places > 300 || !std::isfinite(number.float_value())) return number;
  if (places < 0) {
    const double unit = std::pow(10.0, static_cast<double>(-places));
    return Value::Float(std::nearbyint(number.float_value() / unit) * unit);
  }
  return Value::Float(std::stod(FormatFloat(number.float_value(), "." + std::to_string(places) + "f")));
}

Value FormatValue(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("value");
  const std::string specification = arguments.String("format_spec", "");
  arguments.Finish();
  return MakeStr(interpreter.Format(value, specification));
}

Value HashValue(Interpreter& interpreter, Arguments& arguments) {
  return Value::Int(static_cast<int64_t>(interpreter.Hash(One(arguments, "obj")) >> 1));
}

Value Id(Interpreter&, Arguments& arguments) {
  const Value value = One(arguments, "obj");
  if (value.is_object()) return Value::Int(static_cast<int64_t>(reinterpret_cast<uintptr_t>(value.object())));
  return Value::Int(value.is_none() ? 8 : value.int_value() * 16 + 1024 + static_cast<int>(value.tag()));
}

Value Len(Interpreter& interpreter, Arguments& arguments) {
  return Value::Int(interpreter.Length(One(arguments, "obj")));
}
Value Repr(Interpreter& interpreter, Arguments& arguments) {
  return MakeStr(interpreter.Repr(One(arguments, "obj")));
}

Value Iter(Interpreter& interpreter, Arguments& arguments) {
  const Value object = arguments.Required("object");
  const Value sentinel = arguments.Optional("sentinel");
  arguments.Finish();
  if (sentinel.is_empty()) return interpreter.Iterate(object);
  return MakeIterator([object, sentinel](Interpreter& running) {
    Value item = running.Call(object, {});
    return running.Equal(item, sentinel) ? Value() : item;
  });
}

Value Next(Interpreter& interpreter, Arguments& arguments) {
  const Value iterator = arguments.Required("iterator");
  const Value fallback = arguments.Optional("default");
  arguments.Finish();
  Value item = interpreter.Next(iterator);
  if (!item.is_empty()) return item;
  if (fallback.is_empty()) RaiseStopIteration(iterator);
  return fallback;
}

/// min(iterable) and min(a, b, ...), with key= and default=.
template <bool kSmallest>
Value Extreme(Interpreter& interpreter, Arguments& arguments) {
  const char* name = kSmallest ? "min" : "max";
  std::vector<Value> items = arguments.Rest();
  const Value key = arguments.Keyword("key");
  const Value fallback = arguments.Keyword("default");
  arguments.Finish();
  if (items.empty()) RaiseTypeError(std::string(name) + " expected at least 1 argument, got 0");
  if (items.size() == 1) items = interpreter.ToVector(Value(items.front()));
  if (items.empty()) {
    if (!fallback.is_empty()) return fallback;
    RaiseValueError(std::string(name) + "() arg is an empty sequence");
  }
  const bool has_key = !key.is_empty() && !key.is_none();
  const auto key_of = [&](const Value& item) { return has_key ? interpreter.Call(key, {item}) : item; };
  Value best = items.front();
  Value best_key = key_of(best);
  for (size_t i = 1; i < items.size(); ++i) {
    const Value item_key = key_of(items[i]);
    const bool better = kSmallest ? interpreter.Less(item_key, best_key) : interpreter.Less(best_key, item_key);
    if (!better) continue;
    best = items[i];
    best_key = item_key;
  }
  return best;
}

Value Sum(Interpreter& interpreter, Arguments& arguments) {
  const Value iterable = arguments.Required("iterable");
  Value total = arguments.Optional("start");
  arguments.Finish();
  if (total.is_empty()) total = Value::Int(0);
  if (Cast<StrObject>(total) != nullptr) RaiseTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  interpreter.ForEach(iterable, [&](const Value& item) { total = interpreter.Binary(Operator::kAdd, total, item); });
  return total;
}

Value Sorted(Interpreter& interpreter, Arguments& arguments) {
  const Value iterable = arguments.Required("iterable");
  const Value key = arguments.Keyword("key");
  const bool reverse = arguments.KeywordBool("reverse", false);
  arguments.Finish();
  return MakeList(SortedItems(interpreter, interpreter.ToVector(iterable), key, reverse));
}

Value Reversed(Interpreter& interpreter, Arguments& arguments) {
  const Value sequence = interpreter.Resolve(One(arguments, "sequence"));
  const Value method = interpreter.FindAttribute(sequence, Symbol::Intern("__reversed__"));
  if (!method.is_empty()) return interpreter.Call(method, {});
  if (TypeOf(sequence)->slots().get_item == nullptr)
    RaiseTypeError("'" + TypeName(sequence) + "' object is not reversible");
  return MakeIterator([sequence, left = interpreter.Length(sequence)](Interpreter& running) mutable {
    return left > 0 ? running.GetItem(sequence, Value::Int(--left)) : Value();
  });
}

Value Enumerate(Interpreter& interpreter, Arguments& arguments) {
  const Value iterator = interpreter.Iterate(arguments.Required("iterable"));
  const int64_t start = arguments.Int("start", 0);
  arguments.Finish();
  return MakeIterator([iterator, number = start](Interpreter& running) mutable {
    Value item = running.Next(iterator);
    return item.is_empty() ? Value() : MakeTuple({Value::Int(number++), std::move(item)});
  });
}

std::vector<Value> Iterators(Interpreter& interpreter, const std::vector<Value>& iterables) {
  std::vector<Value> iterators;
  for (const Value& iterable : iterables) iterators.push_back(interpreter.Iterate(iterable));
  return iterators;
}

/// One item of each; an empty vector when one has ended. `ended` tells which.
std::vector<Value> NextOfEach(Interpreter& interpreter, const std::vector<Value>& iterators, size_t& ended) {
  std::vector<Value> items;
  for (const Value& iterator : iterators) {
    Value item = interpreter.Next(iterator);
    ended = items.size();
    if (item.is_empty()) return {};
    items.push_back(std::move(item));
  }
  return items;
}

void CheckStrictEnd(Interpreter& interpreter, const std::vector<Value>& iterators, size_t ended) {
  if (ended > 0) RaiseValueError("zip() argument " + std::to_string(ended + 1) + " is shorter than argument 1");
  for (size_t i = 1; i < iterators.size(); ++i) {
    if (interpreter.Next(iterators[i]).is_empty()) continue;
    RaiseValueError("zip() argument " + std::to_string(i + 1) + " is longer than argument 1");
  }
}

Value Zip(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> iterators = Iterators(interpreter, arguments.Rest());
  const bool strict = arguments.KeywordBool("strict", false);
  arguments.Finish();
  return MakeIterator([iterators, strict](Interpreter& running) {
    size_t ended = 0;
    std::vector<Value> items = NextOfEach(running, iterators, ended);
    if (!items.empty()) return MakeTuple(std::move(items));
    if (strict && !iterators.empty()) CheckStrictEnd(running, iterators, ended);
    return Value();
  });
}

Value Map(Interpreter& interpreter, Arguments& arguments) {
  const Value function = arguments.Required("func");
  const std::vector<Value> iterators = Iterators(interpreter, arguments.Rest());
  arguments.Finish();
  if (iterators.empty()) RaiseTypeError("map() must have at least two arguments.");
  return MakeIterator([function, iterators](Interpreter& running) {
    size_t ended = 0;
    const std::vector<Value> items = NextOfEach(running, iterators, ended);
    return items.empty() ? Value() : running.Call(function, {items, {}});
  });
}

Value Filter(Interpreter& interpreter, Arguments& arguments) {
  const Value function = arguments.Required("function");
  const Value iterator = interpreter.Iterate(arguments.Required("iterable"));
  arguments.Finish();
  return MakeIterator([function, iterator](Interpreter& running) {
    for (Value item = running.Next(iterator); !item.is_empty(); item = running.Next(iterator)) {
      if (running.Truth(function.is_none() ? item : running.Call(function, {item}))) return item;
    }
    return Value();
  });
}

/// print(*objects, sep=" ", end="\n", file=None)
Value Print(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> objects = arguments.Rest();
  const std::string separator = arguments.KeywordString("sep").value_or(" ");
  const std::string end = arguments.KeywordString("end").value_or("\n");
  const Value file = arguments.Keyword("file");
  arguments.Keyword("flush");
  arguments.Finish();
  std::string text;
  for (size_t i = 0; i < objects.size(); ++i) text += (i > 0 ? separator : "") + interpreter.Str(objects[i]);
  text += end;
  if (file.is_empty() || file.is_none()) {
    interpreter.host().write(false, text);
  } else {
    interpreter.CallMethod(file, "write", {MakeStr(text)});
  }
  return Value::None();
}

Value Input(Interpreter& interpreter, Arguments&) {
  throw Unsupported("input() is not open to migration scripts").At(interpreter.CurrentPlace());
}

constexpr NativeFunction kFunctions[] = {
    {"abs", Abs},
    {"all", AnyOrAll<false>},
    {"any", AnyOrAll<true>},
    {"ascii", Repr},
    {"bin", InBase<2>},
    {"chr", Chr},
    {"divmod", DivMod},
    {"enumerate", Enumerate},
    {"filter", Filter},
    {"format", FormatValue},
    {"hash", HashValue},
    {"hex", InBase<16>},
    {"id", Id},
    {"input", Input},
    {"iter", Iter},
    {"len", Len},
    {"map", Map},
    {"max", Extreme<false>},
    {"min", Extreme<true>},
    {"next", Next},
    {"oct", InBase<8>},
    {"ord", Ord},
    {"pow", Pow},
    {"print", Print},
    {"repr", Repr},
    {"reversed", Reversed},
    {"round", Round},
    {"sorted", Sorted},
    {"sum", Sum},
    {"zip", Zip},
};

}  // namespace

void AddBuiltinFunctions(Interpreter&, ModuleObject& builtins) {
  AddFunctions(builtins, kFunctions);
}

}  // namespace limbeck::python
