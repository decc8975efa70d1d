#include "draw/boxes.h"

#include <algorithm>

#include "base/utf8.h"

namespace limbeck::draw {
namespace {

using Lines = std::vector<std::string>;

constexpr size_t kGap = 2;

std::string Repeat(const char* text, size_t count) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i) repeated += text;
  return repeated;
}

std::string Pad(const std::string& text, size_t width) {
  const size_t length = DisplayWidth(text);
  return length >= width ? text : text + std::string(width - length, ' ');
}

size_t WidestOf(const Lines& lines) {
  size_t widest = 0;
  for (const std::string& line : lines) widest = std::max(widest, DisplayWidth(line));
  return widest;
}

/// What a column refers to: "→ users.id".
std::string ReferenceOf(const Diagram& diagram, size_t table, const std::string& column) {
  for (const Link& link : diagram.links) {
    if (link.from != table) continue;
    const auto found = std::find(link.columns.begin(), link.columns.end(), column);
    if (found == link.columns.end()) continue;
    const auto place = static_cast<size_t>(found - link.columns.begin());
    const std::string referent = place < link.referents.size() ? "." + link.referents[place] : "";
    return "\u2192 " + diagram.tables[link.to].name + referent;
  }
  return "";
}

/// The lines inside a table's box: mark, name, type and reference in columns.
Lines ContentOf(const Diagram& diagram, size_t place) {
  const Table& table = diagram.tables[place];
  Lines names;
  Lines types;
  for (const Column& column : table.columns) {
    names.push_back((column.in_key ? "# " : column.nullable ? "  " : "* ") + column.name);
    types.push_back(column.type);
  }
  const size_t name_width = WidestOf(names);
  const size_t type_width = WidestOf(types);
  Lines lines;
  for (size_t i = 0; i < names.size(); ++i) {
    const std::string reference = ReferenceOf(diagram, place, table.columns[i].name);
    std::string line = Pad(names[i], name_width) + "  " + types[i];
    if (!reference.empty()) line = Pad(names[i], name_width) + "  " + Pad(types[i], type_width) + "  " + reference;
    lines.push_back(std::move(line));
  }
  if (table.folded > 0) lines.push_back("  + " + std::to_string(table.folded) + " more");
  return lines;
}

Lines BoxOf(const Diagram& diagram, size_t place) {
  const Lines content = ContentOf(diagram, place);
  const std::string& name = diagram.tables[place].name;
  const size_t inner = std::max(WidestOf(content), DisplayWidth(name) + 1);
  Lines box = {"\u250c\u2500 " + name + " " + Repeat("\u2500", inner - DisplayWidth(name) - 1) + "\u2510"};
  for (const std::string& line : content) box.push_back("\u2502 " + Pad(line, inner) + " \u2502");
  box.push_back("\u2514" + Repeat("\u2500", inner + 2) + "\u2518");
  return box;
}

std::string TrimEnd(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

/// Boxes in columns of one width, each put under the shortest column.
std::string Arrange(const std::vector<Lines>& boxes, size_t width) {
  size_t widest = 0;
  for (const Lines& box : boxes) widest = std::max(widest, DisplayWidth(box.front()));
  const size_t count = std::max<size_t>(1, std::min(boxes.size(), (width + kGap) / (widest + kGap)));
  std::vector<Lines> columns(count);
  for (const Lines& box : boxes) {
    const auto shortest = std::min_element(
        columns.begin(), columns.end(), [](const Lines& one, const Lines& other) { return one.size() < other.size(); });
    shortest->insert(shortest->end(), box.begin(), box.end());
  }
  size_t height = 0;
  for (const Lines& column : columns) height = std::max(height, column.size());
  std::string text;
  for (size_t row = 0; row < height; ++row) {
    std::string line;
    for (const Lines& column : columns) line += Pad(row < column.size() ? column[row] : "", widest + kGap);
    text += TrimEnd(line) + "\n";
  }
  return text;
}

}  // namespace

std::string ToBoxes(const Diagram& diagram, size_t width) {
  std::string text;
  for (const Group& group : diagram.groups) {
    if (diagram.groups.size() > 1) text += (text.empty() ? "" : "\n") + group.name + "\n\n";
    std::vector<Lines> boxes;
    for (const size_t table : group.tables) boxes.push_back(BoxOf(diagram, table));
    text += Arrange(boxes, width);
  }
  return text;
}

}  // namespace limbeck::draw
