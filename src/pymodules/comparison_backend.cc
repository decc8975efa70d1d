#include "pymodules/comparison_backend.h"

namespace limbeck::pymodules {

std::string ComparisonBackend::name() const {
  return std::string(dialect_.name());
}

std::string ComparisonBackend::TypeText(const sql::Type& type) const {
  return dialect_.TypeText(type);
}

std::string ComparisonBackend::ExpressionText(const sql::Expression& expression) const {
  return dialect_.DdlExpression(expression);
}

std::string ComparisonBackend::FinalName(const schema::ConstraintName& name) const {
  return dialect_.FinalName(name);
}

bool ComparisonBackend::AreEqual(const std::string& one, const std::string& other) {
  const driver::Result result = connection_.Execute("SELECT " + one + " = " + other + " AS anon_1");
  return !result.Scalar().is_null() && result.Scalar().AsBool();
}

compare::DatabaseTable ToDatabaseTable(inspect::TableFacts facts, const compare::Rules& rules) {
  compare::DatabaseTable table;
  for (inspect::IndexFacts& index : facts.indexes) {
    if (index.duplicates_constraint) table.indexes_of_constraints.insert(index.name);
    index.duplicates_constraint.reset();
  }
  for (inspect::ColumnFacts& column : facts.columns) {
    if (column.owned_sequence) column.default_text.reset();
  }
  table.table = inspect::ToTable(facts);
  compare::FixNames(table.table);
  rules.Adjust(table.table);
  return table;
}

}  // namespace limbeck::pymodules
