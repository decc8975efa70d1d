#include "engine/patience.h"

#include <memory>

namespace limbeck::engine {

std::unique_ptr<driver::Connection> PatientConnector::Connect(const driver::Url& url,
                                                              const driver::ConnectOptions& options) {
  constexpr std::chrono::milliseconds kPause{250};
  for (;;) {
    try {
      return connector_.Connect(url, options);
    } catch (const Error& error) {
      if (!error.connection_lost() || !keep_trying_(error)) throw;
    }
    clock_.Sleep(kPause);
  }
}

}  // namespace limbeck::engine
