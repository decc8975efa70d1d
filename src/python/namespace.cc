#include "python/namespace.h"

#include "python/objects.h"

namespace limbeck::python {

Namespace::~Namespace() {
  if (dict_ != nullptr) dict_->Release();
}

uint32_t Namespace::IndexOf(Symbol name) const {
  if (dict_ != nullptr) return kNowhere;
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
  if (dict_ != nullptr) {
    const HashTable::Entry* entry = dict_->table.Find(name);
    return entry == nullptr ? nullptr : &entry->value;
  }
  const uint32_t index = IndexOf(name);
  return index == kNowhere || entries_[index].value.is_empty() ? nullptr : &entries_[index].value;
}

void Namespace::Set(Symbol name, Value value) {
  if (dict_ != nullptr) return dict_->table.Set(name, std::move(value));
  const uint32_t index = IndexOf(name);
  if (index != kNowhere) {
    if (entries_[index].value.is_empty()) ++size_;
    std::swap(entries_[index].value, value);  // the old one dies when the names are in order
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
  if (dict_ != nullptr) return dict_->table.Erase(name);
  const uint32_t index = IndexOf(name);
  if (index == kNowhere || entries_[index].value.is_empty()) return false;
  --size_;
  const Value gone = std::move(entries_[index].value);
  return true;
}

void Namespace::Clear() {
  if (dict_ != nullptr) return dict_->table.Clear();
  const std::vector<Entry> gone = std::move(entries_);
  entries_.clear();
  table_.clear();
  size_ = 0;
}

size_t Namespace::size() const {
  return dict_ == nullptr ? size_ : dict_->table.size();
}

DictObject& Namespace::AsDict() {
  if (dict_ != nullptr) return *dict_;
  const Ref<DictObject> dict = MakeDict();
  ForEach([&](Symbol name, const Value& value) { dict->table.Set(name, value); });
  Clear();
  dict_ = dict.get();
  dict_->Retain();
  return *dict_;
}

void Namespace::ForEachInDict(const std::function<void(Symbol, const Value&)>& visit) const {
  for (const HashTable::Entry& entry : dict_->table.entries()) {
    const auto* name = Cast<StrObject>(entry.key);
    if (name != nullptr) visit(name->symbol(), entry.value);
  }
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
