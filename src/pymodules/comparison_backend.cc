#include "pymodules/comparison_backend.h"

#include "inspect/database_objects.h"

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

std::vector<std::string> ComparisonBackend::Statements(const ops::Operation& operation) const {
  return StatementsOf(operation, dialect_);
}

bool ComparisonBackend::AreEqual(const std::string& one, const std::string& other) {
  const driver::Result result = connection_.Execute("SELECT " + one + " = " + other + " AS anon_1");
  return !result.Scalar().is_null() && result.Scalar().AsBool();
}

std::vector<std::string> StatementsOf(const ops::Operation& operation, const dialect::Dialect& dialect) {
  dialect::RenderOptions options;
  options.literal_binds = true;
  dialect::RunMemory memory;
  std::vector<std::string> texts;
  for (dialect::Statement& statement : dialect.Render(operation, options, memory).statements) {
    texts.push_back(std::move(statement.text));
  }
  return texts;
}

std::vector<compare::DatabaseEnum> ReadEnums(inspect::Catalogue& catalogue) {
  std::vector<compare::DatabaseEnum> enums;
  const std::vector<inspect::EnumUse> uses = catalogue.EnumUses();
  for (inspect::EnumFacts& facts : catalogue.Enums("*")) {
    compare::DatabaseEnum one{.name = facts.name, .values = std::move(facts.labels)};
    if (!facts.visible) one.schema = facts.schema;
    for (const inspect::EnumUse& use : uses) {
      if (use.enum_name != facts.name || use.enum_schema != facts.schema) continue;
      ops::EnumColumn column{.table = use.table, .column = use.column};
      if (use.schema) column.schema = *use.schema;
      column.server_default = use.default_text;
      column.is_array = use.is_array;
      one.columns.push_back(std::move(column));
    }
    enums.push_back(std::move(one));
  }
  return enums;
}

std::vector<schema::Sequence> ReadFreeSequences(inspect::Catalogue& catalogue,
                                                const std::optional<std::string>& schema) {
  std::vector<schema::Sequence> sequences;
  const std::string own = catalogue.DefaultSchema();
  for (inspect::SequenceFacts& facts : catalogue.Sequences(schema)) {
    if (facts.owner_table) continue;
    if (facts.sequence.schema && facts.sequence.schema->text == own) facts.sequence.schema.reset();
    sequences.push_back(std::move(facts.sequence));
  }
  return sequences;
}

std::vector<compare::ObjectVersion> ReadObjectVersions(driver::Connection& connection) {
  std::vector<compare::ObjectVersion> versions;
  for (inspect::ObjectFacts& facts : inspect::ReadObjects(connection)) {
    compare::ObjectVersion version;
    version.object = {std::move(facts.kind), std::move(facts.name), {}, std::move(facts.create), std::move(facts.drop)};
    if (facts.schema) version.object.schema = *facts.schema;
    version.shape = std::move(facts.shape);
    version.key = std::move(facts.key);
    version.needs = std::move(facts.needs);
    versions.push_back(std::move(version));
  }
  return versions;
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
