#include "sql/expression.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sql/operators.h"
#include "sql/result_type.h"
#include "sql/value_text.h"

namespace limbeck::sql {
namespace {

Expression SumOf(const char* one, const char* other) {
  return Operate(Operator::kAdd, Column(one, types::Integer()), Column(other, types::Integer()));
}

TEST(Expression, ComparesTrees) {
  EXPECT_EQ(SumOf("a", "b"), SumOf("a", "b"));
  EXPECT_FALSE(SumOf("a", "b") == SumOf("a", "c"));
  EXPECT_FALSE(SumOf("a", "b").Is(SumOf("a", "b")));
}

TEST(Expression, IsWalkedFromOutsideIn) {
  std::vector<std::string> names;
  Expression both = Call("f", {SumOf("a", "b"), Grouping{Column("c")}});
  Walk(both, [&](const Expression& part) { names.push_back(KeyOf(part)); });
  EXPECT_EQ(names, (std::vector<std::string>{"", "", "a", "b", "", "c"}));
}

TEST(Expression, SharesWhatDoesNotChange) {
  Expression constant = Call("now", {});
  Expression call = Call("f", {constant, Column("a")});
  Expression replaced = ReplaceColumns(call, [](const Expression&, const ColumnReference&) { return Column("z"); });
  EXPECT_EQ(replaced, Call("f", {constant, Column("z")}));
  EXPECT_TRUE(replaced.As<Function>()->arguments[0].Is(constant));
}

TEST(Expression, ReplacesColumnsEverywhere) {
  Expression a = Column("a");
  std::vector<Expression> forms = {
      a,
      Operate(Operator::kEqual, a, Null()),
      Not(a),
      And({a, a}),
      Between(a, a, a),
      CastTo(a, types::Text()),
      TypeCoerce{a, types::Text()},
      Case{.value = a, .whens = {{a, a}}, .otherwise = a},
      Extract{"year", a},
      Label{"l", a},
      Tuple{{a}},
      ArrayLiteral{{a}},
      Slice{a, a},
      AggregateOrderBy{a, a},
      AsBoolean{a},
      Ordered(a, Operator::kDesc),
  };
  for (const Expression& form : forms) {
    Expression replaced = ReplaceColumns(form, [](const Expression&, const ColumnReference&) { return Column("z"); });
    int others = 0;
    int found = 0;
    Walk(replaced, [&](const Expression& part) {
      const auto* column = part.As<ColumnReference>();
      if (column) ++(column->name.text == "z" ? found : others);
    });
    EXPECT_EQ(others, 0);
    EXPECT_GT(found, 0);
  }
}

TEST(Expression, HasAType) {
  EXPECT_EQ(TypeOf(SumOf("a", "b")), types::Integer());
  EXPECT_EQ(TypeOf(True()), types::Boolean());
  EXPECT_EQ(TypeOf(Null()), Type());
  EXPECT_EQ(TypeOf(Call("count", {})), types::Integer());
  EXPECT_EQ(TypeOf(Call("max", {Column("a", types::Text())})), types::Text());
  EXPECT_EQ(TypeOf(Operate(Operator::kLess, Column("a"), Literal(5))), types::Boolean());
  EXPECT_EQ(TypeOf(Grouping{Label{"l", Literal("x")}}), types::String());
}

TEST(ResultType, FollowsTheOperands) {
  struct Row {
    Operator op;
    Type left;
    Type right;
    Operator result_op;
    Type result;
  };
  const Row rows[] = {
      {Operator::kAdd, types::Integer(), types::Integer(), Operator::kAdd, types::Integer()},
      {Operator::kAdd, types::String(5), types::Text(), Operator::kConcat, types::String(5)},
      {Operator::kAdd, types::String(), {}, Operator::kConcat, types::String()},
      {Operator::kAdd, {}, types::String(), Operator::kConcat, types::String()},
      {Operator::kAdd, types::Integer(), types::Numeric(5, 2), Operator::kAdd, types::Numeric(5, 2)},
      {Operator::kDivide, types::Integer(), types::Integer(), Operator::kDivide, types::Numeric()},
      {Operator::kSubtract, types::DateTime(), types::DateTime(), Operator::kSubtract, TypeKind::kInterval},
      {Operator::kSubtract, types::Date(), types::Date(), Operator::kSubtract, types::Integer()},
      {Operator::kAdd, types::Date(), TypeKind::kInterval, Operator::kAdd, types::DateTime()},
      {Operator::kSubtract, {}, types::Integer(), Operator::kSubtract, {}},
  };
  for (const Row& row : rows) {
    OperatorResult result = ResultOf(row.op, row.left, row.right);
    EXPECT_EQ(result.op, row.result_op);
    EXPECT_EQ(result.type, row.result);
  }
}

TEST(ResultType, AValueTakesTheTypeBesideItIfItCan) {
  EXPECT_EQ(CoerceToward(types::String(5), "x"), types::String(5));
  EXPECT_EQ(CoerceToward(types::String(5), 5), types::Integer());
  EXPECT_EQ(CoerceToward(TypeKind::kInet, "1.2.3.4"), Type(TypeKind::kInet));
  EXPECT_EQ(CoerceToward(types::Uuid(), "x"), types::Uuid());
  EXPECT_EQ(CoerceToward(TypeKind::kNativeEnum, "x"), Type(TypeKind::kNativeEnum));
  EXPECT_EQ(CoerceToward(types::Date(), None{}), types::Date());
}

TEST(ValueText, WritesFloatsAsPythonDoes) {
  const std::pair<double, const char*> rows[] = {
      {0, "0.0"},
      {-0.0, "-0.0"},
      {5, "5.0"},
      {1.5, "1.5"},
      {0.1, "0.1"},
      {1e16, "1e+16"},
      {1e15, "1000000000000000.0"},
      {123456.789, "123456.789"},
      {0.0001, "0.0001"},
      {0.00001, "1e-05"},
      {-2.5e-7, "-2.5e-07"},
      {1e100, "1e+100"},
      {1.0 / 3, "0.3333333333333333"},
  };
  for (const auto& [value, text] : rows) EXPECT_EQ(FloatText(value), text);
}

TEST(ValueText, WritesValuesAsPythonDoes) {
  EXPECT_EQ(ReprOf(None{}), "None");
  EXPECT_EQ(ReprOf(true), "True");
  EXPECT_EQ(ReprOf(int64_t{5}), "5");
  EXPECT_EQ(ReprOf("it's"), "\"it's\"");
  EXPECT_EQ(ReprOf(Decimal{"1.50"}), "Decimal('1.50')");
  EXPECT_EQ(ReprOf(Interval{90061000001}), "datetime.timedelta(days=1, seconds=3661, microseconds=1)");
  EXPECT_EQ(ReprOf(Interval{-1000000}), "datetime.timedelta(days=-1, seconds=86399)");
  EXPECT_EQ(ReprOf(ValueList{{1, "a"}}), "[1, 'a']");
}

}  // namespace
}  // namespace limbeck::sql
