#include "graph/relative.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace limbeck::graph {
namespace {

constexpr int64_t kMost = std::numeric_limits<int64_t>::max();

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsWordCharacter(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}

int64_t ToNumber(std::string_view digits, bool is_negative) {
  int64_t value = 0;
  for (const char c : digits) {
    if (c == '_') continue;
    if (value > (kMost - 9) / 10) return is_negative ? -kMost : kMost;
    value = value * 10 + (c - '0');
  }
  return is_negative ? -value : value;
}

/// SYMBOL+2 without the branch.
std::optional<RelativeSymbol> ParseAfterBranch(std::string_view text) {
  const auto word_end = std::find_if_not(text.begin(), text.end(), IsWordCharacter);
  const auto sign = static_cast<size_t>(word_end - text.begin());
  if (sign == text.size() || (text[sign] != '+' && text[sign] != '-')) return std::nullopt;
  const auto number_end = std::find_if_not(word_end + 1, text.end(), IsDigit);
  const std::string_view digits(word_end + 1, number_end);
  if (digits.empty()) return std::nullopt;
  RelativeSymbol relative;
  if (sign > 0) relative.symbol = std::string(text.substr(0, sign));
  relative.text = std::string(text.substr(sign, digits.size() + 1));
  relative.steps = ToNumber(digits, text[sign] == '-');
  return relative;
}

}  // namespace

std::string RelativeSymbol::Magnitude() const {
  const size_t first = text.find_first_not_of('0', 1);
  return first == std::string::npos ? "0" : text.substr(first);
}

std::string RelativeSymbol::Number() const {
  return (steps < 0 ? "-" : "") + Magnitude();
}

std::optional<RelativeSymbol> ParseRelative(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  for (size_t at = line.find('@', 1); at != std::string_view::npos; at = line.find('@', at + 1)) {
    std::optional<RelativeSymbol> relative = ParseAfterBranch(text.substr(at + 1));
    if (!relative) continue;
    relative->branch = std::string(text.substr(0, at));
    return relative;
  }
  return ParseAfterBranch(text);
}

std::optional<int64_t> ParseNegativeInteger(std::string_view text) {
  const std::string_view number = Trim(text);
  if (number.size() < 2 || number[0] != '-') return std::nullopt;
  bool may_separate = false;
  for (const char c : number.substr(1)) {
    if (!IsDigit(c) && !(c == '_' && may_separate)) return std::nullopt;
    may_separate = IsDigit(c);
  }
  const int64_t value = ToNumber(number.substr(1), true);
  if (!may_separate || value == 0) return std::nullopt;
  return value;
}

}  // namespace limbeck::graph
