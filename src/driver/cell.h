#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace limbeck::driver {

enum class CellKind : uint8_t { kNull, kInteger, kReal, kText, kBlob };

/// One value of a row, seen where it lies: text and blobs point into the result, and live as long as it (in a stream,
/// until the next row). Cheap to copy.
///
/// SQLite gives its five kinds. PostgreSQL gives every value as text in the server's own form ('t', '{1,2}', '\x00ff');
/// the column's type says how to read it.
class Cell {
 public:
  Cell() = default;
  static Cell Integer(int64_t value);
  static Cell Real(double value);
  static Cell Text(std::string_view text);
  static Cell Blob(std::string_view bytes);

  CellKind kind() const { return kind_; }
  bool is_null() const { return kind_ == CellKind::kNull; }

  // What the reader expects to find. A cell that holds something else is a fault of Limbeck (kInternal), since the
  // reader wrote the query.

  /// Bytes of a text or a blob.
  std::string_view AsText() const;
  /// Bytes of a blob, or those that PostgreSQL's text of a bytea stands for ('\x00ff', or its older form with octal
  /// escapes).
  std::string AsBytes() const;
  /// An integer, or a text that is one.
  int64_t AsInteger() const;
  /// A number of any kind, or a text that is one ("NaN" and "Infinity" too).
  double AsReal() const;
  /// An integer other than 0, or PostgreSQL's 't'.
  bool AsBool() const;

  /// The value as text, whatever it is; empty for null.
  std::string ToString() const;

  bool operator==(const Cell& other) const;

 private:
  CellKind kind_ = CellKind::kNull;
  union {
    int64_t integer_ = 0;
    double real_;
    const char* data_;
  };
  size_t size_ = 0;
};

/// For test failures: 7, 0.5, 'text', x'00ff', NULL.
std::ostream& operator<<(std::ostream& out, const Cell& cell);

}  // namespace limbeck::driver
