#include "python/std/decimal_objects.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

// The native half of `decimal`.

namespace limbeck::python {
namespace {

Value GetContext(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return CurrentContext(interpreter);
}

Value SetContext(Interpreter& interpreter, Arguments& arguments) {
  const Value context = arguments.Required("context");
  arguments.Finish();
  SetCurrentContext(interpreter, context);
  return Value::None();
}

constexpr NativeFunction kFunctions[] = {{"getcontext", GetContext}, {"setcontext", SetContext}};

}  // namespace

void FillDecimal(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, DecimalType());
  AddType(module, DecimalContextType());
  AddType(module, SignalType(DecimalSignal::kClamped)->bases().front().get());
  for (size_t i = 0; i < kDecimalSignals; ++i) AddType(module, SignalType(static_cast<DecimalSignal>(i)));
  for (const InvalidReason reason : {InvalidReason::kConversionSyntax, InvalidReason::kDivisionImpossible,
                                     InvalidReason::kDivisionUndefined, InvalidReason::kInvalidContext}) {
    AddType(module, ReasonType(reason));
  }
  for (const char* rounding : kRoundingNames) AddValue(module, rounding, MakeStr(rounding));
}

}  // namespace limbeck::python
