#include "project/python_cursor.h"

#include <array>

namespace limbeck::project {
namespace {

/// What a byte may begin, as far as it matters to somebody who only looks for ends; the plain ones come first.
enum class ByteKind : unsigned char {
  kOther,
  kNameStart,
  kDigit,
  kQuote,
  kComment,
  kOpening,
  kClosing,
  kJoin,
  kLineEnd
};

constexpr void SetKind(std::array<ByteKind, 256>& kinds, std::string_view bytes, ByteKind kind) {
  for (const char c : bytes) kinds[static_cast<unsigned char>(c)] = kind;
}

constexpr std::array<ByteKind, 256> MakeKinds() {
  std::array<ByteKind, 256> kinds{};
  for (size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    if (letter) kinds[c] = ByteKind::kNameStart;
  }
  SetKind(kinds, "0123456789", ByteKind::kDigit);
  SetKind(kinds, "\"'", ByteKind::kQuote);
  SetKind(kinds, "#", ByteKind::kComment);
  SetKind(kinds, "([{", ByteKind::kOpening);
  SetKind(kinds, ")]}", ByteKind::kClosing);
  SetKind(kinds, "\\", ByteKind::kJoin);
  SetKind(kinds, "\r\n", ByteKind::kLineEnd);
  return kinds;
}

constexpr std::array<ByteKind, 256> kKinds = MakeKinds();

ByteKind KindOf(char c) {
  return kKinds[static_cast<unsigned char>(c)];
}

/// Begins nothing that hides or joins line ends.
bool IsPlain(char c) {
  return KindOf(c) <= ByteKind::kDigit;
}

bool IsQuote(char c) {
  return KindOf(c) == ByteKind::kQuote;
}

bool IsPrefixLetter(char c) {
  return std::string_view("rRbBuUfFtT").find(c) != std::string_view::npos;
}

bool MakesFormatted(char c) {
  return std::string_view("fFtT").find(c) != std::string_view::npos;
}

}  // namespace

bool IsNameStart(char c) {
  return KindOf(c) == ByteKind::kNameStart;
}

bool IsNameByte(char c) {
  return KindOf(c) == ByteKind::kNameStart || KindOf(c) == ByteKind::kDigit;
}

void PythonCursor::Break() {
  broken_ = true;
  position_ = text_.size();
}

bool PythonCursor::AtLineEnd() const {
  return AtEnd() || Peek() == '\n' || Peek() == '\r';
}

bool PythonCursor::AtStatementEnd() const {
  return AtLineEnd() || Peek() == ';' || Peek() == '#';
}

void PythonCursor::SkipBlanks() {
  for (;;) {
    const char c = Peek();
    if (c == ' ' || c == '\t' || c == '\f') {
      ++position_;
    } else if (c == '\\' && (Peek(1) == '\n' || Peek(1) == '\r')) {
      ++position_;
      SkipLineEnd();
    } else {
      return;
    }
  }
}

void PythonCursor::SkipInsideBrackets() {
  for (;;) {
    SkipBlanks();
    if (AtEnd()) return;
    if (Peek() == '#') {
      SkipComment();
    } else if (AtLineEnd()) {
      SkipLineEnd();
    } else {
      return;
    }
  }
}

void PythonCursor::SkipComment() {
  position_ = text_.find_first_of("\r\n", position_);
  if (position_ == std::string_view::npos) position_ = text_.size();
}

void PythonCursor::SkipLineEnd() {
  if (Peek() == '\r' && Peek(1) == '\n') ++position_;
  if (!AtEnd()) ++position_;
}

std::string_view PythonCursor::PeekName() const {
  if (AtEnd() || !IsNameStart(text_[position_])) return {};
  size_t end = position_ + 1;
  while (end < text_.size() && IsNameByte(text_[end])) ++end;
  return text_.substr(position_, end - position_);
}

std::string_view PythonCursor::ReadName() {
  const std::string_view name = PeekName();
  position_ += name.size();
  return name;
}

size_t PythonCursor::PrefixLength() const {
  size_t length = 0;
  while (length < 2 && IsPrefixLetter(Peek(length))) ++length;
  return length;
}

bool PythonCursor::AtString() const {
  return IsQuote(Peek()) || IsQuote(Peek(PrefixLength()));
}

void PythonCursor::SkipString() {
  bool formatted = false;
  for (; !IsQuote(Peek()) && !AtEnd(); ++position_) formatted = formatted || MakesFormatted(Peek());
  SkipQuoted(formatted);
}

/// Whether the quote here belongs to an f-string: looks back at its prefix.
bool PythonCursor::IsFormattedQuote() const {
  size_t begin = position_;
  bool formatted = false;
  while (begin > 0 && position_ - begin < 3 && IsNameByte(text_[begin - 1])) {
    --begin;
    formatted = formatted || MakesFormatted(text_[begin]);
  }
  return formatted && position_ - begin < 3;
}

bool PythonCursor::AtQuotedStop(char quote, bool triple, bool formatted) const {
  const char c = text_[position_];
  return c == quote || c == '\\' || (formatted && c == '{') || (!triple && (c == '\n' || c == '\r'));
}

void PythonCursor::SkipQuoted(bool formatted) {
  const char quote = Peek();
  const bool triple = Peek(1) == quote && Peek(2) == quote;
  position_ += triple ? 3 : 1;
  for (;;) {
    while (position_ < text_.size() && !AtQuotedStop(quote, triple, formatted)) ++position_;
    if (AtEnd()) return Break();
    const char c = Peek();
    if (c == '\\') {
      position_ += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
    } else if (c == '{' && Peek(1) == '{') {
      position_ += 2;
    } else if (c == '{') {
      SkipReplacementField();
    } else if (c != quote) {
      return Break();
    } else if (!triple || (Peek(1) == quote && Peek(2) == quote)) {
      position_ += triple ? 3 : 1;
      return;
    } else {
      ++position_;
    }
  }
}

/// "{expression!r:specification}". Behind the colon quotes mean nothing, but fields may nest.
void PythonCursor::SkipReplacementField() {
  ++position_;
  bool in_specification = false;
  while (!AtEnd() && Peek() != '}') {
    if (Peek() == '{' && in_specification) {
      SkipReplacementField();
    } else if (in_specification) {
      ++position_;
    } else if (Peek() == ':') {
      in_specification = true;
    } else {
      SkipToken();
    }
  }
  if (AtEnd()) return Break();
  ++position_;
}

/// Over a piece that contains no line end that counts; `depth` is how many brackets are open. False at such a line end.
bool PythonCursor::SkipPiece(size_t& depth) {
  switch (KindOf(text_[position_])) {
    case ByteKind::kLineEnd:
      if (depth == 0) return false;
      ++position_;
      break;
    case ByteKind::kQuote:
      SkipQuoted(IsFormattedQuote());
      break;
    case ByteKind::kComment:
      SkipComment();
      break;
    case ByteKind::kOpening:
      ++depth;
      ++position_;
      break;
    case ByteKind::kClosing:
      if (depth > 0) --depth;
      ++position_;
      break;
    case ByteKind::kJoin:
      position_ += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
      break;
    default:
      do {
        ++position_;
      } while (position_ < text_.size() && IsPlain(text_[position_]));
  }
  return true;
}

void PythonCursor::SkipBrackets() {
  size_t depth = 0;
  do {
    SkipPiece(depth);
  } while (depth > 0 && !AtEnd());
  if (depth > 0) Break();
}

void PythonCursor::SkipLogicalLine() {
  size_t depth = 0;
  while (!AtEnd()) {
    if (!SkipPiece(depth)) return SkipLineEnd();
  }
  if (depth > 0) Break();
}

void PythonCursor::SkipToken() {
  const char c = Peek();
  if (AtString()) return SkipString();
  if (KindOf(c) == ByteKind::kOpening) return SkipBrackets();
  if (c == '\\' && (Peek(1) == '\n' || Peek(1) == '\r')) return SkipBlanks();
  do {
    ++position_;
  } while (IsNameByte(c) && !AtEnd() && IsNameByte(Peek()));
}

}  // namespace limbeck::project
