#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace limbeck::graph {

/// "LABEL@SYMBOL+2": every part but the number may be missing.
struct RelativeSymbol {
  std::optional<std::string> branch;
  std::optional<std::string> symbol;
  /// As written: "+2", "-01".
  std::string text;
  /// The number; one beyond 64 bits is cut off there, which is further than any graph reaches.
  int64_t steps = 0;

  /// "2": the number without its sign, in full.
  std::string Magnitude() const;
  /// "2", "-2": as Python prints the integer.
  std::string Number() const;
  bool operator==(const RelativeSymbol&) const = default;
};

/// Reads a symbol that starts as Alembic's regular expression has it, `(?:(.+?)@)?(\w+)?((?:\+|-)\d+)`; what follows
/// the number is not looked at, as there. Bytes beyond ASCII count as letters.
std::optional<RelativeSymbol> ParseRelative(std::string_view text);

/// The value of int(text) if that is a negative number: " -3" is, "-1_0" too.
std::optional<int64_t> ParseNegativeInteger(std::string_view text);

}  // namespace limbeck::graph
