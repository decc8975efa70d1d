#pragma once

#include <optional>
#include <string_view>

#include "base/source.h"
#include "project/revision_header.h"

namespace limbeck::project {

/// Reads the header of a revision that is no Python file from the comment lines it begins with:
///
///     -- create users
///     --
///     -- revision: ae1027a6acf
///     -- down_revision: none
///     -- branch_labels: app, core
///     -- depends_on: 55af2cb1c267
///
/// The lines before the first key are the docstring; other keys ("create_date: ...") are not looked at. Lists have
/// commas; "none" and nothing are the empty list.
/// Returns nothing for a file that has no "revision:" line: it is no revision then. Throws Error (kConfig) with the
/// place for a key given twice.
std::optional<RevisionHeader> ScanCommentHeader(const SourceFile& source, std::string_view comment);

/// Bytes from the start of the text that are blank lines and comment lines.
size_t LeadingComments(std::string_view text, std::string_view comment);

}  // namespace limbeck::project
