#include "pymodules/expressions.h"

#include "base/text.h"
#include "pymodules/columns.h"
#include "pymodules/sql_values.h"
#include "pymodules/type_classes.h"
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
  return sql::Operand(beside, op, ReadSqlValue(interpreter, resolved, "operand"));
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

template <bool kNegated>
Value InMethod(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const Value choices = interpreter.Resolve(arguments.Required("other"));
  arguments.Finish();
  if (const sql::Expression* query = FindExpression(choices)) return WrapExpression(sql::In(mine, *query, kNegated));
  std::vector<sql::Value> values;
  interpreter.ForEach(choices, [&](const Value& item) { values.push_back(ReadSqlValue(interpreter, item, "in_()")); });
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

Value CollateMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression& mine = SelfExpression(arguments);
  const std::string collation = arguments.String("collation");
  arguments.Finish();
  return WrapExpression(sql::Collate(mine, sql::Name(collation)));
}

/// column.op("&&")(other)
Value CustomOperatorMethod(Interpreter&, Arguments& arguments) {
  const sql::Expression mine = SelfExpression(arguments);
  sql::CustomOperator op;
  op.text = arguments.String("opstring");
  op.precedence = static_cast<int>(arguments.Int("precedence", 0));
  op.is_comparison = arguments.Bool("is_comparison", false);
  arguments.RestKeywords();
  arguments.Finish();
  return python::MakeFunction("op", [mine, op](Interpreter& interpreter, Arguments& inner) {
    const Value other = inner.Required("other");
    inner.Finish();
    return WrapExpression(sql::Operate(op, mine, OperandBeside(interpreter, mine, Operator::kCustom, other)));
  });
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
    bound.binds.push_back(*parameter);
  }
  for (const auto& [name, value] : arguments.RestKeywords()) {
    sql::BindParameter parameter;
    parameter.key = name.text();
    parameter.value = ReadSqlValue(interpreter, value, "bindparams()");
    parameter.type = sql::TypeOfValue(parameter.value);
    bound.binds.push_back(std::move(parameter));
  }
  return WrapExpression(sql::Expression(std::move(bound)));
}

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
    {"startswith", LikeMethod<Operator::kStartsWith>},
    {"endswith", LikeMethod<Operator::kEndsWith>},
    {"contains", LikeMethod<Operator::kContains>},
    {"between", BetweenMethod},
    {"label", LabelMethod},
    {"cast", CastMethod},
    {"collate", CollateMethod},
    {"op", CustomOperatorMethod},
    {"bindparams", BindParametersMethod},
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

Value MakeColumn(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("text");
  const Value type = arguments.OrNone("type_");
  arguments.Keyword("is_literal");
  arguments.Finish();
  return WrapExpression(
      sql::Column(sql::Name(name), type.is_none() ? sql::Type() : ReadType(interpreter, type, "type_")));
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
  parameter.type = type.is_none() ? sql::TypeOfValue(parameter.value) : ReadType(interpreter, type, "type_");
  return WrapExpression(sql::Expression(std::move(parameter)));
}

std::vector<sql::Expression> ReadAll(Interpreter& interpreter, const std::vector<Value>& values) {
  std::vector<sql::Expression> expressions;
  for (const Value& value : values) expressions.push_back(ReadExpression(interpreter, value));
  return expressions;
}

Value MakeAnd(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<sql::Expression> clauses = ReadAll(interpreter, arguments.Rest());
  arguments.Finish();
  return WrapExpression(sql::And(clauses));
}

Value MakeOr(Interpreter& interpreter, Arguments& arguments) {
  const std::vector<sql::Expression> clauses = ReadAll(interpreter, arguments.Rest());
  arguments.Finish();
  return WrapExpression(sql::Or(clauses));
}

Value MakeNot(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression clause = ReadExpression(interpreter, arguments.Required("clause"));
  arguments.Finish();
  return WrapExpression(sql::Not(clause));
}

Value MakeCast(Interpreter& interpreter, Arguments& arguments) {
  const Value operand = arguments.Required("expression");
  const Value type = arguments.Required("type_");
  arguments.Finish();
  return WrapExpression(sql::CastTo(ReadExpression(interpreter, operand), ReadType(interpreter, type, "type_")));
}

template <sql::Expression (*kMake)()>
Value MakeConstant(Interpreter&, Arguments& arguments) {
  arguments.Finish();
  return WrapExpression(kMake());
}

/// A str is the name of a column or label.
template <Operator kModifier>
Value MakeOrdered(Interpreter& interpreter, Arguments& arguments) {
  const Value given = interpreter.Resolve(arguments.Required("column"));
  const auto* name = python::Cast<python::StrObject>(given);
  const sql::Expression column = name != nullptr ? sql::SqlText(name->text()) : ReadExpression(interpreter, given);
  arguments.Finish();
  return WrapExpression(sql::Ordered(column, kModifier));
}

constexpr python::NativeFunction kFunctions[] = {
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

Value CallFunctionName(Interpreter& interpreter, const Value& self, python::CallArguments& given) {
  const auto* state = python::StateOf<FunctionNameState>(self);
  sql::Function function;
  function.path = state->path;
  Arguments arguments(interpreter, state->path.empty() ? "func" : state->path.back().text, given);
  for (const Value& value : arguments.Rest()) function.arguments.push_back(ReadExpression(interpreter, value));
  const Value type = arguments.Keyword("type_");
  if (!type.is_empty()) function.type = ReadType(interpreter, type, "type_");
  arguments.Finish();
  return WrapExpression(sql::Expression(std::move(function)));
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
    return python::MakeNativeType(
        {.name = "ColumnElement", .module = "sqlalchemy.sql.elements", .methods = kExpressionMethods, .slots = slots});
  }();
  return kClass;
}

Value WrapExpression(sql::Expression expression) {
  return python::MakeInstance(ClauseElementClass(), std::make_unique<ExpressionState>(std::move(expression)));
}

const sql::Expression* FindExpression(const Value& value) {
  if (const auto* state = python::StateOf<ExpressionState>(value)) return &state->expression;
  return ColumnExpression(value);
}

sql::Expression ReadExpression(Interpreter& interpreter, const Value& value) {
  const Value resolved = interpreter.Resolve(value);
  if (const sql::Expression* expression = FindExpression(resolved)) return *expression;
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
  module.globals().Set(Symbol::Intern("func"), MakeFunctionName({}));
}

}  // namespace limbeck::pymodules
