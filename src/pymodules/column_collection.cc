#include "pymodules/column_collection.h"

#include <memory>
#include <string>
#include <utility>

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
  std::vector<Value> columns;
};

const std::vector<Value>& ColumnsOf(const Value& self) {
  const auto& state = *python::StateOf<CollectionState>(self);
  return state.table.is_empty() ? state.columns : python::StateOf<TableState>(state.table)->columns;
}

Value FindColumnNamed(const Value& self, const std::string& name) {
  for (const Value& column : ColumnsOf(self)) {
    const schema::Column& facts = FindColumn(column)->column;
    if ((facts.key.empty() ? facts.name.text : facts.key) == name) return column;
  }
  return Value();
}

Value ColumnAttribute(Interpreter&, const Value& self, Symbol name) {
  Value found = FindColumnNamed(self, name.text());
  if (!found.is_empty()) return found;
  const Value* method = python::TypeOf(self)->Find(name);
  return method == nullptr ? Value() : Value(python::Make<python::BoundMethodObject>(*method, self));
}

Value ColumnItem(Interpreter& interpreter, const Value& self, const Value& key) {
  if (key.is_int()) {
    const auto& columns = ColumnsOf(self);
    const int64_t index =
        key.int_value() < 0 ? key.int_value() + static_cast<int64_t>(columns.size()) : key.int_value();
    if (index < 0 || index >= static_cast<int64_t>(columns.size())) {
      python::Raise(python::Exceptions().index_error, "list index out of range");
    }
    return columns[static_cast<size_t>(index)];
  }
  Value found = FindColumnNamed(self, interpreter.Str(key));
  if (found.is_empty()) python::Raise(python::Exceptions().key_error, key);
  return found;
}

Value IterateColumns(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(python::MakeList(ColumnsOf(self)));
}

bool ColumnsContain(Interpreter& interpreter, const Value& self, const Value& item) {
  if (const ColumnState* column = FindColumn(item)) return !FindColumnNamed(self, column->column.name.text).is_empty();
  return !FindColumnNamed(self, interpreter.Str(item)).is_empty();
}

int64_t CountColumns(Interpreter&, const Value& self) {
  return static_cast<int64_t>(ColumnsOf(self).size());
}

std::vector<Value> ColumnNames(const Value& self) {
  std::vector<Value> names;
  for (const Value& column : ColumnsOf(self)) names.push_back(python::MakeStr(FindColumn(column)->column.name.text));
  return names;
}

Value ColumnsKeys(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(ColumnNames(self));
}

Value ColumnsValues(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeList(ColumnsOf(self));
}

Value ColumnsItems(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  std::vector<Value> items;
  const std::vector<Value> names = ColumnNames(self);
  for (size_t i = 0; i < names.size(); ++i) items.push_back(python::MakeTuple({names[i], ColumnsOf(self)[i]}));
  return python::MakeList(std::move(items));
}

Value ColumnsGet(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string name = arguments.String("key");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const Value found = FindColumnNamed(self, name);
  return found.is_empty() ? fallback : found;
}

constexpr python::NativeMethod kColumnsMethods[] = {
    {"keys", ColumnsKeys}, {"values", ColumnsValues}, {"items", ColumnsItems}, {"get", ColumnsGet}};

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

Value ColumnsOfTable(Value table) {
  CollectionState state;
  state.table = std::move(table);
  return MakeCollection(std::move(state));
}

Value MakeColumnCollection(std::vector<Value> columns) {
  CollectionState state;
  state.columns = std::move(columns);
  return MakeCollection(std::move(state));
}

}  // namespace limbeck::pymodules
