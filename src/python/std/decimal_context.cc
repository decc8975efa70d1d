#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "python/std/decimal_objects.h"
#include "python/std/native_tools.h"

// Contexts of decimal arithmetic and the exceptions that they raise.

namespace limbeck::python {

// ------------------------------------------------------------------------------------------ signals

namespace {

constexpr const char* kSignalNames[kDecimalSignals] = {"Clamped",          "DivisionByZero", "Inexact",
                                                       "Overflow",         "Rounded",        "Underflow",
                                                       "InvalidOperation", "Subnormal",      "FloatOperation"};

struct SignalTypes {
  const TypeObject* root = MakeExceptionType("DecimalException", "decimal", Exceptions().arithmetic_error);
  std::array<const TypeObject*, kDecimalSignals> signals{};
  std::array<const TypeObject*, 5> reasons{};

  SignalTypes() {
    const auto make = [](DecimalSignal signal, const TypeObject* base,
                         std::initializer_list<const TypeObject*> further = {}) {
      return MakeExceptionType(kSignalNames[static_cast<size_t>(signal)], "decimal", base, further);
    };
    const auto at = [this](DecimalSignal signal) -> const TypeObject*& { return signals[static_cast<size_t>(signal)]; };
    for (const DecimalSignal signal : {DecimalSignal::kClamped, DecimalSignal::kInexact, DecimalSignal::kRounded,
                                       DecimalSignal::kInvalidOperation, DecimalSignal::kSubnormal}) {
      at(signal) = make(signal, root);
    }
    at(DecimalSignal::kDivisionByZero) = make(DecimalSignal::kDivisionByZero, root, {Exceptions().zero_division_error});
    at(DecimalSignal::kOverflow) =
        make(DecimalSignal::kOverflow, at(DecimalSignal::kInexact), {at(DecimalSignal::kRounded)});
    at(DecimalSignal::kUnderflow) = make(DecimalSignal::kUnderflow, at(DecimalSignal::kInexact),
                                         {at(DecimalSignal::kRounded), at(DecimalSignal::kSubnormal)});
    at(DecimalSignal::kFloatOperation) = make(DecimalSignal::kFloatOperation, root, {Exceptions().type_error});
    const TypeObject* invalid = at(DecimalSignal::kInvalidOperation);
    reasons = {invalid, MakeExceptionType("ConversionSyntax", "decimal", invalid),
               MakeExceptionType("DivisionImpossible", "decimal", invalid),
               MakeExceptionType("DivisionUndefined", "decimal", invalid, {Exceptions().zero_division_error}),
               MakeExceptionType("InvalidContext", "decimal", invalid)};
  }
};

const SignalTypes& Signals() {
  static const SignalTypes* const kTypes = new SignalTypes();
  return *kTypes;
}

/// The exception says its reason as a list of classes.
[[noreturn]] void RaiseSignal(DecimalSignal signal, const TypeObject* reason) {
  Raise(SignalType(signal), MakeList({Value(reason)}));
}

}  // namespace

const TypeObject* SignalType(DecimalSignal signal) {
  return Signals().signals[static_cast<size_t>(signal)];
}

const TypeObject* ReasonType(InvalidReason reason) {
  return Signals().reasons[static_cast<size_t>(reason)];
}

void DecimalContext::Signal(DecimalSignal signal) {
  flags |= Bit(signal);
  if ((traps & Bit(signal)) != 0) RaiseSignal(signal, SignalType(signal));
}

DecimalNumber DecimalContext::Invalid(InvalidReason reason) {
  flags |= Bit(DecimalSignal::kInvalidOperation);
  if ((traps & Bit(DecimalSignal::kInvalidOperation)) != 0) {
    RaiseSignal(DecimalSignal::kInvalidOperation, ReasonType(reason));
  }
  return {false, DecimalKind::kNan, Value::Int(0), 0};
}

// ------------------------------------------------------------------------------------------ the class

namespace {

DecimalContext& Self(const Value& self) {
  return StateOf<ContextState>(self)->context;
}

/// [Inexact, ...] or {Inexact: True, ...} as bits.
uint32_t ReadSignals(Interpreter& interpreter, const Value& given) {
  uint32_t bits = 0;
  const auto* dict = Cast<DictObject>(given);
  interpreter.ForEach(given, [&](const Value& type) {
    if (dict != nullptr && !interpreter.Truth(interpreter.GetItem(given, type))) return;
    for (size_t i = 0; i < kDecimalSignals; ++i) {
      if (Value(SignalType(static_cast<DecimalSignal>(i))).Is(type)) bits |= 1U << i;
    }
  });
  return bits;
}

/// {Inexact: False, ...}: a copy.
Value SignalDict(Interpreter& interpreter, uint32_t bits) {
  const auto dict = MakeDict();
  for (size_t i = 0; i < kDecimalSignals; ++i) {
    dict->table.Set(interpreter, Value(SignalType(static_cast<DecimalSignal>(i))), Value::Bool((bits >> i & 1) != 0));
  }
  return dict;
}

void SetPrecision(Interpreter& interpreter, const Value& self, const Value& value) {
  const int64_t precision = RequireInteger(interpreter, value);
  if (precision < 1) RaiseValueError("valid range for prec is [1, MAX_PREC]");
  Self(self).precision = precision;
}

/// The parameters of Context() and localcontext(), which leave what they do not name.
void ReadParts(Interpreter& interpreter, const Value& self, Arguments& arguments) {
  const auto given = [&](const char* name) {
    const Value value = arguments.Optional(name);
    return value.is_none() ? Value() : value;
  };
  DecimalContext& context = Self(self);
  if (const Value value = given("prec"); !value.is_empty()) SetPrecision(interpreter, self, value);
  if (const Value value = given("rounding"); !value.is_empty()) context.rounding = ReadRounding(value);
  if (const Value value = given("Emin"); !value.is_empty()) context.min_exponent = RequireInteger(interpreter, value);
  if (const Value value = given("Emax"); !value.is_empty()) context.max_exponent = RequireInteger(interpreter, value);
  if (const Value value = given("capitals"); !value.is_empty()) context.capitals = interpreter.Truth(value);
  if (const Value value = given("clamp"); !value.is_empty()) context.clamp = interpreter.Truth(value);
  if (const Value value = given("flags"); !value.is_empty()) context.flags = ReadSignals(interpreter, value);
  if (const Value value = given("traps"); !value.is_empty()) context.traps = ReadSignals(interpreter, value);
  arguments.Finish();
}

Value MakeContext(const DecimalContext& context) {
  auto state = std::make_unique<ContextState>();
  state->context = context;
  return MakeInstance(DecimalContextType(), std::move(state));
}

Value Make(Interpreter& interpreter, const TypeObject* type, CallArguments& given) {
  Arguments arguments(interpreter, "Context", given);
  const Value self = MakeInstance(type, std::make_unique<ContextState>());
  ReadParts(interpreter, self, arguments);
  return self;
}

std::string SignalNames(uint32_t bits) {
  std::vector<std::string> names;
  for (const DecimalSignal signal :
       {DecimalSignal::kInvalidOperation, DecimalSignal::kFloatOperation, DecimalSignal::kDivisionByZero,
        DecimalSignal::kOverflow, DecimalSignal::kUnderflow, DecimalSignal::kSubnormal, DecimalSignal::kInexact,
        DecimalSignal::kRounded, DecimalSignal::kClamped}) {
    if ((bits & DecimalContext::Bit(signal)) != 0) names.emplace_back(kSignalNames[static_cast<size_t>(signal)]);
  }
  return "[" + Join(names, ", ") + "]";
}

std::string Repr(Interpreter&, const Value& self) {
  const DecimalContext& context = Self(self);
  return fmt::format("Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={:d}, clamp={:d}, flags={}, traps={})",
                     context.precision, kRoundingNames[static_cast<size_t>(context.rounding)], context.min_exponent,
                     context.max_exponent, context.capitals, context.clamp, SignalNames(context.flags),
                     SignalNames(context.traps));
}

Value Copy(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return MakeContext(Self(self));
}

Value ClearFlags(Interpreter&, Arguments& arguments) {
  Self(arguments.Self()).flags = 0;
  return Value::None();
}
Value ClearTraps(Interpreter&, Arguments& arguments) {
  Self(arguments.Self()).traps = 0;
  return Value::None();
}

Value CreateDecimal(Interpreter& interpreter, Arguments& arguments) {
  DecimalContext& context = Self(arguments.Self());
  const Value number = arguments.Optional("num");
  arguments.Finish();
  if (number.is_empty()) return MakeDecimal({});
  return MakeDecimal(FitDecimal(ConvertToDecimal(interpreter, number, context), context));
}

/// Operations of two decimals under this context: context.divide(a, b).
template <DecimalNumber (*kOperation)(const DecimalNumber&, const DecimalNumber&, DecimalContext&)>
Value Operation(Interpreter& interpreter, Arguments& arguments) {
  DecimalContext& context = Self(arguments.Self());
  const Value one = arguments.Required("a");
  const Value two = arguments.Required("b");
  arguments.Finish();
  return MakeDecimal(
      kOperation(ConvertToDecimal(interpreter, one, context), ConvertToDecimal(interpreter, two, context), context));
}

DecimalNumber SubtractDecimals(const DecimalNumber& one, const DecimalNumber& two, DecimalContext& context) {
  DecimalNumber negated = two;
  if (!negated.is_nan()) negated.negative = !negated.negative;
  return AddDecimals(one, negated, context);
}

/// Methods of Decimal that take a context: context.quantize(a, b) is a.quantize(b, context=context).
template <const char* const& kMethod, bool kTwo>
Value Method(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value number = MakeDecimal(ConvertToDecimal(interpreter, arguments.Required("a"), Self(self)));
  std::vector<Value> positional;
  if (kTwo) positional.push_back(arguments.Required("b"));
  arguments.Finish();
  const std::pair<Symbol, Value> keywords[] = {{Symbol::Intern("context"), self}};
  const Value method = interpreter.GetAttribute(number, Symbol::Intern(kMethod));
  return interpreter.Call(method, CallArguments{positional, keywords});
}
constexpr const char* kQuantize = "quantize";
constexpr const char* kSqrt = "sqrt";
constexpr const char* kNormalize = "normalize";
constexpr const char* kToEng = "to_eng_string";

constexpr NativeMethod kMethods[] = {
    {"copy", Copy},
    {"__copy__", Copy},
    {"clear_flags", ClearFlags},
    {"clear_traps", ClearTraps},
    {"create_decimal", CreateDecimal},
    {"add", Operation<AddDecimals>},
    {"subtract", Operation<SubtractDecimals>},
    {"multiply", Operation<MultiplyDecimals>},
    {"divide", Operation<DivideDecimals>},
    {"power", Operation<PowerOfDecimal>},
    {"quantize", Method<kQuantize, true>},
    {"sqrt", Method<kSqrt, false>},
    {"normalize", Method<kNormalize, false>},
    {"to_eng_string", Method<kToEng, false>},
};

Value GetPrecision(Interpreter&, const Value& self) {
  return Value::Int(Self(self).precision);
}
Value GetRounding(Interpreter&, const Value& self) {
  return MakeStr(kRoundingNames[static_cast<size_t>(Self(self).rounding)]);
}
void SetRounding(Interpreter&, const Value& self, const Value& value) {
  Self(self).rounding = ReadRounding(value);
}
template <int64_t DecimalContext::*kField>
Value GetInteger(Interpreter&, const Value& self) {
  return Value::Int(Self(self).*kField);
}
template <int64_t DecimalContext::*kField>
void SetInteger(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).*kField = RequireInteger(interpreter, value);
}
template <bool DecimalContext::*kField>
Value GetBit(Interpreter&, const Value& self) {
  return Value::Int(Self(self).*kField ? 1 : 0);
}
template <bool DecimalContext::*kField>
void SetBit(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).*kField = interpreter.Truth(value);
}
template <uint32_t DecimalContext::*kField>
void SetSignals(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).*kField = ReadSignals(interpreter, value);
}

/// context.traps[Inexact] = True: a mapping that writes to its context.
struct SignalsState : NativeState {
  SignalsState(Value of, uint32_t DecimalContext::*which) : context(std::move(of)), field(which) {}
  const Value context;
  uint32_t DecimalContext::*const field;
  uint32_t& bits() const { return Self(context).*field; }
};

uint32_t BitOf(Interpreter& interpreter, const Value& key) {
  const uint32_t bit = ReadSignals(interpreter, MakeList({key}));
  if (bit == 0) Raise(Exceptions().key_error, "invalid error flag");
  return bit;
}
Value GetSignal(Interpreter& interpreter, const Value& self, const Value& key) {
  return Value::Bool((StateOf<SignalsState>(self)->bits() & BitOf(interpreter, key)) != 0);
}
void SetSignal(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  if (value.is_empty()) RaiseValueError("signal keys cannot be deleted");
  const uint32_t bit = BitOf(interpreter, key);
  uint32_t& bits = StateOf<SignalsState>(self)->bits();
  bits = interpreter.Truth(value) ? bits | bit : bits & ~bit;
}
Value IterateSignals(Interpreter& interpreter, const Value& self) {
  return interpreter.Iterate(SignalDict(interpreter, StateOf<SignalsState>(self)->bits()));
}
int64_t CountSignals(Interpreter&, const Value&) {
  return kDecimalSignals;
}
std::string ReprSignals(Interpreter& interpreter, const Value& self) {
  return interpreter.Repr(SignalDict(interpreter, StateOf<SignalsState>(self)->bits()));
}

const TypeObject* SignalsType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = RefuseToMake;
    slots.get_item = GetSignal;
    slots.set_item = SetSignal;
    slots.iterate = IterateSignals;
    slots.length = CountSignals;
    slots.repr = ReprSignals;
    return MakeNativeType({.name = "SignalDict", .module = "decimal", .slots = slots});
  }();
  return kType;
}

template <uint32_t DecimalContext::*kField>
Value GetSignals(Interpreter&, const Value& self) {
  return MakeInstance(SignalsType(), std::make_unique<SignalsState>(self, kField));
}

constexpr NativeProperty kProperties[] = {
    {"prec", GetPrecision, SetPrecision},
    {"rounding", GetRounding, SetRounding},
    {"Emin", GetInteger<&DecimalContext::min_exponent>, SetInteger<&DecimalContext::min_exponent>},
    {"Emax", GetInteger<&DecimalContext::max_exponent>, SetInteger<&DecimalContext::max_exponent>},
    {"capitals", GetBit<&DecimalContext::capitals>, SetBit<&DecimalContext::capitals>},
    {"clamp", GetBit<&DecimalContext::clamp>, SetBit<&DecimalContext::clamp>},
    {"flags", GetSignals<&DecimalContext::flags>, SetSignals<&DecimalContext::flags>},
    {"traps", GetSignals<&DecimalContext::traps>, SetSignals<&DecimalContext::traps>},
};

struct RunContext {
  Value current;
};

}  // namespace

const TypeObject* DecimalContextType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = Make;
    slots.repr = Repr;
    return ShownWithModule(MakeNativeType(
        {.name = "Context", .module = "decimal", .methods = kMethods, .properties = kProperties, .slots = slots}));
  }();
  return kType;
}

Value CurrentContext(Interpreter& interpreter) {
  Value& current = interpreter.Service<RunContext>().current;
  if (current.is_empty()) current = MakeContext({});
  return current;
}

void SetCurrentContext(Interpreter& interpreter, const Value& context) {
  if (StateOf<ContextState>(context) == nullptr) RaiseTypeError("optional argument must be a context");
  interpreter.Service<RunContext>().current = context;
}

DecimalContext& ContextOf(Interpreter& interpreter) {
  return Self(CurrentContext(interpreter));
}

DecimalContext& ContextFrom(Interpreter& interpreter, const Value& given) {
  if (given.is_empty() || given.is_none()) return ContextOf(interpreter);
  auto* state = StateOf<ContextState>(given);
  if (state == nullptr) RaiseTypeError("optional argument must be a context");
  return state->context;
}

Rounding ReadRounding(const Value& value) {
  const auto* text = Cast<StrObject>(value);
  for (size_t i = 0; text != nullptr && i < std::size(kRoundingNames); ++i) {
    if (text->text() == kRoundingNames[i]) return static_cast<Rounding>(i);
  }
  RaiseTypeError(
      "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, "
      "ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

}  // namespace limbeck::python
