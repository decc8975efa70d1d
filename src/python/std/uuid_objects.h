#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "python/interpreter.h"

namespace limbeck::python {

/// uuid.UUID: sixteen bytes, in the order in which they are written.
struct UuidState : NativeState {
  explicit UuidState(std::string sixteen) : bytes(std::move(sixteen)) {}
  const std::string bytes;
};

const TypeObject* UuidType();
/// Null for a value of another class.
const UuidState* UuidOf(const Value& value);
Value MakeUuid(std::string bytes, const TypeObject* type = UuidType());
/// Any form that UUID() reads; ValueError otherwise.
Value MakeUuidFromText(std::string_view text);
/// "0b5e3b6e-1c2d-4f00-9d6f-0242ac130003"
std::string UuidText(std::string_view bytes);
/// With the bits that say the version, and that the layout is RFC 4122's.
std::string WithVersion(std::string bytes, int version);

}  // namespace limbeck::python
