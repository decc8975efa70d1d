// In place of this folder's other sources, in a build without PostgreSQL (LIMBECK_POSTGRESQL=OFF).

#include "driver/postgresql/connection.h"
#include "limbeck/error.h"

namespace limbeck::driver::postgresql {
namespace {

[[noreturn]] void Refuse() {
  throw Error(ErrorKind::kUnsupported, "this build of Limbeck has no PostgreSQL")
      .Hint("configure it with LIMBECK_POSTGRESQL=ON");
}

}  // namespace

std::unique_ptr<Connection> Connect(const Url& /*url*/, const ConnectOptions& /*options*/) {
  Refuse();
}

std::unique_ptr<Connection> Borrow(pg_conn* /*connection*/) {
  Refuse();
}

}  // namespace limbeck::driver::postgresql
