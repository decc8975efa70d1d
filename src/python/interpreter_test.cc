#include "python/interpreter.h"

#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

TEST(Interpreter, RunsAModule) {
  ScriptHostForTests host;
  Interpreter interpreter(host.host(), {});
  const auto module = interpreter.RunSource("a.py", "x = 1 + 2\nprint(x, 'three')\n", "a");
  EXPECT_EQ(host.output(), "3 three\n");
  EXPECT_EQ(module->globals().Find(Symbol::Intern("x"))->int_value(), 3);
}

}  // namespace
}  // namespace limbeck::python
