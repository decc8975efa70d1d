#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "sql/name.h"
#include "sql/operator.h"
#include "sql/shared.h"
#include "sql/type.h"
#include "sql/value.h"

namespace limbeck::sql {

struct BindParameter;
struct Text;
struct LiteralColumn;
struct ColumnReference;
struct Function;
struct Unary;
struct Binary;
struct ClauseList;
struct Grouping;
struct AsBoolean;
struct Cast;
struct TypeCoerce;
struct Collation;
struct Case;
struct Extract;
struct Label;
struct Tuple;
struct ArrayLiteral;
struct Slice;
struct NextValue;
struct AggregateOrderBy;
struct Subquery;
struct Over;
struct Filtered;
struct WithinGroup;
struct NameReference;
struct Query;
struct FromItem;

/// An item of FROM (from.h).
using From = std::shared_ptr<const FromItem>;

enum class Constant { kNull, kTrue, kFalse };

/// Every kind of node there is.
using NodeData =
    std::variant<Constant, BindParameter, Text, LiteralColumn, ColumnReference, Function, Unary, Binary, ClauseList,
                 Grouping, AsBoolean, Cast, TypeCoerce, Collation, Case, Extract, Label, Tuple, ArrayLiteral, Slice,
                 NextValue, AggregateOrderBy, Subquery, Over, Filtered, WithinGroup, NameReference>;
struct Node;

template <typename T, typename Variant>
inline constexpr bool kIsAlternative = false;
template <typename T, typename... Types>
inline constexpr bool kIsAlternative<T, std::variant<Types...>> = (std::is_same_v<T, Types> || ...);

/// An SQL expression: an immutable tree whose nodes are shared by copies, so copying is cheap and threads may read it.
/// Parentheses are nodes: who builds a tree (operators.h) puts them where SQLAlchemy does, who prints it prints what
/// is there. Equality compares trees; `is` tells whether two are the same node, which matters for anonymous
/// parameters: one node that stands in two places is one parameter.
class Expression {
 public:
  template <typename T, typename = std::enable_if_t<kIsAlternative<T, NodeData>>>
  Expression(T node);

  const Node& node() const { return *node_; }
  /// The node itself, kept alive: for what is named after it.
  const std::shared_ptr<const Node>& shared() const { return node_; }
  bool Is(const Expression& other) const { return node_ == other.node_; }
  bool operator==(const Expression& other) const;

  /// The node when it is a T, else nullptr.
  template <typename T>
  const T* As() const;

 private:
  std::shared_ptr<const Node> node_;
};

/// A value that the database gets as a parameter, or as a literal where only those can stand (DDL, scripts).
struct BindParameter {
  /// ":key" of a text, or the name a script gave; empty for an anonymous one, which is named after `hint`.
  std::string key;
  std::string hint = "param";
  Value value;
  Type type;
  /// Gets a number at its end, so that equal hints stay apart.
  bool unique = false;
  /// Has no value until the statement is executed.
  bool required = false;
  /// The list of an IN: as many parameters as it has items.
  bool expanding = false;
  /// Always written as a literal: `op.inline_literal`, `literal_execute=True`.
  bool as_literal = false;
  bool operator==(const BindParameter&) const = default;
};

/// sa.text(): ":name" stands for a parameter, "\:" for a colon.
struct Text {
  std::string sql;
  /// Those that `bindparams()` gave a value or a type; others have neither.
  std::vector<BindParameter> binds;
  bool operator==(const Text&) const = default;
};

/// sa.literal_column(): text that is taken as it is, in the place of a column.
struct LiteralColumn {
  std::string sql;
  Type type;
  bool operator==(const LiteralColumn&) const = default;
};

/// What its maker may find a column again by: no part of what the column is.
struct ColumnOrigin {
  std::shared_ptr<const void> object;
  bool operator==(const ColumnOrigin&) const { return true; }
};

struct ColumnReference {
  Name name;
  /// Empty when the column belongs to no table.
  Name table;
  std::optional<Name> schema;
  Type type;
  /// Set for a column of anything but a plain table.
  From from;
  /// A column without a name of its own: called as the value is that it stands for, "count_1", by this hint.
  std::shared_ptr<const Node> named_after;
  std::string hint;
  ColumnOrigin origin;
  bool operator==(const ColumnReference&) const = default;
};

/// sa.func.a.b(...): path {"a", "b"}.
struct Function {
  std::vector<Name> path;
  std::vector<Expression> arguments;
  Type type;
  bool operator==(const Function&) const = default;
};

/// An operator before (`op`) or after (`modifier`) its operand; one of them is kNone.
struct Unary {
  Operator op = Operator::kNone;
  Operator modifier = Operator::kNone;
  Expression operand;
  Type type;
  /// Text and precedence of kCustom.
  std::string custom;
  int precedence = 0;
  bool operator==(const Unary&) const = default;
};

struct Binary {
  Expression left;
  Expression right;
  Operator op = Operator::kNone;
  Type type;
  /// What `~` makes of it; kNone when that is NOT (...).
  Operator negation = Operator::kNone;
  /// LIKE ... ESCAPE.
  std::optional<std::string> escape;
  /// Of regexp_match and regexp_replace.
  std::optional<std::string> flags;
  /// BETWEEN SYMMETRIC.
  bool symmetric = false;
  /// Of kCustom.
  std::string custom;
  int precedence = 0;
  bool custom_is_comparison = false;
  /// Takes parentheses wherever it is part of a larger operation, whatever the precedence: ->, ->>.
  bool eager_grouping = false;
  bool operator==(const Binary&) const = default;
};

/// Operands of one associative operator (a AND b AND c), the two ends of BETWEEN, or a comma list.
struct ClauseList {
  Operator op = Operator::kComma;
  std::vector<Expression> clauses;
  Type type;
  /// Takes parentheses by precedence; the ends of a BETWEEN do not.
  bool group = true;
  bool operator==(const ClauseList&) const = default;
};

struct Grouping {
  Expression operand;
  bool operator==(const Grouping&) const = default;
};

/// A boolean column as a condition: `flag` where the database has booleans, `flag = 1` where it has none.
struct AsBoolean {
  Expression operand;
  Operator op = Operator::kIsTrue;
  bool operator==(const AsBoolean&) const = default;
};

struct Cast {
  Expression operand;
  Type type;
  bool operator==(const Cast&) const = default;
};

/// sa.type_coerce(): changes the type and not the SQL.
struct TypeCoerce {
  Expression operand;
  Type type;
  bool operator==(const TypeCoerce&) const = default;
};

/// The right side of COLLATE.
struct Collation {
  Name name;
  bool operator==(const Collation&) const = default;
};

struct CaseWhen;

struct Case {
  std::optional<Expression> value;
  std::vector<CaseWhen> whens;
  std::optional<Expression> otherwise;
  Type type;
  bool operator==(const Case& other) const;
};

struct CaseWhen {
  Expression condition;
  Expression result;
  bool operator==(const CaseWhen&) const = default;
};

struct Extract {
  std::string field;
  Expression operand;
  bool operator==(const Extract&) const = default;
};

struct Label {
  Name name;
  Expression operand;
  bool operator==(const Label&) const = default;
};

struct Tuple {
  std::vector<Expression> items;
  bool operator==(const Tuple&) const = default;
};

/// postgresql.array([...])
struct ArrayLiteral {
  std::vector<Expression> items;
  /// Of the array, not of its items.
  Type type;
  bool operator==(const ArrayLiteral&) const = default;
};

struct Slice {
  Expression start;
  Expression stop;
  bool operator==(const Slice&) const = default;
};

/// sa.Sequence(...).next_value()
struct NextValue {
  Name sequence;
  std::optional<Name> schema;
  bool operator==(const NextValue&) const = default;
};

/// postgresql.aggregate_order_by(...)
struct AggregateOrderBy {
  Expression target;
  Expression order_by;
  bool operator==(const AggregateOrderBy&) const = default;
};

/// A select in the place of a value, of EXISTS or of IN. What a query is, is statement.h's business.
struct Subquery {
  Shared<Query> query;
  Type type;
  bool operator==(const Subquery& other) const;
};

/// operand OVER (PARTITION BY ... ORDER BY ... frame)
struct Over {
  Expression operand;
  std::vector<Expression> partition_by;
  std::vector<Expression> order_by;
  /// "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW", or empty.
  std::string frame;
  Type type;
  bool operator==(const Over&) const = default;
};

/// operand FILTER (WHERE condition)
struct Filtered {
  Expression operand;
  Expression condition;
  Type type;
  bool operator==(const Filtered&) const = default;
};

/// operand WITHIN GROUP (ORDER BY ...)
struct WithinGroup {
  Expression operand;
  std::vector<Expression> order_by;
  Type type;
  bool operator==(const WithinGroup&) const = default;
};

/// A name in ORDER BY or GROUP BY: a label or a column of the query that it stands in.
struct NameReference {
  std::string name;
  bool operator==(const NameReference&) const = default;
};

struct Node {
  NodeData data;
  bool operator==(const Node& other) const;
};

template <typename T, typename>
Expression::Expression(T node) : node_(std::make_shared<const Node>(Node{std::move(node)})) {}

template <typename T>
const T* Expression::As() const {
  return std::get_if<T>(&node_->data);
}

/// The type of an expression's value; kNull when nobody said.
Type TypeOf(const Expression& expression);

/// The name that index options find an expression by: a column's, a label's, a text's own text; else empty.
std::string KeyOf(const Expression& expression);

/// Calls `visit` for the expression and everything below it, outermost first. Queries are not entered.
void Walk(const Expression& expression, const std::function<void(const Expression&)>& visit);

/// The same tree with each column reference replaced by what `replace` returns for it; nodes above an unchanged
/// column are shared with the old tree.
Expression ReplaceColumns(const Expression& expression,
                          const std::function<Expression(const Expression&, const ColumnReference&)>& replace);

}  // namespace limbeck::sql
