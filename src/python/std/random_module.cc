#include <array>

#include "python/integers.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"

// The native half of `random`: the generator MT19937, seeded as CPython seeds it, so that a seed gives the same
// numbers.

namespace limbeck::python {
namespace {

class MersenneTwister {
 public:
  static constexpr size_t kWords = 624;

  void Seed(const std::vector<uint32_t>& key) {
    SeedWord(19'650'218);
    size_t i = 1;
    size_t j = 0;
    const auto step = [this, &i] {
      if (++i < kWords) return;
      words_[0] = words_[kWords - 1];
      i = 1;
    };
    for (size_t left = std::max(kWords, key.size()); left > 0; --left) {
      words_[i] = (words_[i] ^ (Mixed(i) * 1'664'525U)) + key[j] + static_cast<uint32_t>(j);
      step();
      j = (j + 1) % key.size();
    }
    for (size_t left = kWords - 1; left > 0; --left) {
      words_[i] = (words_[i] ^ (Mixed(i) * 1'566'083'941U)) - static_cast<uint32_t>(i);
      step();
    }
    words_[0] = 0x80000000U;
    next_ = kWords;
  }

  uint32_t Next() {
    if (next_ >= kWords) Renew();
    uint32_t word = words_[next_++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9D2C5680U;
    word ^= word << 15 & 0xEFC60000U;
    return word ^ word >> 18;
  }

  /// 53 bits of [0, 1).
  double NextFloat() {
    const uint32_t high = Next() >> 5;
    const uint32_t low = Next() >> 6;
    return (high * 67'108'864.0 + low) * (1.0 / 9'007'199'254'740'992.0);
  }

  std::array<uint32_t, kWords>& words() { return words_; }
  size_t& next() { return next_; }

 private:
  uint32_t Mixed(size_t i) const { return words_[i - 1] ^ words_[i - 1] >> 30; }

  void SeedWord(uint32_t seed) {
    words_[0] = seed;
    for (size_t i = 1; i < kWords; ++i) words_[i] = 1'812'433'253U * Mixed(i) + static_cast<uint32_t>(i);
  }

  void Renew() {
    constexpr size_t kMiddle = 397;
    for (size_t i = 0; i < kWords; ++i) {
      const uint32_t both = (words_[i] & 0x80000000U) | (words_[(i + 1) % kWords] & 0x7FFFFFFFU);
      words_[i] = words_[(i + kMiddle) % kWords] ^ both >> 1 ^ ((both & 1) != 0 ? 0x9908B0DFU : 0U);
    }
    next_ = 0;
  }

  std::array<uint32_t, kWords> words_{};
  size_t next_ = kWords;
};

struct GeneratorState : NativeState {
  MersenneTwister twister;
};

MersenneTwister& Self(Arguments& arguments) {
  return StateOf<GeneratorState>(arguments.Self())->twister;
}

/// The integer's size in words of 32 bits, the lowest first.
std::vector<uint32_t> WordsOf(const Value& number) {
  std::string digits = IntegerText(number, 16);
  if (digits.starts_with('-')) digits.erase(0, 1);
  std::vector<uint32_t> words;
  for (size_t end = digits.size(); end > 0;) {
    const size_t start = end > 8 ? end - 8 : 0;
    words.push_back(static_cast<uint32_t>(std::stoul(digits.substr(start, end - start), nullptr, 16)));
    end = start;
  }
  return words;
}

Value MakeGenerator(Interpreter& interpreter, const TypeObject* type, CallArguments&) {
  auto state = std::make_unique<GeneratorState>();
  const std::string bytes = RandomBytes(interpreter, 32);
  std::vector<uint32_t> key(8);
  for (size_t i = 0; i < bytes.size(); ++i) key[i / 4] = key[i / 4] << 8 | static_cast<unsigned char>(bytes[i]);
  state->twister.Seed(key);
  return MakeInstance(type, std::move(state));
}

Value SeedWith(Interpreter& interpreter, Arguments& arguments) {
  MersenneTwister& twister = Self(arguments);
  twister.Seed(WordsOf(interpreter.Index(arguments.Required("a"))));
  arguments.Finish();
  return Value::None();
}

Value NextFloat(Interpreter&, Arguments& arguments) {
  return Value::Float(Self(arguments).NextFloat());
}

Value GetRandBits(Interpreter& interpreter, Arguments& arguments) {
  MersenneTwister& twister = Self(arguments);
  const int64_t bits = RequireInteger(interpreter, arguments.Required("k"));
  arguments.Finish();
  if (bits < 0) RaiseValueError("number of bits must be non-negative");
  if (bits <= 32) return Value::Int(bits == 0 ? 0 : twister.Next() >> (32 - bits));
  Value number = Value::Int(0);
  int64_t shift = 0;
  for (int64_t left = bits; left > 0; left -= 32, shift += 32) {
    const uint32_t word = left < 32 ? twister.Next() >> (32 - left) : twister.Next();
    const Value part = IntegerBinary(ast::BinaryOperator::kLeftShift, Value::Int(word), Value::Int(shift));
    number = IntegerBinary(ast::BinaryOperator::kBitOr, number, part);
  }
  return number;
}

Value GetState(Interpreter&, Arguments& arguments) {
  MersenneTwister& twister = Self(arguments);
  std::vector<Value> words;
  for (const uint32_t word : twister.words()) words.push_back(Value::Int(word));
  words.push_back(Value::Int(static_cast<int64_t>(twister.next())));
  return MakeTuple(std::move(words));
}

Value SetState(Interpreter& interpreter, Arguments& arguments) {
  MersenneTwister& twister = Self(arguments);
  const std::vector<Value> words = interpreter.ToVector(arguments.Required("state"));
  arguments.Finish();
  if (words.size() != MersenneTwister::kWords + 1) RaiseValueError("state vector is the wrong size");
  for (size_t i = 0; i < MersenneTwister::kWords; ++i) {
    twister.words()[i] = static_cast<uint32_t>(RequireInteger(interpreter, words[i]));
  }
  const int64_t next = RequireInteger(interpreter, words.back());
  if (next < 0 || next > static_cast<int64_t>(MersenneTwister::kWords)) RaiseValueError("invalid state");
  twister.next() = static_cast<size_t>(next);
  return Value::None();
}

constexpr NativeMethod kMethods[] = {{"_seed", SeedWith},
                                     {"random", NextFloat},
                                     {"getrandbits", GetRandBits},
                                     {"_getstate", GetState},
                                     {"_setstate", SetState}};

const TypeObject* GeneratorType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = MakeGenerator;
    return MakeNativeType({.name = "Random", .module = "_random", .methods = kMethods, .slots = slots});
  }();
  return kType;
}

Value EntropyBytes(Interpreter& interpreter, Arguments& arguments) {
  const int64_t count = arguments.Int("size");
  arguments.Finish();
  if (count < 0) RaiseValueError("negative argument not allowed");
  return MakeBytes(RandomBytes(interpreter, static_cast<size_t>(count)));
}

constexpr NativeFunction kFunctions[] = {{"entropy", EntropyBytes}};

}  // namespace

void FillRandom(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, GeneratorType());
}

}  // namespace limbeck::python
