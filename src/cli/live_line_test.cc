#include "cli/live_line.h"

#include <gtest/gtest.h>

namespace limbeck::cli {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

TEST(LiveText, TellsStepTimeAndStatement) {
  struct Row {
    LiveState state;
    int columns;
    const char* text;
  };
  const std::string step = "upgrade 1a -> 2b, add users";
  const Row rows[] = {
      {{1, 2, step, "", milliseconds(4249)}, 80, "step 1 of 2, 4.2 s: upgrade 1a -> 2b, add users"},
      {{1, 2, step, "SELECT 1", milliseconds(40)}, 80, "step 1 of 2, 0.0 s: SELECT 1"},
      {{3, 12, step, "CREATE TABLE t (\n\tid INTEGER\n)", minutes(3) + seconds(7)},
       80,
       "step 3 of 12, 3 min 7 s: CREATE TABLE t ( id INTEGER )"},
      // What a terminal could take for a command is not sent to it.
      {{1, 1, step, "SELECT '\x1b[2J\xc2\x9b'", seconds(1)}, 80, "step 1 of 1, 1.0 s: SELECT ' [2J '"},
      {{1, 1, step, "SELECT 'abcdefghij'", seconds(1)}, 31, "step 1 of 1, 1.0 s: SELECT ..."},
      {{1, 1, step, "SELECT 'abcdefghij'", seconds(1)}, 40, "step 1 of 1, 1.0 s: SELECT 'abcdefghij'"},
      // Wide letters take two columns each.
      {{1, 1, step, "\xe8\xa1\xa8\xe8\xa1\xa8\xe8\xa1\xa8\xe8\xa1\xa8", seconds(1)},
       28,
       "step 1 of 1, 1.0 s: \xe8\xa1\xa8\xe8\xa1\xa8..."},
  };
  for (const Row& row : rows) EXPECT_EQ(LiveText(row.state, row.columns), row.text);
}

TEST(LiveLine, LeavesAloneWhatIsNoTerminal) {
  FakeTerminal terminal;
  FakeClock clock;
  LiveLine line(terminal, clock, true);
  line.BeginStep(1, 1, "upgrade  -> a1");
  line.Out("out\n");
  line.Err("err\n");
  terminal.set_answers({"yes"});
  EXPECT_EQ(line.ReadLine(), "yes");
  EXPECT_EQ(line.ReadLine(), std::nullopt);
  line.EndSteps();
  EXPECT_EQ(terminal.out(), "out\n");
  EXPECT_EQ(terminal.err(), "err\n");
}

}  // namespace
}  // namespace limbeck::cli
