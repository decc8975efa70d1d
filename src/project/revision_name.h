#pragma once

#include <string>

#include "project/create_date.h"
#include "project/script_directory.h"

namespace limbeck::project {

/// A message as part of a file's name: its words (letters, digits and "_" of any script) joined by "_", in lower case,
/// and of a longer one the words that `length` characters hold, with a "_" at the end.
std::string SlugOf(const std::string& message, int length);

/// The name of a new revision's file without its extension: `file_template` filled in; with "/" in it, in folders.
/// Throws Error (kConfig) with Python's message at the template's place when the template makes no sense.
std::string RevisionFileName(const ScriptDirectory& directory, const std::string& id, const std::string& message,
                             const CreateDate& date);

}  // namespace limbeck::project
