#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace limbeck::python {

/// What scrypt (RFC 7914) costs: `n` a power of two above one, `r` and `p` at least one.
struct ScryptCost {
  size_t n = 0;
  size_t r = 0;
  size_t p = 0;
};

/// Takes 128 * r * (n + p) bytes of memory.
std::string Scrypt(std::string_view password, std::string_view salt, const ScryptCost& cost, size_t length);

}  // namespace limbeck::python
