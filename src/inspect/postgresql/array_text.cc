#include "inspect/postgresql/array_text.h"

#include "base/text.h"

namespace limbeck::inspect::postgresql {

std::vector<std::optional<std::string>> ReadArray(std::string_view text) {
  std::vector<std::optional<std::string>> items;
  size_t at = 1;
  while (at < text.size() && text[at] != '}') {
    std::string item;
    const bool quoted = text[at] == '"';
    if (quoted) ++at;
    while (at < text.size() && (quoted ? text[at] != '"' : text[at] != ',' && text[at] != '}')) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      item += text[at++];
    }
    if (quoted) ++at;
    if (at < text.size() && text[at] == ',') ++at;
    const bool is_null = !quoted && item == "NULL";
    items.push_back(is_null ? std::nullopt : std::optional(std::move(item)));
  }
  return items;
}

std::vector<std::string> ReadTexts(std::string_view text) {
  std::vector<std::string> texts;
  for (std::optional<std::string>& item : ReadArray(text)) texts.push_back(std::move(item).value_or(""));
  return texts;
}

std::string WriteArray(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) {
    quoted.push_back("\"" + ReplaceAll(ReplaceAll(text, "\\", "\\\\"), "\"", "\\\"") + "\"");
  }
  return "{" + Join(quoted, ",") + "}";
}

}  // namespace limbeck::inspect::postgresql
