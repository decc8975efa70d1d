#pragma once

#include "inspect/catalogue.h"

namespace limbeck::inspect::sqlite {

std::unique_ptr<Catalogue> OpenCatalogue(driver::Connection& connection);

}  // namespace limbeck::inspect::sqlite
