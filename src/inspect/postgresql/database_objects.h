#pragma once

#include "inspect/database_objects.h"

namespace limbeck::inspect::postgresql {

std::vector<ObjectFacts> ReadObjects(driver::Connection& connection);

}  // namespace limbeck::inspect::postgresql
