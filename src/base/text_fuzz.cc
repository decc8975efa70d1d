#include <cstdint>
#include <string_view>

#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parts = limbeck::Split(text, ',');
  if (limbeck::Join(parts, ",") != text) __builtin_trap();
  limbeck::PythonRepr(text);
  return 0;
}
