#pragma once

#include <string>
#include <string_view>

#include "python/ast_expr.h"

namespace limbeck::python {

/// The constant as Python source, and as its repr() but for what has none (an infinite number is 1e309).
std::string ConstantText(const ast::Constant& constant);

/// What becomes of braces: nothing, in a string; two, in the text of an f-string; an escape, in the format of a field,
/// where quotes are escaped in the same way.
enum class Braces : uint8_t { kPlain, kDoubled, kEscaped };

/// Appends the text as it stands between quotes: what a string cannot hold plainly is escaped.
void AppendEscapedText(std::string& out, std::string_view text, char quote, Braces braces = Braces::kPlain);

/// repr() of a str and of bytes.
std::string QuotedText(std::string_view text);
std::string QuotedBytes(std::string_view bytes);

/// \xe9, \u20ac or \U0001f600.
std::string EscapedCode(uint32_t code);

/// The quote that repr() chooses for the text: ' unless only that one is in it.
char QuoteFor(std::string_view text);

}  // namespace limbeck::python
