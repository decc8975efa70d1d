#include <fmt/format.h>

#include "python/machine.h"
#include "python/special_methods.h"

// Operators: the left value's slot is asked, then the right one's; a right value whose class is derived from the left
// one's comes first.

namespace limbeck::python {
namespace {

bool IsNotImplemented(const Value& value) {
  return value.Is(NotImplementedValue());
}

/// A subclass that has nothing of its own to say about the operator does not come first.
bool ComesFirst(const TypeObject* right, const TypeObject* left, Symbol name) {
  if (right == left || !right->IsSubtypeOf(left)) return false;
  const TypeObject* owner = nullptr;
  const TypeObject* left_owner = nullptr;
  if (right->Find(name, &owner) == nullptr) return false;
  return left->Find(name, &left_owner) == nullptr || owner != left_owner;
}

Value TryBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                bool reflected) {
  const auto binary = TypeOf(self)->slots().binary;
  return binary == nullptr ? NotImplementedValue() : binary(interpreter, op, self, other, reflected);
}

Value BinaryOrNotImplemented(Interpreter& interpreter, ast::BinaryOperator op, const Value& one, const Value& two) {
  const TypeObject* left = TypeOf(one);
  const TypeObject* right = TypeOf(two);
  const bool right_first = left != right && ComesFirst(right, left, BinaryName(op, true));
  if (right_first) {
    Value result = TryBinary(interpreter, op, two, one, true);
    if (!IsNotImplemented(result)) return result;
  }
  Value result = TryBinary(interpreter, op, one, two, false);
  if (!IsNotImplemented(result) || right_first || left == right) return result;
  return TryBinary(interpreter, op, two, one, true);
}

[[noreturn]] void RaiseUnsupported(std::string_view op, const Value& one, const Value& two) {
  RaiseTypeError(fmt::format("unsupported operand type(s) for {}: '{}' and '{}'", op, TypeName(one), TypeName(two)));
}

/// `"a" + 1` and `[] + 1` say more than other types do.
void RaiseConcatenation(ast::BinaryOperator op, const Value& one, const Value& two) {
  if (op != ast::BinaryOperator::kAdd) return;
  const TypeObject* type = TypeOf(one);
  for (const TypeObject* sequence : {Types().str, Types().list, Types().tuple}) {
    if (!type->IsSubtypeOf(sequence)) continue;
    RaiseTypeError(fmt::format("can only concatenate {0} (not \"{1}\") to {0}", sequence->name(), TypeName(two)));
  }
  if (type->IsSubtypeOf(Types().bytes)) {
    RaiseTypeError(fmt::format("can't concat {} to bytes", TypeName(two)));
  }
}

bool IsSequence(const Value& value) {
  const TypeObject* type = TypeOf(value);
  for (const TypeObject* sequence : {Types().str, Types().list, Types().tuple, Types().bytes}) {
    if (type->IsSubtypeOf(sequence)) return true;
  }
  return false;
}

void RaiseRepetition(ast::BinaryOperator op, const Value& one, const Value& two) {
  if (op != ast::BinaryOperator::kMultiply) return;
  const Value* other = IsSequence(one) ? &two : IsSequence(two) ? &one : nullptr;
  if (other == nullptr) return;
  RaiseTypeError(fmt::format("can't multiply sequence by non-int of type '{}'", TypeName(*other)));
}

}  // namespace

Value Interpreter::Binary(ast::BinaryOperator op, const Value& one, const Value& two) {
  Value result = BinaryOrNotImplemented(*this, op, one, two);
  if (!IsNotImplemented(result)) return result;
  RaiseConcatenation(op, one, two);
  RaiseRepetition(op, one, two);
  RaiseUnsupported(SignOf(op), one, two);
}

Value Interpreter::InPlace(ast::BinaryOperator op, const Value& one, const Value& two) {
  const auto in_place = TypeOf(one)->slots().in_place;
  Value result = in_place == nullptr ? NotImplementedValue() : in_place(*this, op, one, two);
  if (!IsNotImplemented(result)) return result;
  result = BinaryOrNotImplemented(*this, op, one, two);
  if (!IsNotImplemented(result)) return result;
  RaiseConcatenation(op, one, two);
  RaiseRepetition(op, one, two);
  const std::string text = op == ast::BinaryOperator::kPower ? "** or pow()" : std::string(SignOf(op)) + "=";
  RaiseUnsupported(text, one, two);
}

Value Interpreter::Unary(ast::UnaryOperator op, const Value& value) {
  if (op == ast::UnaryOperator::kNot) return Value::Bool(!Truth(value));
  const auto unary = TypeOf(value)->slots().unary;
  Value result = unary == nullptr ? NotImplementedValue() : unary(*this, op, value);
  if (!IsNotImplemented(result)) return result;
  constexpr const char* kTexts[] = {"-", "+", "~"};
  RaiseTypeError(fmt::format("bad operand type for unary {}: '{}'", kTexts[static_cast<size_t>(op)], TypeName(value)));
}

// ------------------------------------------------------------------------------------------ comparisons

namespace {

Value TryCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto compare = TypeOf(self)->slots().compare;
  return compare == nullptr ? NotImplementedValue() : compare(interpreter, self, other, op);
}

}  // namespace

Value Interpreter::Compare(const Value& one, const Value& two, CompareOp op) {
  machine_->CheckStack();
  const TypeObject* left = TypeOf(one);
  const TypeObject* right = TypeOf(two);
  const bool right_first = left != right && right->IsSubtypeOf(left);
  if (right_first) {
    Value result = TryCompare(*this, two, one, Swapped(op));
    if (!IsNotImplemented(result)) return result;
  }
  Value result = TryCompare(*this, one, two, op);
  if (!IsNotImplemented(result)) return result;
  if (!right_first) {
    result = TryCompare(*this, two, one, Swapped(op));
    if (!IsNotImplemented(result)) return result;
  }
  if (op == CompareOp::kEqual) return Value::Bool(one.Is(two));
  if (op == CompareOp::kNotEqual) return Value::Bool(!one.Is(two));
  RaiseTypeError(
      fmt::format("'{}' not supported between instances of '{}' and '{}'", SignOf(op), TypeName(one), TypeName(two)));
}

bool Interpreter::Equal(const Value& one, const Value& two) {
  if (one.is_int() && two.is_int()) return one.int_value() == two.int_value();
  const auto* text = Cast<StrObject>(one);
  const auto* other = Cast<StrObject>(two);
  if (text != nullptr && other != nullptr && text->type() == Types().str && other->type() == Types().str) {
    return text == other || text->text() == other->text();
  }
  return Truth(Compare(one, two, CompareOp::kEqual));
}

bool Interpreter::Less(const Value& one, const Value& two) {
  if (one.is_int() && two.is_int()) return one.int_value() < two.int_value();
  return Truth(Compare(one, two, CompareOp::kLess));
}

}  // namespace limbeck::python
