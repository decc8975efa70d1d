#pragma once

#include <memory>
#include <utility>

namespace limbeck::sql {

/// Nothing, or one immutable T that copies share. Compares by value. May be read from several threads.
template <typename T>
class Shared {
 public:
  Shared() = default;
  Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

  explicit operator bool() const { return value_ != nullptr; }
  const T& operator*() const { return *value_; }
  const T* operator->() const { return value_.get(); }
  const T* get() const { return value_.get(); }

  friend bool operator==(const Shared& one, const Shared& other) {
    return one.value_ == other.value_ || (one.value_ && other.value_ && *one.value_ == *other.value_);
  }

 private:
  std::shared_ptr<const T> value_;
};

}  // namespace limbeck::sql
