#pragma once

#include <optional>
#include <string_view>

#include "schema/naming.h"
#include "schema/table.h"
#include "sql/type.h"

namespace limbeck::schema {

/// What a database has of its own and needs no CHECK for.
struct TypeRules {
  std::string_view dialect;
  bool native_enum = true;
  bool native_boolean = true;
};

/// The table with everything that its columns say written out, as SQLAlchemy's Table does when columns are attached:
/// first the primary key, then the constraints in their order, then those of the columns (unique, the CHECK of an
/// Enum or Boolean, foreign keys) column by column; indexes of columns before others. Names are those of the naming
/// convention. Columns know that they are part of the key, types the schema they inherit. The columns' own unique,
/// index and foreign_keys are taken over and empty; `included` says that the constraints already have what unique=
/// and index= mean.
/// Throws Error (ConstraintColumnNotFoundError, DuplicateColumnError, ...) as SQLAlchemy does.
Table SpellOut(const Table& table, const NamingConvention& convention, const TypeRules& rules, bool included = false);

/// An index of the table whose elements are names instead of keys. Throws as SpellOut does.
Index NameColumns(Index index, const Table& table);

/// The CHECK that a column's type asks for in this database: of a Boolean or Enum with create_constraint.
std::optional<Check> TypeCheck(const Column& column, const TypeRules& rules);

}  // namespace limbeck::schema
