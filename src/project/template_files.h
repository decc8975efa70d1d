#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "project/mako_template.h"
#include "project/revision_files.h"

namespace limbeck::project {

/// A template of `init`: a folder of files, compiled into the program.
struct EnvironmentTemplate {
  std::string name;
  /// The first line of its README.
  std::string synopsis;
};

/// In the order in which they are listed: Alembic's own, then those without Python.
std::vector<EnvironmentTemplate> EnvironmentTemplates();

/// The text of a file of a template of `init`; nothing if it has none of that name.
std::optional<std::string_view> FindTemplateFile(const std::string& environment, const std::string& name);

/// Names of all files of a template; empty if there is no such template.
std::vector<std::string> TemplateFileNames(const std::string& environment);

/// "script.py.mako", "script.sql.mako" or "script.cc.mako".
std::string ScriptTemplateName(RevisionKind kind);
/// ".py", ".sql" or ".cc".
std::string RevisionExtension(RevisionKind kind);
/// Our own template for revisions of a kind, for folders that have none.
MakoTemplate BuiltInScriptTemplate(RevisionKind kind);

}  // namespace limbeck::project
