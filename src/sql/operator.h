#pragma once

#include <string_view>

namespace limbeck::sql {

/// The operators of SQL expressions, named as SQLAlchemy names them.
enum class Operator {
  kNone,
  kAnd,
  kOr,
  kNot,  ///< `inv`
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,       ///< `truediv`
  kFloorDivide,  ///< `floordiv`
  kModulo,
  kNegate,
  kLess,
  kLessEqual,
  kEqual,
  kNotEqual,
  kGreater,
  kGreaterEqual,
  kConcat,
  kLike,
  kNotLike,
  kIlike,
  kNotIlike,
  kStartsWith,
  kNotStartsWith,
  kIstartsWith,
  kNotIstartsWith,
  kEndsWith,
  kNotEndsWith,
  kIendsWith,
  kNotIendsWith,
  kContains,
  kNotContains,
  kIcontains,
  kNotIcontains,
  kMatch,
  kNotMatch,
  kRegexpMatch,
  kNotRegexpMatch,
  kRegexpReplace,
  kIn,
  kNotIn,
  kIs,
  kIsNot,
  kIsTrue,
  kIsFalse,
  kIsDistinctFrom,
  kIsNotDistinctFrom,
  kBetween,
  kNotBetween,
  kBitwiseAnd,
  kBitwiseOr,
  kBitwiseXor,
  kBitwiseNot,
  kBitwiseShiftLeft,
  kBitwiseShiftRight,
  kGetItem,
  kJsonGetItem,
  kJsonPathGetItem,
  kCollate,
  kDistinct,
  kAny,
  kAll,
  kExists,
  kAsc,
  kDesc,
  kNullsFirst,
  kNullsLast,
  kComma,
  kFrom,
  kAs,
  kFilter,
  kAsBoolean,  ///< only as the neighbour that a boolean is grouped against
  kCustom,     ///< `.op("...")`: text and precedence are the expression's
};

/// True when an expression of `inner` needs parentheses as an operand of `outer`; kNone stands for no operator at all.
/// The precedences are those of kCustom and mean nothing otherwise.
bool NeedsParentheses(Operator inner, Operator outer);
bool NeedsParentheses(Operator inner, int inner_precedence, Operator outer, int outer_precedence);

bool IsComparison(Operator op);
bool IsAssociative(Operator op);
/// Gives true or false in any database.
bool IsBoolean(Operator op);

/// The operator that says the opposite: kEqual for kNotEqual; kNone when there is none.
Operator Negation(Operator op);

/// The text between two operands, or before or after one: " = ", "DISTINCT ", " DESC". Empty when the compiler has a
/// form of its own for it.
std::string_view OperatorText(Operator op);

}  // namespace limbeck::sql
