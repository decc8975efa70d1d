#pragma once

#include <memory>
#include <string>

namespace limbeck {

/// Randomness, behind a seam.
class Entropy {
 public:
  virtual ~Entropy() = default;
  /// That many bytes nobody can guess.
  virtual std::string Bytes(size_t count) = 0;
};

std::unique_ptr<Entropy> MakeRealEntropy();

/// Counts up from zero, byte for byte; for tests.
class FakeEntropy : public Entropy {
 public:
  std::string Bytes(size_t count) override;

 private:
  unsigned char next_ = 0;
};

/// Twelve hexadecimal digits: a new revision's id.
std::string NewRevisionId(Entropy& entropy);

}  // namespace limbeck
