#pragma once

#include "inspect/database_objects.h"

namespace limbeck::inspect::sqlite {

std::vector<ObjectFacts> ReadObjects(driver::Connection& connection);

}  // namespace limbeck::inspect::sqlite
