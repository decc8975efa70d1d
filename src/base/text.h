#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck {

std::string_view Trim(std::string_view text);
std::string_view TrimLeft(std::string_view text);
std::string_view TrimRight(std::string_view text);

/// Parts between separators; an empty text has one empty part.
std::vector<std::string> Split(std::string_view text, char separator);
/// Lines without their ends ("\n", "\r\n" or "\r"); a line end at the end starts no further line.
std::vector<std::string> SplitLines(std::string_view text);

template <typename Range>
std::string Join(const Range& parts, std::string_view separator) {
  std::string text;
  bool first = true;
  for (const auto& part : parts) {
    if (!first) text += separator;
    first = false;
    text += part;
  }
  return text;
}

/// ASCII only; other bytes stay.
std::string ToLower(std::string_view text);
std::string ToUpper(std::string_view text);

std::string ReplaceAll(std::string_view text, std::string_view from, std::string_view to);

/// The text as Python's repr() of a str: 'it' or "it's".
std::string PythonRepr(std::string_view text);

/// Single edits (insert, drop, replace, swap of neighbours) from one word to the other, case folded.
int EditDistance(std::string_view one, std::string_view two);

/// The candidate that a misspelt word probably meant, or empty: at most a third of its letters differ.
std::string DidYouMean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace limbeck
