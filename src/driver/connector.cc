#include "driver/connection.h"
#include "driver/postgresql/connection.h"
#include "driver/sqlite/connection.h"

namespace limbeck::driver {
namespace {

class RealConnector : public Connector {
 public:
  std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) override {
    if (BackendOf(url) == Backend::kSqlite) return sqlite::Connect(url, options);
    return postgresql::Connect(url, options);
  }
};

}  // namespace

std::unique_ptr<Connector> MakeConnector() {
  return std::make_unique<RealConnector>();
}

}  // namespace limbeck::driver
