#include "python/std/digest.h"

#include <nettle/md5.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha1.h>
#include <nettle/sha2.h>
#include <nettle/sha3.h>

namespace limbeck::python {
namespace {

struct Algorithm {
  std::string name;
  const nettle_hash* hash;
};

const std::vector<Algorithm>& Algorithms() {
  static const auto* const kAlgorithms = new std::vector<Algorithm>{
      {"md5", &nettle_md5},           {"sha1", &nettle_sha1},         {"sha224", &nettle_sha224},
      {"sha256", &nettle_sha256},     {"sha384", &nettle_sha384},     {"sha512", &nettle_sha512},
      {"sha3_224", &nettle_sha3_224}, {"sha3_256", &nettle_sha3_256}, {"sha3_384", &nettle_sha3_384},
      {"sha3_512", &nettle_sha3_512},
  };
  return *kAlgorithms;
}

/// The library's context is plain memory, so a copy of the bytes is a copy of the state.
class LibraryDigest : public Digest {
 public:
  explicit LibraryDigest(const Algorithm& algorithm)
      : algorithm_(algorithm), state_((algorithm.hash->context_size + kWord - 1) / kWord) {
    algorithm_.hash->init(state_.data());
  }

  std::unique_ptr<Digest> Copy() const override { return std::make_unique<LibraryDigest>(*this); }
  void Update(std::string_view bytes) override {
    algorithm_.hash->update(state_.data(), bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  }
  std::string Value() const override {
    std::vector<uint64_t> state = state_;
    std::string value(size(), '\0');
    algorithm_.hash->digest(state.data(), value.size(), reinterpret_cast<uint8_t*>(value.data()));
    return value;
  }
  size_t size() const override { return algorithm_.hash->digest_size; }
  size_t block_size() const override { return algorithm_.hash->block_size; }
  const std::string& name() const override { return algorithm_.name; }

 private:
  static constexpr size_t kWord = sizeof(uint64_t);

  const Algorithm& algorithm_;
  std::vector<uint64_t> state_;
};

}  // namespace

std::unique_ptr<Digest> MakeDigest(std::string_view name) {
  for (const Algorithm& algorithm : Algorithms()) {
    if (algorithm.name == name) return std::make_unique<LibraryDigest>(algorithm);
  }
  if (name == "blake2b") return MakeBlake2({});
  if (name == "blake2s") return MakeBlake2({.is_short = true, .size = 32});
  return nullptr;
}

const std::vector<std::string>& DigestNames() {
  static const auto* const kNames = [] {
    auto* names = new std::vector<std::string>{"blake2b", "blake2s"};
    for (const Algorithm& algorithm : Algorithms()) names->push_back(algorithm.name);
    return names;
  }();
  return *kNames;
}

std::string DigestOf(std::string_view name, std::string_view bytes) {
  const std::unique_ptr<Digest> digest = MakeDigest(name);
  digest->Update(bytes);
  return digest->Value();
}

namespace {

/// HMAC with the key worked in: what PBKDF2 starts from again and again.
class KeyedDigest {
 public:
  KeyedDigest(std::string_view name, std::string_view key) : inner_(MakeDigest(name)), outer_(MakeDigest(name)) {
    std::string block(key.size() > inner_->block_size() ? DigestOf(name, key) : std::string(key));
    block.resize(inner_->block_size(), '\0');
    for (char& c : block) c = static_cast<char>(c ^ 0x36);
    inner_->Update(block);
    for (char& c : block) c = static_cast<char>(c ^ 0x36 ^ 0x5C);
    outer_->Update(block);
  }

  std::string Of(std::string_view bytes) const {
    const std::unique_ptr<Digest> inner = inner_->Copy();
    inner->Update(bytes);
    const std::unique_ptr<Digest> outer = outer_->Copy();
    outer->Update(inner->Value());
    return outer->Value();
  }

 private:
  std::unique_ptr<Digest> inner_;
  std::unique_ptr<Digest> outer_;
};

}  // namespace

std::string Hmac(std::string_view name, std::string_view key, std::string_view bytes) {
  return KeyedDigest(name, key).Of(bytes);
}

std::string Pbkdf2(std::string_view name, std::string_view password, std::string_view salt, size_t rounds,
                   size_t length) {
  const KeyedDigest keyed(name, password);
  std::string derived;
  for (uint32_t block = 1; derived.size() < length; ++block) {
    std::string start(salt);
    for (int shift = 24; shift >= 0; shift -= 8) start += static_cast<char>(block >> shift & 0xFF);
    std::string step = keyed.Of(start);
    std::string sum = step;
    for (size_t round = 1; round < rounds; ++round) {
      step = keyed.Of(step);
      for (size_t i = 0; i < sum.size(); ++i) sum[i] = static_cast<char>(sum[i] ^ step[i]);
    }
    derived += sum;
  }
  derived.resize(length);
  return derived;
}

}  // namespace limbeck::python
