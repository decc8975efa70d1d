#include "pymodules/column_collection.h"

#include <algorithm>
#include <memory>

#include "pymodules/columns.h"
#include "pymodules/tables.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct CollectionState : python::NativeState {
  /// A table whose columns may become more, or empty.
  Value table;
  NamedColumns columns;
};

const CollectionState& StateOfCollection(const Value& self) {
  return *python::StateOf<CollectionState>(self);
}

const std::string& KeyOf(const Value& column) {
  const schema::Column& facts = FindColumn(column)->column;
  return facts.key.empty() ? facts.name.text : facts.key;
}

NamedColumns ColumnsOf(const Value& self) {
  const CollectionState& state = StateOfCollection(self);
  return state.table.is_empty() ? state.columns : ByKey(python::StateOf<TableState>(state.table)->columns);
}

Value FindInTable(const TableState& table, const std::string& key) {
  const auto has_key = [&](const Value& column) { return KeyOf(column) == key; };
  const auto found = std::find_if(table.columns.begin(), table.columns.end(), has_key);
  return found == table.columns.end() ? Value() : *found;
}

Value FindColumnOf(const Value& self, const std::string& key) {
  const CollectionState& state = StateOfCollection(self);
  if (!state.table.is_empty()) return FindInTable(*python::StateOf<TableState>(state.table), key);
  for (const auto& [name, column] : state.columns) {
    if (name == key) return column;
  }
  return Value();
}

std::vector<Value> ValuesOf(const Value& self) {
  std::vector<Value> columns;
  for (auto& [key, column] : ColumnsOf(self)) columns.push_back(std::move(column));
  return columns;
}

Value ColumnAttribute(Interpreter&, const Value& self, Symbol name) {
  Value found = FindColumnOf(self, name.text());
  if (!found.is_empty()) return found;
  const Value* method = python::TypeOf(self)->Find(name);
  return method == nullptr ? Value() : Value(python::Make<python::BoundMethodObject>(*method, self));
}

std::vector<Value> KeysOf(const Value& self) {
  std::vector<Value> keys;
  for (const auto& [key, column] : ColumnsOf(self)) keys.push_back(python::MakeStr(key));
  return keys;
}

Value ColumnItem(Interpreter& interpreter, const Value& self, const Value& key);

/// table.c["a", "b"] and table.c[0:2]: a collection of these alone.
Value Selection(Interpreter& interpreter, const Value& self, const std::vector<Value>& keys) {
  NamedColumns chosen;
  for (const Value& key : keys) chosen.emplace_back(interpreter.Str(key), ColumnItem(interpreter, self, key));
  return MakeColumnCollection(std::move(chosen));
}

Value ColumnAt(const Value& self, int64_t index) {
  const std::vector<Value> columns = ValuesOf(self);
  if (index >= 0 && index < static_cast<int64_t>(columns.size())) return columns[static_cast<size_t>(index)];
  python::Raise(python::Exceptions().index_error, std::to_string(index));
}

Value ColumnItem(Interpreter& interpreter, const Value& self, const Value& key) {
  if (key.is_int()) return ColumnAt(self, key.int_value());
  if (const auto* keys = python::Cast<python::TupleObject>(key)) return Selection(interpreter, self, keys->items);
  if (python::Cast<python::SliceObject>(key) != nullptr) {
    const Value keys = interpreter.GetItem(python::MakeList(KeysOf(self)), key);
    return Selection(interpreter, self, python::Cast<python::ListObject>(keys)->items);
  }
  Value found = FindColumnOf(self, interpreter.Str(key));
  if (found.is_empty()) python::Raise(python::Exceptions().key_error, key);
  return found;
}

Value IterateColumns(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(python::MakeList(ValuesOf(self)));
}

bool ColumnsContain(Interpreter& interpreter, const Value& self, const Value& item) {
  if (python::Cast<python::StrObject>(item) == nullptr) {
    throw Error(ErrorKind::kScript, "__contains__ requires a string argument").ExceptionClass("ArgumentError");
  }
  return !FindColumnOf(self, interpreter.Str(item)).is_empty();
}

int64_t CountColumns(Interpreter&, const Value& self) {
  const CollectionState& state = StateOfCollection(self);
  const size_t count =
      state.table.is_empty() ? state.columns.size() : python::StateOf<TableState>(state.table)->columns.size();
  return static_cast<int64_t>(count);
}

Value ColumnsKeys(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(KeysOf(self));
}

Value ColumnsValues(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(ValuesOf(self));
}

Value ColumnsItems(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  std::vector<Value> items;
  for (const auto& [key, column] : ColumnsOf(self)) items.push_back(python::MakeTuple({python::MakeStr(key), column}));
  return python::MakeList(std::move(items));
}

Value ColumnsGet(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string key = arguments.String("key");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const Value found = FindColumnOf(self, key);
  return found.is_empty() ? fallback : found;
}

/// Whether it is this column, not only one of its name.
Value ContainsColumn(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value column = arguments.Required("col");
  arguments.Finish();
  const std::vector<Value> columns = ValuesOf(self);
  return Value::Bool(
      std::any_of(columns.begin(), columns.end(), [&](const Value& each) { return each.object() == column.object(); }));
}

constexpr python::NativeMethod kColumnsMethods[] = {{"keys", ColumnsKeys},
                                                    {"values", ColumnsValues},
                                                    {"items", ColumnsItems},
                                                    {"get", ColumnsGet},
                                                    {"contains_column", ContainsColumn}};

const TypeObject* ColumnCollectionClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = ColumnAttribute;
    slots.get_item = ColumnItem;
    slots.iterate = IterateColumns;
    slots.contains = ColumnsContain;
    slots.length = CountColumns;
    return python::MakeNativeType(
        {.name = "ColumnCollection", .module = "sqlalchemy.sql.base", .methods = kColumnsMethods, .slots = slots});
  }();
  return kClass;
}

Value MakeCollection(CollectionState state) {
  return python::MakeInstance(ColumnCollectionClass(), std::make_unique<CollectionState>(std::move(state)));
}

}  // namespace

NamedColumns ByKey(const std::vector<Value>& columns) {
  NamedColumns named;
  for (const Value& column : columns) named.emplace_back(KeyOf(column), column);
  return named;
}

Value ColumnsOfTable(Value table) {
  CollectionState state;
  state.table = std::move(table);
  return MakeCollection(std::move(state));
}

Value MakeColumnCollection(NamedColumns columns) {
  CollectionState state;
  state.columns = std::move(columns);
  return MakeCollection(std::move(state));
}

}  // namespace limbeck::pymodules
