#include <algorithm>
#include <cctype>
#include <ctime>

#include "base/text.h"
#include "python/script_error.h"
#include "python/std/time_format.h"

// strptime. A format is matched as a regular expression would be: a directive that may take one digit or two takes two
// if the rest of the format can live with it. Directives are tried with their longest text first.

namespace limbeck::python {
namespace {

/// What the directives say; -1: nothing.
struct Found {
  int year = -1, century_year = -1, month = -1, day = -1, hour = -1, hour12 = -1, minute = -1, second = -1;
  int weekday = -1, day_of_year = -1, week_from_sunday = -1, week_from_monday = -1, iso_year = -1, iso_week = -1;
  int microsecond = -1;
  bool is_afternoon = false;
  std::optional<Duration> offset;
  std::string zone;
};

struct NumberRule {
  char directive;
  int Found::*field;
  size_t shortest, longest;
  int lowest, highest;
};
constexpr NumberRule kNumbers[] = {
    {'d', &Found::day, 1, 2, 1, 31},          {'H', &Found::hour, 1, 2, 0, 23},
    {'I', &Found::hour12, 1, 2, 1, 12},       {'j', &Found::day_of_year, 1, 3, 1, 366},
    {'m', &Found::month, 1, 2, 1, 12},        {'M', &Found::minute, 1, 2, 0, 59},
    {'S', &Found::second, 1, 2, 0, 61},       {'U', &Found::week_from_sunday, 1, 2, 0, 53},
    {'w', &Found::weekday, 1, 1, 0, 6},       {'u', &Found::weekday, 1, 1, 1, 7},
    {'V', &Found::iso_week, 1, 2, 1, 53},     {'W', &Found::week_from_monday, 1, 2, 0, 53},
    {'y', &Found::century_year, 2, 2, 0, 99}, {'Y', &Found::year, 4, 4, 0, 9999},
    {'G', &Found::iso_year, 4, 4, 0, 9999},
};

const NumberRule* RuleOf(char directive) {
  const auto is = [directive](const NumberRule& rule) { return rule.directive == directive; };
  const auto* rule = std::find_if(std::begin(kNumbers), std::end(kNumbers), is);
  return rule == std::end(kNumbers) ? nullptr : rule;
}

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

size_t CountDigits(std::string_view text, size_t at, size_t most) {
  size_t count = 0;
  while (count < most && at + count < text.size() && IsDigit(text[at + count])) ++count;
  return count;
}

int Number(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

bool StartsWithWord(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && ToLower(text.substr(0, word.size())) == ToLower(word);
}

/// Short forms of directives that stand for several.
std::string Expand(std::string_view format) {
  std::string text;
  for (size_t i = 0; i < format.size(); ++i) {
    const char directive = format[i] == '%' && i + 1 < format.size() ? format[++i] : '\0';
    if (directive == 'c') {
      text += "%a %b %d %H:%M:%S %Y";
    } else if (directive == 'x') {
      text += "%m/%d/%y";
    } else if (directive == 'X') {
      text += "%H:%M:%S";
    } else {
      if (directive != '\0') text += '%';
      text += format[i];
    }
  }
  return text;
}

class Matcher {
 public:
  Matcher(std::string_view text, std::string_view format) : text_(text), format_(format) {}

  /// True when the format fits the beginning of the text; end() is where it ends there.
  bool Match() { return MatchFrom(0, 0); }
  const Found& found() const { return found_; }
  size_t end() const { return end_; }

 private:
  bool MatchFrom(size_t at, size_t in_format) {
    if (in_format == format_.size()) {
      end_ = at;
      return true;
    }
    const char c = format_[in_format];
    if (IsSpace(c)) return MatchSpace(at, in_format);
    if (c == '%') return MatchDirective(at, in_format + 2, format_[in_format + 1]);
    return at < text_.size() &&
           std::tolower(static_cast<unsigned char>(text_[at])) == std::tolower(static_cast<unsigned char>(c)) &&
           MatchFrom(at + 1, in_format + 1);
  }

  /// White space in the format is any amount of it in the text, but some.
  bool MatchSpace(size_t at, size_t in_format) {
    while (in_format < format_.size() && IsSpace(format_[in_format])) ++in_format;
    size_t end = at;
    while (end < text_.size() && IsSpace(text_[end])) ++end;
    return end > at && MatchFrom(end, in_format);
  }

  bool MatchDirective(size_t at, size_t rest, char directive) {
    if (const NumberRule* rule = RuleOf(directive)) return MatchNumber(at, rest, *rule);
    switch (directive) {
      case '%':
        return at < text_.size() && text_[at] == '%' && MatchFrom(at + 1, rest);
      case 'f':
        return MatchFraction(at, rest);
      case 'a':
        return MatchName(at, rest, kDayNames, 7, true, found_.weekday, 1);
      case 'A':
        return MatchName(at, rest, kDayNames, 7, false, found_.weekday, 1);
      case 'b':
        return MatchName(at, rest, kMonthNames, 12, true, found_.month, 1);
      case 'B':
        return MatchName(at, rest, kMonthNames, 12, false, found_.month, 1);
      case 'p':
        return MatchHalf(at, rest);
      case 'z':
        return MatchOffset(at, rest);
      default:
        return MatchZone(at, rest);
    }
  }

  bool MatchNumber(size_t at, size_t rest, const NumberRule& rule) {
    const int before = found_.*rule.field;
    // A day may be padded with a space.
    const size_t padding = rule.directive == 'd' && at < text_.size() && text_[at] == ' ' ? 1 : 0;
    const size_t most = padding == 0 ? rule.longest : 1;
    for (size_t count = CountDigits(text_, at + padding, most); count >= rule.shortest && count > 0; --count) {
      const int number = Number(text_.substr(at + padding, count));
      if (number < rule.lowest || number > rule.highest) continue;
      found_.*rule.field = rule.directive == 'w' ? (number + 6) % 7 + 1 : number;
      if (MatchFrom(at + padding + count, rest)) return true;
    }
    found_.*rule.field = before;
    return false;
  }

  bool MatchFraction(size_t at, size_t rest) {
    for (size_t count = CountDigits(text_, at, 6); count > 0; --count) {
      found_.microsecond = Number(text_.substr(at, count));
      for (size_t digits = count; digits < 6; ++digits) found_.microsecond *= 10;
      if (MatchFrom(at + count, rest)) return true;
    }
    return false;
  }

  bool MatchName(size_t at, size_t rest, const char* const* names, int count, bool is_short, int& field, int first) {
    for (int i = 0; i < count; ++i) {
      std::string_view name = names[i];
      if (is_short) name = name.substr(0, 3);
      if (!StartsWithWord(text_.substr(at), name)) continue;
      field = i + first;
      if (MatchFrom(at + name.size(), rest)) return true;
    }
    return false;
  }

  bool MatchHalf(size_t at, size_t rest) {
    const std::string half = ToLower(text_.substr(at, 2));
    if (half != "am" && half != "pm") return false;
    found_.is_afternoon = half == "pm";
    return MatchFrom(at + 2, rest);
  }

  /// Z, +hh:mm, +hhmm, +hh:mm:ss, +hh:mm:ss.ffffff
  bool MatchOffset(size_t at, size_t rest) {
    if (at < text_.size() && text_[at] == 'Z') {
      found_.offset = Duration{};
      found_.zone = "UTC";
      return MatchFrom(at + 1, rest);
    }
    if (at >= text_.size() || (text_[at] != '+' && text_[at] != '-')) return false;
    for (size_t length = std::min<size_t>(text_.size() - at, 16); length >= 5; --length) {
      const std::string_view candidate = text_.substr(at, length);
      if (candidate.back() == ':' || candidate.back() == '.') continue;
      const std::optional<IsoTime> read = ReadIsoTime("00" + std::string(candidate));
      if (!read || !read->offset) continue;
      found_.offset = read->offset;
      if (MatchFrom(at + length, rest)) return true;
    }
    return false;
  }

  bool MatchZone(size_t at, size_t rest) {
    for (const std::string_view name :
         {std::string_view("utc"), std::string_view("gmt"), std::string_view(tzname[0]), std::string_view(tzname[1])}) {
      if (name.empty() || !StartsWithWord(text_.substr(at), name)) continue;
      found_.zone = std::string(text_.substr(at, name.size()));
      if (MatchFrom(at + name.size(), rest)) return true;
    }
    return false;
  }

  std::string_view text_;
  std::string_view format_;
  Found found_;
  size_t end_ = 0;
};

void CheckFormat(std::string_view expanded, std::string_view format) {
  for (size_t i = 0; i < expanded.size(); ++i) {
    if (expanded[i] != '%') continue;
    if (++i == expanded.size()) RaiseValueError("stray % in format " + PythonRepr(format));
    const char directive = expanded[i];
    if (RuleOf(directive) != nullptr || std::string_view("%faAbBpzZ").find(directive) != std::string_view::npos)
      continue;
    RaiseValueError(PythonRepr(std::string(1, directive)) + " is a bad directive in format " + PythonRepr(format));
  }
}

int YearOf(const Found& found) {
  if (found.year >= 0) return found.year;
  if (found.century_year < 0) return -1;
  return found.century_year + (found.century_year <= 68 ? 2000 : 1900);
}

int HourOf(const Found& found) {
  if (found.hour12 < 0) return std::max(found.hour, 0);
  return found.hour12 % 12 + (found.is_afternoon ? 12 : 0);
}

/// The date of a week of the year and a weekday; weeks begin on Sunday (%U) or on Monday (%W).
CivilDate DateOfWeek(int year, int week, int weekday, bool from_monday) {
  const int64_t new_year = OrdinalOf({year, 1, 1});
  const int first = WeekdayOf({year, 1, 1});
  const int shift = from_monday ? 0 : 1;
  const int place = (weekday - 1 + shift) % 7;
  const int first_place = (first + shift) % 7;
  const int64_t first_week = new_year - first_place + (first_place == 0 ? -7 : 0);
  return DateOfOrdinal(std::max<int64_t>(first_week + week * 7 + place, 1));
}

CivilDate DateFrom(const Found& found) {
  const int year = YearOf(found);
  if (found.iso_year >= 0 && found.iso_week >= 0 && found.weekday >= 0) {
    const auto date = DateOfIsoWeek({found.iso_year, found.iso_week, found.weekday});
    if (!date) RaiseValueError("Invalid week: " + std::to_string(found.iso_week));
    return *date;
  }
  const int counted = year < 0 ? 1900 : year;
  if (found.day_of_year > 0 && found.month < 0) {
    return DateOfOrdinal(OrdinalOf({std::max(counted, 1), 1, 1}) + found.day_of_year - 1);
  }
  if (year > 0 && found.month < 0 && found.weekday >= 0) {
    if (found.week_from_monday >= 0) return DateOfWeek(year, found.week_from_monday, found.weekday, true);
    if (found.week_from_sunday >= 0) return DateOfWeek(year, found.week_from_sunday, found.weekday, false);
  }
  CivilDate date{counted, found.month < 0 ? 1 : found.month, found.day < 0 ? 1 : found.day};
  // 29 February without a year is one of a leap year.
  if (year < 0 && date.month == 2 && date.day == 29) RaiseValueError("day is out of range for month");
  return date;
}

}  // namespace

ParsedTime ParseTime(std::string_view text, std::string_view format) {
  const std::string expanded = Expand(format);
  CheckFormat(expanded, format);
  Matcher matcher(text, expanded);
  if (!matcher.Match()) {
    RaiseValueError("time data " + PythonRepr(text) + " does not match format " + PythonRepr(format));
  }
  if (matcher.end() != text.size()) {
    RaiseValueError("unconverted data remains: " + std::string(text.substr(matcher.end())));
  }
  const Found& found = matcher.found();
  ParsedTime parsed;
  parsed.date = DateFrom(found);
  parsed.time.hour = HourOf(found);
  parsed.time.minute = std::max(found.minute, 0);
  parsed.time.second = std::max(found.second, 0);
  parsed.time.microsecond = std::max(found.microsecond, 0);
  parsed.offset = found.offset;
  parsed.zone = found.zone;
  return parsed;
}

}  // namespace limbeck::python
