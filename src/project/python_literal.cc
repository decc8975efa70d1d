#include "project/python_literal.h"

#include <charconv>

#include "base/utf8.h"

namespace limbeck::project {
namespace {

bool IsOctal(char c) {
  return c >= '0' && c <= '7';
}

/// The text of one string literal: what stands between its quotes.
class StringDecoder {
 public:
  explicit StringDecoder(std::string_view body, bool raw) : body_(body), raw_(raw) {}

  /// False for an escape that is wrong or that names a character.
  bool AppendTo(std::string& text) {
    while (position_ < body_.size()) {
      const size_t stop = std::min(body_.find_first_of(raw_ ? "\r" : "\\\r", position_), body_.size());
      text += body_.substr(position_, stop - position_);
      position_ = stop;
      if (stop == body_.size()) break;
      if (body_[stop] == '\r') {
        SkipLineEnd();
        text += '\n';
      } else if (!AppendEscape(text)) {
        return false;
      }
    }
    return true;
  }

 private:
  void SkipLineEnd() {
    const bool two = body_.substr(position_, 2) == "\r\n";
    position_ += two ? 2 : 1;
  }

  bool AppendEscape(std::string& text) {
    constexpr std::string_view kNames = "\\'\"abfnrtv";
    constexpr std::string_view kBytes = "\\'\"\a\b\f\n\r\t\v";
    ++position_;
    const char c = position_ < body_.size() ? body_[position_] : '\0';
    if (c == '\n' || c == '\r') {
      SkipLineEnd();
      return true;
    }
    if (IsOctal(c)) return AppendOctal(text);
    ++position_;
    switch (c) {
      case 'x':
        return AppendHexadecimal(text, 2);
      case 'u':
        return AppendHexadecimal(text, 4);
      case 'U':
        return AppendHexadecimal(text, 8);
      case 'N':
        return false;
      default:
        break;
    }
    const size_t known = kNames.find(c);
    if (known == std::string_view::npos) text += '\\';
    text += known == std::string_view::npos ? c : kBytes[known];
    return true;
  }

  bool AppendOctal(std::string& text) {
    char32_t value = 0;
    for (int digits = 0; digits < 3 && position_ < body_.size() && IsOctal(body_[position_]); ++digits) {
      value = value * 8 + static_cast<char32_t>(body_[position_++] - '0');
    }
    AppendUtf8(text, value);
    return true;
  }

  bool AppendHexadecimal(std::string& text, size_t digits) {
    const std::string_view number = body_.substr(position_, digits);
    uint32_t value = 0;
    const auto [end, problem] = std::from_chars(number.data(), number.data() + number.size(), value, 16);
    const bool complete = problem == std::errc() && number.size() == digits && end == number.data() + digits;
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    if (!complete || surrogate || value > 0x10FFFF) return false;
    AppendUtf8(text, value);
    position_ += digits;
    return true;
  }

  std::string_view body_;
  bool raw_;
  size_t position_ = 0;
};

/// Over one string literal; false for those that need evaluation.
bool AppendString(PythonCursor& cursor, std::string& text) {
  const size_t begin = cursor.position();
  cursor.SkipString();
  if (cursor.broken()) return false;
  std::string_view literal = cursor.text().substr(begin, cursor.position() - begin);
  bool raw = false;
  for (; literal.front() != '"' && literal.front() != '\''; literal.remove_prefix(1)) {
    const char letter = literal.front();
    if (letter == 'r' || letter == 'R')
      raw = true;
    else if (letter != 'u' && letter != 'U')
      return false;
  }
  const bool triple = literal.size() >= 6 && literal[1] == literal[0] && literal[2] == literal[0];
  const size_t quotes = triple ? 3 : 1;
  return StringDecoder(literal.substr(quotes, literal.size() - 2 * quotes), raw).AppendTo(text);
}

class LiteralReader {
 public:
  explicit LiteralReader(PythonCursor& cursor) : cursor_(cursor) {}

  std::optional<PythonLiteral> Read() {
    cursor_.SkipBlanks();
    std::optional<PythonLiteral> value = ReadItem();
    cursor_.SkipBlanks();
    if (value && cursor_.Peek() == ',') value = ReadItems(std::move(*value), '\0');
    cursor_.SkipBlanks();
    if (cursor_.broken() || !cursor_.AtStatementEnd()) return std::nullopt;
    return value;
  }

 private:
  std::optional<PythonLiteral> ReadItem() {
    if (cursor_.AtString()) return ReadStrings();
    switch (cursor_.Peek()) {
      case '(':
        return ReadParentheses();
      case '[':
        return ReadCollection(']');
      case '{':
        return ReadCollection('}');
      default:
        break;
    }
    if (cursor_.ReadName() != "None") return std::nullopt;
    return PythonNone{};
  }

  /// One or more string literals, which Python joins.
  std::optional<PythonLiteral> ReadStrings() {
    std::string text;
    while (cursor_.AtString()) {
      if (!AppendString(cursor_, text)) return std::nullopt;
      Skip();
    }
    return text;
  }

  /// "(x)" is x; "(x,)", "(x, y)" and "()" are tuples.
  std::optional<PythonLiteral> ReadParentheses() {
    if (!Open()) return std::nullopt;
    std::optional<PythonLiteral> value = std::vector<std::string>();
    if (cursor_.Peek() != ')') {
      value = ReadItem();
      Skip();
      if (value && cursor_.Peek() == ',') value = ReadItems(std::move(*value), ')');
    }
    return Close(')') ? value : std::nullopt;
  }

  std::optional<PythonLiteral> ReadCollection(char close) {
    if (!Open()) return std::nullopt;
    std::optional<PythonLiteral> value = std::vector<std::string>();
    if (close == '}' && cursor_.Peek() == '}') return std::nullopt;  // an empty dict
    if (cursor_.Peek() != close) {
      value = ReadItem();
      Skip();
      if (value) value = ReadItems(std::move(*value), close);
    }
    return Close(close) ? value : std::nullopt;
  }

  /// The items behind the first one, which must all be texts.
  std::optional<PythonLiteral> ReadItems(PythonLiteral first, char close) {
    std::vector<std::string> items;
    std::optional<PythonLiteral> item = std::move(first);
    for (;;) {
      if (!item || !std::holds_alternative<std::string>(*item)) return std::nullopt;
      items.push_back(std::get<std::string>(std::move(*item)));
      Skip();
      if (cursor_.Peek() != ',') return items;
      cursor_.Advance();
      Skip();
      const bool ended = close == '\0' ? cursor_.AtStatementEnd() : cursor_.Peek() == close;
      if (ended) return items;
      item = ReadItem();
    }
  }

  bool Open() {
    cursor_.Advance();
    ++depth_;
    Skip();
    return depth_ <= kDepthLimit;
  }

  bool Close(char close) {
    Skip();
    --depth_;
    if (cursor_.Peek() != close) return false;
    cursor_.Advance();
    return true;
  }

  /// Inside brackets lines do not count.
  void Skip() {
    if (depth_ > 0) {
      cursor_.SkipInsideBrackets();
    } else {
      cursor_.SkipBlanks();
    }
  }

  static constexpr int kDepthLimit = 50;

  PythonCursor& cursor_;
  int depth_ = 0;
};

}  // namespace

std::optional<PythonLiteral> ReadPythonLiteral(PythonCursor& cursor) {
  return LiteralReader(cursor).Read();
}

std::optional<std::string> ReadPythonStrings(PythonCursor& cursor) {
  std::string text;
  while (cursor.AtString()) {
    if (!AppendString(cursor, text)) return std::nullopt;
    cursor.SkipInsideBrackets();
  }
  return text;
}

}  // namespace limbeck::project
