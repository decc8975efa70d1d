#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

/// "name = value" of an ini file. The value is what Python's configparser makes of it: lines joined by "\n", each
/// without the white space around it; "%(x)s" stands as written.
struct IniOption {
  /// In lower case.
  std::string name;
  std::string value;
  /// Where each line of the value begins in the file; empty for an option that a program set.
  std::vector<uint32_t> line_offsets;
};

struct IniSection {
  std::string name;
  std::vector<IniOption> options;

  /// By its lower-case name; nullptr if there is none.
  const IniOption* Find(const std::string& option) const;
};

/// An ini file as written, in the file's order.
struct IniFile {
  SourcePtr source;
  /// [DEFAULT]
  IniSection defaults;
  std::vector<IniSection> sections;
};

/// Reads a file by the rules of Python's configparser in the form that Alembic uses: comment lines start with "#" or
/// ";", there are no comments behind values, indented lines continue a value, "=" and ":" separate, nothing may be
/// given twice. A byte order mark is skipped.
///
/// Throws Error (kConfig) with configparser's message, its class as exception_class() and the place.
IniFile ParseIni(SourcePtr source);

}  // namespace limbeck::project
