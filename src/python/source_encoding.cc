#include "python/source_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Encoding { kUtf8, kAscii, kLatin1, kWindows1252 };

/// What Windows-1252 puts where Latin-1 has control characters; 0 where it has nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool IsNameChar(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

/// The name behind "coding:" or "coding=" in a comment line.
std::string_view FindDeclaration(std::string_view line) {
  const size_t hash = line.find_first_not_of(" \t\f");
  if (hash == std::string_view::npos || line[hash] != '#') return {};
  for (size_t at = line.find("coding", hash); at != std::string_view::npos; at = line.find("coding", at + 1)) {
    size_t begin = at + 6;
    if (begin >= line.size() || (line[begin] != ':' && line[begin] != '=')) continue;
    begin = std::min(line.find_first_not_of(" \t", begin + 1), line.size());
    const size_t end = static_cast<size_t>(
        std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(begin), line.end(), IsNameChar) - line.begin());
    if (end > begin) return line.substr(begin, end - begin);
  }
  return {};
}

/// A second line declares only when the first one is blank or a comment.
std::string_view DeclaredEncoding(const SourceFile& source) {
  const std::string_view first = source.Line(1);
  if (const std::string_view name = FindDeclaration(first); !name.empty()) return name;
  const std::string_view code = TrimLeft(first);
  return code.empty() || code[0] == '#' ? FindDeclaration(source.Line(2)) : std::string_view{};
}

bool IsOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// In small letters, with one '-' for whatever stands between them: "utf- 8" is declared as "utf-", which is "utf".
std::string NormalizedName(std::string_view declared) {
  std::string name;
  for (const char c : ToLower(declared)) {
    if (c != '-' && c != '_') {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  if (name.ends_with('-')) name.pop_back();
  return name;
}

std::optional<Encoding> EncodingOf(std::string_view declared) {
  const std::string name = NormalizedName(declared);
  if (name.empty() || IsOneOf(name, {"utf-8", "utf8", "utf", "u8", "utf-8-sig", "cp65001"}) ||
      name.starts_with("utf-8-")) {
    return Encoding::kUtf8;
  }
  if (IsOneOf(name, {"ascii", "us-ascii", "646"})) return Encoding::kAscii;
  if (IsOneOf(name, {"latin-1", "iso-8859-1", "iso-latin-1", "latin1", "iso8859-1", "l1", "cp819"}) ||
      name.starts_with("latin-1-") || name.starts_with("iso-8859-1-") || name.starts_with("iso-latin-1-")) {
    return Encoding::kLatin1;
  }
  if (IsOneOf(name, {"cp1252", "windows-1252", "1252"})) return Encoding::kWindows1252;
  return std::nullopt;
}

Span ByteAt(size_t offset) {
  return {static_cast<uint32_t>(offset), static_cast<uint32_t>(offset + 1)};
}

void RefuseInvalidUtf8(const SourceFile& source) {
  const size_t bad = FindInvalidUtf8(source.text());
  if (bad == std::string_view::npos) return;
  const Span span = ByteAt(bad);
  throw SyntaxError(
      source, span,
      fmt::format("Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding "
                  "declared; see https://peps.python.org/pep-0263/ for details",
                  static_cast<unsigned char>(source.text()[bad]), source.path(), source.LineOf(span.begin)));
}

std::string DecodeBytes(const SourceFile& source, Encoding encoding) {
  std::string decoded;
  decoded.reserve(source.text().size() + source.text().size() / 8);
  for (size_t at = 0; at < source.text().size(); ++at) {
    const auto byte = static_cast<unsigned char>(source.text()[at]);
    const bool special = encoding == Encoding::kWindows1252 && byte >= 0x80 && byte < 0xA0;
    const char32_t code_point = special ? kWindows1252[byte - 0x80] : byte;
    if (byte >= 0x80 && (encoding == Encoding::kAscii || code_point == 0)) {
      const char* const reason = encoding == Encoding::kAscii ? "'ascii' codec can't decode byte 0x{:02x} in position "
                                                                "{}: ordinal not in range(128)"
                                                              : "'charmap' codec can't decode byte 0x{:02x} in "
                                                                "position {}: character maps to <undefined>";
      throw SyntaxError(source, ByteAt(at), fmt::format(fmt::runtime(reason), byte, at));
    }
    AppendUtf8(decoded, code_point);
  }
  return decoded;
}

}  // namespace

SourcePtr DecodeSource(SourcePtr source) {
  const std::string_view text = source->text();
  if (const size_t null = text.find('\0'); null != std::string_view::npos) {
    throw SyntaxError(*source, ByteAt(null), "source code string cannot contain null bytes");
  }
  const bool marked = text.starts_with(kByteOrderMark);
  if (marked) source = std::make_shared<SourceFile>(source->path(), std::string(text.substr(kByteOrderMark.size())));
  const std::string_view declared = DeclaredEncoding(*source);
  const std::optional<Encoding> encoding = EncodingOf(declared);
  if (!encoding) {
    throw SyntaxError(*source, {}, fmt::format("unknown encoding: {}", declared)).Hint("save the file as UTF-8");
  }
  if (marked && encoding != Encoding::kUtf8) {
    throw SyntaxError(*source, {}, fmt::format("encoding problem: {} with BOM", declared));
  }
  if (encoding == Encoding::kUtf8) {
    RefuseInvalidUtf8(*source);
    return source;
  }
  std::string decoded = DecodeBytes(*source, *encoding);
  if (decoded == source->text()) return source;
  return std::make_shared<SourceFile>(source->path(), std::move(decoded));
}

}  // namespace limbeck::python
