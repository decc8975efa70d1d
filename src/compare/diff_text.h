#pragma once

#include <string>

#include "compare/change.h"

namespace limbeck::compare {

/// The changes as `check` tells them: Python's text of Alembic's list of tuples. Empty when there are none.
std::string DiffText(const Changes& changes);

}  // namespace limbeck::compare
