#pragma once

#include "compare/rules.h"

namespace limbeck::compare::postgresql {

std::unique_ptr<Rules> MakeRules(Backend& backend);

}  // namespace limbeck::compare::postgresql
