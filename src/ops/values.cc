#include "limbeck/values.h"

#include <charconv>
#include <cstring>

#include "limbeck/error.h"
#include "ops/data_source.h"

namespace limbeck {
namespace {

namespace chrono = std::chrono;

std::string Padded(int64_t number, size_t width) {
  const std::string digits = std::to_string(number);
  return digits.size() >= width ? digits : std::string(width - digits.size(), '0') + digits;
}

/// Reads "2026-05-17 09:30:00.5+02" from its beginning, piece by piece.
class TimeText {
 public:
  explicit TimeText(std::string_view text) : rest_(text) {}

  std::optional<chrono::sys_days> Date() {
    const int64_t year = Number(4);
    const bool has_month = Take("-");
    const int64_t month = Number(2);
    const bool has_day = Take("-");
    const int64_t day = Number(2);
    const chrono::year_month_day date{chrono::year(static_cast<int>(year)), chrono::month(static_cast<unsigned>(month)),
                                      chrono::day(static_cast<unsigned>(day))};
    if (failed_ || !has_month || !has_day || !date.ok()) return std::nullopt;
    return chrono::sys_days(date);
  }

  std::optional<Timestamp> Time() {
    const std::optional<chrono::sys_days> date = Date();
    if (!date) return std::nullopt;
    Timestamp time(*date);
    if (Take(" ") || Take("T")) time += Clock();
    if (Take("Z") || rest_.empty()) return failed_ || !rest_.empty() ? std::nullopt : std::optional(time);
    time -= Offset();
    return failed_ || !rest_.empty() ? std::nullopt : std::optional(time);
  }

  bool at_end() const { return rest_.empty(); }

 private:
  bool Take(std::string_view piece) {
    if (!rest_.starts_with(piece)) return false;
    rest_.remove_prefix(piece.size());
    return true;
  }

  int64_t Number(size_t digits) {
    int64_t number = 0;
    const char* end = rest_.data() + std::min(digits, rest_.size());
    const auto [at, error] = std::from_chars(rest_.data(), end, number);
    if (error != std::errc() || at != rest_.data() + digits) failed_ = true;
    rest_.remove_prefix(static_cast<size_t>(at - rest_.data()));
    return number;
  }

  chrono::microseconds Clock() {
    const chrono::hours hours(Number(2));
    if (!Take(":")) failed_ = true;
    const chrono::minutes minutes(Number(2));
    chrono::microseconds time = hours + minutes;
    if (Take(":")) time += chrono::seconds(Number(2));
    if (Take(".")) time += Fraction();
    return time;
  }

  /// As many digits as there are; what is finer than a microsecond is cut.
  chrono::microseconds Fraction() {
    int64_t number = 0;
    int64_t unit = 1'000'000;
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      unit /= 10;
      number += (rest_[0] - '0') * unit;
      rest_.remove_prefix(1);
    }
    return chrono::microseconds(number);
  }

  chrono::minutes Offset() {
    const bool is_west = Take("-");
    if (!is_west && !Take("+")) failed_ = true;
    chrono::minutes offset = chrono::hours(Number(2));
    if (!rest_.empty()) {
      Take(":");
      offset += chrono::minutes(Number(2));
    }
    return is_west ? -offset : offset;
  }

  std::string_view rest_;
  bool failed_ = false;
};

/// The value that was found; NULL and what is no such value are refused by the row.
template <typename T>
T Required(const ResultRow& row, size_t column, const std::optional<T>& found, std::string_view wanted) {
  if (!found) row.Refuse(column, wanted);
  return *found;
}

}  // namespace

std::string ToText(chrono::sys_days date) {
  const chrono::year_month_day parts(date);
  return Padded(static_cast<int>(parts.year()), 4) + "-" + Padded(static_cast<unsigned>(parts.month()), 2) + "-" +
         Padded(static_cast<unsigned>(parts.day()), 2);
}

std::string ToText(Timestamp time) {
  const chrono::sys_days date = chrono::floor<chrono::days>(time);
  const chrono::hh_mm_ss<chrono::microseconds> clock(time - date);
  return ToText(date) + " " + Padded(clock.hours().count(), 2) + ":" + Padded(clock.minutes().count(), 2) + ":" +
         Padded(clock.seconds().count(), 2) + "." + Padded(clock.subseconds().count(), 6);
}

size_t ResultRow::size() const {
  return cursor_->columns().size();
}

bool ResultRow::IsNull(size_t column) const {
  return cursor_->IsNull(column);
}

void ResultRow::Refuse(size_t column, std::string_view wanted) const {
  const std::string name = "column " + std::to_string(column + 1) + " (" + cursor_->columns().at(column) + ")";
  if (IsNull(column)) {
    throw Error(ErrorKind::kScript, name + " is NULL").Hint("read it as std::optional");
  }
  throw Error(ErrorKind::kScript, name + " is not " + std::string(wanted) + ": " + cursor_->Text(column));
}

bool ResultRow::Bool(size_t column) const {
  return Required(*this, column, IsNull(column) ? std::nullopt : cursor_->Bool(column), "a boolean");
}

int64_t ResultRow::Integer(size_t column, int64_t lowest, int64_t highest) const {
  const auto found = IsNull(column) ? std::nullopt : cursor_->Integer(column);
  const int64_t value = Required(*this, column, found, "an integer");
  if (value < lowest || value > highest) {
    Refuse(column, "between " + std::to_string(lowest) + " and " + std::to_string(highest));
  }
  return value;
}

double ResultRow::Real(size_t column) const {
  return Required(*this, column, IsNull(column) ? std::nullopt : cursor_->Real(column), "a number");
}

std::string ResultRow::Text(size_t column) const {
  return Required(*this, column, IsNull(column) ? std::nullopt : std::optional(cursor_->Text(column)), "a text");
}

Blob ResultRow::Bytes(size_t column) const {
  const auto found = IsNull(column) ? std::nullopt : cursor_->Bytes(column);
  const std::string bytes = Required(*this, column, found, "binary");
  Blob blob(bytes.size());
  if (!bytes.empty()) std::memcpy(blob.data(), bytes.data(), bytes.size());
  return blob;
}

chrono::sys_days ResultRow::Date(size_t column) const {
  const std::string text = Text(column);
  TimeText reader(text);
  const std::optional<chrono::sys_days> date = reader.Date();
  if (!date || !reader.at_end()) Refuse(column, "a date");
  return *date;
}

Timestamp ResultRow::Timestamp(size_t column) const {
  const std::optional<limbeck::Timestamp> time = TimeText(Text(column)).Time();
  if (!time) Refuse(column, "a time");
  return *time;
}

}  // namespace limbeck
