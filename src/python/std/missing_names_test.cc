#include <gtest/gtest.h>

#include "limbeck/error.h"
#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

Error ErrorOf(const std::string& script) {
  ScriptHostForTests host;
  Interpreter interpreter(host.host(), {});
  try {
    interpreter.RunSource("a.py", script, "a");
  } catch (const Error& error) {
    return error;
  }
  return {ErrorKind::kInternal, "nothing was wrong"};
}

TEST(MissingNames, AreRefusedWithTheNearestOne) {
  struct Row {
    const char* script;
    const char* message;
    const char* hint;
  };
  const Row rows[] = {
      {"import json\njson.dmps\n", "'dmps' of module 'json' is not available in Limbeck", "did you mean 'dumps'?"},
      {"from re import serch\n", "'serch' of module 're' is not available in Limbeck", "did you mean 'search'?"},
      {"import hashlib\nhashlib.scrypt\n", "'scrypt' of module 'hashlib' is not available in Limbeck", ""},
  };
  for (const Row& row : rows) {
    const Error error = ErrorOf(row.script);
    EXPECT_EQ(error.kind(), ErrorKind::kUnsupported);
    EXPECT_EQ(error.message(), row.message);
    EXPECT_EQ(error.hint(), row.hint);
  }
}

}  // namespace
}  // namespace limbeck::python
