#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <utility>

namespace limbeck::python {

/// A list that grows at its end and keeps its first elements without an allocation: for arguments of calls.
template <typename T, size_t kInline>
class SmallBuffer {
 public:
  SmallBuffer() = default;
  ~SmallBuffer() {
    std::destroy_n(data_, size_);
    if (data_ != Inline()) std::allocator<T>().deallocate(data_, capacity_);
  }
  SmallBuffer(const SmallBuffer&) = delete;
  SmallBuffer& operator=(const SmallBuffer&) = delete;

  template <typename... Arguments>
  T& Add(Arguments&&... arguments) {
    if (size_ == capacity_) Grow();
    return *new (data_ + size_++) T(std::forward<Arguments>(arguments)...);
  }

  T* data() { return data_; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t index) { return data_[index]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  std::span<const T> span() const { return {data_, size_}; }

 private:
  T* Inline() { return reinterpret_cast<T*>(storage_); }

  void Grow() {
    T* larger = std::allocator<T>().allocate(capacity_ * 2);
    std::uninitialized_move_n(data_, size_, larger);
    std::destroy_n(data_, size_);
    if (data_ != Inline()) std::allocator<T>().deallocate(data_, capacity_);
    data_ = larger;
    capacity_ *= 2;
  }

  alignas(T) unsigned char storage_[sizeof(T) * kInline];
  T* data_ = Inline();
  size_t size_ = 0;
  size_t capacity_ = kInline;
};

}  // namespace limbeck::python
