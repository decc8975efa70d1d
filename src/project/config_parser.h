#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "limbeck/error.h"
#include "project/ini_file.h"

namespace limbeck::project {

/// Python's ConfigParser with its BasicInterpolation, over one ini file: sections whose values are looked up in the
/// section, then in [DEFAULT], and in which "%(x)s" stands for another value and "%%" for a percent sign.
///
/// One difference, for the sake of passwords in URLs: a percent sign that begins neither of the two stands for itself,
/// where Python raises an error.
///
/// A plain value; reading is safe from several threads. Lookups throw Error (kConfig) when a value refers to something
/// that is not there, at its place in the file.
class ConfigParser {
 public:
  using Items = std::vector<std::pair<std::string, std::string>>;

  /// Without a file; `defaults` are names in [DEFAULT].
  explicit ConfigParser(const std::map<std::string, std::string>& defaults = {});
  ConfigParser(const std::map<std::string, std::string>& defaults, IniFile file);

  /// Without [DEFAULT], in the file's order.
  std::vector<std::string> SectionNames() const;
  /// [DEFAULT] counts as none.
  bool HasSection(const std::string& section) const { return FindSection(section) != nullptr; }
  /// Throws for DEFAULT and for a section that is there.
  void AddSection(const std::string& section);
  bool RemoveSection(const std::string& section);

  bool HasOption(const std::string& section, const std::string& option) const;
  /// Nothing when section or option are not there.
  std::optional<std::string> Get(const std::string& section, const std::string& option) const;
  /// The value without interpolation.
  std::optional<std::string> GetRaw(const std::string& section, const std::string& option) const;
  /// Those of the section, then those of [DEFAULT]. The section must be there.
  std::vector<std::string> OptionNames(const std::string& section) const;
  /// All options of a section or DEFAULT, those of [DEFAULT] first, as Python's dict orders them. The section must be
  /// there.
  Items GetItems(const std::string& section) const;

  /// Throws when the section is not there.
  void Set(const std::string& section, const std::string& option, const std::string& value);
  bool RemoveOption(const std::string& section, const std::string& option);

  /// Where the option's value stands in the file; an empty place for one that no file has.
  Place PlaceOf(const std::string& section, const std::string& option) const;

 private:
  class Interpolation;

  const IniSection* FindSection(const std::string& section) const;
  IniSection* FindWritable(const std::string& section);
  const IniOption* FindOption(const std::string& section, const std::string& option) const;
  std::string Interpolate(const std::string& section, const IniOption& option) const;

  IniFile file_;
};

}  // namespace limbeck::project
