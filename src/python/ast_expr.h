#pragma once

#include <cstdint>
#include <string_view>

#include "base/source.h"
#include "python/arena.h"
#include "python/code.h"
#include "python/symbol.h"

/// Expressions. See ast.h for how the tree is held; the comments show the Python.
namespace limbeck::python::ast {

enum class ExprKind : uint8_t {
  kConstant,
  kName,
  kAttribute,
  kCall,
  kSubscript,
  kBinaryOp,
  kUnaryOp,
  kBoolOp,
  kCompare,
  kConditional,
  kNamedExpr,
  kLambda,
  kTuple,
  kList,
  kSet,
  kDict,
  kComprehension,
  kJoinedString,
  kFormattedValue,
  kSlice,
  kStarred,
  kAwait,
  kYield,
  kYieldFrom,
};

struct Expr {
  ExprKind kind;
  Span span;
};

struct Function;

enum class ConstantKind : uint8_t { kNone, kTrue, kFalse, kEllipsis, kInt, kBigInt, kFloat, kImaginary, kStr, kBytes };

/// `1`, `"text"`, `None`. `index` is dense in the module: an interpreter makes each constant's value once.
struct Constant : Expr {
  static constexpr ExprKind kKind = ExprKind::kConstant;
  ConstantKind constant = ConstantKind::kNone;
  uint32_t index = 0;
  union {
    int64_t integer = 0;  ///< kInt
    double number;        ///< kFloat, kImaginary
  };
  /// kStr: UTF-8, except that a lone surrogate (written "\ud800") is its three bytes. kBytes: the bytes.
  /// kBigInt: the digits as written without underscores, with their prefix 0x, 0o or 0b if any; never negative.
  std::string_view text;
};

/// `users`
struct Name : Expr {
  static constexpr ExprKind kKind = ExprKind::kName;
  NameRef ref;
};

/// `value.name`; the name is mangled.
struct Attribute : Expr {
  static constexpr ExprKind kKind = ExprKind::kAttribute;
  /// Dense in the module.
  uint32_t cache_index = 0;
  Child<Expr> value;
  Symbol name;
  Span name_span;
};

/// `name=value`, or `**value` when there is no name.
struct Keyword {
  Symbol name;
  Child<Expr> value;
  Span span;
};

/// `function(*arguments, **keywords)`. All of `arguments` are evaluated before all of `keywords`, as in CPython.
struct Call : Expr {
  static constexpr ExprKind kKind = ExprKind::kCall;
  /// Some argument is Starred / some keyword has no name. When neither: plain counts are sizes.
  bool has_star = false;
  bool has_double_star = false;
  /// Dense in the module.
  uint32_t cache_index = 0;
  Child<Expr> function;
  Sequence<Child<Expr>> arguments;
  Sequence<Keyword> keywords;
};

/// `value[index]`; the index may be a Slice or a Tuple with slices and Starred in it.
struct Subscript : Expr {
  static constexpr ExprKind kKind = ExprKind::kSubscript;
  Child<Expr> value;
  Child<Expr> index;
};

enum class BinaryOperator : uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kMatrixMultiply,
  kDivide,
  kFloorDivide,
  kModulo,
  kPower,
  kLeftShift,
  kRightShift,
  kBitAnd,
  kBitOr,
  kBitXor,
};

struct BinaryOp : Expr {
  static constexpr ExprKind kKind = ExprKind::kBinaryOp;
  BinaryOperator op = BinaryOperator::kAdd;
  Child<Expr> left;
  Child<Expr> right;
};

enum class UnaryOperator : uint8_t { kNegate, kPlus, kInvert, kNot };

struct UnaryOp : Expr {
  static constexpr ExprKind kKind = ExprKind::kUnaryOp;
  UnaryOperator op = UnaryOperator::kNot;
  Child<Expr> operand;
};

/// `a and b and c`: two values or more.
struct BoolOp : Expr {
  static constexpr ExprKind kKind = ExprKind::kBoolOp;
  bool is_or = false;
  Sequence<Child<Expr>> values;
};

enum class CompareOperator : uint8_t {
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kIs,
  kIsNot,
  kIn,
  kNotIn,
};

struct Comparison {
  CompareOperator op = CompareOperator::kEqual;
  Child<Expr> right;
};

/// `left < a < b`: one comparison or more.
struct Compare : Expr {
  static constexpr ExprKind kKind = ExprKind::kCompare;
  Child<Expr> left;
  Sequence<Comparison> comparisons;
};

/// `body if test else otherwise`
struct Conditional : Expr {
  static constexpr ExprKind kKind = ExprKind::kConditional;
  Child<Expr> test;
  Child<Expr> body;
  Child<Expr> otherwise;
};

/// `(target := value)`
struct NamedExpr : Expr {
  static constexpr ExprKind kKind = ExprKind::kNamedExpr;
  Child<Name> target;
  Child<Expr> value;
};

/// `lambda x: x + 1`
struct Lambda : Expr {
  static constexpr ExprKind kKind = ExprKind::kLambda;
  Child<Function> function;
};

/// `a, b` and `(a, b)`; elements may be Starred, and Slice when it is an index.
struct Tuple : Expr {
  static constexpr ExprKind kKind = ExprKind::kTuple;
  static constexpr uint32_t kNotConstant = UINT32_MAX;
  bool has_star = false;
  /// When all elements are constants (or such tuples): an index of the same series as Constant::index, so that the
  /// tuple is made once.
  uint32_t constant_index = kNotConstant;
  Sequence<Child<Expr>> elements;
};

struct List : Expr {
  static constexpr ExprKind kKind = ExprKind::kList;
  bool has_star = false;
  Sequence<Child<Expr>> elements;
};

struct Set : Expr {
  static constexpr ExprKind kKind = ExprKind::kSet;
  bool has_star = false;
  Sequence<Child<Expr>> elements;
};

/// `key: value`, or `**value` when the key is null.
struct DictItem {
  Child<Expr> key;
  Child<Expr> value;
};

struct Dict : Expr {
  static constexpr ExprKind kKind = ExprKind::kDict;
  Sequence<DictItem> items;
};

enum class ComprehensionKind : uint8_t { kList, kSet, kDict, kGenerator };

/// `for target in iterable if condition if condition`
struct ComprehensionClause {
  Child<Expr> target;
  Child<Expr> iterable;
  Sequence<Child<Expr>> conditions;
  bool is_async = false;
};

/// `[element for x in y]`, `{...}`, `{element: value for ...}`, `(element for x in y)`.
///
/// The first iterable is evaluated in the scope around (for a generator expression: when it is made, and the iterator
/// is handed to its frame as the only parameter, slot 0, named ".0"). The kinds but kGenerator run in the frame around:
/// before the first iterator is asked, the slots [first_slot, first_slot + slot_count) are emptied and the cells of
/// `cells` get new boxes; afterwards the slots are emptied again.
struct Comprehension : Expr {
  static constexpr ExprKind kKind = ExprKind::kComprehension;
  ComprehensionKind comprehension = ComprehensionKind::kList;
  /// Has `async for` or `await` in it.
  bool is_async = false;
  Child<Expr> element;
  /// Of a dict comprehension, else null.
  Child<Expr> value;
  Sequence<ComprehensionClause> clauses;
  /// Of a generator expression, else null.
  Child<Code> code;
  uint32_t first_slot = 0;
  uint32_t slot_count = 0;
  Sequence<uint32_t> cells;
};

/// `f"..."`: parts are Constant (str) and FormattedValue.
struct JoinedString : Expr {
  static constexpr ExprKind kKind = ExprKind::kJoinedString;
  Sequence<Child<Expr>> parts;
};

/// `{value!r:spec}` in an f-string. `{value=}` is the text "value=" as a Constant before, and conversion 'r' unless
/// there is a conversion or a format.
struct FormattedValue : Expr {
  static constexpr ExprKind kKind = ExprKind::kFormattedValue;
  /// 's', 'r', 'a' or 0.
  char conversion = 0;
  Child<Expr> value;
  /// JoinedString or null.
  Child<JoinedString> format;
};

/// `lower:upper:step`, each of which may be null; only inside a Subscript.
struct Slice : Expr {
  static constexpr ExprKind kKind = ExprKind::kSlice;
  Child<Expr> lower;
  Child<Expr> upper;
  Child<Expr> step;
};

/// `*value`
struct Starred : Expr {
  static constexpr ExprKind kKind = ExprKind::kStarred;
  Child<Expr> value;
};

struct Await : Expr {
  static constexpr ExprKind kKind = ExprKind::kAwait;
  Child<Expr> value;
};

/// `yield value`; the value may be null.
struct Yield : Expr {
  static constexpr ExprKind kKind = ExprKind::kYield;
  Child<Expr> value;
};

struct YieldFrom : Expr {
  static constexpr ExprKind kKind = ExprKind::kYieldFrom;
  Child<Expr> value;
};

}  // namespace limbeck::python::ast
