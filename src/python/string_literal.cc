#include "python/string_literal.h"

#include <fmt/format.h>

#include <cstring>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "python/syntax_error.h"
#include "python/token.h"
#include "python/unicode_names.h"

namespace limbeck::python {
namespace {

constexpr uint32_t kNoDigit = 16;

uint32_t HexDigit(char c) {
  if (c >= '0' && c <= '9') return static_cast<uint32_t>(c - '0');
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? static_cast<uint32_t>(lower - 'a' + 10) : kNoDigit;
}

bool IsOctal(char c) {
  return c >= '0' && c <= '7';
}

/// The character that `\c` stands for when it is one letter; 0 for others.
char SimpleEscape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return 0;
  }
}

class Decoder {
 public:
  Decoder(const SourceFile& source, Span body, uint32_t flags, char* out, std::vector<ast::Warning>& warnings)
      : source_(source),
        body_(body),
        begin_(source.text().data() + body.begin),
        end_(source.text().data() + body.end),
        at_(begin_),
        bytes_((flags & string_flag::kBytes) != 0),
        raw_((flags & string_flag::kRaw) != 0),
        braces_((flags & string_flag::kDoubledBraces) != 0),
        out_(out),
        warnings_(warnings) {}

  char* Run() {
    while (at_ < end_) DecodeNext();
    return out_;
  }

 private:
  void DecodeNext() {
    const char c = *at_;
    if (c == '\\' && !raw_) return DecodeEscape();
    if (c == '\r') return DecodeReturn();
    if (bytes_ && static_cast<unsigned char>(c) >= 0x80) {
      throw SyntaxError(source_, body_, "bytes can only contain ASCII literal characters");
    }
    if (braces_ && (c == '{' || c == '}')) ++at_;
    *out_++ = *at_++;
  }

  void DecodeReturn() {
    *out_++ = '\n';
    at_ += at_ + 1 < end_ && at_[1] == '\n' ? 2 : 1;
  }

  void DecodeEscape() {
    const char* const escape = at_++;
    const char c = *at_;
    if (const char simple = SimpleEscape(c)) {
      *out_++ = simple;
      ++at_;
    } else if (c == '\n') {
      ++at_;
    } else if (c == '\r') {
      at_ += at_ + 1 < end_ && at_[1] == '\n' ? 2 : 1;
    } else if (IsOctal(c)) {
      DecodeOctal();
    } else if (c == 'x') {
      DecodeHex(escape, 2, "truncated \\xXX escape");
    } else if (c == 'u' && !bytes_) {
      DecodeHex(escape, 4, "truncated \\uXXXX escape");
    } else if (c == 'U' && !bytes_) {
      DecodeHex(escape, 8, "truncated \\UXXXXXXXX escape");
    } else if (c == 'N' && !bytes_) {
      DecodeName(escape);
    } else {
      KeepUnknown(escape);
    }
  }

  void DecodeOctal() {
    uint32_t value = 0;
    for (int i = 0; i < 3 && at_ < end_ && IsOctal(*at_); ++i) value = value * 8 + static_cast<uint32_t>(*at_++ - '0');
    Append(bytes_ ? value & 0xFF : value);
  }

  void DecodeHex(const char* escape, int digits, const char* truncated) {
    ++at_;
    uint32_t value = 0;
    for (int i = 0; i < digits; ++i, ++at_) {
      const uint32_t digit = at_ < end_ ? HexDigit(*at_) : kNoDigit;
      if (digit == kNoDigit) throw BadEscape(escape, truncated);
      value = value * 16 + digit;
    }
    if (value > 0x10FFFF) throw BadEscape(escape, "illegal Unicode character");
    Append(value);
  }

  /// `\N{DEGREE SIGN}`
  void DecodeName(const char* escape) {
    ++at_;
    const char* const open = at_;
    const void* const close =
        at_ < end_ && *at_ == '{' ? std::memchr(at_, '}', static_cast<size_t>(end_ - at_)) : nullptr;
    if (close == nullptr || close == open + 1) throw BadEscape(escape, "malformed \\N character escape");
    at_ = static_cast<const char*>(close) + 1;
    const std::string_view name(open + 1, static_cast<size_t>(at_ - open) - 2);
    const std::optional<char32_t> code_point = FindUnicodeName(name);
    if (!code_point) {
      throw BadEscape(escape, "unknown Unicode character name")
          .Hint(fmt::format("'{}' is not among the names that Limbeck knows: write the character itself or \\uXXXX",
                            name));
    }
    Append(*code_point);
  }

  /// The backslash stays, and what follows it is read as any text: a brace may be doubled.
  void KeepUnknown(const char* escape) {
    const size_t length = Utf8Length({at_, static_cast<size_t>(end_ - at_)}, 0);
    warnings_.push_back(
        {SpanOf(escape, at_ + length), fmt::format("invalid escape sequence '\\{}'", std::string_view(at_, length))});
    *out_++ = '\\';
  }

  void Append(uint32_t code_point) {
    if (bytes_ || code_point < 0x80) {
      *out_++ = static_cast<char>(code_point);
      return;
    }
    std::string text;
    AppendUtf8(text, code_point);
    out_ = std::copy(text.begin(), text.end(), out_);
  }

  Span SpanOf(const char* begin, const char* end) const {
    return {body_.begin + static_cast<uint32_t>(begin - begin_), body_.begin + static_cast<uint32_t>(end - begin_)};
  }

  /// CPython counts in the text that it hands to its decoder, where a character beyond ASCII is ten long.
  size_t PositionOf(const char* at) const {
    size_t position = 0;
    for (const char* c = begin_; c < at; ++c) {
      const auto byte = static_cast<unsigned char>(*c);
      if (byte < 0x80) position += 1;
      if (byte >= 0xC0) position += 10;
    }
    return position;
  }

  Error BadEscape(const char* escape, const char* reason) const {
    const Span span = SpanOf(escape, at_ > escape + 1 ? at_ : escape + 2);
    const size_t first = PositionOf(escape);
    if (bytes_)
      return SyntaxError(source_, span, fmt::format("(value error) invalid \\x escape at position {}", first));
    return SyntaxError(source_, span,
                       fmt::format("(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}",
                                   first, PositionOf(at_) - 1, reason));
  }

  const SourceFile& source_;
  const Span body_;
  const char* const begin_;
  const char* const end_;
  const char* at_;
  const bool bytes_;
  const bool raw_;
  const bool braces_;
  char* out_;
  std::vector<ast::Warning>& warnings_;
};

}  // namespace

char* DecodeString(const SourceFile& source, Span body, uint32_t flags, char* out,
                   std::vector<ast::Warning>& warnings) {
  return Decoder(source, body, flags, out, warnings).Run();
}

}  // namespace limbeck::python
