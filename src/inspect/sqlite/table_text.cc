#include "inspect/sqlite/table_text.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/text.h"
#include "sql/operators.h"

namespace limbeck::inspect::sqlite {
namespace {

using Flag = Pattern::Flag;

/// Names in a comma list, quoted or not.
std::vector<sql::Name> ColumnsIn(std::string_view list) {
  static const Pattern kName(R"re((?:"(.+?)")|([a-z0-9_]+))re", Flag::kIgnoreCase);
  std::vector<sql::Name> names;
  for (const Pattern::Match& match : kName.FindAll(list)) {
    names.emplace_back(match.groups[1] ? *match.groups[1] : *match.groups[2]);
  }
  return names;
}

schema::ConstraintName NameOrNone(const std::optional<std::string>& text) {
  return text ? schema::ConstraintName(*text) : schema::ConstraintName();
}

/// "ON DELETE CASCADE ON UPDATE SET NULL"
void ReadActions(const std::string& text, schema::ForeignKey& key) {
  static const Pattern kOn(R"( *\bON\b *)");
  for (const std::string& part : kOn.Split(ToUpper(text))) {
    if (part.size() <= 6) continue;
    const std::string action(Trim(std::string_view(part).substr(6)));
    if (action.empty() || action == "NO ACTION") continue;
    if (part.starts_with("DELETE")) key.ondelete = action;
    if (part.starts_with("UPDATE")) key.onupdate = action;
  }
}

}  // namespace

std::optional<std::string> FindPrimaryKeyName(std::string_view create_table) {
  static const Pattern kKey(R"(CONSTRAINT (\w+) PRIMARY KEY)", Flag::kIgnoreCase);
  const auto match = kKey.Search(create_table);
  return match ? match->groups[1] : std::nullopt;
}

std::vector<schema::ForeignKey> FindForeignKeys(std::string_view create_table) {
  static const Pattern kKey(
      R"re((?:CONSTRAINT (\w+) +)?FOREIGN KEY *\( *(.+?) *\) +)re"
      R"re(REFERENCES +(?:(?:"(.+?)")|([a-z0-9_]+)) *\( *((?:(?:"[^"]+"|[a-z0-9_]+) *(?:, *)?)+)\) *)re"
      R"re(((?:ON (?:DELETE|UPDATE) (?:SET NULL|SET DEFAULT|CASCADE|RESTRICT|NO ACTION) *)*))re"
      R"re(((?:NOT +)?DEFERRABLE)?(?: +INITIALLY +(DEFERRED|IMMEDIATE))?)re",
      Flag::kIgnoreCase);
  std::vector<schema::ForeignKey> keys;
  for (const Pattern::Match& match : kKey.FindAll(create_table)) {
    schema::ForeignKey key;
    key.name = NameOrNone(match.groups[1]);
    key.columns = ColumnsIn(match.groups[2].value_or(""));
    key.referent_table = match.groups[3] ? *match.groups[3] : match.groups[4].value_or("");
    key.referent_columns = match.groups[5] ? ColumnsIn(*match.groups[5]) : key.columns;
    ReadActions(match.groups[6].value_or(""), key);
    if (match.groups[7]) key.deferrable = ToUpper(*match.groups[7]).find("NOT") == std::string::npos;
    if (match.groups[8]) key.initially = ToUpper(*match.groups[8]);
    keys.push_back(std::move(key));
  }
  return keys;
}

std::vector<schema::Unique> FindUniques(std::string_view create_table) {
  static const Pattern kConstraint(R"re((?:CONSTRAINT "?(.+?)"? +)?UNIQUE *\((.+?)\))re", Flag::kIgnoreCase);
  static const Pattern kColumn("(?:(\".+?\")|(?:[\\[`])?([a-z0-9_]+)(?:[\\]`])?)[\\t ]+[a-z0-9_ ]+?[\\t ]+UNIQUE",
                               Flag::kIgnoreCase);
  std::vector<schema::Unique> uniques;
  for (const Pattern::Match& match : kConstraint.FindAll(create_table)) {
    schema::Unique unique;
    unique.name = NameOrNone(match.groups[1]);
    unique.columns = ColumnsIn(*match.groups[2]);
    uniques.push_back(std::move(unique));
  }
  for (const Pattern::Match& match : kColumn.FindAll(create_table)) {
    schema::Unique unique;
    unique.columns = ColumnsIn(match.groups[1] ? *match.groups[1] : *match.groups[2]);
    uniques.push_back(std::move(unique));
  }
  return uniques;
}

std::vector<schema::Check> FindChecks(std::string_view create_table) {
  static const Pattern kCheck(R"re((?:CONSTRAINT (.+) +)?CHECK *\( *(.+) *\),? *)re", Flag::kIgnoreCase);
  static const Pattern kQuotes("^\"|\"$");
  std::vector<schema::Check> checks;
  for (const Pattern::Match& match : kCheck.FindAll(create_table)) {
    schema::ConstraintName name;
    if (match.groups[1] && !match.groups[1]->empty()) name = kQuotes.Replace(*match.groups[1], "");
    schema::Check check{.name = name,
                        .condition = sql::SqlText(*match.groups[2]),
                        .deferrable = {},
                        .initially = {},
                        .options = {},
                        .comment = {}};
    checks.push_back(std::move(check));
  }
  const auto key = [](const schema::Check& check) { return check.name ? check.name.text->text : std::string("~"); };
  std::stable_sort(checks.begin(), checks.end(),
                   [&](const schema::Check& one, const schema::Check& other) { return key(one) < key(other); });
  return checks;
}

std::string FindComputed(std::string_view create_table, std::string_view column) {
  static const Pattern kBody(R"re(^create table .*?\((.*)\)(?:\s*,?\s*(?:WITHOUT\s+ROWID|STRICT))*$)re",
                             Flag::kIgnoreCaseDotAll);
  const auto body = kBody.Search(Trim(create_table));
  if (!body) return "";
  const std::string text(Trim(*body->groups[1]));
  const Pattern computed(
      EscapePattern(column) + R"re([^,]*\s+GENERATED\s+ALWAYS\s+AS\s+\((.*)\)\s*(?:virtual|stored)?)re",
      Flag::kIgnoreCase);
  const auto match = computed.Search(text);
  return match ? match->groups[1].value_or("") : "";
}

std::optional<std::string> FindIndexPredicate(std::string_view create_index) {
  static const Pattern kWhere(R"re(\)\s+where\s+(.+))re", Flag::kIgnoreCase);
  const auto match = kWhere.Search(create_index);
  return match ? match->groups[1] : std::nullopt;
}

}  // namespace limbeck::inspect::sqlite
