#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ops/operation.h"
#include "schema/column.h"
#include "schema/table.h"
#include "sql/expression.h"

namespace limbeck::dialect {

/// A column on its way from the old table to the new one. `key` is its name in the old table, or that of its
/// add_column; a rename changes the column's name only.
struct BatchColumn {
  std::string key;
  schema::Column column;
  /// What is copied into it; nullopt for a column that is new.
  std::optional<sql::Expression> value;
};

/// The columns of a batch and their order, changed step by step.
class BatchColumns {
 public:
  BatchColumns(const schema::Table& existing, std::vector<std::vector<std::string>> partial_reordering);

  /// Throws Error (KeyError) when there is none.
  BatchColumn& Get(const std::string& key);
  const BatchColumn* Find(std::string_view key) const;
  /// The column's CHECKs are given with their final names.
  void Add(const ops::AddColumn& op, const std::vector<schema::Check>& checks);
  void Drop(const std::string& key);

  /// Puts the columns where the batch wants them.
  void Arrange();
  const std::vector<BatchColumn>& columns() const { return columns_; }
  std::vector<BatchColumn>& columns() { return columns_; }

 private:
  using Pair = std::pair<std::string, std::string>;

  void Place(const std::string& key, std::optional<std::string> before, std::optional<std::string> after);
  std::optional<std::string> NeighbourAfter(const std::string& key) const;
  std::optional<std::string> NeighbourBefore(const std::string& key) const;

  std::vector<BatchColumn> columns_;
  std::vector<std::vector<std::string>> partial_reordering_;
  /// The old table's columns that are still there.
  std::vector<std::string> existing_order_;
  /// Of each pair the first comes before the second.
  std::vector<Pair> added_order_;
};

}  // namespace limbeck::dialect
