#include "compare/table_comparer.h"

#include "base/text.h"
#include "compare/full_name.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.tables";

}  // namespace

TableComparer::TableComparer(const DatabaseTable* database, const ModelTable* model, const Options& options,
                             const Rules& rules, Hooks& hooks)
    : database_(database), model_(model), options_(options), rules_(rules), hooks_(hooks) {
  // The schema is the database's: what lies in the default one has none.
  const schema::Table& table = database != nullptr ? database->table : model->table;
  modify_.table = table.name;
  modify_.schema = table.schema;
  if (modify_.schema && modify_.schema->text == options.default_schema) modify_.schema.reset();
}

std::string TableComparer::FullName() const {
  return compare::FullName(modify_.schema, modify_.table.text);
}

bool TableComparer::IncludesName(const schema::ConstraintName& name, ObjectKind kind) {
  const std::optional<std::string> text = name ? std::optional(name.text->text) : std::nullopt;
  return hooks_.IncludeName(text, kind, &database_->table);
}

bool TableComparer::Includes(const Subject& subject, const std::optional<std::string>& name, ObjectKind kind,
                             const Subject* compare_to) {
  return hooks_.IncludeObject(subject, name, kind, compare_to);
}

void TableComparer::Warn(const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) hooks_.Warn(warning);
}

ModifyTable TableComparer::Compare() {
  const bool is_both = !is_created() && !is_dropped();
  if (is_both) CompareColumns();
  if (is_both && options_.compare_primary_keys) ComparePrimaryKeys();
  if (options_.compare_constraints) CompareIndexesAndUniques();
  if (is_both) {
    if (options_.compare_constraints) CompareForeignKeys();
    if (options_.compare_comments) CompareComment();
    if (options_.compare_checks) CompareChecks();
    DropColumns();
  }
  return std::move(modify_);
}

void TableComparer::CompareColumns() {
  for (const schema::Column& column : database_->table.columns) {
    if (hooks_.IncludeName(column.name.text, ObjectKind::kColumn, &database_->table)) {
      compared_columns_.insert(column.name.text);
    }
  }
  for (const schema::Column& column : model_->table.columns) {
    if (column.system || compared_columns_.contains(column.name.text)) continue;
    if (!Includes(Mine(&column), column.name.text, ObjectKind::kColumn)) continue;
    ops::AddColumn add;
    add.table = modify_.table;
    add.schema = modify_.schema;
    add.column = column;
    Add(std::move(add));
    hooks_.LogInfo(kLogger, "Detected added column '" + FullName() + "." + column.name.text + "'");
  }
  for (const schema::Column& column : model_->table.columns) {
    if (column.system || !compared_columns_.contains(column.name.text)) continue;
    const schema::Column& known = *database_->table.FindColumn(column.name.text);
    const Subject compare_to = Theirs(&known);
    if (!Includes(Mine(&column), column.name.text, ObjectKind::kColumn, &compare_to)) continue;
    const ColumnPair pair{database_->table, model_->table, known, column};
    if (auto change = CompareColumn(pair, modify_, options_, rules_, hooks_)) Add(std::move(*change));
  }
}

void TableComparer::DropColumns() {
  for (const schema::Column& column : database_->table.columns) {
    if (!compared_columns_.contains(column.name.text)) continue;
    const schema::Column* wanted = model_->table.FindColumn(column.name.text);
    if (wanted != nullptr && !wanted->system) continue;
    if (!Includes(Theirs(&column), column.name.text, ObjectKind::kColumn)) continue;
    ops::DropColumn drop;
    drop.table = modify_.table;
    drop.schema = modify_.schema;
    drop.column = column.name;
    drop.original = column;
    Add(std::move(drop));
    hooks_.LogInfo(kLogger, "Detected removed column '" + FullName() + "." + column.name.text + "'");
  }
}

void TableComparer::CompareComment() {
  if (!rules_.has_comments()) return;
  const std::optional<std::string>& wanted = model_->table.comment;
  const std::optional<std::string>& known = database_->table.comment;
  if (wanted == known) return;
  if (!wanted) {
    Add(ops::DropTableComment{.table = modify_.table, .existing_comment = known, .schema = modify_.schema});
  } else {
    Add(ops::CreateTableComment{
        .table = modify_.table, .comment = wanted, .existing_comment = known, .schema = modify_.schema});
  }
}

}  // namespace limbeck::compare
