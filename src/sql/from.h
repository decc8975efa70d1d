#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "sql/expression.h"
#include "sql/name.h"
#include "sql/shared.h"

namespace limbeck::sql {

/// What stands behind FROM. Items are shared and immutable; an alias, a subquery or a CTE is told from another by
/// identity, a plain table by its names.

struct TableFrom {
  Name name;
  std::optional<Name> schema;
};

/// `element AS name`; without a name, one is made of the element's.
struct AliasFrom {
  From element;
  Name name;
};

struct JoinFrom {
  From left;
  From right;
  Expression on;
  bool outer = false;
  bool full = false;
};

/// (SELECT ...) AS name
struct QueryFrom {
  Shared<Query> query;
  Name name;
  bool lateral = false;
};

/// A member of WITH, and its name where it is read from.
struct CteFrom {
  Name name;
  Shared<Query> query;
  bool recursive = false;
  /// MATERIALIZED, NOT MATERIALIZED.
  std::optional<bool> materialized;
  /// The first part of a recursive one, which this one completes.
  From restates;
  bool names_columns = false;
};

/// (VALUES (...), (...)) AS name (columns)
struct ValuesFrom {
  Name name;
  std::vector<Name> columns;
  std::vector<Type> types;
  std::vector<std::vector<Expression>> rows;
  bool literal_binds = false;
  bool lateral = false;
  bool operator==(const ValuesFrom&) const = default;
};

/// function(...) AS name, or AS name(columns).
struct FunctionFrom {
  Expression function;
  Name name;
  std::vector<Name> columns;
  std::vector<Type> types;
  bool names_columns = false;
  bool with_types = false;
  bool with_ordinality = false;
  bool lateral = false;
};

/// text("...") in select_from.
struct TextFrom {
  Text text;
};

struct FromItem {
  std::variant<TableFrom, AliasFrom, JoinFrom, QueryFrom, CteFrom, ValuesFrom, FunctionFrom, TextFrom> data;

  template <typename T>
  const T* As() const {
    return std::get_if<T>(&data);
  }
};

template <typename T>
From MakeFrom(T item) {
  return std::make_shared<const FromItem>(FromItem{std::move(item)});
}

bool IsSame(const From& one, const From& other);
bool Contains(const std::vector<From>& froms, const From& wanted);

/// Where a column comes from; null when it belongs to nothing.
From FromOf(const ColumnReference& column);

/// Where the columns of an expression come from, in the order in which they are met. Queries inside are not entered.
std::vector<From> FromsOf(const Expression& expression);

/// The item and, for a join, what is joined.
std::vector<From> PartsOf(const From& from);

}  // namespace limbeck::sql
