#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "python/interpreter.h"

// What several of the standard modules in C++ need.

namespace limbeck::python {

/// A name of a native class that is the same for all: date.min, timezone.utc. To be called before anybody has the
/// class.
void AddConstant(const TypeObject* type, std::string_view name, const Value& value);

/// Makes messages name the class with its module, as CPython does for what it has in C. To be called at once, too.
const TypeObject* ShownWithModule(const TypeObject* type);

/// The maker of classes whose instances only C++ makes: TypeError "cannot create 're.Match' instances".
Value RefuseToMake(Interpreter& interpreter, const TypeObject* type, CallArguments& arguments);

/// The value for the life of the process and for every thread.
Value Shared(Value value);

/// An exception class of a module. Lives as long as the process, as native classes do.
const TypeObject* MakeExceptionType(const char* name, const char* module, const TypeObject* base,
                                    std::initializer_list<const TypeObject*> further_bases = {});

/// The bytes of a bytes, bytearray (or of a str in ASCII when `or_text`); nothing for another value.
std::optional<std::string> BytesOf(const Value& value, bool or_text = false);

/// "a bytes-like object is required, not 'str'"
std::string RequireBytes(const Value& value);

/// An int of at most 64 bits from anything with __index__; TypeError "'str' object cannot be interpreted as an
/// integer", OverflowError beyond.
int64_t RequireInteger(Interpreter& interpreter, const Value& value);

/// The run's random bytes.
std::string RandomBytes(Interpreter& interpreter, size_t count);

/// The class as the repr() of its instances begins: "datetime.date", but "Day" for a script's class.
std::string ReprName(const Value& value);

/// Adds a value to a module.
void AddValue(ModuleObject& module, std::string_view name, Value value);
void AddType(ModuleObject& module, const TypeObject* type);

}  // namespace limbeck::python
