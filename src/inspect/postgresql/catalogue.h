#pragma once

#include "inspect/catalogue.h"

namespace limbeck::inspect::postgresql {

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection);

}  // namespace limbeck::inspect::postgresql
