#pragma once

#include "python/type.h"

// The methods of the built-in types that have many; each table is in the file of its name (int_methods.cc).

namespace limbeck::python {

void AddIntMethods(TypeObject& type);
void AddFloatMethods(TypeObject& type);
void AddStrMethods(TypeObject& type);
void AddStrSearchMethods(TypeObject& type);
void AddBytesMethods(TypeObject& type);
void AddByteArrayMethods(TypeObject& type);
void AddListMethods(TypeObject& type);
void AddDictMethods(TypeObject& type);
void AddSetMethods(TypeObject& type);
void AddFrozenSetMethods(TypeObject& type);

}  // namespace limbeck::python
