#include "inspect/rehearsal/words.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "driver/sql_text.h"

namespace limbeck::inspect::rehearsal {
namespace {

bool BeginsName(char letter) {
  return std::isalpha(static_cast<unsigned char>(letter)) != 0 || letter == '_' || (letter & 0x80) != 0;
}
bool ContinuesName(char letter) {
  return BeginsName(letter) || std::isdigit(static_cast<unsigned char>(letter)) != 0 || letter == '$';
}

class Cutter {
 public:
  explicit Cutter(std::string_view sql) : sql_(sql) {}

  std::vector<std::vector<Word>> Cut() {
    std::vector<std::vector<Word>> statements(1);
    for (Skip(); at_ < sql_.size(); Skip()) {
      Word word = Next();
      const bool ends = word.kind == Word::Kind::kSign && word.text == ";";
      if (!ends) statements.back().push_back(std::move(word));
      if (ends && !statements.back().empty()) statements.emplace_back();
    }
    if (statements.back().empty()) statements.pop_back();
    return statements;
  }

 private:
  void Skip() {
    const std::string_view rest = driver::SkipBlank(sql_.substr(at_), driver::Backend::kPostgresql);
    at_ = sql_.size() - rest.size();
  }

  Word Next() {
    const char letter = sql_[at_];
    if (letter == '\'') return Quoted('\'', Word::Kind::kText, 1);
    if (letter == '"') return Quoted('"', Word::Kind::kQuotedName, 1);
    if (letter == '$' && IsDollarQuote()) return DollarQuoted();
    if ((letter == 'E' || letter == 'e') && at_ + 1 < sql_.size() && sql_[at_ + 1] == '\'') {
      return Quoted('\'', Word::Kind::kText, 2);
    }
    if (BeginsName(letter)) return While(Word::Kind::kName, ContinuesName);
    if (std::isdigit(static_cast<unsigned char>(letter)) != 0) {
      return While(Word::Kind::kNumber, [](char one) { return ContinuesName(one) || one == '.'; });
    }
    return Make(Word::Kind::kSign, at_ + (sql_.substr(at_).starts_with("::") ? 2 : 1));
  }

  Word Make(Word::Kind kind, size_t end) {
    Word word{kind, std::string(sql_.substr(at_, end - at_)), at_, end};
    at_ = end;
    return word;
  }

  template <typename Test>
  Word While(Word::Kind kind, Test test) {
    size_t end = at_;
    while (end < sql_.size() && test(sql_[end])) ++end;
    Word word = Make(kind, end);
    if (kind == Word::Kind::kName) word.text = ToLower(word.text);
    return word;
  }

  /// A doubled quote is one of the text.
  Word Quoted(char quote, Word::Kind kind, size_t opening) {
    std::string text;
    size_t end = at_ + opening;
    for (; end < sql_.size(); ++end) {
      if (sql_[end] == quote && (end + 1 == sql_.size() || sql_[end + 1] != quote)) break;
      if (sql_[end] == quote) ++end;
      text += sql_[end];
    }
    Word word = Make(kind, std::min(end + 1, sql_.size()));
    word.text = std::move(text);
    return word;
  }

  bool IsDollarQuote() const {
    size_t end = at_ + 1;
    while (end < sql_.size() && ContinuesName(sql_[end]) && sql_[end] != '$') ++end;
    return end < sql_.size() && sql_[end] == '$';
  }

  Word DollarQuoted() {
    const size_t open = sql_.find('$', at_ + 1) + 1;
    const std::string_view tag = sql_.substr(at_, open - at_);
    const size_t close = std::min(sql_.find(tag, open), sql_.size());
    const std::string text(sql_.substr(open, close - open));
    Word word = Make(Word::Kind::kText, std::min(close + tag.size(), sql_.size()));
    word.text = text;
    return word;
  }

  std::string_view sql_;
  size_t at_ = 0;
};

}  // namespace

std::vector<std::vector<Word>> CutStatements(std::string_view sql) {
  return Cutter(sql).Cut();
}

const Word& WordReader::Peek(size_t ahead) const {
  static const Word kNone;
  return at_ + ahead < words_.size() ? words_[at_ + ahead] : kNone;
}

Word WordReader::Take() {
  Word word = Peek();
  if (!at_end()) ++at_;
  return word;
}

bool WordReader::IsKeyword(std::string_view keyword, size_t ahead) const {
  const Word& word = Peek(ahead);
  return word.kind == Word::Kind::kName && word.text == keyword;
}

bool WordReader::TakeIf(std::string_view keywords) {
  const std::vector<std::string> wanted = Split(keywords, ' ');
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (!IsKeyword(wanted[i], i)) return false;
  }
  at_ += wanted.size();
  return true;
}

bool WordReader::TakeSign(std::string_view sign) {
  if (Peek().kind != Word::Kind::kSign || Peek().text != sign) return false;
  ++at_;
  return true;
}

WordReader WordReader::TakePart() {
  const size_t from = at_;
  for (int depth = 0; !at_end(); ++at_) {
    const Word& word = Peek();
    if (word.kind != Word::Kind::kSign) continue;
    if (word.text == "," && depth == 0) {
      ++at_;
      return Part(from, at_ - 1);
    }
    if (word.text == "(" || word.text == "[") ++depth;
    if (word.text == ")" || word.text == "]") --depth;
  }
  return Part(from, words_.size());
}

std::vector<WordReader> WordReader::TakeParentheses() {
  std::vector<WordReader> parts;
  if (!TakeSign("(")) return parts;
  const size_t from = at_;
  for (int depth = 1; !at_end(); ++at_) {
    const Word& word = Peek();
    if (word.kind != Word::Kind::kSign) continue;
    if (word.text == "(") ++depth;
    if (word.text == ")" && --depth == 0) break;
  }
  WordReader inside = Part(from, at_);
  if (!at_end()) ++at_;
  while (!inside.at_end()) parts.push_back(inside.TakePart());
  return parts;
}

std::string WordReader::TextOf(size_t from, size_t to) const {
  if (from >= to) return {};
  return std::string(sql_.substr(words_[from].begin, words_[to - 1].end - words_[from].begin));
}

}  // namespace limbeck::inspect::rehearsal
