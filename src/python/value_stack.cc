#include "python/value_stack.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>

namespace limbeck::python {
namespace {

constexpr size_t kMostValues = std::numeric_limits<std::ptrdiff_t>::max() / sizeof(Value);

}  // namespace

Value* ValueStack::TakeFromNewChunk(size_t size) {
  const size_t usual = first_size_ << std::min<size_t>(chunks_.size(), 6);
  const size_t capacity = std::max(usual, size);
  if (capacity > kMostValues) throw std::bad_array_new_length();
  Chunk chunk;
  chunk.values = std::make_unique<Value[]>(capacity);
  chunk.end = chunk.values.get() + capacity;
  chunk.below = top_;
  top_ = chunk.values.get() + size;
  end_ = chunk.end;
  chunks_.push_back(std::move(chunk));
  return chunks_.back().values.get();
}

void ValueStack::DropChunk() {
  top_ = chunks_.back().below;
  chunks_.pop_back();
  end_ = chunks_.back().end;
}

}  // namespace limbeck::python
