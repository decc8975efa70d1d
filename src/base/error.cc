#include "limbeck/error.h"

#include <fmt/format.h>

#include <algorithm>

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

/// The statement with a caret under the code point `position` (from 1), if there is one. `indent` is how far the first
/// line is to stand from the left.
std::string MarkStatement(std::string_view statement, int position, size_t indent) {
  if (position < 1) return std::string(statement);
  size_t line_start = 0;
  size_t offset = 0;
  for (int count = 1; count < position && offset < statement.size(); ++count) {
    if (statement[offset] == '\n') line_start = offset + 1;
    offset += Utf8Length(statement, offset);
  }
  const size_t line_end = std::min(statement.find('\n', line_start), statement.size());
  Place place;
  place.source_line = statement.substr(line_start, line_end - line_start);
  place.column = static_cast<int>(Utf8Count(statement.substr(line_start, offset - line_start))) + 1;
  std::string text(statement.substr(0, line_end));
  text += '\n' + std::string(line_start == 0 ? indent : 0, ' ') + CaretLine(place);
  return text.append(statement.substr(line_end));
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
  constexpr std::string_view kStatementLabel = "  statement: ";
  if (!statement_.empty()) {
    const int position = database_ ? database_->position : 0;
    text.append("\n").append(kStatementLabel) += MarkStatement(statement_, position, kStatementLabel.size());
  }
  if (!parameters_.empty()) text += "\n  parameters: " + parameters_;
  if (database_ && !database_->detail.empty()) text += "\n  detail: " + database_->detail;
  if (database_ && !database_->internal_query.empty()) text += "\n  query: " + database_->internal_query;
  if (database_ && !database_->where.empty()) text += "\n  where: " + database_->where;
  if (!hint_.empty()) text += "\n  hint: " + hint_;
  return text;
}

}  // namespace limbeck
