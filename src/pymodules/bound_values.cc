#include "pymodules/bound_values.h"

#include <fmt/format.h>

#include "base/json_string.h"
#include "base/text.h"
#include "dialect/literal_writer.h"
#include "limbeck/error.h"
#include "python/std/datetime_objects.h"
#include "sql/value_text.h"

namespace limbeck::pymodules {
namespace {

using sql::TypeAffinity;

/// A value of a script as the JSON document that it stands for; documents are whole already.
struct JsonText {
  std::string operator()(const sql::None&) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return sql::FloatText(value); }
  std::string operator()(const sql::BigInteger& value) const { return value.text; }
  std::string operator()(const sql::Json& value) const { return value.text; }
  std::string operator()(const std::string& value) const {
    std::string text;
    AppendJsonString(text, value, true);
    return text;
  }
  std::string operator()(const sql::ValueList& list) const {
    std::vector<std::string> items;
    for (const sql::Value& item : list.items) items.push_back(std::visit(*this, item.data));
    return "[" + Join(items, ", ") + "]";
  }
  [[noreturn]] std::string operator()(const sql::Decimal&) const { Refuse("Decimal"); }
  [[noreturn]] std::string operator()(const sql::Bytes&) const { Refuse("bytes"); }
  [[noreturn]] std::string operator()(const sql::Date&) const { Refuse("date"); }
  [[noreturn]] std::string operator()(const sql::Time&) const { Refuse("time"); }
  [[noreturn]] std::string operator()(const sql::DateTime&) const { Refuse("datetime"); }
  [[noreturn]] std::string operator()(const sql::Interval&) const { Refuse("timedelta"); }
  [[noreturn]] std::string operator()(const sql::Uuid&) const { Refuse("UUID"); }

  [[noreturn]] static void Refuse(const char* name) {
    throw Error(ErrorKind::kScript,
                fmt::format("(builtins.TypeError) Object of type {} is not JSON serializable", name))
        .ExceptionClass("StatementError");
  }
};

sql::Value StoredJson(const dialect::Parameter& parameter) {
  if (parameter.value.is_none() && parameter.type.none_as_null) return parameter.value;
  return sql::Json{std::visit(JsonText(), parameter.value.data)};
}

/// "13:45:00" is stored as "13:45:00.000000".
std::string WithMicroseconds(const std::string& time) {
  return time.find('.') == std::string::npos ? time + ".000000" : time;
}

[[noreturn]] void RefuseMoment(const char* type, const char* accepted) {
  throw Error(ErrorKind::kScript,
              fmt::format("(builtins.TypeError) SQLite {} type only accepts Python {} as input.", type, accepted))
      .ExceptionClass("StatementError");
}

/// SQLite has texts instead of moments; offsets are not stored.
sql::Value StoredMoment(const sql::Value& value, TypeAffinity affinity) {
  const dialect::MomentParts parts = dialect::PartsOfMoment(value);
  if (affinity == TypeAffinity::kDate) {
    if (parts.date.empty()) RefuseMoment("Date", "date objects");
    return sql::Date{parts.date};
  }
  if (affinity == TypeAffinity::kTime) {
    if (parts.time.empty()) RefuseMoment("Time", "time objects");
    return sql::Time{WithMicroseconds(parts.time)};
  }
  if (affinity != TypeAffinity::kDateTime) return value;
  if (parts.date.empty()) RefuseMoment("DateTime", "datetime and date objects");
  return sql::DateTime{parts.date + " " + WithMicroseconds(parts.time.empty() ? "00:00:00" : parts.time)};
}

/// Without a type for lengths of time, SQLite stores the moment that lies so long after 1970 began.
sql::Value StoredInterval(const sql::Interval& interval) {
  constexpr python::Int128 kEpoch = static_cast<python::Int128>(python::kEpochOrdinal - 1) * python::Duration::kDay;
  const auto moment = python::CivilTimeOf(kEpoch + interval.microseconds);
  if (!moment) return interval;
  return sql::DateTime{python::DateText(moment->date) + " " + python::ClockText(moment->time, "microseconds")};
}

sql::Value StoredInSqlite(const dialect::Parameter& parameter, TypeAffinity affinity) {
  const sql::Value& value = parameter.value;
  if (const auto* uuid = value.As<sql::Uuid>(); uuid != nullptr && affinity == TypeAffinity::kUuid) {
    return ReplaceAll(uuid->text, "-", "");
  }
  if (const auto* text = value.As<std::string>(); text != nullptr && affinity == TypeAffinity::kUuid) {
    return ReplaceAll(*text, "-", "");
  }
  const auto* interval = value.As<sql::Interval>();
  if (interval != nullptr) return StoredInterval(*interval);
  return StoredMoment(value, affinity);
}

}  // namespace

sql::Value StoredValue(const dialect::Parameter& parameter, driver::Backend backend) {
  const TypeAffinity affinity = sql::AffinityOf(parameter.type);
  if (affinity == TypeAffinity::kJson) return StoredJson(parameter);
  if (parameter.value.is_none() || backend != driver::Backend::kSqlite) return parameter.value;
  return StoredInSqlite(parameter, affinity);
}

}  // namespace limbeck::pymodules
