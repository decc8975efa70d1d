#include "pymodules/postgresql_expressions.h"

#include <optional>
#include <string>
#include <vector>

#include "pymodules/expressions.h"
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
using sql::TypeKind;

// ------------------------------------------------------------------------------------------ operators of types

constexpr unsigned kJsonb = 1;
constexpr unsigned kHstore = 2;
constexpr unsigned kArray = 4;
constexpr unsigned kRange = 8;

constexpr int kEqualityRank = 5;
constexpr int kItemRank = 15;

struct TypedOperator {
  const char* method;
  unsigned owners;
  const char* text;
  bool eager_grouping = true;
  bool is_comparison = true;
};

constexpr TypedOperator kContains = {"contains", kJsonb | kHstore | kArray | kRange, "@>"};
constexpr TypedOperator kHasKey = {"has_key", kJsonb | kHstore, "?"};
constexpr TypedOperator kHasAll = {"has_all", kJsonb | kHstore, "?&"};
constexpr TypedOperator kHasAny = {"has_any", kJsonb | kHstore, "?|"};
constexpr TypedOperator kContainedBy = {"contained_by", kJsonb | kHstore | kArray | kRange, "<@"};
constexpr TypedOperator kPathExists = {"path_exists", kJsonb, "@?"};
constexpr TypedOperator kPathMatch = {"path_match", kJsonb, "@@"};
constexpr TypedOperator kDeletePath = {"delete_path", kJsonb, "#-", true, false};
constexpr TypedOperator kOverlap = {"overlap", kArray, "&&", false};
constexpr TypedOperator kOverlaps = {"overlaps", kRange, "&&", false};
constexpr TypedOperator kLeftOf = {"strictly_left_of", kRange, "<<", false};
constexpr TypedOperator kRightOf = {"strictly_right_of", kRange, ">>", false};
constexpr TypedOperator kNotRightOf = {"not_extend_right_of", kRange, "&<", false};
constexpr TypedOperator kNotLeftOf = {"not_extend_left_of", kRange, "&>", false};
constexpr TypedOperator kAdjacentTo = {"adjacent_to", kRange, "-|-", false};

unsigned OwnerOf(const sql::Type& type) {
  if (type.kind == TypeKind::kJsonb) return kJsonb;
  if (type.kind == TypeKind::kHstore) return kHstore;
  if (type.kind == TypeKind::kArray) return kArray;
  return type.kind >= TypeKind::kInt4Range && type.kind <= TypeKind::kTstzMultirange ? kRange : 0;
}

sql::Expression ReadOperand(Interpreter& interpreter, const sql::Expression& beside, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const sql::Expression* expression = FindExpression(value)) return *expression;
  return sql::Operand(beside, Operator::kCustom, ReadSqlValue(interpreter, value, "other"));
}

sql::Expression Apply(const TypedOperator& row, const sql::Expression& column, const sql::Expression& other) {
  const sql::CustomOperator op{.text = row.text,
                               .precedence = row.is_comparison ? kEqualityRank : kItemRank,
                               .is_comparison = row.is_comparison,
                               .eager_grouping = row.eager_grouping,
                               .return_type = row.is_comparison ? sql::types::Boolean() : sql::TypeOf(column)};
  return sql::Operate(op, column, other);
}

[[noreturn]] void RaiseNoMethod(const char* method) {
  python::Raise(python::Exceptions().attribute_error,
                std::string("Neither 'Column' object nor 'Comparator' object has an attribute '") + method + "'");
}

const sql::Expression& OwnColumn(Arguments& arguments, const TypedOperator& row) {
  const sql::Expression& column = *FindExpression(arguments.Self());
  if ((OwnerOf(sql::TypeOf(column)) & row.owners) == 0) RaiseNoMethod(row.method);
  return column;
}

template <const TypedOperator& kRow>
Value OperatorOfType(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& column = OwnColumn(arguments, kRow);
  const Value other = arguments.Required("other");
  arguments.RestKeywords();
  arguments.Finish();
  return WrapExpression(Apply(kRow, column, ReadOperand(interpreter, column, other)));
}

sql::Expression MakeArrayOf(std::vector<sql::Expression> items, sql::Type item_type) {
  if (item_type.is_null() && !items.empty()) item_type = sql::TypeOf(items.front());
  sql::Type type(TypeKind::kArray, sql::TypePackage::kPostgresql);
  type.item_type = std::move(item_type);
  return sql::ArrayLiteral{std::move(items), std::move(type)};
}

std::vector<sql::Expression> ReadItems(Interpreter& interpreter, const Value& items) {
  std::vector<sql::Expression> expressions;
  for (const Value& item : interpreter.ToVector(items)) expressions.push_back(ReadExpression(interpreter, item));
  return expressions;
}

/// document.delete_path(["a", "b"])
Value DeletePath(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression& column = OwnColumn(arguments, kDeletePath);
  const Value given = interpreter.Resolve(arguments.Required("array"));
  arguments.Finish();
  const sql::Expression* expression = FindExpression(given);
  const sql::Expression path = expression ? *expression : MakeArrayOf(ReadItems(interpreter, given), {});
  return WrapExpression(Apply(kDeletePath, column, sql::CastTo(path, sql::types::Array(sql::types::Text()))));
}

/// array.any(value), array.all(value, operator=operators.lt)
template <Operator kQuantifier>
Value Quantified(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression column = *FindExpression(arguments.Self());
  const Value other = interpreter.Resolve(arguments.Required("other"));
  const Value chosen = interpreter.Resolve(arguments.OrNone("operator"));
  arguments.Finish();
  const sql::Type type = sql::TypeOf(column);
  if (type.kind != TypeKind::kArray) RaiseNoMethod(kQuantifier == Operator::kAny ? "any" : "all");
  sql::Expression left = ReadOperand(interpreter, column, other);
  if (const auto* bind = left.As<sql::BindParameter>()) {
    sql::BindParameter item = *bind;
    item.type = type.item_type ? *type.item_type : sql::TypeOfValue(item.value);
    left = sql::Expression(std::move(item));
  }
  const sql::Expression right = sql::Prefixed(kQuantifier, column);
  if (chosen.is_none()) return WrapExpression(sql::Operate(Operator::kEqual, left, right));
  return interpreter.Call(chosen, {WrapExpression(left), WrapExpression(right)});
}

constexpr python::NativeMethod kMethods[] = {
    {"has_key", OperatorOfType<kHasKey>},
    {"has_all", OperatorOfType<kHasAll>},
    {"has_any", OperatorOfType<kHasAny>},
    {"contained_by", OperatorOfType<kContainedBy>},
    {"path_exists", OperatorOfType<kPathExists>},
    {"path_match", OperatorOfType<kPathMatch>},
    {"delete_path", DeletePath},
    {"overlap", OperatorOfType<kOverlap>},
    {"overlaps", OperatorOfType<kOverlaps>},
    {"strictly_left_of", OperatorOfType<kLeftOf>},
    {"strictly_right_of", OperatorOfType<kRightOf>},
    {"not_extend_right_of", OperatorOfType<kNotRightOf>},
    {"not_extend_left_of", OperatorOfType<kNotLeftOf>},
    {"adjacent_to", OperatorOfType<kAdjacentTo>},
    {"any", Quantified<Operator::kAny>},
    {"all", Quantified<Operator::kAll>},
};

// ------------------------------------------------------------------------------------------ functions

/// array([1, 2], type_=Integer)
Value MakeArray(Interpreter& interpreter, Arguments& arguments) {
  std::vector<sql::Expression> items = ReadItems(interpreter, arguments.Required("clauses"));
  const Value type = arguments.Keyword("type_");
  arguments.Finish();
  const bool is_typed = !type.is_empty() && !type.is_none();
  return WrapExpression(MakeArrayOf(std::move(items), is_typed ? ReadType(interpreter, type, "type_") : sql::Type()));
}

/// aggregate_order_by(target, *order_by)
Value MakeAggregateOrderBy(Interpreter& interpreter, Arguments& arguments) {
  const sql::Expression target = ReadExpression(interpreter, arguments.Required("target"));
  std::vector<sql::Expression> order;
  for (const Value& item : arguments.Rest()) order.push_back(ReadExpression(interpreter, item));
  arguments.Finish();
  if (order.empty()) python::RaiseTypeError("at least one ORDER BY element is required");
  const sql::Expression by = order.size() == 1 ? order.front() : sql::Expression(sql::ClauseList{.clauses = order});
  return WrapExpression(sql::Expression(sql::AggregateOrderBy{target, by}));
}

/// hstore(...), to_tsquery(...): calls of the function of that name, whose value is of that type.
template <const char* kName, TypeKind kKind>
Value MakeCall(Interpreter& interpreter, Arguments& arguments) {
  std::vector<sql::Expression> values;
  for (const Value& given : arguments.Rest()) {
    const sql::Expression* expression = FindExpression(interpreter.Resolve(given));
    values.push_back(expression ? *expression : sql::Literal(ReadSqlValue(interpreter, given, kName), {}, kName));
  }
  arguments.Finish();
  return WrapExpression(sql::Call(kName, std::move(values), sql::Type(kKind, sql::TypePackage::kPostgresql)));
}

constexpr char kHstoreName[] = "hstore";
constexpr char kToVector[] = "to_tsvector";
constexpr char kToQuery[] = "to_tsquery";
constexpr char kPlainToQuery[] = "plainto_tsquery";
constexpr char kPhraseToQuery[] = "phraseto_tsquery";
constexpr char kWebToQuery[] = "websearch_to_tsquery";
constexpr char kHeadline[] = "ts_headline";

/// Any(value, array), All(value, array)
template <Operator kQuantifier>
Value QuantifiedFunction(Interpreter& interpreter, Arguments& arguments) {
  const Value value = arguments.Required("other");
  const Value array = arguments.Required("arrexpr");
  arguments.OrNone("operator");
  arguments.Finish();
  const char* method = kQuantifier == Operator::kAny ? "any" : "all";
  return interpreter.CallMethod(interpreter.Resolve(array), method, {value});
}

constexpr python::NativeFunction kFunctions[] = {
    {"array", MakeArray},
    {"aggregate_order_by", MakeAggregateOrderBy},
    {"hstore", MakeCall<kHstoreName, TypeKind::kHstore>},
    {"to_tsvector", MakeCall<kToVector, TypeKind::kTsvector>},
    {"to_tsquery", MakeCall<kToQuery, TypeKind::kTsquery>},
    {"plainto_tsquery", MakeCall<kPlainToQuery, TypeKind::kTsquery>},
    {"phraseto_tsquery", MakeCall<kPhraseToQuery, TypeKind::kTsquery>},
    {"websearch_to_tsquery", MakeCall<kWebToQuery, TypeKind::kTsquery>},
    {"ts_headline", MakeCall<kHeadline, TypeKind::kText>},
    {"Any", QuantifiedFunction<Operator::kAny>},
    {"All", QuantifiedFunction<Operator::kAll>},
};

sql::Expression SliceEnd(Interpreter& interpreter, const sql::Expression& array, const Value& end) {
  sql::Expression bound = ReadOperand(interpreter, array, end);
  const auto* bind = bound.As<sql::BindParameter>();
  if (bind == nullptr) return bound;
  sql::BindParameter number = *bind;
  number.type = sql::types::Integer();
  return sql::Expression(std::move(number));
}

}  // namespace

std::span<const python::NativeMethod> PostgresqlMethods() {
  return kMethods;
}

Value ContainsOf(Interpreter& interpreter, const sql::Expression& column, const Value& other) {
  if (OwnerOf(sql::TypeOf(column)) == 0) return Value();
  return WrapExpression(Apply(kContains, column, ReadOperand(interpreter, column, other)));
}

Value PostgresqlItemOf(Interpreter& interpreter, const sql::Expression& column, const Value& key) {
  const sql::Type type = sql::TypeOf(column);
  if (const auto* slice = python::Cast<python::SliceObject>(key)) {
    if (type.kind != TypeKind::kArray) python::RaiseTypeError("only an array has slices");
    const sql::Slice range{SliceEnd(interpreter, column, slice->start), SliceEnd(interpreter, column, slice->stop)};
    return WrapExpression(sql::Operate(Operator::kGetItem, column, range));
  }
  if (type.kind != TypeKind::kHstore) return Value();
  const sql::CustomOperator op{
      .text = "->", .precedence = kItemRank, .eager_grouping = true, .return_type = sql::types::Text()};
  return WrapExpression(sql::Operate(op, column, ReadOperand(interpreter, column, key)));
}

void AddPostgresqlExpressions(python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
}

}  // namespace limbeck::pymodules
