#pragma once

#include "python/interpreter.h"
#include "python/std/regex.h"

// The classes of `re` to C++.

namespace limbeck::python {

struct PatternState : NativeState {
  PatternState(Value written, bool bytes, uint32_t flags);
  const Value pattern;
  const bool is_bytes;
  const Regex regex;
};

struct MatchState : NativeState {
  Value pattern;
  Value subject;
  size_t pos = 0;  ///< in bytes, like the spans
  size_t end_pos = 0;
  std::vector<Regex::Span> spans;

  const PatternState& state() const;
};

const TypeObject* RePatternType();
const TypeObject* ReMatchType();
const TypeObject* ReErrorType();

/// The compiled pattern of a str, bytes or Pattern; compiled once in a run. Throws re.error.
Value CompiledPattern(Interpreter& interpreter, const Value& pattern, uint32_t flags);

/// The text that a pattern looks through; TypeError when the one is str and the other bytes.
std::string_view SubjectText(const Value& pattern, const Value& subject);
/// A part of the subject, as its class.
Value SubjectSlice(const Value& subject, size_t start, size_t end);
/// Positions count code points in a str, and bytes in bytes.
int64_t PositionOf(const Value& subject, size_t byte);

Value MakeMatch(const Value& pattern, const Value& subject, size_t pos, size_t end_pos, std::vector<Regex::Span> spans);
/// What a group matched, or `missing`.
Value GroupValue(const MatchState& match, size_t group, const Value& missing);

/// A replacement text of sub() and expand(): literals, and groups between them.
class ReTemplate {
 public:
  ReTemplate(const Value& text, const Value& pattern);
  /// The text with what the groups matched; groups without a match are empty.
  std::string Fill(std::string_view subject, const std::vector<Regex::Span>& spans) const;

 private:
  struct Part {
    std::string literal;
    size_t group = 0;  ///< behind the literal
    bool has_group = false;
  };
  std::vector<Part> parts_;
};

}  // namespace limbeck::python
