#pragma once

namespace limbeck::cli {

inline constexpr const char* kVersion = "0.1.0";
/// The Alembic that Limbeck matches.
inline constexpr const char* kAlembicVersion = "1.19.2";

}  // namespace limbeck::cli
