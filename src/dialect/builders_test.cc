#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "sql/operators.h"

// Expressions that sql/operators.h builds, held against the ones SQLAlchemy built of the same calls: each list below
// stands for a case of tests/data/sql/expressions.cases, in its order.

namespace limbeck::dialect {
namespace {

using sql::And;
using sql::Between;
using sql::Call;
using sql::CastTo;
using sql::Column;
using sql::Expression;
using sql::False;
using sql::In;
using sql::Like;
using sql::Literal;
using sql::Not;
using sql::Null;
using sql::Operand;
using sql::Operate;
using sql::Operator;
using sql::Or;
using sql::True;
using sql::TypeKind;
using sql::Value;

Expression Op(Operator op, const Expression& left, Value right) {
  return Operate(op, left, Operand(left, op, right));
}
Expression Op(Operator op, const Expression& left, const Expression& right) {
  return Operate(op, left, right);
}
Expression Op(Operator op, Value left, const Expression& right) {
  return Operate(op, Operand(right, op, left), right);
}
Expression More(const Expression& left, Value right) {
  return Op(Operator::kGreater, left, std::move(right));
}

std::vector<Expression> Comparisons() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression b = Column("b", TypeKind::kInteger);
  return {Op(Operator::kEqual, a, b),
          Op(Operator::kNotEqual, a, b),
          Op(Operator::kLess, a, 5),
          Op(Operator::kLessEqual, a, 5),
          Op(Operator::kGreater, a, 5),
          Op(Operator::kGreaterEqual, a, 5),
          Op(Operator::kEqual, a, sql::None{}),
          Op(Operator::kNotEqual, a, sql::None{}),
          Op(Operator::kEqual, a, true),
          Op(Operator::kNotEqual, a, false),
          Op(Operator::kIs, a, sql::None{}),
          Op(Operator::kIsNot, a, sql::None{}),
          Op(Operator::kIs, a, True()),
          Op(Operator::kIsDistinctFrom, a, b),
          Op(Operator::kIsNotDistinctFrom, a, sql::None{})};
}

std::vector<Expression> Arithmetic() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression b = Column("b", TypeKind::kInteger);
  auto op = [](Operator kind, const Expression& left, auto right) { return Op(kind, left, right); };
  using O = Operator;
  return {More(op(O::kAdd, a, b), 5),
          More(op(O::kSubtract, a, b), 5),
          More(op(O::kMultiply, a, b), 5),
          More(op(O::kDivide, a, b), 5),
          More(op(O::kFloorDivide, a, b), 5),
          More(op(O::kModulo, a, b), 5),
          More(sql::Negative(a), 5),
          More(op(O::kMultiply, op(O::kAdd, a, b), 2), 5),
          More(op(O::kAdd, a, op(O::kMultiply, b, 2)), 5),
          More(op(O::kSubtract, a, op(O::kSubtract, b, 5)), 5),
          More(op(O::kSubtract, op(O::kSubtract, a, b), 5), 5),
          More(op(O::kAdd, op(O::kAdd, a, b), 5), 5),
          More(op(O::kMultiply, a, op(O::kMultiply, b, 5)), 5),
          More(op(O::kDivide, a, op(O::kDivide, b, 5)), 5),
          More(Op(O::kSubtract, 5, a), 5),
          More(op(O::kAdd, a, 1.5), 2)};
}

std::vector<Expression> Logic() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression b = Column("b", TypeKind::kBoolean);
  Expression c = Column("c", TypeKind::kBoolean);
  Expression large = More(a, 5);
  return {And({large, b}),
          Or({large, b}),
          And({large, Or({b, c})}),
          Or({large, And({b, c})}),
          And({b, And({More(a, 1), c})}),
          Not(large),
          Not(b),
          Not(And({b, c})),
          Not(Op(Operator::kEqual, a, 5)),
          Not(In(a, {1})),
          And({True(), large}),
          Or({False(), large}),
          And({False(), large}),
          Or({large, True()}),
          And({b}),
          And({b, c}),
          Or({b, c}),
          And({Not(b), c}),
          Not(Not(b)),
          Not(Call("f", {a})),
          True(),
          False()};
}

std::vector<Expression> Strings() {
  Expression a = Column("a", TypeKind::kString);
  Expression b = Column("b", TypeKind::kString);
  auto is_x = [](const Expression& left) { return Op(Operator::kEqual, left, "x"); };
  auto like = [&](Operator op, const char* text, std::optional<std::string> escape = std::nullopt) {
    return Like(op, a, Operand(a, op, text), std::move(escape));
  };
  return {is_x(Op(Operator::kAdd, a, b)),
          is_x(Op(Operator::kAdd, a, "y")),
          is_x(Op(Operator::kAdd, "y", a)),
          is_x(Op(Operator::kConcat, a, b)),
          is_x(Op(Operator::kAdd, Op(Operator::kAdd, a, b), "c")),
          like(Operator::kLike, "x%"),
          like(Operator::kNotLike, "x%"),
          like(Operator::kLike, "x/%", "/"),
          like(Operator::kIlike, "x%"),
          like(Operator::kNotIlike, "x%"),
          like(Operator::kStartsWith, "x"),
          like(Operator::kEndsWith, "x"),
          like(Operator::kContains, "x"),
          like(Operator::kContains, "50/%", "/"),
          Not(like(Operator::kStartsWith, "x")),
          like(Operator::kIstartsWith, "x"),
          like(Operator::kIendsWith, "x"),
          like(Operator::kIcontains, "x"),
          Not(like(Operator::kIcontains, "x")),
          is_x(sql::Collate(a, "C")),
          is_x(Call("lower", {a})),
          Op(Operator::kStartsWith, a, b),
          Op(Operator::kEqual, a, "it's")};
}

std::vector<Expression> Choices() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression one = Operand(a, Operator::kAnd, 1);
  Expression five = Operand(a, Operator::kAnd, 5);
  sql::ValueList first{{1, 2}};
  sql::ValueList second{{3, 4}};
  return {In(a, {1, 2}),
          In(a, {1, 2}, /*negated=*/true),
          In(a, std::vector<Value>{}),
          In(a, std::vector<Value>{}, /*negated=*/true),
          In(a, {sql::None{}}),
          In(Column("s", TypeKind::kString), {"x", "y"}),
          Between(a, one, five),
          Not(Between(a, one, five)),
          Between(a, one, five, /*symmetric=*/true),
          In(a, sql::ClauseList{.clauses = {Operand(a, Operator::kIn, 1), Column("b")}}),
          In(sql::Tuple{{a, Column("b")}}, {first, second}),
          In(a, sql::SqlText("1, 2"))};
}

std::vector<Expression> Functions() {
  Expression a = Column("a", TypeKind::kString);
  auto after_a = [&](const Expression& left) { return Op(Operator::kGreater, left, a); };
  auto is = [](const Expression& left, Value right) { return Op(Operator::kEqual, left, std::move(right)); };
  return {More(Call("length", {a}), 5),
          More(Call("LENGTH", {a}), 5),
          is(Call("coalesce", {a, Literal("x")}), "y"),
          More(Call("Coalesce", {a, Literal(5)}), 3),
          after_a(Call("now", {})),
          after_a(Call("current_date", {})),
          after_a(Call("current_timestamp", {})),
          is(sql::Function{.path = {"pg_catalog", "lower"}, .arguments = {a}}, "x"),
          More(Call("Weird", {a}), 1),
          More(Call("odd name", {a}), 1),
          More(Call("char_length", {a}), 1),
          More(Call("count", {}), 1),
          after_a(Call("localtimestamp", {})),
          is(Call("user", {}), "x"),
          More(Call("f", {More(a, 5), a}), 1),
          More(Call("f", {}), 1),
          More(Call("random", {}), 0),
          More(Call("max", {a}), "x"),
          is(Call("concat", {a, Literal("x")}), "y")};
}

std::vector<Expression> Casts() {
  Expression a = Column("a", TypeKind::kString);
  Expression ax = Op(Operator::kAdd, a, "x");
  sql::Type collated = sql::types::String(5);
  collated.collation = "C";
  auto coerced = [](const Expression& operand) { return Expression(sql::TypeCoerce{operand, sql::types::Integer()}); };
  return {More(CastTo(a, TypeKind::kInteger), 5),         More(CastTo(a, sql::types::Numeric(10, 2)), 5),
          Op(Operator::kEqual, CastTo(a, collated), "x"), More(CastTo(Value("5"), TypeKind::kInteger), 3),
          More(CastTo(ax, TypeKind::kInteger), 5),        More(coerced(a), 5),
          More(Op(Operator::kAdd, coerced(a), 5), 7),     More(Op(Operator::kMultiply, coerced(ax), 5), 7)};
}

std::vector<Expression> CustomOperators() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression b = Column("b", TypeKind::kInteger);
  auto bare = [](const char* text) { return sql::CustomOperator{.text = text}; };
  Expression matches = Operate({.text = "~", .is_comparison = true}, a, Literal("x"));
  Expression minus = Operate({.text = "-", .precedence = 7}, a, b);
  return {Operate(bare("&&"), a, b),
          More(Operate(bare("%%"), a, Literal(5)), 3),
          And({Operate(bare("@>"), a, b), More(a, 5)}),
          matches,
          Not(matches),
          Operate({.text = "*", .precedence = 8}, minus, Literal(5)),
          More(Op(Operator::kAdd, Operate(bare("||"), a, b), 5), 1)};
}

std::vector<Expression> Bits() {
  Expression a = Column("a", TypeKind::kInteger);
  Expression b = Column("b", TypeKind::kInteger);
  return {More(Op(Operator::kBitwiseAnd, a, b), 1),       More(Op(Operator::kBitwiseOr, a, b), 1),
          More(Op(Operator::kBitwiseXor, a, b), 1),       More(sql::BitwiseNot(a), 1),
          More(Op(Operator::kBitwiseShiftLeft, a, 2), 1), More(Op(Operator::kBitwiseShiftRight, a, 2), 1)};
}

std::vector<Expression> RegularExpressions() {
  Expression a = Column("a", TypeKind::kString);
  Expression match = sql::RegexpMatch(a, Literal("x.*"), std::nullopt);
  return {match, Not(match)};
}

std::vector<Expression> RegularExpressionsWithFlags() {
  Expression a = Column("a", TypeKind::kString);
  auto is_z = [](const Expression& left) { return Op(Operator::kEqual, left, "z"); };
  return {sql::RegexpMatch(a, Literal("x.*"), "i"), sql::RegexpMatch(a, Literal("x.*"), "xi"),
          is_z(sql::RegexpReplace(a, Literal("x"), Literal("y"), std::nullopt)),
          is_z(sql::RegexpReplace(a, Literal("x"), Literal("y"), "g"))};
}

std::vector<Expression> DistinctAndUnary() {
  Expression a = Column("a", TypeKind::kInteger);
  return {More(Call("count", {sql::Prefixed(Operator::kDistinct, a)}), 5),
          More(Call("f", {sql::Negative(a), Call("abs", {sql::Negative(Op(Operator::kAdd, a, 5))})}), 5)};
}

using Builder = std::vector<Expression> (*)();

const std::map<std::string, Builder>& Builders() {
  static const std::map<std::string, Builder> builders = {
      {"comparisons", Comparisons},
      {"arithmetic", Arithmetic},
      {"logic", Logic},
      {"strings", Strings},
      {"choices", Choices},
      {"functions", Functions},
      {"casts", Casts},
      {"custom operators", CustomOperators},
      {"bits", Bits},
      {"regular expressions", RegularExpressions},
      {"regular expressions with flags", RegularExpressionsWithFlags},
      {"distinct and unary", DistinctAndUnary},
  };
  return builders;
}

// "CHECK (...)" of a statement.
std::string ConditionIn(const std::string& statement) {
  return statement.substr(statement.find("CHECK ("));
}

std::string Written(const Dialect& dialect, const Expression& expression) {
  RenderOptions options{.offline = true};
  RunMemory memory;
  ops::AddConstraint op{.table = "t", .constraint = schema::Check{.name = "c", .condition = expression}};
  if (dialect.name() == "postgresql") return ConditionIn(dialect.Render(op, options, memory).statements[0].text);
  return "CHECK (" + dialect.DdlExpression(expression) + ")";
}

TEST(Builders, BuildWhatSqlalchemyBuilds) {
  std::ifstream file(std::string(LIMBECK_SOURCE_DIR) + "/tests/data/sql/expressions.json");
  size_t cases = 0;
  for (const nlohmann::json& golden : nlohmann::json::parse(file)) {
    auto builder = Builders().find(golden["name"].get<std::string>());
    if (builder == Builders().end()) continue;
    ++cases;
    const nlohmann::json& expected = golden["postgresql"]["statements"];
    std::vector<Expression> built = builder->second();
    ASSERT_EQ(built.size(), expected.size()) << builder->first;
    for (size_t i = 0; i < built.size(); ++i) {
      EXPECT_EQ(Written(FindDialect("postgresql"), built[i]), ConditionIn(expected[i].get<std::string>()))
          << builder->first << " " << i;
    }
  }
  EXPECT_EQ(cases, Builders().size());
}

}  // namespace
}  // namespace limbeck::dialect
