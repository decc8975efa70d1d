#include "pymodules/models.h"

#include <algorithm>

#include "pymodules/column_parts.h"
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
  models.AddInOrder(std::move(tables), {}, dialect);
  return models;
}

void Models::AddInOrder(std::vector<schema::Table> tables, const schema::NamingConvention& convention,
                        const dialect::Dialect& dialect) {
  for (const size_t place : schema::SortTables(tables).order) {
    tables_.push_back({Spell(tables[place], convention, dialect)});
    for (const schema::Column& column : tables[place].columns) {
      const auto* sequence = std::get_if<sql::Shared<schema::Sequence>>(&column.client_default);
      if (sequence != nullptr && !(*sequence)->optional) sequences_.push_back(**sequence);
    }
    tables[place] = {};  // there may be thousands
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
  sequences_.insert(sequences_.end(), state->sequences.begin(), state->sequences.end());
  std::vector<schema::Table> tables;
  for (const Value& object : TablesOf(interpreter, metadata)) {
    schema::Table table = ReadTable(interpreter, object, "target_metadata");
    if (!objects_.emplace(KeyOf(table), object).second) {
      python::RaiseValueError("Duplicate table keys across multiple MetaData objects: \"" + KeyOf(table) + "\"");
    }
    NoteKeysOfColumns(table, object);
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
  AddInOrder(std::move(tables), convention, dialect);
}

void Models::LeaveOut(const std::string& name, const std::optional<std::string>& schema) {
  std::erase_if(tables_, [&](const compare::ModelTable& model) {
    const std::optional<sql::Name>& own = model.table.schema;
    return model.table.name.text == name && (own ? std::optional(own->text) : std::nullopt) == schema;
  });
}

void Models::NoteKeysOfColumns(const schema::Table& table, const Value& object) {
  for (const Value& value : StateOf(object)->columns) {
    const ColumnState* column = pymodules::FindColumn(value);
    for (const Value& key : column->foreign_keys) {
      if (python::StateOf<ForeignKeyState>(key)->is_of_column) {
        keys_of_columns_.emplace(KeyOf(table), column->column.name.text);
      }
    }
  }
  for (const Value& value : StateOf(object)->constraints) {
    const auto* state = python::StateOf<ConstraintState>(value);
    const auto* key = state != nullptr ? std::get_if<schema::ForeignKey>(&state->constraint) : nullptr;
    if (key != nullptr && state->is_of_columns && !key->columns.empty()) {
      keys_of_columns_.emplace(KeyOf(table), key->columns.front().text);
    }
  }
}

void Models::RequireReferents() const {
  std::set<std::string> known;
  for (const compare::ModelTable& model : tables_) known.insert(KeyOf(model.table));
  for (const compare::ModelTable& model : tables_) {
    for (const schema::Constraint& constraint : model.table.constraints) {
      const auto* key = std::get_if<schema::ForeignKey>(&constraint);
      if (key == nullptr || key->use_alter || key->columns.empty()) continue;
      // Without a schema it is in that of its MetaData.
      const std::optional<sql::Name>& schema = key->referent_schema ? key->referent_schema : model.table.schema;
      const std::string plain = key->referent_table.text;
      const std::string referent = schema ? schema->text + "." + plain : plain;
      const std::string& column = key->columns.front().text;
      const bool is_known =
          known.contains(referent) ||
          (!key->referent_schema && (known.contains(plain) || (schema_ && known.contains(*schema_ + "." + plain))));
      if (is_known || keys_of_columns_.contains({KeyOf(model.table), column})) continue;
      throw Error(ErrorKind::kScript,
                  "Foreign key associated with column '" + model.table.name.text + "." + column +
                      "' could not find table '" + referent +
                      "' with which to generate a foreign key to target column '" +
                      (key->referent_columns.empty() ? column : key->referent_columns.front().text) + "'")
          .ExceptionClass("sqlalchemy.exc.NoReferencedTableError");
    }
  }
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
