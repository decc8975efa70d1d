#include "dialect/literal_writer.h"

#include <cmath>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "sql/errors.h"
#include "sql/value_text.h"

namespace limbeck::dialect {
namespace {

using sql::Type;
using sql::TypeAffinity;
using sql::TypeKind;
using sql::Value;

// "+12", "-5", "7" as int() reads them; empty when it is no integer.
std::string IntegerDigits(std::string_view text) {
  text = Trim(text);
  std::string digits = text.starts_with('-') ? "-" : "";
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return "";
  return digits + std::string(text);
}

struct IntegerText {
  std::string operator()(bool value) const { return value ? "1" : "0"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(const sql::BigInteger& value) const { return value.text; }
  std::string operator()(double value) const {
    return std::abs(value) < 9e15 ? std::to_string(static_cast<int64_t>(value)) : "";
  }
  std::string operator()(const sql::Decimal& value) const { return IntegerDigits(Split(value.text, '.')[0]); }
  std::string operator()(const std::string& value) const { return IntegerDigits(value); }
  template <typename T>
  std::string operator()(const T&) const {
    return "";
  }
};

struct NumberText {
  std::string operator()(const sql::Decimal& value) const { return value.text; }
  std::string operator()(const std::string& value) const { return value; }
  template <typename T>
  std::string operator()(const T& value) const {
    return sql::ReprOf(Value(value));
  }
};

void SplitTime(std::string_view text, MomentParts& parts) {
  size_t offset = text.find_first_of("+-");
  parts.time = text.substr(0, offset);
  if (offset != std::string_view::npos) parts.offset = text.substr(offset);
}

}  // namespace

MomentParts PartsOfMoment(const Value& value) {
  MomentParts parts;
  if (const auto* date = value.As<sql::Date>()) parts.date = date->text;
  if (const auto* time = value.As<sql::Time>()) SplitTime(time->text, parts);
  if (const auto* moment = value.As<sql::DateTime>()) {
    size_t blank = moment->text.find_first_of(" T");
    parts.date = moment->text.substr(0, blank);
    if (blank != std::string::npos) SplitTime(std::string_view(moment->text).substr(blank + 1), parts);
  }
  return parts;
}

std::string LiteralWriter::InQuotes(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) {
    throw sql::ValueError("A string literal cannot contain NUL (0x00) characters.");
  }
  return "'" + ReplaceAll(text, "'", "''") + "'";
}

std::string LiteralWriter::Quoted(std::string_view text) const {
  return Finish(identifiers_.Percents(InQuotes(text)));
}

std::string LiteralWriter::Text(const Value& value, const Type& type) const {
  if (value.is_none()) return "NULL";
  return Finish(Unfinished(value, type));
}

std::string LiteralWriter::Unfinished(const Value& value, const Type& type) const {
  if (type.kind == TypeKind::kNativeEnum) return String(value, type);
  switch (sql::AffinityOf(type)) {
    case TypeAffinity::kString:
      return String(value, type);
    case TypeAffinity::kInteger:
      return Integer(value, type);
    case TypeAffinity::kNumeric:
      return Number(value, type);
    case TypeAffinity::kBoolean:
      return Boolean(value, type);
    case TypeAffinity::kBinary:
      return Binary(value, type);
    case TypeAffinity::kDateTime:
    case TypeAffinity::kDate:
    case TypeAffinity::kTime:
      return Moment(value, type);
    case TypeAffinity::kInterval:
      return Interval(value, type);
    case TypeAffinity::kUuid:
      return Uuid(value, type);
    case TypeAffinity::kArray:
      return Array(value, type);
    default:
      RefuseType(value, type);
  }
}

std::string LiteralWriter::String(const Value& value, const Type& type) const {
  const auto* text = value.As<std::string>();
  if (!text) RefuseValue(value, type);
  return identifiers_.Percents(InQuotes(*text));
}

std::string LiteralWriter::Integer(const Value& value, const Type& type) const {
  std::string digits = std::visit(IntegerText{}, value.data);
  if (digits.empty()) RefuseValue(value, type);
  return digits;
}

std::string LiteralWriter::Number(const Value& value, const Type&) const {
  return std::visit(NumberText{}, value.data);
}

std::string LiteralWriter::Boolean(const Value& value, const Type& type) const {
  std::string digit = std::visit(IntegerText{}, value.data);
  if (value.As<std::string>() || (digit != "0" && digit != "1")) RefuseValue(value, type);
  return std::string(digit == "1" ? True() : False());
}

std::string LiteralWriter::Binary(const Value& value, const Type& type) const {
  const auto* bytes = value.As<sql::Bytes>();
  if (!bytes || FindInvalidUtf8(bytes->data) != std::string::npos) RefuseValue(value, type);
  return InQuotes(bytes->data);
}

std::string LiteralWriter::Array(const Value& value, const Type& type) const {
  const auto* list = value.As<sql::ValueList>();
  if (!list || !type.item_type) RefuseValue(value, type);
  std::vector<std::string> items;
  for (const Value& item : list->items) {
    bool nested = item.As<sql::ValueList>() != nullptr;
    items.push_back(nested ? Array(item, type) : Unfinished(item, *type.item_type));
  }
  return "ARRAY[" + Join(items, ", ") + "]";
}

void LiteralWriter::RefuseValue(const Value& value, const Type& type) const {
  throw sql::CompileError(subject_ + "Could not render literal value \"" + sql::ReprOf(value) + "\" with datatype " +
                          TypeWriter::GenericText(type) + "; see parent stack trace for more detail.");
}

void LiteralWriter::RefuseType(const Value& value, const Type& type) const {
  throw sql::CompileError(subject_ + "No literal value renderer is available for literal value \"" +
                          sql::ReprOf(value) + "\" with datatype " + TypeWriter::GenericText(type));
}

}  // namespace limbeck::dialect
