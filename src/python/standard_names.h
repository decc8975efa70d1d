#pragma once

#include <string_view>

namespace limbeck::python {

/// Whether CPython's standard library has a module of that top-level name: "socket", also where Limbeck has none.
bool IsStandardName(std::string_view module);

/// Why a call of something in a module of the standard library is refused: "starts a process". Empty for names that do
/// nothing of that kind.
std::string_view ForbiddenAct(std::string_view dotted_name);

}  // namespace limbeck::python
