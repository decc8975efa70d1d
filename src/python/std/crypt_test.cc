#include <gtest/gtest.h>

#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

std::string Printed(const std::string& script) {
  ScriptHostForTests host;
  Interpreter interpreter(host.host(), {});
  interpreter.RunSource("a.py", script, "a");
  return host.output();
}

TEST(Bcrypt, HashesAndChecks) {
  EXPECT_EQ(Printed("import bcrypt\n"
                    "hashed = bcrypt.hashpw(b'U*U', b'$2a$05$CCCCCCCCCCCCCCCCCCCCC.')\n"
                    "print(hashed, bcrypt.checkpw(b'U*U', hashed), bcrypt.checkpw(b'x', hashed))\n"
                    "print(bcrypt.gensalt(4)[:7], len(bcrypt.gensalt(4)), bcrypt.gensalt(4) != bcrypt.gensalt(4))\n"),
            "b'$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW' True False\n"
            "b'$2b$04$' 29 True\n");
}

}  // namespace
}  // namespace limbeck::python
