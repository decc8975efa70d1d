#include "draw/mermaid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace limbeck::draw {
namespace {

bool IsPlain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// A name stands in quotes where it has to.
std::string NameOf(const std::string& name) {
  if (!name.empty() && std::all_of(name.begin(), name.end(), IsPlain)) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? '\'' : c;
  return quoted + "\"";
}

/// A word as Mermaid takes it for a type or an attribute: letters, digits and a few signs.
std::string Word(const std::string& text) {
  std::string word;
  for (const char c : text) {
    if (IsPlain(c) || c == '(' || c == ')' || c == '[' || c == ']') {
      word += c;
    } else if (c == ',') {
      word += '-';
    } else if (c == ' ' && !word.empty() && word.back() != '-') {
      word += '_';
    }
  }
  return word.empty() || std::isalpha(static_cast<unsigned char>(word.front())) == 0 ? "_" + word : word;
}

std::string WriteTable(const Table& table) {
  std::string text = "    " + NameOf(table.name) + " {\n";
  for (const Column& column : table.columns) {
    std::vector<std::string> marks;
    if (column.in_key) marks.emplace_back("PK");
    if (column.refers) marks.emplace_back("FK");
    text += fmt::format("        {} {}", Word(column.type), Word(column.name));
    if (!marks.empty()) text += " " + Join(marks, ", ");
    text += "\n";
  }
  return text + "    }\n";
}

}  // namespace

std::string ToMermaid(const Diagram& diagram) {
  std::string text = "erDiagram\n";
  for (const Table& table : diagram.tables) text += WriteTable(table);
  for (const Link& link : diagram.links) {
    text +=
        fmt::format("    {} {}--{} {} : \"{}\"\n", NameOf(diagram.tables[link.to].name), link.optional ? "|o" : "||",
                    link.unique ? "o|" : "o{", NameOf(diagram.tables[link.from].name), Join(link.columns, ", "));
  }
  return text;
}

}  // namespace limbeck::draw
