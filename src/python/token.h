#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/source.h"
#include "python/ast.h"
#include "python/symbol.h"

namespace limbeck::python {

enum class TokenKind : uint8_t {
  kEndMarker,
  /// The end of the text inside brackets: no rule takes it, so the parser stops here at the latest.
  kEndInBrackets,
  /// Lexing ended here with a fault (TokenList::fault); nothing follows.
  kFault,
  /// A character that no token has: `$`, `?`, a lone `!`, `<>`.
  kError,
  kNewline,
  kIndent,
  kDedent,
  kName,
  kNumber,
  kString,
  /// f"text{field}": kFStringStart kFStringMiddle `{` ... `}` kFStringEnd. Empty middles are left out.
  kFStringStart,
  kFStringMiddle,
  kFStringEnd,

  // operators
  kLeftParenthesis,
  kRightParenthesis,
  kLeftBracket,
  kRightBracket,
  kLeftBrace,
  kRightBrace,
  kComma,
  kColon,
  kColonEqual,
  kSemicolon,
  kDot,
  kEllipsis,
  kArrow,
  kEqual,
  kExclamation,  ///< only in a field of an f-string
  kPlus,
  kMinus,
  kStar,
  kDoubleStar,
  kSlash,
  kDoubleSlash,
  kPercent,
  kAt,
  kLeftShift,
  kRightShift,
  kAmpersand,
  kBar,
  kCaret,
  kTilde,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kEqualEqual,
  kNotEqual,
  // += and so on, in the order of ast::BinaryOperator
  kPlusEqual,
  kMinusEqual,
  kStarEqual,
  kAtEqual,
  kSlashEqual,
  kDoubleSlashEqual,
  kPercentEqual,
  kDoubleStarEqual,
  kLeftShiftEqual,
  kRightShiftEqual,
  kAmpersandEqual,
  kBarEqual,
  kCaretEqual,

  // keywords
  kFalse,
  kNone,
  kTrue,
  kAnd,
  kAs,
  kAssert,
  kAsync,
  kAwait,
  kBreak,
  kClass,
  kContinue,
  kDef,
  kDel,
  kElif,
  kElse,
  kExcept,
  kFinally,
  kFor,
  kFrom,
  kGlobal,
  kIf,
  kImport,
  kIn,
  kIs,
  kLambda,
  kNonlocal,
  kNot,
  kOr,
  kPass,
  kRaise,
  kReturn,
  kTry,
  kWhile,
  kWith,
  kYield,
};

inline constexpr size_t kTokenKinds = static_cast<size_t>(TokenKind::kYield) + 1;

/// What Token::value says of a string or a part of an f-string.
namespace string_flag {
inline constexpr uint32_t kRaw = 1;
inline constexpr uint32_t kBytes = 2;
inline constexpr uint32_t kTriple = 4;
/// It has a backslash or a carriage return: its text is not just the bytes between the quotes.
inline constexpr uint32_t kEscapes = 8;
/// A part of an f-string in which `{{` or `}}` stands for one brace.
inline constexpr uint32_t kDoubledBraces = 16;
/// Letters before the quote: value >> kPrefixShift.
inline constexpr uint32_t kPrefixShift = 8;
}  // namespace string_flag

/// What Token::value says of a number.
namespace number_flag {
inline constexpr uint32_t kFloat = 1;
inline constexpr uint32_t kImaginary = 2;
/// Has a prefix 0x, 0o or 0b.
inline constexpr uint32_t kPrefixed = 4;
}  // namespace number_flag

struct Token {
  TokenKind kind = TokenKind::kEndMarker;
  uint32_t begin = 0;
  uint32_t end = 0;
  /// kName: index into TokenList::names; kString, kNumber and the parts of f-strings: flags.
  uint32_t value = 0;

  Span span() const { return {begin, end}; }
};

/// An identifier of the text; each is there once.
struct TokenName {
  Symbol symbol;
  /// Begins with two underscores and does not end with two: mangled inside a class.
  bool is_private = false;
};

struct TokenList {
  std::vector<Token> tokens;
  std::vector<TokenName> names;
  std::vector<ast::Warning> warnings;
  /// The innermost bracket that is still open at the end of the text; empty when all are closed.
  Span unclosed;
  /// Of a list that ends with kFault: a wrong indentation or continuation. It is told when the parser gets there:
  /// unlike other faults of the lexer, it does not come before those of the grammar in earlier lines.
  std::optional<Error> fault;
};

}  // namespace limbeck::python
