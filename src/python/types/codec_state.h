#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What the codecs share: the texts that they read and write, and what becomes of what they cannot.

namespace limbeck::python {

/// Writes bytes. Code points that the encoding lacks are given to Fail().
class Encoder {
 public:
  Encoder(std::string_view name, std::string_view text, std::string_view errors)
      : name_(name), text_(text), errors_(errors) {}

  std::string_view text() const { return text_; }
  std::string& out() { return out_; }

  /// The code points from `begin` to `end` (byte offsets) cannot be written. Writes what the error handler puts there
  /// instead: `append` writes one code point that the encoding has.
  template <typename Append>
  void Fail(size_t begin, size_t end, const char* reason, Append append) {
    const std::string replacement = Replacement(begin, end, reason);
    for (const char c : replacement) append(static_cast<char32_t>(static_cast<unsigned char>(c)));
  }
  /// With surrogateescape: the byte that the surrogate was made of, or -1.
  int EscapedByte(char32_t code_point) const;

 private:
  std::string Replacement(size_t begin, size_t end, const char* reason) const;

  std::string_view name_;
  std::string_view text_;
  std::string_view errors_;
  std::string out_;
};

/// Writes text. Bytes that mean nothing are given to Fail().
class Decoder {
 public:
  Decoder(std::string_view name, std::string_view bytes, std::string_view errors)
      : name_(name), bytes_(bytes), errors_(errors) {}

  std::string_view bytes() const { return bytes_; }
  std::string& out() { return out_; }
  bool passes_surrogates() const { return errors_ == "surrogatepass"; }

  void Fail(size_t begin, size_t end, const char* reason);

 private:
  std::string_view name_;
  std::string_view bytes_;
  std::string_view errors_;
  std::string out_;
};

[[noreturn]] void RaiseEncodeError(std::string_view encoding, std::string_view text, size_t begin, size_t end,
                                   const char* reason);
[[noreturn]] void RaiseDecodeError(std::string_view encoding, std::string_view bytes, size_t begin, size_t end,
                                   const char* reason);

/// 2 or 4 bytes for each unit.
struct WideFormat {
  int unit;
  bool big_endian;
  bool has_mark;  ///< writes a byte order mark, and goes by one
};
void EncodeWide(Encoder& encoder, WideFormat format, bool passes_surrogates);
void DecodeWide(Decoder& decoder, WideFormat format);

/// unicode_escape; `raw`: only \u and \U.
void EncodeEscapes(Encoder& encoder, bool raw);
void DecodeEscapes(Decoder& decoder, bool raw);

}  // namespace limbeck::python
