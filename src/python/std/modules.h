#pragma once

#include "python/interpreter.h"

// One function for each standard module in C++: it fills the module. Names with an underscore are the native half of a
// module of src/python/lib.

namespace limbeck::python {

void FillBcrypt(Interpreter& interpreter, ModuleObject& module);
void FillBinascii(Interpreter& interpreter, ModuleObject& module);
void FillCrypt(Interpreter& interpreter, ModuleObject& module);
void FillDatetime(Interpreter& interpreter, ModuleObject& module);
void FillDecimal(Interpreter& interpreter, ModuleObject& module);
void FillHashlib(Interpreter& interpreter, ModuleObject& module);
void FillJson(Interpreter& interpreter, ModuleObject& module);
void FillJsonDecoder(Interpreter& interpreter, ModuleObject& module);
void FillJsonEncoder(Interpreter& interpreter, ModuleObject& module);
void FillLogging(Interpreter& interpreter, ModuleObject& module);
void FillMath(Interpreter& interpreter, ModuleObject& module);
void FillOs(Interpreter& interpreter, ModuleObject& module);
void FillRandom(Interpreter& interpreter, ModuleObject& module);
void FillRe(Interpreter& interpreter, ModuleObject& module);
void FillRuntime(Interpreter& interpreter, ModuleObject& module);
void FillSys(Interpreter& interpreter, ModuleObject& module);
void FillTime(Interpreter& interpreter, ModuleObject& module);
void FillUnicodedata(Interpreter& interpreter, ModuleObject& module);
void FillUuid(Interpreter& interpreter, ModuleObject& module);
void FillZlib(Interpreter& interpreter, ModuleObject& module);
void FillZoneInfo(Interpreter& interpreter, ModuleObject& module);

}  // namespace limbeck::python
