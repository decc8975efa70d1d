#include "base/entropy.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <cerrno>

#include "limbeck/error.h"

namespace limbeck {
namespace {

class RealEntropy : public Entropy {
 public:
  std::string Bytes(size_t count) override {
    std::string bytes(count, '\0');
    for (size_t filled = 0; filled < count;) {
      const ssize_t got = ::getrandom(bytes.data() + filled, count - filled, 0);
      if (got < 0 && errno != EINTR) throw Error(ErrorKind::kInternal, "the system gives no random bytes");
      if (got > 0) filled += static_cast<size_t>(got);
    }
    return bytes;
  }
};

}  // namespace

std::unique_ptr<Entropy> MakeRealEntropy() {
  return std::make_unique<RealEntropy>();
}

std::string FakeEntropy::Bytes(size_t count) {
  std::string bytes;
  for (size_t i = 0; i < count; ++i) bytes += static_cast<char>(next_++);
  return bytes;
}

std::string NewRevisionId(Entropy& entropy) {
  std::string id;
  for (const char byte : entropy.Bytes(6)) id += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return id;
}

}  // namespace limbeck
