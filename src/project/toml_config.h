#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

using TomlTable = std::vector<std::pair<std::string, std::string>>;

/// A value of [tool.alembic] whose kind Alembic has no use for: a date, a float, a list of numbers.
struct TomlUnsupported {
  bool operator==(const TomlUnsupported&) const = default;
};

/// A value of [tool.alembic], its texts as written.
using TomlValue = std::variant<TomlUnsupported, bool, int64_t, std::string, std::vector<std::string>, TomlTable,
                               std::vector<TomlTable>>;

/// [tool.alembic] of a pyproject.toml.
struct TomlConfig {
  SourcePtr source;
  std::map<std::string, TomlValue> values;
  /// Where each value stands.
  std::map<std::string, Span> spans;
};

/// Throws Error: kCommand "Incorrect TOML format" when [tool.alembic] is no table, kConfig with the place when the file
/// is no TOML. A file without the table gives no values.
TomlConfig ParseTomlConfig(SourcePtr source);

/// Whether the file has [tool.alembic], of whatever kind.
bool HasTomlSection(const SourcePtr& source);

/// Other projects that a pyproject.toml names as the sources of its dependencies, as paths from its folder.
struct TomlProjectSources {
  /// [tool.uv.sources] and poetry's dependencies that have a `path`.
  std::vector<std::string> paths;
  /// Whether a source is a member of the workspace around the project.
  bool uses_workspace = false;
  /// Folders, or patterns of folders, of [tool.uv.workspace].
  std::vector<std::string> members;
  bool operator==(const TomlProjectSources&) const = default;
};

/// A text that is no TOML names none: nobody asked for it.
TomlProjectSources ReadProjectSources(std::string_view text);

}  // namespace limbeck::project
