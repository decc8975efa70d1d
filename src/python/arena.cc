#include "python/arena.h"

#include <algorithm>
#include <cstring>

namespace limbeck::python {

void* Arena::AllocateSlow(size_t size, size_t alignment) {
  constexpr size_t kFirstBlock = 4096;
  constexpr size_t kLargestBlock = 1 << 18;
  const size_t usual = std::clamp(size_ * 2, kFirstBlock, kLargestBlock);
  const size_t block = std::max(usual, size + alignment);
  blocks_.push_back(std::unique_ptr<char[]>(new char[block]));
  next_ = blocks_.back().get();
  end_ = next_ + block;
  size_ += block;
  return Allocate(size, alignment);
}

std::string_view Arena::Copy(std::string_view text) {
  if (text.empty()) return {};
  char* const copy = static_cast<char*>(Allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

}  // namespace limbeck::python
