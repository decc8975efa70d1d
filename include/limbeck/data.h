#pragma once

#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "limbeck/export.h"
#include "limbeck/operations.h"
#include "limbeck/values.h"

// Data work in a revision:
//
//   void Upgrade(limbeck::Operations& op) {
//     op.AddColumn("books", {.name = "slug", .type = limbeck::types::Text()});
//     limbeck::Data data(op);
//     limbeck::Statement set_slug = data.Prepare("UPDATE books SET slug = $1 WHERE id = $2");
//     for (const auto& [id, title] : data.Query<int64_t, std::string>("SELECT id, title FROM books")) {
//       set_slug.Run(Slug(title), id);
//     }
//   }
//
// Parameters are $1, $2 on every database. All of it runs in the revision's transaction.

namespace limbeck {

namespace ops {
class DataSource;
}

/// The rows of a query: one at a time, few of them in memory. Other statements may run while they are read; a revision
/// may change the rows that it reads. Ends with the revision. Read once.
template <typename... Columns>
class Rows {
 public:
  using Row = std::tuple<Columns...>;

  explicit Rows(std::shared_ptr<ops::RowCursor> cursor) : cursor_(std::move(cursor)) {}

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Row;
    using difference_type = std::ptrdiff_t;
    using pointer = const Row*;
    using reference = Row;

    Row operator*() const { return rows_->Read(std::index_sequence_for<Columns...>()); }
    Iterator& operator++() {
      if (!rows_->Next()) rows_ = nullptr;
      return *this;
    }
    void operator++(int) { ++*this; }
    bool operator==(const Iterator&) const = default;

   private:
    friend class Rows;
    explicit Iterator(Rows* rows) : rows_(rows) {}
    Rows* rows_;
  };

  Iterator begin() { return Iterator(Next() ? this : nullptr); }
  Iterator end() { return Iterator(nullptr); }

 private:
  bool Next();
  template <size_t... kPlaces>
  Row Read(std::index_sequence<kPlaces...>) const {
    const ResultRow row(*cursor_);
    // Braces keep the order of the columns.
    return Row{ValueTraits<Columns>::Read(row, kPlaces)...};
  }

  std::shared_ptr<ops::RowCursor> cursor_;
};

/// Moves a cursor on; false behind the last row.
LIMBECK_API bool NextRow(ops::RowCursor& cursor);

template <typename... Columns>
bool Rows<Columns...>::Next() {
  return NextRow(*cursor_);
}

/// A statement to be run again and again. SQLite keeps it prepared; on PostgreSQL RunMany prepares it once, and Run
/// sends its text each time. Belongs to its revision.
class LIMBECK_API Statement {
 public:
  /// Runs it; says how many rows it changed.
  template <typename... Parameters>
  int64_t Run(const Parameters&... parameters) {
    return RunWith({ValueTraits<std::decay_t<const Parameters&>>::Write(parameters)...});
  }

  /// Runs it for each set of parameters, which travel together; says how many rows were changed in all.
  template <typename... Parameters>
  int64_t RunMany(const std::vector<std::tuple<Parameters...>>& sets) {
    std::vector<std::vector<DataValue>> values;
    values.reserve(sets.size());
    for (const auto& set : sets) {
      values.push_back(std::apply(
          [](const Parameters&... given) { return std::vector<DataValue>{ValueTraits<Parameters>::Write(given)...}; },
          set));
    }
    return RunSets(values);
  }

 private:
  friend class Data;
  Statement(ops::DataSource& source, std::string sql) : source_(&source), sql_(std::move(sql)) {}
  int64_t RunWith(const std::vector<DataValue>& parameters);
  int64_t RunSets(const std::vector<std::vector<DataValue>>& sets);

  ops::DataSource* source_;
  std::string sql_;
};

/// Queries and statements of a revision. Where there is no database to ask, in `--sql` runs, each is an Error
/// (kCommand): a revision that can do without asks has_database() first.
class LIMBECK_API Data {
 public:
  /// Borrows: one for as long as the revision's function runs.
  explicit Data(Operations& operations);

  bool has_database() const { return source_ != nullptr; }

  Statement Prepare(std::string sql);

  template <typename... Parameters>
  int64_t Run(std::string sql, const Parameters&... parameters) {
    return Prepare(std::move(sql)).Run(parameters...);
  }

  template <typename... Columns, typename... Parameters>
  Rows<Columns...> Query(const std::string& sql, const Parameters&... parameters) {
    return Rows<Columns...>(
        Open(sql, {ValueTraits<std::decay_t<const Parameters&>>::Write(parameters)...}, sizeof...(Columns)));
  }

  /// The first column of the first row; nothing when there is no row.
  template <typename T, typename... Parameters>
  std::optional<T> Value(const std::string& sql, const Parameters&... parameters) {
    Rows<T> rows = Query<T>(sql, parameters...);
    for (const auto& [value] : rows) return value;
    return std::nullopt;
  }

 private:
  ops::DataSource& Source() const;
  /// Throws when the query gives another number of columns.
  std::shared_ptr<ops::RowCursor> Open(const std::string& sql, const std::vector<DataValue>& parameters,
                                       size_t columns);

  ops::DataSource* source_;
};

}  // namespace limbeck
