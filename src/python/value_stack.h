#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "python/value.h"

namespace limbeck::python {

/// Where the variables and arguments of running calls lie: values are taken and given back in the order of a stack, so
/// that a call costs no allocation. Each generator that has started has one of its own.
class ValueStack {
 public:
  explicit ValueStack(size_t first_size = 4096) : first_size_(first_size) { TakeFromNewChunk(0); }
  ValueStack(const ValueStack&) = delete;
  ValueStack& operator=(const ValueStack&) = delete;

  /// A stretch of the stack, empty values at first; given back when it goes.
  class Region {
   public:
    Region(ValueStack& stack, size_t size) : stack_(stack), size_(size), values_(stack.Take(size)) {}
    ~Region() {
      for (size_t i = size_; i-- > 0;) values_[i] = Value();
      stack_.GiveBack(values_);
    }
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    Value* values() const { return values_; }
    Value& operator[](size_t index) const { return values_[index]; }
    size_t size() const { return size_; }

   private:
    ValueStack& stack_;
    const size_t size_;
    Value* const values_;
  };

 private:
  struct Chunk {
    std::unique_ptr<Value[]> values;
    Value* end = nullptr;
    /// Where the chunk below ended when this one was begun.
    Value* below = nullptr;
  };

  Value* Take(size_t size) {
    if (size > static_cast<size_t>(end_ - top_)) return TakeFromNewChunk(size);
    Value* first = top_;
    top_ += size;
    return first;
  }

  void GiveBack(Value* first) {
    top_ = first;
    if (chunks_.size() > 1 && first == chunks_.back().values.get()) DropChunk();
  }

  Value* TakeFromNewChunk(size_t size);
  void DropChunk();

  const size_t first_size_;
  Value* top_ = nullptr;
  Value* end_ = nullptr;
  std::vector<Chunk> chunks_;
};

}  // namespace limbeck::python
