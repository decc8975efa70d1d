#pragma once

#include <string>
#include <vector>

#include "ops/operation.h"

namespace limbeck::dialect::postgresql {

/// The statements of ReplaceEnum, in the words of alembic-postgresql-enum: the old type steps aside, the new one takes
/// its name, the columns move, the old one goes. Between them stand comparisons of the two types: the conditions of
/// partial indexes and checks need them while a column is of the new type already. A column's default is given as the
/// database writes it: 'sad'::mood
std::vector<std::string> EnumReplacement(const ops::ReplaceEnum& op);

}  // namespace limbeck::dialect::postgresql
