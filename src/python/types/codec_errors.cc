#include <fmt/format.h>

#include "base/utf8.h"
#include "python/literal_text.h"
#include "python/script_error.h"
#include "python/types/codec_state.h"
#include "python/types/str_text.h"

// What becomes of what a codec cannot write or read: errors=.

namespace limbeck::python {
namespace {

constexpr char32_t kFirstEscaped = 0xDC80;  // surrogateescape: byte 0x80
constexpr char32_t kLastEscaped = 0xDCFF;
constexpr char32_t kReplacement = 0xFFFD;

[[noreturn]] void RaiseUnknownHandler(std::string_view errors) {
  Raise(Exceptions().lookup_error, fmt::format("unknown error handler name '{}'", errors));
}

[[noreturn]] void RaiseUnicodeError(const TypeObject* type, std::string_view encoding, Value object, size_t begin,
                                    size_t end, const char* reason) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>{MakeStr(encoding), std::move(object),
                                                    Value::Int(static_cast<int64_t>(begin)),
                                                    Value::Int(static_cast<int64_t>(end)), MakeStr(reason)});
  throw ScriptError(std::move(made));
}

}  // namespace

void RaiseEncodeError(std::string_view encoding, std::string_view text, size_t begin, size_t end, const char* reason) {
  const size_t first = CountCodePoints(text.substr(0, begin));
  const size_t count = CountCodePoints(text.substr(begin, end - begin));
  RaiseUnicodeError(Exceptions().unicode_encode_error, encoding, MakeStr(text), first, first + count, reason);
}

void RaiseDecodeError(std::string_view encoding, std::string_view bytes, size_t begin, size_t end, const char* reason) {
  RaiseUnicodeError(Exceptions().unicode_decode_error, encoding, MakeBytes(std::string(bytes)), begin, end, reason);
}

int Encoder::EscapedByte(char32_t code_point) const {
  const bool is_escaped = errors_ == "surrogateescape" && code_point >= kFirstEscaped && code_point <= kLastEscaped;
  return is_escaped ? static_cast<int>(code_point - kFirstEscaped + 0x80) : -1;
}

std::string Encoder::Replacement(size_t begin, size_t end, const char* reason) const {
  if (errors_ == "ignore") return "";
  std::string replacement;
  for (size_t offset = begin; offset < end;) {
    const char32_t c = NextCodePoint(text_, offset);
    if (errors_ == "replace") {
      replacement += '?';
    } else if (errors_ == "backslashreplace") {
      replacement += EscapedCode(c);
    } else if (errors_ == "xmlcharrefreplace") {
      replacement += fmt::format("&#{};", uint32_t{c});
    } else if (EscapedByte(c) >= 0) {
      replacement += static_cast<char>(EscapedByte(c));
    } else if (errors_ == "strict" || errors_ == "surrogateescape" || errors_ == "surrogatepass") {
      RaiseEncodeError(name_, text_, begin, end, reason);
    } else {
      RaiseUnknownHandler(errors_);
    }
  }
  return replacement;
}

void Decoder::Fail(size_t begin, size_t end, const char* reason) {
  if (errors_ == "ignore") return;
  if (errors_ == "replace") return AppendUtf8(out_, kReplacement);
  if (errors_ == "strict" || errors_ == "surrogatepass") RaiseDecodeError(name_, bytes_, begin, end, reason);
  for (const char c : bytes_.substr(begin, end - begin)) {
    const auto byte = static_cast<unsigned char>(c);
    if (errors_ == "backslashreplace") {
      out_ += EscapedCode(byte);
    } else if (errors_ != "surrogateescape") {
      RaiseUnknownHandler(errors_);
    } else if (byte < 0x80) {
      RaiseDecodeError(name_, bytes_, begin, end, reason);
    } else {
      AppendUtf8(out_, kFirstEscaped + byte - 0x80);
    }
  }
}

}  // namespace limbeck::python
