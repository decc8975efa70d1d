#include "project/sql_variables.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/text.h"
#include "limbeck/error.h"
#include "project/sql_pieces.h"

namespace limbeck::project {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

Values ReadValues(const std::vector<std::string>& arguments) {
  Values values;
  for (const std::string& argument : arguments) {
    const size_t equals = std::min(argument.find('='), argument.size());
    values[argument.substr(0, equals)] = argument.substr(std::min(equals + 1, argument.size()));
  }
  return values;
}

bool IsNameByte(char c, bool first) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return is_letter || (!first && c >= '0' && c <= '9');
}

/// The name in :'name' or :"name" at the colon; empty when no variable stands there. "::" is a cast.
std::string_view VariableAt(std::string_view text, size_t colon) {
  if (text[colon] != ':' || colon + 1 >= text.size() || (colon > 0 && text[colon - 1] == ':')) return {};
  const char quote = text[colon + 1];
  if (quote != '\'' && quote != '"') return {};
  const size_t begin = colon + 2;
  size_t end = begin;
  while (end < text.size() && IsNameByte(text[end], end == begin)) ++end;
  return end < text.size() && text[end] == quote ? text.substr(begin, end - begin) : std::string_view();
}

Error Missing(const SourceFile& source, size_t offset, std::string_view name) {
  const auto begin = static_cast<uint32_t>(offset);
  const Span span{begin, begin + static_cast<uint32_t>(name.size()) + 3};
  return Error(ErrorKind::kCommand, "the revision wants the variable '" + std::string(name) + "'")
      .At(source.PlaceOf(span))
      .Hint("give it with -x " + std::string(name) + "=VALUE");
}

}  // namespace

std::string FillSqlVariables(const SourceFile& source, Span body, const std::vector<std::string>& arguments) {
  const std::string_view text = source.Text(body);
  const Values values = ReadValues(arguments);
  std::string filled;
  for (size_t position = 0; position < text.size();) {
    const std::string_view name = VariableAt(text, position);
    if (!name.empty()) {
      const auto value = values.find(name);
      if (value == values.end()) throw Missing(source, body.begin + position, name);
      const std::string quote(1, text[position + 1]);
      filled += quote + ReplaceAll(value->second, quote, quote + quote) + quote;
      position += name.size() + 3;
      continue;
    }
    const bool is_comment = text.substr(position, 2) == "--";
    const size_t next = is_comment ? std::min(text.find('\n', position), text.size()) : SkipSqlPiece(text, position);
    filled += text.substr(position, next - position);
    position = next;
  }
  return filled;
}

}  // namespace limbeck::project
