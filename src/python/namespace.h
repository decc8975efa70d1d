#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "python/symbol.h"
#include "python/value.h"

namespace limbeck::python {

struct DictObject;

/// Names and their values in the order in which they came: attributes of classes, instances and modules. Names are
/// symbols, so a look-up compares pointers; up to eight names it is a short scan, above that a hash table.
///
/// When a script asks for the names as a dict (`vars(x)`, `globals()`), they move into one for good: everything works
/// as before, but slower, and what is done to the dict is done to the names.
class Namespace {
 public:
  Namespace() = default;
  ~Namespace();
  Namespace(const Namespace&) = delete;
  Namespace& operator=(const Namespace&) = delete;

  struct Entry {
    Symbol name;
    Value value;  ///< empty: deleted
  };

  /// Null when there is none. The pointer is good until the next change.
  const Value* Find(Symbol name) const;
  Value* Find(Symbol name) { return const_cast<Value*>(static_cast<const Namespace*>(this)->Find(name)); }
  /// The place of an entry, for inline caches: At(index) is the entry as long as index < capacity() and its name is the
  /// same. A name that is nowhere stays so until the capacity changes. Always kNowhere for names in a dict.
  static constexpr uint32_t kNowhere = UINT32_MAX;
  uint32_t IndexOf(Symbol name) const;
  const Entry& At(uint32_t index) const { return entries_[index]; }
  Entry& At(uint32_t index) { return entries_[index]; }
  uint32_t capacity() const { return static_cast<uint32_t>(entries_.size()); }

  void Set(Symbol name, Value value);
  /// False when there was none.
  bool Erase(Symbol name);
  void Clear();

  size_t size() const;
  bool empty() const { return size() == 0; }

  /// The names as a dict, from now on.
  DictObject& AsDict();
  bool is_dict() const { return dict_ != nullptr; }

  /// Entries in order, deleted ones left out.
  template <typename Visit>
  void ForEach(Visit visit) const {
    if (dict_ != nullptr) return ForEachInDict([&](Symbol name, const Value& value) { visit(name, value); });
    for (const Entry& entry : entries_) {
      if (!entry.value.is_empty()) visit(entry.name, entry.value);
    }
  }

 private:
  static constexpr size_t kScanned = 8;

  void Rehash();
  void ForEachInDict(const std::function<void(Symbol, const Value&)>& visit) const;

  DictObject* dict_ = nullptr;  ///< counted
  std::vector<Entry> entries_;
  std::vector<uint32_t> table_;  ///< index + 1 of an entry, 0 for free; empty while entries are few
  size_t size_ = 0;
};

}  // namespace limbeck::python
