#include "base/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace limbeck {

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  for (size_t i = 0; i < text_.size(); ++i) {
    const bool lone_return = text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n');
    if (text_[i] == '\n' || lone_return) line_starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

std::string_view SourceFile::Text(Span span) const {
  const size_t begin = std::min<size_t>(span.begin, text_.size());
  return text().substr(begin, span.end > begin ? span.end - begin : 0);
}

int SourceFile::LineOf(uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<int>(after - line_starts_.begin());
}

std::string_view SourceFile::Line(int number) const {
  if (number < 1 || number > static_cast<int>(line_starts_.size())) return {};
  const size_t begin = line_starts_[static_cast<size_t>(number) - 1];
  const size_t end =
      number < static_cast<int>(line_starts_.size()) ? line_starts_[static_cast<size_t>(number)] : text_.size();
  std::string_view line = text().substr(begin, end - begin);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

Place SourceFile::PlaceOf(Span span) const {
  const uint32_t begin = std::min<uint32_t>(span.begin, static_cast<uint32_t>(text_.size()));
  const int line = LineOf(begin);
  const std::string_view source_line = Line(line);
  const size_t in_line = std::min<size_t>(begin - line_starts_[static_cast<size_t>(line) - 1], source_line.size());
  const size_t length = std::min<size_t>(span.end > begin ? span.end - begin : 1, source_line.size() - in_line);
  return Place{.file = path_,
               .line = line,
               .column = static_cast<int>(Utf8Count(source_line.substr(0, in_line))) + 1,
               .source_line = std::string(source_line),
               .width = std::max(1, static_cast<int>(Utf8Count(source_line.substr(in_line, length))))};
}

}  // namespace limbeck
