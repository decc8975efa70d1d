#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "python/objects.h"

// What list, tuple, str and range share: indexes and slices.

namespace limbeck::python {

class Interpreter;

/// The index of an int key, counted from the end when negative. Throws IndexError "list index out of range" and
/// TypeError "list indices must be integers or slices, not str".
size_t SequenceIndex(Interpreter& interpreter, const Value& key, size_t length, const char* type_name);

/// The positions that a slice means, in order.
struct SliceRange {
  int64_t start = 0;
  int64_t stop = 0;
  int64_t step = 1;
  size_t count = 0;
};
SliceRange ResolveSlice(Interpreter& interpreter, const SliceObject& slice, size_t length);

/// Lexicographic comparison of items; may give NotImplemented from an item.
Value CompareItems(Interpreter& interpreter, const std::vector<Value>& one, const std::vector<Value>& two,
                   CompareOp op);

/// "[1, 'a']": items by repr, `...` for an object that is being shown already.
std::string ReprItems(Interpreter& interpreter, const Value& self, const std::vector<Value>& items, const char* open,
                      const char* close);

/// sorted(items, key=, reverse=); `key` may be empty. Throws what a comparison throws.
std::vector<Value> SortedItems(Interpreter& interpreter, std::vector<Value> items, const Value& key, bool reverse);

/// Counts how often items are repeated by `*`.
size_t RepeatCount(const Value& value, size_t length);

/// Guards repr() of containers against themselves.
class ReprGuard {
 public:
  ReprGuard(Interpreter& interpreter, const Value& value);
  ~ReprGuard();
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  /// The value is being shown further out.
  bool is_recursive() const { return is_recursive_; }

 private:
  std::vector<const Object*>& shown_;
  bool is_recursive_;
};

}  // namespace limbeck::python
