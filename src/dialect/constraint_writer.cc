#include "dialect/constraint_writer.h"

#include "dialect/phrases.h"
#include "sql/errors.h"

namespace limbeck::dialect {

std::optional<std::string> ConstraintWriter::Text(const schema::Constraint& constraint, const schema::Table& table) {
  struct Visitor {
    ConstraintWriter& writer;
    const schema::Table& owner;
    std::optional<std::string> operator()(const schema::PrimaryKey& key) const { return writer.PrimaryKey(key, owner); }
    std::optional<std::string> operator()(const schema::ForeignKey& key) const { return writer.ForeignKey(key, owner); }
    std::optional<std::string> operator()(const schema::Unique& unique) const { return writer.Unique(unique, owner); }
    std::optional<std::string> operator()(const schema::Check& check) const { return writer.Check(check, owner); }
    std::optional<std::string> operator()(const schema::Exclude& exclude) const {
      return writer.Exclude(exclude, owner);
    }
  };
  return std::visit(Visitor{*this, table}, constraint);
}

std::string ConstraintWriter::Prefix(const schema::ConstraintName& name) const {
  return name ? "CONSTRAINT " + writers_.identifiers.Constraint(name) + " " : "";
}

std::string ConstraintWriter::ColumnList(const std::vector<sql::Name>& columns) const {
  std::string text;
  for (const sql::Name& column : columns) text += (text.empty() ? "" : ", ") + writers_.identifiers.Quote(column);
  return "(" + text + ")";
}

std::string ConstraintWriter::Deferrability(std::optional<bool> deferrable,
                                            const std::optional<std::string>& initially) const {
  std::string text;
  if (deferrable) text += *deferrable ? " DEFERRABLE" : " NOT DEFERRABLE";
  if (initially) text += " INITIALLY " + InitialTime(*initially);
  return text;
}

std::optional<std::string> ConstraintWriter::PrimaryKey(const schema::PrimaryKey& key, const schema::Table&) {
  return Prefix(key.name) + "PRIMARY KEY " + ColumnList(key.columns) + Deferrability(key.deferrable, key.initially);
}

std::optional<std::string> ConstraintWriter::Unique(const schema::Unique& unique, const schema::Table&) {
  return Prefix(unique.name) + "UNIQUE " + UniqueModifier(unique) + ColumnList(unique.columns) +
         Deferrability(unique.deferrable, unique.initially);
}

std::string ConstraintWriter::CheckText(const schema::Check& check) {
  return Prefix(check.name) + "CHECK (" + writers_.expressions->Write(check.condition) + ")" +
         Deferrability(check.deferrable, check.initially);
}

std::optional<std::string> ConstraintWriter::Check(const schema::Check& check, const schema::Table&) {
  return CheckText(check);
}

std::string ConstraintWriter::ColumnCheck(const schema::Check& check) {
  return CheckText(check);
}

std::optional<std::string> ConstraintWriter::ForeignKey(const schema::ForeignKey& key, const schema::Table&) {
  return Prefix(key.name) + "FOREIGN KEY" + ColumnList(key.columns) + " REFERENCES " + ReferentTable(key) + " " +
         ColumnList(key.referent_columns.empty() ? key.columns : key.referent_columns) + ForeignKeyClauses(key);
}

std::string ConstraintWriter::ForeignKeyClauses(const schema::ForeignKey& key) {
  std::string text;
  if (key.match) text += " MATCH " + *key.match;
  if (key.ondelete) text += " ON DELETE " + OnDelete(*key.ondelete);
  if (key.onupdate) text += " ON UPDATE " + ForeignKeyAction(*key.onupdate);
  return text + Deferrability(key.deferrable, key.initially);
}

std::string ConstraintWriter::OnDelete(const std::string& action) const {
  return ForeignKeyAction(action);
}

std::string ConstraintWriter::ReferentTable(const schema::ForeignKey& key) const {
  return writers_.identifiers.Table(key.referent_table, key.referent_schema);
}

std::optional<std::string> ConstraintWriter::Exclude(const schema::Exclude&, const schema::Table&) {
  throw sql::UnsupportedCompilationError("an exclusion constraint can only be rendered for PostgreSQL");
}

}  // namespace limbeck::dialect
