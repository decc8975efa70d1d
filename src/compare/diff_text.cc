#include "compare/diff_text.h"

#include <algorithm>

#include "base/text.h"
#include "compare/full_name.h"
#include "compare/operations_of.h"
#include "compare/type_repr.h"

// repr() of SQLAlchemy's Table, Column, Index and constraints, as far as it shows in the tuples.

namespace limbeck::compare {
namespace {

std::string Quoted(const std::optional<sql::Name>& name) {
  return name ? PythonRepr(name->text) : "None";
}

std::string Truth(bool value) {
  return value ? "True" : "False";
}

std::string ExpressionRepr(const sql::Expression&) {
  return "<sqlalchemy.sql.elements.TextClause object>";
}

std::string ForeignKeyRepr(const schema::ForeignKey& key, const sql::Name& column) {
  const std::string schema = key.referent_schema ? key.referent_schema->text + "." : "";
  return "ForeignKey(" + PythonRepr(schema + key.referent_table.text + "." + column.text) + ")";
}

std::string SequenceRepr(const schema::Identity& identity) {
  std::vector<std::string> parts;
  if (identity.always) parts.emplace_back("always=True");
  const auto number = [&](const char* name, const std::optional<int64_t>& value) {
    if (value) parts.push_back(std::string(name) + "=" + std::to_string(*value));
  };
  number("start", identity.options.start);
  number("increment", identity.options.increment);
  number("minvalue", identity.options.minvalue);
  number("maxvalue", identity.options.maxvalue);
  if (identity.options.cycle) parts.push_back("cycle=" + Truth(*identity.options.cycle));
  number("cache", identity.options.cache);
  return "Identity(" + Join(parts, ", ") + ")";
}

struct DefaultRepr {
  std::string operator()(const std::string& text) const {
    return "DefaultClause(" + PythonRepr(text) + ", for_update=False)";
  }
  std::string operator()(const sql::Expression& expression) const {
    return "DefaultClause(" + ExpressionRepr(expression) + ", for_update=False)";
  }
  std::string operator()(const schema::Computed& computed) const {
    return "Computed(" + ExpressionRepr(computed.expression) + ")";
  }
  std::string operator()(const schema::Identity& identity) const { return SequenceRepr(identity); }
  std::string operator()(const schema::FetchedValue&) const { return "FetchedValue()"; }
};

std::string DefaultText(const std::optional<schema::ServerDefault>& value) {
  return value ? std::visit(DefaultRepr(), *value) : "None";
}

std::string ColumnRepr(const schema::Column& column, const schema::Table* table, const std::string& table_name) {
  std::vector<std::string> parts = {PythonRepr(column.name.text), TypeRepr(column.type)};
  if (table != nullptr) {
    for (const schema::Constraint& constraint : table->constraints) {
      const auto* key = std::get_if<schema::ForeignKey>(&constraint);
      for (size_t i = 0; key != nullptr && i < key->columns.size() && i < key->referent_columns.size(); ++i) {
        if (key->columns[i] == column.name) parts.push_back(ForeignKeyRepr(*key, key->referent_columns[i]));
      }
    }
  }
  parts.push_back("table=<" + table_name + ">");
  if (column.primary_key) parts.emplace_back("primary_key=True");
  if (!column.is_nullable()) parts.emplace_back("nullable=False");
  if (column.server_default) parts.push_back("server_default=" + DefaultText(column.server_default));
  if (column.comment) parts.push_back("comment=" + PythonRepr(*column.comment));
  return "Column(" + Join(parts, ", ") + ")";
}

std::string TableRepr(const schema::Table& table) {
  std::vector<std::string> parts = {PythonRepr(table.name.text), "MetaData()"};
  for (const schema::Column& column : table.columns) parts.push_back(ColumnRepr(column, &table, table.name.text));
  parts.push_back("schema=" + Quoted(table.schema));
  return "Table(" + Join(parts, ", ") + ")";
}

std::string BareColumns(const std::vector<sql::Name>& names, const std::string& table) {
  std::vector<std::string> parts;
  for (const sql::Name& name : names) {
    parts.push_back("Column(" + PythonRepr(name.text) + ", NullType(), table=<" + table + ">)");
  }
  return Join(parts, ", ");
}

std::string IndexRepr(const schema::Index& index, const std::string& table) {
  std::vector<std::string> parts = {index.name ? PythonRepr(index.name.text->text) : "None"};
  for (const schema::IndexElement& element : index.elements) {
    parts.push_back(element.column() ? BareColumns({*element.column()}, table) : ExpressionRepr(*element.expression()));
  }
  if (index.unique) parts.emplace_back("unique=True");
  return "Index(" + Join(parts, ", ") + ")";
}

/// The table that a foreign key is shown with: only what the key names is in it.
schema::Table TableOfKey(const schema::ForeignKey& key, const std::string& name,
                         const std::optional<sql::Name>& schema) {
  schema::Table table;
  table.name = name;
  table.schema = schema;
  std::vector<sql::Name> names = key.columns;
  const bool is_its_own = key.referent_table == table.name && key.referent_schema == table.schema;
  if (is_its_own) names.insert(names.end(), key.referent_columns.begin(), key.referent_columns.end());
  for (const sql::Name& column : names) {
    const auto has_name = [&column](const schema::Column& known) { return known.name == column; };
    if (std::any_of(table.columns.begin(), table.columns.end(), has_name)) continue;
    table.columns.emplace_back().name = column;
  }
  table.constraints.emplace_back(key);
  return table;
}

std::string ForeignKeyConstraintRepr(const schema::ForeignKey& key, const schema::Table& table) {
  std::vector<std::string> parts = {"<sqlalchemy.sql.base.ReadOnlyColumnCollection object>", "None"};
  const auto text = [&parts](const char* name, const std::optional<std::string>& value) {
    if (value) parts.push_back(name + std::string("=") + PythonRepr(*value));
  };
  if (key.name) text("name", key.name.text->text);
  text("onupdate", key.onupdate);
  text("ondelete", key.ondelete);
  if (key.deferrable) parts.push_back("deferrable=" + Truth(*key.deferrable));
  text("initially", key.initially);
  if (key.use_alter) parts.emplace_back("use_alter=True");
  text("match", key.match);
  parts.push_back("table=" + TableRepr(table));
  text("comment", key.comment);
  return "ForeignKeyConstraint(" + Join(parts, ", ") + ")";
}

struct ConstraintRepr {
  const std::string& table;
  const std::optional<sql::Name>& schema;

  std::string operator()(const schema::PrimaryKey& key) const {
    return "PrimaryKeyConstraint(" + BareColumns(key.columns, table) + ")";
  }
  std::string operator()(const schema::Unique& unique) const {
    return "UniqueConstraint(" + BareColumns(unique.columns, table) + ")";
  }
  std::string operator()(const schema::ForeignKey& key) const {
    return ForeignKeyConstraintRepr(key, TableOfKey(key, table, schema));
  }
  std::string operator()(const schema::Check& check) const {
    return "CheckConstraint(" + ExpressionRepr(check.condition) +
           (check.name ? ", name=" + PythonRepr(check.name.text->text) : "") + ")";
  }
  std::string operator()(const schema::Exclude&) const { return "ExcludeConstraint()"; }
};

/// The tuples of one change.
class DiffWriter {
 public:
  std::string Take() { return tuples_.empty() ? "" : "[" + Join(tuples_, ", ") + "]"; }

  void Write(const Change& change) {
    ForEachOperation(change, [this](const ops::Operation& operation) { std::visit(*this, operation); });
  }

  void operator()(const ops::CreateTable& op) { Add("add_table", TableRepr(op.table)); }
  void operator()(const ops::DropTable& op) {
    if (op.original) Add("remove_table", TableRepr(*op.original));
  }
  void operator()(const ops::AddColumn& op) {
    tuples_.push_back("('add_column', " + Quoted(op.schema) + ", " + PythonRepr(op.table.text) + ", " +
                      ColumnRepr(op.column, nullptr, op.table.text) + ")");
  }
  void operator()(const ops::DropColumn& op) {
    tuples_.push_back("('remove_column', " + Quoted(op.schema) + ", " + PythonRepr(op.table.text) + ", " +
                      ColumnRepr(*op.original, nullptr, op.table.text) + ")");
  }
  void operator()(const ops::AlterColumn& op) { Alter(op); }
  void operator()(const ops::AddConstraint& op) {
    const bool is_key = std::holds_alternative<schema::ForeignKey>(op.constraint);
    Add(is_key ? "add_fk" : "add_constraint", std::visit(ConstraintRepr{op.table.text, op.schema}, op.constraint));
  }
  void operator()(const ops::DropConstraint& op) {
    const bool is_key = op.type == ops::ConstraintType::kForeignKey;
    if (op.original) {
      Add(is_key ? "remove_fk" : "remove_constraint",
          std::visit(ConstraintRepr{op.table.text, op.schema}, *op.original));
    }
  }
  void operator()(const ops::CreateIndex& op) { Add("add_index", IndexRepr(op.index, op.table.text)); }
  void operator()(const ops::DropIndex& op) {
    if (op.original) Add("remove_index", IndexRepr(*op.original, op.table ? op.table->text : ""));
  }
  void operator()(const ops::CreateTableComment& op) {
    schema::Table table;
    table.name = op.table;
    table.schema = op.schema;
    tuples_.push_back("('add_table_comment', " + TableRepr(table) + ", " +
                      (op.existing_comment ? PythonRepr(*op.existing_comment) : "None") + ")");
  }
  void operator()(const ops::DropTableComment& op) {
    schema::Table table;
    table.name = op.table;
    table.schema = op.schema;
    Add("remove_table_comment", TableRepr(table));
  }
  void operator()(const ops::CreateType& op) { AddName("add_enum", op.type.enumeration->name); }
  void operator()(const ops::DropType& op) { AddName("remove_enum", op.type.enumeration->name); }
  void operator()(const ops::AddEnumValue& op) { AddValue("add_enum_value", op.enum_name, op.value); }
  void operator()(const ops::RenameEnumValue& op) { AddValue("rename_enum_value", op.enum_name, op.new_value); }
  void operator()(const ops::ReplaceEnum& op) { AddName("replace_enum", op.enum_name); }
  void operator()(const ops::CreateSequence& op) { AddName("add_sequence", op.sequence.name); }
  void operator()(const ops::DropSequence& op) { AddName("remove_sequence", op.sequence.name); }
  void operator()(const ops::CreateObject& op) { AddObject("add_", op.object); }
  void operator()(const ops::DropObject& op) { AddObject("remove_", op.object); }
  void operator()(const ops::ReplaceObject& op) { AddObject("replace_", op.after); }
  template <typename Other>
  void operator()(const Other& op) {
    tuples_.push_back("('" + ops::DirectiveName(op) + "',)");
  }

 private:
  void Add(const char* kind, const std::string& object) {
    tuples_.push_back(std::string("('") + kind + "', " + object + ")");
  }

  void AddName(const char* kind, const std::optional<sql::Name>& name) { Add(kind, Quoted(name)); }
  void AddValue(const char* kind, const sql::Name& name, const std::string& value) {
    Add(kind, PythonRepr(name.text) + ", " + PythonRepr(value));
  }
  void AddObject(const char* verb, const ops::DatabaseObject& object) {
    Add((verb + ReplaceAll(object.kind, " ", "_")).c_str(), PythonRepr(FullName(object.schema, object.name)));
  }

  /// A list of its own, a tuple for each property.
  void Alter(const ops::AlterColumn& op) {
    const std::string where = Quoted(op.schema) + ", " + PythonRepr(op.table.text) + ", " + PythonRepr(op.column.text);
    const std::string existing_default = !op.existing_server_default.touched() ? "False"
                                         : op.existing_server_default.value()
                                             ? std::visit(DefaultRepr(), *op.existing_server_default.value())
                                             : "None";
    const std::string nullable =
        "'existing_nullable': " + (op.existing_nullable ? Truth(*op.existing_nullable) : "None");
    const std::string type = "'existing_type': " + (op.existing_type ? TypeRepr(*op.existing_type) : "None");
    const std::string server_default = "'existing_server_default': " + existing_default;
    const std::string comment =
        "'existing_comment': " + (op.existing_comment ? PythonRepr(*op.existing_comment) : "None");
    std::vector<std::string> tuples;
    const auto add = [&](const char* kind, const std::vector<std::string>& facts, const std::string& from,
                         const std::string& to) {
      tuples.push_back(std::string("('modify_") + kind + "', " + where + ", {" + Join(facts, ", ") + "}, " + from +
                       ", " + to + ")");
    };
    if (op.type) {
      add("type", {nullable, server_default, comment}, op.existing_type ? TypeRepr(*op.existing_type) : "None",
          TypeRepr(*op.type));
    }
    if (op.nullable) {
      add("nullable", {type, server_default, comment}, op.existing_nullable ? Truth(*op.existing_nullable) : "None",
          Truth(*op.nullable));
    }
    if (op.server_default.touched()) {
      const schema::ServerDefault* value = op.server_default.value();
      add("default", {nullable, type, comment}, existing_default, value ? std::visit(DefaultRepr(), *value) : "None");
    }
    if (op.comment.touched()) {
      const std::string* value = op.comment.value();
      add("comment", {nullable, type, server_default}, op.existing_comment ? PythonRepr(*op.existing_comment) : "None",
          value ? PythonRepr(*value) : "None");
    }
    tuples_.push_back("[" + Join(tuples, ", ") + "]");
  }

  std::vector<std::string> tuples_;
};

}  // namespace

std::string DiffText(const Changes& changes) {
  DiffWriter writer;
  for (const Change& change : changes) writer.Write(change);
  return writer.Take();
}

}  // namespace limbeck::compare
