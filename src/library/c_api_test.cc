#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

#include <limbeck.h>
#include "limbeck/error.h"

namespace limbeck::library {
namespace {

const std::string kText =
    "-- add authors\n--\n-- revision: b2\n-- down_revision: none\n\n-- upgrade\nCREATE TABLE authors (id INTEGER);\n\n"
    "-- downgrade\nDROP TABLE authors;\n";
const limbeck_file kFile = {"versions/b2.sql", kText.data(), kText.size()};

class CApi : public testing::Test {
 protected:
  void SetUp() override {
    sqlite3_open(":memory:", &database_.sqlite);
    migrator_ = limbeck_open(nullptr, &kFile, 1, nullptr);
    ASSERT_NE(migrator_, nullptr);
  }
  void TearDown() override {
    limbeck_close(migrator_);
    EXPECT_EQ(sqlite3_close(database_.sqlite), SQLITE_OK);
  }

  limbeck_database database_{};
  limbeck_migrator* migrator_ = nullptr;
};

TEST_F(CApi, GoesUpAndDown) {
  EXPECT_EQ(limbeck_pending(migrator_, database_, nullptr), 1);
  EXPECT_EQ(limbeck_upgrade(migrator_, database_, nullptr, nullptr), 1);
  EXPECT_EQ(limbeck_pending(migrator_, database_, nullptr), 0);
  char* current = limbeck_current(migrator_, database_, nullptr);
  EXPECT_STREQ(current, "b2");
  limbeck_free(current);
  EXPECT_EQ(limbeck_downgrade(migrator_, database_, "base", nullptr), 1);
  EXPECT_EQ(limbeck_stamp(migrator_, database_, "heads", nullptr), 1);
}

TEST_F(CApi, GivesErrorsAsValues) {
  limbeck_error* error = nullptr;
  EXPECT_EQ(limbeck_upgrade(migrator_, database_, "nowhere", &error), 0);
  ASSERT_NE(error, nullptr);
  EXPECT_EQ(limbeck_error_get_kind(error), LIMBECK_COMMAND);
  EXPECT_STREQ(limbeck_error_message(error), "Can't locate revision identified by 'nowhere'");
  EXPECT_STREQ(limbeck_error_sqlstate(error), "");
  limbeck_error_free(error);
  EXPECT_EQ(limbeck_pending(migrator_, {}, nullptr), -1);
}

TEST_F(CApi, StopsWhenCancelled) {
  limbeck_cancel(migrator_);
  EXPECT_EQ(limbeck_upgrade(migrator_, database_, nullptr, nullptr), 0);
  limbeck_resume(migrator_);
  EXPECT_EQ(limbeck_upgrade(migrator_, database_, nullptr, nullptr), 1);
}

TEST(CApiKinds, AreThoseOfCpp) {
  EXPECT_EQ(static_cast<int>(ErrorKind::kUsage), LIMBECK_USAGE);
  EXPECT_EQ(static_cast<int>(ErrorKind::kInternal), LIMBECK_INTERNAL);
}

}  // namespace
}  // namespace limbeck::library
