#include "base/md5.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

// RFC 1321: 64-byte blocks go through 64 steps each; four words of state come out.

namespace limbeck {
namespace {

using State = std::array<uint32_t, 4>;

constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

uint32_t SineConstant(uint32_t step) {
  return static_cast<uint32_t>(std::floor(std::abs(std::sin(step + 1.0)) * 4294967296.0));
}

// The round's mixing function and which word of the block the step takes.
struct Step {
  uint32_t mixed;
  uint32_t word;
};

Step MixStep(uint32_t step, const State& s) {
  switch (step / 16) {
    case 0:
      return {(s[1] & s[2]) | (~s[1] & s[3]), step};
    case 1:
      return {(s[3] & s[1]) | (~s[3] & s[2]), (5 * step + 1) % 16};
    case 2:
      return {s[1] ^ s[2] ^ s[3], (3 * step + 5) % 16};
    default:
      return {s[2] ^ (s[1] | ~s[3]), (7 * step) % 16};
  }
}

uint32_t WordAt(std::string_view block, uint32_t index) {
  uint32_t word = 0;
  for (uint32_t byte = 0; byte < 4; ++byte) {
    word |= static_cast<uint32_t>(static_cast<unsigned char>(block[4 * index + byte])) << (8 * byte);
  }
  return word;
}

void AddBlock(State& state, std::string_view block) {
  State s = state;
  for (uint32_t step = 0; step < 64; ++step) {
    auto [mixed, word] = MixStep(step, s);
    uint32_t sum = s[0] + mixed + SineConstant(step) + WordAt(block, word);
    s = {s[3], s[1] + std::rotl(sum, kShifts[step / 16][step % 4]), s[1], s[2]};
  }
  for (size_t i = 0; i < 4; ++i) state[i] += s[i];
}

// A one bit, zeros, and the length in bits fill the last block.
std::string Padded(std::string_view data) {
  std::string padded(data);
  padded += '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  uint64_t bits = static_cast<uint64_t>(data.size()) * 8;
  for (int byte = 0; byte < 8; ++byte) padded += static_cast<char>(bits >> (8 * byte));
  return padded;
}

}  // namespace

std::string Md5Hex(std::string_view data) {
  State state = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
  std::string padded = Padded(data);
  for (size_t offset = 0; offset < padded.size(); offset += 64) {
    AddBlock(state, std::string_view(padded).substr(offset, 64));
  }
  constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (uint32_t word : state) {
    for (int byte = 0; byte < 4; ++byte, word >>= 8) {
      hex += kDigits[(word >> 4) & 15];
      hex += kDigits[word & 15];
    }
  }
  return hex;
}

}  // namespace limbeck
