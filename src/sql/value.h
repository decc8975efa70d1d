#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace limbeck::sql {

/// Values that travel into SQL, as literals or as parameters. Where C++ has no exact type the value keeps Python's
/// text of it, which is what both databases read.

struct None {
  bool operator==(const None&) const = default;
};

/// An integer beyond 64 bits, in digits.
struct BigInteger {
  std::string text;
  bool operator==(const BigInteger&) const = default;
};

struct Decimal {
  std::string text;
  bool operator==(const Decimal&) const = default;
};

struct Bytes {
  std::string data;
  bool operator==(const Bytes&) const = default;
};

/// "2024-01-31"
struct Date {
  std::string text;
  bool operator==(const Date&) const = default;
};

/// "13:45:00", "13:45:00.000001+02:00"
struct Time {
  std::string text;
  bool operator==(const Time&) const = default;
};

/// "2024-01-31 13:45:00", with fraction and offset as Time has them.
struct DateTime {
  std::string text;
  bool operator==(const DateTime&) const = default;
};

struct Interval {
  int64_t microseconds = 0;
  bool operator==(const Interval&) const = default;
};

/// "0b5e3b6e-1c2d-4f00-9d6f-0242ac130003"
struct Uuid {
  std::string text;
  bool operator==(const Uuid&) const = default;
};

/// A document, already serialised.
struct Json {
  std::string text;
  bool operator==(const Json&) const = default;
};

struct Value;

/// An array, or the choices of an IN.
struct ValueList {
  std::vector<Value> items;
  /// A script's tuple, which is a row value or a list in parentheses where a list would be an array.
  bool is_tuple = false;
  bool operator==(const ValueList& other) const;
};

struct Value {
  std::variant<None, bool, int64_t, BigInteger, double, Decimal, std::string, Bytes, Date, Time, DateTime, Interval,
               Uuid, Json, ValueList>
      data;

  Value() = default;
  Value(bool value) : data(value) {}
  Value(int value) : data(static_cast<int64_t>(value)) {}
  Value(int64_t value) : data(value) {}
  Value(double value) : data(value) {}
  Value(const char* value) : data(std::string(value)) {}
  Value(std::string value) : data(std::move(value)) {}
  Value(None) {}
  Value(BigInteger value) : data(std::move(value)) {}
  Value(Decimal value) : data(std::move(value)) {}
  Value(Bytes value) : data(std::move(value)) {}
  Value(Date value) : data(std::move(value)) {}
  Value(Time value) : data(std::move(value)) {}
  Value(DateTime value) : data(std::move(value)) {}
  Value(Interval value) : data(value) {}
  Value(Uuid value) : data(std::move(value)) {}
  Value(Json value) : data(std::move(value)) {}
  Value(ValueList value) : data(std::move(value)) {}

  template <typename T>
  const T* As() const {
    return std::get_if<T>(&data);
  }
  bool is_none() const { return std::holds_alternative<None>(data); }
  bool operator==(const Value&) const = default;
};

inline bool ValueList::operator==(const ValueList& other) const {
  return items == other.items && is_tuple == other.is_tuple;
}

}  // namespace limbeck::sql
