// Lexing in one pass from left to right into one array. Three things carry state from token to token: the stack of
// indentations (at the start of a line outside brackets), the stack of brackets (inside which line ends are spaces),
// and the stack of f-strings: their text and their fields alternate, and a field is lexed as any code in brackets.

#include "python/lexer.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/utf8.h"
#include "python/lexer_state.h"
#include "python/syntax_error.h"
#include "python/unicode_identifier.h"

namespace limbeck::python {
namespace {

constexpr size_t kMaxBrackets = 200;
constexpr size_t kMaxIndentations = 100;
constexpr int kEndMarkers = 3;

constexpr std::array<std::string_view, 35> kKeywords = {
    "False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
    "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
    "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
    "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"};
static_assert(static_cast<size_t>(TokenKind::kFalse) + kKeywords.size() == kTokenKinds);

bool IsPrivate(std::string_view name) {
  return name.starts_with("__") && !name.ends_with("__");
}

}  // namespace

// --- names ---

NameTable::NameTable(std::vector<TokenName>& names) : names_(names), slots_(256) {
  static const std::array<Symbol, kKeywords.size()> keywords = [] {
    std::array<Symbol, kKeywords.size()> symbols;
    for (size_t i = 0; i < kKeywords.size(); ++i) symbols[i] = Symbol::Intern(kKeywords[i]);
    return symbols;
  }();
  names_.reserve(128);
  for (const Symbol keyword : keywords) {
    names_.push_back({keyword});
    Insert(static_cast<uint32_t>(names_.size() - 1));
  }
}

uint32_t NameTable::Find(std::string_view name) {
  const uint64_t hash = HashText(name);
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Symbol known = names_[slots_[at] - 1].symbol;
    if (known.hash() == hash && known.text() == name) return slots_[at] - 1;
  }
  return Add(name, hash);
}

uint32_t NameTable::Add(std::string_view name, uint64_t hash) {
  if (names_.size() * 2 >= slots_.size()) Grow();
  names_.push_back({Symbol::Intern(name, hash), IsPrivate(name)});
  Insert(static_cast<uint32_t>(names_.size() - 1));
  return static_cast<uint32_t>(names_.size() - 1);
}

void NameTable::Insert(uint32_t index) {
  const size_t mask = slots_.size() - 1;
  size_t at = names_[index].symbol.hash() & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = index + 1;
}

void NameTable::Grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (uint32_t index = 0; index < names_.size(); ++index) Insert(index);
}

// --- lines ---

TokenList Tokenize(const SourceFile& source) {
  return Lexer(source).Run();
}

Lexer::Lexer(const SourceFile& source)
    : source_(source), text_(source.text().data()), end_(text_ + source.text().size()), at_(text_), names_(out_.names) {
  out_.tokens.reserve(source.text().size() / 4 + 16);
}

TokenList Lexer::Run() {
  while (!done_) {
    if (line_start_) LexLineStart();
    LexToken();
  }
  return std::move(out_);
}

/// Skips empty lines and comments; stands at the first token of a line afterwards.
void Lexer::LexLineStart() {
  line_start_ = false;
  for (;;) {
    const Indentation found = ReadIndentation();
    if (*at_ == '#') SkipComment();
    if (AtEnd()) return;
    if (*at_ != '\n' && *at_ != '\r') return ApplyIndentation(found);
    SkipLineEnd();
  }
}

/// A backslash at the end of the line joins the next line to it; then the first line's indentation counts.
Lexer::Indentation Lexer::ReadIndentation() {
  Indentation found;
  Indentation first;
  for (;; ++at_) {
    if (*at_ == ' ') {
      ++found.column;
      ++found.strict_column;
    } else if (*at_ == '\t') {
      found.column = (found.column / 8 + 1) * 8;
      ++found.strict_column;
    } else if (*at_ == '\f') {
      found = {};
    } else if (*at_ == '\\') {
      if (first.column == 0) first = {found.column, found.column};
      LexContinuation();
      --at_;
    } else {
      return first.column > 0 ? first : found;
    }
  }
}

void Lexer::ApplyIndentation(Indentation found) {
  const Indentation now = indentations_.back();
  if (found.column == now.column) {
    if (found.strict_column == now.strict_column) return;
  } else if (found.column < now.column) {
    return LexDedents(found);
  } else if (found.strict_column > now.strict_column) {
    if (indentations_.size() >= kMaxIndentations) {
      return StopAt(IndentationError(source_, SpanFrom(at_), "too many levels of indentation"));
    }
    indentations_.push_back(found);
    return Emit(TokenKind::kIndent, at_);
  }
  StopAt(TabError(source_, SpanFrom(at_), "inconsistent use of tabs and spaces in indentation"));
}

void Lexer::LexDedents(Indentation found) {
  while (indentations_.back().column > found.column) {
    indentations_.pop_back();
    Emit(TokenKind::kDedent, at_);
  }
  const Indentation now = indentations_.back();
  if (now.column != found.column) {
    StopAt(IndentationError(source_, SpanFrom(at_), "unindent does not match any outer indentation level"));
  } else if (now.strict_column != found.strict_column) {
    StopAt(TabError(source_, SpanFrom(at_), "inconsistent use of tabs and spaces in indentation"));
  }
}

void Lexer::StopAt(Error fault) {
  out_.fault = std::move(fault);
  Emit(TokenKind::kFault, at_);
  at_ = end_;
}

void Lexer::SkipLineEnd() {
  at_ += at_[0] == '\r' && at_[1] == '\n' ? 2 : 1;
}

void Lexer::SkipComment() {
  while (!IsChar(*at_, char_class::kLineEnd)) ++at_;
}

void Lexer::SkipSpace() {
  while (*at_ == ' ' || *at_ == '\t' || *at_ == '\f') ++at_;
}

void Lexer::LexNewline() {
  const char* const begin = at_;
  SkipLineEnd();
  if (!brackets_.empty()) return;
  Emit(TokenKind::kNewline, begin);
  line_start_ = true;
}

/// `\` and the line end after it.
void Lexer::LexContinuation() {
  const char* const begin = at_++;
  if (!AtEnd() && *at_ != '\n' && *at_ != '\r') {
    return StopAt(Fault(begin, "unexpected character after line continuation character"));
  }
  if (!AtEnd()) SkipLineEnd();
  if (AtEnd()) StopAt(Fault(begin, "unexpected EOF while parsing"));
}

/// The last tokens stand at the end of the last line, not on an empty one after it.
void Lexer::LexEnd() {
  done_ = true;
  if (at_ > text_ && at_[-1] == '\n') --at_;
  if (!brackets_.empty()) {
    out_.unclosed = {brackets_.back().offset, brackets_.back().offset + 1};
    Emit(TokenKind::kEndInBrackets, at_);
  } else if (!out_.tokens.empty() && out_.tokens.back().kind != TokenKind::kNewline) {
    Emit(TokenKind::kNewline, at_);
  }
  for (size_t i = 1; i < indentations_.size(); ++i) Emit(TokenKind::kDedent, at_);
  for (int i = 0; i < kEndMarkers; ++i) Emit(TokenKind::kEndMarker, at_);
}

// --- tokens ---

void Lexer::LexToken() {
  SkipSpace();
  const char c = *at_;
  if (IsChar(c, char_class::kNameStart)) return LexName();
  if (IsChar(c, char_class::kDigit)) return LexNumber();
  switch (c) {
    case '\n':
    case '\r':
      return LexNewline();
    case '#':
      return SkipComment();
    case '"':
    case '\'':
      return LexString(at_, 0);
    case '\\':
      return LexContinuation();
    case '\0':
      return LexEnd();
    default:
      return LexOperator();
  }
}

void Lexer::LexOperator() {
  switch (*at_) {
    case '-':
      if (at_[1] == '>') return EmitOperator(TokenKind::kArrow, 2);
      return LexOperatorFamily(TokenKind::kMinus, TokenKind::kMinusEqual);
    case '=':
      return LexOperatorFamily(TokenKind::kEqual, TokenKind::kEqualEqual);
    case '+':
      return LexOperatorFamily(TokenKind::kPlus, TokenKind::kPlusEqual);
    case '%':
      return LexOperatorFamily(TokenKind::kPercent, TokenKind::kPercentEqual);
    case '@':
      return LexOperatorFamily(TokenKind::kAt, TokenKind::kAtEqual);
    case '&':
      return LexOperatorFamily(TokenKind::kAmpersand, TokenKind::kAmpersandEqual);
    case '|':
      return LexOperatorFamily(TokenKind::kBar, TokenKind::kBarEqual);
    case '^':
      return LexOperatorFamily(TokenKind::kCaret, TokenKind::kCaretEqual);
    case '*':
      return LexDoubledFamily(TokenKind::kStar, TokenKind::kStarEqual, TokenKind::kDoubleStar,
                              TokenKind::kDoubleStarEqual);
    case '/':
      return LexDoubledFamily(TokenKind::kSlash, TokenKind::kSlashEqual, TokenKind::kDoubleSlash,
                              TokenKind::kDoubleSlashEqual);
    case '>':
      return LexDoubledFamily(TokenKind::kGreater, TokenKind::kGreaterEqual, TokenKind::kRightShift,
                              TokenKind::kRightShiftEqual);
    case '<':
      if (at_[1] == '>') return EmitOperator(TokenKind::kError, 2);
      return LexDoubledFamily(TokenKind::kLess, TokenKind::kLessEqual, TokenKind::kLeftShift,
                              TokenKind::kLeftShiftEqual);
    default:
      return LexDelimiter();
  }
}

void Lexer::LexDelimiter() {
  switch (*at_) {
    case '(':
      return OpenBracket(TokenKind::kLeftParenthesis, '(');
    case '[':
      return OpenBracket(TokenKind::kLeftBracket, '[');
    case '{':
      return OpenBracket(TokenKind::kLeftBrace, '{');
    case ')':
      return CloseBracket(TokenKind::kRightParenthesis, '(');
    case ']':
      return CloseBracket(TokenKind::kRightBracket, '[');
    case '}':
      return CloseBracket(TokenKind::kRightBrace, '{');
    case ',':
      return EmitOperator(TokenKind::kComma, 1);
    case ';':
      return EmitOperator(TokenKind::kSemicolon, 1);
    case '~':
      return EmitOperator(TokenKind::kTilde, 1);
    case ':':
      return LexColon();
    case '!':
      return LexExclamation();
    case '.':
      return LexDot();
    case '$':
    case '?':
    case '`':
      return EmitOperator(TokenKind::kError, 1);
    default:
      throw Fault(at_, fmt::format("invalid non-printable character U+{:04X}", static_cast<unsigned char>(*at_)));
  }
}

void Lexer::LexDot() {
  if (IsChar(at_[1], char_class::kDigit)) return LexNumber();
  if (at_[1] == '.' && at_[2] == '.') return EmitOperator(TokenKind::kEllipsis, 3);
  EmitOperator(TokenKind::kDot, 1);
}

void Lexer::LexOperatorFamily(TokenKind plain, TokenKind equal) {
  at_[1] == '=' ? EmitOperator(equal, 2) : EmitOperator(plain, 1);
}

void Lexer::LexDoubledFamily(TokenKind plain, TokenKind equal, TokenKind doubled, TokenKind doubled_equal) {
  if (at_[1] != at_[0]) return LexOperatorFamily(plain, equal);
  at_[2] == '=' ? EmitOperator(doubled_equal, 3) : EmitOperator(doubled, 2);
}

void Lexer::LexName() {
  const char* const begin = at_;
  while (IsChar(*at_, char_class::kName)) {
    if (static_cast<unsigned char>(*at_) >= 0x80) return LexUnicodeName(begin);
    ++at_;
  }
  if ((*at_ == '"' || *at_ == '\'') && LexPrefixedString(begin)) return;
  EmitName(begin);
}

void Lexer::LexUnicodeName(const char* begin) {
  at_ = begin + IdentifierLength({begin, static_cast<size_t>(end_ - begin)});
  if (static_cast<unsigned char>(*at_) < 0x80) return EmitName(begin);
  size_t offset = 0;
  const std::string_view rest(at_, static_cast<size_t>(end_ - at_));
  const char32_t c = Utf8Next(rest, offset);
  const char* const bad = at_;
  at_ += offset;
  const auto code = static_cast<uint32_t>(c);
  if (!IsPrintable(c)) throw Fault(bad, fmt::format("invalid non-printable character U+{:04X}", code));
  throw Fault(bad, fmt::format("invalid character '{}' (U+{:04X})", rest.substr(0, offset), code));
}

void Lexer::EmitName(const char* begin) {
  const uint32_t index = names_.Find({begin, static_cast<size_t>(at_ - begin)});
  const TokenKind kind = index < kKeywords.size()
                             ? static_cast<TokenKind>(static_cast<uint32_t>(TokenKind::kFalse) + index)
                             : TokenKind::kName;
  Emit(kind, begin, index);
}

/// In a field of an f-string a colon outside inner brackets begins the format.
void Lexer::LexColon() {
  if (brackets_.empty() || !brackets_.back().is_field) {
    return at_[1] == '=' ? EmitOperator(TokenKind::kColonEqual, 2) : EmitOperator(TokenKind::kColon, 1);
  }
  EmitOperator(TokenKind::kColon, 1);
  brackets_.back().in_format = true;
  LexFStringText();
}

void Lexer::LexExclamation() {
  if (at_[1] == '=') return EmitOperator(TokenKind::kNotEqual, 2);
  const bool in_field = !brackets_.empty() && brackets_.back().is_field;
  EmitOperator(in_field ? TokenKind::kExclamation : TokenKind::kError, 1);
}

void Lexer::Emit(TokenKind kind, const char* begin, uint32_t value) {
  out_.tokens.push_back({kind, Offset(begin), Offset(at_), value});
}

void Lexer::EmitOperator(TokenKind kind, int length) {
  const char* const begin = at_;
  at_ += length;
  Emit(kind, begin);
}

void Lexer::OpenBracket(TokenKind kind, char open) {
  if (brackets_.size() >= kMaxBrackets) throw Fault(at_, "too many nested parentheses");
  brackets_.push_back({open, false, false, Offset(at_)});
  EmitOperator(kind, 1);
}

void Lexer::CloseBracket(TokenKind kind, char open) {
  CheckBracketMatches(open);
  const bool was_field = brackets_.back().is_field;
  brackets_.pop_back();
  EmitOperator(kind, 1);
  if (was_field) LexFStringText();
}

void Lexer::CheckBracketMatches(char open) const {
  if (brackets_.empty()) throw Fault(at_, fmt::format("unmatched '{}'", *at_));
  const Bracket& last = brackets_.back();
  if (last.open == open) return;
  if (last.is_field) throw Fault(at_, fmt::format("f-string: unmatched '{}'", *at_));
  std::string message =
      fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'", *at_, last.open);
  const int line = source_.LineOf(last.offset);
  if (line != source_.LineOf(Offset(at_))) message += fmt::format(" on line {}", line);
  throw Fault(at_, message);
}

Error Lexer::Fault(const char* begin, const std::string& message) const {
  return SyntaxError(source_, {Offset(begin), Offset(at_ > begin ? at_ : begin + 1)}, message);
}
}  // namespace limbeck::python
