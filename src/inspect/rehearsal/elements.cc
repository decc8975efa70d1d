#include "inspect/rehearsal/elements.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "inspect/rehearsal/schema.h"
#include "sql/operators.h"

namespace limbeck::inspect::rehearsal {
namespace {

/// What begins the next clause of a column.
bool BeginsClause(const Word& word) {
  constexpr std::array<std::string_view, 12> kKeywords = {"not",       "null",    "default",    "primary",
                                                          "unique",    "check",   "using",      "references",
                                                          "generated", "collate", "constraint", "deferrable"};
  return word.kind == Word::Kind::kName && std::find(kKeywords.begin(), kKeywords.end(), word.text) != kKeywords.end();
}

const std::map<std::string, std::string>& OtherTypeNames() {
  static const std::map<std::string, std::string> kNames = {{"int", "integer"},
                                                            {"int4", "integer"},
                                                            {"serial", "integer"},
                                                            {"serial4", "integer"},
                                                            {"int8", "bigint"},
                                                            {"bigserial", "bigint"},
                                                            {"serial8", "bigint"},
                                                            {"int2", "smallint"},
                                                            {"smallserial", "smallint"},
                                                            {"varchar", "character varying"},
                                                            {"char", "character"},
                                                            {"bpchar", "character"},
                                                            {"bool", "boolean"},
                                                            {"decimal", "numeric"},
                                                            {"float", "double precision"},
                                                            {"float8", "double precision"},
                                                            {"float4", "real"},
                                                            {"timestamptz", "timestamp with time zone"},
                                                            {"timestamp", "timestamp without time zone"},
                                                            {"timetz", "time with time zone"},
                                                            {"time", "time without time zone"},
                                                            {"varbit", "bit varying"}};
  return kNames;
}

bool IsSerial(const std::string& name) {
  return name == "serial" || name == "bigserial" || name == "smallserial" || name == "serial4" || name == "serial8";
}

std::vector<sql::Name> NamesIn(std::vector<WordReader> parts) {
  std::vector<sql::Name> names;
  for (WordReader& part : parts) names.emplace_back(part.Take().text);
  return names;
}

std::string ChosenName(const TableFacts& table, const std::vector<sql::Name>& columns, const char* ending) {
  std::vector<std::string> parts = {table.name};
  for (const sql::Name& column : columns) parts.push_back(column.text);
  parts.emplace_back(ending);
  return Join(parts, "_");
}

std::string TakeAction(WordReader& words) {
  std::string action = ToUpper(words.Take().text);
  if (action == "SET" || action == "NO") action += " " + ToUpper(words.Take().text);
  return action;
}

/// What follows REFERENCES.
void ReadReference(WordReader& words, schema::ForeignKey& key) {
  const QualifiedName target = ReadName(words);
  key.referent_table = target.name;
  if (target.schema != "public") key.referent_schema = target.schema;
  key.referent_columns = NamesIn(words.TakeParentheses());
  while (!words.at_end()) {
    if (words.TakeIf("on delete")) {
      key.ondelete = TakeAction(words);
    } else if (words.TakeIf("on update")) {
      key.onupdate = TakeAction(words);
    } else if (words.TakeIf("deferrable")) {
      key.deferrable = true;
    } else if (words.TakeIf("initially deferred")) {
      key.initially = "DEFERRED";
    } else if (BeginsClause(words.Peek())) {
      break;
    } else {
      words.Take();
    }
  }
  if (key.ondelete == "NO ACTION") key.ondelete = std::nullopt;
  if (key.onupdate == "NO ACTION") key.onupdate = std::nullopt;
}

const schema::OptionList kNothing = {};

void AddKeyIndex(TableFacts& table, const std::string& name, const std::vector<sql::Name>& columns) {
  IndexFacts index;
  index.name = name;
  index.unique = true;
  for (const sql::Name& column : columns) index.elements.push_back({column.text});
  index.duplicates_constraint = name;
  index.include_columns.emplace();
  index.options.Set("postgresql_include", kNothing);
  table.indexes.push_back(std::move(index));
}

void AddPrimaryKey(TableFacts& table, const std::string& name, std::vector<sql::Name> columns) {
  for (const sql::Name& column : columns) {
    if (ColumnFacts* found = FindColumn(table, column.text)) found->nullable = false;
  }
  schema::PrimaryKey key;
  key.name = name.empty() ? table.name + "_pkey" : name;
  key.columns = std::move(columns);
  table.primary_key = std::move(key);
}

void AddUnique(TableFacts& table, const std::string& name, std::vector<sql::Name> columns) {
  schema::Unique unique;
  unique.name = name.empty() ? ChosenName(table, columns, "key") : name;
  unique.columns = std::move(columns);
  unique.options.Set("postgresql_include", kNothing);
  unique.options.Set("postgresql_nulls_not_distinct", false);
  AddKeyIndex(table, unique.name.text->text, unique.columns);
  table.uniques.push_back(std::move(unique));
}

void AddForeignKey(TableFacts& table, const std::string& name, std::vector<sql::Name> columns, WordReader& words) {
  schema::ForeignKey key;
  key.name = name.empty() ? ChosenName(table, columns, "fkey") : name;
  key.columns = std::move(columns);
  ReadReference(words, key);
  if (key.referent_columns.empty()) key.referent_columns = key.columns;
  table.foreign_keys.push_back(std::move(key));
}

/// A condition on one column is named after it.
std::vector<sql::Name> ColumnsIn(TableFacts& table, std::vector<WordReader> condition) {
  std::vector<sql::Name> columns;
  for (WordReader& part : condition) {
    while (!part.at_end()) {
      const sql::Name name(part.Take().text);
      const bool is_known = std::find(columns.begin(), columns.end(), name) != columns.end();
      if (!is_known && FindColumn(table, name.text) != nullptr) columns.push_back(name);
    }
  }
  if (columns.size() > 1) columns.clear();
  return columns;
}

void AddCheck(TableFacts& table, const std::string& name, WordReader& words) {
  const size_t from = words.at();
  const std::vector<sql::Name> columns = ColumnsIn(table, words.TakeParentheses());
  const std::string text = words.TextOf(from, words.at());
  table.checks.push_back({.name = name.empty() ? ChosenName(table, columns, "check") : name,
                          .condition = sql::SqlText(text.size() < 2 ? text : text.substr(1, text.size() - 2))});
}

/// A constraint of the table, if one stands here.
bool AddTableConstraint(TableFacts& table, WordReader& words) {
  std::string name;
  if (words.TakeIf("constraint")) name = words.Take().text;
  if (words.TakeIf("primary key")) {
    AddPrimaryKey(table, name, NamesIn(words.TakeParentheses()));
  } else if (words.TakeIf("unique")) {
    words.TakeIf("nulls not distinct");
    AddUnique(table, name, NamesIn(words.TakeParentheses()));
  } else if (words.TakeIf("foreign key")) {
    std::vector<sql::Name> columns = NamesIn(words.TakeParentheses());
    words.TakeIf("references");
    AddForeignKey(table, name, std::move(columns), words);
  } else if (words.TakeIf("check")) {
    AddCheck(table, name, words);
  } else {
    return !name.empty() || words.IsKeyword("exclude") || words.IsKeyword("like");
  }
  return true;
}

void ReadGenerated(WordReader& words, ColumnFacts& column) {
  const bool always = words.TakeIf("always");
  words.TakeIf("by default");
  words.TakeIf("as");
  if (words.TakeIf("identity")) {
    column.identity.emplace().always = always;
    column.autoincrement = true;
    column.nullable = false;
    words.TakeParentheses();
    return;
  }
  const size_t from = words.at();
  words.TakeParentheses();
  column.computed = words.TextOf(from, words.at());
  column.computed_is_stored = words.TakeIf("stored");
}

/// One clause behind a column's type. Constraints go to the table, in which the column is already.
void ReadClause(TableFacts& table, size_t place, const std::string& constraint, WordReader& words) {
  ColumnFacts& column = table.columns[place];
  const std::vector<sql::Name> itself = {sql::Name(column.name)};
  if (words.TakeIf("not null")) {
    column.nullable = false;
  } else if (words.TakeIf("null")) {
    column.nullable = true;
  } else if (words.TakeIf("default")) {
    column.default_text = TakeExpression(words);
  } else if (words.TakeIf("primary key")) {
    AddPrimaryKey(table, constraint, itself);
  } else if (words.TakeIf("unique")) {
    AddUnique(table, constraint, itself);
  } else if (words.TakeIf("check")) {
    AddCheck(table, constraint, words);
  } else if (words.TakeIf("references")) {
    AddForeignKey(table, constraint, itself, words);
  } else if (words.TakeIf("generated")) {
    ReadGenerated(words, column);
  } else {
    words.Take();
  }
}

void AddColumn(TableFacts& table, WordReader& words, const TypeLookup& types) {
  ColumnFacts column;
  column.name = words.Take().text;
  column.autoincrement = false;
  if (IsSerial(words.Peek().text)) {
    column.nullable = false;
    column.autoincrement = true;
    column.default_text = "nextval('" + table.name + "_" + column.name + "_seq'::regclass)";
  }
  column.type = types(TakeType(words), column.name);
  if (FindColumn(table, column.name) != nullptr) return;
  table.columns.push_back(std::move(column));
  const size_t place = table.columns.size() - 1;
  while (!words.at_end()) {
    std::string constraint;
    if (words.TakeIf("constraint")) constraint = words.Take().text;
    ReadClause(table, place, constraint, words);
  }
}

bool Has(const std::vector<sql::Name>& columns, const std::string& name) {
  return std::find(columns.begin(), columns.end(), sql::Name(name)) != columns.end();
}

template <typename Items, typename Test>
void EraseIf(Items& items, Test test) {
  items.erase(std::remove_if(items.begin(), items.end(), test), items.end());
}

void Replace(std::vector<sql::Name>& names, const std::string& from, const std::string& to) {
  std::replace(names.begin(), names.end(), sql::Name(from), sql::Name(to));
}

}  // namespace

void AddElement(TableFacts& table, WordReader element, const TypeLookup& types) {
  if (!AddTableConstraint(table, element)) AddColumn(table, element, types);
}

std::string TakeType(WordReader& words) {
  const bool is_quoted = words.Peek().kind == Word::Kind::kQuotedName;
  std::string name = words.Take().text;
  while (words.TakeSign(".")) name += "." + words.Take().text;
  if (name == "double") words.TakeIf("precision");
  if (name == "double") name = "double precision";
  if ((name == "character" || name == "char" || name == "bit") && words.TakeIf("varying")) {
    name = name == "bit" ? "bit varying" : "character varying";
  }
  std::vector<std::string> arguments;
  for (WordReader& argument : words.TakeParentheses()) arguments.push_back(argument.Rest());
  if (name == "float" && arguments.size() == 1 && arguments[0].size() < 3 && std::atoi(arguments[0].c_str()) < 25) {
    name = "real";
  }
  if (name == "float" || name == "real") arguments.clear();
  const bool is_time = name == "timestamp" || name == "time";
  const auto other = OtherTypeNames().find(name);
  if (!is_quoted && other != OtherTypeNames().end()) name = other->second;
  if (is_time && words.TakeIf("with time zone")) name = ReplaceAll(name, "without", "with");
  if (is_time) words.TakeIf("without time zone");
  if (!arguments.empty()) {
    const size_t at = is_time ? name.find(' ') : name.size();
    name.insert(at, "(" + Join(arguments, ",") + ")");
  }
  while (!words.at_end() && !BeginsClause(words.Peek()) && !words.TakeSign("[")) words.Take();
  if (words.TakeSign("]") || words.Peek().kind == Word::Kind::kNumber) {
    name += "[]";
    while (!words.at_end() && !BeginsClause(words.Peek())) words.Take();
  }
  return name;
}

std::string TakeExpression(WordReader& words) {
  const size_t from = words.at();
  int depth = 0;
  while (!words.at_end() && (depth > 0 || words.at() == from || !BeginsClause(words.Peek()))) {
    const Word word = words.Take();
    if (word.kind == Word::Kind::kSign && word.text == "(") ++depth;
    if (word.kind == Word::Kind::kSign && word.text == ")") --depth;
  }
  return words.TextOf(from, words.at());
}

IndexFacts::Element ReadIndexElement(WordReader element) {
  IndexFacts::Element made;
  const Word& first = element.Peek();
  const bool is_call = element.Peek(1).kind == Word::Kind::kSign && !element.Peek(1).text.empty();
  made.is_expression = first.kind == Word::Kind::kSign || is_call;
  made.text = made.is_expression ? element.Rest() : first.text;
  const std::string rest = ToLower(element.Rest());
  if (!made.is_expression && rest.find(" desc") != std::string::npos) made.sorting.emplace_back("desc");
  return made;
}

ColumnFacts* FindColumn(TableFacts& table, const std::string& name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&name](const ColumnFacts& column) { return column.name == name; });
  return found == table.columns.end() ? nullptr : &*found;
}

void DropConstraint(TableFacts& table, const std::string& name) {
  const auto is_named = [&name](const auto& one) { return one.name.text == sql::Name(name); };
  if (table.primary_key && is_named(*table.primary_key)) table.primary_key.reset();
  EraseIf(table.uniques, is_named);
  EraseIf(table.foreign_keys, is_named);
  EraseIf(table.checks, is_named);
  EraseIf(table.indexes, [&name](const IndexFacts& index) { return index.duplicates_constraint == name; });
}

void RenameConstraint(TableFacts& table, const std::string& from, const std::string& to) {
  const auto rename = [&](auto& one) {
    if (one.name.text == sql::Name(from)) one.name = to;
  };
  if (table.primary_key) rename(*table.primary_key);
  for (auto& one : table.uniques) rename(one);
  for (auto& one : table.foreign_keys) rename(one);
  for (auto& one : table.checks) rename(one);
  for (IndexFacts& index : table.indexes) {
    if (index.duplicates_constraint != from) continue;
    index.name = to;
    index.duplicates_constraint = to;
  }
}

void DropColumn(TableFacts& table, const std::string& name) {
  EraseIf(table.columns, [&name](const ColumnFacts& column) { return column.name == name; });
  const auto stands_on_it = [&name](const auto& one) { return Has(one.columns, name); };
  if (table.primary_key && stands_on_it(*table.primary_key)) table.primary_key.reset();
  EraseIf(table.uniques, stands_on_it);
  EraseIf(table.foreign_keys, stands_on_it);
  EraseIf(table.indexes, [&name](const IndexFacts& index) {
    return std::any_of(index.elements.begin(), index.elements.end(),
                       [&name](const IndexFacts::Element& element) { return element.text == name; });
  });
}

void RenameColumn(TableFacts& table, const std::string& from, const std::string& to) {
  if (ColumnFacts* column = FindColumn(table, from)) column->name = to;
  if (table.primary_key) Replace(table.primary_key->columns, from, to);
  for (schema::Unique& unique : table.uniques) Replace(unique.columns, from, to);
  for (schema::ForeignKey& key : table.foreign_keys) Replace(key.columns, from, to);
  for (IndexFacts& index : table.indexes) {
    for (IndexFacts::Element& element : index.elements) {
      if (element.text == from) element.text = to;
    }
  }
}

}  // namespace limbeck::inspect::rehearsal
