#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace limbeck::python {

/// Memory that is given back all at once: the nodes of one module. Nothing in it is ever destroyed, so only types
/// without destructors go in. Not for several threads at once.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  template <typename T, typename... Arguments>
  T* New(Arguments&&... arguments) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
  }

  /// Default-constructed elements.
  template <typename T>
  T* NewArray(size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(Allocate(sizeof(T) * count, alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return first;
  }

  std::string_view Copy(std::string_view text);

  void* Allocate(size_t size, size_t alignment) {
    const size_t skip = (alignment - reinterpret_cast<uintptr_t>(next_) % alignment) % alignment;
    if (size + skip > static_cast<size_t>(end_ - next_)) return AllocateSlow(size, alignment);
    char* const result = next_ + skip;
    next_ = result + size;
    return result;
  }

  /// Bytes taken from the system.
  size_t size() const { return size_; }

 private:
  void* AllocateSlow(size_t size, size_t alignment);

  char* next_ = nullptr;
  char* end_ = nullptr;
  size_t size_ = 0;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

/// A pointer to a child node in the same arena, which hands its constness on: who holds a const tree cannot change any
/// part of it. May be null where a node's comment says so.
template <typename T>
class Child {
 public:
  constexpr Child() = default;
  constexpr Child(T* node) : node_(node) {}  // NOLINT: a node is a child wherever one is wanted

  const T* get() const { return node_; }
  T* get() { return node_; }
  const T* operator->() const { return node_; }
  T* operator->() { return node_; }
  const T& operator*() const { return *node_; }
  T& operator*() { return *node_; }
  explicit operator bool() const { return node_ != nullptr; }

 private:
  T* node_ = nullptr;
};

/// An array in the arena, of a fixed length; const elements when the sequence is const.
template <typename T>
class Sequence {
 public:
  constexpr Sequence() = default;
  constexpr Sequence(T* first, uint32_t size) : first_(first), size_(size) {}

  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](size_t index) const { return first_[index]; }
  T& operator[](size_t index) { return first_[index]; }
  const T* begin() const { return first_; }
  const T* end() const { return first_ + size_; }
  T* begin() { return first_; }
  T* end() { return first_ + size_; }
  const T& front() const { return first_[0]; }
  const T& back() const { return first_[size_ - 1]; }

 private:
  T* first_ = nullptr;
  uint32_t size_ = 0;
};

}  // namespace limbeck::python
