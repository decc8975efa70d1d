#pragma once

#include <cstdint>
#include <type_traits>
#include <utility>

// What a script's values are, in C++.
//
// A Value is sixteen bytes: a tag and a word. None, booleans, integers of 64 bits and floats lie in it; everything else
// is an Object on the heap, counted by references as CPython counts, so that the rows of a long data migration die as
// its loop goes on. There is no cycle collector: a run is short, and a cycle goes with the interpreter's process.
//
// Counts are not atomic: an object belongs to the thread of its interpreter. What is shared by all interpreters (the
// built-in types, the native modules' types and functions) is immortal: its count is never written, so any thread may
// hold it. Immortal objects are never changed after they were made.

namespace limbeck::python {

class TypeObject;

/// The root of everything on the heap.
class Object {
 public:
  explicit Object(const TypeObject* type) : type_(type) {}
  virtual ~Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  const TypeObject* type() const { return type_; }
  /// `instance.__class__ = other`, and filling in the type of the first types, which are there before `type` is.
  void set_type(const TypeObject* type) { type_ = type; }

  void Retain() const {
    if (references_ != kImmortal) ++references_;
  }
  void Release() const {
    if (references_ != kImmortal && --references_ == 0) Destroy();
  }
  /// Nobody's any more: lives until the process ends and may be held by every thread.
  void MakeImmortal() { references_ = kImmortal; }

 private:
  /// Deletes it, at once or when the deletions around it have come back: a list in a list in a list ... must not be
  /// deleted by as many calls.
  void Destroy() const;

  static constexpr uint32_t kImmortal = UINT32_MAX;

  mutable uint32_t references_ = 0;
  const TypeObject* type_;
};

/// A counted pointer; null when default-made or moved from.
template <typename T>
class Ref {
 public:
  constexpr Ref() = default;
  explicit Ref(T* object) : object_(object) {
    if (object_ != nullptr) object_->Retain();
  }
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <typename U, typename = std::enable_if_t<std::is_convertible_v<U*, T*>>>
  Ref(const Ref<U>& other) : Ref(other.get()) {}
  ~Ref() {
    if (object_ != nullptr) object_->Release();
  }
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }

 private:
  T* object_ = nullptr;
};

template <typename T, typename... Arguments>
Ref<T> Make(Arguments&&... arguments) {
  return Ref<T>(new T(std::forward<Arguments>(arguments)...));
}

/// Any value of a script; or empty, which no script ever sees: an unbound slot, "there is none", the end of an
/// iterator.
class Value {
 public:
  enum class Tag : uint8_t { kEmpty, kNone, kBool, kInt, kFloat, kObject };

  Value() = default;
  static Value None() { return Value(Tag::kNone, 0); }
  static Value Bool(bool value) { return Value(Tag::kBool, value ? 1 : 0); }
  static Value Int(int64_t value) { return Value(Tag::kInt, value); }
  static Value Float(double value) {
    Value made;
    made.tag_ = Tag::kFloat;
    made.float_ = value;
    return made;
  }
  explicit Value(Object* object) : tag_(Tag::kObject), object_(object) { object->Retain(); }
  /// From an immortal type or function, which is shared as const.
  explicit Value(const Object* object) : Value(const_cast<Object*>(object)) {}
  template <typename T>
  Value(Ref<T> object) : Value(static_cast<Object*>(object.get())) {}

  Value(const Value& other) : tag_(other.tag_), int_(other.int_) {
    if (tag_ == Tag::kObject) object_->Retain();
  }
  Value(Value&& other) noexcept : tag_(std::exchange(other.tag_, Tag::kEmpty)), int_(other.int_) {}
  Value& operator=(const Value& other) {
    Value copy(other);
    Swap(copy);
    return *this;
  }
  Value& operator=(Value&& other) noexcept {
    Swap(other);
    return *this;
  }
  ~Value() {
    if (tag_ == Tag::kObject) object_->Release();
  }

  Tag tag() const { return tag_; }
  bool is_empty() const { return tag_ == Tag::kEmpty; }
  bool is_none() const { return tag_ == Tag::kNone; }
  bool is_bool() const { return tag_ == Tag::kBool; }
  bool is_int() const { return tag_ == Tag::kInt; }  ///< of 64 bits, and no bool
  bool is_float() const { return tag_ == Tag::kFloat; }
  bool is_object() const { return tag_ == Tag::kObject; }

  // Only after the question above was answered yes.
  bool bool_value() const { return int_ != 0; }
  int64_t int_value() const { return int_; }
  double float_value() const { return float_; }
  Object* object() const { return object_; }

  /// Python's `is`.
  bool Is(const Value& other) const { return tag_ == other.tag_ && int_ == other.int_; }

 private:
  Value(Tag tag, int64_t word) : tag_(tag), int_(word) {}
  void Swap(Value& other) noexcept {
    std::swap(tag_, other.tag_);
    std::swap(int_, other.int_);
  }

  Tag tag_ = Tag::kEmpty;
  union {
    int64_t int_ = 0;
    double float_;
    Object* object_;
  };
};

/// The object as a T, or null when the value is something else. T says how to know it: `static bool Is(const Object&)`.
template <typename T>
T* Cast(const Value& value) {
  return value.is_object() && T::Is(*value.object()) ? static_cast<T*>(value.object()) : nullptr;
}

}  // namespace limbeck::python
