#include "python/types/dict_items.h"

#include <fmt/format.h>

#include "python/names.h"

namespace limbeck::python {
namespace {

/// A key at a time: the table that is read may be the one that is written.
void UpdateFromTable(Interpreter& interpreter, HashTable& table, const HashTable& from) {
  if (&table == &from) return;
  for (size_t i = 0; i < from.entries().size(); ++i) {
    const HashTable::Entry entry = from.entries()[i];
    if (!entry.key.is_empty()) table.Set(interpreter, entry.key, entry.hash, entry.value);
  }
}

/// One of the pairs of dict([(key, value), ...]).
void AddPair(Interpreter& interpreter, HashTable& table, const Value& pair, size_t position) {
  const TypeObject* type = TypeOf(pair);
  if (type->slots().iterate == nullptr && type->slots().get_item == nullptr) {
    RaiseTypeError(fmt::format("cannot convert dictionary update sequence element #{} to a sequence", position));
  }
  const std::vector<Value> items = interpreter.ToVector(pair);
  if (items.size() != 2) {
    RaiseValueError(
        fmt::format("dictionary update sequence element #{} has length {}; 2 is required", position, items.size()));
  }
  table.Set(interpreter, items[0], items[1]);
}

}  // namespace

void UpdateTable(Interpreter& interpreter, HashTable& table, const Value& given) {
  const Value source = interpreter.Resolve(given);
  const auto* dict = Cast<DictObject>(source);
  if (dict != nullptr && TypeOf(source)->slots().iterate == Types().dict->slots().iterate) {
    return UpdateFromTable(interpreter, table, dict->table);
  }
  if (!interpreter.FindAttribute(source, Names().keys).is_empty()) {
    interpreter.ForEach(interpreter.CallMethod(source, "keys", {}),
                        [&](const Value& key) { table.Set(interpreter, key, interpreter.GetItem(source, key)); });
    return;
  }
  size_t position = 0;
  interpreter.ForEach(source, [&](const Value& pair) { AddPair(interpreter, table, pair, position++); });
}

void UpdateTable(Interpreter& interpreter, HashTable& table, Arguments& arguments) {
  const std::vector<Value> positional = arguments.Rest();
  if (positional.size() > 1) {
    RaiseTypeError(fmt::format("{} expected at most 1 argument, got {}", arguments.function(), positional.size()));
  }
  if (!positional.empty()) UpdateTable(interpreter, table, positional.front());
  for (const auto& [name, value] : arguments.RestKeywords()) table.Set(name, value);
}

}  // namespace limbeck::python
