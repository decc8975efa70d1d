#include "dialect/postgresql/literals.h"

#include "base/text.h"
#include "sql/value_text.h"

namespace limbeck::dialect::postgresql {

using sql::TypeAffinity;

std::string PostgresqlLiterals::Moment(const sql::Value& value, const sql::Type& type) const {
  MomentParts parts = PartsOfMoment(value);
  std::string time = parts.time + parts.offset;
  switch (sql::AffinityOf(type)) {
    case TypeAffinity::kDate:
      if (parts.date.empty()) RefuseValue(value, type);
      return InQuotes(parts.date);
    case TypeAffinity::kTime:
      if (time.empty()) RefuseValue(value, type);
      return InQuotes(time);
    default:
      if (parts.date.empty() && time.empty()) RefuseValue(value, type);
      return InQuotes(parts.date.empty() || time.empty() ? parts.date + time : parts.date + " " + time);
  }
}

std::string PostgresqlLiterals::Interval(const sql::Value& value, const sql::Type& type) const {
  const auto* interval = value.As<sql::Interval>();
  if (!interval || !type.native) RefuseValue(value, type);
  return "make_interval(secs=>" + sql::FloatText(static_cast<double>(interval->microseconds) / 1e6) + ")";
}

std::string PostgresqlLiterals::Uuid(const sql::Value& value, const sql::Type& type) const {
  if (const auto* text = value.As<std::string>()) {
    return InQuotes(type.as_uuid ? *text : ReplaceAll(*text, "-", ""));
  }
  const auto* uuid = value.As<sql::Uuid>();
  if (!uuid) RefuseValue(value, type);
  return InQuotes(type.native ? uuid->text : ReplaceAll(uuid->text, "-", ""));
}

std::string PostgresqlLiterals::Finish(std::string literal) const {
  return escape_backslashes_ ? ReplaceAll(literal, "\\", "\\\\") : literal;
}

}  // namespace limbeck::dialect::postgresql
