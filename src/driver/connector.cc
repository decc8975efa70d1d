#include "driver/connection.h"
#include "driver/sqlite/connection.h"

namespace limbeck::driver {
namespace {

class RealConnector : public Connector {
 public:
  std::unique_ptr<Connection> Connect(const Url& url, const ConnectOptions& options) override {
    return sqlite::Connect(url, options);
  }
};

}  // namespace

std::unique_ptr<Connector> MakeConnector() {
  return std::make_unique<RealConnector>();
}

}  // namespace limbeck::driver
