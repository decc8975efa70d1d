#include "base/log.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck {
namespace {

class LogTreeTest : public testing::Test {
 protected:
  FakeClock clock_;
  std::string text_;
  LogTree tree_{clock_, [this](LogHandler::Target, const std::string&, std::string_view line) { text_ += line; }};
};

const IniSections kAlembicSections = {
    {"loggers", {{"keys", "root,sqlalchemy,alembic"}}},
    {"handlers", {{"keys", "console"}}},
    {"formatters", {{"keys", "generic"}}},
    {"logger_root", {{"level", "WARNING"}, {"handlers", "console"}, {"qualname", ""}}},
    {"logger_sqlalchemy", {{"level", "WARNING"}, {"handlers", ""}, {"qualname", "sqlalchemy.engine"}}},
    {"logger_alembic", {{"level", "INFO"}, {"handlers", ""}, {"qualname", "alembic"}}},
    {"handler_console",
     {{"class", "StreamHandler"}, {"args", "(sys.stderr,)"}, {"level", "NOTSET"}, {"formatter", "generic"}}},
    {"formatter_generic", {{"format", "%(levelname)-5.5s [%(name)s] %(message)s"}, {"datefmt", "%H:%M:%S"}}},
};

TEST_F(LogTreeTest, IsSilentBelowWarningAtFirst) {
  tree_.Log("alembic.runtime.migration", 20, "Context impl SQLiteImpl.");
  EXPECT_EQ(text_, "");
  tree_.Log("any", 30, "look out");
  EXPECT_EQ(text_, "look out\n");
}

TEST_F(LogTreeTest, FollowsTheSectionsOfAlembicIni) {
  tree_.Touch("app");
  tree_.Touch("alembic.script");
  ConfigureLogging(tree_, kAlembicSections, true);
  tree_.Log("alembic.runtime.migration", 20, "Context impl SQLiteImpl.");
  tree_.Log("alembic.script", 10, "too low");
  tree_.Log("app", 40, "disabled, for it existed before");
  tree_.Log("other", 30, "made later");
  EXPECT_EQ(text_, "INFO  [alembic.runtime.migration] Context impl SQLiteImpl.\nWARNI [other] made later\n");
}

TEST_F(LogTreeTest, NamesWhatAConfigurationLacks) {
  IniSections sections = kAlembicSections;
  sections.erase("handler_console");
  try {
    ConfigureLogging(tree_, sections, true);
    FAIL() << "accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "No section: 'handler_console'");
  }
}

TEST(LogFormat, KnowsTheThreeStyles) {
  const LogRecord record{.logger = "a.b", .level = 20, .message = "done 100%%"};
  EXPECT_EQ((LogFormat{.format = "[%(name)6s] %(message)s %%"}.Format(record)), "[   a.b] done 100%% %");
  EXPECT_EQ((LogFormat{.format = "{levelname}: {message}", .style = '{'}.Format(record)), "INFO: done 100%%");
  EXPECT_EQ((LogFormat{.format = "${levelno} ${message}", .style = '$'}.Format(record)), "20 done 100%%");
}

}  // namespace
}  // namespace limbeck
