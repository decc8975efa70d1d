#include <algorithm>
#include <array>
#include <cstdint>

#include "python/std/digest.h"

// BLAKE2 as RFC 7693 has it. The two kinds differ in their words, their rotations and the number of rounds.

namespace limbeck::python {
namespace {

struct LongKind {
  using Word = uint64_t;
  static constexpr int kRounds = 12;
  static constexpr int kRotations[] = {32, 24, 16, 63};
  static constexpr Word kStart[] = {0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
                                    0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179};
};

struct ShortKind {
  using Word = uint32_t;
  static constexpr int kRounds = 10;
  static constexpr int kRotations[] = {16, 12, 8, 7};
  static constexpr Word kStart[] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                    0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
};

constexpr uint8_t kOrder[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
};

constexpr uint8_t kMixed[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14}, {3, 7, 11, 15},
                                  {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13},  {3, 4, 9, 14}};

template <typename Kind>
class Blake2 : public Digest {
 public:
  using Word = typename Kind::Word;
  static constexpr size_t kBlock = sizeof(Word) * 16;

  explicit Blake2(const Blake2Parameters& parameters)
      : size_(parameters.size), name_(parameters.is_short ? "blake2s" : "blake2b") {
    std::copy(std::begin(Kind::kStart), std::end(Kind::kStart), chain_.begin());
    // The parameter block: one word of sizes, and the salt and the personal text in the last four.
    chain_[0] ^= static_cast<Word>(0x01010000 ^ (parameters.key.size() << 8) ^ size_);
    std::string rest = parameters.salt;
    rest.resize(sizeof(Word) * 2, '\0');
    rest += parameters.person;
    rest.resize(sizeof(Word) * 4, '\0');
    for (size_t i = 0; i < 4; ++i) chain_[4 + i] ^= ReadWord(rest, i);
    if (parameters.key.empty()) return;
    pending_ = parameters.key;
    pending_.resize(kBlock, '\0');
  }

  std::unique_ptr<Digest> Copy() const override { return std::make_unique<Blake2>(*this); }

  /// The last block waits, as it is mixed in another way.
  void Update(std::string_view bytes) override {
    pending_ += bytes;
    size_t done = 0;
    for (; pending_.size() - done > kBlock; done += kBlock) {
      count_ += kBlock;
      Mix(std::string_view(pending_).substr(done, kBlock), false);
    }
    pending_.erase(0, done);
  }

  std::string Value() const override {
    Blake2 last = *this;
    last.count_ += last.pending_.size();
    last.pending_.resize(kBlock, '\0');
    last.Mix(last.pending_, true);
    std::string value;
    for (const Word word : last.chain_) {
      for (size_t i = 0; i < sizeof(Word); ++i) value += static_cast<char>(word >> (8 * i) & 0xFF);
    }
    value.resize(size_);
    return value;
  }

  size_t size() const override { return size_; }
  size_t block_size() const override { return kBlock; }
  const std::string& name() const override { return name_; }

 private:
  static Word ReadWord(std::string_view bytes, size_t index) {
    Word word = 0;
    for (size_t i = 0; i < sizeof(Word); ++i) {
      word |= static_cast<Word>(static_cast<unsigned char>(bytes[index * sizeof(Word) + i])) << (8 * i);
    }
    return word;
  }

  static Word Rotate(Word word, int by) { return word >> by | word << (static_cast<int>(sizeof(Word)) * 8 - by); }

  using State = std::array<Word, 16>;
  static void MixFour(State& state, const uint8_t* at, Word one, Word two) {
    Word& a = state[at[0]];
    Word& b = state[at[1]];
    Word& c = state[at[2]];
    Word& d = state[at[3]];
    a += b + one;
    d = Rotate(d ^ a, Kind::kRotations[0]);
    c += d;
    b = Rotate(b ^ c, Kind::kRotations[1]);
    a += b + two;
    d = Rotate(d ^ a, Kind::kRotations[2]);
    c += d;
    b = Rotate(b ^ c, Kind::kRotations[3]);
  }

  void Mix(std::string_view block, bool is_last) {
    State words;
    for (size_t i = 0; i < 16; ++i) words[i] = ReadWord(block, i);
    State state;
    std::copy(chain_.begin(), chain_.end(), state.begin());
    std::copy(std::begin(Kind::kStart), std::end(Kind::kStart), state.begin() + 8);
    state[12] ^= static_cast<Word>(count_);
    if (sizeof(Word) == 4) state[13] ^= static_cast<Word>(count_ >> 32);
    if (is_last) state[14] = ~state[14];
    for (int round = 0; round < Kind::kRounds; ++round) {
      const uint8_t* order = kOrder[round % 10];
      for (size_t i = 0; i < 8; ++i) MixFour(state, kMixed[i], words[order[2 * i]], words[order[2 * i + 1]]);
    }
    for (size_t i = 0; i < 8; ++i) chain_[i] ^= state[i] ^ state[i + 8];
  }

  std::array<Word, 8> chain_{};
  uint64_t count_ = 0;
  std::string pending_;
  size_t size_;
  std::string name_;
};

}  // namespace

std::unique_ptr<Digest> MakeBlake2(const Blake2Parameters& parameters) {
  if (parameters.is_short) return std::make_unique<Blake2<ShortKind>>(parameters);
  return std::make_unique<Blake2<LongKind>>(parameters);
}

}  // namespace limbeck::python
