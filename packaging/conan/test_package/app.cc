#include <limbeck/migrator.h>

#include <cstdio>

int main() {
  limbeck::Migrator migrator({.revisions = {{.id = "a1", .message = "first"}}});
  std::printf("%s\n", migrator.Heads().front().c_str());
}
