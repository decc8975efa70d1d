#pragma once

#include <span>
#include <string_view>

namespace limbeck::dialect::sqlite {

/// In lower case, sorted.
std::span<const std::string_view> ReservedWords();

}  // namespace limbeck::dialect::sqlite
