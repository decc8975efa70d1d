#pragma once

#include <string>
#include <variant>
#include <vector>

namespace limbeck::graph {

/// What a caller names: nothing (Python's None, the empty base), one symbol ("head", "ae10", "LABEL@+2"), or several
/// (the rows of a version table). Alembic tells the three apart in its messages and in some rules.
using Identifier = std::variant<std::monostate, std::string, std::vector<std::string>>;

/// "('a', 'b')", as Python prints a tuple of strings.
std::string PythonTuple(const std::vector<std::string>& items);
/// "['a', 'b']"
std::string PythonList(const std::vector<std::string>& items);

/// str() of the value: None, the symbol itself, or the tuple.
std::string PythonText(const Identifier& identifier);
/// Python's truth: None, "" and () are false.
bool IsEmpty(const Identifier& identifier);
/// The names in it; none for None.
std::vector<std::string> NamesOf(const Identifier& identifier);

}  // namespace limbeck::graph
