#include <cmath>
#include <complex>

#include "python/builtin_types.h"
#include "python/integers.h"
#include "python/interpreter.h"
#include "python/types/float_text.h"
#include "python/types/format_spec.h"
#include "python/types/numbers.h"

// complex, which no migration needs but which literals and powers give: arithmetic and repr().

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;
using Complex = std::complex<double>;

Complex NumberOf(const Value& self) {
  const auto& number = *Cast<ComplexObject>(self);
  return {number.real, number.imaginary};
}

std::optional<Complex> AsComplex(const Value& value) {
  if (Cast<ComplexObject>(value) != nullptr) return NumberOf(value);
  const std::optional<double> real = AsDouble(value);
  return real ? std::optional(Complex(*real, 0)) : std::nullopt;
}

Value FromComplex(Complex number) {
  return Make<ComplexObject>(number.real(), number.imag());
}

/// Scaled by the larger part of the divisor, so that no square overflows.
Complex Divide(Complex one, Complex two) {
  if (two == Complex(0, 0)) Raise(Exceptions().zero_division_error, "complex division by zero");
  if (std::fabs(two.real()) >= std::fabs(two.imag())) {
    const double ratio = two.imag() / two.real();
    const double divisor = two.real() + two.imag() * ratio;
    return {(one.real() + one.imag() * ratio) / divisor, (one.imag() - one.real() * ratio) / divisor};
  }
  const double ratio = two.real() / two.imag();
  const double divisor = two.real() * ratio + two.imag();
  return {(one.real() * ratio + one.imag()) / divisor, (one.imag() * ratio - one.real()) / divisor};
}

Complex Multiply(Complex one, Complex two) {
  return {one.real() * two.real() - one.imag() * two.imag(), one.real() * two.imag() + one.imag() * two.real()};
}

/// Small whole exponents by multiplication, which is exact where it can be.
Complex Power(Complex base, Complex exponent) {
  constexpr double kMostMultiplied = 100;
  if (exponent == Complex(0, 0)) return {1, 0};
  if (base == Complex(0, 0)) {
    if (exponent.imag() == 0 && exponent.real() > 0) return {0, 0};
    Raise(Exceptions().zero_division_error, "0.0 to a negative or complex power");
  }
  const double count = exponent.real();
  if (exponent.imag() != 0 || std::floor(count) != count || std::fabs(count) > kMostMultiplied) {
    return std::pow(base, exponent);
  }
  Complex result(1, 0);
  for (int i = 0; i < std::fabs(count); ++i) result = Multiply(result, base);
  return count < 0 ? Divide({1, 0}, result) : result;
}

Value ComplexBinary(Interpreter&, Operator op, const Value& self, const Value& other, bool reflected) {
  const std::optional<Complex> number = AsComplex(other);
  if (!number) return NotImplementedValue();
  const Complex one = reflected ? *number : NumberOf(self);
  const Complex two = reflected ? NumberOf(self) : *number;
  switch (op) {
    case Operator::kAdd:
      return FromComplex(one + two);
    case Operator::kSubtract:
      return FromComplex(one - two);
    case Operator::kMultiply:
      return FromComplex(Multiply(one, two));
    case Operator::kDivide:
      return FromComplex(Divide(one, two));
    case Operator::kPower:
      return FromComplex(Power(one, two));
    default:
      return NotImplementedValue();
  }
}

Value ComplexUnary(Interpreter&, ast::UnaryOperator op, const Value& self) {
  if (op == ast::UnaryOperator::kInvert) return NotImplementedValue();
  return op == ast::UnaryOperator::kNegate ? FromComplex(-NumberOf(self)) : self;
}

Value ComplexCompare(Interpreter&, const Value& self, const Value& other, CompareOp op) {
  const std::optional<Complex> number = AsComplex(other);
  if (!number || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  return Value::Bool((NumberOf(self) == *number) == (op == CompareOp::kEqual));
}

/// repr() of a part: a whole number has no ".0".
std::string PartText(double number) {
  std::string text = FloatRepr(number);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string ComplexRepr(Interpreter&, const Value& self) {
  const Complex number = NumberOf(self);
  const std::string imaginary = PartText(number.imag()) + "j";
  if (number.real() == 0 && !std::signbit(number.real())) return imaginary;
  const bool has_sign = imaginary.front() == '-';
  return "(" + PartText(number.real()) + (has_sign ? "" : "+") + imaginary + ")";
}

std::string ComplexFormat(Interpreter& interpreter, const Value& self, std::string_view spec) {
  if (spec.empty()) return interpreter.Str(self);
  return FormatComplex(NumberOf(self).real(), NumberOf(self).imag(), spec, TypeName(self));
}

uint64_t ComplexHash(Interpreter&, const Value& self) {
  constexpr uint64_t kImaginaryFactor = 1000003;
  const Complex number = NumberOf(self);
  return HashDouble(number.real()) + kImaginaryFactor * HashDouble(number.imag());
}

bool ComplexTruth(Interpreter&, const Value& self) {
  return NumberOf(self) != Complex(0, 0);
}

// ------------------------------------------------------------------------------------------ making them

/// Where the imaginary part starts: at the last sign that is not of an exponent.
size_t ImaginaryStart(const std::string& text) {
  for (size_t i = text.size(); i > 1; --i) {
    const bool is_sign = text[i - 1] == '+' || text[i - 1] == '-';
    if (is_sign && (text[i - 2] | 0x20) != 'e') return i - 1;
  }
  return 0;
}

std::optional<double> ParseImaginary(const std::string& text) {
  if (text.empty() || text == "+") return 1;
  return text == "-" ? std::optional(-1.0) : ParseFloat(text);
}

Value FromText(std::string text) {
  if (text.starts_with('(') && text.ends_with(')')) text = PlainNumberText(text.substr(1, text.size() - 2));
  const bool has_imaginary = !text.empty() && (text.back() | 0x20) == 'j';
  if (has_imaginary) text.pop_back();
  const size_t split = has_imaginary ? ImaginaryStart(text) : text.size();
  const std::optional<double> real = split == 0 ? std::optional(0.0) : ParseFloat(text.substr(0, split));
  const std::optional<double> imaginary = has_imaginary ? ParseImaginary(text.substr(split)) : std::optional(0.0);
  if (!real || !imaginary || (split == 0 && !has_imaginary)) RaiseValueError("complex() arg is a malformed string");
  return FromComplex({*real, *imaginary});
}

Complex Part(Interpreter& interpreter, const Value& value, const char* what) {
  const std::optional<Complex> number = AsComplex(value);
  if (number) return *number;
  if (interpreter.FindAttribute(value, Symbol::Intern("__float__")).is_empty()) {
    RaiseTypeError(std::string("complex() ") + what + " argument must be a number, not '" + TypeName(value) + "'");
  }
  return {RealNumber(interpreter, value), 0};
}

/// complex(real=0, imag=0) and complex(text)
Value MakeComplex(Interpreter& interpreter, const TypeObject*, CallArguments& given) {
  Arguments arguments(interpreter, "complex", given);
  constexpr const char* kNames[] = {"real", "imag"};
  Value values[2];
  arguments.Named(kNames, values, 0);
  if (!values[0].is_empty()) values[0] = interpreter.Resolve(values[0]);
  if (const auto* text = Cast<StrObject>(values[0])) {
    if (!values[1].is_empty()) RaiseTypeError("complex() can't take second arg if first is a string");
    return FromText(PlainNumberText(text->text()));
  }
  if (Cast<StrObject>(values[1]) != nullptr) RaiseTypeError("complex() second arg can't be a string");
  const Complex real = values[0].is_empty() ? Complex() : Part(interpreter, values[0], "first");
  if (values[1].is_empty()) return FromComplex(real);
  const Complex imaginary = Part(interpreter, values[1], "second");
  const bool is_plain = Cast<ComplexObject>(values[0]) == nullptr && Cast<ComplexObject>(values[1]) == nullptr;
  if (is_plain) return FromComplex({real.real(), imaginary.real()});
  return FromComplex({real.real() - imaginary.imag(), real.imag() + imaginary.real()});
}

Value Real(Interpreter&, const Value& self) {
  return Value::Float(NumberOf(self).real());
}
Value Imaginary(Interpreter&, const Value& self) {
  return Value::Float(NumberOf(self).imag());
}

Value Conjugate(Interpreter&, Arguments& arguments) {
  const Complex number = NumberOf(arguments.Self());
  arguments.Positional(0, 0);
  return FromComplex(std::conj(number));
}

Value Absolute(Interpreter&, Arguments& arguments) {
  const Complex number = NumberOf(arguments.Self());
  arguments.Positional(0, 0);
  return Value::Float(std::hypot(number.real(), number.imag()));
}

constexpr NativeMethod kMethods[] = {{"__abs__", Absolute}, {"conjugate", Conjugate}};
constexpr NativeProperty kProperties[] = {{"imag", Imaginary}, {"real", Real}};

}  // namespace

void FillComplex(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeComplex;
  slots.repr = ComplexRepr;
  slots.format = ComplexFormat;
  slots.hash = ComplexHash;
  slots.compare = ComplexCompare;
  slots.truth = ComplexTruth;
  slots.binary = ComplexBinary;
  slots.unary = ComplexUnary;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

}  // namespace limbeck::python
