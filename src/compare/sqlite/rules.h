#pragma once

#include "compare/rules.h"

namespace limbeck::compare::sqlite {

std::unique_ptr<Rules> MakeRules(Backend& backend);

}  // namespace limbeck::compare::sqlite
