#include "pymodules/statement_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "dialect/literal_writer.h"
#include "sql/value_text.h"

namespace limbeck::pymodules {
namespace {

constexpr const char* kHidden = "***";
/// SQLSTATE of what cannot run inside a transaction.
constexpr const char* kInTransaction = "25001";

bool IsSecretName(std::string_view name) {
  const std::string lower = ToLower(name);
  constexpr std::string_view kWords[] = {"password", "passwd", "secret",      "token",
                                         "api_key",  "apikey", "private_key", "credential"};
  const auto speaks = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
  return std::any_of(std::begin(kWords), std::end(kWords), speaks);
}

/// A text that nobody is to read.
const std::string* FindSecret(const dialect::Parameter& parameter) {
  const auto* text = parameter.value.As<std::string>();
  return text != nullptr && IsSecretName(parameter.name) ? text : nullptr;
}

/// "2024-01-31" as "2024, 1, 31".
std::string Numbers(std::string_view text) {
  std::vector<std::string> numbers;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find_first_of("-:.", at), text.size());
    numbers.push_back(std::to_string(std::atoi(std::string(text.substr(at, end - at)).c_str())));
    at = end + 1;
  }
  return Join(numbers, ", ");
}

/// "13:45:00" as "13, 45": seconds are left out when there are none.
std::string ClockNumbers(std::string time) {
  const size_t point = time.find('.');
  if (point != std::string::npos) {
    time.resize(point + 7, '0');
  } else if (time.ends_with(":00") && time.size() > 5) {
    time.resize(time.size() - 3);
  }
  return Numbers(time);
}

std::string ZoneText(const std::string& offset) {
  if (offset.empty()) return "";
  if (offset == "+00:00") return ", tzinfo=datetime.timezone.utc";
  const int sign = offset.front() == '-' ? -1 : 1;
  const int seconds =
      sign * (std::atoi(offset.substr(1, 2).c_str()) * 3600 + std::atoi(offset.substr(4, 2).c_str()) * 60);
  const std::string delta =
      seconds < 0 ? fmt::format("days=-1, seconds={}", seconds + 24 * 3600) : fmt::format("seconds={}", seconds);
  return ", tzinfo=datetime.timezone(datetime.timedelta(" + delta + "))";
}

/// Python's repr() of values that the databases' drivers take as objects.
std::string Repr(const sql::Value& value) {
  const dialect::MomentParts moment = dialect::PartsOfMoment(value);
  const std::string zone = ZoneText(moment.offset);
  if (value.As<sql::DateTime>() != nullptr) {
    return "datetime.datetime(" + Numbers(moment.date) + ", " + ClockNumbers(moment.time) + zone + ")";
  }
  if (value.As<sql::Date>() != nullptr) return "datetime.date(" + Numbers(moment.date) + ")";
  if (value.As<sql::Time>() != nullptr) return "datetime.time(" + ClockNumbers(moment.time) + zone + ")";
  if (const auto* decimal = value.As<sql::Decimal>()) return "Decimal('" + decimal->text + "')";
  if (const auto* uuid = value.As<sql::Uuid>()) return "UUID('" + uuid->text + "')";
  return sql::ReprOf(value);
}

/// The offset of a text's code point `number`.
size_t OffsetOf(std::string_view text, size_t number) {
  size_t offset = 0;
  while (number-- > 0 && offset < text.size()) offset += Utf8Length(text, offset);
  return offset;
}

std::string ShownValue(const dialect::Parameter& parameter) {
  if (FindSecret(parameter) != nullptr) return PythonRepr(kHidden);
  constexpr size_t kLongest = 300;
  std::string text = Repr(parameter.value);
  const size_t length = Utf8Count(text);
  if (length <= kLongest) return text;
  const size_t head = OffsetOf(text, kLongest / 2);
  const size_t tail = OffsetOf(text, length - kLongest / 2);
  return fmt::format("{} ... ({} characters truncated) ... {}", text.substr(0, head), length - kLongest,
                     text.substr(tail));
}

bool HasNames(const dialect::Statement& statement) {
  return statement.text.find("%(") != std::string::npos;
}

}  // namespace

std::string ParametersText(const dialect::Statement& statement) {
  if (statement.parameters.empty()) return "";
  const bool named = HasNames(statement);
  std::vector<std::string> names;
  std::vector<std::string> items;
  for (const dialect::Parameter& parameter : statement.parameters) {
    if (named && std::find(names.begin(), names.end(), parameter.name) != names.end()) continue;
    names.push_back(parameter.name);
    items.push_back((named ? PythonRepr(parameter.name) + ": " : "") + ShownValue(parameter));
  }
  constexpr size_t kMost = 100;
  if (items.size() > kMost) {
    const std::string cut = fmt::format(" ... {} parameters truncated ... ", items.size() - kMost);
    items[kMost / 2 - 1] += cut + items[items.size() - kMost / 2];
    items.erase(items.begin() + kMost / 2, items.end() - (kMost / 2 - 1));
  }
  if (named) return "{" + Join(items, ", ") + "}";
  return "(" + Join(items, ", ") + (items.size() == 1 ? ",)" : ")");
}

Error WithStatement(const Error& error, const dialect::Statement& statement, const dialect::SentText* sent) {
  Error result = error;
  result.Statement(statement.text).Parameters(ParametersText(statement));
  const bool is_in_transaction = error.sqlstate() == kInTransaction;
  if (is_in_transaction && statement.in_transaction == dialect::InTransaction::kRefused) {
    result.Hint(
        "make it the first change of its revision, or put it inside `with op.get_context().autocommit_block():`");
  }
  if (error.database() == nullptr) return result;
  DatabaseFacts facts = *error.database();
  if (sent != nullptr) facts.position = sent->PositionIn(statement, facts.position);
  for (const dialect::Parameter& parameter : statement.parameters) {
    const std::string* secret = FindSecret(parameter);
    if (secret == nullptr || secret->empty()) continue;
    facts.text = ReplaceAll(facts.text, *secret, kHidden);
    facts.detail = ReplaceAll(facts.detail, *secret, kHidden);
  }
  result.Database(std::move(facts));
  return result;
}

}  // namespace limbeck::pymodules
