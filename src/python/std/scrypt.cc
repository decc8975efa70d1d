#include "python/std/scrypt.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "python/std/digest.h"

// RFC 7914, with its names. Words are little-endian.

namespace limbeck::python {
namespace {

constexpr size_t kWords = 16;  // of a Salsa20 block
constexpr size_t kBlockBytes = kWords * 4;

using SalsaBlock = std::array<uint32_t, kWords>;

constexpr uint32_t Rotate(uint32_t value, int bits) {
  return (value << bits) | (value >> (32 - bits));
}

void QuarterRound(SalsaBlock& x, size_t a, size_t b, size_t c, size_t d) {
  x[b] ^= Rotate(x[a] + x[d], 7);
  x[c] ^= Rotate(x[b] + x[a], 9);
  x[d] ^= Rotate(x[c] + x[b], 13);
  x[a] ^= Rotate(x[d] + x[c], 18);
}

void Salsa8(SalsaBlock& block) {
  SalsaBlock x = block;
  for (int i = 0; i < 4; ++i) {
    QuarterRound(x, 0, 4, 8, 12);
    QuarterRound(x, 5, 9, 13, 1);
    QuarterRound(x, 10, 14, 2, 6);
    QuarterRound(x, 15, 3, 7, 11);
    QuarterRound(x, 0, 1, 2, 3);
    QuarterRound(x, 5, 6, 7, 4);
    QuarterRound(x, 10, 11, 8, 9);
    QuarterRound(x, 15, 12, 13, 14);
  }
  for (size_t i = 0; i < kWords; ++i) block[i] += x[i];
}

class Mixer {
 public:
  Mixer(size_t n, size_t r) : n_(n), blocks_(2 * r), mixed_(blocks_ * kWords), kept_(n * blocks_ * kWords) {}

  /// scryptROMix
  void Mix(uint32_t* b) {
    const size_t words = blocks_ * kWords;
    for (size_t i = 0; i < n_; ++i) {
      std::copy(b, b + words, kept_.begin() + static_cast<std::ptrdiff_t>(i * words));
      MixBlocks(b);
    }
    for (size_t i = 0; i < n_; ++i) {
      const uint64_t integer = b[words - kWords] | static_cast<uint64_t>(b[words - kWords + 1]) << 32;
      const uint32_t* other = &kept_[(integer & (n_ - 1)) * words];
      for (size_t k = 0; k < words; ++k) b[k] ^= other[k];
      MixBlocks(b);
    }
  }

 private:
  /// scryptBlockMix: the even blocks come before the odd ones.
  void MixBlocks(uint32_t* b) {
    SalsaBlock x;
    std::copy(b + (blocks_ - 1) * kWords, b + blocks_ * kWords, x.begin());
    for (size_t i = 0; i < blocks_; ++i) {
      for (size_t k = 0; k < kWords; ++k) x[k] ^= b[i * kWords + k];
      Salsa8(x);
      const size_t place = i / 2 + (i % 2) * (blocks_ / 2);
      std::copy(x.begin(), x.end(), mixed_.begin() + static_cast<std::ptrdiff_t>(place * kWords));
    }
    std::copy(mixed_.begin(), mixed_.end(), b);
  }

  const size_t n_;
  const size_t blocks_;
  std::vector<uint32_t> mixed_;
  std::vector<uint32_t> kept_;
};

std::vector<uint32_t> WordsOf(const std::string& bytes) {
  std::vector<uint32_t> words(bytes.size() / 4);
  for (size_t i = 0; i < bytes.size(); ++i) {
    words[i / 4] |= static_cast<uint32_t>(static_cast<uint8_t>(bytes[i])) << (i % 4 * 8);
  }
  return words;
}

std::string BytesOf(const std::vector<uint32_t>& words) {
  std::string bytes(words.size() * 4, '\0');
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(words[i / 4] >> (i % 4 * 8) & 0xFF);
  return bytes;
}

}  // namespace

std::string Scrypt(std::string_view password, std::string_view salt, const ScryptCost& cost, size_t length) {
  const size_t bytes = 2 * cost.r * kBlockBytes;
  std::vector<uint32_t> words = WordsOf(Pbkdf2("sha256", password, salt, 1, cost.p * bytes));
  Mixer mixer(cost.n, cost.r);
  for (size_t i = 0; i < cost.p; ++i) mixer.Mix(&words[i * bytes / 4]);
  return Pbkdf2("sha256", password, BytesOf(words), 1, length);
}

}  // namespace limbeck::python
