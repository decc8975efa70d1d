#pragma once

#include <optional>
#include <utility>

namespace limbeck::ops {

/// What an operation does to one property: leaves it alone, removes it, or sets it. (alter_column tells
/// `comment=False`, the default, from `comment=None` and `comment="..."`.)
template <typename T>
class Change {
 public:
  /// Leaves it alone.
  Change() = default;
  /// Removes it.
  Change(std::nullopt_t) : touched_(true) {}
  Change(T value) : touched_(true), value_(std::move(value)) {}

  bool touched() const { return touched_; }
  bool removed() const { return touched_ && !value_; }
  /// Returns nullptr when it is left alone or removed.
  const T* value() const { return value_ ? &*value_ : nullptr; }
  bool operator==(const Change&) const = default;

 private:
  bool touched_ = false;
  std::optional<T> value_;
};

}  // namespace limbeck::ops
