#include "engine/run_lock.h"

#include <algorithm>

#include "limbeck/error.h"

namespace limbeck::engine {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Short waits are nobody's business.
constexpr seconds kFirstReport{1};
constexpr seconds kNextReport{30};
constexpr milliseconds kShortestPause{20};
constexpr milliseconds kLongestPause{500};

}  // namespace

class RunLock::Wait {
 public:
  Wait(const Services& services, seconds timeout, std::string what)
      : services_(services),
        timeout_(timeout),
        what_(std::move(what)),
        start_(services.clock->Monotonic()),
        next_report_(start_ + kFirstReport) {}

  /// Sleeps before the next try; false when it is time to give up. `holder` is asked when somebody is to be told.
  template <typename Holder>
  bool Pause(const Holder& holder) {
    const microseconds now = services_.clock->Monotonic();
    if (is_interrupted() || now - start_ >= timeout_) return false;
    if (now >= next_report_) {
      next_report_ = now + kNextReport;
      services_.print_error("waiting for " + what_ + Parenthesis(holder()) + ", up to " +
                            std::to_string(timeout_.count()) + " s\n");
    }
    // Those who wait together do not ask together.
    services_.clock->Sleep(pause_ + now % pause_);
    pause_ = std::min<microseconds>(pause_ * 2, kLongestPause);
    return true;
  }

  bool is_interrupted() const { return services_.interrupted != nullptr && services_.interrupted->load(); }

  static std::string Parenthesis(const std::string& text) { return text.empty() ? "" : " (" + text + ")"; }

 private:
  const Services& services_;
  seconds timeout_;
  std::string what_;
  microseconds start_;
  microseconds next_report_;
  microseconds pause_ = kShortestPause;
};

void RunLock::Take(driver::Connection& connection, const std::string& version_table) {
  if (!connection.has_named_locks()) return;
  const std::string key = connection.url().ToStringWithPassword() + " " + version_table;
  if (std::any_of(held_.begin(), held_.end(), [&](const Held& held) { return held.key == key; })) return;
  Held held{key, connection.ConnectAgain()};
  if (held.connection->IsPooled()) {
    PrintWarning(services_, "UserWarning",
                 "a pooler stands between here and the server; if it shares sessions among transactions, two runs may "
                 "meet: give migrations the server's own address");
  }
  const std::string name = "limbeck " + version_table;
  const auto holder = [&] { return held.connection->LockHolder(name); };
  Wait wait(services_, timeout_, "another run on " + version_table);
  while (!held.connection->TryLock(name)) {
    if (wait.Pause(holder)) continue;
    if (wait.is_interrupted()) throw Error(ErrorKind::kDatabase, "").ExceptionClass("KeyboardInterrupt");
    throw Error(ErrorKind::kDatabase, "another run on " + version_table + " has not ended" +
                                          Wait::Parenthesis(holder()) + ", after " + std::to_string(timeout_.count()) +
                                          " s")
        .Hint("--lock-timeout SECONDS, or lock_timeout in the configuration, waits longer");
  }
  held_.push_back(std::move(held));
}

driver::BeginOptions RunLock::BeginOptions(const driver::Connection& connection) {
  const std::string file = connection.database_name();
  const auto wait = std::make_shared<Wait>(services_, timeout_, "another connection that writes to \"" + file + "\"");
  driver::BeginOptions options;
  options.keep_waiting = [wait] { return wait->Pause([] { return std::string(); }); };
  return options;
}

}  // namespace limbeck::engine
