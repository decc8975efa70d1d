#include "inspect/rehearsal/schema.h"

#include <algorithm>

#include "inspect/postgresql/column_type.h"
#include "inspect/rehearsal/elements.h"

namespace limbeck::inspect::rehearsal {
namespace {

std::vector<EnumFacts> EnumsOf(const std::map<QualifiedName, std::vector<std::string>>& enums) {
  std::vector<EnumFacts> facts;
  for (const auto& [name, labels] : enums) facts.push_back({name.name, name.schema, name.schema == "public", labels});
  return facts;
}

TypeLookup TypesWith(const std::map<QualifiedName, std::vector<std::string>>& enums) {
  return [&enums](const std::string& format, const std::string& column) {
    std::vector<std::string> warnings;
    const postgresql::NamedTypes named(EnumsOf(enums), {});
    return postgresql::ReadColumnType(format, named, "column '" + column + "'", warnings);
  };
}

/// "a, b CASCADE": the names.
std::vector<QualifiedName> ReadNames(WordReader& words) {
  std::vector<QualifiedName> names;
  do {
    names.push_back(ReadName(words));
  } while (words.TakeSign(","));
  return names;
}

void AlterColumn(TableFacts& table, WordReader& action, const TypeLookup& types) {
  action.TakeIf("column");
  ColumnFacts* column = FindColumn(table, action.Take().text);
  if (column == nullptr) return;
  if (action.TakeIf("type") || action.TakeIf("set data type")) {
    column->type = types(TakeType(action), column->name);
  } else if (action.TakeIf("set default")) {
    column->default_text = action.Rest();
  } else if (action.TakeIf("drop default")) {
    column->default_text.reset();
  } else if (action.TakeIf("set not null")) {
    column->nullable = false;
  } else if (action.TakeIf("drop not null")) {
    column->nullable = true;
  }
}

void RunAction(TableFacts& table, WordReader action, const TypeLookup& types) {
  if (action.TakeIf("add")) {
    action.TakeIf("column");
    action.TakeIf("if not exists");
    AddElement(table, std::move(action), types);
  } else if (action.TakeIf("drop constraint")) {
    action.TakeIf("if exists");
    DropConstraint(table, action.Take().text);
  } else if (action.TakeIf("drop")) {
    action.TakeIf("column");
    action.TakeIf("if exists");
    DropColumn(table, action.Take().text);
  } else if (action.TakeIf("alter")) {
    AlterColumn(table, action, types);
  }
}

}  // namespace

QualifiedName ReadName(WordReader& words) {
  QualifiedName name;
  name.name = words.Take().text;
  while (words.TakeSign(".")) {
    name.schema = name.name;
    name.name = words.Take().text;
  }
  return name;
}

TableFacts* Schema::Find(const QualifiedName& name) {
  const auto found = tables_.find(name);
  return found == tables_.end() ? nullptr : &found->second;
}

void Schema::Run(std::string_view sql) {
  for (std::vector<Word>& words : CutStatements(sql)) RunOne(WordReader(sql, std::move(words)));
}

void Schema::RunOne(WordReader words) {
  if (words.TakeIf("create")) return Create(words);
  if (words.TakeIf("drop")) return Drop(words);
  if (words.TakeIf("alter")) return Alter(words);
  if (words.TakeIf("comment on")) return Comment(words);
}

// ------------------------------------------------------------------------------------------ CREATE

void Schema::Create(WordReader& words) {
  words.TakeIf("or replace");
  while (words.TakeIf("temp") || words.TakeIf("temporary") || words.TakeIf("unlogged") || words.TakeIf("recursive")) {
  }
  if (words.TakeIf("table")) return CreateTable(words);
  if (words.TakeIf("unique index")) return CreateIndex(words, true);
  if (words.TakeIf("index")) return CreateIndex(words, false);
  if (words.TakeIf("materialized view")) return CreateView(words, TableKind::kMaterializedView);
  if (words.TakeIf("view")) return CreateView(words, TableKind::kView);
  if (words.TakeIf("type")) return CreateType(words);
  if (words.TakeIf("schema")) return CreateSchema(words);
  if (words.TakeIf("sequence")) {
    words.TakeIf("if not exists");
    sequences_.push_back(ReadName(words));
  }
}

void Schema::CreateTable(WordReader& words) {
  words.TakeIf("if not exists");
  const QualifiedName name = ReadName(words);
  if (tables_.count(name) > 0) return;
  TableFacts& table = tables_[name];
  table.name = name.name;
  if (words.TakeIf("partition of")) {
    const TableFacts* parent = Find(ReadName(words));
    if (parent != nullptr) table.columns = parent->columns;
    return;
  }
  for (WordReader& element : words.TakeParentheses()) {
    if (element.TakeIf("like")) {
      const TableFacts* model = Find(ReadName(element));
      if (model != nullptr) table.columns = model->columns;
    } else {
      AddElement(table, std::move(element), TypesWith(enums_));
    }
  }
}

void Schema::CreateIndex(WordReader& words, bool unique) {
  IndexFacts index;
  index.unique = unique;
  index.include_columns.emplace();
  index.options.Set("postgresql_include", schema::OptionList());
  words.TakeIf("concurrently");
  words.TakeIf("if not exists");
  if (!words.IsKeyword("on")) index.name = ReadName(words).name;
  words.TakeIf("on");
  words.TakeIf("only");
  TableFacts* table = Find(ReadName(words));
  if (table == nullptr) return;
  if (words.TakeIf("using")) {
    const std::string method = words.Take().text;
    if (method != "btree") index.options.Set("postgresql_using", method);
  }
  for (WordReader& element : words.TakeParentheses()) index.elements.push_back(ReadIndexElement(std::move(element)));
  while (!words.at_end() && !words.TakeIf("where")) words.Take();
  if (!words.at_end()) index.options.Set("postgresql_where", words.Rest());
  const auto is_there = [&index](const IndexFacts& one) { return one.name == index.name; };
  if (std::none_of(table->indexes.begin(), table->indexes.end(), is_there)) table->indexes.push_back(std::move(index));
}

void Schema::CreateView(WordReader& words, TableKind kind) {
  words.TakeIf("if not exists");
  const QualifiedName name = ReadName(words);
  TableFacts& view = tables_[name];
  view.name = name.name;
  view.kind = kind;
}

void Schema::CreateType(WordReader& words) {
  const QualifiedName name = ReadName(words);
  if (!words.TakeIf("as enum")) return;
  std::vector<std::string> labels;
  for (WordReader& label : words.TakeParentheses()) labels.push_back(label.Take().text);
  enums_.emplace(name, std::move(labels));
}

void Schema::CreateSchema(WordReader& words) {
  words.TakeIf("if not exists");
  const std::string name = words.Take().text;
  if (std::find(schemas_.begin(), schemas_.end(), name) == schemas_.end()) schemas_.push_back(name);
  std::sort(schemas_.begin(), schemas_.end());
}

// ------------------------------------------------------------------------------------------ DROP

void Schema::Drop(WordReader& words) {
  const std::string what = words.Take().text;
  if (what == "materialized") words.TakeIf("view");
  words.TakeIf("concurrently");
  words.TakeIf("if exists");
  for (const QualifiedName& name : ReadNames(words)) {
    if (what == "table" || what == "view" || what == "materialized") DropCascading(name);
    if (what == "index") DropIndex(name);
    if (what == "type") enums_.erase(name);
    if (what == "sequence") sequences_.erase(std::remove(sequences_.begin(), sequences_.end(), name), sequences_.end());
    if (what == "schema") schemas_.erase(std::remove(schemas_.begin(), schemas_.end(), name.name), schemas_.end());
  }
}

/// The keys of other tables go too: a script that drops has dealt with them, or says CASCADE.
void Schema::DropCascading(const QualifiedName& table) {
  if (tables_.erase(table) == 0) return;
  for (auto& [name, other] : tables_) {
    auto& keys = other.foreign_keys;
    keys.erase(std::remove_if(keys.begin(), keys.end(),
                              [&](const schema::ForeignKey& key) {
                                const std::string schema = key.referent_schema ? key.referent_schema->text : "public";
                                return key.referent_table.text == table.name && schema == table.schema;
                              }),
               keys.end());
  }
}

void Schema::DropIndex(const QualifiedName& name) {
  for (auto& [key, table] : tables_) {
    auto& indexes = table.indexes;
    indexes.erase(std::remove_if(indexes.begin(), indexes.end(),
                                 [&name](const IndexFacts& index) { return index.name == name.name; }),
                  indexes.end());
  }
}

// ------------------------------------------------------------------------------------------ ALTER, COMMENT

void Schema::Alter(WordReader& words) {
  if (words.TakeIf("materialized view") || words.TakeIf("view") || words.TakeIf("table")) return AlterTable(words);
  if (words.TakeIf("index")) return AlterIndex(words);
  if (words.TakeIf("type")) return AlterType(words);
}

void Schema::AlterTable(WordReader& words) {
  words.TakeIf("if exists");
  words.TakeIf("only");
  const QualifiedName name = ReadName(words);
  TableFacts* table = Find(name);
  if (table == nullptr) return;
  if (words.TakeIf("rename to")) return RenameTable(name, {name.schema, words.Take().text});
  if (words.TakeIf("set schema")) return RenameTable(name, {words.Take().text, name.name});
  if (words.TakeIf("rename constraint")) {
    const std::string from = words.Take().text;
    words.TakeIf("to");
    return RenameConstraint(*table, from, words.Take().text);
  }
  if (words.TakeIf("rename")) {
    words.TakeIf("column");
    const std::string from = words.Take().text;
    words.TakeIf("to");
    return RenameColumn(*table, from, words.Take().text);
  }
  while (!words.at_end()) RunAction(*table, words.TakePart(), TypesWith(enums_));
}

void Schema::RenameTable(const QualifiedName& from, const QualifiedName& to) {
  auto moved = tables_.extract(from);
  moved.key() = to;
  moved.mapped().name = to.name;
  tables_.insert(std::move(moved));
  for (auto& [name, table] : tables_) {
    for (schema::ForeignKey& key : table.foreign_keys) {
      if (key.referent_table.text == from.name) key.referent_table = to.name;
    }
  }
}

void Schema::AlterIndex(WordReader& words) {
  words.TakeIf("if exists");
  const std::string from = ReadName(words).name;
  if (!words.TakeIf("rename to")) return;
  const std::string to = words.Take().text;
  for (auto& [name, table] : tables_) {
    for (IndexFacts& index : table.indexes) {
      if (index.name == from) index.name = to;
    }
  }
}

void Schema::AlterType(WordReader& words) {
  const QualifiedName name = ReadName(words);
  const auto found = enums_.find(name);
  if (found == enums_.end()) return;
  if (words.TakeIf("add value")) {
    words.TakeIf("if not exists");
    found->second.push_back(words.Take().text);
  } else if (words.TakeIf("rename value")) {
    const std::string from = words.Take().text;
    words.TakeIf("to");
    std::replace(found->second.begin(), found->second.end(), from, words.Take().text);
  } else if (words.TakeIf("rename to")) {
    auto moved = enums_.extract(found);
    moved.key() = {name.schema, words.Take().text};
    const std::string to = moved.key().name;
    enums_.insert(std::move(moved));
    return ChangeEnum(name.name, to);
  }
  ChangeEnum(name.name, name.name);
}

/// Columns have an enum with its labels.
void Schema::ChangeEnum(const std::string& from, const std::string& to) {
  for (auto& [name, table] : tables_) {
    for (ColumnFacts& column : table.columns) {
      const auto& enumeration = column.type.enumeration;
      const bool has_it = enumeration && enumeration->name && enumeration->name->text == from;
      if (has_it) column.type = TypesWith(enums_)(to, column.name);
    }
  }
}

void Schema::Comment(WordReader& words) {
  const bool is_column = words.TakeIf("column");
  if (!is_column && !words.TakeIf("table")) return;
  QualifiedName name = ReadName(words);
  std::string column;
  if (is_column) {
    column = std::exchange(name.name, name.schema);
    // "schema.table.column" was read as the last two parts; a table without a schema is in "public".
    name.schema = "public";
  }
  TableFacts* table = Find(name);
  if (table == nullptr || !words.TakeIf("is")) return;
  const bool is_text = words.Peek().kind == Word::Kind::kText;
  const auto text = is_text ? std::optional(words.Take().text) : std::nullopt;
  if (!is_column) {
    table->comment = text;
  } else if (ColumnFacts* found = FindColumn(*table, column)) {
    found->comment = text;
  }
}

}  // namespace limbeck::inspect::rehearsal
