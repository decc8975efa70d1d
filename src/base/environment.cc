#include "base/environment.h"

#include <cstdlib>
#include <string_view>
#include <thread>

#include "base/clock.h"

extern char** environ;  // NOLINT(readability-identifier-naming): POSIX names it

namespace limbeck {
namespace {

class RealEnvironment : public Environment {
 public:
  std::optional<std::string> Get(const std::string& name) override {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
  }

  std::map<std::string, std::string> All() override {
    std::map<std::string, std::string> all;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
      const std::string_view text = *entry;
      const size_t equals = text.find('=');
      if (equals != std::string_view::npos) all.emplace(text.substr(0, equals), text.substr(equals + 1));
    }
    return all;
  }
};

class RealClock : public Clock {
 public:
  WallTime Now() override {
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
  }
  std::chrono::microseconds Monotonic() override {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch());
  }
  void Sleep(std::chrono::microseconds time) override { std::this_thread::sleep_for(time); }
};

}  // namespace

std::optional<std::string> FakeEnvironment::Get(const std::string& name) {
  const auto found = values_.find(name);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

std::unique_ptr<Environment> MakeRealEnvironment() {
  return std::make_unique<RealEnvironment>();
}

std::unique_ptr<Clock> MakeRealClock() {
  return std::make_unique<RealClock>();
}

}  // namespace limbeck
