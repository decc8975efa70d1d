#include "python/builtin_types.h"
#include "python/interpreter.h"

// None, Ellipsis and NotImplemented.

namespace limbeck::python {
namespace {

/// Their classes may be called, and give the only instance.
template <const Value& (*kInstance)()>
Value MakeOnly(Interpreter&, const TypeObject* type, CallArguments& given) {
  if (!given.positional.empty() || !given.keywords.empty()) RaiseTypeError(type->name() + " takes no arguments");
  return kInstance();
}

const Value& NoneValue() {
  static const Value value = Value::None();
  return value;
}

std::string NoneRepr(Interpreter&, const Value&) {
  return "None";
}
std::string EllipsisRepr(Interpreter&, const Value&) {
  return "Ellipsis";
}
std::string NotImplementedRepr(Interpreter&, const Value&) {
  return "NotImplemented";
}

bool NoneTruth(Interpreter&, const Value&) {
  return false;
}

uint64_t NoneHash(Interpreter&, const Value&) {
  return 0xFCA86420;
}

}  // namespace

void FillNone(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeOnly<NoneValue>;
  slots.repr = NoneRepr;
  slots.truth = NoneTruth;
  slots.hash = NoneHash;
}

void FillEllipsis(TypeObject& type) {
  type.own_slots().make = MakeOnly<EllipsisValue>;
  type.own_slots().repr = EllipsisRepr;
}

void FillNotImplemented(TypeObject& type) {
  type.own_slots().make = MakeOnly<NotImplementedValue>;
  type.own_slots().repr = NotImplementedRepr;
}

}  // namespace limbeck::python
