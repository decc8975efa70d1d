#include "pymodules/from_items.h"

#include "base/text.h"
#include "pymodules/column_collection.h"
#include "pymodules/columns.h"
#include "pymodules/expressions.h"
#include "pymodules/join_condition.h"
#include "pymodules/selects.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

FromState& SelfFrom(const Value& value) {
  return *python::StateOf<FromState>(value);
}

// ------------------------------------------------------------------------------------------ tables and their columns

const TableState* FindTable(const Value& value) {
  return python::StateOf<TableState>(value);
}

/// The Table of a mapped class.
Value Unmapped(Interpreter& interpreter, const Value& given) {
  Value value = interpreter.Resolve(given);
  if (FindTable(value) != nullptr || python::StateOf<FromState>(value) != nullptr) return value;
  if (python::Cast<TypeObject>(value) == nullptr) return value;
  const Value table = interpreter.FindAttribute(value, Symbol::Intern("__table__"));
  return table.is_empty() ? value : interpreter.Resolve(table);
}

NamedColumns ColumnsOfValue(const Value& value) {
  if (const TableState* table = FindTable(value)) return ByKey(table->columns);
  if (const auto* from = python::StateOf<FromState>(value)) return from->columns;
  return {};
}

Tables TablesOf(Interpreter& interpreter, const Value& value) {
  if (FindTable(value) != nullptr) return {{value, FindFrom(interpreter, value)}};
  if (const auto* from = python::StateOf<FromState>(value)) return from->tables;
  if (const ColumnState* column = FindColumn(value); column != nullptr && column->table != nullptr) {
    return TablesOf(interpreter, Value(column->table));
  }
  return {};
}

/// The same columns, of an alias.
NamedColumns Rebased(const NamedColumns& columns, const sql::From& from) {
  NamedColumns rebased;
  for (const auto& [key, column] : columns) {
    const auto* reference = FindExpression(column)->As<sql::ColumnReference>();
    sql::ColumnReference moved = reference == nullptr ? sql::ColumnReference() : *reference;
    moved.table = sql::Name();
    moved.schema.reset();
    moved.from = from;
    rebased.emplace_back(key, WrapExpression(sql::Expression(std::move(moved))));
  }
  return rebased;
}

const TypeObject* FromClass();

Value MakeFromValue(FromState state) {
  return python::MakeInstance(FromClass(), std::make_unique<FromState>(std::move(state)));
}

// ------------------------------------------------------------------------------------------ joins

Value MakeJoin(Interpreter& interpreter, const Value& left_given, const Value& right_given, const Value& on, bool outer,
               bool full) {
  const Value left = Unmapped(interpreter, left_given);
  const Value right = Unmapped(interpreter, right_given);
  FromState state;
  state.tables = TablesOf(interpreter, left);
  const Tables right_tables = TablesOf(interpreter, right);
  sql::Expression condition = on.is_empty() || on.is_none() ? JoinCondition(interpreter, state.tables, right_tables)
                                                            : ReadCondition(interpreter, on);
  state.tables.insert(state.tables.end(), right_tables.begin(), right_tables.end());
  state.from = sql::MakeFrom(sql::JoinFrom{.left = FindFrom(interpreter, left),
                                           .right = FindFrom(interpreter, right),
                                           .on = std::move(condition),
                                           .outer = outer,
                                           .full = full});
  for (const Value& side : {left, right}) {
    const sql::From from = FindFrom(interpreter, side);
    const auto* table = from->As<sql::TableFrom>();
    for (const auto& [key, column] : ColumnsOfValue(side)) {
      state.columns.emplace_back(table == nullptr ? key : table->name.text + "_" + key, column);
    }
  }
  return MakeFromValue(std::move(state));
}

template <bool kOuter>
Value JoinSelf(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value right = arguments.Required("right");
  const Value on = arguments.OrNone("onclause");
  const bool outer = kOuter || arguments.Bool("isouter", false);
  const bool full = arguments.Bool("full", false);
  arguments.Finish();
  return MakeJoin(interpreter, self, right, on, outer, full);
}

template <bool kOuter>
Value JoinFunction(Interpreter& interpreter, Arguments& arguments) {
  const Value left = arguments.Required("left");
  const Value right = arguments.Required("right");
  const Value on = arguments.OrNone("onclause");
  const bool outer = kOuter || arguments.Bool("isouter", false);
  const bool full = arguments.Bool("full", false);
  arguments.Finish();
  return MakeJoin(interpreter, left, right, on, outer, full);
}

Value MakeAlias(Interpreter& interpreter, const Value& given, const std::optional<std::string>& name) {
  const Value value = Unmapped(interpreter, given);
  FromState state;
  state.from = sql::MakeFrom(sql::AliasFrom{FindFrom(interpreter, value), sql::Name(name.value_or(""))});
  state.columns = Rebased(ColumnsOfValue(value), state.from);
  for (const auto& [table, from] : TablesOf(interpreter, value)) state.tables.emplace_back(table, state.from);
  return MakeFromValue(std::move(state));
}

Value AliasFunction(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("selectable");
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.Keyword("flat");
  arguments.Finish();
  if (const sql::Query* query = FindQuery(interpreter.Resolve(value))) {
    return WrapFrom(interpreter, sql::MakeFrom(sql::QueryFrom{.query = *query, .name = sql::Name(name.value_or(""))}));
  }
  return MakeAlias(interpreter, value, name);
}

// ------------------------------------------------------------------------------------------ CTE

template <sql::SetOperator kOperator>
Value CteUnion(Interpreter& interpreter, Arguments& arguments) {
  const FromState& self = SelfFrom(arguments.Self());
  const std::vector<Value> others = arguments.Rest();
  arguments.Finish();
  const auto* cte = self.from->As<sql::CteFrom>();
  if (cte == nullptr) python::RaiseTypeError("union() is for a CTE");
  sql::Compound compound{.op = kOperator, .queries = {cte->query}};
  for (const Value& other : others) {
    const sql::Query* query = FindQuery(interpreter.Resolve(other));
    if (query == nullptr) python::RaiseTypeError("union() takes selects");
    compound.queries.push_back(*query);
  }
  sql::CteFrom whole = *cte;
  whole.query = sql::Query{std::move(compound)};
  whole.restates = self.from;
  return WrapFrom(interpreter, sql::MakeFrom(std::move(whole)));
}

// ------------------------------------------------------------------------------------------ VALUES

std::vector<sql::Name> ReadColumnNames(Interpreter& interpreter, const std::vector<Value>& columns,
                                       std::vector<sql::Type>& types) {
  std::vector<sql::Name> names;
  for (const Value& given : columns) {
    const Value value = interpreter.Resolve(given);
    const sql::Expression* expression = FindExpression(value);
    names.emplace_back(expression == nullptr ? interpreter.Str(value) : sql::NaturalName(*expression));
    types.push_back(expression == nullptr ? sql::Type() : sql::TypeOf(*expression));
  }
  return names;
}

/// values(column("a", Integer), ..., name="x")
Value MakeValues(Interpreter& interpreter, Arguments& arguments) {
  sql::ValuesFrom values;
  values.columns = ReadColumnNames(interpreter, arguments.Rest(), values.types);
  values.name = sql::Name(arguments.KeywordString("name").value_or(""));
  values.literal_binds = arguments.KeywordBool("literal_binds", false);
  arguments.Finish();
  return WrapFrom(interpreter, sql::MakeFrom(std::move(values)));
}

/// values(...).data([(1, "a"), ...])
Value ValuesData(Interpreter& interpreter, Arguments& arguments) {
  const auto* given = SelfFrom(arguments.Self()).from->As<sql::ValuesFrom>();
  const Value rows = arguments.Required("values");
  arguments.Finish();
  if (given == nullptr) python::RaiseTypeError("data() is for values()");
  sql::ValuesFrom values = *given;
  interpreter.ForEach(rows, [&](const Value& row) {
    std::vector<sql::Expression> items;
    for (const Value& item : interpreter.ToVector(row)) {
      sql::Expression value = ReadExpression(interpreter, item);
      const auto* bind = value.As<sql::BindParameter>();
      const bool typed = items.size() < values.types.size() && !values.types[items.size()].is_null();
      if (bind != nullptr && typed) {
        sql::BindParameter changed = *bind;
        changed.type = values.types[items.size()];
        value = sql::Expression(std::move(changed));
      }
      items.push_back(std::move(value));
    }
    values.rows.push_back(std::move(items));
  });
  return WrapFrom(interpreter, sql::MakeFrom(std::move(values)));
}

// ------------------------------------------------------------------------------------------ the class

template <typename Change>
Value Changed(Interpreter& interpreter, const Value& self, Change change) {
  sql::FromItem item = *SelfFrom(self).from;
  change(item);
  return WrapFrom(interpreter, std::make_shared<const sql::FromItem>(std::move(item)));
}

/// .alias("x"), .lateral("x"): of a CTE, an alias of it; of others the same under another name.
Value AliasFrom(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.RestKeywords();
  arguments.Finish();
  const sql::From& from = SelfFrom(self).from;
  const bool renamed = from->As<sql::FunctionFrom>() != nullptr || from->As<sql::ValuesFrom>() != nullptr;
  if (!renamed) return MakeAlias(interpreter, self, name);
  return Changed(interpreter, self, [&](sql::FromItem& item) {
    if (auto* function = std::get_if<sql::FunctionFrom>(&item.data)) function->name = sql::Name(name.value_or(""));
    if (auto* values = std::get_if<sql::ValuesFrom>(&item.data)) values->name = sql::Name(name.value_or(""));
  });
}

Value LateralFrom(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.Finish();
  return Changed(interpreter, self, [&](sql::FromItem& item) {
    std::visit(
        [&](auto& kind) {
          if constexpr (requires { kind.lateral; }) {
            kind.lateral = true;
            if (name) kind.name = sql::Name(*name);
          }
        },
        item.data);
  });
}

Value RenderDerived(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::optional<std::string> name = arguments.OptionalString("name");
  const bool with_types = arguments.Bool("with_types", false);
  arguments.Finish();
  return Changed(interpreter, self, [&](sql::FromItem& item) {
    auto* function = std::get_if<sql::FunctionFrom>(&item.data);
    if (function == nullptr) return;
    function->names_columns = true;
    function->with_types = with_types;
    if (name) function->name = sql::Name(*name);
  });
}

Value FromColumns(Interpreter&, const Value& self) {
  return MakeColumnCollection(SelfFrom(self).columns);
}

Value FromName(Interpreter&, const Value& self) {
  return std::visit(
      [](const auto& kind) -> Value {
        if constexpr (requires { kind.name; }) return python::MakeStr(kind.name.text);
        return Value::None();
      },
      SelfFrom(self).from->data);
}

/// The one column of func.f().alias("x"): it is called as the alias is.
Value FunctionColumn(Interpreter&, const Value& self) {
  const sql::From& from = SelfFrom(self).from;
  const auto* function = from->As<sql::FunctionFrom>();
  if (function == nullptr) python::RaiseTypeError("only a function has a column of its own");
  sql::ColumnReference column;
  column.name = function->name;
  column.type = sql::TypeOf(function->function);
  column.from = from;
  return WrapExpression(sql::Expression(std::move(column)));
}

/// cte.prefix_with("NOT MATERIALIZED")
Value PrefixCte(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string prefix = ToUpper(interpreter.Str(arguments.Required("prefix")));
  arguments.RestKeywords();
  arguments.Finish();
  const bool is_cte = SelfFrom(self).from->As<sql::CteFrom>() != nullptr;
  if (!is_cte || (prefix != "MATERIALIZED" && prefix != "NOT MATERIALIZED")) {
    python::RaiseTypeError("prefix_with() takes MATERIALIZED or NOT MATERIALIZED, of a CTE");
  }
  return Changed(interpreter, self,
                 [&](sql::FromItem& item) { std::get<sql::CteFrom>(item.data).materialized = prefix[0] == 'M'; });
}

/// values(...).cte("x")
Value CteOfValues(Interpreter& interpreter, Arguments& arguments) {
  const auto* values = SelfFrom(arguments.Self()).from->As<sql::ValuesFrom>();
  if (values == nullptr) python::RaiseTypeError("cte() is for select(), insert(), update(), delete() and values()");
  return MakeCte(interpreter, arguments, sql::Query{*values});
}

constexpr python::NativeMethod kFromMethods[] = {
    {"prefix_with", PrefixCte},
    {"cte", CteOfValues},
    {"alias", AliasFrom},
    {"lateral", LateralFrom},
    {"join", JoinSelf<false>},
    {"outerjoin", JoinSelf<true>},
    {"select", SelectMethod},
    {"data", ValuesData},
    {"union", CteUnion<sql::SetOperator::kUnion>},
    {"union_all", CteUnion<sql::SetOperator::kUnionAll>},
    {"render_derived", RenderDerived},
};
constexpr python::NativeProperty kFromProperties[] = {
    {"c", FromColumns}, {"columns", FromColumns}, {"name", FromName}, {"column", FunctionColumn}};

const TypeObject* FromClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "FromClause",
                                                                  .module = "sqlalchemy.sql.selectable",
                                                                  .methods = kFromMethods,
                                                                  .properties = kFromProperties});
  return kClass;
}

// ------------------------------------------------------------------------------------------ table(), column lists

/// table("name", column("a"), ..., schema=None): a Table without constraints, and one that schema_translate_map leaves
/// where it is.
Value MakeLightTable(Interpreter& interpreter, Arguments& arguments) {
  schema::Table table;
  table.name = ReadName(interpreter, arguments.Required("name"), "name");
  table.name.keeps_schema = true;
  const std::vector<Value> columns = arguments.Rest();
  const Value schema = arguments.Keyword("schema");
  arguments.Finish();
  if (!schema.is_empty() && !schema.is_none()) table.schema = ReadName(interpreter, schema, "schema");
  const Value made = WrapTable(interpreter, table, Value());
  for (const Value& column : columns) {
    AddTableItem(interpreter, *python::Cast<python::InstanceObject>(made), interpreter.Resolve(column));
  }
  return made;
}

constexpr python::NativeFunction kFunctions[] = {
    {"alias", AliasFunction}, {"join", JoinFunction<false>}, {"outerjoin", JoinFunction<true>},
    {"values", MakeValues},   {"table", MakeLightTable},
};

}  // namespace

Tables ReadTables(Interpreter& interpreter, const Value& value) {
  return TablesOf(interpreter, Unmapped(interpreter, value));
}

sql::From FindFrom(Interpreter& interpreter, const Value& given) {
  const Value value = Unmapped(interpreter, given);
  if (const TableState* table = FindTable(value)) return sql::MakeFrom(sql::TableFrom{table->name, table->schema});
  if (const auto* from = python::StateOf<FromState>(value)) return from->from;
  const sql::Expression* expression = FindExpression(value);
  if (expression == nullptr) return nullptr;
  if (const auto* text = expression->As<sql::Text>()) return sql::MakeFrom(sql::TextFrom{*text});
  if (expression->As<sql::Function>()) return sql::MakeFrom(sql::FunctionFrom{.function = *expression});
  if (const auto* column = expression->As<sql::ColumnReference>()) return sql::FromOf(*column);
  return nullptr;
}

std::vector<sql::Expression> ReadColumns(Interpreter& interpreter, const Value& given) {
  const Value value = Unmapped(interpreter, given);
  std::vector<sql::Expression> columns;
  if (FindTable(value) != nullptr || python::StateOf<FromState>(value) != nullptr) {
    for (const auto& [key, column] : ColumnsOfValue(value)) columns.push_back(*FindExpression(column));
    return columns;
  }
  if (const sql::Expression* expression = FindExpression(value)) return {*expression};
  const bool is_text = python::Cast<python::StrObject>(value) != nullptr;
  const bool is_list = python::Cast<python::ListObject>(value) != nullptr;
  const std::string shown = interpreter.Repr(value);
  if (is_text) {
    throw Error(ErrorKind::kScript, "Textual column expression " + shown + " should be explicitly declared with text(" +
                                        shown + "), or use column(" + shown + ") for more specificity")
        .ExceptionClass("ArgumentError");
  }
  if (is_list) {
    const std::string inner = shown.substr(1, shown.size() - 2);
    throw Error(ErrorKind::kScript, "Column expression, FROM clause, or other columns clause element expected, got " +
                                        shown + ". Did you mean to say select(" + inner + ")?")
        .ExceptionClass("ArgumentError");
  }
  if (value.is_object() && !value.is_none() && python::Cast<python::InstanceObject>(value) != nullptr) {
    for (const Value& column : interpreter.ToVector(value)) {
      for (const sql::Expression& one : ReadColumns(interpreter, column)) columns.push_back(one);
    }
    return columns;
  }
  if (value.is_int() || value.is_float()) return {sql::LiteralColumn{.sql = shown}};
  return {ReadExpression(interpreter, value)};
}

std::vector<sql::Expression> ReadAllColumns(Interpreter& interpreter, const std::vector<Value>& values) {
  std::vector<sql::Expression> columns;
  for (const Value& value : values) {
    for (const sql::Expression& column : ReadColumns(interpreter, value)) columns.push_back(column);
  }
  return columns;
}

Value WrapFrom(Interpreter&, sql::From from) {
  FromState state;
  const std::vector<sql::Expression> columns = sql::ColumnsOf(from);
  const auto* subquery = from->As<sql::QueryFrom>();
  const auto* cte = from->As<sql::CteFrom>();
  std::vector<sql::QueryColumn> described;
  if (subquery != nullptr) described = sql::ColumnsOf(*subquery->query);
  if (cte != nullptr) described = sql::ColumnsOf(*cte->query);
  for (size_t i = 0; i < columns.size(); ++i) {
    const std::string key = i < described.size() ? described[i].key : sql::NaturalName(columns[i]);
    state.columns.emplace_back(key, WrapExpression(columns[i]));
  }
  state.from = std::move(from);
  return MakeFromValue(std::move(state));
}

Value AliasMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.RestKeywords();
  arguments.Finish();
  return MakeAlias(interpreter, self, name);
}
Value JoinMethod(Interpreter& interpreter, Arguments& arguments) {
  return JoinSelf<false>(interpreter, arguments);
}
Value OuterJoinMethod(Interpreter& interpreter, Arguments& arguments) {
  return JoinSelf<true>(interpreter, arguments);
}

/// func.f(...).table_valued("a", column("b", Integer), name=None)
Value TableValuedMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression* function = FindExpression(arguments.Self());
  sql::FunctionFrom from{.function = *function};
  from.columns = ReadColumnNames(interpreter, arguments.Rest(), from.types);
  from.name = sql::Name(arguments.KeywordString("name").value_or(""));
  const std::optional<std::string> ordinality = arguments.KeywordString("with_ordinality");
  arguments.Keyword("joins_implicitly");
  arguments.Finish();
  if (ordinality) {
    from.with_ordinality = true;
    from.columns.emplace_back(*ordinality);
    from.types.push_back(sql::types::Integer());
  }
  return WrapFrom(interpreter, sql::MakeFrom(std::move(from)));
}

Value FunctionAliasMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression* function = FindExpression(arguments.Self());
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.Keyword("joins_implicitly");
  arguments.Finish();
  return WrapFrom(interpreter,
                  sql::MakeFrom(sql::FunctionFrom{.function = *function, .name = sql::Name(name.value_or(""))}));
}

Value FunctionColumnMethod(Interpreter& interpreter, Arguments& arguments) {
  return FunctionColumn(interpreter, FunctionAliasMethod(interpreter, arguments));
}

void AddFromItems(python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
}

}  // namespace limbeck::pymodules
