#include "python/types/iterator_type.h"

#include "python/builtin_types.h"

namespace limbeck::python {
namespace {

Value IterateSelf(Interpreter&, const Value& self) {
  return self;
}

Value NextItem(Interpreter& interpreter, const Value& self) {
  return static_cast<IteratorObject*>(self.object())->Next(interpreter);
}

}  // namespace

void FillIterator(TypeObject& type) {
  type.own_slots().iterate = IterateSelf;
  type.own_slots().next = NextItem;
}

const TypeObject* MakeIteratorType(const char* name) {
  return MakeNativeType({.name = name, .base = Types().iterator});
}

}  // namespace limbeck::python
