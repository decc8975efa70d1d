#include "python/std/zone_rules.h"

#include <date/tz.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace limbeck::python {
namespace {

using Seconds = std::chrono::seconds;

/// What is more than the standard time of the same place, which is looked for in the years before, then behind.
Seconds SummerPart(const date::time_zone& zone, const date::sys_info& info) {
  if (info.save == std::chrono::minutes(0)) return Seconds(0);
  constexpr int kFarthest = 4;
  date::sys_info before = info;
  for (int i = 0; i < kFarthest && before.begin > date::sys_days(date::year(1800) / 1 / 1); ++i) {
    before = zone.get_info(before.begin - Seconds(1));
    if (before.save == std::chrono::minutes(0)) return info.offset - before.offset;
  }
  const date::sys_info after = zone.get_info(info.end);
  return after.save == std::chrono::minutes(0) ? info.offset - after.offset : Seconds(3600);
}

class SystemZone : public ZoneRules {
 public:
  explicit SystemZone(const date::time_zone& zone) : zone_(zone) {
    const date::sys_info first = zone.get_info(date::sys_days(date::year(1900) / 1 / 1));
    const date::sys_info last = zone.get_info(date::sys_days(date::year(2030) / 1 / 1));
    is_fixed_ = first.begin == last.begin && first.offset == last.offset;
  }

  Offset AtUtc(int64_t seconds) const override { return OffsetOf(zone_.get_info(date::sys_seconds(Seconds(seconds)))); }

  Offset AtLocal(int64_t seconds, bool fold) const override {
    const date::local_info info = zone_.get_info(date::local_seconds(Seconds(seconds)));
    return OffsetOf(info.result != date::local_info::unique && fold ? info.second : info.first);
  }

  Reading ReadingAt(int64_t local_seconds) const override {
    const date::local_info info = zone_.get_info(date::local_seconds(Seconds(local_seconds)));
    if (info.result == date::local_info::ambiguous) return Reading::kTwice;
    return info.result == date::local_info::unique ? Reading::kUnique : Reading::kNever;
  }

  bool is_fixed() const override { return is_fixed_; }

 private:
  Offset OffsetOf(const date::sys_info& info) const {
    return {info.offset.count(), SummerPart(zone_, info).count(), info.abbrev};
  }

  const date::time_zone& zone_;
  bool is_fixed_ = false;
};

const date::time_zone* FindInDatabase(std::string_view name) {
  const auto& zones = date::get_tzdb().zones;
  const auto found = std::find_if(zones.begin(), zones.end(), [name](const auto& zone) { return zone.name() == name; });
  return found == zones.end() ? nullptr : &*found;
}

}  // namespace

const ZoneRules* ZoneRules::Find(std::string_view name) {
  static std::mutex mutex;
  static auto* const known = new std::map<std::string, std::unique_ptr<ZoneRules>, std::less<>>();
  const std::lock_guard lock(mutex);
  const auto found = known->find(name);
  if (found != known->end()) return found->second.get();
  const date::time_zone* zone = FindInDatabase(name);
  if (zone == nullptr) return nullptr;
  return known->emplace(std::string(name), std::make_unique<SystemZone>(*zone)).first->second.get();
}

const std::vector<std::string>& ZoneRules::Names() {
  static const auto* const kNames = [] {
    auto* names = new std::vector<std::string>();
    for (const date::time_zone& zone : date::get_tzdb().zones) names->push_back(zone.name());
    return names;
  }();
  return *kNames;
}

}  // namespace limbeck::python
