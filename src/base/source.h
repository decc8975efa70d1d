#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "limbeck/error.h"

namespace limbeck {

/// A stretch of a text, in bytes: [begin, end).
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(const Span&) const = default;
};

/// A text that places point into: a script, a template, an ini file. Immutable, so it is shared by threads;
/// everything that keeps spans keeps the file alive by a shared_ptr.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view Text(Span span) const;

  /// Line of a byte, from 1.
  int LineOf(uint32_t offset) const;
  /// Line, column (in code points), the line's text and the caret's width, which ends with the line.
  Place PlaceOf(Span span) const;
  /// A line without its line end, from 1; empty when there is none.
  std::string_view Line(int number) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<uint32_t> line_starts_;
};

using SourcePtr = std::shared_ptr<const SourceFile>;

}  // namespace limbeck
