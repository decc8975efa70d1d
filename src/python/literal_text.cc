#include "python/literal_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"
#include "python/unicode_identifier.h"

namespace limbeck::python {
namespace {

using ast::Constant;
using ast::ConstantKind;

/// Digits as repr() shows a float: the shortest that mean the same number, with an exponent below 1e-4 and from 1e16.
std::string FloatText(double value) {
  if (std::isinf(value)) return "1e309";
  const double magnitude = std::fabs(value);
  const bool plain = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
  std::array<char, 64> buffer{};
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                    plain ? std::chars_format::fixed : std::chars_format::scientific);
  std::string text(buffer.data(), result.ptr);
  if (plain && text.find('.') == std::string::npos) text += ".0";
  return text;
}

std::string ImaginaryText(double value) {
  std::string text = FloatText(value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text + "j";
}

void AppendEscapedByte(std::string& out, char c, char quote) {
  switch (c) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (c == quote || c == '\\') {
    out += '\\';
    out += c;
  } else if (byte < 0x20 || byte >= 0x7F) {
    out += fmt::format("\\x{:02x}", byte);
  } else {
    out += c;
  }
}

/// A lone surrogate, which is no UTF-8 but may be in a str.
bool IsSurrogate(std::string_view text, size_t offset) {
  return offset + 2 < text.size() && text[offset] == '\xED' && static_cast<unsigned char>(text[offset + 1]) >= 0xA0;
}

uint32_t SurrogateAt(std::string_view text, size_t offset) {
  const auto second = static_cast<unsigned char>(text[offset + 1]);
  const auto third = static_cast<unsigned char>(text[offset + 2]);
  return 0xD000U | ((second & 0x3FU) << 6) | (third & 0x3FU);
}

void AppendCodePoint(std::string& out, std::string_view text, size_t& offset) {
  const size_t begin = offset;
  const char32_t c = Utf8Next(text, offset);
  if (IsPrintable(c)) {
    out += text.substr(begin, offset - begin);
  } else {
    out += EscapedCode(static_cast<uint32_t>(c));
  }
}

}  // namespace

std::string EscapedCode(uint32_t code) {
  if (code <= 0xFF) return fmt::format("\\x{:02x}", code);
  return code <= 0xFFFF ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
}

char QuoteFor(std::string_view text) {
  return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

void AppendEscapedText(std::string& out, std::string_view text, char quote, Braces braces) {
  for (size_t offset = 0; offset < text.size();) {
    const char c = text[offset];
    const bool is_brace = c == '{' || c == '}';
    if (is_brace && braces == Braces::kDoubled) {
      out.append(2, c);
      ++offset;
    } else if (braces == Braces::kEscaped && (is_brace || c == '\'' || c == '"')) {
      out += EscapedCode(static_cast<uint32_t>(c));
      ++offset;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      AppendEscapedByte(out, c, quote);
      ++offset;
    } else if (IsSurrogate(text, offset)) {
      out += EscapedCode(SurrogateAt(text, offset));
      offset += 3;
    } else {
      AppendCodePoint(out, text, offset);
    }
  }
}

std::string QuotedText(std::string_view text) {
  const char quote = QuoteFor(text);
  std::string out(1, quote);
  AppendEscapedText(out, text, quote);
  return out + quote;
}

std::string QuotedBytes(std::string_view bytes) {
  const char quote = QuoteFor(bytes);
  std::string out = "b";
  out += quote;
  for (const char c : bytes) AppendEscapedByte(out, c, quote);
  return out + quote;
}

std::string ConstantText(const Constant& constant) {
  switch (constant.constant) {
    case ConstantKind::kNone:
      return "None";
    case ConstantKind::kTrue:
      return "True";
    case ConstantKind::kFalse:
      return "False";
    case ConstantKind::kEllipsis:
      return "...";
    case ConstantKind::kInt:
      return std::to_string(constant.integer);
    case ConstantKind::kBigInt:
      return std::string(constant.text);
    case ConstantKind::kFloat:
      return FloatText(constant.number);
    case ConstantKind::kImaginary:
      return ImaginaryText(constant.number);
    case ConstantKind::kStr:
      return QuotedText(constant.text);
    case ConstantKind::kBytes:
      return QuotedBytes(constant.text);
  }
  return {};
}

}  // namespace limbeck::python
