#include "python/types/dict_items.h"
#include "python/types/method_tables.h"
#include "python/types/views.h"

namespace limbeck::python {
namespace {

Value OrNone(std::span<const Value> values, size_t index) {
  return index < values.size() ? values[index] : Value::None();
}

Value Get(Interpreter& interpreter, Arguments& arguments) {
  const HashTable& table = TableOfDict(arguments.Self());
  const auto values = arguments.Positional(1, 2);
  const HashTable::Entry* entry = table.Find(interpreter, values[0]);
  return entry == nullptr ? OrNone(values, 1) : entry->value;
}

Value SetDefault(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = TableOfDict(arguments.Self());
  const auto values = arguments.Positional(1, 2);
  const uint64_t hash = interpreter.Hash(values[0]);
  if (const HashTable::Entry* entry = table.Find(interpreter, values[0], hash)) return entry->value;
  table.Set(interpreter, values[0], hash, OrNone(values, 1));
  return OrNone(values, 1);
}

Value PopKey(Interpreter& interpreter, Arguments& arguments) {
  HashTable& table = TableOfDict(arguments.Self());
  const auto values = arguments.Positional(1, 2);
  const HashTable::Entry entry = table.Take(interpreter, values[0]);
  if (!entry.key.is_empty()) return entry.value;
  if (values.size() < 2) Raise(Exceptions().key_error, values[0]);
  return values[1];
}

Value PopItem(Interpreter&, Arguments& arguments) {
  HashTable& table = TableOfDict(arguments.Self());
  arguments.Positional(0, 0);
  if (table.size() == 0) Raise(Exceptions().key_error, MakeStr("popitem(): dictionary is empty"));
  const HashTable::Entry entry = table.TakeLast();
  return MakeTuple({entry.key, entry.value});
}

Value Update(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  UpdateTable(interpreter, TableOfDict(self), arguments);
  return Value::None();
}

Value Clear(Interpreter&, Arguments& arguments) {
  HashTable& table = TableOfDict(arguments.Self());
  arguments.Positional(0, 0);
  table.Clear();
  return Value::None();
}

Value Copy(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  const auto copy = MakeDict();
  UpdateTable(interpreter, copy->table, self);
  return copy;
}

/// A class method: of a subclass it calls the subclass.
Value FromKeys(Interpreter& interpreter, Arguments& arguments) {
  const Value type = arguments.Self();
  const auto values = arguments.Positional(1, 2);
  const Value made = interpreter.Call(type, {});
  interpreter.ForEach(values[0], [&](const Value& key) { interpreter.SetItem(made, key, OrNone(values, 1)); });
  return made;
}

template <TablePart kPart>
Value MakeViewOf(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return MakeView(self, kPart);
}

Value Reversed(Interpreter&, Arguments& arguments) {
  const Value& self = arguments.Self();
  arguments.Positional(0, 0);
  return IterateTable(self, TablePart::kKeys, true);
}

constexpr NativeMethod kMethods[] = {
    {"__reversed__", Reversed},
    {"clear", Clear},
    {"copy", Copy},
    {"fromkeys", FromKeys, MethodKind::kClassMethod},
    {"get", Get},
    {"items", MakeViewOf<TablePart::kItems>},
    {"keys", MakeViewOf<TablePart::kKeys>},
    {"pop", PopKey},
    {"popitem", PopItem},
    {"setdefault", SetDefault},
    {"update", Update},
    {"values", MakeViewOf<TablePart::kValues>},
};

}  // namespace

void AddDictMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
