#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "limbeck/error.h"
#include "python/token.h"

namespace limbeck::python {

/// What a byte can be, for the loops that run over many.
namespace char_class {
inline constexpr uint8_t kNameStart = 1;
inline constexpr uint8_t kName = 2;
inline constexpr uint8_t kDigit = 4;
/// Ends a run of plain bytes in a string: quotes, backslash, line ends, the end of the text.
inline constexpr uint8_t kStringStop = 8;
/// The same in the text of an f-string: braces too.
inline constexpr uint8_t kFStringStop = 16;
/// Ends a comment.
inline constexpr uint8_t kLineEnd = 32;

constexpr uint8_t ClassesOf(int c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  const bool digit = c >= '0' && c <= '9';
  const bool line_end = c == '\n' || c == '\r' || c == 0;
  const bool string_stop = line_end || c == '"' || c == '\'' || c == '\\';
  const bool f_string_stop = string_stop || c == '{' || c == '}';
  return static_cast<uint8_t>((letter ? kNameStart | kName : 0) | (digit ? kName | kDigit : 0) |
                              (string_stop ? kStringStop : 0) | (f_string_stop ? kFStringStop : 0) |
                              (line_end ? kLineEnd : 0));
}

inline constexpr std::array<uint8_t, 256> kClasses = [] {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c) classes[static_cast<size_t>(c)] = ClassesOf(c);
  return classes;
}();
}  // namespace char_class

inline bool IsChar(char c, uint8_t classes) {
  return (char_class::kClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

/// The names of one text, found by their bytes. The first ones are the keywords, in the order of TokenKind, so one
/// look-up tells a keyword from a name.
class NameTable {
 public:
  explicit NameTable(std::vector<TokenName>& names);

  uint32_t Find(std::string_view name);

 private:
  uint32_t Add(std::string_view name, uint64_t hash);
  void Insert(uint32_t index);
  void Grow();

  std::vector<TokenName>& names_;
  /// Open addressing; index + 1 of the name, 0 is empty.
  std::vector<uint32_t> slots_;
};

/// The state of Tokenize(): one object for one text. The parts stand in lexer.cc (lines, names, operators, brackets),
/// lexer_string.cc and lexer_number.cc. The text ends with a null byte, which no token contains, so loops need no other
/// check for the end.
class Lexer {
 public:
  explicit Lexer(const SourceFile& source);

  TokenList Run();

 private:
  /// An open bracket.
  struct Bracket {
    char open;
    /// The brace of a field in an f-string; `in_format` once its colon has been read.
    bool is_field = false;
    bool in_format = false;
    uint32_t offset = 0;
  };
  /// Columns of an indentation with tabs of eight and of one: when they disagree, tabs and spaces are mixed.
  struct Indentation {
    uint32_t column = 0;
    uint32_t strict_column = 0;
  };
  /// An f-string whose end has not been reached.
  struct FString {
    char quote;
    uint32_t flags = 0;
    uint32_t begin = 0;
    /// Brackets open around it.
    size_t brackets = 0;
  };

  // lines
  void LexLineStart();
  Indentation ReadIndentation();
  void ApplyIndentation(Indentation found);
  void LexDedents(Indentation found);
  void StopAt(Error fault);
  void LexNewline();
  void LexContinuation();
  void LexEnd();
  void SkipComment();
  void SkipLineEnd();
  void SkipSpace();

  // tokens
  void LexToken();
  void LexOperator();
  void LexDelimiter();
  void LexDot();
  void LexName();
  void LexUnicodeName(const char* begin);
  void LexColon();
  void LexExclamation();
  void EmitName(const char* begin);
  void Emit(TokenKind kind, const char* begin, uint32_t value = 0);
  void EmitOperator(TokenKind kind, int length);
  /// Operators of which longer ones exist: `x`, `x=` and `xx`, `xx=`.
  void LexOperatorFamily(TokenKind plain, TokenKind equal);
  void LexDoubledFamily(TokenKind plain, TokenKind equal, TokenKind doubled, TokenKind doubled_equal);
  void OpenBracket(TokenKind kind, char open);
  void CloseBracket(TokenKind kind, char open);
  void CheckBracketMatches(char open) const;

  // strings
  bool LexPrefixedString(const char* begin);
  void LexString(const char* begin, uint32_t flags);
  /// Past the string's end; false at the end of the text or line.
  bool SkipString(char quote, bool triple, uint32_t& flags);
  void StartFString(const char* begin, uint32_t flags);
  /// Text of the innermost f-string, or of a field's format, up to the next field or the end.
  void LexFStringText();
  bool LexFStringStop(const char*& begin, uint32_t& flags, bool in_format);
  bool LexFStringBrace(const char*& begin, uint32_t& flags, bool in_format);
  void SkipFStringEscape(bool raw);
  void EndFString(const char* begin, uint32_t flags);
  void EmitMiddle(const char* begin, uint32_t flags);
  bool AtQuote(char quote, bool triple) const;
  [[noreturn]] void ThrowUnterminated(const char* begin, bool triple) const;

  // numbers
  void LexNumber();
  void LexPrefixedNumber(const char* begin);
  void LexDecimal(const char* begin);
  void LexFraction(const char* begin);
  bool SkipExponent();
  /// Digits with single underscores between them.
  void SkipDigits();
  void FinishNumber(const char* begin, uint32_t flags, const char* kind);
  void CheckNumberEnd(const char* kind);

  uint32_t Offset(const char* at) const { return static_cast<uint32_t>(at - text_); }
  Span SpanFrom(const char* begin) const { return {Offset(begin), Offset(at_)}; }
  bool AtEnd() const { return at_ == end_; }
  Error Fault(const char* begin, const std::string& message) const;

  const SourceFile& source_;
  const char* const text_;
  const char* const end_;
  const char* at_;
  TokenList out_;
  NameTable names_;
  std::vector<Bracket> brackets_;
  std::vector<Indentation> indentations_{{}};
  std::vector<FString> fstrings_;
  bool line_start_ = true;
  bool done_ = false;
};

}  // namespace limbeck::python
