#include "python/types/codecs.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/utf8.h"
#include "python/script_error.h"
#include "python/types/codec_state.h"
#include "python/types/str_text.h"

namespace limbeck::python {
namespace {

bool IsSurrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDFFF;
}

// ------------------------------------------------------------------------------------------ utf-8

/// Texts are UTF-8 already: only lone surrogates are not.
void EncodeUtf8(Encoder& encoder, bool passes_surrogates) {
  const std::string_view text = encoder.text();
  const bool may_hold_surrogate = !passes_surrogates && text.find('\xED') != std::string_view::npos;
  if (!may_hold_surrogate) {
    encoder.out() += text;
    return;
  }
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    size_t end = offset;
    while (offset < text.size() && IsSurrogate(NextCodePoint(text, offset))) end = offset;
    if (end == begin) {
      encoder.out() += text.substr(begin, offset - begin);
      continue;
    }
    offset = end;
    encoder.Fail(begin, end, "surrogates not allowed", [&](char32_t c) { encoder.out() += static_cast<char>(c); });
  }
}

/// The bytes that may follow the first one of a sequence, as far as the first one decides.
struct Sequence {
  size_t length;
  unsigned char second_least = 0x80;
  unsigned char second_most = 0xBF;
};

Sequence SequenceOf(unsigned char first, bool passes_surrogates) {
  if (first < 0x80) return {1};
  if (first < 0xC2 || first > 0xF4) return {0};
  if (first < 0xE0) return {2};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED && !passes_surrogates) return {3, 0x80, 0x9F};
  if (first < 0xF0) return {3};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  return first == 0xF4 ? Sequence{4, 0x80, 0x8F} : Sequence{4};
}

void DecodeUtf8(Decoder& decoder) {
  const std::string_view bytes = decoder.bytes();
  for (size_t begin = 0; begin < bytes.size();) {
    const Sequence sequence = SequenceOf(static_cast<unsigned char>(bytes[begin]), decoder.passes_surrogates());
    if (sequence.length == 0) {
      decoder.Fail(begin, begin + 1, "invalid start byte");
      ++begin;
      continue;
    }
    size_t good = 1;
    for (; good < sequence.length && begin + good < bytes.size(); ++good) {
      const auto byte = static_cast<unsigned char>(bytes[begin + good]);
      if (good == 1 ? byte < sequence.second_least || byte > sequence.second_most : (byte & 0xC0) != 0x80) break;
    }
    if (good == sequence.length) {
      decoder.out() += bytes.substr(begin, good);
    } else {
      const bool is_cut = begin + good == bytes.size();
      decoder.Fail(begin, begin + good, is_cut ? "unexpected end of data" : "invalid continuation byte");
    }
    begin += good;
  }
}

// ------------------------------------------------------------------------------------------ one byte each

/// cp1252 from 0x80 to 0x9F; 0: no character.
constexpr char32_t kCp1252Characters[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                          0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                          0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                          0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

enum class ByteCodec { kAscii, kLatin1, kCp1252 };

const char* ReasonOf(ByteCodec codec) {
  if (codec == ByteCodec::kCp1252) return "character maps to <undefined>";
  return codec == ByteCodec::kAscii ? "ordinal not in range(128)" : "ordinal not in range(256)";
}

int ByteOf(ByteCodec codec, char32_t c) {
  if (codec != ByteCodec::kCp1252) return c < (codec == ByteCodec::kAscii ? 0x80U : 0x100U) ? static_cast<int>(c) : -1;
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<int>(c);
  const auto* const found = std::find(std::begin(kCp1252Characters), std::end(kCp1252Characters), c);
  return found == std::end(kCp1252Characters) ? -1 : static_cast<int>(0x80 + (found - std::begin(kCp1252Characters)));
}

void EncodeBytewise(Encoder& encoder, ByteCodec codec) {
  const std::string_view text = encoder.text();
  const auto append = [&](char32_t c) { encoder.out() += static_cast<char>(c); };
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const char32_t c = NextCodePoint(text, offset);
    const int byte = ByteOf(codec, c) >= 0 ? ByteOf(codec, c) : encoder.EscapedByte(c);
    if (byte >= 0) {
      append(static_cast<char32_t>(byte));
      continue;
    }
    for (size_t next = offset; next < text.size() && ByteOf(codec, NextCodePoint(text, next)) < 0;) offset = next;
    encoder.Fail(begin, offset, ReasonOf(codec), append);
  }
}

void DecodeBytewise(Decoder& decoder, ByteCodec codec) {
  const std::string_view bytes = decoder.bytes();
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool is_special = codec == ByteCodec::kCp1252 && byte >= 0x80 && byte < 0xA0;
    const char32_t c = is_special ? kCp1252Characters[byte - 0x80] : byte;
    if ((is_special && c == 0) || (codec == ByteCodec::kAscii && byte >= 0x80)) {
      decoder.Fail(i, i + 1, ReasonOf(codec));
    } else {
      AppendUtf8(decoder.out(), c);
    }
  }
}

// ------------------------------------------------------------------------------------------ by name

enum class Kind { kUtf8, kUtf8WithMark, kByte, kWide, kEscape, kRawEscape };

struct Codec {
  const char* alias;  ///< small letters, with - between words
  const char* name;   ///< as messages have it
  Kind kind;
  ByteCodec byte_codec = ByteCodec::kAscii;
  WideFormat wide = {};
};

constexpr Codec kCodecs[] = {
    {"utf-8", "utf-8", Kind::kUtf8},
    {"utf8", "utf-8", Kind::kUtf8},
    {"u8", "utf-8", Kind::kUtf8},
    {"utf-8-sig", "utf-8", Kind::kUtf8WithMark},
    {"ascii", "ascii", Kind::kByte, ByteCodec::kAscii},
    {"us-ascii", "ascii", Kind::kByte, ByteCodec::kAscii},
    {"646", "ascii", Kind::kByte, ByteCodec::kAscii},
    {"latin-1", "latin-1", Kind::kByte, ByteCodec::kLatin1},
    {"latin1", "latin-1", Kind::kByte, ByteCodec::kLatin1},
    {"iso-8859-1", "latin-1", Kind::kByte, ByteCodec::kLatin1},
    {"iso8859-1", "latin-1", Kind::kByte, ByteCodec::kLatin1},
    {"l1", "latin-1", Kind::kByte, ByteCodec::kLatin1},
    {"cp1252", "charmap", Kind::kByte, ByteCodec::kCp1252},
    {"windows-1252", "charmap", Kind::kByte, ByteCodec::kCp1252},
    {"utf-16", "utf-16", Kind::kWide, {}, {2, false, true}},
    {"utf16", "utf-16", Kind::kWide, {}, {2, false, true}},
    {"utf-16-le", "utf-16-le", Kind::kWide, {}, {2, false, false}},
    {"utf-16le", "utf-16-le", Kind::kWide, {}, {2, false, false}},
    {"utf-16-be", "utf-16-be", Kind::kWide, {}, {2, true, false}},
    {"utf-16be", "utf-16-be", Kind::kWide, {}, {2, true, false}},
    {"utf-32", "utf-32", Kind::kWide, {}, {4, false, true}},
    {"utf32", "utf-32", Kind::kWide, {}, {4, false, true}},
    {"utf-32-le", "utf-32-le", Kind::kWide, {}, {4, false, false}},
    {"utf-32-be", "utf-32-be", Kind::kWide, {}, {4, true, false}},
    {"unicode-escape", "unicodeescape", Kind::kEscape},
    {"raw-unicode-escape", "rawunicodeescape", Kind::kRawEscape},
};

const Codec& FindCodec(std::string_view name) {
  std::string plain = ToLower(name);
  std::replace_if(
      plain.begin(), plain.end(), [](char c) { return c == '_' || c == ' '; }, '-');
  const auto* const found = std::find_if(std::begin(kCodecs), std::end(kCodecs),
                                         [&plain](const Codec& codec) { return plain == codec.alias; });
  if (found == std::end(kCodecs)) Raise(Exceptions().lookup_error, fmt::format("unknown encoding: {}", name));
  return *found;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

std::string EncodeText(std::string_view text, std::string_view encoding, std::string_view errors) {
  const Codec& codec = FindCodec(encoding);
  const bool passes_surrogates = errors == "surrogatepass";
  Encoder encoder(codec.name, text, errors);
  switch (codec.kind) {
    case Kind::kUtf8WithMark:
      encoder.out() += kByteOrderMark;
      [[fallthrough]];
    case Kind::kUtf8:
      EncodeUtf8(encoder, passes_surrogates);
      break;
    case Kind::kByte:
      EncodeBytewise(encoder, codec.byte_codec);
      break;
    case Kind::kWide:
      EncodeWide(encoder, codec.wide, passes_surrogates);
      break;
    case Kind::kEscape:
    case Kind::kRawEscape:
      EncodeEscapes(encoder, codec.kind == Kind::kRawEscape);
      break;
  }
  return std::move(encoder.out());
}

std::string DecodeBytes(std::string_view bytes, std::string_view encoding, std::string_view errors) {
  const Codec& codec = FindCodec(encoding);
  if (codec.kind == Kind::kUtf8WithMark && bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  Decoder decoder(codec.name, bytes, errors);
  switch (codec.kind) {
    case Kind::kUtf8:
    case Kind::kUtf8WithMark:
      DecodeUtf8(decoder);
      break;
    case Kind::kByte:
      DecodeBytewise(decoder, codec.byte_codec);
      break;
    case Kind::kWide:
      DecodeWide(decoder, codec.wide);
      break;
    case Kind::kEscape:
    case Kind::kRawEscape:
      DecodeEscapes(decoder, codec.kind == Kind::kRawEscape);
      break;
  }
  return std::move(decoder.out());
}

}  // namespace limbeck::python
