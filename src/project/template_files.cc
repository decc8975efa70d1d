#include "project/template_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/embedded_file.h"
#include "limbeck/error.h"

namespace limbeck::project {
namespace {

constexpr std::array<const char*, 7> kEnvironments = {"generic",         "async", "multidb", "pyproject",
                                                      "pyproject_async", "sql",   "cpp"};

struct KindEntry {
  RevisionKind kind;
  const char* extension;
  const char* script_template;
  /// The environment whose script template is the built-in one.
  const char* environment;
};

constexpr KindEntry kKinds[] = {
    {RevisionKind::kPython, ".py", "script.py.mako", "generic"},
    {RevisionKind::kSql, ".sql", "script.sql.mako", "sql"},
    {RevisionKind::kCpp, ".cc", "script.cc.mako", "cpp"},
};

const KindEntry& EntryOf(RevisionKind kind) {
  return *std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindEntry& it) { return it.kind == kind; });
}

std::string FolderOfTemplate(const std::string& environment) {
  return "templates/" + environment + "/";
}

}  // namespace

std::vector<EnvironmentTemplate> EnvironmentTemplates() {
  std::vector<EnvironmentTemplate> templates;
  for (const char* name : kEnvironments) {
    const std::string_view readme = FindTemplateFile(name, "README").value_or("");
    templates.push_back({.name = name, .synopsis = std::string(readme.substr(0, readme.find('\n')))});
  }
  return templates;
}

std::optional<std::string_view> FindTemplateFile(const std::string& environment, const std::string& name) {
  const std::string path = FolderOfTemplate(environment) + name;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.path == path) return file.text;
  }
  return std::nullopt;
}

std::vector<std::string> TemplateFileNames(const std::string& environment) {
  const std::string folder = FolderOfTemplate(environment);
  std::vector<std::string> names;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (file.path.substr(0, folder.size()) == folder) names.emplace_back(file.path.substr(folder.size()));
  }
  return names;
}

std::string ScriptTemplateName(RevisionKind kind) {
  return EntryOf(kind).script_template;
}

std::string RevisionExtension(RevisionKind kind) {
  return EntryOf(kind).extension;
}

MakoTemplate BuiltInScriptTemplate(RevisionKind kind) {
  const KindEntry& entry = EntryOf(kind);
  const std::string_view text = FindTemplateFile(entry.environment, entry.script_template).value_or("");
  return ParseMako(std::make_shared<SourceFile>(entry.script_template, std::string(text)));
}

}  // namespace limbeck::project
