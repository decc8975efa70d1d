#include "pymodules/parameter_sets.h"

#include <fmt/format.h>

#include "limbeck/error.h"
#include "python/objects.h"

namespace limbeck::pymodules {

using python::Interpreter;
using python::Value;

std::vector<Value> ReadSets(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (value.is_empty() || value.is_none()) return {};
  if (python::Cast<python::DictObject>(value) != nullptr) return {value};
  std::vector<Value> sets = interpreter.ToVector(value);
  for (Value& set : sets) {
    set = interpreter.Resolve(set);
    if (python::Cast<python::DictObject>(set) != nullptr) continue;
    // A row's mapping serves as well.
    const Value items = interpreter.FindAttribute(set, python::Symbol::Intern("items"));
    if (items.is_empty()) {
      throw Error(ErrorKind::kScript, "List argument must consist only of dictionaries")
          .ExceptionClass("sqlalchemy.exc.ArgumentError");
    }
    const auto row = python::MakeDict();
    interpreter.ForEach(interpreter.Call(items, std::initializer_list<Value>{}), [&](const Value& item) {
      const std::vector<Value> pair = interpreter.ToVector(item);
      row->table.Set(interpreter, pair.at(0), pair.at(1));
    });
    set = row;
  }
  return sets;
}

Value WithKeysOf(Interpreter& interpreter, const Value& first, const Value& set, size_t number) {
  const auto* keys = python::Cast<python::DictObject>(first);
  const auto* values = python::Cast<python::DictObject>(set);
  const auto row = python::MakeDict();
  for (const auto& entry : keys->table.entries()) {
    if (entry.key.is_empty()) continue;
    const auto* found = values->table.Find(interpreter, entry.key);
    if (found == nullptr) {
      throw Error(ErrorKind::kScript,
                  fmt::format("(sqlalchemy.exc.InvalidRequestError) A value is required for bind parameter {}, in "
                              "parameter group {}",
                              interpreter.Repr(entry.key), number))
          .ExceptionClass("sqlalchemy.exc.StatementError");
    }
    row->table.Set(interpreter, entry.key, found->value);
  }
  return row;
}

}  // namespace limbeck::pymodules
