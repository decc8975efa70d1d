#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "python/interpreter.h"
#include "sql/statement.h"

// insert(), update() and delete().

namespace limbeck::pymodules {

/// A change of rows as the script builds it. Which columns it names is known when it is executed: values and the
/// parameters of the execution come together.
struct ChangeState : python::NativeState {
  using Row = std::vector<std::pair<std::string, python::Value>>;
  std::variant<sql::Insert, sql::Update, sql::Delete> change;
  python::Value table;
  std::vector<Row> rows;
  bool is_ordered = false;
  /// inline(): nobody asks for the new row's key.
  bool is_inline = false;
};

/// The statement with the parameters of one execution (a dict, or empty). Without values of either kind an insert has
/// a parameter for each column.
sql::Statement ReadChange(python::Interpreter& interpreter, const ChangeState& state, const python::Value& parameters);

/// table.insert(), .update(), .delete()
python::Value InsertMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value UpdateMethod(python::Interpreter& interpreter, python::Arguments& arguments);
python::Value DeleteMethod(python::Interpreter& interpreter, python::Arguments& arguments);

/// insert, update, delete.
void AddChanges(python::ModuleObject& module);

}  // namespace limbeck::pymodules
