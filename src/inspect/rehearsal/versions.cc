#include "inspect/rehearsal/versions.h"

#include <algorithm>

#include "inspect/rehearsal/schema.h"

namespace limbeck::inspect::rehearsal {
namespace {

constexpr const char* kColumn = "version_num";

std::string TableName(WordReader& words) {
  const QualifiedName name = ReadName(words);
  return name.schema + "." + name.name;
}

/// "... = 'value'" up to `end`, or to the end of the words.
std::optional<std::string> TakeValue(WordReader& words, std::string_view end = "") {
  std::optional<std::string> value;
  while (!words.at_end() && (end.empty() || !words.TakeIf(end))) {
    const Word word = words.Take();
    if (word.kind == Word::Kind::kText) value = word.text;
  }
  return value;
}

}  // namespace

std::optional<Versions::Answer> Versions::Run(std::string_view sql) {
  std::vector<std::vector<Word>> statements = CutStatements(sql);
  if (statements.size() != 1) return std::nullopt;
  WordReader words(sql, std::move(statements.front()));
  if (words.TakeIf("create table")) return Create(words);
  if (words.TakeIf("insert into")) return Insert(words);
  if (words.TakeIf("update")) return Update(words);
  if (words.TakeIf("delete from")) return Delete(words);
  if (words.TakeIf("select")) return Select(words);
  return std::nullopt;
}

std::optional<Versions::Answer> Versions::Create(WordReader& words) {
  words.TakeIf("if not exists");
  const std::string table = TableName(words);
  std::vector<WordReader> elements = words.TakeParentheses();
  if (!elements.empty() && elements.front().IsKeyword(kColumn)) tables_[table];
  return std::nullopt;
}

std::optional<Versions::Answer> Versions::Insert(WordReader& words) {
  const auto table = tables_.find(TableName(words));
  const std::optional<std::string> value = TakeValue(words);
  if (table == tables_.end() || !value) return std::nullopt;
  table->second.push_back(*value);
  return Answer{false, {}, 1};
}

std::optional<Versions::Answer> Versions::Update(WordReader& words) {
  const auto table = tables_.find(TableName(words));
  const std::optional<std::string> after = TakeValue(words, "where");
  const std::optional<std::string> before = TakeValue(words);
  if (table == tables_.end() || !after || !before) return std::nullopt;
  Answer answer;
  for (std::string& row : table->second) {
    if (row != *before) continue;
    row = *after;
    ++answer.changed;
  }
  return answer;
}

std::optional<Versions::Answer> Versions::Delete(WordReader& words) {
  const auto table = tables_.find(TableName(words));
  const std::optional<std::string> value = TakeValue(words);
  if (table == tables_.end()) return std::nullopt;
  auto& rows = table->second;
  const auto kept = std::remove_if(rows.begin(), rows.end(), [&](const auto& row) { return !value || row == *value; });
  const Answer answer{false, {}, rows.end() - kept};
  rows.erase(kept, rows.end());
  return answer;
}

std::optional<Versions::Answer> Versions::Select(WordReader& words) {
  while (!words.at_end() && !words.TakeIf("from")) words.Take();
  const auto table = tables_.find(TableName(words));
  if (table == tables_.end()) return std::nullopt;
  return Answer{true, table->second, 0};
}

}  // namespace limbeck::inspect::rehearsal
