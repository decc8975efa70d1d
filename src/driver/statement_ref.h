#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace limbeck::driver {

/// What an error is about: a statement, and which one of many it is for the caller. The text must outlive it.
struct StatementRef {
  std::string_view sql;
  std::optional<uint64_t> tag = std::nullopt;
};

}  // namespace limbeck::driver
