#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "limbeck/export.h"
#include "limbeck/types.h"

// The directives of Alembic's `op`, for C++:
//
//   void Upgrade(limbeck::Operations& op) {
//     namespace types = limbeck::types;
//     op.CreateTable({
//         .name = "users",
//         .columns = {{.name = "id", .type = types::Integer(), .primary_key = true},
//                     {.name = "email", .type = types::String(255), .nullable = false, .unique = true},
//                     {.name = "team_id", .type = types::Integer(),
//                      .references = limbeck::Reference{.table = "teams", .column = "id"}},
//                     {.name = "joined", .type = types::DateTime(), .server_default = limbeck::Sql{"now()"}}},
//     });
//     op.CreateIndex({.name = "ix_users_joined", .table = "users", .columns = {"joined"}});
//     op.Execute("UPDATE users SET team_id = 1");
//   }
//
// What is not said has the meaning that it has in Alembic. Names are quoted where the database needs it. `schema` is
// the database schema; empty is the connection's own.

namespace limbeck {

namespace ops {
class OperationSink;
}

/// SQL that is taken as it is, where a plain string would be a value: `.server_default = Sql{"now()"}`.
struct Sql {
  std::string text;
};

/// A column's default in the database: a value, or SQL.
using ServerDefault = std::variant<std::string, Sql>;

/// The value of an option that belongs to one database: {"postgresql_using", "gin"}.
using Option = std::variant<bool, int64_t, std::string, Sql, std::vector<std::string>>;
using OptionList = std::vector<std::pair<std::string, Option>>;

/// What a row holds; nullptr is NULL.
using RowValue = std::variant<std::nullptr_t, bool, int64_t, double, std::string, Sql>;

/// REFERENCES, of a column. Without a name the database invents one.
struct Reference {
  std::string table;
  std::string column;
  std::string schema = {};
  std::string name = {};
  std::string on_delete = {};
  std::string on_update = {};
};

/// GENERATED ALWAYS AS (expression).
struct Computed {
  std::string expression;
  std::optional<bool> stored = {};
};

/// GENERATED ... AS IDENTITY.
struct Identity {
  bool always = false;
  std::optional<int64_t> start = {};
  std::optional<int64_t> increment = {};
};

struct Column {
  std::string name;
  Type type;
  /// Not said: yes, unless the column is part of the primary key.
  std::optional<bool> nullable = {};
  bool primary_key = false;
  bool unique = false;
  bool index = false;
  std::optional<ServerDefault> server_default = {};
  std::optional<Computed> computed = {};
  std::optional<Identity> identity = {};
  /// Not said: a single integer key counts by itself.
  std::optional<bool> autoincrement = {};
  std::optional<Reference> references = {};
  std::optional<std::string> comment = {};
  OptionList options = {};
};

struct PrimaryKey {
  std::string name = {};
  std::vector<std::string> columns;
};

struct Unique {
  std::string name = {};
  std::vector<std::string> columns;
  std::optional<bool> deferrable = {};
  std::string initially = {};
  OptionList options = {};
};

struct Check {
  std::string name = {};
  std::string condition;
  OptionList options = {};
};

struct ForeignKey {
  std::string name = {};
  std::vector<std::string> columns;
  std::string referent_table;
  std::vector<std::string> referent_columns;
  std::string referent_schema = {};
  std::string on_delete = {};
  std::string on_update = {};
  std::string match = {};
  std::optional<bool> deferrable = {};
  std::string initially = {};
  OptionList options = {};
};

using Constraint = std::variant<PrimaryKey, Unique, Check, ForeignKey>;

struct CreateTable {
  std::string name;
  std::vector<Column> columns;
  std::vector<Constraint> constraints = {};
  std::string schema = {};
  std::optional<std::string> comment = {};
  bool if_not_exists = false;
  OptionList options = {};
};

/// Properties that are not said stay as they are.
struct AlterColumn {
  std::string table;
  std::string column;
  std::string schema = {};
  std::optional<Type> type = {};
  std::optional<bool> nullable = {};
  std::optional<ServerDefault> server_default = {};
  bool drop_server_default = false;
  std::string new_name = {};
  std::optional<std::string> comment = {};
  bool drop_comment = false;
  std::optional<Type> existing_type = {};
  std::optional<bool> existing_nullable = {};
  /// {"postgresql_using", "age::integer"}
  OptionList options = {};
};

/// With the option postgresql_concurrently, it must be the first change of its revision: it runs outside of the
/// transaction.
struct CreateIndex {
  /// Empty: named by the naming convention.
  std::string name = {};
  std::string table;
  /// Names of columns, or expressions as Sql.
  std::vector<std::variant<std::string, Sql>> columns;
  std::string schema = {};
  bool unique = false;
  bool if_not_exists = false;
  OptionList options = {};
};

struct DropIndex {
  std::string name;
  std::string table = {};
  std::string schema = {};
  bool if_exists = false;
  OptionList options = {};
};

enum class ConstraintKind { kAny, kPrimaryKey, kForeignKey, kUnique, kCheck };

struct DropConstraint {
  std::string name;
  std::string table;
  ConstraintKind kind = ConstraintKind::kAny;
  std::string schema = {};
  bool if_exists = false;
};

struct BulkInsert {
  std::string table;
  std::vector<Column> columns;
  /// Values in the order of the columns.
  std::vector<std::vector<RowValue>> rows;
  std::string schema = {};
};

/// As the first change of a revision it runs outside of the transaction, and the value can be used behind it.
struct AddEnumValue {
  std::string enum_name;
  std::string value;
  std::string schema = {};
  std::string before = {};
  std::string after = {};
  bool if_not_exists = false;
};

class Batch;

/// Sends operations to where a run wants them: a database, an SQL script, a record. Borrows the sink. A call returns
/// when the sink has taken the operation; what the sink throws (limbeck::Error) is the call's failure. One thread.
class LIMBECK_API Operations {
 public:
  explicit Operations(ops::OperationSink& sink) : sink_(sink) {}

  void CreateTable(const limbeck::CreateTable& table);
  void DropTable(std::string_view name, std::string_view schema = "", bool if_exists = false);
  void RenameTable(std::string_view name, std::string_view new_name, std::string_view schema = "");
  void CreateTableComment(std::string_view table, std::string_view comment, std::string_view schema = "");
  void DropTableComment(std::string_view table, std::string_view schema = "");

  void AddColumn(std::string_view table, const Column& column, std::string_view schema = "");
  void DropColumn(std::string_view table, std::string_view column, std::string_view schema = "");
  void AlterColumn(const limbeck::AlterColumn& change);

  /// CreatePrimaryKey, CreateUniqueConstraint and so on of `op`: the constraint says which.
  void CreateConstraint(std::string_view table, const Constraint& constraint, std::string_view schema = "");
  void DropConstraint(const limbeck::DropConstraint& constraint);
  void CreateIndex(const limbeck::CreateIndex& index);
  void DropIndex(const limbeck::DropIndex& index);

  /// SQL in the database's own words. A colon before a name starts a parameter: write "\\:".
  void Execute(std::string_view sql);
  void BulkInsert(const limbeck::BulkInsert& rows);

  void CreateSchema(std::string_view name, bool if_not_exists = false);
  void DropSchema(std::string_view name, bool cascade = false, bool if_exists = false);
  void CreateEnum(const Type& type);
  void DropEnum(const Type& type, bool if_exists = false);
  void AddEnumValue(const limbeck::AddEnumValue& value);
  void RenameEnumValue(std::string_view enum_name, std::string_view old_value, std::string_view new_value,
                       std::string_view schema = "");

  /// Steps that SQLite carries out together, by a new table in the old one's place where ALTER TABLE cannot; elsewhere
  /// one after the other. Sent when `steps` has returned.
  void BatchAlterTable(std::string_view table, const std::function<void(Batch&)>& steps, std::string_view schema = "");

 private:
  friend class Data;
  ops::OperationSink& sink_;
};

/// The steps of Operations::BatchAlterTable; the table is the batch's.
class LIMBECK_API Batch {
 public:
  void AddColumn(const Column& column);
  void DropColumn(std::string_view column);
  /// `table` and `schema` of the change mean nothing here.
  void AlterColumn(const limbeck::AlterColumn& change);
  void CreateConstraint(const Constraint& constraint);
  void DropConstraint(std::string_view name, ConstraintKind kind = ConstraintKind::kAny);
  void CreateIndex(const limbeck::CreateIndex& index);
  void DropIndex(std::string_view name);

 private:
  friend class Operations;
  struct Collected;
  explicit Batch(Collected& collected) : collected_(collected) {}
  Collected& collected_;
};

/// The statements that a function asks for, as `--sql` prints them, each with its semicolon. `dialect` is "postgresql"
/// or "sqlite"; throws Error (kUnsupported) for another.
LIMBECK_API std::string RenderSql(std::string_view dialect, const std::function<void(Operations&)>& function);

}  // namespace limbeck
