#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck {

/// A regular expression of our own text (PCRE2, Unicode), compiled once. Immutable; may be used from several threads.
/// A text that is no UTF-8 matches nothing.
class Pattern {
 public:
  enum class Flag { kNone, kIgnoreCase, kDotAll, kIgnoreCaseDotAll };

  /// Throws Error (kInternal) for a pattern that makes no sense.
  explicit Pattern(std::string_view pattern, Flag flag = Flag::kNone);
  ~Pattern();
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  /// Groups of a match, [0] is all of it; a group that took no part is nullopt.
  struct Match {
    size_t start = 0;
    size_t end = 0;
    std::vector<std::optional<std::string>> groups;
  };

  /// The first match at or behind `from`, or nullopt.
  std::optional<Match> Search(std::string_view text, size_t from = 0) const;
  std::vector<Match> FindAll(std::string_view text) const;
  bool Matches(std::string_view text) const { return Search(text).has_value(); }
  /// Every match replaced by what the function gives.
  std::string Replace(std::string_view text, const std::function<std::string(const Match&)>& replacement) const;
  std::string Replace(std::string_view text, std::string_view replacement) const;
  /// The parts between the matches.
  std::vector<std::string> Split(std::string_view text) const;

 private:
  struct Code;
  std::unique_ptr<Code> code_;
};

/// The text with a backslash before everything that means something in a pattern.
std::string EscapePattern(std::string_view text);

}  // namespace limbeck
