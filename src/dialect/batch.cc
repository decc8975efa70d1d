#include "dialect/batch.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "dialect/batch_columns.h"
#include "dialect/operation_writer.h"
#include "sql/errors.h"
#include "sql/operators.h"

// A batch is worked out on values: the table's columns and constraints are taken apart, the steps change them one by
// one, and the new table is put together of what is left. The rules, odd ones included, are those of Alembic's
// ApplyBatchImpl, because the tables must come out the same.

namespace limbeck::dialect {
namespace {

using schema::Constraint;
using schema::ConstraintName;
using schema::Table;

std::string TemporaryName(const std::string& table) {
  std::string name = "_alembic_tmp_" + table;
  size_t end = 0;
  for (int characters = 0; characters < 50 && end < name.size(); ++characters) end += Utf8Length(name, end);
  return name.substr(0, end);
}

struct ColumnsOf {
  std::vector<sql::Name> operator()(const schema::PrimaryKey& key) const { return key.columns; }
  std::vector<sql::Name> operator()(const schema::ForeignKey& key) const { return key.columns; }
  std::vector<sql::Name> operator()(const schema::Unique& unique) const { return unique.columns; }
  std::vector<sql::Name> operator()(const schema::Check& check) const { return In(check.condition); }
  std::vector<sql::Name> operator()(const schema::Exclude& exclude) const {
    std::vector<sql::Name> names;
    for (const schema::ExcludeElement& element : exclude.elements) {
      for (sql::Name& name : In(element.expression)) names.push_back(std::move(name));
    }
    return names;
  }

  static std::vector<sql::Name> In(const sql::Expression& expression) {
    std::vector<sql::Name> names;
    sql::Walk(expression, [&](const sql::Expression& part) {
      if (const auto* column = part.As<sql::ColumnReference>()) names.push_back(column->name);
    });
    return names;
  }
};

bool IsTypeBound(const Constraint& constraint) {
  const auto* check = std::get_if<schema::Check>(&constraint);
  return check && check->type_bound;
}

// The type as it is, without the CHECK that it would bring into a table by itself.
sql::Type WithoutCheck(sql::Type type) {
  if (!type.enumeration || !type.enumeration->create_constraint) return type;
  sql::EnumDetails details = *type.enumeration;
  details.create_constraint = false;
  type.enumeration = details;
  return type;
}

std::optional<sql::Name> NameOfType(const std::optional<sql::Type>& type, std::string_view dialect) {
  if (!type) return std::nullopt;
  sql::Type plain = sql::ForDialect(*type, dialect);
  return plain.enumeration ? plain.enumeration->name : std::nullopt;
}

class BatchWorker {
 public:
  BatchWorker(const ops::BatchAlterTable& batch, const Table& existing, const BatchOptions& options)
      : batch_(batch),
        options_(options),
        old_table_(SpellExisting(batch, existing, options)),
        columns_(old_table_, batch.partial_reordering) {
    TakeConstraintsApart();
    for (const schema::Index& index : old_table_.indexes) indexes_.push_back(index);
  }

  BatchPlan Work() {
    for (const ops::BatchStep& step : batch_.steps) {
      std::visit([this](const auto& op) { Apply(op); }, step);
    }
    columns_.Arrange();
    BuildTable();
    for (const BatchColumn& column : columns_.columns()) {
      if (column.value) plan_.transfers.push_back({column.key, column.column.name, *column.value});
    }
    GatherIndexes();
    for (const Constraint& old : old_table_.constraints) {
      if (IsKept(schema::NameOf(old))) plan_.shared_constraints.push_back(old);
    }
    return std::move(plan_);
  }

 private:
  static Table SpellExisting(const ops::BatchAlterTable& batch, const Table& existing, const BatchOptions& options) {
    if (!options.reflected || batch.naming_convention.empty()) {
      return schema::SpellOut(existing, schema::NamingConvention(), options.rules);
    }
    std::map<std::string, std::string> templates(batch.naming_convention.begin(), batch.naming_convention.end());
    return schema::SpellOut(existing, schema::NamingConvention(std::move(templates)), options.rules);
  }

  void TakeConstraintsApart() {
    for (const Constraint& constraint : old_table_.constraints) {
      const ConstraintName& name = schema::NameOf(constraint);
      bool unnamed_check = std::holds_alternative<schema::Check>(constraint) && !name;
      bool left_behind = options_.reflected && unnamed_check && !options_.keep_unnamed_checks;
      if (IsTypeBound(constraint) || left_behind) continue;
      Keep(constraint);
    }
  }

  // ---------------------------------------------------------------------------------------------- steps

  void Apply(const ops::AddColumn& op) {
    Table single = BareTable(op.table, op.schema);
    single.columns.push_back(op.column);
    Table spelled = schema::SpellOut(single, options_.naming, options_.rules);
    columns_.Add(op, spelled.columns[0].checks);
    bool inline_reference = op.inline_references.value_or(false) && op.column.foreign_keys.size() == 1;
    for (const Constraint& constraint : spelled.constraints) {
      bool inlined = inline_reference && std::holds_alternative<schema::ForeignKey>(constraint);
      if (!std::holds_alternative<schema::PrimaryKey>(constraint) && !inlined) AddConstraint(constraint);
    }
    for (const schema::Index& index : spelled.indexes) AddIndex(index);
  }

  void Apply(const ops::DropColumn& op) {
    const std::string& key = op.column.text;
    for (Constraint& constraint : unnamed_) RemoveFromKey(constraint, key);
    for (auto& [name, constraint] : named_) RemoveFromKey(constraint, key);
    columns_.Drop(key);
    if (std::optional<sql::Name> name = NameOfType(op.existing_type, options_.rules.dialect)) Forget(*name);
  }

  void Apply(const ops::AlterColumn& op) {
    if (op.existing_type && op.type) DropTypeCheck(op, *op.existing_type);
    BatchColumn& column = columns_.Get(op.column.text);
    if (op.new_name && op.new_name->text != op.column.text) {
      column.column.name = *op.new_name;
      if (std::optional<sql::Name> name = NameOfType(op.existing_type, options_.rules.dialect)) Forget(*name);
    }
    if (op.type) ChangeType(column, *op.type);
    if (op.nullable) column.column.nullable = op.nullable;
    if (op.server_default.touched()) {
      const schema::ServerDefault* value = op.server_default.value();
      column.column.server_default = value ? std::optional(*value) : std::nullopt;
    }
    if (op.autoincrement) {
      column.column.autoincrement = *op.autoincrement ? schema::Autoincrement::kYes : schema::Autoincrement::kNo;
    }
    if (op.comment.touched()) {
      column.column.comment = op.comment.value() ? std::optional(*op.comment.value()) : std::nullopt;
    }
    if (op.type) AddTypeCheck(op, *op.type);
  }

  void Apply(const ops::AddConstraint& op) {
    Constraint constraint = op.constraint;
    Table bare = BareTable(op.table, op.schema);
    schema::NameOf(constraint) = options_.naming.Resolve(&op.constraint, bare);
    AddConstraint(constraint);
  }

  void Apply(const ops::DropConstraint& op) { DropConstraint(ResolvedName(op, options_.naming)); }

  void Apply(const ops::CreateIndex& op) {
    schema::Index index = op.index;
    Table bare = BareTable(op.table, op.schema);
    index.name = options_.naming.Resolve(&op.index, bare);
    AddIndex(index);
  }

  void Apply(const ops::DropIndex& op) {
    auto same = [&](const schema::Index& index) { return index.name.text == op.name.text; };
    if (std::erase_if(indexes_, same) == 0) {
      throw sql::ValueError("No such index: '" + op.name.text.value_or("None").text + "'");
    }
  }

  // A rebuilt table gets its comments with its CREATE.
  void Apply(const ops::CreateTableComment&) {}
  void Apply(const ops::DropTableComment&) {}

  // ---------------------------------------------------------------------------------------------- columns

  void ChangeType(BatchColumn& column, const sql::Type& type) {
    bool may_cast = options_.casts_to_json || sql::AffinityOf(type) != sql::TypeAffinity::kJson;
    if (may_cast && !sql::HaveSameAffinity(column.column.type, type)) {
      column.value = sql::CastTo(*column.value, type);
    }
    column.column.type = WithoutCheck(sql::ForDialect(type, options_.rules.dialect));
  }

  std::optional<schema::Check> TypeCheck(const ops::AlterColumn& op, const sql::Type& type) const {
    Table single = BareTable(op.table, op.schema);
    single.columns.push_back({.name = op.column, .type = type});
    Table spelled = schema::SpellOut(single, options_.naming, options_.rules);
    if (spelled.constraints.empty()) return std::nullopt;
    return std::get<schema::Check>(spelled.constraints[0]);
  }

  void AddTypeCheck(const ops::AlterColumn& op, const sql::Type& type) {
    if (std::optional<schema::Check> check = TypeCheck(op, type)) Keep(*check);
  }

  // Only where it was read as a constraint of its own; else it goes with the type.
  void DropTypeCheck(const ops::AlterColumn& op, const sql::Type& type) {
    std::optional<schema::Check> check = TypeCheck(op, type);
    if (check && check->name && !ForgetColumnCheck(*check->name.text)) Forget(*check->name.text);
  }

  void RemoveFromKey(Constraint& constraint, const std::string& column) {
    auto* key = std::get_if<schema::PrimaryKey>(&constraint);
    if (key) std::erase_if(key->columns, [&](const sql::Name& name) { return name.text == column; });
  }

  // ---------------------------------------------------------------------------------------------- constraints

  void Keep(const Constraint& constraint) {
    const ConstraintName& name = schema::NameOf(constraint);
    if (!name) return unnamed_.push_back(constraint);
    for (auto& [known, old] : named_) {
      if (known == *name.text) return void(old = constraint);
    }
    named_.emplace_back(*name.text, constraint);
  }

  bool IsKept(const ConstraintName& name) const {
    return name &&
           std::any_of(named_.begin(), named_.end(), [&](const auto& kept) { return kept.first == *name.text; });
  }

  std::optional<Constraint> Forget(const sql::Name& name) {
    for (auto entry = named_.begin(); entry != named_.end(); ++entry) {
      if (!(entry->first == name)) continue;
      Constraint constraint = entry->second;
      named_.erase(entry);
      return constraint;
    }
    return std::nullopt;
  }

  bool ForgetColumnCheck(const sql::Name& name) {
    if (options_.reflected) return false;
    size_t removed = 0;
    for (BatchColumn& column : columns_.columns()) {
      removed +=
          std::erase_if(column.column.checks, [&](const schema::Check& check) { return check.name.text == name; });
    }
    return removed > 0;
  }

  void AddConstraint(const Constraint& constraint) {
    if (!schema::NameOf(constraint) && !IsTypeBound(constraint)) throw sql::ValueError("Constraint must have a name");
    if (std::holds_alternative<schema::PrimaryKey>(constraint)) {
      std::erase_if(unnamed_, [](const Constraint& old) { return std::holds_alternative<schema::PrimaryKey>(old); });
    }
    Keep(constraint);
  }

  void DropConstraint(const ConstraintName& name) {
    if (!name) throw sql::ValueError("Constraint must have a name");
    if (ForgetColumnCheck(*name.text)) return;
    std::optional<Constraint> dropped = Forget(*name.text);
    if (!dropped) throw sql::ValueError("No such constraint: '" + name.text->text + "'");
    const auto* key = std::get_if<schema::PrimaryKey>(&*dropped);
    if (!key) return;
    for (const sql::Name& key_column : key->columns) {
      schema::Column& column = columns_.Get(key_column.text).column;
      column.nullable = column.is_nullable();
      column.primary_key = false;
    }
  }

  // ---------------------------------------------------------------------------------------------- the new table

  sql::Name NewName(const sql::Name& key) const {
    const BatchColumn* column = columns_.Find(key.text);
    return column ? column->column.name : key;
  }

  std::vector<sql::Name> NewNames(std::vector<sql::Name> keys) const {
    for (sql::Name& key : keys) key = NewName(key);
    return keys;
  }

  sql::Expression Renamed(const sql::Expression& expression) const {
    return sql::ReplaceColumns(expression, [&](const sql::Expression&, const sql::ColumnReference& column) {
      sql::ColumnReference renamed = column;
      renamed.name = NewName(column.name);
      return sql::Expression(renamed);
    });
  }

  Constraint Moved(schema::PrimaryKey key) const {
    key.columns = NewNames(key.columns);
    return key;
  }
  Constraint Moved(schema::Unique unique) const {
    unique.columns = NewNames(unique.columns);
    return unique;
  }
  Constraint Moved(schema::Check check) const {
    check.condition = Renamed(check.condition);
    return check;
  }
  Constraint Moved(schema::Exclude exclude) const {
    for (schema::ExcludeElement& element : exclude.elements) element.expression = Renamed(element.expression);
    return exclude;
  }
  Constraint Moved(schema::ForeignKey key) const {
    if (key.referent_columns.empty()) key.referent_columns = key.columns;
    key.columns = NewNames(key.columns);
    if (old_table_.schema) key.referent_schema = old_table_.schema;
    return key;
  }

  bool HasAllColumns(const Constraint& constraint) const {
    std::vector<sql::Name> keys = std::visit(ColumnsOf{}, constraint);
    return std::all_of(keys.begin(), keys.end(), [&](const sql::Name& key) { return columns_.Find(key.text); });
  }

  void BuildTable() {
    Table table{.name = TemporaryName(old_table_.name.text), .schema = old_table_.schema};
    for (const BatchColumn& column : columns_.columns()) table.columns.push_back(column.column);
    table.constraints = batch_.table_args;
    table.comment = batch_.table_comment;
    table.options = batch_.table_options;
    for (const auto& [name, value] : old_table_.options.items()) {
      if (!table.options.Find(name)) table.options.Set(name, value);
    }
    plan_.new_table = schema::SpellOut(table, schema::NamingConvention(), options_.rules);
    for (const auto& [name, constraint] : named_) Move(constraint);
    for (const Constraint& constraint : unnamed_) Move(constraint);
  }

  void Move(const Constraint& constraint) {
    if (!HasAllColumns(constraint)) return;
    Constraint moved = std::visit([this](const auto& part) { return Moved(part); }, constraint);
    if (auto* key = std::get_if<schema::PrimaryKey>(&moved)) {
      SetPrimaryKey(std::move(*key));
    } else {
      plan_.new_table.constraints.push_back(std::move(moved));
    }
  }

  std::vector<sql::Name> FlaggedColumns() const {
    std::vector<sql::Name> flagged;
    for (const schema::Column& column : plan_.new_table.columns) {
      if (column.primary_key) flagged.push_back(column.name);
    }
    return flagged;
  }

  // The key that was written out wins over the columns that say primary_key. SQLAlchemy looks twice: when the key is
  // copied, and when the copy joins the table.
  void SetPrimaryKey(schema::PrimaryKey key) {
    Table& table = plan_.new_table;
    if (key.columns.empty()) key.columns = FlaggedColumns();
    WarnOfOtherKey(FlaggedColumns(), key.columns);
    for (const sql::Name& name : key.columns) {
      if (schema::Column* column = table.FindColumn(name.text)) column->primary_key = true;
    }
    WarnOfOtherKey(FlaggedColumns(), key.columns);
    std::erase_if(table.constraints,
                  [](const Constraint& old) { return std::holds_alternative<schema::PrimaryKey>(old); });
    if (!key.columns.empty()) table.constraints.insert(table.constraints.begin(), std::move(key));
  }

  void WarnOfOtherKey(const std::vector<sql::Name>& flagged, const std::vector<sql::Name>& written) {
    auto listed = [](const std::vector<sql::Name>& names) {
      std::vector<std::string> quoted;
      quoted.reserve(names.size());
      for (const sql::Name& name : names) quoted.push_back("'" + name.text + "'");
      return quoted;
    };
    std::vector<std::string> one = listed(flagged);
    std::vector<std::string> other = listed(written);
    if (one.empty() || std::set(one.begin(), one.end()) == std::set(other.begin(), other.end())) return;
    std::string columns = Join(other, ", ");
    plan_.warnings.push_back("Table '" + plan_.new_table.name.text + "' specifies columns " + Join(one, ", ") +
                             " as primary_key=True, not matching locally specified columns " + columns +
                             "; setting the current primary key columns to " + columns +
                             ". This warning may become an exception in a future release");
  }

  // ---------------------------------------------------------------------------------------------- indexes

  void AddIndex(const schema::Index& index) {
    for (schema::Index& known : new_indexes_) {
      if (known.name == index.name) return void(known = index);
    }
    new_indexes_.push_back(index);
  }

  void GatherIndexes() {
    for (const schema::Index& index : indexes_) {
      if (!index.column_flag) plan_.indexes.push_back(MovedIndex(index));
    }
    for (schema::Index index : new_indexes_) {
      for (const schema::IndexElement& element : index.elements) {
        const sql::Name* name = element.column();
        if (name && !columns_.Find(name->text)) throw sql::KeyError(PythonRepr(name->text));
      }
      index.column_flag = false;
      plan_.indexes.push_back(MovedIndex(index));
    }
  }

  schema::Index MovedIndex(schema::Index index) const {
    for (schema::IndexElement& element : index.elements) {
      const sql::Name* column = element.column();
      element = column ? schema::IndexElement(NewName(*column)) : schema::IndexElement(Renamed(*element.expression()));
    }
    return index;
  }

  const ops::BatchAlterTable& batch_;
  const BatchOptions& options_;
  Table old_table_;
  BatchColumns columns_;
  std::vector<std::pair<sql::Name, Constraint>> named_;
  std::vector<Constraint> unnamed_;
  std::vector<schema::Index> indexes_;
  std::vector<schema::Index> new_indexes_;
  BatchPlan plan_;
};

}  // namespace

BatchPlan PlanBatch(const ops::BatchAlterTable& batch, const Table& existing, const BatchOptions& options) {
  return BatchWorker(batch, existing, options).Work();
}

}  // namespace limbeck::dialect
