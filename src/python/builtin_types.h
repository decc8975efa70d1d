#pragma once

#include <span>

#include "python/native.h"

// How the built-in types come to be. Memory for all of them is there before main() starts, so that Types() may be used
// anywhere; what they can do is filled in by PrepareBuiltinTypes(), which the first Interpreter of the process calls.
//
// Each Fill function sets own_slots() and adds methods and properties with the functions of native.h. Special methods
// (`str.__add__`, `int.__repr__`) need no entry in a method table: they are made from the slots.

namespace limbeck::python {

/// Once for the process, whoever calls it first; from any thread.
void PrepareBuiltinTypes();

// ---------------------------------------------------------------- values: str_type.cc, dict_type.cc, ...

void FillNone(TypeObject& type);
void FillEllipsis(TypeObject& type);
void FillNotImplemented(TypeObject& type);
void FillBool(TypeObject& type);
void FillInt(TypeObject& type);
void FillFloat(TypeObject& type);
void FillComplex(TypeObject& type);
void FillStr(TypeObject& type);
void FillBytes(TypeObject& type);
void FillByteArray(TypeObject& type);
void FillList(TypeObject& type);
void FillTuple(TypeObject& type);
void FillDict(TypeObject& type);
void FillSet(TypeObject& type);
void FillFrozenSet(TypeObject& type);
void FillRange(TypeObject& type);
void FillSlice(TypeObject& type);
void FillIterator(TypeObject& type);
void FillDictKeys(TypeObject& type);
void FillDictValues(TypeObject& type);
void FillDictItems(TypeObject& type);
void FillMappingProxy(TypeObject& type);

/// len, print, sorted, map, zip ...: all but those below. The types are entered into the module already.
void AddBuiltinFunctions(Interpreter& interpreter, ModuleObject& builtins);

// ---------------------------------------------------------------- the evaluator's own

void FillObject(TypeObject& type);
void FillType(TypeObject& type);
void FillFunction(TypeObject& type);
void FillNativeFunction(TypeObject& type);
void FillBoundMethod(TypeObject& type);
void FillGenerator(TypeObject& type);
void FillCoroutine(TypeObject& type);
void FillAsyncGenerator(TypeObject& type);
void FillCell(TypeObject& type);
void FillProperty(TypeObject& type);
void FillNativeProperty(TypeObject& type);
void FillClassMethod(TypeObject& type);
void FillStaticMethod(TypeObject& type);
void FillSuper(TypeObject& type);
void FillModule(TypeObject& type);
void FillUnionType(TypeObject& type);
void FillGenericAlias(TypeObject& type);
void FillDeferred(TypeObject& type);
void FillOpaque(TypeObject& type);

/// isinstance, issubclass, callable, getattr, setattr, delattr, hasattr, vars, dir, globals, locals, eval, exec,
/// compile, open, __import__, __build_class__.
void AddEvaluatorFunctions(Interpreter& interpreter, ModuleObject& builtins);

// ---------------------------------------------------------------- tools

/// Sets the own slot for each special method among the type's attributes, unless C++ has filled that slot already: the
/// slot calls the method.
void UseSpecialMethods(TypeObject& type);

/// As `__hash__ = None` in a class: what can be changed and is compared by its contents has no hash.
void MakeUnhashable(TypeObject& type);

/// Special methods as attributes (`__add__`, `__len__`), for each own slot that the type has no attribute for.
void AddSlotMethods(TypeObject& type);

}  // namespace limbeck::python
