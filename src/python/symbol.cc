#include "python/symbol.h"

#include <array>
#include <cstring>
#include <deque>
#include <mutex>
#include <shared_mutex>
#include <vector>

namespace limbeck::python {
namespace {

constexpr uint64_t kMultiplier = 0x9E3779B97F4A7C15;

uint64_t Mix(uint64_t hash, uint64_t word) {
  hash = (hash ^ word) * kMultiplier;
  return hash ^ (hash >> 32);
}

}  // namespace

uint64_t HashText(std::string_view text) {
  uint64_t hash = text.size() * kMultiplier;
  while (text.size() >= 8) {
    uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = Mix(hash, word);
    text.remove_prefix(8);
  }
  uint64_t rest = 0;
  for (const char c : text) rest = (rest << 8) | static_cast<unsigned char>(c);
  return Mix(hash, rest);
}

/// An open table of pointers, in shards by the hash's upper bits so that threads that parse do not wait for each other.
class SymbolTable {
 public:
  /// Never destroyed: symbols outlive everything.
  static SymbolTable& Instance() {
    static SymbolTable* const table = new SymbolTable;
    return *table;
  }

  const Symbol::Data* Find(std::string_view text, uint64_t hash) {
    Shard& shard = ShardOf(hash);
    const std::shared_lock lock(shard.mutex);
    return *shard.Slot(text, hash);
  }

  const Symbol::Data* Intern(std::string_view text, uint64_t hash) {
    if (const Symbol::Data* known = Find(text, hash)) return known;
    Shard& shard = ShardOf(hash);
    const std::unique_lock lock(shard.mutex);
    const Symbol::Data** slot = shard.Slot(text, hash);
    if (*slot == nullptr) slot = shard.Add(text, hash);
    return *slot;
  }

  static Symbol Make(const Symbol::Data* data) { return Symbol(data); }

 private:
  struct Shard {
    std::shared_mutex mutex;
    std::vector<const Symbol::Data*> slots = std::vector<const Symbol::Data*>(64);
    std::deque<Symbol::Data> symbols;

    /// Where the text is, or the empty slot where it belongs.
    const Symbol::Data** Slot(std::string_view text, uint64_t hash) {
      const size_t mask = slots.size() - 1;
      size_t at = hash & mask;
      while (slots[at] != nullptr && (slots[at]->hash != hash || slots[at]->text != text)) at = (at + 1) & mask;
      return &slots[at];
    }

    const Symbol::Data** Add(std::string_view text, uint64_t hash) {
      if (symbols.size() * 2 >= slots.size()) Grow();
      symbols.push_back({std::string(text), hash});
      const Symbol::Data** slot = Slot(text, hash);
      *slot = &symbols.back();
      return slot;
    }

    void Grow() {
      slots.assign(slots.size() * 2, nullptr);
      for (const Symbol::Data& symbol : symbols) *Slot(symbol.text, symbol.hash) = &symbol;
    }
  };

  Shard& ShardOf(uint64_t hash) { return shards_[hash >> 60]; }

  std::array<Shard, 16> shards_;
};

Symbol Symbol::Intern(std::string_view text) {
  return Intern(text, HashText(text));
}

Symbol Symbol::Intern(std::string_view text, uint64_t hash) {
  return SymbolTable::Make(SymbolTable::Instance().Intern(text, hash));
}

Symbol Symbol::Find(std::string_view text) {
  return SymbolTable::Make(SymbolTable::Instance().Find(text, HashText(text)));
}

}  // namespace limbeck::python
