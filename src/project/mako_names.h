#pragma once

#include <set>
#include <string>

#include "project/mako_template.h"

namespace limbeck::project {

/// Names that a piece of Python mentions, but for attributes and keywords. May have too many (what an f-string says in
/// words, arguments' names), never too few. Names that it declares `global` or `nonlocal` are left out.
void CollectNames(std::string_view code, std::set<std::string>& names);

/// The names of all code in the nodes that runs in the template's body, functions and blocks within included.
std::set<std::string> NamesIn(const MakoTemplate& mako);

/// Whether `loop` is mentioned somewhere in the nodes.
bool MentionsLoop(const SourceFile& source, const MakoNodes& nodes);

/// Whether the name is one of Python's builtins that a template can see.
bool IsPythonBuiltin(const std::string& name);

}  // namespace limbeck::project
