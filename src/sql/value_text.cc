#include "sql/value_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace limbeck::sql {
namespace {

// "d.ddde-07" in its parts: the digits without the point, and the exponent of the first.
struct Scientific {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

Scientific ShortestDigits(double value) {
  char buffer[40];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof(buffer), value, std::chars_format::scientific);
  std::string_view text(buffer, static_cast<size_t>(end - buffer));
  Scientific parts;
  size_t mark = text.find('e');
  parts.exponent = std::atoi(std::string(text.substr(mark + 1)).c_str());
  for (char c : text.substr(0, mark)) {
    if (c == '-') parts.negative = true;
    if (c >= '0' && c <= '9') parts.digits += c;
  }
  return parts;
}

std::string WithExponent(const Scientific& parts) {
  std::string text = parts.digits.substr(0, 1);
  if (parts.digits.size() > 1) text += "." + parts.digits.substr(1);
  int size = std::abs(parts.exponent);
  text += parts.exponent < 0 ? "e-" : "e+";
  return text + (size < 10 ? "0" : "") + std::to_string(size);
}

std::string WithPoint(const Scientific& parts) {
  if (parts.exponent < 0) return "0." + std::string(static_cast<size_t>(-parts.exponent - 1), '0') + parts.digits;
  auto whole = static_cast<size_t>(parts.exponent) + 1;
  if (parts.digits.size() <= whole) return parts.digits + std::string(whole - parts.digits.size(), '0') + ".0";
  return parts.digits.substr(0, whole) + "." + parts.digits.substr(whole);
}

// "days=1, seconds=5, microseconds=7", of which those that are zero are left out; "0" when all are.
std::string DurationText(const Interval& interval) {
  constexpr int64_t kSecond = 1000000;
  constexpr int64_t kDay = 86400 * kSecond;
  int64_t days = interval.microseconds / kDay;
  if (interval.microseconds % kDay < 0) --days;
  int64_t rest = interval.microseconds - days * kDay;
  std::vector<std::string> parts;
  if (days != 0) parts.push_back("days=" + std::to_string(days));
  if (rest / kSecond != 0) parts.push_back("seconds=" + std::to_string(rest / kSecond));
  if (rest % kSecond != 0) parts.push_back("microseconds=" + std::to_string(rest % kSecond));
  return parts.empty() ? "0" : Join(parts, ", ");
}

// Where a JSON text's string that starts at `start` ends: behind its second quote.
size_t EndOfString(std::string_view json, size_t start) {
  size_t end = start + 1;
  while (end < json.size() && json[end] != '"') end += json[end] == '\\' ? 2 : 1;
  return std::min(end + 1, json.size());
}

// A JSON text as Python shows the document: 'strings', True, None.
std::string DocumentRepr(std::string_view json) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"true", "True"}, {"false", "False"}, {"null", "None"}};
  std::string text;
  for (size_t i = 0; i < json.size();) {
    const auto* word = std::find_if(std::begin(kWords), std::end(kWords),
                                    [&](const auto& row) { return json.substr(i).starts_with(row.first); });
    if (json[i] == '"') {
      const std::string_view quoted = json.substr(i, EndOfString(json, i) - i);
      const auto parsed = nlohmann::json::parse(quoted, nullptr, /*allow_exceptions=*/false);
      text += parsed.is_string() ? PythonRepr(parsed.get<std::string>()) : std::string(quoted);
      i += quoted.size();
    } else if (word != std::end(kWords)) {
      text += word->second;
      i += word->first.size();
    } else {
      text += json[i++];
    }
  }
  return text;
}

struct Repr {
  std::string operator()(const None&) const { return "None"; }
  std::string operator()(bool value) const { return value ? "True" : "False"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(const BigInteger& value) const { return value.text; }
  std::string operator()(double value) const { return FloatText(value); }
  std::string operator()(const Decimal& value) const { return "Decimal('" + value.text + "')"; }
  std::string operator()(const std::string& value) const { return PythonRepr(value); }
  std::string operator()(const Bytes& value) const { return "b" + PythonRepr(value.data); }
  std::string operator()(const Date& value) const { return PythonRepr(value.text); }
  std::string operator()(const Time& value) const { return PythonRepr(value.text); }
  std::string operator()(const DateTime& value) const { return PythonRepr(value.text); }
  std::string operator()(const Interval& value) const { return "datetime.timedelta(" + DurationText(value) + ")"; }
  std::string operator()(const Uuid& value) const { return "UUID('" + value.text + "')"; }
  std::string operator()(const Json& value) const { return DocumentRepr(value.text); }
  std::string operator()(const ValueList& value) const {
    std::vector<std::string> items;
    for (const Value& item : value.items) items.push_back(ReprOf(item));
    return "[" + Join(items, ", ") + "]";
  }
};

}  // namespace

std::string FloatText(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  Scientific parts = ShortestDigits(value);
  bool far_from_one = parts.exponent < -4 || parts.exponent >= 16;
  return (parts.negative ? "-" : "") + (far_from_one ? WithExponent(parts) : WithPoint(parts));
}

std::string ReprOf(const Value& value) {
  return std::visit(Repr{}, value.data);
}

}  // namespace limbeck::sql
