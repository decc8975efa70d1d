#pragma once

#include <string>

#include "compare/compare.h"
#include "compare/enum_comparer.h"
#include "compare/object_comparer.h"
#include "compare/rules.h"
#include "inspect/catalogue.h"
#include "inspect/table_facts.h"
#include "pymodules/script_connection.h"

namespace limbeck::pymodules {

/// The answers that comparison wants of a dialect and of the database behind a connection, which is borrowed.
class ComparisonBackend : public compare::Backend {
 public:
  explicit ComparisonBackend(ScriptConnection& connection) : connection_(connection), dialect_(connection.dialect()) {}

  std::string name() const override;
  std::string TypeText(const sql::Type& type) const override;
  std::string ExpressionText(const sql::Expression& expression) const override;
  std::string FinalName(const schema::ConstraintName& name) const override;
  std::vector<std::string> Statements(const ops::Operation& operation) const override;
  bool AreEqual(const std::string& one, const std::string& other) override;

 private:
  ScriptConnection& connection_;
  const dialect::Dialect& dialect_;
};

/// All enums of a database, with the columns that have them.
std::vector<compare::DatabaseEnum> ReadEnums(inspect::Catalogue& catalogue);
/// The sequences of a schema that no column owns; those of the connection's own have none.
std::vector<schema::Sequence> ReadFreeSequences(inspect::Catalogue& catalogue,
                                                const std::optional<std::string>& schema);
/// What a database has beside tables, as comparison takes it.
std::vector<compare::ObjectVersion> ReadObjectVersions(driver::Connection& connection);

/// What an operation does, statement by statement.
std::vector<std::string> StatementsOf(const ops::Operation& operation, const dialect::Dialect& dialect);

/// A table as the catalogue tells it, as comparison takes it.
compare::DatabaseTable ToDatabaseTable(inspect::TableFacts facts, const compare::Rules& rules);

}  // namespace limbeck::pymodules
