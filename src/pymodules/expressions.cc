#include "pymodules/expressions.h"

#include <algorithm>

#include "base/text.h"
#include "dialect/text_parameters.h"
#include "pymodules/changes.h"
#include "pymodules/columns.h"
#include "pymodules/compiled.h"
#include "pymodules/older_calls.h"
#include "pymodules/postgresql_expressions.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/type_classes.h"
#include "sql/errors.h"
#include "sql/operators.h"
#include "sql/result_type.h"

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

/// The right side of an operator: an expression, or a value that takes the left side's type.
sql::Expression OperandBeside(Interpreter& interpreter, const sql::Expression& beside, Operator op,
                              const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
  return sql::Operand(beside, op, ReadSqlValue(interpreter, resolved, "operand", sql::TypeOf(beside)));
}

// ------------------------------------------------------------------------------------------ Python's operators

std::optional<Operator> OperatorOf(python::ast::BinaryOperator op) {
  using Python = python::ast::BinaryOperator;
  switch (op) {
    case Python::kAdd:
      return Operator::kAdd;
    case Python::kSubtract:
      return Operator::kSubtract;
    case Python::kMultiply:
      return Operator::kMultiply;
    case Python::kDivide:
      return Operator::kDivide;
    case Python::kFloorDivide:
      return Operator::kFloorDivide;
    case Python::kModulo:
      return Operator::kModulo;
    case Python::kBitAnd:
      return Operator::kAnd;
    case Python::kBitOr:
      return Operator::kOr;
    case Python::kMatrixMultiply:
    case Python::kPower:
    case Python::kLeftShift:
    case Python::kRightShift:
    case Python::kBitXor:
      break;
  }
  return std::nullopt;
}

Value BinaryOperation(Interpreter& interpreter, python::ast::BinaryOperator op, const Value& self, const Value& other,
                      bool reflected) {
  const std::optional<Operator> sql_operator = OperatorOf(op);
  if (!sql_operator) return python::NotImplementedValue();
  const sql::Expression& mine = *FindExpression(self);
  const sql::Expression theirs = OperandBeside(interpreter, mine, *sql_operator, other);
  const sql::Expression& left = reflected ? theirs : mine;
  const sql::Expression& right = reflected ? mine : theirs;
  if (*sql_operator == Operator::kAnd) return WrapExpression(sql::And({left, right}));
  if (*sql_operator == Operator::kOr) return WrapExpression(sql::Or({left, right}));
  return WrapExpression(sql::Operate(*sql_operator, left, right));
}

Value UnaryOperation(Interpreter&, python::ast::UnaryOperator op, const Value& self) {
  const sql::Expression& mine = *FindExpression(self);
  if (op == python::ast::UnaryOperator::kInvert) return WrapExpression(sql::Not(mine));
  if (op == python::ast::UnaryOperator::kNegate) return WrapExpression(sql::Negative(mine));
  python::RaiseTypeError("bad operand type for unary +: 'ColumnElement'");
}

Operator OperatorOf(python::CompareOp op) {
  switch (op) {
    case python::CompareOp::kEqual:
      return Operator::kEqual;
    case python::CompareOp::kNotEqual:
      return Operator::kNotEqual;
    case python::CompareOp::kLess:
      return Operator::kLess;
    case python::CompareOp::kLessEqual:
      return Operator::kLessEqual;
    case python::CompareOp::kGreater:
      return Operator::kGreater;
    case python::CompareOp::kGreaterEqual:
      break;
  }
  return Operator::kGreaterEqual;
}

Value CompareOperation(Interpreter& interpreter, const Value& self, const Value& other, python::CompareOp op) {
  const sql::Expression& mine = *FindExpression(self);
  const Operator sql_operator = OperatorOf(op);
  return WrapExpression(sql::Operate(sql_operator, mine, OperandBeside(interpreter, mine, sql_operator, other)));
}

bool NoTruth(Interpreter&, const Value&) {
  python::RaiseTypeError("Boolean value of this clause is not defined");
}

uint64_t HashByIdentity(Interpreter&, const Value& self) {
  return reinterpret_cast<uintptr_t>(self.object()) >> 4;
}

// ------------------------------------------------------------------------------------------ methods

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
  dialect::ReplaceTextParameters(text.sql, [&](const std::string& name) {
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

constexpr python::NativeProperty kExpressionProperties[] = {
    {"astext", AsText}, {"name", ExpressionName}, {"key", ExpressionName}, {"type", ExpressionType}};

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

// ------------------------------------------------------------------------------------------ module functions

Value MakeText(Interpreter&, Arguments& arguments) {
  const std::string text = arguments.String("text");
  arguments.Finish();
  return WrapExpression(sql::SqlText(text));
}

Value MakeLiteralColumn(Interpreter& interpreter, Arguments& arguments) {
  sql::LiteralColumn column;
  column.sql = arguments.String("text");
  const Value type = arguments.OrNone("type_");
  arguments.Keyword("is_literal");
  arguments.Finish();
  if (!type.is_none()) column.type = ReadType(interpreter, type, "type_");
  return WrapExpression(sql::Expression(std::move(column)));
}

/// column("a", Integer): a Column, which belongs to a table() once it is in one.
Value MakeColumn(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("text");
  const Value type = arguments.OrNone("type_");
  const bool is_literal = arguments.Bool("is_literal", false);
  arguments.Finish();
  schema::Column column;
  column.name = sql::Name(name);
  if (!type.is_none()) column.type = ReadType(interpreter, type, "type_");
  if (is_literal) return WrapExpression(sql::Expression(sql::LiteralColumn{name, column.type}));
  return WrapColumn(interpreter, column);
}

Value MakeLiteral(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("value");
  const Value type = arguments.OrNone("type_");
  arguments.KeywordBool("literal_execute", false);
  arguments.Finish();
  return WrapExpression(sql::Literal(ReadSqlValue(interpreter, value, "literal()"),
                                     type.is_none() ? sql::Type() : ReadType(interpreter, type, "type_")));
}

Value MakeBindParameter(Interpreter& interpreter, Arguments& arguments) {
  sql::BindParameter parameter;
  const Value key = arguments.Required("key");
  if (!key.is_none()) parameter.key = interpreter.Str(key);
  const Value value = arguments.Optional("value");
  const Value type = arguments.OrNone("type_");
  parameter.required = arguments.KeywordBool("required", value.is_empty());
  parameter.expanding = arguments.KeywordBool("expanding", false);
  parameter.as_literal = arguments.KeywordBool("literal_execute", false);
  parameter.unique = arguments.KeywordBool("unique", false);
  arguments.Finish();
  if (!value.is_empty()) parameter.value = ReadSqlValue(interpreter, value, "bindparam()");
  const auto* choices = parameter.value.As<sql::ValueList>();
  const bool has_choices = parameter.expanding && choices != nullptr && !choices->items.empty();
  parameter.type = type.is_none() ? sql::TypeOfValue(has_choices ? choices->items.front() : parameter.value)
                                  : ReadType(interpreter, type, "type_");
  return WrapExpression(sql::Expression(std::move(parameter)));
}

std::vector<sql::Expression> ReadAll(Interpreter& interpreter, const std::vector<Value>& values) {
  std::vector<sql::Expression> expressions;
  for (const Value& value : values) expressions.push_back(ReadExpression(interpreter, value));
  return expressions;
}

std::vector<sql::Expression> ReadConditions(Interpreter& interpreter, const std::vector<Value>& values) {
  std::vector<sql::Expression> conditions;
  for (const Value& value : values) conditions.push_back(ReadCondition(interpreter, value));
  return conditions;
}

Value MakeAnd(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<sql::Expression> clauses = ReadConditions(interpreter, arguments.Rest());
  arguments.Finish();
  return WrapExpression(sql::And(clauses));
}

Value MakeOr(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<sql::Expression> clauses = ReadConditions(interpreter, arguments.Rest());
  arguments.Finish();
  return WrapExpression(sql::Or(clauses));
}

Value MakeNot(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression clause = ReadCondition(interpreter, arguments.Required("clause"));
  arguments.Finish();
  return WrapExpression(sql::Not(clause));
}

/// A plain value as a parameter of the type that is asked for.
sql::Expression Typed(sql::Expression read, const Value& given, const sql::Type& type) {
  const auto* bind = read.As<sql::BindParameter>();
  if (bind == nullptr || FindExpression(given) != nullptr) return read;
  sql::BindParameter typed = *bind;
  typed.type = type;
  return typed;
}

Value MakeCast(Interpreter& interpreter, Arguments& arguments) {
  const Value operand = arguments.Required("expression");
  const Value type = arguments.Required("type_");
  arguments.Finish();
  const sql::Type read = ReadType(interpreter, type, "type_");
  return WrapExpression(sql::CastTo(Typed(ReadExpression(interpreter, operand), operand, read), read));
}

template <sql::Expression (*kMake)()>
Value MakeConstant(Interpreter&, Arguments& arguments) {
  arguments.Finish();
  return WrapExpression(kMake());
}

/// desc("name") means what the query calls so.
template <Operator kModifier>
Value MakeOrdered(Interpreter& interpreter, Arguments& arguments) {
  const Value column = interpreter.Resolve(arguments.Required("column"));
  arguments.Finish();
  const auto* name = python::Cast<python::StrObject>(column);
  const sql::Expression operand =
      name ? sql::Expression(sql::NameReference{name->text()}) : ReadExpression(interpreter, column);
  return WrapExpression(sql::Ordered(operand, kModifier));
}

/// case((condition, result), ..., value=None, else_=None), also with a dict or the old list.
Value MakeCase(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<Value> whens = ItemsOfOnlyList(interpreter, arguments.Rest());
  const Value value = interpreter.Resolve(arguments.Keyword("value"));
  const Value otherwise = arguments.Keyword("else_");
  arguments.Finish();
  sql::Case node;
  if (!value.is_empty() && !value.is_none()) node.value = ReadExpression(interpreter, value);
  const auto add = [&](const Value& condition, const Value& result) {
    const sql::Expression test =
        node.value ? ReadExpression(interpreter, condition) : ReadCondition(interpreter, condition);
    sql::Expression outcome = ReadExpression(interpreter, result);
    if (node.type.is_null()) node.type = sql::TypeOf(outcome);
    node.whens.push_back({sql::SelfGroup(test), std::move(outcome)});
  };
  for (const Value& given : whens) {
    const Value when = interpreter.Resolve(given);
    if (const auto* dict = python::Cast<python::DictObject>(when)) {
      for (const auto& entry : dict->table.entries()) {
        if (!entry.key.is_empty()) add(entry.key, entry.value);
      }
      continue;
    }
    const std::vector<Value> pair = interpreter.ToVector(when);
    if (pair.size() != 2) python::RaiseTypeError("case() takes pairs of a condition and a result");
    add(pair[0], pair[1]);
  }
  if (!otherwise.is_empty() && !otherwise.is_none()) node.otherwise = ReadExpression(interpreter, otherwise);
  return WrapExpression(sql::Expression(std::move(node)));
}

Value MakeTypeCoerce(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expression"));
  const Value type = arguments.Required("type_");
  arguments.Finish();
  const sql::Type read = ReadType(interpreter, type, "type_");
  if (const auto* bind = operand.As<sql::BindParameter>()) {
    sql::BindParameter typed = *bind;
    typed.type = read;
    return WrapExpression(sql::Expression(std::move(typed)));
  }
  return WrapExpression(sql::Expression(sql::TypeCoerce{operand, read}));
}

Value MakeExtract(Interpreter& interpreter, Arguments& arguments) {
  const std::string field = arguments.String("field");
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expr"));
  arguments.Finish();
  return WrapExpression(sql::Expression(sql::Extract{field, operand}));
}

Value MakeTuple(Interpreter& interpreter, Arguments& arguments) {
  sql::Tuple tuple{ReadAll(interpreter, arguments.Rest())};
  arguments.Keyword("types");
  arguments.Finish();
  return WrapExpression(sql::Expression(std::move(tuple)));
}

template <Operator kOperator>
Value MakePrefixed(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expr"));
  arguments.Finish();
  return WrapExpression(sql::Prefixed(kOperator, operand));
}

Value MakeBetween(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression mine = ReadExpression(interpreter, arguments.Required("expr"));
  const Value low = arguments.Required("lower_bound");
  const Value high = arguments.Required("upper_bound");
  const bool symmetric = arguments.Bool("symmetric", false);
  arguments.Finish();
  return WrapExpression(sql::Between(mine, OperandBeside(interpreter, mine, Operator::kBetween, low),
                                     OperandBeside(interpreter, mine, Operator::kBetween, high), symmetric));
}

/// over(func.f(), partition_by=...), funcfilter(func.f(), condition), within_group(func.f(), column): as methods of it.
template <Value (*kMethod)(Interpreter&, Arguments&)>
Value AsMethod(Interpreter& interpreter, Arguments& arguments) {
  std::vector<Value> positional = arguments.Rest();
  std::vector<std::pair<Symbol, Value>> keywords = arguments.RestKeywords();
  if (positional.empty()) positional.push_back(arguments.Required("element"));
  Arguments inner(interpreter, arguments.function(), {positional, keywords});
  return kMethod(interpreter, inner);
}

Value MakeBitwiseNot(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expr"));
  arguments.Finish();
  return WrapExpression(sql::BitwiseNot(operand));
}

Value MakeCollate(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expression"));
  const std::string collation = arguments.String("collation");
  arguments.Finish();
  return WrapExpression(sql::Collate(operand, sql::Name(collation)));
}

constexpr python::NativeFunction kFunctions[] = {
    {"between", MakeBetween},
    {"bitwise_not", MakeBitwiseNot},
    {"over", AsMethod<OverMethod>},
    {"funcfilter", AsMethod<FilterMethod>},
    {"within_group", AsMethod<WithinGroupMethod>},
    {"case", MakeCase},
    {"type_coerce", MakeTypeCoerce},
    {"extract", MakeExtract},
    {"tuple_", MakeTuple},
    {"any_", MakePrefixed<Operator::kAny>},
    {"all_", MakePrefixed<Operator::kAll>},
    {"distinct", MakePrefixed<Operator::kDistinct>},
    {"collate", MakeCollate},
    {"text", MakeText},
    {"literal_column", MakeLiteralColumn},
    {"column", MakeColumn},
    {"literal", MakeLiteral},
    {"bindparam", MakeBindParameter},
    {"and_", MakeAnd},
    {"or_", MakeOr},
    {"not_", MakeNot},
    {"cast", MakeCast},
    {"null", MakeConstant<sql::Null>},
    {"true", MakeConstant<sql::True>},
    {"false", MakeConstant<sql::False>},
    {"asc", MakeOrdered<Operator::kAsc>},
    {"desc", MakeOrdered<Operator::kDesc>},
    {"nulls_first", MakeOrdered<Operator::kNullsFirst>},
    {"nullsfirst", MakeOrdered<Operator::kNullsFirst>},
    {"nulls_last", MakeOrdered<Operator::kNullsLast>},
    {"nullslast", MakeOrdered<Operator::kNullsLast>},
};

// ------------------------------------------------------------------------------------------ sa.func

struct FunctionNameState : python::NativeState {
  std::vector<sql::Name> path;
};

/// func.cast, func.extract and func.next_value are what the functions without "func." are; empty for others.
Value CallSpecialFunction(Interpreter& interpreter, const std::vector<sql::Name>& path,
                          const python::CallArguments& given) {
  if (path.size() != 1) return Value();
  const std::string name = ToLower(path.front().text);
  if (name == "next_value" && given.positional.size() == 1) {
    return interpreter.CallMethod(interpreter.Resolve(given.positional[0]), "next_value", {});
  }
  const bool is_pair = given.positional.size() == 2;
  if (!is_pair || (name != "cast" && name != "extract")) return Value();
  Arguments arguments(interpreter, name, given);
  return name == "cast" ? MakeCast(interpreter, arguments) : MakeExtract(interpreter, arguments);
}

Value CallFunctionName(Interpreter& interpreter, const Value& self, python::CallArguments& given) {
  const auto* state = python::StateOf<FunctionNameState>(self);
  if (const Value special = CallSpecialFunction(interpreter, state->path, given); !special.is_empty()) return special;
  Arguments arguments(interpreter, state->path.empty() ? "func" : state->path.back().text, given);
  std::vector<sql::Expression> values;
  for (const Value& value : arguments.Rest()) {
    const sql::Expression* expression = FindExpression(interpreter.Resolve(value));
    const std::string hint = state->path.empty() ? "param" : state->path.back().text;
    values.push_back(expression ? *expression
                     : interpreter.Resolve(value).is_none()
                         ? sql::Null()
                         : sql::Literal(ReadSqlValue(interpreter, value, hint), {}, hint));
  }
  const Value type = arguments.Keyword("type_");
  const sql::Type given_type = type.is_empty() ? sql::Type() : ReadType(interpreter, type, "type_");
  arguments.Finish();
  if (state->path.size() == 1) {
    return WrapExpression(sql::Call(state->path.front().text, std::move(values), given_type));
  }
  for (sql::Expression& value : values) value = sql::SelfGroup(value, Operator::kComma);
  return WrapExpression(
      sql::Expression(sql::Function{.path = state->path, .arguments = std::move(values), .type = given_type}));
}

Value MakeFunctionName(std::vector<sql::Name> path);

/// func.lower, func.pg_catalog.now; a name's trailing underscore is Python's need (func.max_).
Value ExtendFunctionName(Interpreter&, const Value& self, Symbol name) {
  const std::string& text = name.text();
  if (text.compare(0, 2, "__") == 0) return Value();
  std::vector<sql::Name> path = python::StateOf<FunctionNameState>(self)->path;
  path.emplace_back(text.back() == '_' ? text.substr(0, text.size() - 1) : text);
  return MakeFunctionName(std::move(path));
}

Value MakeFunctionName(std::vector<sql::Name> path) {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.call = CallFunctionName;
    slots.get_attribute = ExtendFunctionName;
    return python::MakeNativeType({.name = "_FunctionGenerator", .module = "sqlalchemy.sql.functions", .slots = slots});
  }();
  auto state = std::make_unique<FunctionNameState>();
  state->path = std::move(path);
  return python::MakeInstance(kClass, std::move(state));
}

}  // namespace

const TypeObject* ClauseElementClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.binary = BinaryOperation;
    slots.unary = UnaryOperation;
    slots.compare = CompareOperation;
    slots.truth = NoTruth;
    slots.hash = HashByIdentity;
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

sql::Expression ReadSqlText(Interpreter& interpreter, const Value& value, std::string_view argument) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
  if (const auto* text = python::Cast<python::StrObject>(resolved)) return sql::SqlText(text->text());
  python::RaiseTypeError(std::string(argument) + " must be a str or an SQL expression, not " +
                         python::TypeName(resolved));
}

void AddExpressions(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  AddSelects(module);
  AddChanges(module);
  module.globals().Set(Symbol::Intern("func"), MakeFunctionName({}));
}

}  // namespace limbeck::pymodules
