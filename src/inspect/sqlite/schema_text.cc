#include "inspect/sqlite/schema_text.h"

#include <algorithm>
#include <cctype>

namespace limbeck::inspect::sqlite {
namespace {

bool IsWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || (c & 0x80) != 0;
}

/// Takes a text apart and puts it together again, token for token.
class Normalizer {
 public:
  explicit Normalizer(std::string_view sql) : sql_(sql) {}

  std::string Run() {
    while (at_ < sql_.size()) Take();
    while (!out_.empty() && out_.back() == ';') out_.pop_back();
    return out_;
  }

 private:
  bool StartsWith(std::string_view text) const { return sql_.substr(at_, text.size()) == text; }

  void Take() {
    const char c = sql_[at_];
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      ++at_;
    } else if (StartsWith("--")) {
      at_ = std::min(sql_.find('\n', at_), sql_.size());
    } else if (StartsWith("/*")) {
      const size_t end = sql_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? sql_.size() : end + 2;
    } else if (c == '\'') {
      Add(std::string(Quoted('\'')));
    } else if (c == '"' || c == '`') {
      Add(Lower(Inner(Quoted(c))));
    } else if (c == '[') {
      Add(Lower(Inner(Quoted(']'))));
    } else {
      Add(IsWord(c) ? Lower(Word()) : std::string(sql_.substr(at_++, 1)));
    }
  }

  /// The token with its quotes; a doubled quote is part of it.
  std::string_view Quoted(char quote) {
    const size_t start = at_++;
    while (at_ < sql_.size()) {
      if (sql_[at_++] != quote) continue;
      if (at_ >= sql_.size() || sql_[at_] != quote || quote == ']') break;
      ++at_;
    }
    return sql_.substr(start, at_ - start);
  }

  static std::string_view Inner(std::string_view quoted) {
    return quoted.size() < 2 ? quoted : quoted.substr(1, quoted.size() - 2);
  }

  std::string_view Word() {
    const size_t start = at_;
    while (at_ < sql_.size() && IsWord(sql_[at_])) ++at_;
    return sql_.substr(start, at_ - start);
  }

  static std::string Lower(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
  }

  /// Blanks stay only between words.
  void Add(const std::string& token) {
    const auto is_word = [](char c) { return IsWord(c) || c == '\''; };
    if (!out_.empty() && !token.empty() && is_word(out_.back()) && is_word(token.front())) out_ += ' ';
    out_ += token;
  }

  std::string_view sql_;
  size_t at_ = 0;
  std::string out_;
};

/// Behind a literal that begins at `at`.
size_t BehindLiteral(std::string_view text, size_t at) {
  const size_t end = text.find('\'', at + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

}  // namespace

std::string NormalSql(std::string_view sql) {
  return Normalizer(sql).Run();
}

std::string_view Parenthesized(std::string_view normal, size_t from) {
  if (from >= normal.size() || normal[from] != '(') return {};
  int depth = 0;
  for (size_t at = from; at < normal.size();) {
    if (normal[at] == '\'') {
      at = BehindLiteral(normal, at);
      continue;
    }
    if (normal[at] == '(') ++depth;
    if (normal[at] == ')' && --depth == 0) return normal.substr(from, at + 1 - from);
    ++at;
  }
  return {};
}

std::vector<std::string> TableParts(std::string_view normal) {
  const std::string_view body = Parenthesized(normal, normal.find('('));
  std::vector<std::string> parts;
  if (body.size() < 2) return parts;
  size_t start = 1;
  for (size_t at = 1; at < body.size();) {
    if (body[at] == '\'') {
      at = BehindLiteral(body, at);
    } else if (body[at] == '(') {
      at += std::max<size_t>(Parenthesized(body, at).size(), 1);
    } else {
      if (body[at] == ',' || at + 1 == body.size()) {
        parts.emplace_back(body.substr(start, at - start));
        start = at + 1;
      }
      ++at;
    }
  }
  return parts;
}

std::vector<std::string> ChecksOf(std::string_view normal) {
  constexpr std::string_view kCheck = "check(";
  std::vector<std::string> checks;
  for (size_t at = 0; at < normal.size(); ++at) {
    if (normal[at] == '\'') at = BehindLiteral(normal, at) - 1;
    const bool is_check = normal.substr(at, kCheck.size()) == kCheck && (at == 0 || !IsWord(normal[at - 1]));
    if (is_check) checks.emplace_back(Parenthesized(normal, at + kCheck.size() - 1));
  }
  return checks;
}

}  // namespace limbeck::inspect::sqlite
