#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

/// What a revision file says about itself.
struct RevisionHeader {
  /// Nothing when the file does not assign it.
  std::optional<std::string> revision;
  /// Nothing when the file does not assign it; empty for None.
  std::optional<std::vector<std::string>> down_revisions;
  std::vector<std::string> branch_labels;
  std::vector<std::string> depends_on;
  /// As written, with the white space around it.
  std::string docstring;

  bool operator==(const RevisionHeader&) const = default;
};

/// A header, or what in the file keeps it from being known without running the file.
struct HeaderScan {
  RevisionHeader header;
  /// A value that is no literal, an assignment under an `if`, an import that binds one of the names ...; nothing when
  /// the header is whole.
  std::optional<Span> not_literal;
};

/// Reads the header of a Python revision file without parsing it: only assignments at the left margin to `revision`,
/// `down_revision`, `branch_labels` and `depends_on`, and the docstring. The last assignment counts. The text is UTF-8,
/// as python::DecodeSource gives it.
HeaderScan ScanPythonHeader(std::string_view text);

}  // namespace limbeck::project
