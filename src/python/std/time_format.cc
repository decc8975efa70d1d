#include "python/std/time_format.h"

#include <fmt/format.h>

#include <ctime>

namespace limbeck::python {
namespace {

std::tm TmOf(const BrokenTime& time) {
  std::tm parts{};
  parts.tm_year = time.date.year - 1900;
  parts.tm_mon = time.date.month - 1;
  parts.tm_mday = time.date.day;
  parts.tm_hour = time.time.hour;
  parts.tm_min = time.time.minute;
  parts.tm_sec = time.time.second;
  parts.tm_wday = (time.weekday + 1) % 7;
  parts.tm_yday = time.day_of_year - 1;
  parts.tm_isdst = time.is_summer;
  return parts;
}

/// One directive, as the C library writes it: it knows more of them (%-d, %e, %s) than Python promises.
void AppendDirective(std::string& text, const std::tm& parts, std::string_view directive) {
  char buffer[256];
  const std::string format(directive);
  text.append(buffer, strftime(buffer, sizeof buffer, format.c_str(), &parts));
}

/// The bytes of the directive that begins with the '%' at `start`: flags, width and modifier included.
size_t DirectiveLength(std::string_view format, size_t start) {
  size_t end = start + 1;
  while (end < format.size() && std::string_view("-_0^#123456789EO").find(format[end]) != std::string_view::npos) ++end;
  return std::min(end + 1, format.size()) - start;
}

}  // namespace

BrokenTime Break(const CivilDate& date, const ClockTime& time) {
  BrokenTime broken;
  broken.date = date;
  broken.time = time;
  broken.weekday = WeekdayOf(date);
  broken.day_of_year = DayOfYear(date);
  return broken;
}

std::string FormatTime(const BrokenTime& time, std::string_view format) {
  const std::tm parts = TmOf(time);
  std::string text;
  for (size_t i = 0; i < format.size();) {
    if (format[i] != '%' || i + 1 == format.size()) {
      text += format[i++];
      continue;
    }
    const size_t length = DirectiveLength(format, i);
    const std::string_view directive = format.substr(i, length);
    i += length;
    if (directive == "%f") {
      text += fmt::format("{:06}", time.time.microsecond);
    } else if (directive == "%z") {
      text += time.offset;
    } else if (directive == "%Z") {
      text += time.zone;
    } else {
      AppendDirective(text, parts, directive);
    }
  }
  return text;
}

// ------------------------------------------------------------------------------------------ ISO 8601

namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads a text from its start; what does not fit makes it fail for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  int Digits(size_t count) {
    if (left() < count) return Fail();
    int number = 0;
    for (size_t i = 0; i < count; ++i) {
      if (!IsDigit(text_[at_ + i])) return Fail();
      number = number * 10 + (text_[at_ + i] - '0');
    }
    at_ += count;
    return number;
  }
  bool Take(char c) {
    if (left() == 0 || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void Require(char c) {
    if (!Take(c)) Fail();
  }
  /// A fraction of a second: six digits count, the others are dropped.
  int Fraction() {
    int number = 0;
    size_t count = 0;
    for (; left() > 0 && IsDigit(text_[at_]); ++at_, ++count) {
      if (count < 6) number = number * 10 + (text_[at_] - '0');
    }
    if (count == 0) return Fail();
    for (; count < 6; ++count) number *= 10;
    return number;
  }
  int Fail() {
    failed_ = true;
    at_ = text_.size();
    return 0;
  }
  size_t left() const { return text_.size() - at_; }
  bool is_whole() const { return !failed_ && left() == 0; }

 private:
  std::string_view text_;
  size_t at_ = 0;
  bool failed_ = false;
};

/// HH, HH:MM, HH:MM:SS, HHMM, HHMMSS, and a fraction behind seconds.
ClockTime ReadClock(Reader& reader) {
  ClockTime time;
  time.hour = reader.Digits(2);
  if (reader.left() == 0) return time;
  const bool has_colons = reader.Take(':');
  time.minute = reader.Digits(2);
  if (reader.left() == 0) return time;
  if (has_colons) reader.Require(':');
  time.second = reader.Digits(2);
  if (reader.left() == 0) return time;
  if (!reader.Take('.')) reader.Require(',');
  time.microsecond = reader.Fraction();
  return time;
}

std::optional<Duration> ReadOffset(std::string_view text, bool west) {
  Reader reader(text);
  const ClockTime clock = ReadClock(reader);
  if (!reader.is_whole() || clock.minute > 59 || clock.second > 59) return {};
  const Int128 size = SecondsOf(clock) * Duration::kSecond + clock.microsecond;
  return Duration{west ? -size : size};
}

}  // namespace

std::optional<CivilDate> ReadIsoDate(std::string_view text) {
  Reader reader(text);
  const int year = reader.Digits(4);
  const bool has_dashes = reader.Take('-');
  if (reader.Take('W')) {
    IsoWeek week{year, reader.Digits(2), 1};
    if (reader.left() > 0) {
      if (has_dashes) reader.Require('-');
      week.weekday = reader.Digits(1);
    }
    return reader.is_whole() ? DateOfIsoWeek(week) : std::nullopt;
  }
  const int month = reader.Digits(2);
  if (has_dashes) reader.Require('-');
  const int day = reader.Digits(2);
  return reader.is_whole() ? std::optional(CivilDate{year, month, day}) : std::nullopt;
}

std::optional<IsoTime> ReadIsoTime(std::string_view text) {
  IsoTime read;
  const size_t zone = text.find_first_of("+-Z");
  Reader reader(text.substr(0, zone));
  read.time = ReadClock(reader);
  if (!reader.is_whole()) return {};
  if (zone == std::string_view::npos) return read;
  if (text[zone] == 'Z') {
    if (zone + 1 != text.size()) return {};
    read.offset = Duration{};
    return read;
  }
  read.offset = ReadOffset(text.substr(zone + 1), text[zone] == '-');
  return read.offset ? std::optional(read) : std::nullopt;
}

size_t IsoDateLength(std::string_view text) {
  const auto is = [text](size_t at, char c) { return at < text.size() && text[at] == c; };
  if (text.size() == 7) return 7;
  if (is(4, '-')) {
    if (!is(5, 'W')) return 10;
    // "2020-W01-3..." ends with a weekday, "2020-W01-12:30" has an hour behind a separator.
    const bool weekday = is(8, '-') && !(text.size() > 10 && IsDigit(text[10]));
    return weekday ? 10 : 8;
  }
  if (!is(4, 'W')) return 8;
  size_t end = 7;
  while (end < text.size() && IsDigit(text[end])) ++end;
  return end < 9 ? end : end % 2 == 0 ? 7 : 8;
}

}  // namespace limbeck::python
