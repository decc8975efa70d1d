#include "python/builtin_types.h"

// Built-in types whose file is not written yet: a line goes when its file comes.

namespace limbeck::python {

void FillComplex(TypeObject&) {}
void FillBytes(TypeObject&) {}
void FillByteArray(TypeObject&) {}
void FillMappingProxy(TypeObject&) {}

}  // namespace limbeck::python
