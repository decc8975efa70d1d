#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

/// Makes new inputs of known ones, blind to what they reach: bytes that are changed, pieces that are taken out, doubled
/// or moved from one input to another.
class Mutator {
 public:
  /// At least one input.
  Mutator(std::vector<std::string> inputs, uint32_t seed) : inputs_(std::move(inputs)), random_(seed) {}

  std::string Next();

 private:
  /// From 0 to `most`.
  size_t Choose(size_t most) { return std::uniform_int_distribution<size_t>(0, most)(random_); }
  const std::string& AnyInput() { return inputs_[Choose(inputs_.size() - 1)]; }
  std::string AnyPiece(const std::string& text);
  void Change(std::string& text);

  std::vector<std::string> inputs_;
  std::mt19937 random_;
};
