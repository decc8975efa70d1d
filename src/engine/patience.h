#pragma once

#include <chrono>
#include <functional>

#include "base/clock.h"
#include "driver/connection.h"
#include "limbeck/error.h"

namespace limbeck::engine {

/// Connects to databases that may not answer yet: asks again until they do, or until the time is over. For the start
/// of a service whose database starts with it. Borrows all of it.
class PatientConnector : public driver::Connector {
 public:
  /// Asked before each pause, with why there is one; false gives up.
  using KeepTrying = std::function<bool(const Error& reason)>;

  PatientConnector(driver::Connector& connector, Clock& clock, KeepTrying keep_trying)
      : connector_(connector), clock_(clock), keep_trying_(std::move(keep_trying)) {}

  using Connector::Connect;
  /// Throws the last error when it is told to give up, and at once what waiting does not mend.
  std::unique_ptr<driver::Connection> Connect(const driver::Url& url, const driver::ConnectOptions& options) override;

 private:
  driver::Connector& connector_;
  Clock& clock_;
  KeepTrying keep_trying_;
};

}  // namespace limbeck::engine
