#pragma once

#include <cstdint>
#include <vector>

#include "python/symbol.h"
#include "python/value.h"

namespace limbeck::python {

/// Names and their values in the order in which they came: attributes of classes, instances and modules. Names are
/// symbols, so a look-up compares pointers; up to eight names it is a short scan, above that a hash table.
class Namespace {
 public:
  struct Entry {
    Symbol name;
    Value value;  ///< empty: deleted
  };

  /// Null when there is none. The pointer is good until the next change.
  const Value* Find(Symbol name) const;
  Value* Find(Symbol name) { return const_cast<Value*>(static_cast<const Namespace*>(this)->Find(name)); }
  /// The place of an entry, for inline caches: At(index) is the entry as long as its name is the same.
  static constexpr uint32_t kNowhere = UINT32_MAX;
  uint32_t IndexOf(Symbol name) const;
  const Entry& At(uint32_t index) const { return entries_[index]; }
  Entry& At(uint32_t index) { return entries_[index]; }
  uint32_t capacity() const { return static_cast<uint32_t>(entries_.size()); }

  void Set(Symbol name, Value value);
  /// False when there was none.
  bool Erase(Symbol name);
  void Clear();

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  /// Entries in order, deleted ones left out.
  template <typename Visit>
  void ForEach(Visit visit) const {
    for (const Entry& entry : entries_) {
      if (!entry.value.is_empty()) visit(entry.name, entry.value);
    }
  }

 private:
  static constexpr size_t kScanned = 8;

  void Rehash();

  std::vector<Entry> entries_;
  std::vector<uint32_t> table_;  ///< index + 1 of an entry, 0 for free; empty while entries are few
  size_t size_ = 0;
};

}  // namespace limbeck::python
