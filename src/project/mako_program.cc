#include "project/mako_program.h"

#include <algorithm>

#include "base/utf8.h"

namespace limbeck::project {
namespace {

/// Byte offset of a line and column.
std::optional<uint32_t> OffsetOf(const SourceFile& source, const Place& place) {
  const std::string_view line = source.Line(place.line);
  if (place.file != source.path() || line.data() == nullptr) return std::nullopt;
  size_t offset = 0;
  for (int column = 1; column < place.column && offset < line.size(); ++column) offset += Utf8Length(line, offset);
  return static_cast<uint32_t>(line.data() - source.text().data()) + static_cast<uint32_t>(offset);
}

}  // namespace

std::optional<Place> MakoProgram::PlaceInTemplate(const Place& place) const {
  const std::optional<uint32_t> offset = OffsetOf(*python_, place);
  if (!offset) return std::nullopt;
  const auto after = std::upper_bound(segments_.begin(), segments_.end(), *offset,
                                      [](uint32_t at, const Segment& segment) { return at < segment.begin; });
  if (after == segments_.begin()) return std::nullopt;
  const Segment& segment = *std::prev(after);
  if (!segment.verbatim) return mako_->PlaceOf(segment.origin);
  const uint32_t begin = std::min(segment.origin.begin + (*offset - segment.begin), segment.origin.end);
  const uint32_t end = std::min(begin + static_cast<uint32_t>(std::max(place.width, 1)), segment.origin.end);
  return mako_->PlaceOf({begin, end});
}

Error MakoProgram::InTemplate(Error error) const {
  std::vector<TraceEntry> trace;
  std::optional<Place> last;
  for (TraceEntry entry : error.trace()) {
    if (entry.place.file == python_->path()) {
      const std::optional<Place> place = PlaceInTemplate(entry.place);
      if (!place) continue;
      entry = {.place = *place, .function = "template"};
      last = place;
    }
    trace.push_back(std::move(entry));
  }
  error.Trace(std::move(trace));
  if (error.place().file != python_->path()) return error;
  const std::optional<Place> place = PlaceInTemplate(error.place());
  if (place || last) error.At(place ? *place : *last);
  return error;
}

}  // namespace limbeck::project
