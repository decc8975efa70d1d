#include <algorithm>

#include "python/interpreter.h"
#include "python/objects.h"

// An open table of indexes into the array of entries. An entry that goes leaves a hole in both, which the next growth
// closes; so entries keep their order and iteration is a walk over an array.

namespace limbeck::python {
namespace {

constexpr uint32_t kFree = 0;
constexpr uint32_t kDeleted = UINT32_MAX;
constexpr size_t kNowhere = SIZE_MAX;
constexpr size_t kSmallest = 8;

/// Python's hashes of small integers are the integers: their bits must be spread.
size_t Start(uint64_t hash, size_t mask) {
  return static_cast<size_t>((hash * 0x9E3779B97F4A7C15) >> 20) & mask;
}

/// What needs no code of a script to know. Symbols of a key's text are not compared: making them costs more.
bool IsSame(const Value& one, const Value& two) {
  if (one.Is(two)) return true;
  const auto* text = Cast<StrObject>(one);
  const auto* other = Cast<StrObject>(two);
  return text != nullptr && other != nullptr && text->text() == other->text();
}

bool IsPlain(const Value& value) {
  return !value.is_object() || value.object()->type() == Types().str;
}

}  // namespace

/// The place in table_ of the key, or kNowhere. __eq__ of a script may change the table meanwhile: then begin again.
size_t HashTable::Probe(Interpreter& interpreter, const Value& key, uint64_t hash) const {
  if (table_.empty()) return kNowhere;
  const uint32_t version = version_;
  const size_t mask = table_.size() - 1;
  for (size_t at = Start(hash, mask); table_[at] != kFree; at = (at + 1) & mask) {
    if (table_[at] == kDeleted) continue;
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash != hash) continue;
    if (IsSame(entry.key, key)) return at;
    if (entry.key.is_object() && IsPlain(entry.key) && key.is_object() && IsPlain(key)) continue;
    const bool equal = interpreter.Equal(Value(entry.key), key);
    if (version_ != version) return Probe(interpreter, key, hash);
    if (equal) return at;
  }
  return kNowhere;
}

const HashTable::Entry* HashTable::Find(Interpreter& interpreter, const Value& key, uint64_t hash) const {
  const size_t at = Probe(interpreter, key, hash);
  return at == kNowhere ? nullptr : &entries_[table_[at] - 1];
}

HashTable::Entry* HashTable::Find(Interpreter& interpreter, const Value& key) {
  return const_cast<Entry*>(static_cast<const HashTable*>(this)->Find(interpreter, key));
}

const HashTable::Entry* HashTable::Find(Interpreter& interpreter, const Value& key) const {
  return Find(interpreter, key, interpreter.Hash(key));
}

size_t HashTable::Probe(Symbol name) const {
  if (table_.empty()) return kNowhere;
  const size_t mask = table_.size() - 1;
  for (size_t at = Start(name.hash(), mask); table_[at] != kFree; at = (at + 1) & mask) {
    if (table_[at] == kDeleted) continue;
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash != name.hash()) continue;
    const auto* text = Cast<StrObject>(entry.key);
    if (text != nullptr && text->text() == name.text()) return at;
  }
  return kNowhere;
}

const HashTable::Entry* HashTable::Find(Symbol name) const {
  const size_t at = Probe(name);
  return at == kNowhere ? nullptr : &entries_[table_[at] - 1];
}

bool HashTable::Set(Interpreter& interpreter, const Value& key, Value value) {
  return Set(interpreter, key, interpreter.Hash(key), std::move(value));
}

bool HashTable::Set(Interpreter& interpreter, const Value& key, uint64_t hash, Value value) {
  const size_t at = Probe(interpreter, key, hash);
  if (at != kNowhere) {
    std::swap(entries_[table_[at] - 1].value, value);
    return false;
  }
  Insert(hash, key, std::move(value));
  return true;
}

void HashTable::Set(Symbol name, Value value) {
  const size_t at = Probe(name);
  if (at != kNowhere) {
    std::swap(entries_[table_[at] - 1].value, value);
  } else {
    Insert(name.hash(), MakeStr(name), std::move(value));
  }
}

bool HashTable::Erase(Interpreter& interpreter, const Value& key) {
  return !Take(interpreter, key).key.is_empty();
}

bool HashTable::Erase(Symbol name) {
  const size_t at = Probe(name);
  return at != kNowhere && !TakeAt(at).key.is_empty();
}

HashTable::Entry HashTable::Take(Interpreter& interpreter, const Value& key) {
  const size_t at = Probe(interpreter, key, interpreter.Hash(key));
  return at == kNowhere ? Entry() : TakeAt(at);
}

/// The last entry is never a hole: TakeAt() sees to that.
HashTable::Entry HashTable::TakeLast() {
  const size_t mask = table_.size() - 1;
  size_t at = Start(entries_.back().hash, mask);
  while (table_[at] != entries_.size()) at = (at + 1) & mask;
  return TakeAt(at);
}

/// The entry's values die with the caller's copy, when the table is in order: that may run a script's code.
HashTable::Entry HashTable::TakeAt(size_t at) {
  Entry gone = std::exchange(entries_[table_[at] - 1], Entry{});
  table_[at] = kDeleted;
  while (!entries_.empty() && entries_.back().key.is_empty()) entries_.pop_back();
  --size_;
  ++version_;
  return gone;
}

void HashTable::Clear() {
  const std::vector<Entry> gone = std::move(entries_);
  entries_.clear();
  table_.clear();
  size_ = 0;
  used_ = 0;
  ++version_;
}

void HashTable::Insert(uint64_t hash, Value key, Value value) {
  if ((std::max(entries_.size(), used_) + 1) * 3 > table_.size() * 2) Rehash();
  const size_t mask = table_.size() - 1;
  size_t at = Start(hash, mask);
  while (table_[at] != kFree && table_[at] != kDeleted) at = (at + 1) & mask;
  if (table_[at] == kFree) ++used_;
  entries_.push_back({hash, std::move(key), std::move(value)});
  table_[at] = static_cast<uint32_t>(entries_.size());
  ++size_;
  ++version_;
}

void HashTable::Rehash() {
  std::erase_if(entries_, [](const Entry& entry) { return entry.key.is_empty(); });
  size_t capacity = kSmallest;
  while (capacity < (entries_.size() + 1) * 3) capacity *= 2;
  table_.assign(capacity, kFree);
  for (size_t i = 0; i < entries_.size(); ++i) {
    size_t at = Start(entries_[i].hash, capacity - 1);
    while (table_[at] != kFree) at = (at + 1) & (capacity - 1);
    table_[at] = static_cast<uint32_t>(i + 1);
  }
  used_ = entries_.size();
}

}  // namespace limbeck::python
