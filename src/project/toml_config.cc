// The only file that knows toml++.

#include "project/toml_config.h"

#include <toml++/toml.h>

#include <algorithm>

#include "limbeck/error.h"

namespace limbeck::project {
namespace {

/// Byte offset of a line and column (in code points, from 1), as toml++ counts them.
Span SpanOf(const SourceFile& source, const toml::source_region& region) {
  const std::string_view line = source.Line(static_cast<int>(region.begin.line));
  if (line.data() == nullptr) return {};
  size_t offset = 0;
  for (toml::source_index column = 1; column < region.begin.column && offset < line.size(); ++column) {
    do {
      ++offset;
    } while (offset < line.size() && (static_cast<unsigned char>(line[offset]) & 0xC0) == 0x80);
  }
  const auto begin = static_cast<uint32_t>(line.data() - source.text().data() + static_cast<std::ptrdiff_t>(offset));
  const bool one_line = region.begin.line == region.end.line && region.end.column > region.begin.column;
  return {begin, begin + (one_line ? region.end.column - region.begin.column : 1)};
}

toml::table ParseDocument(const SourceFile& source) {
  try {
    return toml::parse(source.text(), source.path());
  } catch (const toml::parse_error& error) {
    throw Error(ErrorKind::kConfig, std::string(error.description()))
        .ExceptionClass("tomllib.TOMLDecodeError")
        .At(source.PlaceOf(SpanOf(source, error.source())));
  }
}

toml::table ParseLeniently(std::string_view text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error&) {
    return {};
  }
}

TomlTable ReadTable(const toml::table& table, bool& supported) {
  TomlTable texts;
  for (const auto& [key, value] : table) {
    if (!value.is_string()) supported = false;
    texts.emplace_back(std::string(key.str()), value.value_or(std::string()));
  }
  return texts;
}

TomlValue ReadArray(const toml::array& array) {
  bool supported = true;
  if (!array.empty() && array.front().is_table()) {
    std::vector<TomlTable> tables;
    for (const toml::node& item : array) {
      supported = supported && item.is_table();
      if (supported) tables.push_back(ReadTable(*item.as_table(), supported));
    }
    return supported ? TomlValue(std::move(tables)) : TomlUnsupported{};
  }
  std::vector<std::string> texts;
  texts.reserve(array.size());
  for (const toml::node& item : array) {
    supported = supported && item.is_string();
    texts.push_back(item.value_or(std::string()));
  }
  return supported ? TomlValue(std::move(texts)) : TomlUnsupported{};
}

TomlValue ReadValue(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* array = node.as_array()) return ReadArray(*array);
  const auto* table = node.as_table();
  if (table == nullptr) return TomlUnsupported{};
  bool supported = true;
  TomlTable texts = ReadTable(*table, supported);
  return supported ? TomlValue(std::move(texts)) : TomlUnsupported{};
}

void ReadDependencies(const toml::table* dependencies, TomlProjectSources& sources) {
  if (dependencies == nullptr) return;
  for (const auto& [name, dependency] : *dependencies) {
    const auto* table = dependency.as_table();
    if (table == nullptr) continue;
    if (const auto path = (*table)["path"].value<std::string>()) sources.paths.push_back(*path);
    sources.uses_workspace = sources.uses_workspace || (*table)["workspace"].value_or(false);
  }
}

}  // namespace

TomlConfig ParseTomlConfig(SourcePtr source) {
  const toml::table document = ParseDocument(*source);
  TomlConfig config;
  config.source = source;
  const auto section = document["tool"]["alembic"];
  const bool misplaced = document.contains("tool") && !document["tool"].is_table();
  if (misplaced || (section.node() != nullptr && !section.is_table())) {
    const toml::node& node = misplaced ? *document["tool"].node() : *section.node();
    throw Error(ErrorKind::kCommand, "Incorrect TOML format")
        .At(source->PlaceOf(SpanOf(*source, node.source())))
        .Hint("[tool.alembic] is a table");
  }
  if (section.node() == nullptr) return config;
  for (const auto& [key, value] : *section.as_table()) {
    const std::string name(key.str());
    config.values[name] = ReadValue(value);
    config.spans[name] = SpanOf(*source, value.source());
  }
  return config;
}

TomlProjectSources ReadProjectSources(std::string_view text) {
  const toml::table document = ParseLeniently(text);
  const auto tool = document["tool"];
  TomlProjectSources sources;
  ReadDependencies(tool["uv"]["sources"].as_table(), sources);
  ReadDependencies(tool["poetry"]["dependencies"].as_table(), sources);
  if (const toml::table* groups = tool["poetry"]["group"].as_table()) {
    for (const auto& [name, group] : *groups) {
      if (group.is_table()) ReadDependencies((*group.as_table())["dependencies"].as_table(), sources);
    }
  }
  if (const toml::array* members = tool["uv"]["workspace"]["members"].as_array()) {
    for (const toml::node& member : *members) sources.members.push_back(member.value_or(std::string()));
  }
  return sources;
}

bool HasTomlSection(const SourcePtr& source) {
  return ParseDocument(*source)["tool"]["alembic"].node() != nullptr;
}

}  // namespace limbeck::project
