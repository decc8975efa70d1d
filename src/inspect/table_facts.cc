#include "inspect/table_facts.h"

#include "sql/operators.h"

namespace limbeck::inspect {
namespace {

sql::Operator SortOperator(const std::string& option) {
  if (option == "desc") return sql::Operator::kDesc;
  if (option == "nulls_first") return sql::Operator::kNullsFirst;
  return sql::Operator::kNullsLast;
}

schema::IndexElement ToElement(const IndexFacts::Element& element) {
  if (element.is_expression) return sql::SqlText(element.text);
  if (element.sorting.empty()) return sql::Name(element.text);
  sql::Expression expression = sql::Column(element.text);
  for (const std::string& option : element.sorting) expression = sql::Ordered(expression, SortOperator(option));
  return expression;
}

}  // namespace

schema::Column ToColumn(const ColumnFacts& facts) {
  schema::Column column;
  column.name = facts.name;
  column.type = facts.type;
  column.nullable = facts.nullable;
  column.comment = facts.comment;
  column.primary_key = facts.key_position > 0;
  if (facts.autoincrement) {
    column.autoincrement = *facts.autoincrement ? schema::Autoincrement::kYes : schema::Autoincrement::kNo;
  }
  if (facts.computed) {
    column.server_default = schema::Computed{sql::SqlText(*facts.computed), facts.computed_is_stored};
  } else if (facts.identity) {
    column.server_default = *facts.identity;
  } else if (facts.default_text) {
    column.server_default = sql::SqlText(*facts.default_text);
  }
  return column;
}

schema::Index ToIndex(const IndexFacts& facts) {
  schema::Index index;
  index.name = facts.name;
  index.unique = facts.unique;
  index.options = facts.options;
  for (const IndexFacts::Element& element : facts.elements) index.elements.push_back(ToElement(element));
  return index;
}

schema::Table ToTable(const TableFacts& facts) {
  schema::Table table;
  table.name = facts.name;
  if (facts.schema) table.schema = *facts.schema;
  table.comment = facts.comment;
  table.columns.reserve(facts.columns.size());
  for (const ColumnFacts& column : facts.columns) table.columns.push_back(ToColumn(column));
  if (facts.primary_key) {
    table.constraints.emplace_back(*facts.primary_key);
    for (const sql::Name& name : facts.primary_key->columns) {
      if (schema::Column* column = table.FindColumn(name.text)) column->primary_key = true;
    }
  }
  for (const schema::ForeignKey& key : facts.foreign_keys) table.constraints.emplace_back(key);
  for (const IndexFacts& index : facts.indexes) {
    if (!index.duplicates_constraint) table.indexes.push_back(ToIndex(index));
  }
  for (const schema::Unique& unique : facts.uniques) table.constraints.emplace_back(unique);
  for (const schema::Check& check : facts.checks) table.constraints.emplace_back(check);
  return table;
}

}  // namespace limbeck::inspect
