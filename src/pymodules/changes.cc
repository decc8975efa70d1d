#include "pymodules/changes.h"

#include <algorithm>

#include "pymodules/client_defaults.h"
#include "pymodules/columns.h"
#include "pymodules/compiled.h"
#include "pymodules/expressions.h"
#include "pymodules/new_keys.h"
#include "pymodules/script_run.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;
using Row = ChangeState::Row;

const ChangeState& Self(const Value& value) {
  return *python::StateOf<ChangeState>(value);
}

const std::vector<Value>& ColumnsOf(const ChangeState& state) {
  return python::StateOf<TableState>(state.table)->columns;
}

/// A column's key: what values() calls it.
std::string KeyOfColumn(const ColumnState& column) {
  return column.column.key.empty() ? column.column.name.text : column.column.key;
}

std::string ReadKey(Interpreter& interpreter, const Value& key) {
  const Value resolved = interpreter.Resolve(key);
  if (const ColumnState* column = FindColumn(resolved)) return KeyOfColumn(*column);
  const sql::Expression* expression = FindExpression(resolved);
  return expression == nullptr ? interpreter.Str(resolved) : sql::NaturalName(*expression);
}

Row ReadRow(Interpreter& interpreter, const python::DictObject& values) {
  Row row;
  for (const auto& entry : values.table.entries()) {
    if (!entry.key.is_empty()) row.emplace_back(ReadKey(interpreter, entry.key), entry.value);
  }
  return row;
}

const Value* Find(const Row& row, const std::string& key) {
  for (const auto& [name, value] : row) {
    if (name == key) return &value;
  }
  return nullptr;
}

/// A value for a column: an expression, a query, or a parameter that is called like the column.
sql::Expression ReadColumnValue(Interpreter& interpreter, const ColumnState& column, const Value& given,
                                const std::string& parameter_name) {
  const Value value = interpreter.Resolve(given);
  if (const sql::Expression* expression = FindExpression(value)) {
    const auto* bind = expression->As<sql::BindParameter>();
    if (bind == nullptr || !bind->type.is_null()) return *expression;
    sql::BindParameter typed = *bind;
    typed.type = column.column.type;
    return typed;
  }
  sql::BindParameter parameter;
  parameter.key = parameter_name;
  parameter.value = ReadSqlValue(interpreter, value, parameter_name, column.column.type);
  parameter.type = column.column.type.is_null() ? sql::Type() : column.column.type;
  return parameter;
}

/// A sequence is the database's to ask.
bool IsSequence(const ColumnState& column) {
  return std::holds_alternative<sql::Shared<schema::Sequence>>(column.column.client_default);
}

void RefuseUnknown(const ChangeState& state, const Row& row) {
  for (const auto& [key, value] : row) {
    bool known = false;
    for (const Value& column : ColumnsOf(state)) known = known || KeyOfColumn(*FindColumn(column)) == key;
    if (known) continue;
    throw Error(ErrorKind::kScript, "Unconsumed column names: " + key).ExceptionClass("sqlalchemy.exc.CompileError");
  }
}

// ------------------------------------------------------------------------------------------ INSERT

Row Merged(const Row& base, const Row& more) {
  Row row = base;
  for (const auto& [key, value] : more) {
    if (Find(row, key) == nullptr) row.emplace_back(key, value);
  }
  return row;
}

/// A default that is known without the script: a value, or SQL.
std::optional<sql::Expression> PlainDefault(const ColumnState& column) {
  if (!column.client_default.is_empty() && !column.client_default.is_none()) return std::nullopt;
  if (const auto* expression = std::get_if<sql::Expression>(&column.column.client_default)) return *expression;
  const auto* value = std::get_if<sql::Value>(&column.column.client_default);
  if (value == nullptr) return std::nullopt;
  sql::BindParameter parameter;
  parameter.key = KeyOfColumn(column);
  parameter.value = *value;
  parameter.type = column.column.type;
  return sql::Expression(std::move(parameter));
}

/// The values of one row, with defaults for columns that it does not name.
std::vector<sql::Assignment> Assign(Interpreter& interpreter, const ChangeState& state, const Row& row,
                                    const std::string& suffix) {
  std::vector<sql::Assignment> assignments;
  for (const Value& value : ColumnsOf(state)) {
    const ColumnState& column = *FindColumn(value);
    const std::string key = KeyOfColumn(column);
    const Value* given = Find(row, key);
    if (given != nullptr) {
      assignments.push_back({column.column.name, ReadColumnValue(interpreter, column, *given, key + suffix)});
    } else if (std::optional<sql::Expression> plain = PlainDefault(column)) {
      assignments.push_back({column.column.name, std::move(*plain)});
    } else if (!column.client_default.is_empty() && !column.client_default.is_none() && !IsSequence(column)) {
      const Value made = EvaluateDefault(interpreter, column.client_default);
      assignments.push_back({column.column.name, ReadColumnValue(interpreter, column, made, key + suffix)});
    }
  }
  return assignments;
}

std::vector<sql::Assignment> AllParameters(const ChangeState& state) {
  std::vector<sql::Assignment> assignments;
  for (const Value& value : ColumnsOf(state)) {
    const ColumnState& column = *FindColumn(value);
    sql::BindParameter parameter;
    parameter.key = KeyOfColumn(column);
    parameter.type = column.column.type;
    parameter.required = true;
    assignments.push_back({column.column.name, sql::Expression(std::move(parameter))});
  }
  return assignments;
}

/// A further row has the columns of the first: what else it names is left out.
std::vector<sql::Expression> ValuesLike(const sql::Insert& insert, const std::vector<sql::Assignment>& assignments) {
  std::vector<sql::Expression> row;
  for (const sql::Assignment& first : insert.values) {
    const auto found = std::find_if(assignments.begin(), assignments.end(),
                                    [&](const sql::Assignment& given) { return given.column == first.column; });
    if (found == assignments.end()) {
      throw sql::CompileError("INSERT value for column " + insert.table.text + "." + first.column.text +
                              " is explicitly rendered as a boundparameter in the VALUES clause; a Python-side value "
                              "or SQL expression is required");
    }
    row.push_back(found->value);
  }
  return row;
}

sql::Insert FinishInsert(Interpreter& interpreter, const ChangeState& state, sql::Insert insert, const Row* given) {
  if (insert.query) return insert;
  if (state.rows.empty() && given == nullptr) {
    insert.values = AllParameters(state);
    return insert;
  }
  const Row none;
  const Row first = Merged(state.rows.empty() ? none : state.rows.front(), given ? *given : none);
  RefuseUnknown(state, first);
  const bool several = state.rows.size() > 1;
  insert.values = Assign(interpreter, state, first, several ? "_m0" : "");
  for (size_t i = 1; i < state.rows.size(); ++i) {
    const auto assignments = Assign(interpreter, state, state.rows[i], "_m" + std::to_string(i));
    insert.more_rows.push_back(ValuesLike(insert, assignments));
  }
  return insert;
}

// ------------------------------------------------------------------------------------------ UPDATE

bool HasColumn(const ChangeState& state, const std::string& key) {
  for (const Value& column : ColumnsOf(state)) {
    if (KeyOfColumn(*FindColumn(column)) == key) return true;
  }
  return false;
}

sql::Update FinishUpdate(Interpreter& interpreter, const ChangeState& state, sql::Update update, const Row* given) {
  if (state.rows.empty() && given == nullptr) {
    update.values = AllParameters(state);
    return update;
  }
  Row row = state.rows.empty() ? Row() : state.rows.front();
  RefuseUnknown(state, row);
  for (const auto& [key, value] : given ? *given : Row()) {
    if (HasColumn(state, key) && Find(row, key) == nullptr) row.emplace_back(key, value);
  }
  std::vector<std::pair<std::string, const ColumnState*>> order;
  for (const Value& value : ColumnsOf(state)) order.emplace_back(KeyOfColumn(*FindColumn(value)), FindColumn(value));
  if (state.is_ordered) {
    for (const auto& [key, value] : row) {
      for (const auto& [name, column] : order) {
        if (name != key) continue;
        update.values.push_back({column->column.name, ReadColumnValue(interpreter, *column, value, key)});
      }
    }
  }
  for (const auto& [key, column] : order) {
    const Value* value = Find(row, key);
    if (value != nullptr && !state.is_ordered) {
      update.values.push_back({column->column.name, ReadColumnValue(interpreter, *column, *value, key)});
    } else if (value == nullptr && !column->onupdate.is_empty() && !column->onupdate.is_none()) {
      const Value made = EvaluateDefault(interpreter, column->onupdate);
      update.values.push_back({column->column.name, ReadColumnValue(interpreter, *column, made, key)});
    }
  }
  return update;
}

// ------------------------------------------------------------------------------------------ methods

const TypeObject* ChangeClass();

template <typename Change>
Value Changed(const Value& self, Change change) {
  auto state = std::make_unique<ChangeState>(Self(self));
  change(*state);
  return python::MakeInstance(ChangeClass(), std::move(state));
}

/// values(a=1), values({...}), values([{...}, ...]), values((1, 2))
Value Values(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> positional = arguments.Rest();
  const auto keywords = arguments.RestKeywords();
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) {
    const auto read = [&](const Value& given) {
      const Value value = interpreter.Resolve(given);
      if (const auto* dict = python::Cast<python::DictObject>(value)) return ReadRow(interpreter, *dict);
      Row row;
      const std::vector<Value> items = interpreter.ToVector(value);
      for (size_t i = 0; i < items.size() && i < ColumnsOf(state).size(); ++i) {
        row.emplace_back(KeyOfColumn(*FindColumn(ColumnsOf(state)[i])), items[i]);
      }
      return row;
    };
    for (const Value& given : positional) {
      const Value value = interpreter.Resolve(given);
      const auto* list = python::Cast<python::ListObject>(value);
      const bool has_rows = list != nullptr && !list->items.empty() && !interpreter.Resolve(list->items[0]).is_int() &&
                            python::Cast<python::StrObject>(interpreter.Resolve(list->items[0])) == nullptr;
      if (has_rows) {
        for (const Value& row : list->items) state.rows.push_back(read(row));
      } else {
        const Row more = read(value);
        if (state.rows.empty()) state.rows.emplace_back();
        state.rows.front() = Merged(more, state.rows.front());
      }
    }
    if (keywords.empty()) return;
    if (state.rows.empty()) state.rows.emplace_back();
    Row more;
    for (const auto& [name, value] : keywords) more.emplace_back(name.text(), value);
    state.rows.front() = Merged(more, state.rows.front());
  });
}

Value OrderedValues(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> pairs = arguments.Rest();
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) {
    state.is_ordered = true;
    state.rows.emplace_back();
    for (const Value& pair : pairs) {
      const std::vector<Value> parts = interpreter.ToVector(pair);
      state.rows.front().emplace_back(ReadKey(interpreter, parts.at(0)), parts.at(1));
    }
  });
}

Value Where(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> conditions = arguments.Rest();
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) {
    std::visit(
        [&](auto& change) {
          if constexpr (requires { change.where; }) {
            for (const Value& condition : conditions) change.where.push_back(ReadCondition(interpreter, condition));
          } else {
            python::RaiseTypeError("an insert has no where()");
          }
        },
        state.change);
  });
}

Value Returning(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<sql::Expression> columns = ReadAllColumns(interpreter, arguments.Rest());
  arguments.RestKeywords();
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) {
    std::visit([&](auto& change) { change.returned.insert(change.returned.end(), columns.begin(), columns.end()); },
               state.change);
  });
}

sql::Insert& InsertOf(ChangeState& state) {
  auto* insert = std::get_if<sql::Insert>(&state.change);
  if (insert == nullptr) python::RaiseTypeError("this method is for insert()");
  return *insert;
}

/// The defaults of columns that the select does not fill, as columns of it.
void AppendDefaults(Interpreter& interpreter, const ChangeState& state, std::vector<sql::Name>& names,
                    std::vector<sql::Expression>& columns) {
  Row filled;
  for (const sql::Name& name : names) filled.emplace_back(name.text, Value());
  for (sql::Assignment& assignment : Assign(interpreter, state, {}, "")) {
    if (Find(filled, assignment.column.text) != nullptr) continue;
    names.push_back(assignment.column);
    columns.push_back(std::move(assignment.value));
  }
}

/// from_select(names, select)
Value FromSelect(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value names = arguments.Required("names");
  const Value select = interpreter.Resolve(arguments.Required("select"));
  const bool include_defaults = arguments.Bool("include_defaults", true);
  arguments.Finish();
  const sql::Query* query = FindQuery(select);
  if (query == nullptr) python::RaiseTypeError("from_select() takes a select");
  return Changed(self, [&](ChangeState& state) {
    sql::Insert& insert = InsertOf(state);
    interpreter.ForEach(names, [&](const Value& name) { insert.columns.emplace_back(ReadKey(interpreter, name)); });
    sql::Query source = *query;
    auto* plain = std::get_if<sql::Select>(&source.data);
    if (plain != nullptr && include_defaults) AppendDefaults(interpreter, state, insert.columns, plain->columns);
    insert.query = std::move(source);
  });
}

/// Columns, their names or expressions.
std::vector<sql::Expression> ReadTarget(Interpreter& interpreter, const Value& given) {
  std::vector<sql::Expression> target;
  if (given.is_empty() || given.is_none()) return target;
  interpreter.ForEach(given, [&](const Value& item) {
    const Value value = interpreter.Resolve(item);
    const auto* name = python::Cast<python::StrObject>(value);
    target.push_back(name ? sql::Column(sql::Name(name->text())) : ReadExpression(interpreter, value));
  });
  return target;
}

sql::OnConflict ReadConflict(Interpreter& interpreter, Arguments& arguments) {
  sql::OnConflict conflict;
  const Value constraint = interpreter.Resolve(arguments.Keyword("constraint"));
  Value target = interpreter.Resolve(arguments.Keyword("index_elements"));
  if (const auto* text = python::Cast<python::StrObject>(constraint)) {
    conflict.constraint = sql::Name(text->text());
  } else if (constraint.is_object() && !constraint.is_none()) {
    const Value name = interpreter.GetAttribute(constraint, Symbol::Intern("name"));
    // One without a name is known by its columns.
    if (name.is_none()) {
      target = interpreter.GetAttribute(constraint, Symbol::Intern("columns"));
    } else {
      conflict.constraint = sql::Name(interpreter.Str(name));
    }
  }
  conflict.target = ReadTarget(interpreter, target);
  const Value where = interpreter.Resolve(arguments.Keyword("index_where"));
  if (!where.is_empty() && !where.is_none()) conflict.target_where = ReadCondition(interpreter, where);
  return conflict;
}

Value OnConflictDoNothing(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  sql::OnConflict conflict = ReadConflict(interpreter, arguments);
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) { InsertOf(state).on_conflict = std::move(conflict); });
}

/// What DO UPDATE sets: in the order of the table's columns, as anonymous parameters.
std::vector<sql::Assignment> ReadSet(Interpreter& interpreter, const ChangeState& state, const Value& given) {
  Row row;
  const Value value = interpreter.Resolve(given);
  if (const auto* dict = python::Cast<python::DictObject>(value)) {
    row = ReadRow(interpreter, *dict);
  } else {
    const Value items = interpreter.CallMethod(value, "items", {});
    interpreter.ForEach(items, [&](const Value& item) {
      const std::vector<Value> parts = interpreter.ToVector(item);
      row.emplace_back(ReadKey(interpreter, parts.at(0)), parts.at(1));
    });
  }
  std::vector<sql::Assignment> set;
  for (const Value& column_value : ColumnsOf(state)) {
    const ColumnState& column = *FindColumn(column_value);
    const Value* found = Find(row, KeyOfColumn(column));
    if (found == nullptr) continue;
    const Value resolved = interpreter.Resolve(*found);
    const sql::Expression* expression = FindExpression(resolved);
    set.push_back(
        {column.column.name, expression ? *expression
                                        : sql::Literal(ReadSqlValue(interpreter, resolved, "set_", column.column.type),
                                                       column.column.type)});
  }
  return set;
}

Value OnConflictDoUpdate(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  sql::OnConflict conflict = ReadConflict(interpreter, arguments);
  conflict.updates = true;
  conflict.set = ReadSet(interpreter, Self(self), arguments.Keyword("set_"));
  const Value where = interpreter.Resolve(arguments.Keyword("where"));
  if (!where.is_empty() && !where.is_none()) conflict.where = ReadCondition(interpreter, where);
  arguments.Finish();
  return Changed(self, [&](ChangeState& state) { InsertOf(state).on_conflict = std::move(conflict); });
}

/// insert.excluded: the row that was to be inserted.
Value Excluded(Interpreter& interpreter, const Value& self) {
  schema::Table table;
  table.name = sql::Name("excluded");
  for (const Value& column : ColumnsOf(Self(self))) {
    schema::Column copy;
    copy.name = FindColumn(column)->column.name;
    copy.key = FindColumn(column)->column.key;
    copy.type = FindColumn(column)->column.type;
    table.columns.push_back(std::move(copy));
  }
  // The columns know their table as long as it lives.
  const Value made = WrapTable(interpreter, table, Value());
  const Value alias = interpreter.GetAttribute(made, Symbol::Intern("c"));
  return alias;
}

Value PrefixWith(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> texts = arguments.Rest();
  const std::string dialect = arguments.KeywordString("dialect").value_or("*");
  arguments.Finish();
  ContextHost* context = interpreter.Service<ScriptRun>().context;
  if (dialect != "*" && context != nullptr && context->DialectName() != dialect) return self;
  return Changed(self, [&](ChangeState& state) {
    std::visit(
        [&](auto& change) {
          for (const Value& text : texts) {
            const sql::Expression read = ReadSqlText(interpreter, text, "prefix");
            if (const auto* plain = read.As<sql::Text>()) change.prefixes.push_back(*plain);
          }
        },
        state.change);
  });
}

Value AddCte(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> ctes = arguments.Rest();
  arguments.Keyword("nest_here");
  arguments.Finish();
  return Changed(
      self, [&](ChangeState& state) { std::visit([&](auto& change) { ReadCtes(ctes, change.ctes); }, state.change); });
}

Value CteMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Statement statement = ReadChange(interpreter, Self(arguments.Self()), Value());
  sql::Query query;
  std::visit(
      [&](const auto& kind) {
        if constexpr (requires { kind.returned; }) query.data = kind;
      },
      statement);
  return MakeCte(interpreter, arguments, std::move(query));
}

Value Inline(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Changed(self, [](ChangeState& state) { state.is_inline = true; });
}

Value ReturnSelf(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Rest();
  arguments.RestKeywords();
  return self;
}

constexpr python::NativeMethod kMethods[] = {
    {"values", Values},
    {"ordered_values", OrderedValues},
    {"where", Where},
    {"filter", Where},
    {"returning", Returning},
    {"from_select", FromSelect},
    {"on_conflict_do_nothing", OnConflictDoNothing},
    {"on_conflict_do_update", OnConflictDoUpdate},
    {"prefix_with", PrefixWith},
    {"add_cte", AddCte},
    {"cte", CteMethod},
    {"inline", Inline},
    {"execution_options", ReturnSelf},
    {"return_defaults", ReturnSelf},
    {"compile", CompileMethod},
};

constexpr python::NativeProperty kProperties[] = {{"excluded", Excluded}};

const TypeObject* ChangeClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.str = StatementText;
    return python::MakeNativeType({.name = "UpdateBase",
                                   .module = "sqlalchemy.sql.dml",
                                   .methods = kMethods,
                                   .properties = kProperties,
                                   .slots = slots});
  }();
  return kClass;
}

/// The Table of a value, also of a mapped class.
Value TableOf(Interpreter& interpreter, const Value& given) {
  Value value = interpreter.Resolve(given);
  if (python::StateOf<TableState>(value) != nullptr) return value;
  value = interpreter.FindAttribute(value, Symbol::Intern("__table__"));
  if (value.is_empty())
    python::RaiseTypeError("subject table for an INSERT, UPDATE or DELETE expected, got " + interpreter.Repr(given));
  return interpreter.Resolve(value);
}

template <typename Kind>
Value MakeChange(Interpreter& interpreter, const Value& given) {
  auto state = std::make_unique<ChangeState>();
  state->table = TableOf(interpreter, given);
  const auto& table = *python::StateOf<TableState>(state->table);
  if constexpr (std::is_same_v<Kind, sql::Insert>) {
    state->change = sql::Insert{.table = table.name, .schema = table.schema};
  } else {
    state->change = Kind{.table = sql::MakeFrom(sql::TableFrom{table.name, table.schema})};
  }
  return python::MakeInstance(ChangeClass(), std::move(state));
}

/// The change with the arguments that update(), delete() and insert() had before SQLAlchemy 2.0: a condition, values.
template <typename Kind>
Value WithOlderArguments(Interpreter& interpreter, Value change, Arguments& arguments) {
  const auto add = [&](const char* method, const Value& given) {
    if (!given.is_empty() && !given.is_none()) change = interpreter.CallMethod(change, method, {given});
  };
  if constexpr (!std::is_same_v<Kind, sql::Insert>) add("where", arguments.Optional("whereclause"));
  if constexpr (!std::is_same_v<Kind, sql::Delete>) add("values", arguments.Optional("values"));
  arguments.Finish();
  return change;
}

template <typename Kind>
Value ChangeFunction(Interpreter& interpreter, Arguments& arguments) {
  const Value table = arguments.Required("table");
  return WithOlderArguments<Kind>(interpreter, MakeChange<Kind>(interpreter, table), arguments);
}

template <typename Kind>
Value ChangeMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  return WithOlderArguments<Kind>(interpreter, MakeChange<Kind>(interpreter, self), arguments);
}

constexpr python::NativeFunction kFunctions[] = {
    {"insert", ChangeFunction<sql::Insert>},
    {"update", ChangeFunction<sql::Update>},
    {"delete", ChangeFunction<sql::Delete>},
};

}  // namespace

sql::Statement ReadChange(Interpreter& interpreter, const ChangeState& state, const Value& parameters) {
  const auto* dict = python::Cast<python::DictObject>(parameters);
  const Row given = dict == nullptr ? Row() : ReadRow(interpreter, *dict);
  const Row* row = dict == nullptr ? nullptr : &given;
  if (const auto* insert = std::get_if<sql::Insert>(&state.change)) {
    sql::Insert made = FinishInsert(interpreter, state, *insert, row);
    NameNewKeys(state, made);
    return made;
  }
  if (const auto* update = std::get_if<sql::Update>(&state.change)) {
    return FinishUpdate(interpreter, state, *update, row);
  }
  return std::get<sql::Delete>(state.change);
}

Value InsertMethod(Interpreter& interpreter, Arguments& arguments) {
  return ChangeMethod<sql::Insert>(interpreter, arguments);
}
Value UpdateMethod(Interpreter& interpreter, Arguments& arguments) {
  return ChangeMethod<sql::Update>(interpreter, arguments);
}
Value DeleteMethod(Interpreter& interpreter, Arguments& arguments) {
  return ChangeMethod<sql::Delete>(interpreter, arguments);
}

void AddChanges(python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
}

}  // namespace limbeck::pymodules
