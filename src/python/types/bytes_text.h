#pragma once

#include <string>
#include <string_view>

#include "python/value.h"

namespace limbeck::python {

class Interpreter;

/// The bytes of a bytes or a bytearray; null for anything else. Good as long as the value lives and is not changed.
const std::string* BytesOf(const Value& value);

/// What bytes(x) takes: bytes, bytearray, an object with __bytes__, an iterable of integers below 256. TypeError
/// "cannot convert 'str' object to bytes".
std::string BytesFrom(Interpreter& interpreter, const Value& value);

/// The bytes of an argument that must be bytes or bytearray: TypeError "a bytes-like object is required, not 'str'".
const std::string& RequireBytes(Interpreter& interpreter, const Value& value);

/// An integer below 256; ValueError with "byte must be in range(0, 256)" or the given text.
char ByteFrom(Interpreter& interpreter, const Value& value, const char* message = "byte must be in range(0, 256)");

}  // namespace limbeck::python
