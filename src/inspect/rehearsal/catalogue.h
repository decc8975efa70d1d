#pragma once

#include <memory>

#include "inspect/catalogue.h"
#include "inspect/rehearsal/schema.h"

namespace limbeck::inspect::rehearsal {

/// What a schema that a rehearsal remembers says of itself. Borrows it.
std::unique_ptr<Catalogue> OpenCatalogue(const Schema& schema);

}  // namespace limbeck::inspect::rehearsal
