#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limbeck::python {

/// A hash of bytes that come piece by piece.
class Digest {
 public:
  virtual ~Digest() = default;
  virtual std::unique_ptr<Digest> Copy() const = 0;
  virtual void Update(std::string_view bytes) = 0;
  /// Of all that came so far; more may come.
  virtual std::string Value() const = 0;
  virtual size_t size() const = 0;
  virtual size_t block_size() const = 0;
  virtual const std::string& name() const = 0;
};

/// md5, sha1, sha224, sha256, sha384, sha512, sha3_224 ... sha3_512, blake2b, blake2s; null for another name.
std::unique_ptr<Digest> MakeDigest(std::string_view name);
const std::vector<std::string>& DigestNames();

/// BLAKE2b or BLAKE2s with its parameters: `size` 1 to 64 or 32, and a key, salt and personal text that are as long as
/// the algorithm allows.
struct Blake2Parameters {
  bool is_short = false;  ///< BLAKE2s
  size_t size = 64;
  std::string key;
  std::string salt;
  std::string person;
};
std::unique_ptr<Digest> MakeBlake2(const Blake2Parameters& parameters);

std::string DigestOf(std::string_view name, std::string_view bytes);
std::string Hmac(std::string_view name, std::string_view key, std::string_view bytes);
std::string Pbkdf2(std::string_view name, std::string_view password, std::string_view salt, size_t rounds,
                   size_t length);

}  // namespace limbeck::python
