#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "schema/options.h"
#include "sql/expression.h"
#include "sql/name.h"

namespace limbeck::schema {

/// The name of a constraint or an index. A naming convention applies to names that are not final: it invents one
/// where there is none, and builds the given one in where its template has %(constraint_name)s. `op.f()` makes a
/// name final, and also lets it be cut when it is too long.
struct ConstraintName {
  std::optional<sql::Name> text;
  bool is_final = false;

  ConstraintName() = default;
  ConstraintName(std::nullopt_t) {}
  ConstraintName(const char* name) : text(name) {}
  ConstraintName(std::string name) : text(std::move(name)) {}
  ConstraintName(sql::Name name) : text(std::move(name)) {}
  /// op.f()
  static ConstraintName Final(sql::Name name) {
    ConstraintName result(std::move(name));
    result.is_final = true;
    return result;
  }

  explicit operator bool() const { return text.has_value(); }
  bool operator==(const ConstraintName&) const = default;
};

struct PrimaryKey {
  ConstraintName name;
  std::vector<sql::Name> columns;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  Options options;
  std::optional<std::string> comment;
  bool operator==(const PrimaryKey&) const = default;
};

struct Unique {
  ConstraintName name;
  std::vector<sql::Name> columns;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  Options options;
  std::optional<std::string> comment;
  bool operator==(const Unique&) const = default;
};

struct Check {
  ConstraintName name;
  sql::Expression condition;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  Options options;
  std::optional<std::string> comment;
  /// Made by a Boolean or a non-native Enum, not by the user.
  bool type_bound = false;
  bool operator==(const Check&) const = default;
};

struct ForeignKey {
  ConstraintName name;
  std::vector<sql::Name> columns;
  sql::Name referent_table;
  std::optional<sql::Name> referent_schema;
  /// Empty for the columns of the same names.
  std::vector<sql::Name> referent_columns;
  std::optional<std::string> onupdate;
  std::optional<std::string> ondelete;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  std::optional<std::string> match;
  bool use_alter = false;
  Options options;
  std::optional<std::string> comment;
  bool operator==(const ForeignKey&) const = default;
};

/// postgresql.ExcludeConstraint
struct ExcludeElement {
  sql::Expression expression;
  /// "&&", "="
  std::string op;
  bool operator==(const ExcludeElement&) const = default;
};

struct Exclude {
  ConstraintName name;
  std::vector<ExcludeElement> elements;
  std::string using_method = "gist";
  std::optional<sql::Expression> where;
  /// Operator classes by key of the element.
  std::vector<std::pair<std::string, std::string>> ops;
  std::optional<bool> deferrable;
  std::optional<std::string> initially;
  std::optional<std::string> comment;
  bool operator==(const Exclude&) const = default;
};

using Constraint = std::variant<PrimaryKey, ForeignKey, Unique, Check, Exclude>;

const ConstraintName& NameOf(const Constraint& constraint);
ConstraintName& NameOf(Constraint& constraint);

/// "schema.table.column" of a ForeignKey in parts. One part is a table; the schema may itself have dots.
struct ColumnSpec {
  std::optional<std::string> schema;
  std::string table;
  std::string column;
  bool operator==(const ColumnSpec&) const = default;
};
ColumnSpec ParseColumnSpec(const std::string& text);

}  // namespace limbeck::schema
