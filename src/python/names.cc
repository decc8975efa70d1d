#include "python/names.h"

namespace limbeck::python {

const WellKnownNames internal::kNames = {};

}  // namespace limbeck::python
