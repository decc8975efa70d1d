#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "sql/expression.h"
#include "sql/value.h"

namespace limbeck::schema {

struct OptionValue;
using OptionList = std::vector<OptionValue>;
/// Keys and values in the order they were written: postgresql_with={"fillfactor": 50}.
using OptionMap = std::vector<std::pair<std::string, OptionValue>>;

struct OptionValue {
  std::variant<sql::None, bool, int64_t, double, std::string, sql::Expression, OptionList, OptionMap> data;

  OptionValue() = default;
  OptionValue(bool value) : data(value) {}
  OptionValue(int value) : data(static_cast<int64_t>(value)) {}
  OptionValue(int64_t value) : data(value) {}
  OptionValue(double value) : data(value) {}
  OptionValue(const char* value) : data(std::string(value)) {}
  OptionValue(std::string value) : data(std::move(value)) {}
  OptionValue(sql::Expression value) : data(std::move(value)) {}
  OptionValue(OptionList value) : data(std::move(value)) {}
  OptionValue(OptionMap value) : data(std::move(value)) {}

  template <typename T>
  const T* As() const {
    return std::get_if<T>(&data);
  }
  /// As Python's bool(): false for None, False, 0, "" and what is empty.
  bool IsTrue() const;
  bool operator==(const OptionValue& other) const;
};

/// Keyword arguments that belong to one dialect, named `dialect_option`, in the order they were written.
class Options {
 public:
  Options() = default;
  Options(std::initializer_list<std::pair<std::string, OptionValue>> items) : items_(items) {}

  /// Returns nullptr when the option was not given.
  const OptionValue* Find(std::string_view name) const;
  /// Given and true.
  bool IsTrue(std::string_view name) const;
  /// The option's text; empty when it was not given or is no text.
  std::string Text(std::string_view name) const;

  void Set(std::string name, OptionValue value);
  bool empty() const { return items_.empty(); }
  const std::vector<std::pair<std::string, OptionValue>>& items() const { return items_; }
  bool operator==(const Options&) const = default;

 private:
  std::vector<std::pair<std::string, OptionValue>> items_;
};

}  // namespace limbeck::schema
