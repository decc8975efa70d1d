#include "pymodules/models.h"

#include <algorithm>

#include "pymodules/columns.h"
#include "pymodules/schema_commands.h"
#include "pymodules/tables.h"
#include "schema/foreign_types.h"
#include "schema/spell.h"
#include "schema/table_order.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

std::string KeyOf(const schema::Table& table) {
  return table.schema ? table.schema->text + "." + table.name.text : table.name.text;
}

/// All that columns say written out; their types stay as the script gave them.
schema::Table Spell(const schema::Table& table, const schema::NamingConvention& convention,
                    const dialect::Dialect& dialect) {
  schema::Table spelled = schema::SpellOut(table, convention, dialect.type_rules());
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const bool inherits = table.columns[i].type.enumeration && table.columns[i].type.enumeration->inherit_schema;
    if (!inherits) spelled.columns[i].type = table.columns[i].type;
  }
  return spelled;
}

const TableState* StateOf(const Value& table) {
  return table.is_empty() ? nullptr : python::StateOf<TableState>(table);
}

}  // namespace

Models Models::Read(Interpreter& interpreter, const Value& metadata, const dialect::Dialect& dialect) {
  Models models;
  const Value resolved = interpreter.Resolve(metadata);
  if (python::StateOf<MetaDataState>(resolved) != nullptr) {
    models.ReadMetaData(interpreter, resolved, dialect);
  } else {
    interpreter.ForEach(resolved,
                        [&](const Value& one) { models.ReadMetaData(interpreter, interpreter.Resolve(one), dialect); });
  }
  return models;
}

Models Models::Of(std::vector<schema::Table> tables, const dialect::Dialect& dialect) {
  schema::ResolveReferents(tables);
  Models models;
  models.AddInOrder(tables, {}, dialect);
  return models;
}

void Models::AddInOrder(const std::vector<schema::Table>& tables, const schema::NamingConvention& convention,
                        const dialect::Dialect& dialect) {
  for (const size_t place : schema::SortTables(tables).order) {
    tables_.push_back({Spell(tables[place], convention, dialect)});
  }
}

void Models::ReadMetaData(Interpreter& interpreter, const Value& metadata, const dialect::Dialect& dialect) {
  const auto* state = python::StateOf<MetaDataState>(metadata);
  if (state == nullptr) {
    python::RaiseTypeError("target_metadata must be a MetaData or a sequence of them, not " +
                           python::TypeName(metadata));
  }
  if (!schema_ && state->schema && tables_.empty()) schema_ = state->schema->text;
  const schema::NamingConvention convention = ReadNamingConvention(interpreter, metadata);
  std::vector<schema::Table> tables;
  for (const Value& object : TablesOf(interpreter, metadata)) {
    schema::Table table = ReadTable(interpreter, object, "target_metadata");
    if (!objects_.emplace(KeyOf(table), object).second) {
      python::RaiseValueError("Duplicate table keys across multiple MetaData objects: \"" + KeyOf(table) + "\"");
    }
    for (const Value& column : StateOf(object)->columns) {
      const ColumnState* read = pymodules::FindColumn(column);
      if (!read->type.is_empty()) types_.emplace_back(read->column.type, read->type);
    }
    if (const auto* info = python::Cast<python::DictObject>(StateOf(object)->info)) {
      const auto* lacking = info->table.Find(python::Symbol::Intern("limbeck.lacking"));
      if (lacking != nullptr) lacking_.insert(interpreter.Str(lacking->value));
    }
    tables.push_back(std::move(table));
  }
  schema::ResolveReferents(tables);
  AddInOrder(tables, convention, dialect);
}

Value Models::FindTable(const schema::Table& table) const {
  const auto found = objects_.find(KeyOf(table));
  return found == objects_.end() ? Value() : found->second;
}

Value Models::FindColumn(const schema::Table& table, const sql::Name& column) const {
  const TableState* state = StateOf(FindTable(table));
  if (state == nullptr) return Value();
  for (const Value& object : state->columns) {
    if (pymodules::FindColumn(object)->column.name == column) return object;
  }
  return Value();
}

Value Models::FindConstraint(const schema::Table& table, const schema::Constraint& constraint) const {
  const TableState* state = StateOf(FindTable(table));
  if (state == nullptr) return Value();
  for (const Value& object : state->constraints) {
    schema::Constraint written = *pymodules::FindConstraint(object);
    schema::NameOf(written) = schema::NameOf(constraint);
    if (written == constraint) return object;
  }
  return Value();
}

Value Models::FindIndex(const schema::Table& table, const schema::Index& index) const {
  const TableState* state = StateOf(FindTable(table));
  if (state == nullptr) return Value();
  for (const Value& object : state->indexes) {
    const schema::Index& written = python::StateOf<IndexState>(object)->index;
    if (written.name.text == index.name.text && !index.column_flag) return object;
  }
  return Value();
}

Value Models::FindType(const sql::Type& type) const {
  const auto found = std::find_if(types_.begin(), types_.end(), [&](const auto& entry) { return entry.first == type; });
  return found == types_.end() ? Value() : found->second;
}

}  // namespace limbeck::pymodules
