#include "dialect/operation_writer.h"

#include "base/error_of.h"
#include "base/text.h"
#include "dialect/statement_writer.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::dialect {
namespace {

// An empty constraint of the type, for the naming convention to look at; and what SQLAlchemy calls it.
struct GenericConstraint {
  std::optional<schema::Constraint> constraint;
  std::string_view class_name;
};

GenericConstraint MakeGeneric(const ops::DropConstraint& op) {
  if (!op.type) return {std::nullopt, "Constraint"};
  switch (*op.type) {
    case ops::ConstraintType::kPrimary:
      return {schema::PrimaryKey{.name = op.name}, "PrimaryKeyConstraint"};
    case ops::ConstraintType::kForeignKey:
      return {schema::ForeignKey{.name = op.name}, "ForeignKeyConstraint"};
    case ops::ConstraintType::kUnique:
      return {schema::Unique{.name = op.name}, "UniqueConstraint"};
    case ops::ConstraintType::kCheck:
      return {schema::Check{.name = op.name, .condition = sql::SqlText("")}, "CheckConstraint"};
  }
  return {std::nullopt, "Constraint"};
}

bool IsInlineReference(const ops::AddColumn& op, const schema::Constraint& constraint) {
  return op.inline_references.value_or(false) && op.column.foreign_keys.size() == 1 &&
         std::holds_alternative<schema::ForeignKey>(constraint);
}

}  // namespace

schema::ConstraintName ResolvedName(const ops::DropConstraint& op, const schema::NamingConvention& naming) {
  GenericConstraint generic = MakeGeneric(op);
  return generic.constraint ? naming.Resolve(&*generic.constraint, BareTable(op.table, op.schema)) : op.name;
}

schema::Table BareTable(const sql::Name& name, const std::optional<sql::Name>& schema) {
  return schema::Table{.name = name, .schema = schema};
}

struct OperationWriter::Dispatcher {
  OperationWriter& writer;

  void operator()(const ops::CreateTable& op) const { writer.CreateTable(op); }
  void operator()(const ops::DropTable& op) const { writer.DropTable(op); }
  void operator()(const ops::RenameTable& op) const { writer.RenameTable(op); }
  void operator()(const ops::CreateTableComment& op) const { writer.CreateTableComment(op); }
  void operator()(const ops::DropTableComment& op) const { writer.DropTableComment(op); }
  void operator()(const ops::AddColumn& op) const { writer.AddColumn(op); }
  void operator()(const ops::DropColumn& op) const { writer.DropColumn(op); }
  void operator()(const ops::AlterColumn& op) const { writer.AlterColumnAndChecks(op); }
  void operator()(const ops::AddConstraint& op) const { writer.AddConstraint(op); }
  void operator()(const ops::DropConstraint& op) const { writer.DropConstraint(op); }
  void operator()(const ops::CreateIndex& op) const { writer.CreateIndex(op); }
  void operator()(const ops::DropIndex& op) const { writer.DropIndex(op); }
  void operator()(const ops::ExecuteSql& op) const {
    writer.result_.statements.push_back(WriteStatement(op.statement, writer.writers_, writer.options_));
  }
  void operator()(const ops::BulkInsert& op) const { writer.BulkInsert(op); }
  void operator()(const ops::CreateSchema& op) const {
    writer.Emit(writer.ddl_.CreateSchema(op.name, op.if_not_exists));
  }
  void operator()(const ops::DropSchema& op) const {
    writer.Emit(writer.ddl_.DropSchema(op.name, op.cascade, op.if_exists));
  }
  void operator()(const ops::CreateSequence& op) const {
    writer.Emit(writer.ddl_.CreateSequence(op.sequence, op.if_not_exists));
  }
  void operator()(const ops::DropSequence& op) const {
    writer.Emit(writer.ddl_.DropSequence(op.sequence, op.if_exists));
  }
  void operator()(const ops::CreateType& op) const { writer.CreateType(op); }
  void operator()(const ops::DropType& op) const { writer.DropType(op); }
  void operator()(const ops::AddEnumValue& op) const { writer.AddEnumValue(op); }
  void operator()(const ops::RenameEnumValue& op) const { writer.RenameEnumValue(op); }
  void operator()(const ops::RenameType& op) const { writer.RenameType(op); }
  void operator()(const ops::ReplaceEnum& op) const { writer.ReplaceEnum(op); }
  void operator()(const ops::CreateObject& op) const { writer.EmitAll(op.object.create); }
  void operator()(const ops::DropObject& op) const { writer.Emit(op.object.drop); }
  void operator()(const ops::ReplaceObject& op) const { writer.EmitAll(op.after.create); }
  void operator()(const ops::BatchAlterTable& op) const { writer.Batch(op); }
};

void OperationWriter::Perform(const ops::Operation& operation) {
  std::visit(Dispatcher{*this}, operation);
}

Rendered OperationWriter::Write(const ops::Operation& operation) {
  if (options_.keeps_begun) {
    result_.failure = ErrorOf([&] { Perform(operation); });
  } else {
    Perform(operation);
  }
  return std::move(result_);
}

void OperationWriter::EmitAll(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) Emit(text);
}

void OperationWriter::Emit(std::string text, InTransaction in_transaction) {
  result_.statements.push_back({.text = std::move(text), .in_transaction = in_transaction});
}

const schema::NamingConvention& OperationWriter::naming() const {
  static const schema::NamingConvention default_convention;
  return options_.naming_convention ? *options_.naming_convention : default_convention;
}

schema::Table OperationWriter::Spell(const schema::Table& table, bool included) const {
  return schema::SpellOut(table, naming(), type_rules(), included);
}

std::string OperationWriter::AlterTable(const sql::Name& table, const std::optional<sql::Name>& schema) const {
  return "ALTER TABLE " + writers_.identifiers.AlteredTable(table, schema) + " ";
}

// ------------------------------------------------------------------------------------------------ tables

void OperationWriter::CreateTable(const ops::CreateTable& op) {
  EmitTable(Spell(op.table, op.constraints_included), op.if_not_exists.value_or(false));
}

void OperationWriter::EmitTable(const schema::Table& table, bool if_not_exists) {
  CreateTypesOf(table);
  Emit(ddl_.CreateTable(table, if_not_exists));
  for (const schema::Index& index : table.indexes) EmitIndex(index, table);
  if (!has_comments()) return;
  if (table.comment && !table.comment->empty()) Emit(ddl_.CommentOnTable(table, table.comment));
  for (const schema::Column& column : table.columns) {
    if (column.comment && !column.comment->empty()) Emit(ddl_.CommentOnColumn(table, column));
  }
}

void OperationWriter::DropTable(const ops::DropTable& op) {
  Emit(ddl_.DropTable(op.table, op.schema, op.if_exists.value_or(false)));
  if (op.original) DropTypesOf(Spell(*op.original, /*included=*/true));
}

void OperationWriter::RenameTable(const ops::RenameTable& op) {
  Emit(AlterTable(op.table, op.schema) + "RENAME TO " + writers_.identifiers.Quote(op.new_name));
}

void OperationWriter::CreateTableComment(const ops::CreateTableComment& op) {
  Emit(ddl_.CommentOnTable(BareTable(op.table, op.schema), op.comment));
}

void OperationWriter::DropTableComment(const ops::DropTableComment& op) {
  Emit(ddl_.CommentOnTable(BareTable(op.table, op.schema), std::nullopt));
}

// ------------------------------------------------------------------------------------------------ columns

std::string OperationWriter::InlineReferences(const ops::AddColumn& op) {
  if (!op.inline_references.value_or(false) || op.column.foreign_keys.size() != 1) return "";
  schema::ForeignKey key = op.column.foreign_keys[0];
  const sql::Name& column = key.referent_columns.empty() ? op.column.name : key.referent_columns[0];
  return " REFERENCES " + writers_.identifiers.Table(key.referent_table, key.referent_schema) + " (" +
         writers_.identifiers.Quote(column) + ")" + ddl_.constraints().ForeignKeyClauses(key);
}

void OperationWriter::AddColumn(const ops::AddColumn& op) {
  schema::Table table = BareTable(op.table, op.schema);
  table.columns.push_back(op.column);
  schema::Table spelled = Spell(table);
  const schema::Column& column = spelled.columns[0];
  std::string text = AlterTable(op.table, op.schema) + "ADD COLUMN ";
  if (op.if_not_exists.value_or(false)) text += "IF NOT EXISTS ";
  text += ddl_.ColumnSpecification(column, spelled);
  if (op.inline_primary_key.value_or(false) && column.primary_key) text += " PRIMARY KEY";
  Emit(text + InlineReferences(op) + ddl_.ColumnChecks(column));
  AddWhatComesWith(op, spelled);
}

void OperationWriter::AddWhatComesWith(const ops::AddColumn& op, const schema::Table& spelled) {
  for (const schema::Constraint& constraint : spelled.constraints) {
    bool written = std::holds_alternative<schema::PrimaryKey>(constraint) || IsInlineReference(op, constraint);
    if (!written) AddConstraintTo(spelled, constraint);
  }
  for (const schema::Index& index : spelled.indexes) EmitIndex(index, spelled);
  const schema::Column& column = spelled.columns[0];
  if (has_comments() && column.comment && !column.comment->empty()) Emit(ddl_.CommentOnColumn(spelled, column));
}

void OperationWriter::DropColumn(const ops::DropColumn& op) {
  std::string_view if_exists = op.if_exists.value_or(false) ? "IF EXISTS " : "";
  Emit(AlterTable(op.table, op.schema) + "DROP COLUMN " + std::string(if_exists) +
       writers_.identifiers.Quote(op.column));
}

// ------------------------------------------------------------------------------------------------ constraints

void OperationWriter::AddConstraint(const ops::AddConstraint& op) {
  schema::Table table = BareTable(op.table, op.schema);
  schema::Constraint constraint = op.constraint;
  schema::NameOf(constraint) = naming().Resolve(&op.constraint, table);
  AddConstraintTo(table, constraint);
}

void OperationWriter::DropConstraint(const ops::DropConstraint& op) {
  DropConstraintOf(BareTable(op.table, op.schema), ResolvedName(op, naming()), MakeGeneric(op).class_name,
                   op.if_exists.value_or(false));
}

// ------------------------------------------------------------------------------------------------ indexes

void OperationWriter::EmitIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) {
  Emit(ddl_.CreateIndex(index, table, if_not_exists), IndexInTransaction(index.options));
}

void OperationWriter::CreateIndex(const ops::CreateIndex& op) {
  schema::Table table = BareTable(op.table, op.schema);
  schema::Index index = op.index;
  index.name = naming().Resolve(&op.index, table);
  EmitIndex(index, table, op.if_not_exists.value_or(false));
}

void OperationWriter::DropIndex(const ops::DropIndex& op) {
  schema::Index index{.name = op.name, .elements = {"x"}};
  schema::Table table = BareTable(op.table.value_or("no_table"), op.schema);
  Emit(ddl_.DropIndex(naming().Resolve(&index, table), op.schema, op.options, op.if_exists.value_or(false)),
       IndexInTransaction(op.options));
}

// ------------------------------------------------------------------------------------------------ rows

// A plain value takes the column's name and type; in a script it is a literal.
sql::Expression OperationWriter::RowValue(const schema::Column& column, const sql::Expression& value) const {
  const auto* bind = value.As<sql::BindParameter>();
  if (!bind || bind->as_literal) return value;
  return sql::BindParameter{
      .key = column.name.text, .value = bind->value, .type = column.type, .as_literal = options_.offline};
}

// What a column without a value gets from the client, if anything.
std::optional<sql::Expression> OperationWriter::MissingRowValue(const schema::Column& column) const {
  if (const auto* expression = std::get_if<sql::Expression>(&column.client_default)) return *expression;
  const auto* value = std::get_if<sql::Value>(&column.client_default);
  if (value && !options_.offline) {
    return sql::BindParameter{.key = column.name.text, .value = *value, .type = column.type};
  }
  const bool is_callable = std::holds_alternative<schema::CallableDefault>(column.client_default);
  if (value || is_callable) {
    // A script has no client that would find the value.
    return sql::BindParameter{.key = column.name.text, .type = column.type, .required = !options_.offline};
  }
  const auto* sequence = std::get_if<sql::Shared<schema::Sequence>>(&column.client_default);
  if (!sequence || (*sequence)->optional || !has_comments()) return std::nullopt;
  return sql::NextValue{.sequence = (*sequence)->name, .schema = (*sequence)->schema};
}

void OperationWriter::BulkInsert(const ops::BulkInsert& op) {
  for (const std::vector<sql::Assignment>& row : op.rows) {
    for (const sql::Assignment& given : row) {
      if (!op.table.FindColumn(given.column.text)) throw sql::KeyError(PythonRepr(given.column.text));
    }
    sql::Insert insert{.table = op.table.name, .schema = op.table.schema};
    for (const schema::Column& column : op.table.columns) {
      std::optional<sql::Expression> value = MissingRowValue(column);
      for (const sql::Assignment& given : row) {
        if (given.column == column.name) value = RowValue(column, given.value);
      }
      if (value) insert.values.push_back({column.name, *value});
    }
    result_.statements.push_back(WriteStatement(insert, writers_, options_));
  }
}

}  // namespace limbeck::dialect
