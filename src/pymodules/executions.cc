#include "pymodules/executions.h"

#include <fmt/format.h>

#include <algorithm>

#include "pymodules/changes.h"
#include "pymodules/columns.h"
#include "pymodules/ddl_elements.h"
#include "pymodules/expressions.h"
#include "pymodules/new_keys.h"
#include "pymodules/older_calls.h"
#include "pymodules/parameter_sets.h"
#include "pymodules/results.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/statements.h"
#include "pymodules/tables.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

// ------------------------------------------------------------------------------------------ parameters

/// Values for the parameters of a statement that have none: those of the set.
void BindSet(Interpreter& interpreter, dialect::Statement& statement, const Value& set) {
  const auto* values = python::Cast<python::DictObject>(set);
  if (values == nullptr) return;
  for (dialect::Parameter& parameter : statement.parameters) {
    const auto* entry = values->table.Find(interpreter, python::MakeStr(parameter.name));
    if (entry != nullptr) parameter.value = ReadSqlValue(interpreter, entry->value, parameter.name, parameter.type);
  }
}

// ------------------------------------------------------------------------------------------ statements

/// What the statement itself says of its columns, in order; nothing for a text.
void TellColumns(Interpreter& interpreter, const Value& statement, Outcome& outcome) {
  const Value resolved = interpreter.Resolve(statement);
  const auto tell = [&](const sql::Expression& column) {
    outcome.types.push_back(sql::TypeOf(column));
    outcome.members.push_back(FindEnumMembers(interpreter, column));
  };
  const std::vector<sql::Expression>* columns = nullptr;
  if (const sql::Query* query = FindQuery(resolved)) columns = &sql::SelectedColumns(*query);
  if (const auto* change = python::StateOf<ChangeState>(resolved)) {
    columns = std::visit([](const auto& kind) { return &kind.returned; }, change->change);
  }
  const sql::Expression* expression = columns == nullptr ? FindExpression(resolved) : nullptr;
  if (expression != nullptr && !expression->As<sql::Text>()) tell(*expression);
  if (columns == nullptr) return;
  for (const sql::Expression& column : *columns) tell(column);
}

Outcome Run(ScriptConnection& connection, const dialect::Statement& statement, const ExecutionOptions& options) {
  Outcome outcome;
  if (ScriptConnection::IsQuery(statement.text)) {
    outcome.rows = connection.Query(statement, options.streams);
    outcome.row_count = outcome.rows->row_count();
    if (outcome.rows->columns().empty()) outcome.rows.reset();
    return outcome;
  }
  driver::Result result = connection.Execute(statement);
  outcome.row_count = result.row_count();
  outcome.last_insert_rowid = result.last_insert_rowid();
  if (result.returns_rows()) outcome.rows = driver::StreamOf(std::move(result));
  return outcome;
}

dialect::RenderOptions Online(const ScriptConnection& connection, const ExecutionOptions& options) {
  return {.parameter_style = dialect::ParameterStyle::kScript,
          .schemas = options.schemas ? options.schemas.get() : connection.schemas()};
}

Outcome RunDdl(ScriptConnection& connection, const ops::Operation& ddl, const ExecutionOptions& options) {
  dialect::RunMemory memory;
  Outcome outcome;
  const dialect::Rendered rendered = connection.dialect().Render(ddl, Online(connection, options), memory);
  for (const dialect::Statement& statement : rendered.statements) {
    outcome = Run(connection, statement, {});
  }
  return outcome;
}

dialect::Statement RenderSet(Interpreter& interpreter, ScriptConnection& connection, const sql::Statement& read,
                             const Value& set, const ExecutionOptions& given) {
  // A text has all its values by now; elsewhere named parameters get theirs behind.
  const bool is_text = std::holds_alternative<sql::Text>(read);
  dialect::RenderOptions options = Online(connection, given);
  options.offline = !is_text && !set.is_empty();
  dialect::Statement bound = connection.dialect().Render(read, options);
  if (!is_text) BindSet(interpreter, bound, set);
  return bound;
}

Outcome RunSet(Interpreter& interpreter, ScriptConnection& connection, const Value& statement, const Value& set,
               const ExecutionOptions& options) {
  InsertedKey key(interpreter, statement, connection);
  const sql::Statement read = ReadStatement(interpreter, statement, set);
  key.Prepare(read);
  const dialect::Statement bound = RenderSet(interpreter, connection, read, set, options);
  Outcome outcome = Run(connection, bound, options);
  key.Take(outcome, bound);
  return outcome;
}

/// One execution for each set. A text is read once; a change may have defaults that are made for each row.
Outcome RunSets(Interpreter& interpreter, ScriptConnection& connection, const Value& statement,
                const std::vector<Value>& sets, const ExecutionOptions& options) {
  // A set that lacks a value is told before anything is executed.
  std::vector<Value> complete;
  for (size_t i = 0; i < sets.size(); ++i) complete.push_back(WithKeysOf(interpreter, sets[0], sets[i], i));
  Outcome outcome;
  int64_t count = 0;
  for (const Value& set : complete) {
    sql::Statement read = ReadStatement(interpreter, statement, set);
    if (auto* insert = std::get_if<sql::Insert>(&read)) insert->new_keys.clear();
    outcome = Run(connection, RenderSet(interpreter, connection, read, set, options), {});
    count += std::max<int64_t>(outcome.row_count, 0);
  }
  outcome.row_count = count;
  return outcome;
}

// ------------------------------------------------------------------------------------------ the driver's text

/// The values in the order of the text's marks.
std::vector<dialect::Parameter> ReadMarked(Interpreter& interpreter, const std::string& text, const Value& given) {
  std::vector<dialect::Parameter> parameters;
  const auto* named = python::Cast<python::DictObject>(given);
  const std::vector<Value> items = named ? std::vector<Value>() : interpreter.ToVector(given);
  size_t next = 0;
  for (size_t at = text.find('%'); at != std::string::npos && at + 1 < text.size(); at = text.find('%', at + 2)) {
    const size_t end = text[at + 1] == '(' ? text.find(")s", at) : std::string::npos;
    if (text[at + 1] == 's') {
      if (next >= items.size()) python::Raise(python::Exceptions().index_error, "tuple index out of range");
      parameters.push_back({"", ReadSqlValue(interpreter, items[next++], "parameters"), {}});
    } else if (end != std::string::npos && named != nullptr) {
      const std::string name = text.substr(at + 2, end - at - 2);
      const auto* entry = named->table.Find(interpreter, python::MakeStr(name));
      if (entry == nullptr) python::Raise(python::Exceptions().key_error, python::MakeStr(name));
      parameters.push_back({name, ReadSqlValue(interpreter, entry->value, name), {}});
    }
  }
  return parameters;
}

dialect::Statement ReadDriverSet(Interpreter& interpreter, ScriptConnection& connection, const std::string& text,
                                 const Value& given) {
  const bool is_named = python::Cast<python::DictObject>(given) != nullptr;
  if (connection.dialect().scripts_mark_with_percent()) {
    return {.text = text,
            .parameters = given.is_none() ? std::vector<dialect::Parameter>() : ReadMarked(interpreter, text, given),
            .style = dialect::ParameterStyle::kScript};
  }
  if (is_named)
    return connection.dialect().Render(ReadStatement(interpreter, python::MakeStr(text), given),
                                       Online(connection, {}));
  dialect::Statement bound{.text = text};
  if (given.is_none()) return bound;
  for (const Value& item : interpreter.ToVector(given)) {
    bound.parameters.push_back({"", ReadSqlValue(interpreter, item, "parameters"), {}});
  }
  return bound;
}

}  // namespace

Value ExecuteForScript(Interpreter& interpreter, ScriptConnection& connection, const Value& statement,
                       const Value& parameters, const ExecutionOptions& options) {
  const Value resolved = interpreter.Resolve(statement);
  // A bare text is the driver's, as it was for SQLAlchemy before 2.0.
  if (const auto* text = python::Cast<python::StrObject>(resolved)) {
    return ExecuteDriverText(interpreter, connection, text->text(), DriverSets(interpreter, parameters), options);
  }
  if (const ops::Operation* ddl = FindDdl(resolved)) return WrapResult(RunDdl(connection, *ddl, options));
  const std::vector<Value> sets = ReadSets(interpreter, parameters);
  if (sets.size() > 1) return WrapResult(RunSets(interpreter, connection, statement, sets, options));
  Outcome outcome = RunSet(interpreter, connection, statement, sets.empty() ? Value() : sets[0], options);
  TellColumns(interpreter, statement, outcome);
  outcome.partition_size = options.partition_size;
  return WrapResult(std::move(outcome));
}

Value ExecuteDriverText(Interpreter& interpreter, ScriptConnection& connection, const std::string& text,
                        const Value& parameters, const ExecutionOptions& options) {
  const auto* list = python::Cast<python::ListObject>(parameters);
  Outcome outcome;
  for (const Value& set : list == nullptr ? std::vector<Value>{parameters} : list->items) {
    outcome = Run(connection, ReadDriverSet(interpreter, connection, text, interpreter.Resolve(set)), options);
  }
  return WrapResult(std::move(outcome));
}

}  // namespace limbeck::pymodules
