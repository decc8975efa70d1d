#pragma once

#include <string>

#include "compare/compare.h"
#include "compare/rules.h"
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
  bool AreEqual(const std::string& one, const std::string& other) override;

 private:
  ScriptConnection& connection_;
  const dialect::Dialect& dialect_;
};

/// A table as the catalogue tells it, as comparison takes it.
compare::DatabaseTable ToDatabaseTable(inspect::TableFacts facts, const compare::Rules& rules);

}  // namespace limbeck::pymodules
