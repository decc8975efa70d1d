#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sql/expression.h"
#include "sql/from.h"

namespace limbeck::sql {

/// Statements that change or read rows. Expressions refer to a Query by Subquery.

/// What a statement takes along in its WITH although nothing in it reads it.
using CteList = std::vector<From>;

/// FOR UPDATE and its relatives.
struct RowLock {
  bool read = false;
  bool key_share = false;
  bool nowait = false;
  bool skip_locked = false;
  std::vector<From> of;
  bool operator==(const RowLock&) const = default;
};

/// FETCH FIRST count [PERCENT] ROWS ONLY | WITH TIES
struct Fetch {
  Expression count;
  bool percent = false;
  bool with_ties = false;
  bool operator==(const Fetch&) const = default;
};

struct Select {
  std::vector<Expression> columns;
  /// Given by select_from and join; others follow from the columns and conditions.
  std::vector<From> froms;
  std::vector<Expression> where;
  std::vector<Expression> group_by;
  std::vector<Expression> having;
  std::vector<Expression> order_by;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  std::optional<Fetch> fetch;
  bool distinct = false;
  std::vector<Expression> distinct_on;
  std::optional<RowLock> lock;
  /// What an enclosing query supplies; nullopt: whatever it has.
  std::optional<std::vector<From>> correlate;
  std::optional<std::vector<From>> correlate_except;
  std::vector<Text> prefixes;
  std::vector<Text> suffixes;
  CteList ctes;
  /// Columns are labelled with their tables: table_column.
  bool table_labels = false;
  bool operator==(const Select&) const = default;
};

enum class SetOperator { kUnion, kUnionAll, kIntersect, kIntersectAll, kExcept, kExceptAll };

struct Compound {
  SetOperator op = SetOperator::kUnion;
  std::vector<Shared<Query>> queries;
  std::vector<Expression> group_by;
  std::vector<Expression> order_by;
  std::optional<Expression> limit;
  std::optional<Expression> offset;
  std::optional<RowLock> lock;
  CteList ctes;
  bool operator==(const Compound&) const = default;
};

/// text(...).columns(...)
struct TextQuery {
  Text text;
  std::vector<Expression> columns;
  bool operator==(const TextQuery&) const = default;
};

struct Assignment {
  Name column;
  Expression value;
  bool operator==(const Assignment&) const = default;
};

/// ON CONFLICT ... DO NOTHING, or DO UPDATE when there are assignments.
struct OnConflict {
  std::optional<Name> constraint;
  /// Columns or expressions; empty without a target.
  std::vector<Expression> target;
  std::optional<Expression> target_where;
  bool updates = false;
  std::vector<Assignment> set;
  std::optional<Expression> where;
  bool operator==(const OnConflict&) const = default;
};

/// INSERT INTO table (columns) VALUES (...).
struct Insert {
  Name table;
  std::optional<Name> schema;
  std::vector<Assignment> values;
  /// Rows after the first, with the first one's columns.
  std::vector<std::vector<Expression>> more_rows;
  /// INSERT ... SELECT: `columns` are its columns.
  Shared<Query> query;
  std::vector<Name> columns;
  std::optional<OnConflict> on_conflict;
  /// RETURNING expressions.
  std::vector<Expression> returned;
  /// Columns of the primary key whose values only the database knows: returned too, unless it tells them otherwise.
  std::vector<Expression> new_keys;
  /// The table counts its rows in its key.
  bool counts_rows = false;
  std::vector<Text> prefixes;
  CteList ctes;
  bool operator==(const Insert&) const = default;
};

struct Update {
  From table;
  std::vector<Assignment> values;
  std::vector<Expression> where;
  std::vector<Expression> returned;
  std::vector<Text> prefixes;
  CteList ctes;
  bool operator==(const Update&) const = default;
};

struct Delete {
  From table;
  std::vector<Expression> where;
  std::vector<Expression> returned;
  std::vector<Text> prefixes;
  CteList ctes;
  bool operator==(const Delete&) const = default;
};

/// What gives rows: a select, or a change that returns some.
struct Query {
  std::variant<Select, Compound, TextQuery, ValuesFrom, Insert, Update, Delete> data;

  template <typename T>
  const T* As() const {
    return std::get_if<T>(&data);
  }
  bool operator==(const Query&) const = default;
};

/// What `op.execute` takes: sa.text(), or a statement built of expressions. A plain string is a Text.
using Statement = std::variant<Text, Insert, Update, Delete, Query>;

/// A column as those see it who read from a query.
struct QueryColumn {
  /// In `.c`.
  std::string key;
  /// Empty when it has none of its own: then it is named after `expression`, "count_1", with this hint.
  Name name;
  std::string hint;
  Expression expression;
  Type type;
};

/// The columns of a query in their order.
std::vector<QueryColumn> ColumnsOf(const Query& query);
/// The columns of a FROM item that knows them itself: queries, CTEs, VALUES, functions.
std::vector<Expression> ColumnsOf(const From& from);

/// The columns that a query of changes or rows gives, in order.
const std::vector<Expression>& SelectedColumns(const Query& query);

/// What stands behind FROM in a select, before an enclosing query takes anything away.
std::vector<From> FromsOf(const Select& select);

/// How a value without a name of its own is called: Function "count" gives "count", others "anon".
std::string AnonymousHint(const Expression& expression);
/// The name that a value brings along: a column's, a label's; empty when there is none.
std::string NaturalName(const Expression& expression);

}  // namespace limbeck::sql
