#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "limbeck/export.h"
#include "limbeck/types.h"

// C++ types as a database has them: parameters and rows of queries (data.h), columns made from structs (structs.h).
// bool, integers, float and double, std::string, Blob, std::chrono::sys_days, sys_time<microseconds> in UTC, enums with
// EnumNames, and std::optional of each, which may be NULL. A program adds its own types with ValueTraits.

namespace limbeck {

namespace ops {
class RowCursor;
}

using Blob = std::vector<std::byte>;
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

/// A parameter of a statement; nullptr is NULL.
using DataValue = std::variant<std::nullptr_t, bool, int64_t, double, std::string, Blob>;

/// The row that a query has come to. Columns count from 0. What is NULL or cannot be read as what is asked for is an
/// Error (kScript) that names the column.
class LIMBECK_API ResultRow {
 public:
  explicit ResultRow(ops::RowCursor& cursor) : cursor_(&cursor) {}

  size_t size() const;
  bool IsNull(size_t column) const;
  bool Bool(size_t column) const;
  int64_t Integer(size_t column, int64_t lowest, int64_t highest) const;
  double Real(size_t column) const;
  std::string Text(size_t column) const;
  Blob Bytes(size_t column) const;
  std::chrono::sys_days Date(size_t column) const;
  limbeck::Timestamp Timestamp(size_t column) const;
  /// For ValueTraits: the value is none that the type has.
  [[noreturn]] void Refuse(size_t column, std::string_view wanted) const;

 private:
  ops::RowCursor* cursor_;
};

/// How a type is read, written, and declared as a column:
///
///   template <>
///   struct limbeck::ValueTraits<Money> {
///     static Money Read(const ResultRow& row, size_t column) { return Money::Parse(row.Text(column)); }
///     static DataValue Write(const Money& value) { return value.ToString(); }
///     static Type ColumnType() { return types::Numeric(12, 2); }
///   };
template <typename T>
struct ValueTraits;

/// Names of an enum's values in the database, and of its type on PostgreSQL:
///
///   template <>
///   struct limbeck::EnumNames<Format> {
///     static constexpr std::string_view kType = "format";
///     static constexpr std::pair<Format, std::string_view> kValues[] = {{Format::kHardback, "hardback"},
///                                                                       {Format::kPaperback, "paperback"}};
///   };
template <typename T>
struct EnumNames;

template <typename T>
concept NamedEnum = std::is_enum_v<T> && requires {
  EnumNames<T>::kType, EnumNames<T>::kValues;
};

/// "2026-05-17", "2026-05-17 09:30:00.000000"
LIMBECK_API std::string ToText(std::chrono::sys_days date);
LIMBECK_API std::string ToText(Timestamp time);

namespace types {

/// The column type of a C++ type.
template <typename T>
Type Of() {
  return ValueTraits<T>::ColumnType();
}

}  // namespace types

template <>
struct ValueTraits<bool> {
  static bool Read(const ResultRow& row, size_t column) { return row.Bool(column); }
  static DataValue Write(bool value) { return value; }
  static Type ColumnType() { return types::Boolean(); }
};

/// Unsigned 64-bit integers are not among them: no database of ours has them.
template <std::integral T>
requires(sizeof(T) < sizeof(int64_t) || std::is_signed_v<T>) struct ValueTraits<T> {
  static T Read(const ResultRow& row, size_t column) {
    return static_cast<T>(row.Integer(column, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
  }
  static DataValue Write(T value) { return static_cast<int64_t>(value); }
  static Type ColumnType() {
    if constexpr (std::numeric_limits<T>::max() <= std::numeric_limits<int16_t>::max()) return types::SmallInteger();
    if constexpr (std::numeric_limits<T>::max() <= std::numeric_limits<int32_t>::max()) return types::Integer();
    return types::BigInteger();
  }
};

template <std::floating_point T>
struct ValueTraits<T> {
  static T Read(const ResultRow& row, size_t column) { return static_cast<T>(row.Real(column)); }
  static DataValue Write(T value) { return static_cast<double>(value); }
  static Type ColumnType() { return sizeof(T) < sizeof(double) ? types::Float() : types::Double(); }
};

template <>
struct ValueTraits<std::string> {
  static std::string Read(const ResultRow& row, size_t column) { return row.Text(column); }
  static DataValue Write(std::string_view value) { return std::string(value); }
  static Type ColumnType() { return types::Text(); }
};

/// Parameters only: a row's text needs an owner.
template <>
struct ValueTraits<std::string_view> {
  static DataValue Write(std::string_view value) { return std::string(value); }
};
template <>
struct ValueTraits<const char*> {
  static DataValue Write(const char* value) { return std::string(value); }
};
template <>
struct ValueTraits<std::nullptr_t> {
  static DataValue Write(std::nullptr_t) { return nullptr; }
};

template <>
struct ValueTraits<Blob> {
  static Blob Read(const ResultRow& row, size_t column) { return row.Bytes(column); }
  static DataValue Write(Blob value) { return value; }
  static Type ColumnType() { return types::Binary(); }
};

template <>
struct ValueTraits<std::chrono::sys_days> {
  static std::chrono::sys_days Read(const ResultRow& row, size_t column) { return row.Date(column); }
  static DataValue Write(std::chrono::sys_days value) { return ToText(value); }
  static Type ColumnType() { return types::Date(); }
};

template <>
struct ValueTraits<Timestamp> {
  static Timestamp Read(const ResultRow& row, size_t column) { return row.Timestamp(column); }
  static DataValue Write(Timestamp value) { return ToText(value); }
  static Type ColumnType() { return types::DateTime(); }
};

template <NamedEnum T>
struct ValueTraits<T> {
  static T Read(const ResultRow& row, size_t column) {
    const std::string text = row.Text(column);
    for (const auto& [value, name] : EnumNames<T>::kValues) {
      if (name == text) return value;
    }
    row.Refuse(column, "a value of " + std::string(EnumNames<T>::kType));
  }
  /// A value without a name goes as NULL, which the column's NOT NULL refuses.
  static DataValue Write(T given) {
    for (const auto& [value, name] : EnumNames<T>::kValues) {
      if (value == given) return std::string(name);
    }
    return nullptr;
  }
  static Type ColumnType() {
    std::vector<std::string> names;
    for (const auto& [value, name] : EnumNames<T>::kValues) names.emplace_back(name);
    return types::Enum(std::string(EnumNames<T>::kType), std::move(names));
  }
};

template <typename T>
struct ValueTraits<std::optional<T>> {
  static std::optional<T> Read(const ResultRow& row, size_t column) {
    return row.IsNull(column) ? std::nullopt : std::optional<T>(ValueTraits<T>::Read(row, column));
  }
  static DataValue Write(const std::optional<T>& value) { return value ? ValueTraits<T>::Write(*value) : nullptr; }
  static Type ColumnType() { return ValueTraits<T>::ColumnType(); }
};

}  // namespace limbeck
