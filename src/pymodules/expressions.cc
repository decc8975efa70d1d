#include "pymodules/expressions.h"

#include <algorithm>

#include "base/text.h"
#include "pymodules/changes.h"
#include "pymodules/columns.h"
#include "pymodules/compiled.h"
#include "pymodules/expression_operators.h"
#include "pymodules/older_calls.h"
#include "pymodules/postgresql_expressions.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/type_classes.h"
#include "sql/errors.h"
#include "sql/operators.h"
#include "sql/result_type.h"
#include "sql/text_parameters.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;
using sql::Operator;

const sql::Expression& SelfExpression(Arguments& arguments) {
  const sql::Expression* expression = FindExpression(arguments.Self());
  if (expression == nullptr) python::RaiseTypeError("not an SQL expression");
  return *expression;
}

/// column.OP(other) for each operator that has a method of that shape.
template <Operator kOperator>
Value OperatorMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value other = arguments.Required("other");
  arguments.Finish();
  return WrapExpression(sql::Operate(kOperator, mine, OperandBeside(interpreter, mine, kOperator, other)));
}

template <Operator kOperator>
Value LikeMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value other = arguments.Required("other");
  const std::optional<std::string> escape = arguments.OptionalString("escape");
  arguments.Finish();
  return WrapExpression(sql::Like(kOperator, mine, OperandBeside(interpreter, mine, kOperator, other), escape));
}

/// With autoescape, what LIKE takes for more than itself in a text.
std::string EscapedPattern(const std::string& text, const std::string& escape) {
  std::string escaped = escape == "%" || escape == "_" ? text : ReplaceAll(text, escape, escape + escape);
  escaped = ReplaceAll(escaped, "%", escape + "%");
  return ReplaceAll(escaped, "_", escape + "_");
}

/// column.startswith("a", autoescape=True, escape="/") and its relatives. contains() of a document, an array or a range
/// asks for its parts.
template <Operator kOperator>
Value PatternMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  Value other = interpreter.Resolve(arguments.Required("other"));
  std::optional<std::string> escape = arguments.KeywordString("escape");
  const bool autoescape = arguments.KeywordBool("autoescape", false);
  arguments.Finish();
  if constexpr (kOperator == Operator::kContains) {
    if (Value contained = ContainsOf(interpreter, mine, other); !contained.is_empty()) return contained;
  }
  if (autoescape) {
    const auto* text = python::Cast<python::StrObject>(other);
    if (text == nullptr) python::RaiseTypeError("String value expected when autoescape=True");
    if (!escape) escape = "/";
    other = python::MakeStr(EscapedPattern(text->text(), *escape));
  }
  return WrapExpression(sql::Like(kOperator, mine, OperandBeside(interpreter, mine, kOperator, other), escape));
}

template <bool kNegated>
Value InMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value choices = interpreter.Resolve(arguments.Required("other"));
  arguments.Finish();
  if (const sql::Expression* query = FindExpression(choices)) return WrapExpression(sql::In(mine, *query, kNegated));
  if (const auto* from = python::StateOf<FromState>(choices)) {
    const sql::Query all{sql::Select{.columns = sql::ColumnsOf(from->from)}};
    return WrapExpression(sql::In(mine, sql::Expression(sql::Subquery{all, {}}), kNegated));
  }
  const std::vector<Value> items = interpreter.ToVector(choices);
  const auto is_expression = [&](const Value& item) { return FindExpression(interpreter.Resolve(item)) != nullptr; };
  if (std::any_of(items.begin(), items.end(), is_expression)) {
    sql::ClauseList list;
    for (const Value& item : items) list.clauses.push_back(OperandBeside(interpreter, mine, Operator::kIn, item));
    return WrapExpression(sql::In(mine, list, kNegated));
  }
  std::vector<sql::Value> values;
  const sql::Type type = sql::TypeOf(mine);
  for (const Value& item : items) values.push_back(ReadSqlValue(interpreter, item, "in_()", type));
  return WrapExpression(sql::In(mine, std::move(values), kNegated));
}

template <Operator kModifier>
Value OrderMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  arguments.Finish();
  return WrapExpression(sql::Ordered(mine, kModifier));
}

Value BetweenMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value low = arguments.Required("cleft");
  const Value high = arguments.Required("cright");
  const bool symmetric = arguments.Bool("symmetric", false);
  arguments.Finish();
  return WrapExpression(sql::Between(mine, OperandBeside(interpreter, mine, Operator::kBetween, low),
                                     OperandBeside(interpreter, mine, Operator::kBetween, high), symmetric));
}

Value LabelMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const std::string name = arguments.String("name");
  arguments.Finish();
  return WrapExpression(sql::Expression(sql::Label{sql::Name(name), mine}));
}

Value CastMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value type = arguments.Required("type_");
  arguments.Finish();
  return WrapExpression(sql::CastTo(mine, ReadType(interpreter, type, "type_")));
}

Value BitwiseNotMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  arguments.Finish();
  return WrapExpression(sql::BitwiseNot(mine));
}

/// An item of a document as a value of another type: document["key"].as_integer().
sql::Expression ItemAs(const sql::Expression& item, std::string_view method, sql::Type type) {
  const auto* binary = item.As<sql::Binary>();
  const bool is_item =
      binary != nullptr && (binary->op == Operator::kJsonGetItem || binary->op == Operator::kJsonPathGetItem);
  if (!is_item) {
    throw sql::InvalidRequestError("The JSON cast operator JSON." + std::string(method) +
                                   "() only works with a JSON index expression e.g. col['q']." + std::string(method) +
                                   "()");
  }
  sql::Binary typed = *binary;
  typed.type = std::move(type);
  return typed;
}

template <sql::TypeKind kKind>
Value AsTypeMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  arguments.Finish();
  return WrapExpression(ItemAs(mine, arguments.function(), sql::Type(kKind)));
}

Value AsNumericMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const int precision = static_cast<int>(arguments.Int("precision"));
  const int scale = static_cast<int>(arguments.Int("scale"));
  sql::Type type = sql::types::Numeric(precision, scale);
  type.asdecimal = arguments.Bool("asdecimal", true);
  arguments.Finish();
  return WrapExpression(ItemAs(mine, arguments.function(), std::move(type)));
}

Value AsJsonMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  arguments.Finish();
  return WrapExpression(mine);
}

Value CollateMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const std::string collation = arguments.String("collation");
  arguments.Finish();
  return WrapExpression(sql::Collate(mine, sql::Name(collation)));
}

/// column.op("&&")(other), column.bool_op("@@")(other)
template <bool kIsBoolean>
Value CustomOperatorMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression mine = SelfExpression(arguments);
  sql::CustomOperator op;
  op.text = arguments.String("opstring");
  op.precedence = static_cast<int>(arguments.Int("precedence", 0));
  op.is_comparison = kIsBoolean || arguments.Bool("is_comparison", false);
  const Value type = arguments.Keyword("return_type");
  arguments.RestKeywords();
  arguments.Finish();
  if (!type.is_empty() && !type.is_none()) op.return_type = ReadType(arguments.interpreter(), type, "return_type");
  return python::MakeFunction("op", [mine, op](Interpreter& interpreter, Arguments& inner) {
    const Value other = inner.Required("other");
    inner.Finish();
    return WrapExpression(sql::Operate(op, mine, OperandBeside(interpreter, mine, Operator::kCustom, other)));
  });
}

void RefuseUnknown(const sql::Text& text, const std::string& key) {
  bool is_known = false;
  sql::ReplaceTextParameters(text.sql, [&](const std::string& name) {
    is_known = is_known || name == key;
    return std::string();
  });
  if (is_known) return;
  throw sql::ArgumentError("This text() construct doesn't define a bound parameter named " + PythonRepr(key));
}

/// text(...).bindparams(name=value)
Value BindParametersMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const sql::Text* text = mine.As<sql::Text>();
  if (text == nullptr) python::RaiseTypeError("bindparams() is for text()");
  sql::Text bound = *text;
  for (const Value& given : arguments.Rest()) {
    const sql::Expression* expression = FindExpression(given);
    const auto* parameter = expression == nullptr ? nullptr : expression->As<sql::BindParameter>();
    if (parameter == nullptr) python::RaiseTypeError("bindparams() takes bindparam() objects");
    RefuseUnknown(bound, parameter->key);
    bound.binds.push_back(*parameter);
  }
  for (const auto& [name, value] : arguments.RestKeywords()) {
    sql::BindParameter parameter;
    parameter.key = name.text();
    parameter.value = ReadSqlValue(interpreter, value, "bindparams()");
    parameter.type = sql::TypeOfValue(parameter.value);
    RefuseUnknown(bound, parameter.key);
    bound.binds.push_back(std::move(parameter));
  }
  return WrapExpression(sql::Expression(std::move(bound)));
}

std::vector<sql::Expression> ReadList(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (value.is_empty() || value.is_none()) return {};
  const bool several = python::Cast<python::ListObject>(value) || python::Cast<python::TupleObject>(value);
  std::vector<sql::Expression> items;
  for (const Value& item : several ? interpreter.ToVector(value) : std::vector<Value>{value}) {
    items.push_back(ReadExpression(interpreter, item));
  }
  return items;
}

std::string FrameEnd(Interpreter& interpreter, const Value& bound, const char* unbounded) {
  if (bound.is_none()) return std::string("UNBOUNDED ") + unbounded;
  const int64_t rows = interpreter.Resolve(bound).int_value();
  if (rows == 0) return "CURRENT ROW";
  return std::to_string(rows < 0 ? -rows : rows) + (rows < 0 ? " PRECEDING" : " FOLLOWING");
}

/// rows=(None, 0)
std::string ReadFrame(Interpreter& interpreter, const char* word, const Value& given) {
  if (given.is_empty() || given.is_none()) return "";
  const std::vector<Value> ends = interpreter.ToVector(given);
  if (ends.size() != 2) python::RaiseTypeError("2-tuple expected for range/rows");
  return std::string(word) + " BETWEEN " + FrameEnd(interpreter, ends[0], "PRECEDING") + " AND " +
         FrameEnd(interpreter, ends[1], "FOLLOWING");
}

Value OverMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  sql::Over over{.operand = mine, .type = sql::TypeOf(mine)};
  over.partition_by = ReadList(interpreter, arguments.Keyword("partition_by"));
  over.order_by = ReadList(interpreter, arguments.Keyword("order_by"));
  over.frame = ReadFrame(interpreter, "ROWS", arguments.Keyword("rows"));
  over.frame += ReadFrame(interpreter, "RANGE", arguments.Keyword("range_"));
  arguments.Finish();
  return WrapExpression(sql::Expression(std::move(over)));
}

Value WithinGroupMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  sql::WithinGroup group{.operand = mine, .type = sql::TypeOf(mine)};
  for (const Value& item : arguments.Rest()) group.order_by.push_back(ReadExpression(interpreter, item));
  arguments.Finish();
  return WrapExpression(sql::Expression(std::move(group)));
}

/// A method of exists(...) that is one of the select inside, or null when the expression holds no query.
const sql::Subquery* QueryInside(const sql::Expression& expression) {
  const auto* unary = expression.As<sql::Unary>();
  const sql::Expression& operand = unary == nullptr ? expression : unary->operand;
  return operand.As<sql::Subquery>();
}

constexpr const char kQueryWhere[] = "where";
constexpr const char kQuerySelectFrom[] = "select_from";
constexpr const char kQueryCorrelate[] = "correlate";
constexpr const char kQueryCorrelateExcept[] = "correlate_except";

Value InQuery(Interpreter& interpreter, const sql::Expression& mine, const char* method,
              const std::vector<Value>& positional) {
  const sql::Subquery* subquery = QueryInside(mine);
  if (subquery == nullptr) python::RaiseTypeError(std::string(method) + "() is for exists() and subqueries");
  const Value bound = interpreter.GetAttribute(WrapQuery(*subquery->query), Symbol::Intern(method));
  const Value changed = interpreter.Call(bound, {positional, {}});
  const sql::Expression inner = sql::Subquery{*FindQuery(changed), subquery->type};
  return WrapExpression(mine.As<sql::Unary>() ? sql::Prefixed(Operator::kExists, inner) : inner);
}

template <const char* kName>
Value QueryInsideMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression mine = SelfExpression(arguments);
  const std::vector<Value> positional = arguments.Rest();
  arguments.Finish();
  return InQuery(interpreter, mine, kName, positional);
}

/// exists(...).select()
Value SelectExpression(Interpreter& interpreter, Arguments& arguments) {
  const Value self = WrapExpression(SelfExpression(arguments));
  arguments.Finish();
  return interpreter.Call(interpreter.GetAttribute(interpreter.Import("sqlalchemy"), Symbol::Intern("select")), {self});
}

Value FilterMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression mine = SelfExpression(arguments);
  const std::vector<Value> criteria = arguments.Rest();
  arguments.Finish();
  if (QueryInside(mine) != nullptr) return InQuery(interpreter, mine, "where", criteria);
  std::vector<sql::Expression> conditions;
  for (const Value& item : criteria) conditions.push_back(ReadCondition(interpreter, item));
  return WrapExpression(
      sql::Expression(sql::Filtered{.operand = mine, .condition = sql::And(conditions), .type = sql::TypeOf(mine)}));
}

template <Operator kOperator>
Value PrefixMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  arguments.Finish();
  return WrapExpression(sql::Prefixed(kOperator, mine));
}

Value RegexpMatchMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value pattern = arguments.Required("pattern");
  const std::optional<std::string> flags = arguments.OptionalString("flags");
  arguments.Finish();
  return WrapExpression(
      sql::RegexpMatch(mine, OperandBeside(interpreter, mine, Operator::kRegexpMatch, pattern), flags));
}

Value RegexpReplaceMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value pattern = arguments.Required("pattern");
  const Value replacement = arguments.Required("replacement");
  const std::optional<std::string> flags = arguments.OptionalString("flags");
  arguments.Finish();
  return WrapExpression(sql::RegexpReplace(mine, OperandBeside(interpreter, mine, Operator::kRegexpReplace, pattern),
                                           OperandBeside(interpreter, mine, Operator::kRegexpReplace, replacement),
                                           flags));
}

/// document["key"], document[("a", 0)], array[1]
Value ItemOf(Interpreter& interpreter, const Value& self, const Value& key) {
  const sql::Expression& mine = *FindExpression(self);
  const Value resolved = interpreter.Resolve(key);
  if (const Value item = PostgresqlItemOf(interpreter, mine, resolved); !item.is_empty()) return item;
  const bool is_json = sql::AffinityOf(sql::TypeOf(mine)) == sql::TypeAffinity::kJson;
  const bool is_path = python::Cast<python::TupleObject>(resolved) || python::Cast<python::ListObject>(resolved);
  const Operator op = !is_json ? Operator::kGetItem : is_path ? Operator::kJsonPathGetItem : Operator::kJsonGetItem;
  return WrapExpression(sql::Operate(op, mine, OperandBeside(interpreter, mine, op, resolved)));
}

/// document["key"].astext
Value AsText(Interpreter&, const Value& self) {
  const sql::Expression& mine = *FindExpression(self);
  const auto* binary = mine.As<sql::Binary>();
  if (binary == nullptr) python::RaiseTypeError("astext is for an item of a JSON document");
  const bool is_path = binary->op == Operator::kJsonPathGetItem;
  const sql::CustomOperator op{
      .text = is_path ? "#>>" : "->>", .precedence = 15, .eager_grouping = true, .return_type = sql::types::Text()};
  return WrapExpression(sql::Operate(op, binary->left, binary->right));
}

Value ExpressionName(Interpreter&, const Value& self) {
  const sql::Expression& mine = *FindExpression(self);
  const std::string name = sql::NaturalName(mine);
  return name.empty() ? python::MakeStr(sql::AnonymousHint(mine)) : python::MakeStr(name);
}
Value ExpressionType(Interpreter& interpreter, const Value& self) {
  return WrapType(interpreter, sql::TypeOf(*FindExpression(self)));
}

/// Of text() alone.
Value ExpressionText(Interpreter&, const Value& self) {
  if (const sql::Text* text = FindExpression(self)->As<sql::Text>()) return python::MakeStr(text->sql);
  python::Raise(python::Exceptions().attribute_error, "'ColumnElement' object has no attribute 'text'");
}

constexpr python::NativeProperty kExpressionProperties[] = {{"astext", AsText},
                                                            {"name", ExpressionName},
                                                            {"key", ExpressionName},
                                                            {"type", ExpressionType},
                                                            {"text", ExpressionText}};

constexpr python::NativeMethod kExpressionMethods[] = {
    {"in_", InMethod<false>},
    {"not_in", InMethod<true>},
    {"notin_", InMethod<true>},
    {"is_", OperatorMethod<Operator::kIs>},
    {"is_not", OperatorMethod<Operator::kIsNot>},
    {"isnot", OperatorMethod<Operator::kIsNot>},
    {"is_distinct_from", OperatorMethod<Operator::kIsDistinctFrom>},
    {"is_not_distinct_from", OperatorMethod<Operator::kIsNotDistinctFrom>},
    {"concat", OperatorMethod<Operator::kConcat>},
    {"match", OperatorMethod<Operator::kMatch>},
    {"like", LikeMethod<Operator::kLike>},
    {"not_like", LikeMethod<Operator::kNotLike>},
    {"notlike", LikeMethod<Operator::kNotLike>},
    {"ilike", LikeMethod<Operator::kIlike>},
    {"not_ilike", LikeMethod<Operator::kNotIlike>},
    {"startswith", PatternMethod<Operator::kStartsWith>},
    {"endswith", PatternMethod<Operator::kEndsWith>},
    {"contains", PatternMethod<Operator::kContains>},
    {"between", BetweenMethod},
    {"bitwise_and", OperatorMethod<Operator::kBitwiseAnd>},
    {"bitwise_or", OperatorMethod<Operator::kBitwiseOr>},
    {"bitwise_xor", OperatorMethod<Operator::kBitwiseXor>},
    {"bitwise_lshift", OperatorMethod<Operator::kBitwiseShiftLeft>},
    {"bitwise_rshift", OperatorMethod<Operator::kBitwiseShiftRight>},
    {"bitwise_not", BitwiseNotMethod},
    {"as_string", AsTypeMethod<sql::TypeKind::kUnicode>},
    {"as_integer", AsTypeMethod<sql::TypeKind::kInteger>},
    {"as_float", AsTypeMethod<sql::TypeKind::kFloat>},
    {"as_boolean", AsTypeMethod<sql::TypeKind::kBoolean>},
    {"as_numeric", AsNumericMethod},
    {"as_json", AsJsonMethod},
    {"alias", FunctionAliasMethod},
    {"column_valued", FunctionColumnMethod},
    {"label", LabelMethod},
    {"cast", CastMethod},
    {"collate", CollateMethod},
    {"op", CustomOperatorMethod<false>},
    {"bindparams", BindParametersMethod},
    {"params", BindParametersMethod},
    {"over", OverMethod},
    {"filter", FilterMethod},
    {"where", QueryInsideMethod<kQueryWhere>},
    {"select_from", QueryInsideMethod<kQuerySelectFrom>},
    {"correlate", QueryInsideMethod<kQueryCorrelate>},
    {"correlate_except", QueryInsideMethod<kQueryCorrelateExcept>},
    {"select", SelectExpression},
    {"within_group", WithinGroupMethod},
    {"distinct", PrefixMethod<Operator::kDistinct>},
    {"any_", PrefixMethod<Operator::kAny>},
    {"all_", PrefixMethod<Operator::kAll>},
    {"regexp_match", RegexpMatchMethod},
    {"regexp_replace", RegexpReplaceMethod},
    {"bool_op", CustomOperatorMethod<true>},
    {"columns", TextColumnsMethod},
    {"table_valued", TableValuedMethod},
    {"compile", CompileMethod},
    {"icontains", PatternMethod<Operator::kIcontains>},
    {"istartswith", PatternMethod<Operator::kIstartsWith>},
    {"iendswith", PatternMethod<Operator::kIendsWith>},
    {"notilike", LikeMethod<Operator::kNotIlike>},
    {"asc", OrderMethod<Operator::kAsc>},
    {"desc", OrderMethod<Operator::kDesc>},
    {"nulls_first", OrderMethod<Operator::kNullsFirst>},
    {"nullsfirst", OrderMethod<Operator::kNullsFirst>},
    {"nulls_last", OrderMethod<Operator::kNullsLast>},
    {"nullslast", OrderMethod<Operator::kNullsLast>},
};

}  // namespace

const TypeObject* ClauseElementClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    SetOperators(slots);
    slots.get_item = ItemOf;
    slots.str = StatementText;
    std::vector<python::NativeMethod> methods(std::begin(kExpressionMethods), std::end(kExpressionMethods));
    methods.insert(methods.end(), PostgresqlMethods().begin(), PostgresqlMethods().end());
    return python::MakeNativeType({.name = "ColumnElement",
                                   .module = "sqlalchemy.sql.elements",
                                   .methods = methods,
                                   .properties = kExpressionProperties,
                                   .slots = slots});
  }();
  return kClass;
}

/// A class beside Column, not above it: Python asks the right side of `a == b` first when its class is the narrower
/// one.
Value WrapExpression(sql::Expression expression) {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "ColumnElement", .module = "sqlalchemy.sql.elements", .base = ClauseElementClass()});
  return python::MakeInstance(kClass, std::make_unique<ExpressionState>(std::move(expression)));
}

const sql::Expression* FindExpression(const Value& value) {
  if (const auto* state = python::StateOf<ExpressionState>(value)) return &state->expression;
  if (const auto* query = python::StateOf<QueryState>(value)) return &query->expression;
  return ColumnExpression(value);
}

sql::Expression ReadExpression(Interpreter& interpreter, const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
  if (resolved.is_none()) return sql::Null();
  return sql::Literal(ReadSqlValue(interpreter, resolved, "expression"));
}

sql::Expression OperandBeside(Interpreter& interpreter, const sql::Expression& beside, Operator op,
                              const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
  return sql::Operand(beside, op, ReadSqlValue(interpreter, resolved, "operand", sql::TypeOf(beside)));
}

sql::Expression ReadSqlText(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
  if (const auto* text = python::Cast<python::StrObject>(resolved)) return sql::SqlText(text->text());
  python::RaiseTypeError(std::string(argument) + " must be a str or an SQL expression, not " +
                         python::TypeName(resolved));
}

}  // namespace limbeck::pymodules
