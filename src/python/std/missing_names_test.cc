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
      {"from types import NoSuch\ndef f(x: NoSuch[int] | None):\n    pass\nf(1)\nrepr(NoSuch)\n",
       "'types.NoSuch' is made a string, but Limbeck does not have 'NoSuch' of module 'types'",
       "'types.NoSuch' is imported at a.py:1"},
      {"from types import NoSuch\nNoSuch(1)\n",
       "'types.NoSuch' is called, but Limbeck does not have 'NoSuch' of module 'types'",
       "'types.NoSuch' is imported at a.py:1"},
      {"try:\n    from types import NoSuch\nexcept ImportError:\n    import json\njson.dmps\n",
       "'dmps' of module 'json' is not available in Limbeck", "did you mean 'dumps'?"},
      {"import hashlib\nhashlib.file_digest\n", "'file_digest' of module 'hashlib' is not available in Limbeck", ""},
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
