#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/sequences.h"
#include "python/views.h"

// dict and its views.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

HashTable& Table(const Value& dict) {
  return Cast<DictObject>(dict)->table;
}

/// dict(mapping), dict(pairs), dict(a=1)
void UpdateFrom(Interpreter& interpreter, HashTable& table, const Value& given) {
  const Value source = interpreter.Resolve(given);
  if (const auto* dict = Cast<DictObject>(source)) {
    for (const HashTable::Entry& entry : dict->table.entries()) {
      if (!entry.key.is_empty()) table.Set(interpreter, entry.key, entry.value);
    }
    return;
  }
  if (!interpreter.FindAttribute(source, Symbol::Intern("keys")).is_empty()) {
    interpreter.ForEach(interpreter.CallMethod(source, "keys", {}),
                        [&](const Value& key) { table.Set(interpreter, key, interpreter.GetItem(source, key)); });
    return;
  }
  size_t position = 0;
  interpreter.ForEach(source, [&](const Value& pair) {
    const std::vector<Value> items = interpreter.ToVector(pair);
    if (items.size() != 2) {
      RaiseValueError("dictionary update sequence element #" + std::to_string(position) + " has length " +
                      std::to_string(items.size()) + "; 2 is required");
    }
    table.Set(interpreter, items[0], items[1]);
    ++position;
  });
}

void UpdateFromArguments(Interpreter& interpreter, HashTable& table, Arguments& arguments) {
  const std::vector<Value> positional = arguments.Rest();
  if (positional.size() > 1) {
    RaiseTypeError(std::string(arguments.function()) + " expected at most 1 argument, got " +
                   std::to_string(positional.size()));
  }
  if (!positional.empty()) UpdateFrom(interpreter, table, positional.front());
  for (const auto& [name, value] : arguments.RestKeywords()) table.Set(name, value);
}

Value MakeEmptyDict(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<DictObject>(type);
}

void InitializeDict(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "dict", given);
  UpdateFromArguments(interpreter, Table(self), arguments);
}

std::string DictRepr(Interpreter& interpreter, const Value& self) {
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return "{...}";
  std::string text = "{";
  for (const HashTable::Entry& entry : Table(self).entries()) {
    if (entry.key.is_empty()) continue;
    if (text.size() > 1) text += ", ";
    text += interpreter.Repr(entry.key) + ": " + interpreter.Repr(entry.value);
  }
  return text + "}";
}

Value DictGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  if (const HashTable::Entry* entry = Table(self).Find(interpreter, key)) return entry->value;
  if (TypeOf(self) != Types().dict) {
    if (const Value* missing = TypeOf(self)->Find(Symbol::Intern("__missing__")))
      return interpreter.Call(*missing, {self, key});
  }
  Raise(Exceptions().key_error, key);
}

void DictSetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  if (!value.is_empty()) {
    Table(self).Set(interpreter, key, value);
  } else if (!Table(self).Erase(interpreter, key)) {
    Raise(Exceptions().key_error, key);
  }
}

bool DictContains(Interpreter& interpreter, const Value& self, const Value& key) {
  return Table(self).Find(interpreter, key) != nullptr;
}
int64_t DictLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(Table(self).size());
}
Value DictIterate(Interpreter&, const Value& self) {
  return IterateTable(self, TablePart::kKeys, false);
}

Value DictCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* dict = Cast<DictObject>(other);
  const bool decides = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (dict == nullptr || !decides) return NotImplementedValue();
  bool equal = Table(self).size() == dict->table.size();
  for (size_t i = 0; equal && i < Table(self).entries().size(); ++i) {
    const HashTable::Entry entry = Table(self).entries()[i];
    if (entry.key.is_empty()) continue;
    const HashTable::Entry* found = dict->table.Find(interpreter, entry.key);
    equal = found != nullptr && (found->value.Is(entry.value) || interpreter.Equal(entry.value, found->value));
  }
  return Value::Bool(equal == (op == CompareOp::kEqual));
}

Value DictBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op != Operator::kBitOr || Cast<DictObject>(other) == nullptr) return NotImplementedValue();
  const auto merged = MakeDict();
  UpdateFrom(interpreter, merged->table, reflected ? other : self);
  UpdateFrom(interpreter, merged->table, reflected ? self : other);
  return merged;
}

Value DictInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (op != Operator::kBitOr) return NotImplementedValue();
  UpdateFrom(interpreter, Table(self), other);
  return self;
}

// ------------------------------------------------------------------------------------------ methods

Value Get(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  const Value key = arguments.Required("key");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const HashTable::Entry* entry = table.Find(interpreter, key);
  return entry == nullptr ? fallback : entry->value;
}

Value SetDefault(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  const Value key = arguments.Required("key");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  if (const HashTable::Entry* entry = table.Find(interpreter, key)) return entry->value;
  table.Set(interpreter, key, fallback);
  return fallback;
}

Value PopKey(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  const Value key = arguments.Required("key");
  const Value fallback = arguments.Optional("default");
  arguments.Finish();
  if (const HashTable::Entry* entry = table.Find(interpreter, key)) {
    Value value = entry->value;
    table.Erase(interpreter, key);
    return value;
  }
  if (fallback.is_empty()) Raise(Exceptions().key_error, key);
  return fallback;
}

Value PopItem(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = Table(arguments.Self());
  arguments.Finish();
  for (size_t i = table.entries().size(); i > 0; --i) {
    const HashTable::Entry entry = table.entries()[i - 1];
    if (entry.key.is_empty()) continue;
    table.Erase(interpreter, entry.key);
    return MakeTuple({entry.key, entry.value});
  }
  Raise(Exceptions().key_error, MakeStr("popitem(): dictionary is empty"));
}

Value Update(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  UpdateFromArguments(interpreter, Table(self), arguments);
  return Value::None();
}

Value ClearDict(Interpreter&, Arguments& arguments) {
  Table(arguments.Self()).Clear();
  arguments.Finish();
  return Value::None();
}

Value CopyDict(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  const auto copy = MakeDict();
  UpdateFrom(interpreter, copy->table, self);
  return copy;
}

Value FromKeys(Interpreter& interpreter, Arguments& arguments) {
  const Value type = arguments.Self();
  const Value keys = arguments.Required("iterable");
  const Value value = arguments.OrNone("value");
  arguments.Finish();
  const Value made = interpreter.Call(type, {});
  interpreter.ForEach(keys, [&](const Value& key) { interpreter.SetItem(made, key, value); });
  return made;
}

template <TablePart kPart>
Value MakeViewOf(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeView(self, kPart);
}

Value ReversedDict(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return IterateTable(self, TablePart::kKeys, true);
}

constexpr NativeMethod kMethods[] = {
    {"get", Get},
    {"setdefault", SetDefault},
    {"pop", PopKey},
    {"popitem", PopItem},
    {"update", Update},
    {"clear", ClearDict},
    {"copy", CopyDict},
    {"keys", MakeViewOf<TablePart::kKeys>},
    {"values", MakeViewOf<TablePart::kValues>},
    {"items", MakeViewOf<TablePart::kItems>},
    {"fromkeys", FromKeys, MethodKind::kClassMethod},
    {"__reversed__", ReversedDict},
};

}  // namespace

void FillDict(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeEmptyDict;
  slots.initialize = InitializeDict;
  slots.repr = DictRepr;
  slots.compare = DictCompare;
  slots.iterate = DictIterate;
  slots.length = DictLength;
  slots.contains = DictContains;
  slots.get_item = DictGetItem;
  slots.set_item = DictSetItem;
  slots.binary = DictBinary;
  slots.in_place = DictInPlace;
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
