#include "dialect/identifiers.h"

#include <algorithm>
#include <vector>

#include "base/md5.h"
#include "base/text.h"
#include "base/utf8.h"
#include "sql/errors.h"

namespace limbeck::dialect {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsLegal(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool HasIllegal(std::string_view name) {
  return name.empty() || !std::all_of(name.begin(), name.end(), IsLegal);
}

// The first characters of a text, not bytes.
std::string Head(std::string_view text, size_t characters) {
  size_t end = 0;
  while (characters-- > 0 && end < text.size()) end += Utf8Length(text, end);
  return std::string(text.substr(0, end));
}

}  // namespace

std::string Identifiers::Percents(std::string text) const {
  return double_percents_ ? ReplaceAll(text, "%", "%%") : text;
}

bool Identifiers::NeedsQuotes(std::string_view name) const {
  if (HasIllegal(name) || IsDigit(name[0]) || name[0] == '$') return true;
  std::string lower = ToLower(name);
  return lower != name ||
         std::binary_search(rules_.reserved_words.begin(), rules_.reserved_words.end(), std::string_view(lower));
}

std::string Identifiers::InQuotes(std::string_view name) const {
  if (name.find('\0') != std::string_view::npos) throw sql::ValueError("embedded null character");
  return '"' + Percents(ReplaceAll(name, "\"", "\"\"")) + '"';
}

std::string Identifiers::Quote(const sql::Name& name) const {
  return name.quote.value_or(NeedsQuotes(name.text)) ? InQuotes(name.text) : name.text;
}

std::string Identifiers::QuoteIllegal(const sql::Name& name) const {
  if (!name.quote && !HasIllegal(name.text)) return name.text;
  return Quote(name);
}

std::string Identifiers::Qualified(const std::optional<sql::Name>& schema, const sql::Name& name) const {
  if (!schema || schema->empty()) return Quote(name);
  return Quote(*schema) + "." + Quote(name);
}

std::string Identifiers::Table(const sql::Name& table, const std::optional<sql::Name>& schema) const {
  return Qualified(table.keeps_schema ? schema : Translate(schemas_, schema), table);
}

std::string Identifiers::AlteredTable(const sql::Name& table, const std::optional<sql::Name>& schema) const {
  if (!schema || schema->empty() || schema->quote) return Qualified(schema, table);
  std::string text;
  for (const std::string& part : Split(schema->text, '.')) text += Quote(part) + ".";
  return text + Quote(table);
}

std::string Identifiers::Constraint(const schema::ConstraintName& name) const {
  return Quote(FinalName(name));
}

sql::Name Identifiers::FinalName(const schema::ConstraintName& name) const {
  const sql::Name& given = *name.text;
  if (Utf8Count(given.text) <= rules_.max_length) return given;
  if (!name.is_final) {
    throw sql::IdentifierError("Identifier '" + given.text + "' exceeds maximum length of " +
                               std::to_string(rules_.max_length) + " characters");
  }
  std::string digest = Md5Hex(given.text);
  return Head(given.text, rules_.max_length - 8) + "_" + digest.substr(digest.size() - 4);
}

}  // namespace limbeck::dialect
