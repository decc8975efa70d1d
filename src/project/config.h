#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/environment.h"
#include "base/files.h"
#include "project/config_parser.h"
#include "project/hooks.h"
#include "project/toml_config.h"

namespace limbeck::project {

/// The two files that configuration may come from, as named; neither needs to be there.
struct ConfigFiles {
  std::string ini = "alembic.ini";
  std::string toml = "pyproject.toml";
  bool operator==(const ConfigFiles&) const = default;
};

/// The files that `-c` (given any number of times) and ALEMBIC_CONFIG name. Throws Error (kCommand) when one kind is
/// named twice.
ConfigFiles ChooseConfigFiles(const std::vector<std::string>& named, Environment& environment);

/// The configuration of an environment: alembic.ini and [tool.alembic] of pyproject.toml. The ini wins, option by
/// option. What env.py calls `context.config` is this.
///
/// A value. Reading is safe from several threads; what a program sets is kept here, never written to a file.
class Config {
 public:
  /// No file; options are set by the program.
  explicit Config(std::string section = "alembic", const std::map<std::string, std::string>& arguments = {});

  /// Reads the files that are there. `arguments` are further names for "%(x)s", beside "here".
  /// Throws Error (kConfig, or kCommand "Incorrect TOML format") with the place when one cannot be read.
  static Config Load(FileSystem& files, const ConfigFiles& names, std::string section = "alembic",
                     const std::map<std::string, std::string>& arguments = {});

  /// As named, also when there is no such file; nothing for a configuration without files.
  const std::optional<std::string>& config_file_name() const { return config_file_name_; }
  const std::optional<std::string>& toml_file_name() const { return toml_file_name_; }
  const std::string& config_ini_section() const { return section_; }
  /// The ini and the toml that were read.
  bool has_ini_file() const { return has_ini_file_; }
  bool has_toml_file() const { return toml_.source != nullptr; }

  /// The ini alone, as a script sees it through `config.file_config`.
  const ConfigParser& parser() const { return parser_; }
  ConfigParser& parser() { return parser_; }

  // The ini alone. Options are named in any case; values are interpolated.

  /// Nothing when there is no such section.
  std::optional<ConfigParser::Items> GetSection(const std::string& name) const;
  /// Throws Error (kCommand) when there is no such section.
  std::optional<std::string> GetSectionOption(const std::string& section, const std::string& name) const;
  std::optional<std::string> GetMainOption(const std::string& name) const;
  /// Makes the section when it is not there.
  void SetSectionOption(const std::string& section, const std::string& name, const std::string& value);
  void SetMainOption(const std::string& name, const std::string& value);
  void RemoveMainOption(const std::string& name);

  // The ini, or else the toml.

  /// The value of either, with "%(here)s" replaced. Throws Error (kCommand) for a toml value of a kind that no option
  /// has.
  std::optional<TomlValue> GetAlembicOption(const std::string& name) const;
  /// The same for an option that is one text.
  std::optional<std::string> GetAlembicText(const std::string& name) const;
  /// True for "true" and nothing else; in toml it must be a boolean.
  bool GetAlembicBoolean(const std::string& name) const;

  std::optional<int> TruncateSlugLength() const;
  /// Whether `revision` and `history` run env.py: as SQLAlchemy reads a flag ("yes", "on", "1" ...).
  bool RevisionEnvironment() const;

  // Lists. Texts that say what is deprecated in the configuration are added to `notes` (may be null).

  std::optional<std::vector<std::string>> VersionLocations(std::vector<std::string>* notes = nullptr) const;
  std::optional<std::vector<std::string>> PrependSysPath(std::vector<std::string>* notes = nullptr) const;
  /// An option of our own: words between blanks, commas and line ends, or a list in toml. Empty when it is not given.
  std::vector<std::string> Words(const std::string& name) const;
  std::vector<PostWriteHook> Hooks() const;

  /// Where an option of the main section or of the toml is given; an empty place if nowhere.
  Place PlaceOf(const std::string& name) const;

 private:
  std::optional<TomlValue> GetTomlOption(const std::string& name) const;
  std::optional<std::vector<std::string>> GetTomlList(const std::string& name) const;
  std::string FormatToml(const std::string& name, const std::string& text) const;
  TomlTable FormatToml(const std::string& name, TomlTable table) const;
  Place TomlPlaceOf(const std::string& name) const;
  std::optional<char> Separator(const std::vector<std::string>& names, std::vector<std::string>* notes) const;
  std::vector<PostWriteHook> IniHooks() const;
  std::vector<PostWriteHook> TomlHooks() const;

  std::string section_;
  std::optional<std::string> config_file_name_;
  std::optional<std::string> toml_file_name_;
  bool has_ini_file_ = false;
  ConfigParser parser_;
  TomlConfig toml_;
  std::map<std::string, std::string> toml_arguments_;
};

}  // namespace limbeck::project
