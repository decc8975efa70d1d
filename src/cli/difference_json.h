#pragma once

#include <string>
#include <vector>

#include "compare/difference.h"

namespace limbeck::cli {

/// The differences as a JSON list of objects, for a report: docs/json.md describes them.
std::string ChangesJson(const std::vector<compare::Difference>& differences);

/// Texts as a JSON list.
std::string TextsJson(const std::vector<std::string>& texts);

}  // namespace limbeck::cli
