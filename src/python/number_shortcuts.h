#pragma once

#include "python/objects.h"

// What loops do most, without asking a type: integers that fit, floats, and items of lists and tuples. Whatever is not
// plain here goes the way of the slots, which know everything.

namespace limbeck::python {

/// False when it is none of the plain cases.
inline bool TryIntegers(ast::BinaryOperator op, int64_t one, int64_t two, Value& result) {
  int64_t number = 0;
  switch (op) {
    case ast::BinaryOperator::kAdd:
      if (__builtin_add_overflow(one, two, &number)) return false;
      break;
    case ast::BinaryOperator::kSubtract:
      if (__builtin_sub_overflow(one, two, &number)) return false;
      break;
    case ast::BinaryOperator::kMultiply:
      if (__builtin_mul_overflow(one, two, &number)) return false;
      break;
    case ast::BinaryOperator::kFloorDivide:
      if (two <= 0) return false;
      number = one / two - (one % two < 0 ? 1 : 0);
      break;
    case ast::BinaryOperator::kModulo:
      if (two <= 0) return false;
      number = one % two + (one % two < 0 ? two : 0);
      break;
    case ast::BinaryOperator::kBitAnd:
      number = one & two;
      break;
    case ast::BinaryOperator::kBitOr:
      number = one | two;
      break;
    case ast::BinaryOperator::kBitXor:
      number = one ^ two;
      break;
    default:
      return false;
  }
  result = Value::Int(number);
  return true;
}

inline bool TryFloats(ast::BinaryOperator op, double one, double two, Value& result) {
  switch (op) {
    case ast::BinaryOperator::kAdd:
      result = Value::Float(one + two);
      return true;
    case ast::BinaryOperator::kSubtract:
      result = Value::Float(one - two);
      return true;
    case ast::BinaryOperator::kMultiply:
      result = Value::Float(one * two);
      return true;
    case ast::BinaryOperator::kDivide:
      if (two == 0) return false;
      result = Value::Float(one / two);
      return true;
    default:
      return false;
  }
}

inline bool TryNumbers(ast::BinaryOperator op, const Value& one, const Value& two, Value& result) {
  if (one.is_int() && two.is_int()) return TryIntegers(op, one.int_value(), two.int_value(), result);
  if (one.is_float() && two.is_float()) return TryFloats(op, one.float_value(), two.float_value(), result);
  return false;
}

template <typename Number>
bool CompareNumbers(CompareOp op, Number one, Number two) {
  switch (op) {
    case CompareOp::kEqual:
      return one == two;
    case CompareOp::kNotEqual:
      return one != two;
    case CompareOp::kLess:
      return one < two;
    case CompareOp::kLessEqual:
      return one <= two;
    case CompareOp::kGreater:
      return one > two;
    default:
      return one >= two;
  }
}

inline bool TryCompareNumbers(CompareOp op, const Value& one, const Value& two, Value& result) {
  if (one.is_int() && two.is_int()) {
    result = Value::Bool(CompareNumbers(op, one.int_value(), two.int_value()));
    return true;
  }
  if (one.is_float() && two.is_float()) {
    result = Value::Bool(CompareNumbers(op, one.float_value(), two.float_value()));
    return true;
  }
  return false;
}

/// The item of a plain list or tuple, or null.
inline const Value* ItemOfSequence(const Value& sequence, int64_t index) {
  const TypeObject* type = sequence.object()->type();
  const std::vector<Value>* items = nullptr;
  if (type == Types().list) {
    items = &static_cast<const ListObject*>(sequence.object())->items;
  } else if (type == Types().tuple) {
    items = &static_cast<const TupleObject*>(sequence.object())->items;
  } else {
    return nullptr;
  }
  const auto size = static_cast<int64_t>(items->size());
  if (index < 0) index += size;
  return index >= 0 && index < size ? &(*items)[static_cast<size_t>(index)] : nullptr;
}

}  // namespace limbeck::python
