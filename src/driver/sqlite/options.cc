#include "driver/sqlite/options.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::driver::sqlite {
namespace {

/// Arguments of Python's sqlite3.connect() that a URL may give; the rest of a query belongs to SQLite's URI.
constexpr std::string_view kUrlArguments[] = {"uri",          "timeout",           "isolation_level",
                                              "detect_types", "check_same_thread", "cached_statements"};

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsUrlArgument(std::string_view name) {
  return std::find(std::begin(kUrlArguments), std::end(kUrlArguments), name) != std::end(kUrlArguments);
}

[[noreturn]] void FailValue(const std::string& message) {
  throw Error(ErrorKind::kConfig, message).ExceptionClass("ValueError").Hint("an option of the SQLite URL is wrong");
}

bool ReadBool(const std::string& text) {
  const std::string word = ToLower(Trim(text));
  if (IsOneOf(word, {"true", "yes", "on", "y", "t", "1"})) return true;
  if (IsOneOf(word, {"false", "no", "off", "n", "f", "0"})) return false;
  FailValue("String is not true/false: " + PythonRepr(word));
}

template <typename Number>
Number ReadNumber(std::string_view text, const char* failure) {
  const std::string_view digits = Trim(text);
  Number number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) FailValue(failure + PythonRepr(text));
  return number;
}

std::chrono::milliseconds ReadSeconds(const std::string& text) {
  const double seconds = ReadNumber<double>(text, "could not convert string to float: ");
  constexpr double kLongest = 1e6;
  return std::chrono::milliseconds(
      static_cast<int64_t>(std::isnan(seconds) ? 0 : std::clamp(seconds, 0.0, kLongest) * 1000));
}

bool ReadExclusive(const std::string& text) {
  const std::string level = ToUpper(text);
  if (IsOneOf(level, {"", "DEFERRED", "IMMEDIATE"})) return false;
  if (level == "EXCLUSIVE") return true;
  FailValue("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

void Apply(const std::string& name, const std::string& value, OpenOptions& open) {
  if (name == "uri") open.uri = ReadBool(value);
  if (name == "timeout") open.busy_timeout = ReadSeconds(value);
  if (name == "isolation_level") open.exclusive = ReadExclusive(value);
  if (name == "cached_statements") {
    open.cached_statements =
        static_cast<size_t>(std::max(0, ReadNumber<int>(value, "invalid literal for int() with base 10: ")));
  }
}

/// The file with the query's other keys, in their order by name, as parameters for SQLite.
std::string UriOf(const Url& url) {
  std::string file = url.database.value_or("");
  char separator = '?';
  for (const auto& [key, values] : url.query) {
    if (IsUrlArgument(key)) continue;
    file.append(1, separator).append(key).append("=").append(values.back());
    separator = '&';
  }
  return file;
}

}  // namespace

OpenOptions ReadOpenOptions(const Url& url, const ConnectOptions& options) {
  const auto given = [](const std::optional<std::string>& part) { return part && !part->empty(); };
  if (given(url.username) || given(url.password) || given(url.host) || url.port.value_or(0) != 0) {
    throw Error(ErrorKind::kConfig, "Invalid SQLite URL: " + url.ToString() +
                                        "\nValid SQLite URL forms are:\n sqlite:///:memory: (or, sqlite://)\n "
                                        "sqlite:///relative/path/to/file.db\n sqlite:////absolute/path/to/file.db")
        .ExceptionClass("sqlalchemy.exc.ArgumentError");
  }
  OpenOptions open;
  for (const auto& [key, values] : url.query) Apply(key, values.back(), open);
  for (const auto& [name, value] : options.arguments) {
    if (!IsUrlArgument(name) && name != "factory") {
      throw Error(ErrorKind::kConfig, "'" + name + "' is an invalid keyword argument for Connection()")
          .ExceptionClass("TypeError");
    }
    Apply(name, value, open);
  }
  open.file = open.uri ? UriOf(url) : url.database.value_or("");
  if (open.file.empty()) open.file = ":memory:";
  return open;
}

}  // namespace limbeck::driver::sqlite
