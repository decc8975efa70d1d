#include "dialect/postgresql/constraints.h"

#include <vector>

#include "base/text.h"
#include "dialect/phrases.h"
#include "sql/errors.h"

namespace limbeck::dialect::postgresql {
namespace {

std::string Validity(const schema::Options& options) {
  return options.IsTrue("postgresql_not_valid") ? " NOT VALID" : "";
}

// A CHECK on an array of an Enum would compare the array with single values.
void RefuseCheckOnArray(const schema::Check& check, const schema::Table& table) {
  if (!check.type_bound) return;
  bool on_array = false;
  sql::Walk(check.condition, [&](const sql::Expression& part) {
    const auto* reference = part.As<sql::ColumnReference>();
    const schema::Column* column = reference ? table.FindColumn(reference->name.text) : nullptr;
    on_array = on_array || (column && column->type.kind == sql::TypeKind::kArray);
  });
  if (!on_array) return;
  throw sql::CompileError(
      "PostgreSQL dialect cannot produce the CHECK constraint for ARRAY of non-native ENUM; please specify "
      "create_constraint=False on this Enum datatype.");
}

}  // namespace

std::string IncludeText(const schema::Options& options, const Identifiers& identifiers) {
  const schema::OptionValue* value = options.Find("postgresql_include");
  const auto* columns = value ? value->As<schema::OptionList>() : nullptr;
  if (!columns || columns->empty()) return "";
  std::vector<std::string> names;
  for (const schema::OptionValue& column : *columns) {
    const auto* name = column.As<std::string>();
    const auto* expression = column.As<sql::Expression>();
    names.push_back(identifiers.Quote(name ? *name : expression ? sql::KeyOf(*expression) : ""));
  }
  return " INCLUDE (" + Join(names, ", ") + ")";
}

std::optional<std::string> PostgresqlConstraints::PrimaryKey(const schema::PrimaryKey& key,
                                                             const schema::Table& table) {
  return ConstraintWriter::PrimaryKey(key, table).value_or("") + IncludeText(key.options, writers().identifiers);
}

std::optional<std::string> PostgresqlConstraints::Unique(const schema::Unique& unique, const schema::Table& table) {
  return ConstraintWriter::Unique(unique, table).value_or("") + IncludeText(unique.options, writers().identifiers);
}

std::string PostgresqlConstraints::UniqueModifier(const schema::Unique& unique) const {
  const schema::OptionValue* value = unique.options.Find("postgresql_nulls_not_distinct");
  const bool* flag = value ? value->As<bool>() : nullptr;
  if (!flag) return "";
  return *flag ? "NULLS NOT DISTINCT " : "NULLS DISTINCT ";
}

std::optional<std::string> PostgresqlConstraints::ForeignKey(const schema::ForeignKey& key,
                                                             const schema::Table& table) {
  return ConstraintWriter::ForeignKey(key, table).value_or("") + Validity(key.options);
}

std::optional<std::string> PostgresqlConstraints::Check(const schema::Check& check, const schema::Table& table) {
  RefuseCheckOnArray(check, table);
  return ConstraintWriter::Check(check, table).value_or("") + Validity(check.options);
}

std::string PostgresqlConstraints::OnDelete(const std::string& action) const {
  return ForeignKeyActionWithColumns(action);
}

std::optional<std::string> PostgresqlConstraints::Exclude(const schema::Exclude& exclude, const schema::Table&) {
  std::vector<std::string> elements;
  for (const schema::ExcludeElement& element : exclude.elements) {
    std::string text = writers().expressions->Write(element.expression);
    std::string key = sql::KeyOf(element.expression);
    for (const auto& [name, operator_class] : exclude.ops) {
      if (name == key) text += " " + operator_class;
    }
    elements.push_back(text + " WITH " + element.op);
  }
  std::string text = Prefix(exclude.name) + "EXCLUDE USING " + ToLower(IndexMethod(exclude.using_method)) + " (" +
                     Join(elements, ", ") + ")";
  if (exclude.where) text += " WHERE (" + writers().defaults->Write(*exclude.where) + ")";
  return text + Deferrability(exclude.deferrable, exclude.initially);
}

}  // namespace limbeck::dialect::postgresql
