#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "python/std/regex_syntax.h"

namespace limbeck::python {

/// A compiled pattern. Immutable.
class Regex {
 public:
  /// Throws ScriptError: re.error.
  Regex(std::string_view pattern, uint32_t flags, bool is_bytes);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// Where a match must lie: anywhere, at the start of the search, or from there to the end.
  enum class Where { kAnywhere, kStart, kWhole };
  struct Span {
    static constexpr size_t kNone = static_cast<size_t>(-1);
    size_t start = kNone;
    size_t end = kNone;
    bool took_part() const { return start != kNone; }
  };
  /// The spans of all groups in bytes, [0] is the match; nothing when there is none. With `not_empty` a match of
  /// nothing at `from` does not count. Throws Error (kUnsupported) for a search that takes too long.
  std::optional<std::vector<Span>> Match(std::string_view text, size_t from, Where where, bool not_empty) const;

  uint32_t flags() const { return translation_.flags; }
  size_t groups() const { return translation_.groups; }
  const std::vector<std::pair<std::string, size_t>>& names() const { return translation_.names; }
  /// The group that closed last: Match.lastindex; 0: none.
  size_t LastClosed(const std::vector<Span>& spans) const;

 private:
  struct Code;
  RegexTranslation translation_;
  bool is_bytes_;
  std::unique_ptr<Code> code_;
};

}  // namespace limbeck::python
