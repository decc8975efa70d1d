// The only file of the room that knows the date library.

#include "project/create_date.h"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "base/text.h"

namespace limbeck::project {
namespace {

/// The date and time of day that many seconds after 1970 began.
CreateDate FromSeconds(int64_t seconds) {
  const date::sys_seconds time{std::chrono::seconds(seconds)};
  const date::sys_days day = date::floor<date::days>(time);
  const date::year_month_day calendar(day);
  const date::hh_mm_ss<std::chrono::seconds> clock(time - day);
  CreateDate result;
  result.year = static_cast<int>(calendar.year());
  result.month = static_cast<int>(static_cast<unsigned>(calendar.month()));
  result.day = static_cast<int>(static_cast<unsigned>(calendar.day()));
  result.hour = static_cast<int>(clock.hours().count());
  result.minute = static_cast<int>(clock.minutes().count());
  result.second = static_cast<int>(clock.seconds().count());
  return result;
}

const date::time_zone* FindZone(const date::tzdb& database, const std::string& name) {
  const auto same = [&](const date::time_zone& zone) { return zone.name() == name; };
  const auto found = std::find_if(database.zones.begin(), database.zones.end(), same);
  return found == database.zones.end() ? nullptr : &*found;
}

int OffsetOf(const std::string& timezone, int64_t epoch, const Place& place) {
  const date::tzdb& database = date::get_tzdb();
  const date::time_zone* zone = FindZone(database, timezone);
  if (zone == nullptr) zone = FindZone(database, ToUpper(timezone));
  if (zone == nullptr) {
    throw Error(ErrorKind::kCommand, "Can't locate timezone: " + timezone)
        .At(place)
        .Hint("time zones are named as in Europe/Berlin or UTC");
  }
  return static_cast<int>(zone->get_info(date::sys_seconds{std::chrono::seconds(epoch)}).offset.count());
}

int LocalOffset(int64_t epoch) {
  const auto time = static_cast<std::time_t>(epoch);
  std::tm local{};
  ::tzset();
  ::localtime_r(&time, &local);
  return static_cast<int>(local.tm_gmtoff);
}

std::string OffsetText(int offset) {
  const int size = offset < 0 ? -offset : offset;
  std::string text = fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) text += fmt::format(":{:02}", size % 60);
  return text;
}

}  // namespace

std::string CreateDate::Text() const {
  std::string text = fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", year, month, day, hour, minute, second);
  if (microsecond != 0) text += fmt::format(".{:06}", microsecond);
  return utc_offset ? text + OffsetText(*utc_offset) : text;
}

CreateDate MakeCreateDate(Clock& clock, const std::optional<std::string>& timezone, const Place& place) {
  const int64_t microseconds = clock.Now().time_since_epoch().count();
  const int64_t epoch = date::floor<std::chrono::seconds>(std::chrono::microseconds(microseconds)).count();
  const int offset = timezone ? OffsetOf(*timezone, epoch, place) : LocalOffset(epoch);
  CreateDate result = FromSeconds(epoch + offset);
  result.microsecond = static_cast<int>(microseconds - epoch * 1'000'000);
  if (timezone) result.utc_offset = offset;
  result.epoch = epoch;
  return result;
}

}  // namespace limbeck::project
