// Strings and f-strings. What is between the quotes is only measured here; string_literal.h decodes it.

#include <fmt/format.h>

#include "python/lexer_state.h"
#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

constexpr size_t kMaxFStrings = 150;
/// Not a flag of a token: the prefix has an `f`.
constexpr uint32_t kIsFString = 1U << 31;

/// Flags of a prefix like `rb`, or nothing when the letters are no prefix.
bool ReadPrefix(std::string_view letters, uint32_t& flags) {
  if (letters.size() > 2) return false;
  bool unicode = false;
  flags = static_cast<uint32_t>(letters.size()) << string_flag::kPrefixShift;
  for (const char letter : letters) {
    const char lower = static_cast<char>(letter | 0x20);
    const uint32_t flag = lower == 'r' ? string_flag::kRaw : lower == 'b' ? string_flag::kBytes : kIsFString;
    if (lower == 'u') unicode = true;
    if (lower != 'u' && lower != 'r' && lower != 'b' && lower != 'f') return false;
    if (lower != 'u' && (flags & flag) != 0) return false;
    if (lower != 'u') flags |= flag;
  }
  const bool both = (flags & string_flag::kBytes) != 0 && (flags & kIsFString) != 0;
  return !both && (!unicode || letters.size() == 1);
}

}  // namespace

/// A string after the letters from `begin`, when they are a prefix: then it is lexed.
bool Lexer::LexPrefixedString(const char* begin) {
  uint32_t flags = 0;
  if (!ReadPrefix({begin, static_cast<size_t>(at_ - begin)}, flags)) return false;
  if ((flags & kIsFString) != 0) {
    StartFString(begin, flags & ~kIsFString);
  } else {
    LexString(begin, flags);
  }
  return true;
}

bool Lexer::AtQuote(char quote, bool triple) const {
  return at_[0] == quote && (!triple || (at_[1] == quote && at_[2] == quote));
}

void Lexer::LexString(const char* begin, uint32_t flags) {
  const char quote = *at_;
  const bool triple = AtQuote(quote, true);
  if (triple) flags |= string_flag::kTriple;
  at_ += triple ? 3 : 1;
  if (!SkipString(quote, triple, flags)) ThrowUnterminated(begin, triple);
  Emit(TokenKind::kString, begin, flags);
}

bool Lexer::SkipString(char quote, bool triple, uint32_t& flags) {
  for (;; ++at_) {
    while (!IsChar(*at_, char_class::kStringStop)) ++at_;
    if (AtQuote(quote, triple)) {
      at_ += triple ? 3 : 1;
      return true;
    }
    if (*at_ == '\\') {
      flags |= string_flag::kEscapes;
      ++at_;
      if (at_[0] == '\r' && at_[1] == '\n') ++at_;
      if (AtEnd()) return false;
    } else if (AtEnd() || (!triple && IsChar(*at_, char_class::kLineEnd))) {
      return false;
    } else if (*at_ == '\r') {
      flags |= string_flag::kEscapes;
    }
  }
}

/// A string that misses its end within a field may be meant as the end of the f-string around.
void Lexer::ThrowUnterminated(const char* begin, bool triple) const {
  const char* quote = begin;
  while (IsChar(*quote, char_class::kName)) ++quote;
  const bool in_field = !fstrings_.empty() && fstrings_.back().brackets < brackets_.size();
  if (in_field && fstrings_.back().quote == *quote &&
      ((fstrings_.back().flags & string_flag::kTriple) != 0) == triple) {
    throw Fault(quote, "f-string: expecting '}'");
  }
  const char* const last = AtEnd() && at_ > text_ && at_[-1] == '\n' ? at_ - 1 : at_;
  const int line = source_.LineOf(Offset(last));
  const Span span{Offset(begin), Offset(quote) + (triple ? 3 : 1)};
  throw SyntaxError(
      source_, span,
      fmt::format("unterminated {}string literal (detected at line {})", triple ? "triple-quoted " : "", line));
}

// --- f-strings ---

void Lexer::StartFString(const char* begin, uint32_t flags) {
  if (fstrings_.size() >= kMaxFStrings) throw Fault(begin, "too many nested f-strings");
  const char quote = *at_;
  const bool triple = AtQuote(quote, true);
  if (triple) flags |= string_flag::kTriple;
  at_ += triple ? 3 : 1;
  Emit(TokenKind::kFStringStart, begin, flags);
  fstrings_.push_back({quote, flags, Offset(begin), brackets_.size()});
  LexFStringText();
}

void Lexer::EmitMiddle(const char* begin, uint32_t flags) {
  if (at_ > begin) Emit(TokenKind::kFStringMiddle, begin, flags);
}

void Lexer::LexFStringText() {
  const FString& string = fstrings_.back();
  const bool in_format = brackets_.size() > string.brackets;
  const char* begin = at_;
  uint32_t flags = string.flags & string_flag::kRaw;
  for (;;) {
    while (!IsChar(*at_, char_class::kFStringStop)) ++at_;
    if (LexFStringStop(begin, flags, in_format)) return;
  }
}

/// One special character of the text; true when the text ends with it.
bool Lexer::LexFStringStop(const char*& begin, uint32_t& flags, bool in_format) {
  const FString& string = fstrings_.back();
  const bool triple = (string.flags & string_flag::kTriple) != 0;
  if (*at_ == '{' || *at_ == '}') return LexFStringBrace(begin, flags, in_format);
  if (AtQuote(string.quote, triple)) {
    if (in_format) throw Fault(at_, "f-string: expecting '}'");
    EndFString(begin, flags);
    return true;
  }
  if (AtEnd() || (!triple && IsChar(*at_, char_class::kLineEnd))) {
    if (in_format && !AtEnd()) throw Fault(at_, "f-string: expecting '}'");
    fstrings_.pop_back();
    ThrowUnterminated(text_ + string.begin, triple);
  }
  if (*at_ == '\\') {
    flags |= string_flag::kEscapes;
    SkipFStringEscape((string.flags & string_flag::kRaw) != 0);
  } else {
    if (*at_ == '\r') flags |= string_flag::kEscapes;
    ++at_;
  }
  return false;
}

/// A brace begins a field, ends one (whose format this was) or, doubled, stands for itself, though not in a format.
bool Lexer::LexFStringBrace(const char*& begin, uint32_t& flags, bool in_format) {
  if (!in_format && at_[1] == at_[0]) {
    flags |= string_flag::kDoubledBraces;
    at_ += 2;
    return false;
  }
  if (*at_ == '}' && !in_format) throw Fault(at_, "f-string: single '}' is not allowed");
  EmitMiddle(begin, flags);
  if (*at_ == '{') {
    OpenBracket(TokenKind::kLeftBrace, '{');
    brackets_.back().is_field = true;
  } else {
    brackets_.pop_back();
    EmitOperator(TokenKind::kRightBrace, 1);
    LexFStringText();
  }
  return true;
}

/// A backslash hides the character after it, but never a brace; `\N{...}` has braces of its own.
void Lexer::SkipFStringEscape(bool raw) {
  ++at_;
  if (*at_ == '{' || *at_ == '}' || AtEnd()) return;
  if (!raw && at_[0] == 'N' && at_[1] == '{') {
    while (*at_ != '}' && !IsChar(*at_, char_class::kStringStop)) ++at_;
    if (*at_ == '}') ++at_;
    return;
  }
  at_ += at_[0] == '\r' && at_[1] == '\n' ? 2 : 1;
}

void Lexer::EndFString(const char* begin, uint32_t flags) {
  EmitMiddle(begin, flags);
  const char* const quote = at_;
  at_ += (fstrings_.back().flags & string_flag::kTriple) != 0 ? 3 : 1;
  Emit(TokenKind::kFStringEnd, quote);
  fstrings_.pop_back();
}

}  // namespace limbeck::python
