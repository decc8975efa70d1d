#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dialect/constraint_writer.h"
#include "dialect/writers.h"
#include "schema/column.h"
#include "schema/table.h"

namespace limbeck::dialect {

/// Whole DDL statements, with SQLAlchemy's line ends and tabs. This class writes what is common; dialects override
/// columns, indexes and what follows a table. Tables are spelled out (schema/spell.h).
class DdlWriter {
 public:
  DdlWriter(Writers& writers, std::unique_ptr<ConstraintWriter> constraints)
      : writers_(writers), constraints_(std::move(constraints)) {}
  virtual ~DdlWriter() = default;

  std::string CreateTable(const schema::Table& table, bool if_not_exists);
  std::string DropTable(const sql::Name& table, const std::optional<sql::Name>& schema, bool if_exists);
  virtual std::string CreateIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) = 0;
  virtual std::string DropIndex(const schema::ConstraintName& name, const std::optional<sql::Name>& schema,
                                const schema::Options& options, bool if_exists) = 0;
  std::string AddConstraint(const schema::Constraint& constraint, const schema::Table& table);
  std::string DropConstraint(const schema::ConstraintName& name, std::string_view kind, const schema::Table& table,
                             bool if_exists);

  std::string CommentOnTable(const schema::Table& table, const std::optional<std::string>& comment);
  std::string CommentOnColumn(const schema::Table& table, const schema::Column& column);
  std::string CreateSchema(const sql::Name& name, bool if_not_exists);
  std::string DropSchema(const sql::Name& name, bool cascade, bool if_exists);
  std::string CreateSequence(const schema::Sequence& sequence, bool if_not_exists);
  std::string DropSequence(const schema::Sequence& sequence, bool if_exists);

  /// "name INTEGER DEFAULT 5 NOT NULL"
  virtual std::string ColumnSpecification(const schema::Column& column, const schema::Table& table) = 0;
  /// The CHECKs that stand behind a column, each after a blank.
  std::string ColumnChecks(const schema::Column& column);
  /// What stands behind DEFAULT; nullopt when the default is none that DDL writes.
  std::optional<std::string> DefaultText(const schema::ServerDefault& value);
  /// "GENERATED ... AS IDENTITY (...)"
  std::string IdentityText(const schema::Identity& identity);
  /// "INCREMENT BY 2 START WITH 5"
  static std::string SequenceOptionsText(const schema::SequenceOptions& options);

  ConstraintWriter& constraints() { return *constraints_; }

 protected:
  virtual std::string ComputedText(const schema::Computed& computed) = 0;
  /// What follows the closing parenthesis of CREATE TABLE.
  virtual std::string TableSuffix(const schema::Table& table) = 0;
  /// Foreign keys can be added later, so that those with use_alter are left out of CREATE TABLE.
  virtual bool CanAddForeignKeys() const = 0;

  Writers& writers() { return writers_; }

 private:
  std::string TableElements(const schema::Table& table);
  std::string TableConstraints(const schema::Table& table);

  Writers& writers_;
  std::unique_ptr<ConstraintWriter> constraints_;
};

}  // namespace limbeck::dialect
