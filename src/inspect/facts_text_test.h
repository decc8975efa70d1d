#pragma once

#include <string>

#include "base/text.h"
#include "inspect/catalogue.h"

namespace limbeck::inspect {

// Facts as lines, for tests that compare whole tables.

inline std::string TextOf(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  return "(" + Join(texts, ", ") + ")";
}

inline std::string TextOf(const schema::ConstraintName& name) {
  return name ? name.text->text : "-";
}

inline std::string TextOf(const sql::Expression& expression) {
  const auto* text = expression.As<sql::Text>();
  return text == nullptr ? "?" : text->sql;
}

inline std::string TextOf(const sql::Type& type) {
  std::string text(sql::ClassName(type.kind));
  if (type.length) text += "(" + std::to_string(*type.length) + ")";
  if (type.precision)
    text += "(" + std::to_string(*type.precision) + "," + std::to_string(type.scale.value_or(-1)) + ")";
  if (type.timezone) text += " tz";
  if (!type.fields.empty()) text += " " + type.fields;
  if (type.item_type) text += " of " + TextOf(*type.item_type);
  if (type.enumeration) text += " " + type.enumeration->name->text + "(" + Join(type.enumeration->values, ",") + ")";
  if (type.domain) text += " " + type.domain->name.text + " " + type.domain->check.value_or("");
  return text;
}

inline std::string TextOf(const schema::OptionValue& value) {
  if (const auto* text = value.As<std::string>()) return *text;
  if (const auto* truth = value.As<bool>()) return *truth ? "true" : "false";
  if (const auto* expression = value.As<sql::Expression>()) return TextOf(*expression);
  std::vector<std::string> parts;
  if (const auto* list = value.As<schema::OptionList>()) {
    for (const schema::OptionValue& item : *list) parts.push_back(TextOf(item));
  }
  if (const auto* map = value.As<schema::OptionMap>()) {
    for (const auto& [key, item] : *map) parts.push_back(key + "=" + TextOf(item));
  }
  return "[" + Join(parts, ",") + "]";
}

inline std::string TextOf(const schema::Options& options) {
  std::string text;
  for (const auto& [name, value] : options.items()) text += " " + name + "=" + TextOf(value);
  return text;
}

inline std::string TextOf(const ColumnFacts& column) {
  std::string text = column.name + " " + TextOf(column.type) + (column.nullable ? "" : " not null");
  if (column.default_text) text += " default " + *column.default_text;
  if (column.computed) text += (column.computed_is_stored ? " stored " : " virtual ") + *column.computed;
  if (column.identity) text += column.identity->always ? " always identity" : " identity";
  if (column.autoincrement.value_or(false)) text += " counts";
  if (column.comment) text += " -- " + *column.comment;
  if (column.key_position > 0) text += " key " + std::to_string(column.key_position);
  return text + "\n";
}

inline std::string TextOf(const schema::ForeignKey& key) {
  std::string text = "foreign key " + TextOf(key.name) + TextOf(key.columns) + " -> " +
                     (key.referent_schema ? key.referent_schema->text + "." : "") + key.referent_table.text +
                     TextOf(key.referent_columns);
  if (key.onupdate) text += " update " + *key.onupdate;
  if (key.ondelete) text += " delete " + *key.ondelete;
  if (key.match) text += " match " + *key.match;
  if (key.deferrable) text += *key.deferrable ? " deferrable" : " not deferrable";
  if (key.initially) text += " " + *key.initially;
  return text + "\n";
}

inline std::string TextOf(const IndexFacts& index) {
  std::vector<std::string> elements;
  for (const IndexFacts::Element& element : index.elements) {
    elements.push_back((element.is_expression ? "=" : "") + Join(std::vector<std::string>{element.text}, "") +
                       (element.sorting.empty() ? "" : " " + Join(element.sorting, " ")));
  }
  return (index.unique ? "unique index " : "index ") + index.name + "(" + Join(elements, ", ") + ")" +
         (index.duplicates_constraint ? " of constraint" : "") + TextOf(index.options) + "\n";
}

inline std::string TextOf(const TableFacts& table) {
  std::string text = table.name + (table.comment ? " -- " + *table.comment : "") + "\n";
  for (const ColumnFacts& column : table.columns) text += TextOf(column);
  if (table.primary_key) {
    text += "primary key " + TextOf(table.primary_key->name) + TextOf(table.primary_key->columns) + "\n";
  }
  for (const schema::ForeignKey& key : table.foreign_keys) text += TextOf(key);
  for (const schema::Unique& unique : table.uniques) {
    text += "unique " + TextOf(unique.name) + TextOf(unique.columns) + TextOf(unique.options) + "\n";
  }
  for (const schema::Check& check : table.checks) {
    text += "check " + TextOf(check.name) + " " + TextOf(check.condition) + TextOf(check.options) + "\n";
  }
  for (const IndexFacts& index : table.indexes) text += TextOf(index);
  for (const auto* warnings : {&table.column_warnings, &table.key_warnings, &table.index_warnings}) {
    for (const std::string& warning : *warnings) text += "warning: " + warning + "\n";
  }
  return text;
}

}  // namespace limbeck::inspect
