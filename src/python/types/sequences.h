#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "python/objects.h"

// What list, tuple, str, bytes and range share: indexes and slices, repetition, comparison, repr().

namespace limbeck::python {

class Interpreter;

/// What a sequence says about keys that do not fit.
struct IndexTexts {
  const char* wrong_type;    ///< "list indices must be integers or slices, not "
  const char* out_of_range;  ///< "list index out of range"
  bool quotes_type = false;
};

/// The place of a key, counted from the end when it is negative. IndexError or TypeError for others.
size_t SequenceIndex(Interpreter& interpreter, const Value& key, size_t length, const IndexTexts& texts);

/// An int, or something with __index__.
bool HasIndex(const Value& value);

/// The positions that a slice means, in order.
struct SliceRange {
  int64_t start = 0;
  int64_t stop = 0;
  int64_t step = 1;
  size_t count = 0;

  size_t At(size_t number) const { return static_cast<size_t>(start + static_cast<int64_t>(number) * step); }
};
SliceRange ResolveSlice(Interpreter& interpreter, const SliceObject& slice, size_t length);

/// [start, stop) of methods like index() and find(), which cut bounds to the sequence; empty or None: the whole.
/// start > stop says that nothing, not even an empty part, is between them.
std::pair<size_t, size_t> SearchBounds(Interpreter& interpreter, const Value& start, const Value& stop, size_t length);

/// How often `*` repeats a sequence of that length; MemoryError when it is too often.
size_t RepeatCount(Interpreter& interpreter, const Value& count, size_t length);

/// Item by item, then by length; both may change meanwhile. May give NotImplemented from an item.
Value CompareItems(Interpreter& interpreter, const std::vector<Value>& one, const std::vector<Value>& two,
                   CompareOp op);

/// By identity or equality, as `in` and index() find things.
bool IsSameItem(Interpreter& interpreter, const Value& item, const Value& wanted);

/// Items by repr with ", " between.
std::string ReprItems(Interpreter& interpreter, const std::vector<Value>& items);

/// A container being shown: one that contains itself is shown as "...".
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
