#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "project/python_cursor.h"

namespace limbeck::project {

struct PythonNone {
  bool operator==(const PythonNone&) const = default;
};

/// A value that a revision file may give: None, a text, or a tuple, list or set of texts.
using PythonLiteral = std::variant<PythonNone, std::string, std::vector<std::string>>;

/// Reads a literal, up to the end of its statement, which stays. Nothing when it is not of these kinds or needs
/// evaluation, like a name, an f-string or "a" + "b"; the cursor is anywhere then.
std::optional<PythonLiteral> ReadPythonLiteral(PythonCursor& cursor);

/// One or more string literals, which Python joins, of the kinds that need no evaluation; the cursor is behind them and
/// the blanks that follow.
std::optional<std::string> ReadPythonStrings(PythonCursor& cursor);

}  // namespace limbeck::project
