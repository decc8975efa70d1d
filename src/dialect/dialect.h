#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialect/schema_map.h"
#include "dialect/statement.h"
#include "limbeck/error.h"
#include "ops/operation.h"
#include "schema/naming.h"
#include "schema/spell.h"
#include "schema/table.h"
#include "sql/expression.h"
#include "sql/name.h"
#include "sql/statement.h"
#include "sql/type.h"

namespace limbeck::dialect {

/// What an operation's text depends on beyond the operation. Borrowed for the calls.
struct RenderOptions {
  ParameterStyle parameter_style = ParameterStyle::kNative;
  /// Values in rows are written as literals: --sql with literal_binds, and what --sql prints of bulk_insert.
  bool literal_binds = false;
  /// --sql: there is no database to look at.
  bool offline = false;
  /// An operation that fails half way gives what comes before (Rendered::failure); otherwise its Error is thrown.
  bool keeps_begun = false;
  /// nullptr: SQLAlchemy's own.
  const schema::NamingConvention* naming_convention = nullptr;
  /// nullptr: schemas stand for themselves.
  const SchemaMap* schemas = nullptr;
};

/// What one run remembers from statement to statement: a named type is created with the first table that has it.
struct RunMemory {
  std::set<std::pair<std::string, std::string>> named_types;  ///< schema, name
};

/// What is known about the table that a batch rebuilds.
struct ExistingTable {
  /// Read from the database, not given by the script.
  bool reflected = true;
  /// CHECKs without a name are kept, too; Alembic leaves those of a reflected table behind.
  bool keep_unnamed_checks = false;
};

/// What rendering an operation gave.
struct Rendered {
  std::vector<Statement> statements;
  /// What Alembic warns about.
  std::vector<std::string> warnings;
  /// To throw when the statements have run.
  std::optional<Error> failure;
};

/// One database's SQL. Stateless; may be used from several threads. Failures are Errors with Python's class and
/// Alembic's or SQLAlchemy's text (CompileError, NotImplementedError, CommandError, ...).
class Dialect {
 public:
  virtual ~Dialect() = default;

  /// "postgresql", "sqlite"
  virtual std::string_view name() const = 0;
  /// Alembic's class for it, which logs name: "PostgresqlImpl", "SQLiteImpl".
  virtual std::string_view implementation_name() const = 0;
  /// DDL takes part in transactions, as far as Alembic trusts it to.
  virtual bool transactional_ddl() const = 0;

  /// The name as it stands in a statement, in quotes where it needs them.
  virtual std::string Quote(const sql::Name& name) const = 0;
  /// The column type. Throws Error (CompileError) for a type that the database does not have.
  virtual std::string TypeText(const sql::Type& type) const = 0;
  /// The expression with its values as literals, without table names: as DDL has it.
  virtual std::string DdlExpression(const sql::Expression& expression) const = 0;
  /// A constraint's or index's name as the database has it: cut where it is too long and may be cut.
  virtual std::string FinalName(const schema::ConstraintName& name) const = 0;
  /// What the database has of its own.
  virtual schema::TypeRules type_rules() const = 0;
  /// A string as a literal.
  virtual std::string Literal(std::string_view text) const = 0;

  /// What to send for a statement of style kScript where the Python driver writes values into the text, as psycopg2
  /// does; nullopt where they travel beside it. Throws Error (ProgrammingError) for a value that cannot be written.
  virtual std::optional<SentText> TextWithValues(const Statement& statement) const = 0;

  /// Marks of style kScript are psycopg2's, %s and %(name)s.
  virtual bool scripts_mark_with_percent() const = 0;
  /// The INSERT's new keys are returned, not told by the driver (as SQLite's last rowid is).
  virtual bool ReturnsNewKeys(const sql::Insert& insert) const = 0;

  /// A statement of rows, or text.
  virtual Statement Render(const sql::Statement& statement, const RenderOptions& options) const = 0;
  /// The statements that carry an operation out, in order; none when there is nothing to do. A batch that has to
  /// rebuild its table must bring it along (copy_from): throws Error (CommandError) when it does not.
  virtual Rendered Render(const ops::Operation& operation, const RenderOptions& options, RunMemory& memory) const = 0;

  /// The batch has to put a new table in the old one's place.
  virtual bool Rebuilds(const ops::BatchAlterTable& batch) const = 0;
  /// It has to, and does not bring the table along: read it, and call RenderBatch.
  bool NeedsTable(const ops::BatchAlterTable& batch) const { return !batch.copy_from && Rebuilds(batch); }
  /// A batch that rebuilds its table, which is given as the database has it.
  virtual Rendered RenderBatch(const ops::BatchAlterTable& batch, const schema::Table& existing,
                               const ExistingTable& facts, const RenderOptions& options, RunMemory& memory) const = 0;
};

/// Returns the dialect of a name ("postgresql", "sqlite"); throws Error (kUnsupported) for another.
const Dialect& FindDialect(std::string_view name);

}  // namespace limbeck::dialect
