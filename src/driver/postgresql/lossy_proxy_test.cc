// The proxy is part of the test program alone, so it lives in a file of tests.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string_view>

#include "driver/postgresql/lossy_proxy_test.h"

namespace limbeck::driver {
namespace {

sockaddr_in Loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

}  // namespace

LossyProxy::LossyProxy(const std::string& host, int port, std::string word, bool reaches_server)
    : word_(std::move(word)), reaches_server_(reaches_server), listener_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address = Loopback(0);
  socklen_t size = sizeof(address);
  (void)bind(listener_, reinterpret_cast<const sockaddr*>(&address), size);
  listen(listener_, 1);
  getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this, host, port] { Serve(host, port); });
}

void LossyProxy::Stop() {
  if (!thread_.joinable()) return;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  close(listener_);
}

void LossyProxy::Serve(const std::string& host, int port) {
  const int client = accept(listener_, nullptr, nullptr);
  if (client < 0) return;
  sockaddr_in address = Loopback(port);
  if (host != "localhost") inet_pton(AF_INET, host.c_str(), &address.sin_addr);
  const int server = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) Carry(client, server);
  close(client);
  close(server);
}

void LossyProxy::Carry(int client, int server) {
  std::array<pollfd, 2> sides = {pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
  std::array<char, 8192> bytes{};
  while (poll(sides.data(), sides.size(), -1) > 0) {
    for (const pollfd& side : sides) {
      if (side.revents == 0) continue;
      const ssize_t size = read(side.fd, bytes.data(), bytes.size());
      if (size <= 0) return;
      const std::string_view text(bytes.data(), static_cast<size_t>(size));
      const bool cut = side.fd == client && text.find(word_) != std::string_view::npos;
      if (cut && !reaches_server_) return;
      if (write(side.fd == client ? server : client, text.data(), text.size()) < 0) return;
      if (!cut) continue;
      // The answer shows that the server is done.
      [[maybe_unused]] const ssize_t answer = read(server, bytes.data(), bytes.size());
      return;
    }
  }
}

}  // namespace limbeck::driver
