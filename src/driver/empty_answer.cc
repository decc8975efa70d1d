#include "driver/empty_answer.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "base/text.h"
#include "driver/fake_database.h"
#include "driver/sql_text.h"

// The query is cut into words, texts and single characters. What stands in parentheses is skipped: of `count(*)` only
// the name and the opening parenthesis matter.

namespace limbeck::driver {
namespace {

constexpr uint32_t kBoolOid = 16;
constexpr uint32_t kInt8Oid = 20;
constexpr uint32_t kTextOid = 25;

struct Word {
  std::string text;   ///< in lower case; a text literal with its quotes as it is
  std::string first;  ///< of "name(...)": the first word in the parentheses, and the last
  std::string last;
  bool is_call = false;
};

bool IsNameCharacter(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '.' || letter == '$';
}

class Cutter {
 public:
  explicit Cutter(std::string_view sql) : rest_(sql) {}

  /// The words that are in no parentheses.
  std::vector<Word> Cut() {
    std::vector<Word> words;
    while (Skip()) {
      if (rest_.front() == '(') {
        Word unused;
        Parentheses(words.empty() ? unused : words.back());
      } else {
        words.push_back({Next()});
      }
    }
    return words;
  }

 private:
  /// To the next word; false at the end.
  bool Skip() {
    rest_ = SkipBlank(rest_, Backend::kPostgresql);
    return !rest_.empty();
  }

  std::string Take(size_t size) {
    const std::string taken(rest_.substr(0, size));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string Next() {
    if (rest_.front() == '\'' || rest_.front() == '"') return Quoted(rest_.front());
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), IsNameCharacter);
    return ToLower(Take(std::max<size_t>(1, static_cast<size_t>(end - rest_.begin()))));
  }

  std::string Quoted(char quote) {
    size_t end = 1;
    while (end < rest_.size() && rest_[end] != quote) ++end;
    return Take(end + 1);
  }

  /// Skips them, as those of the word before.
  void Parentheses(Word& before) {
    before.is_call = true;
    int depth = 0;
    do {
      const std::string word = Next();
      if (word == "(") ++depth;
      if (word == ")") --depth;
      if (word == "(" || word == ")") continue;
      if (before.first.empty()) before.first = word;
      before.last = word;
    } while (depth > 0 && Skip());
  }

  std::string_view rest_;
};

struct Answer {
  Column column;
  Parameter value;
  bool needs_rows = false;  ///< a plain column: without rows there is no value
};

bool IsAggregate(const std::string& name) {
  constexpr std::array<std::string_view, 13> kNames = {"max",        "min",       "sum",     "avg",       "array_agg",
                                                       "string_agg", "json_agg",  "bool_or", "jsonb_agg", "bool_and",
                                                       "every",      "bit_count", "mode"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool IsNumber(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// coalesce(max(n), 0)
std::optional<Answer> Coalesced(const Word& word) {
  if (word.first == "count") return Answer{{word.text, kInt8Oid}, 0};
  if (!IsAggregate(word.first)) return std::nullopt;
  if (IsNumber(word.last)) return Answer{{word.text, kInt8Oid}, std::stoll(word.last)};
  return Answer{{word.text}, Null()};
}

/// Of what needs no row of a table.
std::optional<Answer> KnownAnswer(const std::vector<Word>& item) {
  const Word& word = item.front();
  if (word.is_call && word.text == "count") return Answer{{"count", kInt8Oid}, 0};
  if (word.is_call && word.text.starts_with("pg_try_advisory")) return Answer{{word.text, kBoolOid}, true};
  if (word.is_call && word.text == "exists") return Answer{{"exists", kBoolOid}, false};
  if (word.text == "not" && item.size() > 1 && item[1].text == "exists") return Answer{{"?column?", kBoolOid}, true};
  if (word.is_call && word.text == "coalesce") return Coalesced(word);
  if (word.is_call && IsAggregate(word.text)) return Answer{{word.text}, Null()};
  return std::nullopt;
}

bool IsOnlyName(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return IsNameCharacter(c) || c == '"'; });
}

/// What PostgreSQL calls the column: `t.a`, `"t"."a"`, `t.a::text` and `b a` are a, `f(x)` is f. `t.*` is `*`.
std::string NameOf(const std::vector<Word>& item) {
  if (item.size() <= 2 && item.back().text == "*") return "*";
  std::string text;
  for (size_t i = 0; i < item.size() && item[i].text != ":"; ++i) {
    const std::string& word = item[i].text;
    if (!IsOnlyName(word)) return "?column?";
    const bool goes_on = word.front() == '.' || text.ends_with('.');
    text = goes_on ? text + word : word;
    if (item[i].is_call) break;
  }
  text.erase(0, text.rfind('.') + 1);
  return ReplaceAll(text, "\"", "");
}

Answer AnswerOf(const std::vector<Word>& item, bool has_from) {
  if (item.empty()) return {{"?column?"}, Null(), has_from};
  const Word& word = item.front();
  Answer answer = KnownAnswer(item).value_or(Answer{{NameOf(item)}, Null(), has_from});
  if (item.size() == 1 && !has_from) {
    if (IsNumber(word.text)) answer = {{"?column?", kInt8Oid}, std::stoll(word.text)};
    if (word.text == "true" || word.text == "false") answer = {{"bool", kBoolOid}, word.text == "true"};
    if (word.text.front() == '\'') answer = {{"?column?", kTextOid}, word.text.substr(1, word.text.size() - 2)};
    if (word.text == "version") answer = {{"version", kTextOid}, "PostgreSQL 15.4"};
    if (word.text == "current_schema") answer = {{"current_schema", kTextOid}, "public"};
  }
  return answer;
}

/// `a, b AS c` of the words after SELECT.
std::vector<Answer> ReadItems(const std::vector<Word>& words, size_t begin, size_t end, bool has_from) {
  std::vector<Answer> answers;
  std::vector<Word> item;
  std::string alias;
  for (size_t i = begin; i <= end; ++i) {
    if (i == end || words[i].text == ",") {
      answers.push_back(AnswerOf(item, has_from));
      if (!alias.empty()) answers.back().column.name = alias;
      item.clear();
      alias.clear();
    } else if (words[i].text == "as" && i + 1 < end) {
      alias = ReplaceAll(words[++i].text, "\"", "");
    } else {
      item.push_back(words[i]);
    }
  }
  return answers;
}

Result ResultOf(const std::vector<Answer>& answers, bool has_row) {
  std::vector<Column> columns;
  Parameters row;
  for (const Answer& answer : answers) {
    columns.push_back(answer.column);
    row.push_back(answer.value);
  }
  return MakeTypedResult(Backend::kPostgresql, std::move(columns),
                         has_row ? std::vector<Parameters>{row} : std::vector<Parameters>{});
}

}  // namespace

std::optional<Result> EmptyAnswer(const std::string& sql) {
  const std::vector<Word> words = Cutter(sql).Cut();
  const auto is = [&](size_t index, std::string_view text) {
    return index < words.size() && words[index].text == text;
  };
  if (!is(0, "select") && !is(0, "with")) return std::nullopt;
  size_t begin = 0;
  while (begin < words.size() && !is(begin, "select")) ++begin;
  if (begin == words.size()) return std::nullopt;
  ++begin;
  if (is(begin, "distinct") || is(begin, "all")) ++begin;
  size_t end = begin;
  while (end < words.size() && !is(end, "from") && !is(end, "where") && !is(end, "limit") && !is(end, ";") &&
         !is(end, "union") && !is(end, "order")) {
    ++end;
  }
  const bool has_from = is(end, "from");
  const bool is_grouped =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.text == "group"; });
  const std::vector<Answer> answers = ReadItems(words, begin, end, has_from);
  const bool needs_rows = std::any_of(answers.begin(), answers.end(), [](const Answer& one) { return one.needs_rows; });
  return ResultOf(answers, !needs_rows && !is_grouped);
}

}  // namespace limbeck::driver
