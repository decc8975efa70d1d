#include "dialect/batch_columns.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "dialect/batch.h"
#include "sql/errors.h"

namespace limbeck::dialect {

std::vector<std::string> SortByPairs(const std::vector<std::string>& names,
                                     const std::vector<std::pair<std::string, std::string>>& pairs) {
  std::vector<std::string> sorted;
  std::vector<std::string> waiting = names;
  while (!waiting.empty()) {
    auto is_waiting = [&](const std::string& name) {
      return std::find(waiting.begin(), waiting.end(), name) != waiting.end();
    };
    auto is_blocked = [&](const std::string& name) {
      return std::any_of(pairs.begin(), pairs.end(),
                         [&](const auto& pair) { return pair.second == name && is_waiting(pair.first); });
    };
    std::vector<std::string> blocked;
    std::copy_if(waiting.begin(), waiting.end(), std::back_inserter(blocked), is_blocked);
    if (blocked.size() == waiting.size()) {
      throw Error(ErrorKind::kScript, "Circular dependency detected. ('" + Join(waiting, "', '") + "')")
          .ExceptionClass("sqlalchemy.exc.CircularDependencyError");
    }
    for (const std::string& name : waiting) {
      if (std::find(blocked.begin(), blocked.end(), name) == blocked.end()) sorted.push_back(name);
    }
    waiting = std::move(blocked);
  }
  return sorted;
}

BatchColumns::BatchColumns(const schema::Table& existing, std::vector<std::vector<std::string>> partial_reordering)
    : partial_reordering_(std::move(partial_reordering)) {
  for (const schema::Column& column : existing.columns) {
    sql::Expression value = sql::ColumnReference{
        .name = column.name, .table = existing.name, .schema = existing.schema, .type = column.type};
    columns_.push_back({.key = column.name.text, .column = column, .value = value});
    existing_order_.push_back(column.name.text);
  }
}

const BatchColumn* BatchColumns::Find(std::string_view key) const {
  for (const BatchColumn& column : columns_) {
    if (column.key == key) return &column;
  }
  return nullptr;
}

BatchColumn& BatchColumns::Get(const std::string& key) {
  for (BatchColumn& column : columns_) {
    if (column.key == key) return column;
  }
  throw sql::KeyError(PythonRepr(key));
}

void BatchColumns::Drop(const std::string& key) {
  Get(key);
  std::erase_if(columns_, [&](const BatchColumn& column) { return column.key == key; });
  auto place = std::find(existing_order_.begin(), existing_order_.end(), key);
  if (place == existing_order_.end()) throw sql::ValueError("list.remove(x): x not in list");
  existing_order_.erase(place);
}

void BatchColumns::Add(const ops::AddColumn& op, const std::vector<schema::Check>& checks) {
  const std::string& key = op.column.name.text;
  Place(key, op.insert_before, op.insert_after);
  BatchColumn added{.key = key, .column = op.column};
  added.column.foreign_keys.clear();
  added.column.checks = checks;
  auto same =
      std::find_if(columns_.begin(), columns_.end(), [&](const BatchColumn& column) { return column.key == key; });
  if (same != columns_.end()) {
    *same = std::move(added);
  } else {
    columns_.push_back(std::move(added));
  }
}

// ------------------------------------------------------------------------------------------------ order

// What stands right behind a column; nothing for the last one of the old table.
std::optional<std::string> BatchColumns::NeighbourAfter(const std::string& key) const {
  auto place = std::find(existing_order_.begin(), existing_order_.end(), key);
  if (place != existing_order_.end()) {
    return place + 1 == existing_order_.end() ? std::nullopt : std::optional(*(place + 1));
  }
  auto pair =
      std::find_if(added_order_.rbegin(), added_order_.rend(), [&](const Pair& one) { return one.first == key; });
  if (pair == added_order_.rend()) throw sql::KeyError(PythonRepr(key));
  return pair->second;
}

std::optional<std::string> BatchColumns::NeighbourBefore(const std::string& key) const {
  auto place = std::find(existing_order_.begin(), existing_order_.end(), key);
  if (place != existing_order_.end()) {
    return place == existing_order_.begin() ? std::nullopt : std::optional(*(place - 1));
  }
  auto pair =
      std::find_if(added_order_.rbegin(), added_order_.rend(), [&](const Pair& one) { return one.second == key; });
  if (pair == added_order_.rend()) throw sql::KeyError(PythonRepr(key));
  return pair->first;
}

void BatchColumns::Place(const std::string& key, std::optional<std::string> before, std::optional<std::string> after) {
  bool free_order = partial_reordering_.empty();
  if (free_order && after && !before) before = NeighbourAfter(*after);
  if (free_order && before && !after) after = NeighbourBefore(*before);
  if (before) added_order_.emplace_back(key, *before);
  if (after) added_order_.emplace_back(*after, key);
  if (free_order && !before && !after && !existing_order_.empty()) {
    added_order_.emplace_back(existing_order_.back(), key);
  }
}

void BatchColumns::Arrange() {
  if (partial_reordering_.empty() && added_order_.empty()) return;
  std::vector<std::string> keys;
  for (const BatchColumn& column : columns_) keys.push_back(column.key);
  std::vector<Pair> pairs = added_order_;
  for (const std::vector<std::string>& run : partial_reordering_) {
    for (size_t i = 1; i < run.size(); ++i) pairs.emplace_back(run[i - 1], run[i]);
  }
  if (partial_reordering_.empty()) {
    for (size_t i = 1; i < existing_order_.size(); ++i) pairs.emplace_back(keys[i - 1], existing_order_[i]);
  }
  std::erase_if(pairs, [](const Pair& pair) { return pair.first == pair.second; });
  std::vector<BatchColumn> arranged;
  for (const std::string& key : SortByPairs(keys, pairs)) arranged.push_back(Get(key));
  columns_ = std::move(arranged);
}

}  // namespace limbeck::dialect
