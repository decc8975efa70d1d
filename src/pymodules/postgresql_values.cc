#include "pymodules/postgresql_values.h"

#include <cstdlib>

#include "base/text.h"
#include "driver/cell.h"
#include "python/memory_view.h"
#include "python/std/datetime_objects.h"
#include "python/std/decimal_objects.h"
#include "python/std/json_text.h"
#include "python/std/time_format.h"
#include "python/std/uuid_objects.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

/// PostgreSQL's type numbers (pg_type.oid) that have a Python class of their own.
enum PostgresqlType : uint32_t {
  kBool = 16,
  kBytea = 17,
  kInt8 = 20,
  kInt2 = 21,
  kInt4 = 23,
  kText = 25,
  kOid = 26,
  kJson = 114,
  kFloat4 = 700,
  kFloat8 = 701,
  kVarchar = 1043,
  kDate = 1082,
  kTime = 1083,
  kTimestamp = 1114,
  kTimestamptz = 1184,
  kInterval = 1186,
  kTimetz = 1266,
  kNumeric = 1700,
  kUuid = 2950,
  kJsonb = 3802,
};

/// The types whose arrays are lists, and the numbers of those.
constexpr std::pair<uint32_t, uint32_t> kArrays[] = {
    {1000, kBool},      {1005, kInt2},   {1007, kInt4},   {1009, kText},        {1014, kText},
    {1015, kVarchar},   {1016, kInt8},   {1021, kFloat4}, {1022, kFloat8},      {1028, kOid},
    {1115, kTimestamp}, {1182, kDate},   {1183, kTime},   {1185, kTimestamptz}, {1187, kInterval},
    {1231, kNumeric},   {1270, kTimetz}, {2951, kUuid},   {199, kJson},         {3807, kJsonb},
};

// ------------------------------------------------------------------------------------------ moments

[[noreturn]] void RaiseOutOfRange(std::string_view text) {
  python::RaiseValueError("no date of Python's calendar: " + std::string(text));
}

Value ReadDate(std::string_view text) {
  if (text == "infinity") return python::MakeDate({python::kMaxYear, 12, 31});
  if (text == "-infinity") return python::MakeDate({python::kMinYear, 1, 1});
  const auto date = python::ReadIsoDate(text);
  if (!date || date->year < python::kMinYear) RaiseOutOfRange(text);
  return python::MakeDate(*date);
}

Value ZoneOf(const python::IsoTime& time) {
  return time.offset ? python::MakeTimezone(*time.offset) : Value::None();
}

Value ReadTime(std::string_view text) {
  const auto time = python::ReadIsoTime(text);
  if (!time || time->time.hour > 23) RaiseOutOfRange(text);
  return python::MakeTime(time->time, ZoneOf(*time));
}

Value ReadMoment(std::string_view text) {
  const size_t blank = text.find(' ');
  const auto date = python::ReadIsoDate(text.substr(0, blank));
  const auto time = blank == std::string_view::npos ? std::nullopt : python::ReadIsoTime(text.substr(blank + 1));
  if (!date || !time || date->year < python::kMinYear) RaiseOutOfRange(text);
  return python::MakeDateTime(*date, time->time, ZoneOf(*time));
}

int64_t MicrosecondsOfClock(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::vector<std::string> parts = Split(text, ':');
  int64_t seconds = 0;
  for (size_t i = 0; i < 2 && i < parts.size(); ++i) seconds = seconds * 60 + std::atoll(parts[i].c_str());
  int64_t total = seconds * 60 * python::Duration::kSecond;
  if (parts.size() > 2) {
    std::string digits = parts[2];
    const size_t point = std::min(digits.find('.'), digits.size());
    digits.resize(std::max(digits.size(), point + 7), '0');
    digits[point] = '.';
    total += std::atoll(digits.substr(0, point).c_str()) * python::Duration::kSecond +
             std::atoll(digits.substr(point + 1, 6).c_str());
  }
  return negative ? -total : total;
}

/// "1 year 2 mons -3 days 04:05:06.7": a year has 365 days and a month 30, as psycopg2 counts.
Value ReadInterval(std::string_view text) {
  python::Int128 total = 0;
  const std::vector<std::string> words = Split(text, ' ');
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].find(':') != std::string::npos) {
      total += MicrosecondsOfClock(words[i]);
    } else if (i + 1 < words.size()) {
      const std::string& unit = words[i + 1];
      const int64_t days = unit.starts_with("year") ? 365 : unit.starts_with("mon") ? 30 : 1;
      total += static_cast<python::Int128>(std::atoll(words[i].c_str()) * days) * python::Duration::kDay;
      ++i;
    }
  }
  return python::MakeTimedelta({total});
}

// ------------------------------------------------------------------------------------------ arrays

/// "{1,NULL,\"a,b\",{2,3}}" as a list.
class ArrayReader {
 public:
  ArrayReader(Interpreter& interpreter, std::string_view text, uint32_t item)
      : interpreter_(interpreter), text_(text), item_(item) {}

  Value Read() {
    // Bounds stand before the array: "[0:1]={1,2}".
    if (text_.starts_with('[')) at_ = text_.find('{');
    return ReadArray();
  }

 private:
  Value ReadArray() {
    std::vector<Value> items;
    ++at_;
    while (at_ < text_.size() && text_[at_] != '}') {
      items.push_back(text_[at_] == '{' ? ReadArray() : ReadItem());
      if (at_ < text_.size() && text_[at_] == ',') ++at_;
    }
    ++at_;
    return python::MakeList(std::move(items));
  }

  Value ReadItem() {
    std::string item;
    if (text_[at_] != '"') {
      while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '}') item += text_[at_++];
      return item == "NULL" ? Value::None() : ReadPostgresqlText(interpreter_, item, item_);
    }
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
      if (at_ < text_.size()) item += text_[at_];
    }
    ++at_;
    return ReadPostgresqlText(interpreter_, item, item_);
  }

  Interpreter& interpreter_;
  std::string_view text_;
  uint32_t item_;
  size_t at_ = 0;
};

}  // namespace

Value ReadPostgresqlText(Interpreter& interpreter, std::string_view text, uint32_t type) {
  switch (type) {
    case kBool:
      return Value::Bool(text == "t");
    case kInt2:
    case kInt4:
    case kInt8:
    case kOid:
      return python::MakeInteger(text);
    case kFloat4:
    case kFloat8:
      return Value::Float(driver::Cell::Text(text).AsReal());
    case kNumeric:
      return python::MakeDecimalFromText(text);
    case kBytea:
      return python::MakeMemoryView(driver::Cell::Text(text).AsBytes());
    case kJson:
    case kJsonb:
      return python::ReadJson(interpreter, text);
    case kUuid:
      return python::MakeUuidFromText(text);
    case kDate:
      return ReadDate(text);
    case kTime:
    case kTimetz:
      return ReadTime(text);
    case kTimestamp:
    case kTimestamptz:
      return ReadMoment(text);
    case kInterval:
      return ReadInterval(text);
    default:
      break;
  }
  for (const auto& [array, item] : kArrays) {
    if (array == type) return ArrayReader(interpreter, text, item).Read();
  }
  return python::MakeStr(text);
}

}  // namespace limbeck::pymodules
