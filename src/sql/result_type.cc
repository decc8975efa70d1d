#include "sql/result_type.h"

namespace limbeck::sql {
namespace {

using A = TypeAffinity;

// Arithmetic between kinds of values whose result is of a third kind; `left` of kNumeric stands for its own class.
struct Adaptation {
  Operator op;
  A left;
  A right;
  TypeKind result;
};

constexpr Adaptation kAdaptations[] = {
    {Operator::kAdd, A::kInteger, A::kDate, TypeKind::kDate},
    {Operator::kAdd, A::kInteger, A::kNumeric, TypeKind::kNumeric},
    {Operator::kMultiply, A::kInteger, A::kInterval, TypeKind::kInterval},
    {Operator::kMultiply, A::kInteger, A::kNumeric, TypeKind::kNumeric},
    {Operator::kDivide, A::kInteger, A::kInteger, TypeKind::kNumeric},
    {Operator::kDivide, A::kInteger, A::kNumeric, TypeKind::kNumeric},
    {Operator::kFloorDivide, A::kInteger, A::kNumeric, TypeKind::kNumeric},
    {Operator::kSubtract, A::kInteger, A::kNumeric, TypeKind::kNumeric},
    {Operator::kMultiply, A::kNumeric, A::kInterval, TypeKind::kInterval},
    {Operator::kSubtract, A::kDateTime, A::kDateTime, TypeKind::kInterval},
    {Operator::kAdd, A::kDate, A::kInterval, TypeKind::kDateTime},
    {Operator::kAdd, A::kDate, A::kTime, TypeKind::kDateTime},
    {Operator::kSubtract, A::kDate, A::kDate, TypeKind::kInteger},
    {Operator::kSubtract, A::kDate, A::kInterval, TypeKind::kDateTime},
    {Operator::kSubtract, A::kDate, A::kDateTime, TypeKind::kInterval},
    {Operator::kAdd, A::kTime, A::kDate, TypeKind::kDateTime},
    {Operator::kSubtract, A::kTime, A::kTime, TypeKind::kInterval},
    {Operator::kAdd, A::kInterval, A::kDate, TypeKind::kDateTime},
    {Operator::kAdd, A::kInterval, A::kDateTime, TypeKind::kDateTime},
    {Operator::kAdd, A::kInterval, A::kTime, TypeKind::kTime},
};

bool IsCommutative(Operator op) {
  return op == Operator::kEqual || op == Operator::kNotEqual || op == Operator::kAdd || op == Operator::kMultiply;
}

bool CanConcatenate(const Type& type) {
  return AffinityOf(type) == A::kString || type.kind == TypeKind::kArray || type.kind == TypeKind::kHstore;
}

bool IsAscii(const std::string& text) {
  for (unsigned char c : text) {
    if (c >= 0x80) return false;
  }
  return true;
}

struct KindOfValue {
  TypeKind operator()(const None&) const { return TypeKind::kNull; }
  TypeKind operator()(bool) const { return TypeKind::kBoolean; }
  TypeKind operator()(int64_t) const { return TypeKind::kInteger; }
  TypeKind operator()(const BigInteger&) const { return TypeKind::kInteger; }
  TypeKind operator()(double) const { return TypeKind::kFloat; }
  TypeKind operator()(const Decimal&) const { return TypeKind::kNumeric; }
  TypeKind operator()(const std::string& text) const { return IsAscii(text) ? TypeKind::kString : TypeKind::kUnicode; }
  TypeKind operator()(const Bytes&) const { return TypeKind::kLargeBinary; }
  TypeKind operator()(const Date&) const { return TypeKind::kDate; }
  TypeKind operator()(const Time&) const { return TypeKind::kTime; }
  TypeKind operator()(const DateTime&) const { return TypeKind::kDateTime; }
  TypeKind operator()(const Interval&) const { return TypeKind::kInterval; }
  TypeKind operator()(const Uuid&) const { return TypeKind::kUuid; }
  TypeKind operator()(const Json&) const { return TypeKind::kNull; }
  TypeKind operator()(const ValueList&) const { return TypeKind::kNull; }
};

// An offset at the end of "13:45:00+02:00" or "2024-01-31 13:45:00-05:30".
bool HasOffset(const std::string& text) {
  return text.find('+') != std::string::npos || text.find('-', text.find(':') + 1) != std::string::npos;
}

OperatorResult ConcatenationOf(Operator op, const Type& left, const Type& right) {
  if (op != Operator::kAdd || (!CanConcatenate(right) && !right.is_null())) return {op, left};
  if (left.kind == TypeKind::kEnum) return {Operator::kConcat, types::String(left.length)};
  return {Operator::kConcat, left};
}

}  // namespace

Type TypeOfValue(const Value& value) {
  Type type(std::visit(KindOfValue{}, value.data));
  if (const auto* moment = value.As<DateTime>()) type.timezone = HasOffset(moment->text);
  if (const auto* time = value.As<Time>()) type.timezone = HasOffset(time->text);
  return type;
}

Type CoerceToward(const Type& type, const Value& value) {
  Type own = TypeOfValue(value);
  if (own.is_null() || HaveSameAffinity(own, type)) return type;
  bool accepts_text = type.kind == TypeKind::kNativeEnum || AffinityOf(type) == A::kUuid;
  if (accepts_text && AffinityOf(own) == A::kString) return type;
  switch (type.kind) {
    case TypeKind::kRaw:
    case TypeKind::kInet:
    case TypeKind::kCidr:
    case TypeKind::kMacaddr:
    case TypeKind::kMacaddr8:
    case TypeKind::kBit:
      return type;
    default:
      return own;
  }
}

OperatorResult ResultOf(Operator op, const Type& left, const Type& right) {
  if (left.is_null()) {
    if (right.is_null() || !IsCommutative(op)) return {op, left};
    return ResultOf(op, right, left);
  }
  if (CanConcatenate(left)) return ConcatenationOf(op, left, right);
  for (const Adaptation& row : kAdaptations) {
    if (row.op != op || row.left != AffinityOf(left) || row.right != AffinityOf(right)) continue;
    Type result(row.result);
    return {op, HaveSameAffinity(result, right) ? right : result};
  }
  return {op, left};
}

}  // namespace limbeck::sql
