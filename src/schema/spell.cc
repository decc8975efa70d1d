#include "schema/spell.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "sql/errors.h"
#include "sql/operators.h"

namespace limbeck::schema {
namespace {

Error ColumnNotFound(std::string_view kind, const Table& table, const std::string& column) {
  return Error(ErrorKind::kScript, "Can't create " + std::string(kind) + " on table '" + table.name.text +
                                       "': no column named '" + column + "' is present.")
      .ExceptionClass("sqlalchemy.exc.ConstraintColumnNotFoundError");
}

// Constraints name columns by their keys; databases by their names.
sql::Name ResolveColumn(std::string_view kind, const Table& table, const sql::Name& name) {
  for (const Column& column : table.columns) {
    const std::string& key = column.key.empty() ? column.name.text : column.key;
    if (key == name.text) return column.name;
  }
  throw ColumnNotFound(kind, table, name.text);
}

void ResolveColumns(std::string_view kind, const Table& table, std::vector<sql::Name>& columns) {
  for (sql::Name& name : columns) name = ResolveColumn(kind, table, name);
}

// The column that counts, which the key begins with: of several key columns the one that says so.
const Column* CountingColumn(const Table& table) {
  std::vector<sql::Name> key = table.PrimaryKeyColumns();
  if (key.size() == 1) return AutoincrementColumn(table);
  for (const sql::Name& name : key) {
    const Column* column = table.FindColumn(name.text);
    if (column && column->autoincrement == Autoincrement::kYes) return column;
  }
  return nullptr;
}

class Speller {
 public:
  Speller(const Table& table, const NamingConvention& convention, const TypeRules& rules, bool included)
      : source_(table), result_(table), convention_(convention), rules_(rules), included_(included) {}

  Table Spell() {
    CheckColumnNames();
    result_.constraints.clear();
    result_.indexes.clear();
    SpellTypes();
    SpellPrimaryKey();
    for (const Constraint& constraint : source_.constraints) SpellConstraint(constraint);
    for (size_t i = 0; i < source_.columns.size(); ++i) SpellColumn(source_.columns[i], result_.columns[i]);
    for (const Index& index : source_.indexes) SpellIndex(index);
    return std::move(result_);
  }

 private:
  void CheckColumnNames() const {
    std::set<std::string> names;
    for (const Column& column : source_.columns) {
      if (names.insert(column.name.text).second) continue;
      throw Error(ErrorKind::kScript, "A column with name '" + column.name.text + "' is already present in table '" +
                                          source_.name.text + "'.")
          .ExceptionClass("sqlalchemy.exc.DuplicateColumnError");
    }
  }

  void SpellTypes() {
    for (Column& column : result_.columns) {
      column.type = sql::ForDialect(column.type, rules_.dialect);
      if (!column.type.enumeration || !column.type.enumeration->inherit_schema) continue;
      sql::EnumDetails details = *column.type.enumeration;
      details.schema = source_.schema;
      column.type.enumeration = details;
    }
  }

  void SpellPrimaryKey() {
    const PrimaryKey* written = source_.FindPrimaryKey();
    PrimaryKey key = written ? *written : PrimaryKey{};
    if (written) ResolveColumns("PrimaryKeyConstraint", source_, key.columns);
    if (key.columns.empty()) key.columns = FlaggedColumns(/*counting_first=*/!written);
    for (const sql::Name& name : key.columns) {
      if (Column* column = result_.FindColumn(name.text)) column->primary_key = true;
    }
    if (!key.columns.empty()) Add(std::move(key));
  }

  std::vector<sql::Name> FlaggedColumns(bool counting_first) const {
    std::vector<sql::Name> names;
    const Column* counting = counting_first ? CountingColumn(source_) : nullptr;
    if (counting) names.push_back(counting->name);
    for (const Column& column : source_.columns) {
      if (column.primary_key && &column != counting) names.push_back(column.name);
    }
    return names;
  }

  void SpellConstraint(const Constraint& constraint) {
    if (std::holds_alternative<PrimaryKey>(constraint)) return;
    Constraint resolved = constraint;
    if (auto* unique = std::get_if<Unique>(&resolved)) ResolveColumns("UniqueConstraint", source_, unique->columns);
    if (auto* key = std::get_if<ForeignKey>(&resolved)) {
      std::vector<sql::Name> local = key->columns;
      ResolveColumns("ForeignKeyConstraint", source_, key->columns);
      if (key->referent_columns.empty()) key->referent_columns = local;
    }
    Add(std::move(resolved));
  }

  void SpellColumn(const Column& column, Column& spelled) {
    if (column.index && !included_) {
      sql::Name key = column.key.empty() ? column.name : sql::Name(column.key);
      SpellIndex(Index{.elements = {key}, .unique = column.unique, .column_flag = true});
    } else if (column.unique && !included_) {
      Add(Unique{.columns = {column.name}});
    }
    // PostGIS is PostgreSQL's; SpatiaLite makes its indexes otherwise.
    const bool brings_index = column.type.index && rules_.dialect == "postgresql";
    if (brings_index && !included_) SpellIndex(IndexFor(column));
    if (std::optional<Check> check = TypeCheck(spelled, rules_)) Add(std::move(*check));
    for (ForeignKey key : column.foreign_keys) {
      key.columns = {column.name};
      if (key.referent_columns.empty()) key.referent_columns = {column.name};
      Add(std::move(key));
    }
    for (Check& check : spelled.checks) {
      Constraint constraint = check;
      check.name = convention_.Resolve(&constraint, result_);
    }
    spelled.index = spelled.unique = false;
    spelled.foreign_keys.clear();
  }

  Index IndexFor(const Column& column) const {
    const sql::IndexOfType& wanted = *column.type.index;
    const sql::Name key = column.key.empty() ? column.name : sql::Name(column.key);
    const IndexElement whole(key);
    const IndexElement element =
        wanted.function.empty() ? whole
                                : IndexElement(sql::Call(wanted.function, {sql::Column(column.name, column.type)}));
    Index index{.elements = {element}, .column_flag = true};
    index.name.text = sql::Name("idx_" + source_.name.text + "_" + column.name.text);
    index.options.Set("postgresql_using", wanted.method);
    if (!wanted.operators.empty()) {
      index.options.Set("postgresql_ops", OptionMap{{column.name.text, wanted.operators}});
    }
    return index;
  }

  void SpellIndex(Index index) {
    index = NameColumns(std::move(index), source_);
    index.name = convention_.Resolve(&index, result_);
    result_.indexes.push_back(std::move(index));
  }

  void Add(Constraint constraint) {
    NameOf(constraint) = convention_.Resolve(&constraint, result_);
    result_.constraints.push_back(std::move(constraint));
  }

  const Table& source_;
  Table result_;
  const NamingConvention& convention_;
  const TypeRules& rules_;
  bool included_;
};

sql::Expression ChoicesOf(const Column& column, const sql::Type& type) {
  sql::Expression reference = sql::Column(column.name, sql::types::String());
  if (!sql::IsEnum(type)) return sql::In(sql::Column(column.name, type), {sql::Value(0), sql::Value(1)});
  std::vector<sql::Value> values(type.enumeration->values.begin(), type.enumeration->values.end());
  return sql::In(reference, std::move(values));
}

}  // namespace

Table SpellOut(const Table& table, const NamingConvention& convention, const TypeRules& rules, bool included) {
  return Speller(table, convention, rules, included).Spell();
}

Index NameColumns(Index index, const Table& table) {
  for (IndexElement& element : index.elements) {
    const sql::Name* name = element.column();
    if (name) element = ResolveColumn("Index", table, *name);
  }
  return index;
}

std::optional<Check> TypeCheck(const Column& column, const TypeRules& rules) {
  sql::Type type = sql::ForDialect(column.type, rules.dialect);
  if (type.kind == sql::TypeKind::kArray && type.item_type) type = *type.item_type;
  if (!type.enumeration || !type.enumeration->create_constraint) return std::nullopt;
  const sql::EnumDetails& details = *type.enumeration;
  bool is_native = sql::IsEnum(type) ? details.native && rules.native_enum : rules.native_boolean;
  if (is_native) return std::nullopt;
  Check check{.condition = ChoicesOf(column, type), .type_bound = true};
  check.name.text = details.name;
  check.name.is_final = details.name_is_final && details.name;
  return check;
}

}  // namespace limbeck::schema
