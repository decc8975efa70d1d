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

TEST(Passlib, ContextsHashAndVerify) {
  EXPECT_EQ(Printed("from passlib.context import CryptContext\n"
                    "from passlib.hash import pbkdf2_sha256, sha512_crypt\n"
                    "context = CryptContext(schemes=['bcrypt', 'pbkdf2_sha256'], deprecated='auto', bcrypt__rounds=4)\n"
                    "hashed = context.hash('secret')\n"
                    "print(hashed[:7], context.verify('secret', hashed), context.verify('x', hashed))\n"
                    "old = '$pbkdf2-sha256$6400$AAECAwQFBgcICQoLDA0ODw$tPOMD/grGsIamqYFYSZfmAdFVLhjOwI3BJ.ZUfspFNM'\n"
                    "print(context.verify('password', old), context.identify(old), context.needs_update(old))\n"
                    "print(sha512_crypt.using(rounds=1000).hash('x')[:15], context.needs_update(hashed))\n"),
            "$2b$04$ True False\n"
            "True pbkdf2_sha256 True\n"
            "$6$rounds=1000$ False\n");
}

}  // namespace
}  // namespace limbeck::python
