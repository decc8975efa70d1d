#include "compare/operation_text.h"

#include <algorithm>

#include "base/text.h"
#include "compare/execute_text.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

/// More arguments than these Python once did not take.
constexpr size_t kMaxArguments = 255;

std::string Truth(bool value) {
  return value ? "True" : "False";
}

std::string Repr(const std::optional<std::string>& text) {
  return text ? PythonRepr(*text) : "None";
}

std::string NameList(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(PythonRepr(name.text));
  return "[" + Join(texts, ", ") + "]";
}

std::string SchemaArgument(const std::optional<sql::Name>& schema) {
  return schema ? ", schema=" + PythonRepr(schema->text) : "";
}

std::string Quoted(const std::optional<sql::Name>& schema) {
  return schema ? "'" + schema->text + "'" : "None";
}

const char* NameOf(ops::ConstraintType type) {
  switch (type) {
    case ops::ConstraintType::kPrimary:
      return "primary";
    case ops::ConstraintType::kForeignKey:
      return "foreignkey";
    case ops::ConstraintType::kUnique:
      return "unique";
    case ops::ConstraintType::kCheck:
      return "check";
  }
  return "";
}

std::string WithOptions(const std::vector<std::string>& options) {
  return options.empty() ? "" : ", " + Join(options, ", ");
}

/// Keywords of a table, by name.
std::string TableKeywords(const schema::Options& options) {
  std::vector<std::string> lines;
  for (const auto& [name, value] : options.items()) {
    lines.push_back(",\n" + ReplaceAll(name, " ", "_") + "=" + OptionRepr(value));
  }
  std::sort(lines.begin(), lines.end());
  return Join(lines, "");
}

}  // namespace

std::string OperationText::Refuse(const ops::Operation& operation) {
  throw Error(ErrorKind::kUnsupported, ops::DirectiveName(operation) + " cannot be written into a revision file");
}

// ------------------------------------------------------------------------------------------ tables

std::string OperationText::operator()(const ops::CreateTable& op) const {
  std::vector<std::string> arguments;
  for (const schema::Column& column : op.table.columns) {
    if (auto text = renderer.ColumnText(column)) arguments.push_back(std::move(*text));
  }
  std::vector<std::string> constraints;
  for (const schema::Constraint& constraint : op.table.constraints) {
    if (auto text = renderer.ConstraintText(constraint, op.table)) constraints.push_back(std::move(*text));
  }
  std::sort(constraints.begin(), constraints.end());
  arguments.insert(arguments.end(), constraints.begin(), constraints.end());
  std::string all = Join(arguments, ",\n");
  if (arguments.size() > kMaxArguments) all = "*[" + all + "]";
  std::string text = renderer.Prefix() + "create_table(" + PythonRepr(op.table.name.text) + ",\n" + all;
  if (op.table.schema) text += ",\nschema=" + PythonRepr(op.table.schema->text);
  if (op.table.comment && !op.table.comment->empty()) text += ",\ncomment=" + PythonRepr(*op.table.comment);
  text += TableKeywords(op.table.options);
  if (!op.table.prefixes.empty()) text += ",\nprefixes=['" + Join(op.table.prefixes, "', '") + "']";
  if (op.if_not_exists) text += ",\nif_not_exists=" + Truth(*op.if_not_exists);
  return text + "\n)";
}

std::string OperationText::operator()(const ops::DropTable& op) const {
  std::string text = renderer.Prefix() + "drop_table(" + PythonRepr(op.table.text) + SchemaArgument(op.schema);
  if (op.if_exists) text += ", if_exists=" + Truth(*op.if_exists);
  return text + ")";
}

std::string OperationText::operator()(const ops::RenameTable& op) const {
  return renderer.Prefix() + "rename_table(" + PythonRepr(op.table.text) + ", " + PythonRepr(op.new_name.text) +
         SchemaArgument(op.schema) + ")";
}

std::string OperationText::operator()(const ops::CreateTableComment& op) const {
  std::string text = renderer.Prefix() + "create_table_comment(\n";
  if (!in_batch()) text += "    '" + op.table.text + "',\n";
  text += "    " + Repr(op.comment) + ",\n    existing_comment=" + Repr(op.existing_comment);
  if (!in_batch()) text += ",\n    schema=" + Quoted(op.schema);
  return text + "\n)";
}

std::string OperationText::operator()(const ops::DropTableComment& op) const {
  std::string text = renderer.Prefix() + "drop_table_comment(\n";
  if (!in_batch()) text += "    '" + op.table.text + "',\n";
  text += "    existing_comment=" + Repr(op.existing_comment);
  if (!in_batch()) text += ",\n    schema=" + Quoted(op.schema);
  return text + "\n)";
}

// ------------------------------------------------------------------------------------------ columns

std::string OperationText::operator()(const ops::AddColumn& op) const {
  const std::string column = renderer.ColumnText(op.column).value_or("None");
  if (in_batch()) return renderer.Prefix() + "add_column(" + column + ")";
  std::string text = renderer.Prefix() + "add_column(" + PythonRepr(op.table.text) + ", " + column;
  text += SchemaArgument(op.schema);
  if (op.if_not_exists) text += ", if_not_exists=" + Truth(*op.if_not_exists);
  return text + ")";
}

std::string OperationText::operator()(const ops::DropColumn& op) const {
  if (in_batch()) return renderer.Prefix() + "drop_column(" + PythonRepr(op.column.text) + ")";
  std::string text = renderer.Prefix() + "drop_column(" + PythonRepr(op.table.text) + ", " +
                     PythonRepr(op.column.text) + SchemaArgument(op.schema);
  if (op.if_exists) text += ", if_exists=" + Truth(*op.if_exists);
  return text + ")";
}

std::string OperationText::operator()(const ops::AlterColumn& op) const {
  std::string text = renderer.Prefix() + "alter_column(";
  if (!in_batch()) text += PythonRepr(op.table.text) + ", ";
  text += PythonRepr(op.column.text);
  const auto add = [&](const char* name, const std::string& value) {
    text += ",\n           " + std::string(name) + "=" + value;
  };
  const auto default_text = [&](const ops::Change<schema::ServerDefault>& change) {
    const schema::ServerDefault* value = change.value();
    return renderer.DefaultText(value == nullptr ? std::nullopt : std::optional(*value)).value_or("None");
  };
  if (op.existing_type) add("existing_type", renderer.TypeText(*op.existing_type));
  if (op.server_default.touched()) add("server_default", default_text(op.server_default));
  if (op.new_name) add("new_column_name", PythonRepr(op.new_name->text));
  if (op.type) add("type_", renderer.TypeText(*op.type));
  if (op.nullable) add("nullable", Truth(*op.nullable));
  if (op.comment.touched()) {
    add("comment", op.comment.value() == nullptr ? std::string("None") : PythonRepr(*op.comment.value()));
  }
  if (op.existing_comment) add("existing_comment", PythonRepr(*op.existing_comment));
  if (!op.nullable && op.existing_nullable) add("existing_nullable", Truth(*op.existing_nullable));
  if (op.autoincrement) add("autoincrement", Truth(*op.autoincrement));
  if (!op.server_default.touched() && op.existing_server_default.value() != nullptr) {
    add("existing_server_default", default_text(op.existing_server_default));
  }
  if (op.schema && !in_batch()) add("schema", PythonRepr(op.schema->text));
  for (const auto& [name, value] : op.options.items()) add(name.c_str(), OptionRepr(value));
  return text + ")";
}

// ------------------------------------------------------------------------------------------ constraints, indexes

std::string OperationText::ForeignKey(const ops::AddConstraint& op, const schema::ForeignKey& key) const {
  std::vector<std::string> arguments = {renderer.NameText(key.name)};
  if (!in_batch()) arguments.push_back(PythonRepr(op.table.text));
  arguments.push_back(PythonRepr(key.referent_table.text));
  arguments.push_back(NameList(key.columns));
  arguments.push_back(NameList(key.referent_columns));
  if (!in_batch() && op.schema) arguments.push_back("source_schema=" + PythonRepr(op.schema->text));
  if (key.referent_schema) arguments.push_back("referent_schema=" + PythonRepr(key.referent_schema->text));
  if (key.onupdate) arguments.push_back("onupdate=" + PythonRepr(*key.onupdate));
  if (key.ondelete) arguments.push_back("ondelete=" + PythonRepr(*key.ondelete));
  if (key.initially) arguments.push_back("initially=" + PythonRepr(*key.initially));
  if (key.deferrable.value_or(false)) arguments.emplace_back("deferrable=True");
  if (key.use_alter) arguments.emplace_back("use_alter=True");
  if (key.match) arguments.push_back("match=" + PythonRepr(*key.match));
  return renderer.Prefix() + "create_foreign_key(" + Join(arguments, ", ") +
         WithOptions(renderer.OptionTexts(key.options)) + ")";
}

std::string OperationText::Check(const ops::AddConstraint& op, const schema::Check& check) const {
  std::vector<std::string> arguments = {renderer.NameText(check.name)};
  if (!in_batch()) arguments.push_back(PythonRepr(op.table.text));
  arguments.push_back(PythonRepr(renderer.rules_.ScriptExpression(check.condition, false, false)));
  if (!in_batch() && op.schema) arguments.push_back("schema=" + PythonRepr(op.schema->text));
  return renderer.Prefix() + "create_check_constraint(" + Join(arguments, ", ") + ")";
}

std::string OperationText::operator()(const ops::AddConstraint& op) const {
  if (const auto* key = std::get_if<schema::ForeignKey>(&op.constraint)) return ForeignKey(op, *key);
  if (const auto* check = std::get_if<schema::Check>(&op.constraint)) return Check(op, *check);
  if (const auto* unique = std::get_if<schema::Unique>(&op.constraint)) {
    return renderer.UniqueText(*unique, &op.table, op.schema);
  }
  if (const auto* exclude = std::get_if<schema::Exclude>(&op.constraint)) {
    return renderer.ExcludeText(*exclude, op.table, op.schema);
  }
  const auto& key = std::get<schema::PrimaryKey>(op.constraint);
  std::string text = renderer.Prefix() + "create_primary_key(" + renderer.NameText(key.name);
  if (!in_batch()) text += ", " + PythonRepr(op.table.text);
  text += ", " + NameList(key.columns);
  return text + (in_batch() ? "" : SchemaArgument(op.schema)) + ")";
}

std::string OperationText::operator()(const ops::DropConstraint& op) const {
  std::string text = renderer.Prefix() + "drop_constraint(" + renderer.NameText(op.name);
  if (!in_batch()) text += ", " + PythonRepr(op.table.text) + SchemaArgument(op.schema);
  if (op.type) text += std::string(", type_='") + NameOf(*op.type) + "'";
  if (op.if_exists) text += ", if_exists=" + Truth(*op.if_exists);
  return text + ")";
}

std::string OperationText::operator()(const ops::CreateIndex& op) const {
  std::vector<std::string> elements;
  for (const schema::IndexElement& element : op.index.elements) elements.push_back(renderer.ElementText(element));
  std::vector<std::string> options = renderer.OptionTexts(op.index.options);
  if (op.if_not_exists) options.push_back("if_not_exists=" + Truth(*op.if_not_exists));
  std::string text = renderer.Prefix() + "create_index(" + renderer.NameText(op.index.name) + ", ";
  if (!in_batch()) text += PythonRepr(op.table.text) + ", ";
  const bool of_database = op.index.unique && renderer.options_.restores_database;
  text += "[" + Join(elements, ", ") +
          "], unique=" + (of_database ? renderer.rules_.UniqueOfDatabase() : Truth(op.index.unique));
  if (!in_batch()) text += SchemaArgument(op.schema);
  return text + WithOptions(options) + ")";
}

std::string OperationText::operator()(const ops::DropIndex& op) const {
  std::vector<std::string> options = renderer.OptionTexts(op.options);
  if (op.if_exists) options.push_back("if_exists=" + Truth(*op.if_exists));
  std::string text = renderer.Prefix() + "drop_index(" + renderer.NameText(op.name);
  if (!in_batch()) {
    text += ", table_name=" + (op.table ? PythonRepr(op.table->text) : std::string("None")) + SchemaArgument(op.schema);
  }
  return text + WithOptions(options) + ")";
}

std::string OperationText::Execute(const ops::Operation& operation) const {
  return ExecuteCalls(renderer.rules_.backend().Statements(operation), renderer.options_.alembic_prefix);
}

std::string OperationText::operator()(const ops::ExecuteSql& op) const {
  const auto* plain = std::get_if<sql::Text>(&op.statement);
  if (plain == nullptr) {
    throw Error(ErrorKind::kScript,
                "Autogenerate rendering of SQL Expression language constructs not supported here; please use a plain "
                "SQL string")
        .ExceptionClass("NotImplementedError");
  }
  return renderer.Prefix() + "execute(" + PythonRepr(plain->sql) + ")";
}

}  // namespace limbeck::compare
