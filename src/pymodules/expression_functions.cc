#include "pymodules/expression_functions.h"

#include "pymodules/changes.h"
#include "pymodules/columns.h"
#include "pymodules/expressions.h"
#include "pymodules/function_names.h"
#include "pymodules/older_calls.h"
#include "pymodules/selects.h"
#include "pymodules/sql_values.h"
#include "pymodules/type_classes.h"
#include "sql/operators.h"
#include "sql/result_type.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::Value;
using sql::Operator;

/// A plain value as a parameter of the type that is asked for.
sql::Expression Typed(sql::Expression read, const Value& given, const sql::Type& type) {
  const auto* bind = read.As<sql::BindParameter>();
  if (bind == nullptr || FindExpression(given) != nullptr) return read;
  sql::BindParameter typed = *bind;
  typed.type = type;
  return typed;
}

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
    const sql::Expression test = ReadExpression(interpreter, condition);
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

constexpr char kOver[] = "over";
constexpr char kFilter[] = "filter";
constexpr char kWithinGroup[] = "within_group";

/// over(func.f(), partition_by=...), funcfilter(func.f(), condition), within_group(func.f(), column): as methods of it.
template <const char* kMethod>
Value AsMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value element = arguments.Required("element");
  const std::vector<Value> positional = arguments.Rest();
  const std::vector<std::pair<Symbol, Value>> keywords = arguments.RestKeywords();
  arguments.Finish();
  return interpreter.Call(interpreter.GetAttribute(element, Symbol::Intern(kMethod)), {positional, keywords});
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
    {"over", AsMethod<kOver>},
    {"funcfilter", AsMethod<kFilter>},
    {"within_group", AsMethod<kWithinGroup>},
    {"case", MakeCase},
    {"type_coerce", MakeTypeCoerce},
    {"extract", CallExtract},
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
    {"cast", CallCast},
    {"null", MakeConstant<sql::Null>},
    {"true", MakeConstant<sql::True>},
    {"false", MakeConstant<sql::False>},
    {"Null", MakeConstant<sql::Null>},
    {"True_", MakeConstant<sql::True>},
    {"False_", MakeConstant<sql::False>},
    {"asc", MakeOrdered<Operator::kAsc>},
    {"desc", MakeOrdered<Operator::kDesc>},
    {"nulls_first", MakeOrdered<Operator::kNullsFirst>},
    {"nullsfirst", MakeOrdered<Operator::kNullsFirst>},
    {"nulls_last", MakeOrdered<Operator::kNullsLast>},
    {"nullslast", MakeOrdered<Operator::kNullsLast>},
};

}  // namespace

Value CallCast(Interpreter& interpreter, Arguments& arguments) {
  const Value operand = arguments.Required("expression");
  const Value type = arguments.Required("type_");
  arguments.Finish();
  const sql::Type read = ReadType(interpreter, type, "type_");
  return WrapExpression(sql::CastTo(Typed(ReadExpression(interpreter, operand), operand, read), read));
}

Value CallExtract(Interpreter& interpreter, Arguments& arguments) {
  const std::string field = arguments.String("field");
  const sql::Expression operand = ReadExpression(interpreter, arguments.Required("expr"));
  arguments.Finish();
  return WrapExpression(sql::Expression(sql::Extract{field, operand}));
}

void AddExpressions(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  AddSelects(module);
  AddChanges(module);
  module.globals().Set(Symbol::Intern("func"), MakeFunctionNames());
}

}  // namespace limbeck::pymodules
