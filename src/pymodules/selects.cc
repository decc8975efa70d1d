#include "pymodules/selects.h"

#include <algorithm>

#include "pymodules/compiled.h"
#include "pymodules/expressions.h"
#include "pymodules/from_items.h"
#include "pymodules/older_calls.h"
#include "pymodules/sql_values.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

const QueryState& SelfQuery(const Value& value) {
  return *python::StateOf<QueryState>(value);
}

Value WrapWithTables(sql::Query query, Tables tables) {
  const Value value = WrapQuery(std::move(query));
  python::StateOf<QueryState>(value)->tables = std::move(tables);
  return value;
}

/// The same statement of the same entities in another form.
Value WrapLike(const QueryState& state, sql::Query query) {
  const Value value = WrapWithTables(std::move(query), state.tables);
  python::StateOf<QueryState>(value)->entities = state.entities;
  python::StateOf<QueryState>(value)->execution_options = state.execution_options;
  return value;
}

/// execution_options(yield_per=100): those that are there and these.
Value ExecutionOptionsMethod(Interpreter& interpreter, Arguments& arguments) {
  const QueryState& state = SelfQuery(arguments.Self());
  const auto options = python::MakeDict();
  if (const auto* known = python::Cast<python::DictObject>(state.execution_options)) options->table = known->table;
  for (const auto& [name, value] : arguments.RestKeywords()) {
    options->table.Set(interpreter, python::MakeStr(std::string(name.text())), value);
  }
  arguments.Finish();
  const Value changed = WrapLike(state, state.query);
  python::StateOf<QueryState>(changed)->execution_options = options;
  return changed;
}

Value GetExecutionOptions(Interpreter&, Arguments& arguments) {
  const Value options = StatementOptions(arguments.Self());
  arguments.Finish();
  return options.is_empty() ? Value(python::MakeDict()) : options;
}

/// With other entities, or with more.
Value WithEntities(const Value& query, const std::vector<Value>& items, bool adds) {
  std::vector<Value>& entities = python::StateOf<QueryState>(query)->entities;
  if (!adds) entities.clear();
  entities.insert(entities.end(), items.begin(), items.end());
  return query;
}

/// The same select, changed.
template <typename Change>
Value ChangedSelect(const Value& self, Change change) {
  const QueryState& state = SelfQuery(self);
  sql::Query query = state.query;
  auto* select = std::get_if<sql::Select>(&query.data);
  if (select == nullptr) python::RaiseTypeError("this method is for select()");
  change(*select);
  return WrapLike(state, std::move(query));
}

/// The same select or union, changed in what both have.
template <typename Change>
Value ChangedQuery(const Value& self, Change change) {
  const QueryState& state = SelfQuery(self);
  sql::Query query = state.query;
  if (auto* select = std::get_if<sql::Select>(&query.data)) {
    change(*select);
  } else if (auto* compound = std::get_if<sql::Compound>(&query.data)) {
    change(*compound);
  } else {
    python::RaiseTypeError("this method is for select()");
  }
  return WrapLike(state, std::move(query));
}

void AddTables(Interpreter& interpreter, const std::vector<Value>& values, Tables& tables) {
  for (const Value& value : values) {
    for (auto& table : ReadTables(interpreter, value)) {
      const bool is_known = std::any_of(tables.begin(), tables.end(),
                                        [&](const auto& known) { return sql::IsSame(known.second, table.second); });
      if (!is_known) tables.push_back(std::move(table));
    }
  }
}

Value MakeSelect(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> items = arguments.Rest();
  const OlderSelect older(interpreter, items);
  const OlderKeywords keywords = older.is_older() ? arguments.RestKeywords() : OlderKeywords();
  arguments.Finish();
  Tables tables;
  AddTables(interpreter, items, tables);
  sql::Select select{.columns = ReadAllColumns(interpreter, items)};
  for (const Value& item : items) {
    const auto* from = python::StateOf<FromState>(interpreter.Resolve(item));
    if (from != nullptr && from->from->As<sql::JoinFrom>() != nullptr) select.froms.push_back(from->from);
  }
  Value made = WithEntities(WrapWithTables(sql::Query{std::move(select)}, std::move(tables)), items, true);
  return older.is_older() ? older.Apply(interpreter, std::move(made), keywords) : made;
}

// ------------------------------------------------------------------------------------------ clauses

Value Where(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> conditions = arguments.Rest();
  arguments.Finish();
  return ChangedSelect(self, [&](sql::Select& select) {
    for (const Value& condition : conditions) select.where.push_back(ReadCondition(interpreter, condition));
  });
}

Value Having(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> conditions = arguments.Rest();
  arguments.Finish();
  return ChangedSelect(self, [&](sql::Select& select) {
    for (const Value& condition : conditions) select.having.push_back(ReadCondition(interpreter, condition));
  });
}

/// filter_by(name=value): columns of what the select reads from last.
Value FilterBy(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const auto keywords = arguments.RestKeywords();
  arguments.Finish();
  const Tables& tables = SelfQuery(self).tables;
  if (tables.empty()) python::RaiseTypeError("filter_by() needs a table in the select");
  const auto* whole = SelfQuery(self).query.As<sql::Select>();
  const bool is_joined = whole != nullptr && !whole->froms.empty();
  const Value& table = is_joined ? tables.back().first : tables.front().first;
  const Value columns = interpreter.GetAttribute(table, Symbol::Intern("c"));
  return ChangedSelect(self, [&](sql::Select& select) {
    for (const auto& [name, value] : keywords) {
      const Value column = interpreter.GetItem(columns, python::MakeStr(name.text()));
      const sql::Expression& left = *FindExpression(column);
      const sql::Expression* given = FindExpression(interpreter.Resolve(value));
      select.where.push_back(
          sql::Operate(sql::Operator::kEqual, left,
                       given ? *given
                             : sql::Operand(left, sql::Operator::kEqual,
                                            ReadSqlValue(interpreter, value, name.text(), sql::TypeOf(left)))));
    }
  });
}

/// A name in order_by() and group_by(): one of the select's own, or a column of what it reads from.
sql::Expression ResolveName(Interpreter& interpreter, const QueryState& state, const std::string& name) {
  for (const sql::Expression& column : sql::SelectedColumns(state.query)) {
    if (sql::NaturalName(column) == name) return sql::NameReference{name};
  }
  for (const auto& [table, from] : state.tables) {
    const Value columns = interpreter.GetAttribute(table, Symbol::Intern("c"));
    if (!interpreter.Contains(columns, python::MakeStr(name))) continue;
    const Value column = interpreter.GetItem(columns, python::MakeStr(name));
    if (from->As<sql::TableFrom>() != nullptr) return *FindExpression(column);
  }
  return sql::NameReference{name};
}

/// The same for the name below desc() and its like.
sql::Expression ResolveNames(Interpreter& interpreter, const QueryState& state, const sql::Expression& item) {
  if (const auto* name = item.As<sql::NameReference>()) return ResolveName(interpreter, state, name->name);
  const auto* unary = item.As<sql::Unary>();
  if (unary == nullptr || unary->modifier == sql::Operator::kNone) return item;
  sql::Unary resolved = *unary;
  resolved.operand = ResolveNames(interpreter, state, unary->operand);
  return resolved;
}

std::vector<sql::Expression> ReadOrder(Interpreter& interpreter, const QueryState& state,
                                       const std::vector<Value>& values) {
  std::vector<sql::Expression> items;
  for (const Value& given : values) {
    const Value value = interpreter.Resolve(given);
    if (value.is_none()) continue;
    if (const auto* name = python::Cast<python::StrObject>(value)) {
      items.push_back(ResolveName(interpreter, state, name->text()));
    } else {
      items.push_back(ResolveNames(interpreter, state, ReadExpression(interpreter, value)));
    }
  }
  return items;
}

template <bool kOrder>
Value ByClause(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> values = arguments.Rest();
  arguments.Finish();
  const bool clears = values.size() == 1 && interpreter.Resolve(values[0]).is_none();
  return ChangedQuery(self, [&](auto& query) {
    std::vector<sql::Expression>& list = kOrder ? query.order_by : query.group_by;
    if (clears) list.clear();
    for (sql::Expression& item : ReadOrder(interpreter, SelfQuery(self), values)) list.push_back(std::move(item));
  });
}

std::optional<sql::Expression> ReadCount(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (value.is_none()) return std::nullopt;
  return ReadExpression(interpreter, value);
}

template <bool kLimit>
Value LimitClause(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value count = arguments.Required(kLimit ? "limit" : "offset");
  arguments.Finish();
  return ChangedQuery(self,
                      [&](auto& query) { (kLimit ? query.limit : query.offset) = ReadCount(interpreter, count); });
}

Value Slice(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const int64_t start = arguments.Int("start");
  const int64_t stop = arguments.Int("stop");
  arguments.Finish();
  return ChangedQuery(self, [&](auto& query) {
    query.limit = sql::Literal(stop - start);
    if (start != 0) query.offset = sql::Literal(start);
  });
}

Value FetchClause(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value count = arguments.Required("count");
  const bool with_ties = arguments.Bool("with_ties", false);
  const bool percent = arguments.Bool("percent", false);
  arguments.RestKeywords();
  arguments.Finish();
  return ChangedSelect(self, [&](sql::Select& select) {
    select.fetch = sql::Fetch{*ReadCount(interpreter, count), percent, with_ties};
  });
}

Value Distinct(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> on = arguments.Rest();
  arguments.Finish();
  return ChangedSelect(self, [&](sql::Select& select) {
    select.distinct = true;
    for (const sql::Expression& column : ReadAllColumns(interpreter, on)) select.distinct_on.push_back(column);
  });
}

Value ForUpdate(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  sql::RowLock lock;
  lock.nowait = arguments.KeywordBool("nowait", false);
  lock.read = arguments.KeywordBool("read", false);
  lock.skip_locked = arguments.KeywordBool("skip_locked", false);
  lock.key_share = arguments.KeywordBool("key_share", false);
  const Value of = interpreter.Resolve(arguments.Keyword("of"));
  arguments.Finish();
  if (!of.is_empty() && !of.is_none()) {
    const bool several = python::Cast<python::ListObject>(of) || python::Cast<python::TupleObject>(of);
    for (const Value& table : several ? interpreter.ToVector(of) : std::vector<Value>{of}) {
      const sql::From from = FindFrom(interpreter, table);
      if (from && !sql::Contains(lock.of, from)) lock.of.push_back(from);
    }
  }
  return ChangedQuery(self, [&](auto& query) { query.lock = lock; });
}

template <bool kSuffix>
Value Prefix(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> texts = arguments.Rest();
  arguments.RestKeywords();
  arguments.Finish();
  return ChangedSelect(self, [&](sql::Select& select) {
    for (const Value& text : texts) {
      const sql::Expression read = ReadSqlText(interpreter, text, "prefix");
      if (const auto* plain = read.As<sql::Text>()) (kSuffix ? select.suffixes : select.prefixes).push_back(*plain);
    }
  });
}

Value AddColumns(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> items = arguments.Rest();
  arguments.Finish();
  const Value query = ChangedSelect(self, [&](sql::Select& select) {
    for (const sql::Expression& column : ReadAllColumns(interpreter, items)) select.columns.push_back(column);
  });
  return WithEntities(query, items, true);
}

/// What is left out is still read from when only the columns change: with_only_columns(count(*)).
Value WithOnlyColumns(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> items = ItemsOfOnlySequence(interpreter, arguments.Rest());
  const bool keep = arguments.KeywordBool("maintain_column_froms", false);
  arguments.Finish();
  const Value query = ChangedSelect(self, [&](sql::Select& select) {
    if (keep) select.froms = sql::FromsOf(select);
    select.columns = ReadAllColumns(interpreter, items);
  });
  return WithEntities(query, items, false);
}

template <bool kExcept>
Value Correlate(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  std::vector<sql::From> froms;
  for (const Value& table : arguments.Rest()) {
    if (!interpreter.Resolve(table).is_none()) froms.push_back(FindFrom(interpreter, table));
  }
  arguments.Finish();
  return ChangedSelect(self,
                       [&](sql::Select& select) { (kExcept ? select.correlate_except : select.correlate) = froms; });
}

// ------------------------------------------------------------------------------------------ FROM

Value SelectFrom(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> items = arguments.Rest();
  arguments.Finish();
  const Value value = ChangedSelect(self, [&](sql::Select& select) {
    for (const Value& item : items) {
      const sql::From from = FindFrom(interpreter, item);
      if (!from) python::RaiseTypeError("FROM expression expected, got " + interpreter.Repr(item));
      if (!sql::Contains(select.froms, from)) select.froms.push_back(from);
    }
  });
  AddTables(interpreter, items, python::StateOf<QueryState>(value)->tables);
  return value;
}

bool Reads(const sql::From& from, const sql::Expression& condition) {
  const std::vector<sql::From> parts = sql::PartsOf(from);
  for (const sql::From& read : sql::FromsOf(condition)) {
    if (sql::Contains(parts, read)) return true;
  }
  return false;
}

/// The item that a join continues: the one that its condition speaks of, or else the first.
sql::From TakeLeft(sql::Select& select, const sql::Expression& condition, const sql::From& right) {
  std::vector<sql::From> froms = sql::FromsOf(select);
  std::erase_if(froms, [&](const sql::From& from) { return sql::IsSame(from, right); });
  if (froms.empty()) python::RaiseTypeError("Can't determine which FROM clause to join from");
  sql::From left = froms.front();
  for (const sql::From& from : froms) {
    if (!Reads(from, condition)) continue;
    left = from;
    break;
  }
  std::erase_if(select.froms, [&](const sql::From& from) { return sql::IsSame(from, left); });
  return left;
}

Value Join(Interpreter& interpreter, const Value& self, const Value* left_given, const Value& right_given,
           const Value& on, bool outer, bool full) {
  const Tables right_tables = ReadTables(interpreter, right_given);
  const sql::From right = FindFrom(interpreter, right_given);
  if (!right)
    python::RaiseTypeError("Join target, typically a FROM expression, expected, got " + interpreter.Repr(right_given));
  const Tables left_tables = left_given ? ReadTables(interpreter, *left_given) : SelfQuery(self).tables;
  const sql::Expression condition = on.is_empty() || on.is_none()
                                        ? JoinCondition(interpreter, left_tables, right_tables)
                                        : ReadCondition(interpreter, on);
  const Value value = ChangedSelect(self, [&](sql::Select& select) {
    const sql::From left = left_given ? FindFrom(interpreter, *left_given) : TakeLeft(select, condition, right);
    select.froms.push_back(
        sql::MakeFrom(sql::JoinFrom{.left = left, .right = right, .on = condition, .outer = outer, .full = full}));
  });
  Tables& tables = python::StateOf<QueryState>(value)->tables;
  tables.insert(tables.end(), right_tables.begin(), right_tables.end());
  return value;
}

template <bool kOuter>
Value JoinClause(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value right = arguments.Required("target");
  const Value on = arguments.OrNone("onclause");
  const bool outer = kOuter || arguments.KeywordBool("isouter", false);
  const bool full = arguments.KeywordBool("full", false);
  arguments.Finish();
  return Join(interpreter, self, nullptr, right, on, outer, full);
}

template <bool kOuter>
Value JoinFromClause(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value left = arguments.Required("from_");
  const Value right = arguments.Required("target");
  const Value on = arguments.OrNone("onclause");
  const bool outer = kOuter || arguments.KeywordBool("isouter", false);
  const bool full = arguments.KeywordBool("full", false);
  arguments.Finish();
  return Join(interpreter, self, &left, right, on, outer, full);
}

// ------------------------------------------------------------------------------------------ queries of queries

template <bool kLateral>
Value SubqueryMethod(Interpreter& interpreter, Arguments& arguments) {
  const QueryState& state = SelfQuery(arguments.Self());
  const std::optional<std::string> name = arguments.OptionalString("name");
  arguments.Finish();
  return WrapFrom(interpreter, sql::MakeFrom(sql::QueryFrom{
                                   .query = state.query, .name = sql::Name(name.value_or("")), .lateral = kLateral}));
}

sql::Expression ScalarOf(const sql::Query& query) {
  const std::vector<sql::Expression>& columns = sql::SelectedColumns(query);
  return sql::Subquery{query, columns.empty() ? sql::Type() : sql::TypeOf(columns.front())};
}

Value ScalarSubquery(Interpreter&, Arguments& arguments) {
  const QueryState& state = SelfQuery(arguments.Self());
  arguments.Finish();
  return WrapExpression(ScalarOf(state.query));
}

Value LabelQuery(Interpreter&, Arguments& arguments) {
  const QueryState& state = SelfQuery(arguments.Self());
  const std::string name = arguments.String("name");
  arguments.Finish();
  return WrapExpression(sql::Expression(sql::Label{sql::Name(name), ScalarOf(state.query)}));
}

Value ExistsMethod(Interpreter&, Arguments& arguments) {
  const QueryState& state = SelfQuery(arguments.Self());
  arguments.Finish();
  return WrapExpression(sql::Prefixed(sql::Operator::kExists, sql::Expression(sql::Subquery{state.query, {}})));
}

Value CteMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Query query = SelfQuery(arguments.Self()).query;
  return MakeCte(interpreter, arguments, query);
}

Value AddCte(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> ctes = arguments.Rest();
  arguments.Keyword("nest_here");
  arguments.Finish();
  return ChangedQuery(self, [&](auto& query) { ReadCtes(ctes, query.ctes); });
}

sql::Query CompoundOf(Interpreter& interpreter, sql::SetOperator op, const std::vector<Value>& values) {
  sql::Compound compound{.op = op};
  for (const Value& value : values) {
    const sql::Query* query = FindQuery(interpreter.Resolve(value));
    if (query == nullptr) python::RaiseTypeError("SELECT construct expected, got " + interpreter.Repr(value));
    compound.queries.emplace_back(*query);
  }
  if (compound.queries.empty()) python::RaiseTypeError("a set operation needs at least one select");
  return sql::Query{std::move(compound)};
}

template <sql::SetOperator kOperator>
Value SetMethod(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> values = {arguments.Self()};
  for (Value& other : arguments.Rest()) values.push_back(std::move(other));
  arguments.Finish();
  return WrapQuery(CompoundOf(interpreter, kOperator, values));
}

template <sql::SetOperator kOperator>
Value SetFunction(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> values = arguments.Rest();
  arguments.Finish();
  return WrapQuery(CompoundOf(interpreter, kOperator, values));
}

Value ReturnSelf(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Rest();
  arguments.RestKeywords();
  return self;
}

Value QueryColumns(Interpreter& interpreter, const Value& self) {
  const Value from = WrapFrom(interpreter, sql::MakeFrom(sql::QueryFrom{.query = SelfQuery(self).query}));
  return interpreter.GetAttribute(from, Symbol::Intern("c"));
}

/// exists(select) or exists(columns...); a method of it changes the select inside.
Value MakeExists(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> items = arguments.Rest();
  arguments.Finish();
  const sql::Query* query = items.size() == 1 ? FindQuery(interpreter.Resolve(items[0])) : nullptr;
  sql::Select select;
  select.columns = items.empty() ? std::vector<sql::Expression>{sql::LiteralColumn{.sql = "*"}}
                   : query       ? std::vector<sql::Expression>()
                                 : ReadAllColumns(interpreter, items);
  const sql::Query inner = query ? *query : sql::Query{std::move(select)};
  return WrapExpression(sql::Prefixed(sql::Operator::kExists, sql::Expression(sql::Subquery{inner, {}})));
}

constexpr python::NativeMethod kQueryMethods[] = {
    {"where", Where},
    {"filter", Where},
    {"filter_by", FilterBy},
    {"having", Having},
    {"order_by", ByClause<true>},
    {"group_by", ByClause<false>},
    {"limit", LimitClause<true>},
    {"offset", LimitClause<false>},
    {"slice", Slice},
    {"fetch", FetchClause},
    {"distinct", Distinct},
    {"with_for_update", ForUpdate},
    {"prefix_with", Prefix<false>},
    {"suffix_with", Prefix<true>},
    {"add_columns", AddColumns},
    {"column", AddColumns},
    {"with_only_columns", WithOnlyColumns},
    {"correlate", Correlate<false>},
    {"correlate_except", Correlate<true>},
    {"select_from", SelectFrom},
    {"join", JoinClause<false>},
    {"outerjoin", JoinClause<true>},
    {"join_from", JoinFromClause<false>},
    {"outerjoin_from", JoinFromClause<true>},
    {"subquery", SubqueryMethod<false>},
    {"alias", SubqueryMethod<false>},
    {"lateral", SubqueryMethod<true>},
    {"scalar_subquery", ScalarSubquery},
    {"as_scalar", ScalarSubquery},
    {"label", LabelQuery},
    {"exists", ExistsMethod},
    {"cte", CteMethod},
    {"add_cte", AddCte},
    {"union", SetMethod<sql::SetOperator::kUnion>},
    {"union_all", SetMethod<sql::SetOperator::kUnionAll>},
    {"intersect", SetMethod<sql::SetOperator::kIntersect>},
    {"except_", SetMethod<sql::SetOperator::kExcept>},
    {"execution_options", ExecutionOptionsMethod},
    {"get_execution_options", GetExecutionOptions},
    {"options", ReturnSelf},
    {"compile", CompileMethod},
};

/// For sessions.
Value QueryEntities(Interpreter&, const Value& self) {
  return python::MakeList(SelfQuery(self).entities);
}

constexpr python::NativeProperty kQueryProperties[] = {
    {"c", QueryColumns}, {"selected_columns", QueryColumns}, {"_entities", QueryEntities}};

constexpr python::NativeFunction kFunctions[] = {
    {"select", MakeSelect},
    {"exists", MakeExists},
    {"union", SetFunction<sql::SetOperator::kUnion>},
    {"union_all", SetFunction<sql::SetOperator::kUnionAll>},
    {"intersect", SetFunction<sql::SetOperator::kIntersect>},
    {"intersect_all", SetFunction<sql::SetOperator::kIntersectAll>},
    {"except_", SetFunction<sql::SetOperator::kExcept>},
    {"except_all", SetFunction<sql::SetOperator::kExceptAll>},
};

const TypeObject* SelectClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.str = StatementText;
    return python::MakeNativeType({.name = "Select",
                                   .module = "sqlalchemy.sql.selectable",
                                   .methods = kQueryMethods,
                                   .properties = kQueryProperties,
                                   .slots = slots});
  }();
  return kClass;
}

}  // namespace

const sql::Query* FindQuery(const Value& value) {
  const auto* state = python::StateOf<QueryState>(value);
  return state == nullptr ? nullptr : &state->query;
}

Value StatementOptions(const Value& value) {
  const auto* state = python::StateOf<QueryState>(value);
  return state == nullptr ? Value() : state->execution_options;
}

Value WrapQuery(sql::Query query) {
  return python::MakeInstance(SelectClass(), std::make_unique<QueryState>(std::move(query)));
}

sql::Expression ReadCondition(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (value.is_bool()) return value.bool_value() ? sql::True() : sql::False();
  if (value.is_none()) return sql::Null();
  if (const sql::Expression* expression = FindExpression(value)) return *expression;
  const std::string repr = interpreter.Repr(value);
  if (python::Cast<python::StrObject>(value) != nullptr) {
    throw sql::ArgumentError("Textual SQL expression " + repr + " should be explicitly declared as text(" + repr + ")");
  }
  throw sql::ArgumentError("SQL expression for WHERE/HAVING role expected, got " + repr + ".");
}

Value MakeCte(Interpreter& interpreter, Arguments& arguments, sql::Query query) {
  sql::CteFrom cte;
  cte.name = sql::Name(arguments.OptionalString("name").value_or(""));
  cte.recursive = arguments.Bool("recursive", false);
  arguments.Keyword("nesting");
  arguments.Finish();
  cte.names_columns = query.As<sql::ValuesFrom>() != nullptr;
  cte.query = std::move(query);
  return WrapFrom(interpreter, sql::MakeFrom(std::move(cte)));
}

void ReadCtes(const std::vector<Value>& values, sql::CteList& ctes) {
  for (const Value& value : values) {
    const auto* from = python::StateOf<FromState>(value);
    if (from == nullptr || from->from->As<sql::CteFrom>() == nullptr) python::RaiseTypeError("add_cte() takes CTEs");
    ctes.push_back(from->from);
  }
}

Value SelectMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value condition = arguments.Optional("whereclause");  // what SQLAlchemy before 2.0 took
  arguments.Finish();
  sql::Select select{.columns = ReadColumns(interpreter, self), .froms = {FindFrom(interpreter, self)}};
  if (!condition.is_empty() && !condition.is_none()) select.where.push_back(ReadCondition(interpreter, condition));
  Tables tables = ReadTables(interpreter, self);
  return WrapWithTables(sql::Query{std::move(select)}, std::move(tables));
}

Value TextColumnsMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression* self = FindExpression(arguments.Self());
  const sql::Text* text = self == nullptr ? nullptr : self->As<sql::Text>();
  if (text == nullptr) python::RaiseTypeError("columns() is for text()");
  sql::TextQuery query{.text = *text};
  for (const Value& column : arguments.Rest()) query.columns.push_back(ReadExpression(interpreter, column));
  for (const auto& [name, type] : arguments.RestKeywords()) {
    query.columns.push_back(sql::Column(sql::Name(name.text()), ReadType(interpreter, type, name.text())));
  }
  arguments.Finish();
  return WrapQuery(sql::Query{std::move(query)});
}

void AddSelects(python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  AddFromItems(module);
  module.globals().Set(Symbol::Intern("Select"), Value(SelectClass()));
}

}  // namespace limbeck::pymodules
