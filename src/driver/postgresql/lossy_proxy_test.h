#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace limbeck::driver {

/// A way to a server that is cut when the client sends a certain word: for tests of lost connections. Serves one
/// client on 127.0.0.1.
class LossyProxy {
 public:
  /// With `reaches_server` the word still reaches the server, and only its answer is lost.
  LossyProxy(const std::string& host, int port, std::string word, bool reaches_server);
  ~LossyProxy() { Stop(); }
  LossyProxy(const LossyProxy&) = delete;
  LossyProxy& operator=(const LossyProxy&) = delete;

  int port() const { return port_; }
  /// Waits until both sides are closed.
  void Stop();

 private:
  void Serve(const std::string& host, int port);
  /// Carries bytes on until one side closes or the word goes by.
  void Carry(int client, int server);

  std::string word_;
  bool reaches_server_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace limbeck::driver
