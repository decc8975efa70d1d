#include "python/types/sorting.h"

#include <algorithm>

#include "python/interpreter.h"

// A merge sort of our own: std::stable_sort may run beyond its range when comparisons contradict each other, as those
// of scripts may.

namespace limbeck::python {
namespace {

/// What decides, and where its item was.
struct Entry {
  Value key;
  size_t place;
};
using Entries = std::vector<Entry>;

constexpr size_t kRun = 16;

template <typename Less>
void InsertionSort(Entries& entries, size_t begin, size_t end, Less less) {
  for (size_t i = begin + 1; i < end; ++i) {
    for (size_t j = i; j > begin && less(entries[j].key, entries[j - 1].key); --j)
      std::swap(entries[j], entries[j - 1]);
  }
}

/// Of two sorted neighbours makes one; where they are equal, the left one's entries come first.
template <typename Less>
void Merge(Entries& entries, Entries& buffer, size_t begin, size_t middle, size_t end, Less less) {
  if (!less(entries[middle].key, entries[middle - 1].key)) return;
  buffer.clear();
  size_t left = begin;
  size_t right = middle;
  while (left < middle && right < end) {
    const bool take_right = less(entries[right].key, entries[left].key);
    buffer.push_back(entries[take_right ? right++ : left++]);
  }
  for (; left < middle; ++left) buffer.push_back(entries[left]);
  std::move(buffer.begin(), buffer.end(), entries.begin() + static_cast<std::ptrdiff_t>(begin));
}

template <typename Less>
void MergeSort(Entries& entries, Less less) {
  const size_t size = entries.size();
  for (size_t begin = 0; begin < size; begin += kRun) {
    InsertionSort(entries, begin, std::min(begin + kRun, size), less);
  }
  Entries buffer;
  buffer.reserve(size);
  for (size_t run = kRun; run < size; run *= 2) {
    for (size_t begin = 0; begin + run < size; begin += 2 * run) {
      Merge(entries, buffer, begin, begin + run, std::min(begin + 2 * run, size), less);
    }
  }
}

bool IsPlainStr(const Value& value) {
  return value.is_object() && value.object()->type() == Types().str;
}

const std::string& TextOf(const Value& value) {
  return static_cast<const StrObject*>(value.object())->text();
}

/// Keys of one simple type are compared without asking their type each time.
void SortEntries(Interpreter& interpreter, Entries& entries) {
  const auto all = [&entries](auto test) {
    return std::all_of(entries.begin(), entries.end(), [test](const Entry& entry) { return test(entry.key); });
  };
  if (all([](const Value& key) { return key.is_int(); })) {
    MergeSort(entries, [](const Value& one, const Value& two) { return one.int_value() < two.int_value(); });
  } else if (all(IsPlainStr)) {
    MergeSort(entries, [](const Value& one, const Value& two) { return TextOf(one) < TextOf(two); });
  } else {
    MergeSort(entries, [&](const Value& one, const Value& two) { return interpreter.Less(one, two); });
  }
}

}  // namespace

void SortItems(Interpreter& interpreter, std::vector<Value>& items, const Value& key, bool reverse) {
  const bool has_key = !key.is_empty() && !key.is_none();
  Entries entries;
  entries.reserve(items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    entries.push_back({has_key ? interpreter.Call(key, {items[i]}) : items[i], i});
  }
  // Reversing before and after keeps equal items in their order.
  if (reverse) std::reverse(entries.begin(), entries.end());
  SortEntries(interpreter, entries);
  if (reverse) std::reverse(entries.begin(), entries.end());
  std::vector<Value> sorted;
  sorted.reserve(items.size());
  for (const Entry& entry : entries) sorted.push_back(std::move(items[entry.place]));
  items = std::move(sorted);
}

}  // namespace limbeck::python
