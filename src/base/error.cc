#include "limbeck/error.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace limbeck {
namespace {

/// Spaces that reach the caret's column; tabs stay tabs so that the caret stands where the terminal puts the text.
std::string CaretLine(const Place& place) {
  std::string line;
  size_t offset = 0;
  for (int column = 1; column < place.column && offset < place.source_line.size(); ++column) {
    line += place.source_line[offset] == '\t' ? '\t' : ' ';
    offset += Utf8Length(place.source_line, offset);
  }
  line += '^';
  line.append(static_cast<size_t>(place.width > 1 ? place.width - 1 : 0), '~');
  return line;
}

}  // namespace

std::string Place::Render() const {
  std::string text = file;
  if (line > 0) text += fmt::format(":{}", line);
  if (line > 0 && column > 0) text += fmt::format(":{}", column);
  if (!source_line.empty()) text += "\n    " + source_line;
  if (!source_line.empty() && column > 0) text += "\n    " + CaretLine(*this);
  return text;
}

std::string Error::Render() const {
  std::string text = what();
  if (!place_.file.empty()) text += "\n  at " + place_.Render();
  for (const std::string& frame : context_) text += "\n  " + frame;
  if (!statement_.empty()) text += "\n  statement: " + statement_;
  if (!hint_.empty()) text += "\n  hint: " + hint_;
  return text;
}

}  // namespace limbeck
