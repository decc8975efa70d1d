#include "sql/operator.h"

#include <gtest/gtest.h>

namespace limbeck::sql {
namespace {

TEST(Operator, TakesParenthesesByPrecedence) {
  struct Row {
    Operator inner;
    Operator outer;
    bool needed;
  };
  const Row rows[] = {
      {Operator::kAdd, Operator::kMultiply, true},
      {Operator::kMultiply, Operator::kAdd, false},
      {Operator::kAdd, Operator::kAdd, false},
      {Operator::kSubtract, Operator::kSubtract, true},
      {Operator::kOr, Operator::kAnd, true},
      {Operator::kAnd, Operator::kOr, false},
      {Operator::kEqual, Operator::kAnd, false},
      {Operator::kEqual, Operator::kEqual, true},
      {Operator::kEqual, Operator::kNone, true},
      {Operator::kConcat, Operator::kLike, true},
      {Operator::kStartsWith, Operator::kAnd, true},
      {Operator::kAdd, Operator::kStartsWith, true},
      {Operator::kGetItem, Operator::kJsonGetItem, true},
      {Operator::kComma, Operator::kIn, true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(NeedsParentheses(row.inner, row.outer), row.needed)
        << OperatorText(row.inner) << " in " << OperatorText(row.outer);
  }
}

TEST(Operator, CustomOnesBringTheirPrecedence) {
  EXPECT_TRUE(NeedsParentheses(Operator::kCustom, 0, Operator::kAdd, 0));
  EXPECT_FALSE(NeedsParentheses(Operator::kCustom, 8, Operator::kAdd, 0));
  EXPECT_TRUE(NeedsParentheses(Operator::kAdd, 0, Operator::kCustom, 8));
  EXPECT_FALSE(NeedsParentheses(Operator::kAdd, 0, Operator::kCustom, 0));
}

TEST(Operator, HasAnOpposite) {
  for (Operator op : {Operator::kLess, Operator::kEqual, Operator::kLike, Operator::kIn, Operator::kIsTrue}) {
    EXPECT_EQ(Negation(Negation(op)), op);
    EXPECT_NE(Negation(op), op);
  }
  EXPECT_EQ(Negation(Operator::kAdd), Operator::kNone);
}

}  // namespace
}  // namespace limbeck::sql
