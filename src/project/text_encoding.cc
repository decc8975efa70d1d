#include "project/text_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::project {
namespace {

enum class Encoding { kUtf8, kUtf8Signature, kUtf16, kUtf16Little, kUtf16Big, kAscii, kLatin1 };

struct EncodingEntry {
  Encoding encoding;
  std::vector<std::string_view> names;
};

const std::vector<EncodingEntry>& Encodings() {
  static const std::vector<EncodingEntry> entries = {
      {Encoding::kUtf8, {"utf-8", "utf8", "u8", "utf", "cp65001"}},
      {Encoding::kUtf8Signature, {"utf-8-sig", "utf8-sig"}},
      {Encoding::kUtf16, {"utf-16", "utf16", "u16"}},
      {Encoding::kUtf16Little, {"utf-16-le", "utf-16le"}},
      {Encoding::kUtf16Big, {"utf-16-be", "utf-16be"}},
      {Encoding::kAscii, {"ascii", "us-ascii", "646"}},
      {Encoding::kLatin1, {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "latin", "8859", "cp819"}},
  };
  return entries;
}

Encoding FindEncoding(const std::string& name, const Place& place) {
  const std::string folded = ReplaceAll(ToLower(name), "_", "-");
  for (const EncodingEntry& entry : Encodings()) {
    if (std::find(entry.names.begin(), entry.names.end(), folded) != entry.names.end()) return entry.encoding;
  }
  throw Error(ErrorKind::kConfig, "unknown encoding: " + name)
      .ExceptionClass("LookupError")
      .At(place)
      .Hint("the known ones are utf-8, utf-16, ascii and latin-1");
}

std::string ToSingleBytes(std::string_view text, Encoding encoding, const std::string& name, const Place& place) {
  std::string out;
  size_t position = 0;
  for (size_t offset = 0; offset < text.size(); ++position) {
    const char32_t c = Utf8Next(text, offset);
    if (c > (encoding == Encoding::kLatin1 ? 0xFF : 0x7F)) {
      throw Error(ErrorKind::kConfig, fmt::format("'{}' codec can't encode character U+{:04X} in position {}", name,
                                                  static_cast<uint32_t>(c), position))
          .ExceptionClass("UnicodeEncodeError")
          .At(place)
          .Hint("set output_encoding to utf-8");
    }
    out += static_cast<char>(c);
  }
  return out;
}

void AppendUnit(std::string& out, char32_t unit, bool is_big) {
  const char high = static_cast<char>(unit >> 8);
  const char low = static_cast<char>(unit & 0xFF);
  out += is_big ? high : low;
  out += is_big ? low : high;
}

std::string ToUtf16(std::string_view text, bool is_big, bool has_mark) {
  std::string out;
  if (has_mark) AppendUnit(out, 0xFEFF, is_big);
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = Utf8Next(text, offset);
    if (c < 0x10000) {
      AppendUnit(out, c, is_big);
    } else {
      AppendUnit(out, 0xD800 + ((c - 0x10000) >> 10), is_big);
      AppendUnit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), is_big);
    }
  }
  return out;
}

}  // namespace

std::string EncodeText(std::string_view text, const std::string& encoding, const Place& place) {
  switch (const Encoding found = FindEncoding(encoding, place)) {
    case Encoding::kUtf8:
      return std::string(text);
    case Encoding::kUtf8Signature:
      return "\xEF\xBB\xBF" + std::string(text);
    case Encoding::kUtf16:
      return ToUtf16(text, false, true);
    case Encoding::kUtf16Little:
      return ToUtf16(text, false, false);
    case Encoding::kUtf16Big:
      return ToUtf16(text, true, false);
    default:
      return ToSingleBytes(text, found, encoding, place);
  }
}

}  // namespace limbeck::project
