#include "inspect/sqlite/table_reader.h"

#include <algorithm>
#include <set>

#include "base/pattern.h"
#include "base/text.h"
#include "inspect/sqlite/column_type.h"
#include "inspect/sqlite/table_text.h"
#include "sql/operators.h"

namespace limbeck::inspect::sqlite {
namespace {

std::string FilterOf(const TableQuery& query) {
  std::vector<std::string> kinds;
  if (query.tables) kinds.emplace_back("'table'");
  if (query.views) kinds.emplace_back("'view'");
  std::string filter = "m.type IN (" + Join(kinds, ", ") + ")";
  if (query.names.empty()) return filter + " AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~'";
  std::vector<std::string> names;
  for (const std::string& name : query.names) names.push_back(QuoteText(name));
  return filter + " AND m.name IN (" + Join(names, ", ") + ")";
}

/// "INTEGER GENERATED ALWAYS" is what SQLite says of a computed column.
std::string WithoutGenerated(const std::string& declared) {
  static const Pattern kWords("generated|always", Pattern::Flag::kIgnoreCase);
  return std::string(Trim(kWords.Replace(declared, "")));
}

std::vector<std::string> Texts(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  return texts;
}

/// What tells one foreign key from another.
std::vector<std::string> SignatureOf(const schema::ForeignKey& key) {
  std::vector<std::string> signature = Texts(key.columns);
  signature.push_back(key.referent_table.text);
  for (const sql::Name& name : key.referent_columns) signature.push_back(name.text);
  return signature;
}

std::string ReprOf(const std::vector<std::string>& signature) {
  std::vector<std::string> parts;
  for (const std::string& part : signature) parts.push_back(PythonRepr(part));
  return "(" + Join(parts, ", ") + ")";
}

bool IsAutomatic(const std::string& index) {
  return index.starts_with("sqlite_autoindex");
}

}  // namespace

std::string QuoteIdentifier(std::string_view name) {
  return "\"" + ReplaceAll(name, "\"", "\"\"") + "\"";
}

std::string QuoteText(std::string_view text) {
  return "'" + ReplaceAll(text, "'", "''") + "'";
}

TableReader::TableReader(driver::Connection& connection, std::string database, std::optional<std::string> schema,
                         const TableQuery& query)
    : connection_(connection), database_(std::move(database)), schema_(std::move(schema)), filter_(FilterOf(query)) {}

std::vector<TableFacts> TableReader::Read() {
  ReadNames();
  if (entries_.empty()) return {};
  ReadColumns();
  ReadPrimaryKeys();
  ReadForeignKeys();
  ReadIndexes();
  std::vector<TableFacts> tables;
  for (Entry& entry : entries_) {
    entry.facts.checks = FindChecks(entry.text);
    tables.push_back(std::move(entry.facts));
  }
  return tables;
}

/// The pragma's rows of all tables, each after its table's name.
driver::Result TableReader::Query(const std::string& columns, const std::string& pragma,
                                  const std::string& order) const {
  return connection_.Execute("SELECT m.name, " + columns + " FROM " + QuoteIdentifier(database_) +
                             ".sqlite_master AS m, " + ReplaceAll(pragma, "@", QuoteText(database_)) + " WHERE " +
                             filter_ + " ORDER BY m.name, " + order);
}

TableReader::Entry* TableReader::Find(std::string_view table) {
  const auto found = places_.find(table);
  return found == places_.end() ? nullptr : &entries_[found->second];
}

void TableReader::ReadNames() {
  const driver::Result rows = connection_.Execute("SELECT m.name, m.type, m.sql FROM " + QuoteIdentifier(database_) +
                                                  ".sqlite_master AS m WHERE " + filter_ + " ORDER BY m.name");
  for (const driver::Row row : rows) {
    Entry entry;
    entry.facts.name = row[0].AsText();
    entry.facts.schema = schema_;
    if (row[1].AsText() == "view") entry.facts.kind = TableKind::kView;
    entry.text = row[2].ToString();
    places_.emplace(entry.facts.name, entries_.size());
    entries_.push_back(std::move(entry));
  }
}

void TableReader::ReadColumns() {
  const driver::Result rows = Query(R"(x.name, x.type, x."notnull", x.dflt_value, x.pk, x.hidden)",
                                    "pragma_table_xinfo(m.name, @) AS x", "x.cid");
  for (const driver::Row row : rows) {
    Entry* entry = Find(row[0].AsText());
    const int64_t hidden = row[6].AsInteger();
    if (entry == nullptr || hidden == 1) continue;
    ColumnFacts column;
    column.name = row[1].AsText();
    std::string declared = row[2].ToString();
    if (hidden != 0) {
      declared = WithoutGenerated(declared);
      column.computed = FindComputed(entry->text, column.name);
      column.computed_is_stored = hidden == 3;
    }
    NamedType named = ReadColumnType(declared);
    column.type = std::move(named.type);
    if (!named.warning.empty()) entry->facts.column_warnings.push_back(std::move(named.warning));
    column.nullable = !row[3].AsBool();
    if (!row[4].is_null()) column.default_text = row[4].ToString();
    column.key_position = static_cast<int>(row[5].AsInteger());
    entry->facts.columns.push_back(std::move(column));
  }
}

void TableReader::ReadPrimaryKeys() {
  for (Entry& entry : entries_) {
    std::vector<const ColumnFacts*> columns;
    for (const ColumnFacts& column : entry.facts.columns) {
      if (column.key_position > 0) columns.push_back(&column);
    }
    if (columns.empty()) continue;
    std::sort(columns.begin(), columns.end(),
              [](const ColumnFacts* one, const ColumnFacts* other) { return one->key_position < other->key_position; });
    schema::PrimaryKey key;
    if (const std::optional<std::string> name = FindPrimaryKeyName(entry.text)) key.name = *name;
    for (const ColumnFacts* column : columns) key.columns.emplace_back(column->name);
    entry.facts.primary_key = std::move(key);
  }
}

// ------------------------------------------------------------------------------------------ foreign keys

void TableReader::ReadForeignKeys() {
  const driver::Result rows =
      Query(R"(f.id, f."table", f."from", f."to")", "pragma_foreign_key_list(m.name, @) AS f", "f.id, f.seq");
  bool any_unnamed = false;
  for (const driver::Row row : rows) any_unnamed = any_unnamed || row[4].is_null();
  const auto keys_of_referents = any_unnamed ? KeysOfReferents() : std::map<std::string, std::vector<sql::Name>>();
  std::map<std::pair<std::string, int64_t>, size_t> seen;
  for (const driver::Row row : rows) {
    Entry* entry = Find(row[0].AsText());
    if (entry == nullptr) continue;
    std::vector<schema::ForeignKey>& keys = entry->facts.foreign_keys;
    const auto [place, is_new] = seen.try_emplace({entry->facts.name, row[1].AsInteger()}, keys.size());
    if (is_new) {
      schema::ForeignKey key;
      key.referent_table = std::string(row[2].AsText());
      if (schema_) key.referent_schema = *schema_;
      const auto referent = keys_of_referents.find(ToLower(row[2].AsText()));
      if (row[4].is_null() && referent != keys_of_referents.end()) key.referent_columns = referent->second;
      keys.push_back(std::move(key));
    }
    schema::ForeignKey& key = keys[place->second];
    key.columns.emplace_back(std::string(row[3].AsText()));
    if (!row[4].is_null()) key.referent_columns.emplace_back(std::string(row[4].AsText()));
  }
  for (Entry& entry : entries_) NameForeignKeys(entry);
}

/// Primary keys of tables that are referred to without saying which columns; by name in lower case.
std::map<std::string, std::vector<sql::Name>> TableReader::KeysOfReferents() const {
  const driver::Result rows = connection_.Execute(
      "SELECT r.referent, x.name FROM (SELECT DISTINCT lower(f.\"table\") AS referent FROM " +
      QuoteIdentifier(database_) + ".sqlite_master AS m, pragma_foreign_key_list(m.name, " + QuoteText(database_) +
      ") AS f WHERE " + filter_ + " AND f.\"to\" IS NULL) AS r, pragma_table_info(r.referent, " + QuoteText(database_) +
      ") AS x WHERE x.pk > 0 ORDER BY r.referent, x.pk");
  std::map<std::string, std::vector<sql::Name>> keys;
  for (const driver::Row row : rows) keys[std::string(row[0].AsText())].emplace_back(std::string(row[1].AsText()));
  return keys;
}

/// Those that are written as constraints first, with name and options; then the columns' own.
void TableReader::NameForeignKeys(Entry& entry) const {
  if (entry.facts.foreign_keys.empty()) return;
  std::vector<schema::ForeignKey> left = std::move(entry.facts.foreign_keys);
  entry.facts.foreign_keys.clear();
  // Of keys that look the same, the last stands where the first was.
  std::vector<schema::ForeignKey> distinct;
  for (schema::ForeignKey& key : left) {
    const auto same = std::find_if(distinct.begin(), distinct.end(),
                                   [&](const auto& other) { return SignatureOf(other) == SignatureOf(key); });
    if (same == distinct.end()) distinct.push_back(std::move(key));
  }
  for (schema::ForeignKey& written : FindForeignKeys(entry.text)) {
    const std::vector<std::string> signature = SignatureOf(written);
    const auto found =
        std::find_if(distinct.begin(), distinct.end(), [&](const auto& key) { return SignatureOf(key) == signature; });
    if (found == distinct.end()) {
      entry.facts.key_warnings.push_back("WARNING: SQL-parsed foreign key constraint '" + ReprOf(signature) +
                                         "' could not be located in PRAGMA foreign_keys for table " + entry.facts.name);
      continue;
    }
    written.referent_schema = found->referent_schema;
    entry.facts.foreign_keys.push_back(std::move(written));
    distinct.erase(found);
  }
  for (schema::ForeignKey& key : distinct) entry.facts.foreign_keys.push_back(std::move(key));
}

// ------------------------------------------------------------------------------------------ indexes

void TableReader::ReadIndexes() {
  const driver::Result rows =
      Query(R"(l.name, l."unique", l.partial, i.name, s.sql)",
            "pragma_index_list(m.name, @) AS l LEFT JOIN " + QuoteIdentifier(database_) +
                ".sqlite_master AS s ON s.type = 'index' AND s.name = l.name, pragma_index_info(l.name, @) AS i",
            "l.name, i.seqno");
  std::set<std::string> with_expressions;
  std::string last;
  for (const driver::Row row : rows) {
    Entry* entry = Find(row[0].AsText());
    if (entry == nullptr) continue;
    const std::string name(row[1].AsText());
    std::vector<IndexFacts>& indexes = entry->facts.indexes;
    if (indexes.empty() || indexes.back().name != name) {
      IndexFacts index;
      index.name = name;
      index.unique = row[2].AsBool();
      if (row[3].AsBool()) {
        if (const auto predicate = FindIndexPredicate(row[5].ToString())) {
          index.options.Set("sqlite_where", sql::SqlText(*predicate));
        } else {
          entry->facts.index_warnings.push_back("Failed to look up filter predicate of partial index " + name);
        }
      }
      indexes.push_back(std::move(index));
    }
    indexes.back().elements.push_back({.text = row[4].ToString(), .is_expression = row[4].is_null(), .sorting = {}});
  }
  for (Entry& entry : entries_) SplitUniques(entry);
}

/// Indexes that a UNIQUE made are constraints; those of the primary key nobody asks for; those with expressions
/// SQLAlchemy does not know.
void TableReader::SplitUniques(Entry& entry) const {
  std::vector<IndexFacts> all = std::move(entry.facts.indexes);
  entry.facts.indexes.clear();
  std::set<std::vector<std::string>> automatic;
  for (IndexFacts& index : all) {
    const bool computes = std::any_of(index.elements.begin(), index.elements.end(),
                                      [](const IndexFacts::Element& element) { return element.is_expression; });
    if (computes) {
      entry.facts.index_warnings.push_back("Skipped unsupported reflection of expression-based index " + index.name);
    } else if (IsAutomatic(index.name)) {
      std::vector<std::string> columns;
      for (const IndexFacts::Element& element : index.elements) columns.push_back(element.text);
      automatic.insert(std::move(columns));
    } else {
      entry.facts.indexes.push_back(std::move(index));
    }
  }
  if (automatic.empty()) return;
  for (schema::Unique& unique : FindUniques(entry.text)) {
    if (automatic.erase(Texts(unique.columns)) > 0) entry.facts.uniques.push_back(std::move(unique));
  }
}

}  // namespace limbeck::inspect::sqlite
