#include "limbeck/operations.h"

#include "ops/sink.h"
#include "sql/operators.h"

namespace limbeck {
namespace {

// The plain structs of the public header become the values that the house works with.

std::optional<sql::Name> OptionalName(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(sql::Name(text));
}

std::optional<std::string> OptionalText(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

schema::ConstraintName NameFrom(const std::string& name) {
  return name.empty() ? schema::ConstraintName() : schema::ConstraintName(name);
}

std::vector<sql::Name> NamesFrom(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

struct ToOption {
  schema::OptionValue operator()(bool value) const { return value; }
  schema::OptionValue operator()(int64_t value) const { return value; }
  schema::OptionValue operator()(const std::string& value) const { return value; }
  schema::OptionValue operator()(const Sql& value) const { return sql::SqlText(value.text); }
  schema::OptionValue operator()(const std::vector<std::string>& values) const {
    return schema::OptionList(values.begin(), values.end());
  }
};

schema::Options OptionsFrom(const OptionList& options) {
  schema::Options made;
  for (const auto& [name, value] : options) made.Set(name, std::visit(ToOption(), value));
  return made;
}

schema::ServerDefault DefaultFrom(const ServerDefault& value) {
  if (const auto* text = std::get_if<Sql>(&value)) return sql::SqlText(text->text);
  return std::get<std::string>(value);
}

schema::ForeignKey KeyFrom(const Reference& reference) {
  schema::ForeignKey key;
  key.name = NameFrom(reference.name);
  key.referent_table = sql::Name(reference.table);
  key.referent_schema = OptionalName(reference.schema);
  if (!reference.column.empty()) key.referent_columns = {sql::Name(reference.column)};
  key.ondelete = OptionalText(reference.on_delete);
  key.onupdate = OptionalText(reference.on_update);
  return key;
}

std::optional<schema::ServerDefault> DefaultOf(const Column& column) {
  if (column.computed) {
    return schema::Computed{sql::SqlText(column.computed->expression), column.computed->stored};
  }
  if (column.identity) {
    schema::Identity identity;
    identity.always = column.identity->always;
    identity.options.start = column.identity->start;
    identity.options.increment = column.identity->increment;
    return identity;
  }
  return column.server_default ? std::optional(DefaultFrom(*column.server_default)) : std::nullopt;
}

schema::Column ColumnFrom(const Column& column) {
  schema::Column made;
  made.name = sql::Name(column.name);
  made.type = column.type.value();
  made.nullable = column.nullable;
  made.primary_key = column.primary_key;
  made.unique = column.unique;
  made.index = column.index;
  made.server_default = DefaultOf(column);
  made.comment = column.comment;
  if (column.autoincrement) {
    made.autoincrement = *column.autoincrement ? schema::Autoincrement::kYes : schema::Autoincrement::kNo;
  }
  if (column.references) made.foreign_keys.push_back(KeyFrom(*column.references));
  made.options = OptionsFrom(column.options);
  return made;
}

struct ToConstraint {
  schema::Constraint operator()(const PrimaryKey& key) const {
    schema::PrimaryKey made;
    made.name = NameFrom(key.name);
    made.columns = NamesFrom(key.columns);
    return made;
  }
  schema::Constraint operator()(const Unique& unique) const {
    schema::Unique made;
    made.name = NameFrom(unique.name);
    made.columns = NamesFrom(unique.columns);
    made.deferrable = unique.deferrable;
    made.initially = OptionalText(unique.initially);
    made.options = OptionsFrom(unique.options);
    return made;
  }
  schema::Constraint operator()(const Check& check) const {
    schema::Check made{.name = NameFrom(check.name), .condition = sql::SqlText(check.condition)};
    made.options = OptionsFrom(check.options);
    return made;
  }
  schema::Constraint operator()(const ForeignKey& key) const {
    schema::ForeignKey made;
    made.name = NameFrom(key.name);
    made.columns = NamesFrom(key.columns);
    made.referent_table = sql::Name(key.referent_table);
    made.referent_schema = OptionalName(key.referent_schema);
    made.referent_columns = NamesFrom(key.referent_columns);
    made.ondelete = OptionalText(key.on_delete);
    made.onupdate = OptionalText(key.on_update);
    made.match = OptionalText(key.match);
    made.deferrable = key.deferrable;
    made.initially = OptionalText(key.initially);
    made.options = OptionsFrom(key.options);
    return made;
  }
};

schema::Constraint ConstraintFrom(const Constraint& constraint) {
  return std::visit(ToConstraint(), constraint);
}

schema::Index IndexFrom(const CreateIndex& index) {
  schema::Index made;
  made.name = NameFrom(index.name);
  for (const auto& column : index.columns) {
    if (const auto* text = std::get_if<Sql>(&column)) {
      made.elements.emplace_back(sql::SqlText(text->text));
    } else {
      made.elements.emplace_back(std::get<std::string>(column));
    }
  }
  made.unique = index.unique;
  made.options = OptionsFrom(index.options);
  return made;
}

std::optional<ops::ConstraintType> TypeOf(ConstraintKind kind) {
  switch (kind) {
    case ConstraintKind::kPrimaryKey:
      return ops::ConstraintType::kPrimary;
    case ConstraintKind::kForeignKey:
      return ops::ConstraintType::kForeignKey;
    case ConstraintKind::kUnique:
      return ops::ConstraintType::kUnique;
    case ConstraintKind::kCheck:
      return ops::ConstraintType::kCheck;
    case ConstraintKind::kAny:
      break;
  }
  return std::nullopt;
}

std::optional<bool> WhenTrue(bool flag) {
  return flag ? std::optional(true) : std::nullopt;
}

ops::AlterColumn ChangeFrom(const AlterColumn& change) {
  ops::AlterColumn made;
  made.table = sql::Name(change.table);
  made.column = sql::Name(change.column);
  made.schema = OptionalName(change.schema);
  if (change.type) made.type = change.type->value();
  made.nullable = change.nullable;
  if (change.server_default) made.server_default = DefaultFrom(*change.server_default);
  if (change.drop_server_default) made.server_default = std::nullopt;
  made.new_name = OptionalName(change.new_name);
  if (change.comment) made.comment = *change.comment;
  if (change.drop_comment) made.comment = std::nullopt;
  if (change.existing_type) made.existing_type = change.existing_type->value();
  made.existing_nullable = change.existing_nullable;
  made.options = OptionsFrom(change.options);
  return made;
}

struct ToExpression {
  const sql::Type& type;

  sql::Expression operator()(const Sql& value) const { return sql::SqlText(value.text); }
  sql::Expression operator()(std::nullptr_t) const { return Bound(sql::None{}); }
  template <typename T>
  sql::Expression operator()(const T& value) const {
    return Bound(value);
  }

 private:
  sql::Expression Bound(sql::Value value) const {
    sql::BindParameter parameter;
    parameter.value = std::move(value);
    parameter.type = type;
    return parameter;
  }
};

}  // namespace

// ------------------------------------------------------------------------------------------------ tables

void Operations::CreateTable(const limbeck::CreateTable& table) {
  ops::CreateTable operation;
  operation.table.name = sql::Name(table.name);
  operation.table.schema = OptionalName(table.schema);
  for (const Column& column : table.columns) operation.table.columns.push_back(ColumnFrom(column));
  for (const Constraint& constraint : table.constraints) {
    operation.table.constraints.push_back(ConstraintFrom(constraint));
  }
  operation.table.comment = table.comment;
  operation.table.options = OptionsFrom(table.options);
  operation.if_not_exists = WhenTrue(table.if_not_exists);
  sink_.Receive(std::move(operation));
}

void Operations::DropTable(std::string_view name, std::string_view schema, bool if_exists) {
  ops::DropTable operation;
  operation.table = sql::Name(name);
  operation.schema = OptionalName(schema);
  operation.if_exists = WhenTrue(if_exists);
  sink_.Receive(std::move(operation));
}

void Operations::RenameTable(std::string_view name, std::string_view new_name, std::string_view schema) {
  sink_.Receive(ops::RenameTable{sql::Name(name), sql::Name(new_name), OptionalName(schema)});
}

void Operations::CreateTableComment(std::string_view table, std::string_view comment, std::string_view schema) {
  sink_.Receive(ops::CreateTableComment{sql::Name(table), std::string(comment), std::nullopt, OptionalName(schema)});
}

void Operations::DropTableComment(std::string_view table, std::string_view schema) {
  sink_.Receive(ops::DropTableComment{sql::Name(table), std::nullopt, OptionalName(schema)});
}

// ------------------------------------------------------------------------------------------------ columns

void Operations::AddColumn(std::string_view table, const Column& column, std::string_view schema) {
  ops::AddColumn operation;
  operation.table = sql::Name(table);
  operation.column = ColumnFrom(column);
  operation.schema = OptionalName(schema);
  sink_.Receive(std::move(operation));
}

void Operations::DropColumn(std::string_view table, std::string_view column, std::string_view schema) {
  ops::DropColumn operation;
  operation.table = sql::Name(table);
  operation.column = sql::Name(column);
  operation.schema = OptionalName(schema);
  sink_.Receive(std::move(operation));
}

void Operations::AlterColumn(const limbeck::AlterColumn& change) {
  sink_.Receive(ChangeFrom(change));
}

// ------------------------------------------------------------------------------------------------ constraints, indexes

void Operations::CreateConstraint(std::string_view table, const Constraint& constraint, std::string_view schema) {
  sink_.Receive(ops::AddConstraint{sql::Name(table), OptionalName(schema), ConstraintFrom(constraint)});
}

void Operations::DropConstraint(const limbeck::DropConstraint& constraint) {
  ops::DropConstraint operation;
  operation.name = NameFrom(constraint.name);
  operation.table = sql::Name(constraint.table);
  operation.type = TypeOf(constraint.kind);
  operation.schema = OptionalName(constraint.schema);
  operation.if_exists = WhenTrue(constraint.if_exists);
  sink_.Receive(std::move(operation));
}

void Operations::CreateIndex(const limbeck::CreateIndex& index) {
  ops::CreateIndex operation;
  operation.table = sql::Name(index.table);
  operation.schema = OptionalName(index.schema);
  operation.index = IndexFrom(index);
  operation.if_not_exists = WhenTrue(index.if_not_exists);
  sink_.Receive(std::move(operation));
}

void Operations::DropIndex(const limbeck::DropIndex& index) {
  ops::DropIndex operation;
  operation.name = NameFrom(index.name);
  operation.table = OptionalName(index.table);
  operation.schema = OptionalName(index.schema);
  operation.if_exists = WhenTrue(index.if_exists);
  operation.options = OptionsFrom(index.options);
  sink_.Receive(std::move(operation));
}

// ------------------------------------------------------------------------------------------------ rows and SQL

void Operations::Execute(std::string_view sql) {
  sink_.Receive(ops::ExecuteSql{sql::Text{std::string(sql), {}}});
}

void Operations::BulkInsert(const limbeck::BulkInsert& rows) {
  ops::BulkInsert operation;
  operation.table.name = sql::Name(rows.table);
  operation.table.schema = OptionalName(rows.schema);
  for (const Column& column : rows.columns) operation.table.columns.push_back(ColumnFrom(column));
  for (const std::vector<RowValue>& row : rows.rows) {
    std::vector<sql::Assignment>& made = operation.rows.emplace_back();
    for (size_t i = 0; i < row.size() && i < rows.columns.size(); ++i) {
      const Column& column = rows.columns[i];
      made.push_back({sql::Name(column.name), std::visit(ToExpression{column.type.value()}, row[i])});
    }
  }
  sink_.Receive(std::move(operation));
}

// ------------------------------------------------------------------------------------------------ schemas, enums

void Operations::CreateSchema(std::string_view name, bool if_not_exists) {
  sink_.Receive(ops::CreateSchema{sql::Name(name), if_not_exists});
}

void Operations::DropSchema(std::string_view name, bool cascade, bool if_exists) {
  sink_.Receive(ops::DropSchema{sql::Name(name), cascade, if_exists});
}

void Operations::CreateEnum(const Type& type) {
  sink_.Receive(ops::CreateType{type.value()});
}

void Operations::DropEnum(const Type& type, bool if_exists) {
  sink_.Receive(ops::DropType{type.value(), if_exists});
}

void Operations::AddEnumValue(const limbeck::AddEnumValue& value) {
  ops::AddEnumValue operation;
  operation.enum_name = sql::Name(value.enum_name);
  operation.value = value.value;
  operation.schema = OptionalName(value.schema);
  operation.before = OptionalText(value.before);
  operation.after = OptionalText(value.after);
  operation.if_not_exists = value.if_not_exists;
  sink_.Receive(std::move(operation));
}

void Operations::RenameEnumValue(std::string_view enum_name, std::string_view old_value, std::string_view new_value,
                                 std::string_view schema) {
  sink_.Receive(
      ops::RenameEnumValue{sql::Name(enum_name), std::string(old_value), std::string(new_value), OptionalName(schema)});
}

// ------------------------------------------------------------------------------------------------ batch

struct Batch::Collected {
  ops::BatchAlterTable batch;
};

void Operations::BatchAlterTable(std::string_view table, const std::function<void(Batch&)>& steps,
                                 std::string_view schema) {
  Batch::Collected collected;
  collected.batch.table = sql::Name(table);
  collected.batch.schema = OptionalName(schema);
  Batch batch(collected);
  steps(batch);
  sink_.Receive(std::move(collected.batch));
}

namespace {

/// Gives each step to a function: the directives outside of a batch have what those inside need.
class StepSink : public ops::OperationSink {
 public:
  explicit StepSink(std::vector<ops::BatchStep>& steps) : steps_(steps) {}
  void Receive(ops::Operation operation) override {
    std::visit(
        [this](auto&& step) {
          using Step = std::decay_t<decltype(step)>;
          if constexpr (std::is_constructible_v<ops::BatchStep, Step>) steps_.emplace_back(std::move(step));
        },
        std::move(operation));
  }

 private:
  std::vector<ops::BatchStep>& steps_;
};

}  // namespace

void Batch::AddColumn(const Column& column) {
  StepSink sink(collected_.batch.steps);
  Operations(sink).AddColumn(collected_.batch.table.text, column);
}

void Batch::DropColumn(std::string_view column) {
  StepSink sink(collected_.batch.steps);
  Operations(sink).DropColumn(collected_.batch.table.text, column);
}

void Batch::AlterColumn(const limbeck::AlterColumn& change) {
  ops::AlterColumn step = ChangeFrom(change);
  step.table = collected_.batch.table;
  step.schema = collected_.batch.schema;
  collected_.batch.steps.emplace_back(std::move(step));
}

void Batch::CreateConstraint(const Constraint& constraint) {
  StepSink sink(collected_.batch.steps);
  Operations(sink).CreateConstraint(collected_.batch.table.text, constraint);
}

void Batch::DropConstraint(std::string_view name, ConstraintKind kind) {
  StepSink sink(collected_.batch.steps);
  Operations(sink).DropConstraint({.name = std::string(name), .table = collected_.batch.table.text, .kind = kind});
}

void Batch::CreateIndex(const limbeck::CreateIndex& index) {
  StepSink sink(collected_.batch.steps);
  limbeck::CreateIndex own = index;
  own.table = collected_.batch.table.text;
  Operations(sink).CreateIndex(own);
}

void Batch::DropIndex(std::string_view name) {
  StepSink sink(collected_.batch.steps);
  Operations(sink).DropIndex({.name = std::string(name), .table = collected_.batch.table.text});
}

}  // namespace limbeck
