#include "python/namespace.h"

namespace limbeck::python {

uint32_t Namespace::IndexOf(Symbol name) const {
  if (table_.empty()) {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].name == name) return static_cast<uint32_t>(i);
    }
    return kNowhere;
  }
  const size_t mask = table_.size() - 1;
  for (size_t at = name.hash() & mask;; at = (at + 1) & mask) {
    if (table_[at] == 0) return kNowhere;
    if (entries_[table_[at] - 1].name == name) return table_[at] - 1;
  }
}

const Value* Namespace::Find(Symbol name) const {
  const uint32_t index = IndexOf(name);
  return index == kNowhere || entries_[index].value.is_empty() ? nullptr : &entries_[index].value;
}

void Namespace::Set(Symbol name, Value value) {
  const uint32_t index = IndexOf(name);
  if (index != kNowhere) {
    if (entries_[index].value.is_empty()) ++size_;
    entries_[index].value = std::move(value);
    return;
  }
  entries_.push_back({name, std::move(value)});
  ++size_;
  if (entries_.size() > kScanned && entries_.size() * 2 > table_.size()) {
    Rehash();
  } else if (!table_.empty()) {
    const size_t mask = table_.size() - 1;
    size_t at = name.hash() & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = static_cast<uint32_t>(entries_.size());
  }
}

bool Namespace::Erase(Symbol name) {
  const uint32_t index = IndexOf(name);
  if (index == kNowhere || entries_[index].value.is_empty()) return false;
  entries_[index].value = Value();
  --size_;
  return true;
}

void Namespace::Clear() {
  entries_.clear();
  table_.clear();
  size_ = 0;
}

/// Names stay where they are, also deleted ones, so that indexes in caches stay good.
void Namespace::Rehash() {
  size_t capacity = 32;
  while (capacity < entries_.size() * 4) capacity *= 2;
  table_.assign(capacity, 0);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t at = entries_[i].name.hash() & (capacity - 1);
    while (table_[at] != 0) at = (at + 1) & (capacity - 1);
    table_[at] = static_cast<uint32_t>(i + 1);
  }
}

}  // namespace limbeck::python
