#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

/// The rules of a time zone of the system's database.
class ZoneRules {
 public:
  struct Offset {
    int64_t seconds = 0;  ///< east of UTC
    int64_t summer = 0;   ///< how much of it is summer time
    std::string abbreviation;
  };

  /// Null when the system has no zone of that name. Immutable, shared by all threads.
  static const ZoneRules* Find(std::string_view name);
  static const std::vector<std::string>& Names();

  virtual ~ZoneRules() = default;
  virtual Offset AtUtc(int64_t seconds) const = 0;
  /// At a reading of the zone's own clocks: of two the first, or the second with `fold`; in a gap the offset before it,
  /// or the one behind it with `fold`.
  virtual Offset AtLocal(int64_t seconds, bool fold) const = 0;
  /// A clock reading that comes twice, or never.
  enum class Reading { kUnique, kTwice, kNever };
  virtual Reading ReadingAt(int64_t local_seconds) const = 0;
  /// The zone has always had the same offset.
  virtual bool is_fixed() const = 0;
};

}  // namespace limbeck::python
