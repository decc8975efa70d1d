#include "sql/operator.h"

namespace limbeck::sql {
namespace {

constexpr int kLowest = -100;
constexpr int kHighest = 100;

struct OperatorFacts {
  Operator op;
  std::string_view text;
  /// kLowest - 1: the operator has no place in the order.
  int precedence;
  bool comparison;
  bool associative;
  Operator negation;
};

constexpr int kUnranked = kLowest - 1;
constexpr bool kYes = true;
constexpr bool kNo = false;
constexpr Operator kNothing = Operator::kNone;

// One row for each operator, in the order of the enumeration.
constexpr OperatorFacts kOperators[] = {
    {Operator::kNone, "", kUnranked, kNo, kNo, kNothing},
    {Operator::kAnd, " AND ", 3, kNo, kYes, kNothing},
    {Operator::kOr, " OR ", 2, kNo, kYes, kNothing},
    {Operator::kNot, "NOT ", 5, kNo, kNo, kNothing},
    {Operator::kAdd, " + ", 7, kNo, kYes, kNothing},
    {Operator::kSubtract, " - ", 7, kNo, kNo, kNothing},
    {Operator::kMultiply, " * ", 8, kNo, kYes, kNothing},
    {Operator::kDivide, "", 8, kNo, kNo, kNothing},
    {Operator::kFloorDivide, "", 8, kNo, kNo, kNothing},
    {Operator::kModulo, " % ", 8, kNo, kNo, kNothing},
    {Operator::kNegate, "-", 8, kNo, kNo, kNothing},
    {Operator::kLess, " < ", 5, kYes, kNo, Operator::kGreaterEqual},
    {Operator::kLessEqual, " <= ", 5, kYes, kNo, Operator::kGreater},
    {Operator::kEqual, " = ", 5, kYes, kNo, Operator::kNotEqual},
    {Operator::kNotEqual, " != ", 5, kYes, kNo, Operator::kEqual},
    {Operator::kGreater, " > ", 5, kYes, kNo, Operator::kLessEqual},
    {Operator::kGreaterEqual, " >= ", 5, kYes, kNo, Operator::kLess},
    {Operator::kConcat, " || ", 5, kNo, kYes, kNothing},
    {Operator::kLike, " LIKE ", 5, kYes, kNo, Operator::kNotLike},
    {Operator::kNotLike, " NOT LIKE ", 5, kYes, kNo, Operator::kLike},
    {Operator::kIlike, "", 5, kYes, kNo, Operator::kNotIlike},
    {Operator::kNotIlike, "", 5, kYes, kNo, Operator::kIlike},
    {Operator::kStartsWith, "", kUnranked, kYes, kNo, Operator::kNotStartsWith},
    {Operator::kNotStartsWith, "", kUnranked, kYes, kNo, Operator::kStartsWith},
    {Operator::kIstartsWith, "", kUnranked, kYes, kNo, Operator::kNotIstartsWith},
    {Operator::kNotIstartsWith, "", kUnranked, kYes, kNo, Operator::kIstartsWith},
    {Operator::kEndsWith, "", kUnranked, kYes, kNo, Operator::kNotEndsWith},
    {Operator::kNotEndsWith, "", kUnranked, kYes, kNo, Operator::kEndsWith},
    {Operator::kIendsWith, "", kUnranked, kYes, kNo, Operator::kNotIendsWith},
    {Operator::kNotIendsWith, "", kUnranked, kYes, kNo, Operator::kIendsWith},
    {Operator::kContains, "", kUnranked, kYes, kNo, Operator::kNotContains},
    {Operator::kNotContains, "", kUnranked, kYes, kNo, Operator::kContains},
    {Operator::kIcontains, "", kUnranked, kYes, kNo, Operator::kNotIcontains},
    {Operator::kNotIcontains, "", kUnranked, kYes, kNo, Operator::kIcontains},
    {Operator::kMatch, " MATCH ", 5, kYes, kNo, Operator::kNotMatch},
    {Operator::kNotMatch, "", 5, kYes, kNo, Operator::kMatch},
    {Operator::kRegexpMatch, "", 5, kYes, kNo, Operator::kNotRegexpMatch},
    {Operator::kNotRegexpMatch, "", 5, kYes, kNo, Operator::kRegexpMatch},
    {Operator::kRegexpReplace, "", 5, kNo, kNo, kNothing},
    {Operator::kIn, " IN ", 5, kYes, kNo, Operator::kNotIn},
    {Operator::kNotIn, " NOT IN ", 5, kYes, kNo, Operator::kIn},
    {Operator::kIs, " IS ", 5, kYes, kNo, Operator::kIsNot},
    {Operator::kIsNot, " IS NOT ", 5, kYes, kNo, Operator::kIs},
    {Operator::kIsTrue, "", 5, kNo, kNo, Operator::kIsFalse},
    {Operator::kIsFalse, "", 5, kNo, kNo, Operator::kIsTrue},
    {Operator::kIsDistinctFrom, " IS DISTINCT FROM ", 5, kYes, kNo, Operator::kIsNotDistinctFrom},
    {Operator::kIsNotDistinctFrom, " IS NOT DISTINCT FROM ", 5, kYes, kNo, Operator::kIsDistinctFrom},
    {Operator::kBetween, " BETWEEN ", 5, kYes, kNo, Operator::kNotBetween},
    {Operator::kNotBetween, " NOT BETWEEN ", 5, kYes, kNo, Operator::kBetween},
    {Operator::kBitwiseAnd, " & ", 7, kNo, kNo, kNothing},
    {Operator::kBitwiseOr, " | ", 7, kNo, kNo, kNothing},
    {Operator::kBitwiseXor, " ^ ", 7, kNo, kNo, kNothing},
    {Operator::kBitwiseNot, "~", 8, kNo, kNo, kNothing},
    {Operator::kBitwiseShiftLeft, " << ", 7, kNo, kNo, kNothing},
    {Operator::kBitwiseShiftRight, " >> ", 7, kNo, kNo, kNothing},
    {Operator::kGetItem, "", 15, kNo, kNo, kNothing},
    {Operator::kJsonGetItem, "", 15, kNo, kNo, kNothing},
    {Operator::kJsonPathGetItem, "", 15, kNo, kNo, kNothing},
    {Operator::kCollate, " COLLATE ", 4, kNo, kNo, kNothing},
    {Operator::kDistinct, "DISTINCT ", 5, kNo, kNo, kNothing},
    {Operator::kAny, "ANY ", 15, kNo, kNo, kNothing},
    {Operator::kAll, "ALL ", 15, kNo, kNo, kNothing},
    {Operator::kExists, "EXISTS ", 0, kNo, kNo, kNothing},
    {Operator::kAsc, " ASC", 3, kNo, kNo, kNothing},
    {Operator::kDesc, " DESC", 3, kNo, kNo, kNothing},
    {Operator::kNullsFirst, " NULLS FIRST", kUnranked, kNo, kNo, kNothing},
    {Operator::kNullsLast, " NULLS LAST", kUnranked, kNo, kNo, kNothing},
    {Operator::kComma, ", ", -1, kNo, kNo, kNothing},
    {Operator::kFrom, " FROM ", 15, kNo, kNo, kNothing},
    {Operator::kAs, " AS ", -1, kNo, kNo, kNothing},
    {Operator::kFilter, "", 6, kNo, kNo, kNothing},
    {Operator::kAsBoolean, "", -10, kNo, kNo, kNothing},
    {Operator::kCustom, "", kUnranked, kNo, kNo, kNothing},
};

constexpr bool RowsFollowTheEnumeration() {
  int index = 0;
  for (const OperatorFacts& row : kOperators) {
    if (static_cast<int>(row.op) != index++) return false;
  }
  return index == static_cast<int>(Operator::kCustom) + 1;
}
static_assert(RowsFollowTheEnumeration());

const OperatorFacts& FactsOf(Operator op) {
  return kOperators[static_cast<int>(op)];
}

int Rank(Operator op, int custom, int unranked) {
  if (op == Operator::kCustom) return custom;
  int precedence = FactsOf(op).precedence;
  return precedence == kUnranked ? unranked : precedence;
}

// (a op b) op c is written without parentheses.
bool GroupsNaturally(Operator op) {
  return IsAssociative(op) || op == Operator::kGetItem || op == Operator::kJsonGetItem ||
         op == Operator::kJsonPathGetItem;
}

}  // namespace

bool NeedsParentheses(Operator inner, int inner_precedence, Operator outer, int outer_precedence) {
  if (outer == Operator::kNone) return true;
  if (inner == outer && GroupsNaturally(inner)) return false;
  return Rank(inner, inner_precedence, kLowest) <= Rank(outer, outer_precedence, kHighest);
}

bool NeedsParentheses(Operator inner, Operator outer) {
  return NeedsParentheses(inner, 0, outer, 0);
}

bool IsComparison(Operator op) {
  return FactsOf(op).comparison;
}

bool IsAssociative(Operator op) {
  return FactsOf(op).associative;
}

bool IsBoolean(Operator op) {
  return IsComparison(op) || op == Operator::kNot || op == Operator::kIsTrue || op == Operator::kIsFalse ||
         op == Operator::kAnd || op == Operator::kOr;
}

Operator Negation(Operator op) {
  return FactsOf(op).negation;
}

std::string_view OperatorText(Operator op) {
  return FactsOf(op).text;
}

}  // namespace limbeck::sql
