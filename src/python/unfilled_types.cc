#include "python/builtin_types.h"

// Built-in types whose file is not written yet: a line goes when its file comes.

namespace limbeck::python {

void FillNone(TypeObject&) {}
void FillEllipsis(TypeObject&) {}
void FillNotImplemented(TypeObject&) {}
void FillComplex(TypeObject&) {}
void FillBytes(TypeObject&) {}
void FillByteArray(TypeObject&) {}
void FillSet(TypeObject&) {}
void FillFrozenSet(TypeObject&) {}
void FillRange(TypeObject&) {}
void FillSlice(TypeObject&) {}
void FillIterator(TypeObject&) {}
void FillMappingProxy(TypeObject&) {}

void AddBuiltinFunctions(Interpreter&, ModuleObject&) {}

}  // namespace limbeck::python
