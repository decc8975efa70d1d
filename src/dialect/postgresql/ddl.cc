#include "dialect/postgresql/ddl.h"

#include <memory>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "dialect/phrases.h"
#include "dialect/postgresql/constraints.h"
#include "dialect/postgresql/types.h"
#include "sql/errors.h"
#include "sql/operators.h"
#include "sql/value_text.h"

namespace limbeck::dialect::postgresql {
namespace {

using sql::TypeKind;

// SERIAL for a column that counts by itself and whose type is not said to do so otherwise.
std::optional<std::string_view> SerialType(const schema::Column& column, const schema::Table& table) {
  const auto* sequence = std::get_if<sql::Shared<schema::Sequence>>(&column.client_default);
  bool counts = std::holds_alternative<schema::NoDefault>(column.client_default) || (sequence && (*sequence)->optional);
  if (!column.primary_key || column.identity() || !counts) return std::nullopt;
  if (schema::AutoincrementColumn(table) != &column) return std::nullopt;
  switch (column.type.kind) {
    case TypeKind::kBigInteger:
    case TypeKind::kBigint:
      return "BIGSERIAL";
    case TypeKind::kSmallInteger:
    case TypeKind::kSmallint:
      return "SMALLSERIAL";
    default:
      return "SERIAL";
  }
}

// A table option's value as text, whatever the script gave.
std::string OptionText(const schema::OptionValue& value) {
  if (const auto* text = value.As<std::string>()) return *text;
  if (const auto* number = value.As<int64_t>()) return std::to_string(*number);
  if (const auto* number = value.As<double>()) return sql::FloatText(*number);
  if (const auto* flag = value.As<bool>()) return *flag ? "True" : "False";
  return "None";
}

std::string Inherits(const schema::OptionValue& value, const Identifiers& identifiers) {
  std::vector<std::string> names;
  if (const auto* list = value.As<schema::OptionList>()) {
    for (const schema::OptionValue& name : *list) names.push_back(identifiers.Quote(OptionText(name)));
  } else {
    names.push_back(identifiers.Quote(OptionText(value)));
  }
  return "\n INHERITS ( " + Join(names, ", ") + " )";
}

std::string WithOids(const schema::OptionValue& value) {
  const bool* flag = value.As<bool>();
  if (!flag) return "";
  return *flag ? "\n WITH OIDS" : "\n WITHOUT OIDS";
}

bool IsGiven(const schema::OptionValue* value) {
  return value && !value->As<sql::None>();
}

}  // namespace

PostgresqlDdl::PostgresqlDdl(Writers& parts) : DdlWriter(parts, std::make_unique<PostgresqlConstraints>(parts)) {}

const PostgresqlTypes& PostgresqlDdl::types() {
  return static_cast<const PostgresqlTypes&>(*writers().types);
}

// ------------------------------------------------------------------------------------------------ columns

std::string PostgresqlDdl::ColumnSpecification(const schema::Column& column, const schema::Table& table) {
  std::string text = writers().identifiers.Quote(column.name) + " ";
  if (std::optional<std::string_view> serial = SerialType(column, table)) {
    text += *serial;
  } else {
    text += writers().types->Text(column.type);
    std::optional<std::string> value = column.server_default ? DefaultText(*column.server_default) : std::nullopt;
    if (value) text += " DEFAULT " + *value;
  }
  if (const schema::Computed* computed = column.computed()) text += " " + ComputedText(*computed);
  if (const schema::Identity* identity = column.identity()) {
    return text + " " + IdentityText(*identity) + (column.is_nullable() ? " NULL" : "");
  }
  return column.is_nullable() ? text : text + " NOT NULL";
}

std::string PostgresqlDdl::ComputedText(const schema::Computed& computed) {
  if (computed.persisted == false) {
    throw sql::CompileError(writers().subject +
                            "PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' "
                            "flag to None or True for PostgreSQL support.");
  }
  return "GENERATED ALWAYS AS (" + writers().expressions->Write(computed.expression) + ") STORED";
}

// ------------------------------------------------------------------------------------------------ tables

std::string PostgresqlDdl::TableSuffix(const schema::Table& table) {
  const schema::Options& options = table.options;
  std::string text;
  const schema::OptionValue* inherits = options.Find("postgresql_inherits");
  if (IsGiven(inherits)) text += Inherits(*inherits, writers().identifiers);
  if (options.IsTrue("postgresql_partition_by")) {
    text += "\n PARTITION BY " + OptionText(*options.Find("postgresql_partition_by"));
  }
  if (options.IsTrue("postgresql_using")) text += "\n USING " + OptionText(*options.Find("postgresql_using"));
  if (const schema::OptionValue* with_oids = options.Find("postgresql_with_oids")) text += WithOids(*with_oids);
  if (options.IsTrue("postgresql_on_commit")) {
    text += "\n ON COMMIT " + ToUpper(ReplaceAll(options.Text("postgresql_on_commit"), "_", " "));
  }
  if (options.IsTrue("postgresql_tablespace")) {
    text += "\n TABLESPACE " + writers().identifiers.Quote(options.Text("postgresql_tablespace"));
  }
  return text;
}

// ------------------------------------------------------------------------------------------------ indexes

std::string PostgresqlDdl::IndexElementText(const schema::IndexElement& element, const schema::Index& index) {
  const sql::Name* column = element.column();
  std::string text = column ? writers().identifiers.Quote(*column)
                            : writers().expressions->Write(sql::SelfGroup(*element.expression()));
  std::string key = column ? column->text : sql::KeyOf(*element.expression());
  const schema::OptionValue* ops = index.options.Find("postgresql_ops");
  const auto* classes = ops ? ops->As<schema::OptionMap>() : nullptr;
  if (!classes || key.empty()) return text;
  for (const auto& [name, operator_class] : *classes) {
    if (name == key) text += " " + OptionText(operator_class);
  }
  return text;
}

std::string PostgresqlDdl::IndexOptions(const schema::Index& index) {
  const schema::Options& options = index.options;
  std::string text = IncludeText(options, writers().identifiers);
  const schema::OptionValue* nulls = options.Find("postgresql_nulls_not_distinct");
  if (const bool* flag = nulls ? nulls->As<bool>() : nullptr) {
    text += *flag ? " NULLS NOT DISTINCT" : " NULLS DISTINCT";
  }
  const schema::OptionValue* with = options.Find("postgresql_with");
  const auto* parameters = with ? with->As<schema::OptionMap>() : nullptr;
  if (parameters && !parameters->empty()) {
    std::vector<std::string> parts;
    for (const auto& [name, value] : *parameters) parts.push_back(name + " = " + OptionText(value));
    text += " WITH (" + Join(parts, ", ") + ")";
  }
  if (options.IsTrue("postgresql_tablespace")) {
    text += " TABLESPACE " + writers().identifiers.Quote(options.Text("postgresql_tablespace"));
  }
  const schema::OptionValue* where = options.Find("postgresql_where");
  if (!IsGiven(where)) return text;
  const auto* condition = where->As<sql::Expression>();
  return text + " WHERE " + writers().expressions->Write(condition ? *condition : sql::SqlText(OptionText(*where)));
}

std::string PostgresqlDdl::CreateIndex(const schema::Index& index, const schema::Table& table, bool if_not_exists) {
  if (!index.name) throw sql::CompileError("CREATE INDEX requires that the index have a name");
  std::string text = "CREATE ";
  if (index.unique) text += "UNIQUE ";
  text += "INDEX ";
  if (index.options.IsTrue("postgresql_concurrently")) text += "CONCURRENTLY ";
  if (if_not_exists) text += "IF NOT EXISTS ";
  text += writers().identifiers.Constraint(index.name) + " ON " +
          writers().identifiers.Table(table.name, table.schema) + " ";
  if (index.options.IsTrue("postgresql_using")) {
    text += "USING " + ToLower(IndexMethod(index.options.Text("postgresql_using"))) + " ";
  }
  std::vector<std::string> elements;
  for (const schema::IndexElement& element : index.elements) elements.push_back(IndexElementText(element, index));
  return text + "(" + Join(elements, ", ") + ")" + IndexOptions(index);
}

std::string PostgresqlDdl::DropIndex(const schema::ConstraintName& name, const std::optional<sql::Name>& schema,
                                     const schema::Options& options, bool if_exists) {
  std::string text = "\nDROP INDEX ";
  if (options.IsTrue("postgresql_concurrently")) text += "CONCURRENTLY ";
  if (if_exists) text += "IF EXISTS ";
  return text + writers().identifiers.Table(writers().identifiers.FinalName(name), schema);
}

// ------------------------------------------------------------------------------------------------ types

std::string PostgresqlDdl::CreateType(const sql::Type& type) {
  sql::Type native = type;
  if (!type.domain) native.kind = TypeKind::kNativeEnum;
  std::string name = types().NamedType(native);
  if (type.domain) return CreateDomain(*type.domain, name);
  std::vector<std::string> values;
  for (const std::string& value : type.enumeration->values) values.push_back(writers().literals->Quoted(value));
  return "CREATE TYPE " + name + " AS ENUM (" + Join(values, ", ") + ")";
}

std::string PostgresqlDdl::CreateDomain(const sql::DomainDetails& domain, const std::string& name) {
  std::vector<std::string> options;
  if (domain.collation) options.push_back("COLLATE " + writers().identifiers.Quote(*domain.collation));
  if (domain.default_value) {
    options.push_back("DEFAULT " + (domain.default_is_sql
                                        ? writers().defaults->WriteText({.sql = *domain.default_value})
                                        : writers().literals->Quoted(*domain.default_value)));
  }
  if (domain.constraint_name) {
    options.push_back("CONSTRAINT " + writers().identifiers.Constraint(*domain.constraint_name));
  }
  if (domain.not_null) options.emplace_back("NOT NULL");
  if (domain.check) options.push_back("CHECK (" + writers().expressions->WriteText({.sql = *domain.check}) + ")");
  std::string base = domain.data_type ? writers().types->Text(*domain.data_type) : "";
  return "CREATE DOMAIN " + name + " AS " + base + " " + Join(options, " ");
}

std::string PostgresqlDdl::DropType(const sql::Type& type, bool if_exists) {
  std::string_view kind = type.domain ? "DROP DOMAIN " : "DROP TYPE ";
  return std::string(kind) + (if_exists ? "IF EXISTS " : "") + types().NamedType(type);
}

}  // namespace limbeck::dialect::postgresql
