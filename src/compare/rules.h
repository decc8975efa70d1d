#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ops/operation.h"
#include "schema/table.h"
#include "sql/expression.h"
#include "sql/type.h"

namespace limbeck::compare {

/// What comparison has to ask of a database and its dialect: implemented above, where both are known.
class Backend {
 public:
  virtual ~Backend() = default;
  /// "sqlite", "postgresql"
  virtual std::string name() const = 0;
  virtual std::string TypeText(const sql::Type& type) const = 0;
  virtual std::string ExpressionText(const sql::Expression& expression) const = 0;
  /// The name as the database has it, cut where it is too long.
  virtual std::string FinalName(const schema::ConstraintName& name) const = 0;
  /// An operation for which Alembic has no directive, as the statements that it takes.
  virtual std::vector<std::string> Statements(const ops::Operation& operation) const = 0;
  /// SELECT one = other, by the database; PostgreSQL only.
  virtual bool AreEqual(const std::string& one, const std::string& other) = 0;
};

/// How two indexes or constraints of one name compare.
struct Comparison {
  enum class Status { kEqual, kDifferent, kSkip };
  Status status = Status::kEqual;
  std::string message;
};

/// A default of a column on both sides, as comparison takes it.
struct DefaultPair {
  const schema::Table& model_table;
  const schema::Column& database;
  const schema::Column& model;
  std::optional<std::string> database_text;
  std::optional<std::string> model_text;
};

/// What the databases differ in when models are compared with them (Alembic's `impl` classes). Borrows the backend.
class Rules {
 public:
  explicit Rules(Backend& backend) : backend_(backend) {}
  virtual ~Rules() = default;

  Backend& backend() const { return backend_; }
  virtual bool has_comments() const = 0;
  /// Enums and sequences are things of their own.
  virtual bool has_enums() const = 0;
  /// What it says of an expression may read otherwise when it is made from that.
  virtual bool rewords_expressions() const = 0;
  /// A key cannot go before the foreign keys that refer to it.
  virtual bool references_hold_keys() const = 0;
  /// Alembic's name of itself in logs.
  virtual std::string implementation() const = 0;
  /// A table as the database tells it, as comparison takes it: the defaults and options of its columns and indexes.
  virtual void Adjust(schema::Table& table) const = 0;
  /// The same for its unique constraints, which a table that goes keeps as the catalogue tells them.
  virtual void AdjustUniques(schema::Table& /*table*/) const {}
  /// Whether types differ.
  bool TypesDiffer(const sql::Type& database, const sql::Type& model) const;
  virtual bool DefaultsDiffer(const DefaultPair& pair) const = 0;
  virtual Comparison CompareIndexes(const schema::Index& model, const schema::Index& database,
                                    const schema::Table& table, std::vector<std::string>& warnings) const = 0;
  virtual Comparison CompareUniques(const schema::Unique& model, const schema::Unique& database) const;
  /// Indexes of the models that the database cannot tell about are left out, with a warning.
  virtual void LeaveOutIndexes(std::vector<const schema::Index*>& model,
                               const std::vector<const schema::Index*>& database,
                               std::vector<std::string>& warnings) const = 0;
  /// How a script says that an index of the database is unique: SQLAlchemy hands on what the catalogue says.
  virtual std::string UniqueOfDatabase() const = 0;
  /// An expression as a default or as an element of an index is written in a script.
  virtual std::string ScriptExpression(const sql::Expression& expression, bool is_server_default,
                                       bool is_index) const = 0;

 protected:
  /// Sets of type names that mean the same.
  virtual const std::vector<std::vector<std::string>>& TypeSynonyms() const = 0;
  static std::optional<std::string> UniqueMessage(const schema::Index& model, const schema::Index& database);

 private:
  Backend& backend_;
};

std::unique_ptr<Rules> MakeRules(Backend& backend);

/// ('a', 'b')
std::string TupleRepr(const std::vector<std::string>& texts);
/// Columns of an index that are plain, with or without an order.
std::vector<std::string> ColumnNamesOf(const schema::Index& index);
/// The name of a column under DESC and the like, or nullopt for an expression.
std::optional<std::string> PlainColumn(const schema::IndexElement& element);

}  // namespace limbeck::compare
