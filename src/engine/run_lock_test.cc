#include "engine/run_lock.h"

#include <gtest/gtest.h>

#include "driver/fake_database.h"
#include "limbeck/error.h"

namespace limbeck::engine {
namespace {

using std::chrono::seconds;

class RunLockTest : public testing::Test {
 protected:
  RunLockTest() {
    services_.clock = &clock_;
    services_.print_error = [this](std::string_view text) { printed_.append(text); };
  }

  /// Asks until the answer is no, as SQLite does while another connection writes.
  int CountTries(RunLock& lock) {
    const driver::BeginOptions options = lock.BeginOptions(*database_.Connect());
    int tries = 0;
    while (options.keep_waiting()) ++tries;
    return tries;
  }

  FakeClock clock_;
  std::string printed_;
  Services services_;
  driver::FakeDatabase database_{driver::Backend::kSqlite};
};

TEST_F(RunLockTest, GivesUpAfterItsTime) {
  RunLock lock(services_, seconds(40));
  EXPECT_GT(CountTries(lock), 40);
  EXPECT_GE(clock_.Monotonic(), seconds(40));
  EXPECT_LT(clock_.Monotonic(), seconds(42));
  const std::string line = "waiting for another connection that writes to \"fake.db\", up to 40 s\n";
  EXPECT_EQ(printed_, line + line);
}

TEST_F(RunLockTest, ZeroDoesNotWait) {
  RunLock lock(services_, seconds(0));
  EXPECT_EQ(CountTries(lock), 0);
  EXPECT_EQ(printed_, "");
}

TEST_F(RunLockTest, StopsWhereTheUserDoesNotWantToWait) {
  std::atomic<bool> interrupted = true;
  services_.interrupted = &interrupted;
  RunLock lock(services_, seconds(40));
  EXPECT_EQ(CountTries(lock), 0);
}

TEST_F(RunLockTest, TakesNothingWhereTransactionsAreTheLock) {
  const auto connection = database_.Connect();
  database_.ClearRecord();
  RunLock(services_, seconds(1)).Take(*connection, "main.alembic_version");
  EXPECT_TRUE(database_.record().empty());
}

}  // namespace
}  // namespace limbeck::engine
