#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ops/change.h"
#include "schema/column.h"
#include "schema/constraint.h"
#include "schema/options.h"
#include "schema/table.h"
#include "sql/name.h"
#include "sql/shared.h"
#include "sql/statement.h"
#include "sql/type.h"

namespace limbeck::ops {

/// The waist of the house: what scripts, C++ code and the comparer say, and what dialects, lint and recorders hear.
/// Plain values, one struct for each directive of Alembic's `op`, and some of our own. `schema` members are the
/// database schema ("app"); nullopt is the connection's default.

using sql::Name;

// ---------------------------------------------------------------------------------------------- tables

struct CreateTable {
  schema::Table table;
  std::optional<bool> if_not_exists;
  /// The table came from a model or a database: what its columns' unique= and index= stand for is already among
  /// its constraints and indexes.
  bool constraints_included = false;
  bool operator==(const CreateTable&) const = default;
};

struct DropTable {
  Name table;
  std::optional<Name> schema;
  std::optional<bool> if_exists;
  schema::Options options;
  /// What was dropped, where that is known: for the reverse, and for the types that go with it.
  sql::Shared<schema::Table> original;
  bool operator==(const DropTable&) const = default;
};

struct RenameTable {
  Name table;
  Name new_name;
  std::optional<Name> schema;
  bool operator==(const RenameTable&) const = default;
};

struct CreateTableComment {
  Name table;
  std::optional<std::string> comment;
  std::optional<std::string> existing_comment;
  std::optional<Name> schema;
  bool operator==(const CreateTableComment&) const = default;
};

struct DropTableComment {
  Name table;
  std::optional<std::string> existing_comment;
  std::optional<Name> schema;
  bool operator==(const DropTableComment&) const = default;
};

// ---------------------------------------------------------------------------------------------- columns

struct AddColumn {
  Name table;
  schema::Column column;
  std::optional<Name> schema;
  std::optional<bool> if_not_exists;
  std::optional<bool> inline_references;
  std::optional<bool> inline_primary_key;
  /// Only in a batch that rebuilds the table.
  std::optional<std::string> insert_before;
  std::optional<std::string> insert_after;
  bool operator==(const AddColumn&) const = default;
};

struct DropColumn {
  Name table;
  Name column;
  std::optional<Name> schema;
  std::optional<bool> if_exists;
  /// existing_type=, for a batch that must find the type's constraint.
  std::optional<sql::Type> existing_type;
  schema::Options options;
  sql::Shared<schema::Column> original;
  bool operator==(const DropColumn&) const = default;
};

struct AlterColumn {
  Name table;
  Name column;
  std::optional<Name> schema;

  std::optional<bool> nullable;
  Change<std::string> comment;
  Change<schema::ServerDefault> server_default;
  std::optional<Name> new_name;
  std::optional<sql::Type> type;
  std::optional<bool> autoincrement;

  std::optional<sql::Type> existing_type;
  Change<schema::ServerDefault> existing_server_default;
  std::optional<bool> existing_nullable;
  std::optional<std::string> existing_comment;
  std::optional<bool> existing_autoincrement;

  /// postgresql_using and other databases' keywords.
  schema::Options options;
  /// What they are on the way back.
  schema::Options existing_options;
  std::optional<std::string> insert_before;
  std::optional<std::string> insert_after;
  bool operator==(const AlterColumn&) const = default;
};

// ---------------------------------------------------------------------------------------------- constraints, indexes

/// create_primary_key, create_unique_constraint, create_foreign_key, create_check_constraint,
/// create_exclude_constraint: the constraint says which.
struct AddConstraint {
  Name table;
  std::optional<Name> schema;
  schema::Constraint constraint;
  bool operator==(const AddConstraint&) const = default;
};

enum class ConstraintType { kPrimary, kForeignKey, kUnique, kCheck };

struct DropConstraint {
  schema::ConstraintName name;
  Name table;
  std::optional<ConstraintType> type;
  std::optional<Name> schema;
  std::optional<bool> if_exists;
  sql::Shared<schema::Constraint> original;
  bool operator==(const DropConstraint&) const = default;
};

struct CreateIndex {
  Name table;
  std::optional<Name> schema;
  schema::Index index;
  std::optional<bool> if_not_exists;
  bool operator==(const CreateIndex&) const = default;
};

struct DropIndex {
  schema::ConstraintName name;
  std::optional<Name> table;
  std::optional<Name> schema;
  std::optional<bool> if_exists;
  schema::Options options;
  sql::Shared<schema::Index> original;
  bool operator==(const DropIndex&) const = default;
};

// ---------------------------------------------------------------------------------------------- rows and SQL

/// op.execute
struct ExecuteSql {
  sql::Statement statement;
  bool operator==(const ExecuteSql&) const = default;
};

/// op.bulk_insert
struct BulkInsert {
  schema::Table table;
  /// Each row's columns in its own order.
  std::vector<std::vector<sql::Assignment>> rows;
  bool multiinsert = true;
  bool operator==(const BulkInsert&) const = default;
};

// ---------------------------------------------------------------------------------------------- schemas, sequences,
// types

struct CreateSchema {
  Name name;
  bool if_not_exists = false;
  bool operator==(const CreateSchema&) const = default;
};

struct DropSchema {
  Name name;
  bool cascade = false;
  bool if_exists = false;
  bool operator==(const DropSchema&) const = default;
};

struct CreateSequence {
  schema::Sequence sequence;
  bool if_not_exists = false;
  bool operator==(const CreateSequence&) const = default;
};

struct DropSequence {
  schema::Sequence sequence;
  bool if_exists = false;
  bool operator==(const DropSequence&) const = default;
};

/// CREATE TYPE ... AS ENUM, CREATE DOMAIN: `Enum.create()`.
struct CreateType {
  sql::Type type;
  /// A CREATE TABLE of the same run makes it: there is nothing to do, but on the way back.
  bool comes_with_table = false;
  bool operator==(const CreateType&) const = default;
};

struct DropType {
  sql::Type type;
  bool if_exists = false;
  /// On the way back a CREATE TABLE makes it.
  bool comes_with_table = false;
  bool operator==(const DropType&) const = default;
};

/// A column whose type an enum is, for ReplaceEnum.
struct EnumColumn {
  Name table;
  Name column;
  std::optional<Name> schema;
  std::optional<std::string> server_default;
  bool is_array = false;
  bool operator==(const EnumColumn&) const = default;
};

/// Gives an enum another list of values, by a new type that takes its place (sync_enum_values of
/// alembic-postgresql-enum). Rows that hold a value that is gone make it fail, unless the value is renamed.
struct ReplaceEnum {
  Name enum_name;
  std::optional<Name> schema;
  std::vector<std::string> new_values;
  std::vector<EnumColumn> columns;
  /// Old and new name.
  std::vector<std::pair<std::string, std::string>> renamed_values;
  /// For the way back; empty where they are not known.
  std::vector<std::string> old_values;
  /// Values of the old and the new type can be compared meanwhile: what CHECKs and indexes on the columns may want.
  bool compares_types = true;
  bool operator==(const ReplaceEnum&) const = default;
};

/// ALTER TYPE ... ADD VALUE. PostgreSQL before 12 cannot run it inside a transaction, and no version can use the new
/// value in the transaction that added it.
struct AddEnumValue {
  Name enum_name;
  std::string value;
  std::optional<Name> schema;
  std::optional<std::string> before;
  std::optional<std::string> after;
  bool if_not_exists = false;
  /// What gives the enum its old values, where that is known.
  sql::Shared<ReplaceEnum> way_back;
  bool operator==(const AddEnumValue&) const = default;
};

struct RenameEnumValue {
  Name enum_name;
  std::string old_value;
  std::string new_value;
  std::optional<Name> schema;
  bool operator==(const RenameEnumValue&) const = default;
};

struct RenameType {
  Name name;
  Name new_name;
  std::optional<Name> schema;
  bool operator==(const RenameType&) const = default;
};

/// What a database keeps beside tables: a view, a function, a trigger, a policy; as the SQL that makes and unmakes it.
struct DatabaseObject {
  /// "view", "materialized view", "function", "trigger", "policy", "extension"
  std::string kind;
  /// As messages have it: "recent_books", "books.touch", "total(integer)".
  std::string name;
  std::optional<Name> schema;
  /// With what hangs on it: the indexes of a materialized view, comments.
  std::vector<std::string> create;
  std::string drop;
  bool operator==(const DatabaseObject&) const = default;
};

struct CreateObject {
  DatabaseObject object;
  bool operator==(const CreateObject&) const = default;
};

struct DropObject {
  DatabaseObject object;
  bool operator==(const DropObject&) const = default;
};

/// CREATE OR REPLACE.
struct ReplaceObject {
  DatabaseObject before;
  DatabaseObject after;
  bool operator==(const ReplaceObject&) const = default;
};

// ---------------------------------------------------------------------------------------------- batch

/// What can stand in a batch.
using BatchStep = std::variant<AddColumn, DropColumn, AlterColumn, AddConstraint, DropConstraint, CreateIndex,
                               DropIndex, CreateTableComment, DropTableComment>;

enum class Recreate { kAuto, kAlways, kNever };

struct BatchAlterTable {
  Name table;
  std::optional<Name> schema;
  Recreate recreate = Recreate::kAuto;
  std::vector<BatchStep> steps;
  /// copy_from=: the table as it is, instead of reading it from the database.
  sql::Shared<schema::Table> copy_from;
  /// table_args= and table_kwargs=: further constraints and options of the new table.
  std::vector<schema::Constraint> table_args;
  schema::Options table_options;
  std::optional<std::string> table_comment;
  /// reflect_args=: columns that are taken as given instead of as read.
  std::vector<schema::Column> reflect_columns;
  std::vector<std::vector<std::string>> partial_reordering;
  /// Names that are missing in the database ("fk", "uq", ...: template).
  std::vector<std::pair<std::string, std::string>> naming_convention;
  bool operator==(const BatchAlterTable&) const = default;
};

using Operation =
    std::variant<CreateTable, DropTable, RenameTable, CreateTableComment, DropTableComment, AddColumn, DropColumn,
                 AlterColumn, AddConstraint, DropConstraint, CreateIndex, DropIndex, ExecuteSql, BulkInsert,
                 CreateSchema, DropSchema, CreateSequence, DropSequence, CreateType, DropType, AddEnumValue,
                 RenameEnumValue, RenameType, ReplaceEnum, CreateObject, DropObject, ReplaceObject, BatchAlterTable>;

/// The directive's name: "create_table", "batch_alter_table".
std::string DirectiveName(const Operation& operation);

}  // namespace limbeck::ops
