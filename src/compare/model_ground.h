#pragma once

#include <string>
#include <vector>

#include "compare/compare.h"

namespace limbeck::compare {

/// The enums and the sequences that models need where there is nothing yet, as changes that make them before the
/// tables; the models' types say from then on that they are there. Empty where a database has no such things.
Changes MakeGroundFor(std::vector<ModelTable>& models, std::vector<schema::Sequence> sequences,
                      const std::string& default_schema, const Rules& rules);

}  // namespace limbeck::compare
