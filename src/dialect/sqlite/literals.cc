#include "dialect/sqlite/literals.h"

#include "base/text.h"

namespace limbeck::dialect::sqlite {
namespace {

using sql::TypeAffinity;

// "13:45:00.500000"
std::string WithMicroseconds(std::string time) {
  if (time.size() == 5) time += ":00";
  size_t point = time.find('.');
  if (point == std::string::npos) return time + ".000000";
  return time + std::string(6 - std::min<size_t>(6, time.size() - point - 1), '0');
}

}  // namespace

std::string SqliteLiterals::Moment(const sql::Value& value, const sql::Type& type) const {
  MomentParts parts = PartsOfMoment(value);
  switch (sql::AffinityOf(type)) {
    case TypeAffinity::kDate:
      if (parts.date.empty()) RefuseValue(value, type);
      return InQuotes(parts.date);
    case TypeAffinity::kTime:
      if (parts.time.empty()) RefuseValue(value, type);
      return InQuotes(WithMicroseconds(parts.time));
    default:
      if (parts.date.empty()) RefuseValue(value, type);
      return InQuotes(parts.date + " " + WithMicroseconds(parts.time.empty() ? "00:00:00" : parts.time));
  }
}

std::string SqliteLiterals::Interval(const sql::Value& value, const sql::Type& type) const {
  RefuseValue(value, type);
}

std::string SqliteLiterals::Uuid(const sql::Value& value, const sql::Type& type) const {
  if (const auto* text = value.As<std::string>(); text && !type.as_uuid) return InQuotes(ReplaceAll(*text, "-", ""));
  const auto* uuid = value.As<sql::Uuid>();
  if (!uuid) RefuseValue(value, type);
  return InQuotes(ReplaceAll(uuid->text, "-", ""));
}

}  // namespace limbeck::dialect::sqlite
