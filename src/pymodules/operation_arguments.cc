#include "pymodules/operation_arguments.h"

#include <algorithm>

#include "base/text.h"
#include "pymodules/client_defaults.h"
#include "pymodules/columns.h"
#include "pymodules/ddl_elements.h"
#include "pymodules/exclude_constraint.h"
#include "pymodules/expressions.h"
#include "pymodules/parameter_sets.h"
#include "pymodules/script_run.h"
#include "pymodules/sql_values.h"
#include "pymodules/statements.h"
#include "pymodules/tables.h"
#include "pymodules/type_classes.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::pymodules {
namespace {

using dialect::OptionOwner;
using python::Arguments;
using python::Interpreter;
using python::Value;

bool IsGiven(const Value& value) {
  return !value.is_empty() && !value.is_none();
}

/// All that has to be given; in a batch without the table.
void Require(Arguments& arguments, const BatchTarget* batch, std::vector<std::string> names) {
  if (batch != nullptr)
    std::erase_if(names, [](const std::string& name) { return name == "table_name" || name == "source_table"; });
  arguments.Require(names);
}

/// The table of a directive: its next argument, or the batch's.
sql::Name TableOf(Arguments& arguments, const BatchTarget* batch, std::string_view parameter = "table_name") {
  if (batch != nullptr) return batch->table;
  const Value given = arguments.interpreter().Resolve(arguments.Required(parameter));
  if (const auto* table = python::StateOf<TableState>(given)) return table->name;
  return ReadName(arguments.interpreter(), given, parameter);
}

/// schema=, or the batch's.
std::optional<sql::Name> SchemaOf(Arguments& arguments, const BatchTarget* batch, std::string_view keyword = "schema") {
  if (batch != nullptr) return batch->schema;
  const Value schema = arguments.Keyword(keyword);
  if (!IsGiven(schema)) return std::nullopt;
  return ReadName(arguments.interpreter(), schema, keyword);
}

schema::Options RestOptions(Arguments& arguments) {
  schema::Options options;
  for (const auto& [name, value] : arguments.RestKeywords()) {
    options.Set(name.text(), ReadOption(arguments.interpreter(), value));
  }
  return options;
}

/// Keywords for the constraint classes: dialect options only.
schema::Options DialectOptions(Arguments& arguments, dialect::OptionOwner owner) {
  return ReadOptions(arguments.interpreter(), arguments.RestKeywords(), owner);
}

schema::ConstraintName NextName(Arguments& arguments, std::string_view parameter) {
  return ReadConstraintName(arguments.interpreter(), arguments.Required(parameter));
}

std::vector<sql::Name> NextNames(Arguments& arguments, std::string_view parameter) {
  Interpreter& interpreter = arguments.interpreter();
  const Value list = arguments.Required(parameter);
  std::vector<sql::Name> names;
  interpreter.ForEach(list, [&](const Value& name) { names.push_back(ReadName(interpreter, name, parameter)); });
  return names;
}

std::optional<sql::Type> KeywordType(Arguments& arguments, std::string_view keyword) {
  const Value type = arguments.Keyword(keyword);
  return IsGiven(type) ? std::optional(ReadType(arguments.interpreter(), type, keyword)) : std::nullopt;
}

bool IsFalse(const Value& value) {
  return value.is_bool() && !value.bool_value();
}

/// comment=False leaves it, None removes it.
ops::Change<std::string> ChangedComment(Arguments& arguments) {
  const Value comment = arguments.Keyword("comment");
  if (comment.is_empty() || IsFalse(comment)) return {};
  if (comment.is_none()) return std::nullopt;
  return arguments.interpreter().Str(comment);
}

ops::Change<schema::ServerDefault> ChangedDefault(Arguments& arguments, std::string_view keyword) {
  const Value value = arguments.Keyword(keyword);
  if (value.is_empty() || IsFalse(value)) return {};
  if (value.is_none()) return std::nullopt;
  return ReadServerDefault(arguments.interpreter(), value);
}

/// SQLAlchemy takes a key without a column for one to the column of the same name; Alembic parts "table.column".
void RequireReferentColumn(const schema::ForeignKey& key) {
  if (key.referent_columns.empty()) python::RaiseValueError("not enough values to unpack (expected 2, got 1)");
}

void RequireReferentColumns(const schema::Column& column) {
  for (const schema::ForeignKey& key : column.foreign_keys) RequireReferentColumn(key);
}

void AddTablePart(Interpreter& interpreter, schema::Table& table, const Value& item) {
  // SQLAlchemy takes a MetaData among the items, and does nothing with it.
  if (item.is_none() || python::StateOf<MetaDataState>(item) != nullptr) return;
  if (const ColumnState* column = FindColumn(item)) {
    RequireColumnName(column->column);
    RequireReferentColumns(column->column);
    table.columns.push_back(column->column);
  } else if (const schema::Constraint* constraint = FindConstraint(item)) {
    if (const auto* key = std::get_if<schema::ForeignKey>(constraint)) RequireReferentColumn(*key);
    table.constraints.push_back(*constraint);
  } else if (const auto* index = python::StateOf<IndexState>(item)) {
    table.indexes.push_back(index->index);
  } else {
    throw sql::ArgumentError("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got " +
                             interpreter.Repr(item));
  }
}

ops::ConstraintType ReadConstraintType(const std::string& text) {
  if (text == "foreignkey") return ops::ConstraintType::kForeignKey;
  if (text == "primary") return ops::ConstraintType::kPrimary;
  if (text == "unique") return ops::ConstraintType::kUnique;
  if (text == "check") return ops::ConstraintType::kCheck;
  python::RaiseTypeError("'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
}

void ReadInsertPlace(Arguments& arguments, const BatchTarget* batch, std::optional<std::string>& before,
                     std::optional<std::string>& after) {
  if (batch == nullptr) return;
  before = arguments.KeywordString("insert_before");
  after = arguments.KeywordString("insert_after");
}

}  // namespace

ops::CreateTable ReadCreateTable(Arguments& arguments, std::vector<Value>& columns) {
  Interpreter& interpreter = arguments.interpreter();
  ops::CreateTable operation;
  schema::Table& table = operation.table;
  table.name = TableOf(arguments, nullptr);
  for (const Value& given : arguments.Rest()) {
    const Value item = interpreter.Resolve(given);
    AddTablePart(interpreter, table, item);
    if (FindColumn(item) != nullptr) columns.push_back(item);
  }
  table.schema = SchemaOf(arguments, nullptr);
  operation.if_not_exists = arguments.KeywordOptionalBool("if_not_exists");
  table.comment = arguments.KeywordString("comment");
  const Value prefixes = arguments.Keyword("prefixes");
  if (IsGiven(prefixes)) {
    interpreter.ForEach(prefixes, [&](const Value& prefix) { table.prefixes.push_back(interpreter.Str(prefix)); });
  }
  for (const char* ignored : {"info", "extend_existing", "keep_existing", "quote", "listeners"})
    arguments.Keyword(ignored);
  table.options = DialectOptions(arguments, OptionOwner::kTable);
  arguments.Finish();
  return operation;
}

ops::DropTable ReadDropTable(Arguments& arguments) {
  ops::DropTable operation;
  operation.table = TableOf(arguments, nullptr);
  operation.schema = SchemaOf(arguments, nullptr);
  operation.if_exists = arguments.KeywordOptionalBool("if_exists");
  operation.options = DialectOptions(arguments, OptionOwner::kTable);
  arguments.Finish();
  return operation;
}

ops::RenameTable ReadRenameTable(Arguments& arguments) {
  Require(arguments, nullptr, {"old_table_name", "new_table_name"});
  ops::RenameTable operation;
  operation.table = TableOf(arguments, nullptr, "old_table_name");
  operation.new_name = TableOf(arguments, nullptr, "new_table_name");
  operation.schema = SchemaOf(arguments, nullptr);
  arguments.Finish();
  return operation;
}

ops::Operation ReadExecute(Arguments& arguments) {
  const Value given = arguments.interpreter().Resolve(arguments.Required("sqltext"));
  arguments.Keyword("execution_options");
  arguments.Finish();
  if (const ops::Operation* ddl = FindDdl(given)) return *ddl;
  return ops::ExecuteSql{ReadStatement(arguments.interpreter(), given)};
}

namespace {

bool IsOnline(Interpreter& interpreter) {
  ContextHost* context = interpreter.Service<ScriptRun>().context;
  return context != nullptr && !context->IsOffline();
}

/// What the functions of default= give for columns that the row does not name. Only a run on a database calls them.
void AddDefaults(Interpreter& interpreter, const TableState& table, std::vector<sql::Assignment>& row) {
  for (const Value& value : table.columns) {
    const ColumnState& column = *FindColumn(value);
    const sql::Name& name = column.column.name;
    if (!std::holds_alternative<schema::CallableDefault>(column.column.client_default)) continue;
    const bool is_given = std::any_of(row.begin(), row.end(), [&](const auto& given) { return given.column == name; });
    if (is_given) continue;
    const Value made = EvaluateDefault(interpreter, column.client_default);
    const sql::Expression* expression = FindExpression(made);
    row.push_back({name, expression ? *expression
                                    : sql::Literal(ReadSqlValue(interpreter, made, name.text, column.column.type),
                                                   column.column.type)});
  }
}

/// What the row says of the table's columns; SQLAlchemy does not look at the rest where one statement inserts all rows.
Value KnownColumns(Interpreter& interpreter, const schema::Table& table, const Value& row) {
  const auto known = python::MakeDict();
  for (const auto& entry : python::Cast<python::DictObject>(row)->table.entries()) {
    if (entry.key.is_empty() || FindColumnByKey(table, interpreter.Str(entry.key)) == nullptr) continue;
    known->table.Set(interpreter, entry.key, entry.value);
  }
  return Value(known);
}

/// The dicts. One statement that inserts all of them has the columns of the first; a row that lacks one is told before
/// anything is executed.
std::vector<Value> ReadRows(Interpreter& interpreter, const Value& given, const ops::BulkInsert& operation) {
  std::vector<Value> rows;
  interpreter.ForEach(given, [&](const Value& row) {
    rows.push_back(interpreter.Resolve(row));
    if (python::Cast<python::DictObject>(rows.back()) == nullptr) {
      python::RaiseTypeError("List of dictionaries expected");
    }
  });
  if (!operation.multiinsert || !IsOnline(interpreter) || rows.empty()) return rows;
  rows[0] = KnownColumns(interpreter, operation.table, rows[0]);
  for (size_t i = 1; i < rows.size(); ++i) rows[i] = WithKeysOf(interpreter, rows[0], rows[i], i);
  return rows;
}

}  // namespace

ops::BulkInsert ReadBulkInsert(Arguments& arguments) {
  Require(arguments, nullptr, {"table", "rows"});
  Interpreter& interpreter = arguments.interpreter();
  ops::BulkInsert operation;
  const Value table = interpreter.Resolve(arguments.Required("table"));
  operation.table = ReadTable(interpreter, table, "table");
  const Value rows = interpreter.Resolve(arguments.Required("rows"));
  operation.multiinsert = arguments.KeywordBool("multiinsert", true);
  arguments.Finish();
  if (python::Cast<python::ListObject>(rows) == nullptr) python::RaiseTypeError("List expected");
  for (const Value& given : ReadRows(interpreter, rows, operation)) {
    operation.rows.push_back(ReadAssignments(interpreter, *python::Cast<python::DictObject>(given), operation.table));
    if (!IsOnline(interpreter)) continue;
    std::vector<sql::Assignment>& row = operation.rows.back();
    if (const auto* state = python::StateOf<TableState>(table)) AddDefaults(interpreter, *state, row);
  }
  return operation;
}

ops::CreateTableComment ReadCreateTableComment(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"table_name", "comment"});
  ops::CreateTableComment operation;
  operation.table = TableOf(arguments, batch);
  operation.comment = arguments.OptionalString("comment");
  operation.existing_comment = arguments.KeywordString("existing_comment");
  operation.schema = SchemaOf(arguments, batch);
  arguments.Finish();
  return operation;
}

ops::DropTableComment ReadDropTableComment(Arguments& arguments, const BatchTarget* batch) {
  ops::DropTableComment operation;
  operation.table = TableOf(arguments, batch);
  operation.existing_comment = arguments.KeywordString("existing_comment");
  operation.schema = SchemaOf(arguments, batch);
  arguments.Finish();
  return operation;
}

ops::AddColumn ReadAddColumn(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"table_name", "column"});
  ops::AddColumn operation;
  operation.table = TableOf(arguments, batch);
  operation.column = ReadColumn(arguments.interpreter(), arguments.Required("column"), "column");
  RequireReferentColumns(operation.column);
  operation.schema = SchemaOf(arguments, batch);
  operation.if_not_exists = arguments.KeywordOptionalBool("if_not_exists");
  operation.inline_references = arguments.KeywordOptionalBool("inline_references");
  operation.inline_primary_key = arguments.KeywordOptionalBool("inline_primary_key");
  ReadInsertPlace(arguments, batch, operation.insert_before, operation.insert_after);
  arguments.Finish();
  return operation;
}

namespace {

/// A name; a Column stands for its own.
sql::Name NameOfColumn(Arguments& arguments, std::string_view argument) {
  const Value given = arguments.Required(argument);
  const ColumnState* column = FindColumn(arguments.interpreter().Resolve(given));
  return column == nullptr ? ReadName(arguments.interpreter(), given, argument) : column->column.name;
}

}  // namespace

ops::DropColumn ReadDropColumn(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"table_name", "column_name"});
  ops::DropColumn operation;
  operation.table = TableOf(arguments, batch);
  operation.column = NameOfColumn(arguments, "column_name");
  operation.schema = SchemaOf(arguments, batch);
  operation.if_exists = arguments.KeywordOptionalBool("if_exists");
  operation.existing_type = KeywordType(arguments, "existing_type");
  operation.options = RestOptions(arguments);
  arguments.Finish();
  return operation;
}

ops::AlterColumn ReadAlterColumn(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"table_name", "column_name"});
  ops::AlterColumn operation;
  operation.table = TableOf(arguments, batch);
  operation.column = NameOfColumn(arguments, "column_name");
  operation.nullable = arguments.KeywordOptionalBool("nullable");
  operation.comment = ChangedComment(arguments);
  operation.server_default = ChangedDefault(arguments, "server_default");
  const Value new_name = arguments.Keyword("new_column_name");
  if (IsGiven(new_name)) operation.new_name = ReadName(arguments.interpreter(), new_name, "new_column_name");
  operation.type = KeywordType(arguments, "type_");
  operation.existing_type = KeywordType(arguments, "existing_type");
  operation.existing_server_default = ChangedDefault(arguments, "existing_server_default");
  operation.existing_nullable = arguments.KeywordOptionalBool("existing_nullable");
  operation.existing_comment = arguments.KeywordString("existing_comment");
  operation.autoincrement = arguments.KeywordOptionalBool("autoincrement");
  operation.existing_autoincrement = arguments.KeywordOptionalBool("existing_autoincrement");
  operation.schema = SchemaOf(arguments, batch);
  ReadInsertPlace(arguments, batch, operation.insert_before, operation.insert_after);
  operation.options = RestOptions(arguments);
  arguments.Finish();
  return operation;
}

ops::AddConstraint ReadCreatePrimaryKey(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"constraint_name", "table_name", "columns"});
  ops::AddConstraint operation;
  schema::PrimaryKey key;
  key.name = NextName(arguments, "constraint_name");
  operation.table = TableOf(arguments, batch);
  key.columns = NextNames(arguments, "columns");
  operation.schema = SchemaOf(arguments, batch);
  key.options = DialectOptions(arguments, OptionOwner::kPrimaryKey);
  operation.constraint = std::move(key);
  arguments.Finish();
  return operation;
}

ops::AddConstraint ReadCreateUnique(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"constraint_name", "table_name", "columns"});
  ops::AddConstraint operation;
  schema::Unique unique;
  unique.name = NextName(arguments, "constraint_name");
  operation.table = TableOf(arguments, batch);
  unique.columns = NextNames(arguments, "columns");
  operation.schema = SchemaOf(arguments, batch);
  unique.deferrable = arguments.KeywordOptionalBool("deferrable");
  unique.initially = arguments.KeywordString("initially");
  unique.options = DialectOptions(arguments, OptionOwner::kUnique);
  operation.constraint = std::move(unique);
  arguments.Finish();
  return operation;
}

ops::AddConstraint ReadCreateCheck(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"constraint_name", "table_name", "condition"});
  const schema::ConstraintName name = NextName(arguments, "constraint_name");
  sql::Name table = TableOf(arguments, batch);
  const sql::Expression condition = ReadSqlText(arguments.interpreter(), arguments.Required("condition"), "condition");
  std::optional<sql::Name> schema = SchemaOf(arguments, batch);
  schema::Check check{.name = name,
                      .condition = condition,
                      .deferrable = arguments.KeywordOptionalBool("deferrable"),
                      .initially = arguments.KeywordString("initially"),
                      .options = {},
                      .comment = {}};
  check.options = DialectOptions(arguments, OptionOwner::kCheck);
  arguments.Finish();
  return {std::move(table), std::move(schema), std::move(check)};
}

ops::AddConstraint ReadCreateForeignKey(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"});
  ops::AddConstraint operation;
  schema::ForeignKey key;
  key.name = NextName(arguments, "constraint_name");
  operation.table = TableOf(arguments, batch, "source_table");
  key.referent_table = TableOf(arguments, nullptr, "referent_table");
  key.columns = NextNames(arguments, "local_cols");
  key.referent_columns = NextNames(arguments, "remote_cols");
  key.onupdate = arguments.KeywordString("onupdate");
  key.ondelete = arguments.KeywordString("ondelete");
  key.deferrable = arguments.KeywordOptionalBool("deferrable");
  key.initially = arguments.KeywordString("initially");
  key.match = arguments.KeywordString("match");
  key.use_alter = arguments.KeywordBool("use_alter", false);
  operation.schema = SchemaOf(arguments, batch, "source_schema");
  key.referent_schema = SchemaOf(arguments, nullptr, "referent_schema");
  key.options = DialectOptions(arguments, OptionOwner::kForeignKey);
  operation.constraint = std::move(key);
  arguments.Finish();
  return operation;
}

ops::AddConstraint ReadCreateExclude(Arguments& arguments, const BatchTarget* batch) {
  ops::AddConstraint operation;
  const schema::ConstraintName name = NextName(arguments, "constraint_name");
  operation.table = TableOf(arguments, batch);
  const std::vector<Value> elements = arguments.Rest();
  operation.schema = SchemaOf(arguments, batch);
  schema::Exclude exclude = ReadExclude(arguments.interpreter(), elements, arguments);
  exclude.name = name;
  operation.constraint = std::move(exclude);
  arguments.Finish();
  return operation;
}

ops::DropConstraint ReadDropConstraint(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"constraint_name", "table_name"});
  ops::DropConstraint operation;
  operation.name = NextName(arguments, "constraint_name");
  operation.table = TableOf(arguments, batch);
  const std::optional<std::string> type = arguments.OptionalString("type_");
  if (type) operation.type = ReadConstraintType(*type);
  operation.schema = SchemaOf(arguments, batch);
  operation.if_exists = arguments.KeywordOptionalBool("if_exists");
  arguments.Finish();
  return operation;
}

ops::CreateIndex ReadCreateIndex(Arguments& arguments, const BatchTarget* batch) {
  Require(arguments, batch, {"index_name", "table_name", "columns"});
  Interpreter& interpreter = arguments.interpreter();
  ops::CreateIndex operation;
  operation.index.name = NextName(arguments, "index_name");
  operation.table = TableOf(arguments, batch);
  interpreter.ForEach(arguments.Required("columns"), [&](const Value& given) {
    const Value element = interpreter.Resolve(given);
    if (const sql::Expression* expression = FindExpression(element)) {
      operation.index.elements.emplace_back(*expression);
    } else if (python::Cast<python::StrObject>(element) != nullptr) {
      operation.index.elements.emplace_back(ReadName(interpreter, element, "columns"));
    } else {
      python::RaiseValueError("String or text() construct expected");
    }
  });
  operation.schema = SchemaOf(arguments, batch);
  operation.index.unique = arguments.KeywordBool("unique", false);
  operation.if_not_exists = arguments.KeywordOptionalBool("if_not_exists");
  const std::optional<bool> quote = arguments.KeywordOptionalBool("quote");
  if (quote && operation.index.name) operation.index.name.text->quote = quote;
  arguments.Keyword("info");
  operation.index.options = DialectOptions(arguments, OptionOwner::kIndex);
  arguments.Finish();
  return operation;
}

ops::DropIndex ReadDropIndex(Arguments& arguments, const BatchTarget* batch) {
  ops::DropIndex operation;
  operation.name = NextName(arguments, "index_name");
  if (batch != nullptr) {
    operation.table = batch->table;
  } else {
    const Value table = arguments.OrNone("table_name");
    if (!table.is_none()) operation.table = ReadName(arguments.interpreter(), table, "table_name");
  }
  operation.schema = SchemaOf(arguments, batch);
  operation.if_exists = arguments.KeywordOptionalBool("if_exists");
  operation.options = RestOptions(arguments);
  arguments.Finish();
  return operation;
}

namespace {

ops::Recreate ReadRecreate(const std::string& text) {
  if (text == "auto") return ops::Recreate::kAuto;
  if (text == "always") return ops::Recreate::kAlways;
  if (text == "never") return ops::Recreate::kNever;
  python::RaiseValueError("recreate may be one of 'auto', 'always', or 'never'.");
}

void ReadTableArguments(Arguments& arguments, ops::BatchAlterTable& batch) {
  Interpreter& interpreter = arguments.interpreter();
  const Value items = arguments.Keyword("table_args");
  if (IsGiven(items)) {
    interpreter.ForEach(items, [&](const Value& item) {
      const schema::Constraint* constraint = FindConstraint(interpreter.Resolve(item));
      if (constraint != nullptr) batch.table_args.push_back(*constraint);
    });
  }
  const Value options = interpreter.Resolve(arguments.Keyword("table_kwargs"));
  if (const auto* dict = python::Cast<python::DictObject>(options)) {
    for (const auto& entry : dict->table.entries()) {
      if (entry.key.is_empty()) continue;
      batch.table_options.Set(interpreter.Str(entry.key), ReadOption(interpreter, entry.value));
    }
  }
}

void ReadReflection(Arguments& arguments, ops::BatchAlterTable& batch) {
  Interpreter& interpreter = arguments.interpreter();
  const Value columns = arguments.Keyword("reflect_args");
  if (IsGiven(columns)) {
    interpreter.ForEach(columns, [&](const Value& item) {
      if (FindColumn(interpreter.Resolve(item)) != nullptr) {
        batch.reflect_columns.push_back(ReadColumn(interpreter, item, "reflect_args"));
      }
    });
  }
  arguments.Keyword("reflect_kwargs");
  const Value convention = interpreter.Resolve(arguments.Keyword("naming_convention"));
  if (const auto* dict = python::Cast<python::DictObject>(convention)) {
    for (const auto& entry : dict->table.entries()) {
      if (!entry.key.is_empty())
        batch.naming_convention.emplace_back(interpreter.Str(entry.key), interpreter.Str(entry.value));
    }
  }
}

}  // namespace

ops::BatchAlterTable ReadBatch(Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  ops::BatchAlterTable batch;
  batch.table = TableOf(arguments, nullptr);
  const Value schema = arguments.OrNone("schema");
  if (!schema.is_none()) batch.schema = ReadName(interpreter, schema, "schema");
  batch.recreate = ReadRecreate(arguments.String("recreate", "auto"));
  const Value reordering = arguments.OrNone("partial_reordering");
  if (!reordering.is_none()) {
    interpreter.ForEach(reordering, [&](const Value& group) {
      std::vector<std::string>& names = batch.partial_reordering.emplace_back();
      interpreter.ForEach(group, [&](const Value& name) { names.push_back(interpreter.Str(name)); });
    });
  }
  const Value copy_from = arguments.OrNone("copy_from");
  if (!copy_from.is_none()) batch.copy_from = ReadTable(interpreter, copy_from, "copy_from");
  ReadTableArguments(arguments, batch);
  ReadReflection(arguments, batch);
  arguments.Finish();
  return batch;
}

}  // namespace limbeck::pymodules
