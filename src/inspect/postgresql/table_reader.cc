#include "inspect/postgresql/table_reader.h"

#include "base/pattern.h"
#include "base/text.h"
#include "inspect/postgresql/array_text.h"
#include "inspect/postgresql/queries.h"
#include "sql/operators.h"

namespace limbeck::inspect::postgresql {
namespace {

std::optional<std::string> OptionalText(const driver::Cell& cell) {
  return cell.is_null() ? std::nullopt : std::optional(cell.ToString());
}

std::vector<sql::Name> ToNames(const driver::Cell& array) {
  std::vector<sql::Name> names;
  for (std::string& text : ReadTexts(array.AsText())) names.emplace_back(std::move(text));
  return names;
}

schema::OptionValue ToOption(const std::vector<sql::Name>& names) {
  schema::OptionList list;
  for (const sql::Name& name : names) list.emplace_back(name.text);
  return list;
}

TableKind KindOf(std::string_view relkind) {
  if (relkind == "v") return TableKind::kView;
  return relkind == "m" ? TableKind::kMaterializedView : TableKind::kTable;
}

/// attidentity and the columns of pg_sequence, from `first` on.
schema::Identity ReadIdentity(const driver::Row& row, size_t first) {
  schema::Identity identity;
  identity.always = row[first].AsText() == "a";
  if (row[first + 1].is_null()) return identity;
  identity.options.start = row[first + 1].AsInteger();
  identity.options.increment = row[first + 2].AsInteger();
  identity.options.minvalue = row[first + 3].AsInteger();
  identity.options.maxvalue = row[first + 4].AsInteger();
  identity.options.cache = row[first + 5].AsInteger();
  identity.options.cycle = row[first + 6].AsBool();
  return identity;
}

std::optional<std::string> ActionOf(std::string_view code) {
  if (code == "c") return "CASCADE";
  if (code == "r") return "RESTRICT";
  if (code == "n") return "SET NULL";
  if (code == "d") return "SET DEFAULT";
  return std::nullopt;
}

/// A sequence that a default names without its schema is in the schema that was asked for.
std::string QualifySequence(const std::string& text, const std::optional<std::string>& schema, bool& is_sequence) {
  static const Pattern kNextValue(R"re((nextval\(')([^']+)('.*$))re");
  const auto match = kNextValue.Search(text);
  is_sequence = match.has_value();
  if (!match || !schema || match->groups[2]->find('.') != std::string::npos) return text;
  return *match->groups[1] + "\"" + *schema + "\"." + *match->groups[2] + *match->groups[3];
}

void ReadCheckText(const std::string& definition, schema::Check& check, std::vector<std::string>& warnings) {
  static const Pattern kCheck(R"re(^CHECK *\((.+)\)( NO INHERIT)?( NOT VALID)?$)re", Pattern::Flag::kDotAll);
  static const Pattern kOuter(R"re(^\s*\((.+)\)\s*$)re", Pattern::Flag::kDotAll);
  const auto match = kCheck.Search(definition);
  if (!match) {
    warnings.push_back("Could not parse CHECK constraint text: " + PythonRepr(definition));
    return;
  }
  const auto inner = kOuter.Search(*match->groups[1]);
  check.condition = sql::SqlText(inner ? *inner->groups[1] : *match->groups[1]);
  if (match->groups[3]) check.options.Set("not_valid", true);
  if (match->groups[2]) check.options.Set("no_inherit", true);
}

std::vector<std::string> SortingOf(int flags) {
  const bool descending = (flags & 1) != 0;
  const bool nulls_first = (flags & 2) != 0;
  if (descending)
    return nulls_first ? std::vector<std::string>{"desc"} : std::vector<std::string>{"desc", "nulls_last"};
  return nulls_first ? std::vector<std::string>{"nulls_first"} : std::vector<std::string>{};
}

schema::OptionMap StorageOptions(const driver::Cell& reloptions) {
  schema::OptionMap options;
  for (const std::string& option : ReadTexts(reloptions.AsText())) {
    const size_t equals = option.find('=');
    options.emplace_back(option.substr(0, equals), option.substr(equals + 1));
  }
  return options;
}

/// Elements of the key, and the columns that an index only includes.
void ReadElements(const driver::Row& row, IndexFacts& index, std::vector<std::string>& included) {
  const std::vector<std::string> texts = ReadTexts(row[11].AsText());
  const std::vector<std::string> numbers = Split(row[4].AsText(), ' ');
  const std::vector<std::string> flags = Split(row[5].AsText(), ' ');
  const std::vector<std::optional<std::string>> classes = ReadArray(row[12].AsText());
  const auto key_size = static_cast<size_t>(row[9].AsInteger());
  schema::OptionMap ops;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (i >= key_size) {
      included.push_back(texts[i]);
      continue;
    }
    index.elements.push_back({texts[i], numbers.at(i) == "0",
                              i < flags.size() ? SortingOf(std::stoi(flags[i])) : std::vector<std::string>{}});
    if (i < classes.size() && classes[i]) ops.emplace_back(texts[i], *classes[i]);
  }
  if (!ops.empty()) index.options.Set("postgresql_ops", std::move(ops));
}

IndexFacts ReadIndex(const driver::Row& row, bool knows_include) {
  IndexFacts index;
  index.name = row[1].AsText();
  index.unique = row[2].AsBool();
  if (row[3].AsBool()) index.duplicates_constraint = index.name;
  std::vector<std::string> included;
  ReadElements(row, index, included);
  if (!row[6].is_null()) index.options.Set("postgresql_with", StorageOptions(row[6]));
  if (row[7].AsText() != "btree") index.options.Set("postgresql_using", std::string(row[7].AsText()));
  if (!row[8].is_null()) index.options.Set("postgresql_where", row[8].ToString());
  if (knows_include) {
    index.options.Set("postgresql_include", schema::OptionList(included.begin(), included.end()));
    index.include_columns = std::move(included);
  }
  if (row[10].AsBool()) index.options.Set("postgresql_nulls_not_distinct", true);
  return index;
}

}  // namespace

std::vector<TableFacts> TableReader::Read(const TableQuery& query) {
  ReadTables(query);
  if (tables_.empty()) return {};
  ReadColumns();
  ReadKeys();
  ReadForeignKeys();
  ReadChecks();
  ReadIndexes();
  return std::move(tables_);
}

void TableReader::ReadTables(const TableQuery& query) {
  std::vector<std::string> oids;
  for (const driver::Row row : connection_.Execute(TablesQuery(query))) {
    TableFacts table;
    table.name = row[1].AsText();
    table.schema = query.schema;
    table.kind = KindOf(row[2].AsText());
    table.comment = OptionalText(row[3]);
    oids.push_back(row[0].ToString());
    places_.emplace(row[0].AsInteger(), tables_.size());
    tables_.push_back(std::move(table));
  }
  oids_ = "{" + Join(oids, ",") + "}";
}

void TableReader::ReadColumns() {
  for (const driver::Row row : Query(ColumnsQuery(version_))) {
    TableFacts& table = Of(row[0]);
    table.columns.push_back(ReadColumn(row, table));
  }
}

ColumnFacts TableReader::ReadColumn(const driver::Row& row, TableFacts& table) const {
  ColumnFacts column;
  column.name = row[1].AsText();
  column.type = ReadColumnType(row[2].ToString(), types_, "column '" + column.name + "'", table.column_warnings);
  column.default_text = OptionalText(row[3]);
  column.nullable = !row[4].AsBool();
  column.comment = OptionalText(row[5]);
  if (column.type.domain) {
    if (!column.default_text) column.default_text = column.type.domain->default_value;
    column.nullable = column.nullable && !column.type.domain->not_null;
  }
  if (!row[6].AsText().empty()) {
    column.computed = std::exchange(column.default_text, std::nullopt);
    column.computed_is_stored = row[6].AsText() == "s";
  }
  bool counts = false;
  if (column.default_text) {
    bool is_sequence = false;
    column.default_text = QualifySequence(*column.default_text, table.schema, is_sequence);
    const bool owns = is_sequence && !row[14].is_null();
    if (owns && column.default_text->find(row[14].AsText()) != std::string::npos) {
      column.owned_sequence = row[14].ToString();
    }
    counts = is_sequence && sql::AffinityOf(column.type) == sql::TypeAffinity::kInteger;
  }
  if (!row[7].AsText().empty()) column.identity = ReadIdentity(row, 7);
  column.autoincrement = counts || column.identity;
  return column;
}

void TableReader::ReadKeys() {
  const bool knows_include = version_.at(0) >= 11;
  for (const driver::Row row : Query(KeysQuery(version_))) {
    TableFacts& table = Of(row[0]);
    std::vector<sql::Name> columns = ToNames(row[3]);
    const auto key_size = std::min(columns.size(), static_cast<size_t>(row[4].AsInteger()));
    const std::vector<sql::Name> included(columns.begin() + static_cast<std::ptrdiff_t>(key_size), columns.end());
    columns.resize(key_size);
    const auto fill = [&](auto& key) {
      key.name = std::string(row[2].AsText());
      key.columns = columns;
      key.comment = OptionalText(row[6]);
      if (knows_include) key.options.Set("postgresql_include", ToOption(included));
    };
    if (row[1].AsText() == "p") {
      fill(table.primary_key.emplace());
    } else {
      fill(table.uniques.emplace_back());
      table.uniques.back().options.Set("postgresql_nulls_not_distinct", row[5].AsBool());
    }
  }
}

void TableReader::ReadForeignKeys() {
  for (const driver::Row row : Query(ForeignKeysQuery(version_))) {
    TableFacts& table = Of(row[0]);
    schema::ForeignKey key;
    key.name = std::string(row[1].AsText());
    key.columns = ToNames(row[2]);
    const std::string schema(row[3].AsText());
    // What is on the search path has no schema, unless it is the one that was asked for.
    if (!row[4].AsBool() || table.schema == schema) key.referent_schema = schema;
    key.referent_table = std::string(row[5].AsText());
    key.referent_columns = ToNames(row[6]);
    key.onupdate = ActionOf(row[7].AsText());
    key.ondelete = ActionOf(row[8].AsText());
    if (key.ondelete && !row[9].is_null()) *key.ondelete += " (" + row[9].ToString() + ")";
    if (row[10].AsText() == "f") key.match = "FULL";
    if (row[11].AsBool()) key.deferrable = true;
    if (row[12].AsBool()) key.initially = "DEFERRED";
    key.comment = OptionalText(row[13]);
    table.foreign_keys.push_back(std::move(key));
  }
}

void TableReader::ReadChecks() {
  for (const driver::Row row : Query(ChecksQuery())) {
    TableFacts& table = Of(row[0]);
    schema::Check check{.name = std::string(row[1].AsText()),
                        .condition = sql::SqlText(""),
                        .deferrable = {},
                        .initially = {},
                        .options = {},
                        .comment = OptionalText(row[3])};
    ReadCheckText(row[2].ToString(), check, table.key_warnings);
    table.checks.push_back(std::move(check));
  }
}

void TableReader::ReadIndexes() {
  for (const driver::Row row : Query(IndexesQuery(version_))) {
    Of(row[0]).indexes.push_back(ReadIndex(row, version_.at(0) >= 11));
  }
}

}  // namespace limbeck::inspect::postgresql
