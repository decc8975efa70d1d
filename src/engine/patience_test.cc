#include "engine/patience.h"

#include <gtest/gtest.h>

#include "driver/fake_database.h"

namespace limbeck::engine {
namespace {

Error NoAnswer() {
  return Error(ErrorKind::kDatabase, "connection refused").ConnectionLost();
}

TEST(PatientConnector, AsksAgainUntilTheDatabaseAnswers) {
  driver::FakeDatabase database(driver::Backend::kPostgresql);
  database.Fail("connect", NoAnswer()).Fail("connect", NoAnswer());
  FakeClock clock;
  int asked = 0;
  PatientConnector connector(database, clock, [&](const Error&) { return ++asked < 10; });
  EXPECT_NE(connector.Connect(driver::Url::Parse("postgresql://h/d")), nullptr);
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(clock.Monotonic(), std::chrono::milliseconds(500));
}

TEST(PatientConnector, GivesUpWithTheLastError) {
  driver::FakeDatabase database(driver::Backend::kPostgresql);
  database.Fail("connect", NoAnswer());
  FakeClock clock;
  PatientConnector connector(database, clock, [](const Error&) { return false; });
  EXPECT_THROW(connector.Connect(driver::Url::Parse("postgresql://h/d")), Error);
}

TEST(PatientConnector, DoesNotWaitForWhatWaitingDoesNotMend) {
  driver::FakeDatabase database(driver::Backend::kPostgresql);
  database.Fail("connect", Error(ErrorKind::kConfig, "no such option"));
  FakeClock clock;
  PatientConnector connector(database, clock, [](const Error&) { return true; });
  EXPECT_THROW(connector.Connect(driver::Url::Parse("postgresql://h/d")), Error);
  EXPECT_EQ(clock.Monotonic(), std::chrono::microseconds(0));
}

}  // namespace
}  // namespace limbeck::engine
