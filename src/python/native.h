#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "python/objects.h"

// How C++ gives functions, classes and modules to scripts. One table for each:
//
//   Value Greet(Interpreter& interpreter, Arguments& arguments) {
//     const std::string name = arguments.String("name");
//     const bool loud = arguments.Bool("loud", false);
//     arguments.Finish();   // TypeError: greet() got an unexpected keyword argument 'lout'
//     return MakeStr("hello " + name + (loud ? "!" : ""));
//   }
//
//   constexpr NativeFunction kFunctions[] = {{"greet", Greet}};
//
// Reading an argument is checking it, with CPython's words. Methods read `self` first: arguments.Self().
//
//   struct PointState : NativeState { double x = 0, y = 0; };
//
//   void InitPoint(Interpreter&, InstanceObject& self, Arguments& arguments) {
//     auto state = std::make_unique<PointState>();
//     state->x = arguments.Float("x");
//     arguments.Finish();
//     self.set_state(std::move(state));
//   }
//   Value PointX(Interpreter&, const Value& self) { return Value::Float(StateOf<PointState>(self)->x); }
//
//   constexpr NativeProperty kPointProperties[] = {{"x", PointX}};
//   const TypeObject* PointType() {
//     static const TypeObject* const kType = MakeNativeType({.name = "Point", .module = "geometry", .init = InitPoint,
//                                                            .properties = kPointProperties});
//     return kType;
//   }
//
// Types made so are immutable, shared by all interpreters, and may be subclassed by scripts.

namespace limbeck::python {

class Interpreter;

/// What a call passes: borrowed for its time.
struct CallArguments {
  std::span<const Value> positional;
  std::span<const std::pair<Symbol, Value>> keywords;
};

/// Reads the arguments of a native call in the order of its parameters.
class Arguments {
 public:
  Arguments(Interpreter& interpreter, std::string_view function, const CallArguments& given);

  Interpreter& interpreter() { return interpreter_; }
  /// What errors call the function.
  std::string_view function() const { return function_; }
  void set_function(std::string_view function) { function_ = function; }

  /// The first positional argument of a method.
  const Value& Self();

  /// Throws "f() missing 2 required positional arguments: 'a' and 'b'" when these are not all there.
  void Require(const std::vector<std::string>& names) const;
  /// The next parameter, by position or by name. Throws "f() missing 1 required positional argument: 'x'".
  Value Required(std::string_view name);
  /// The next parameter, or empty when it is not given.
  Value Optional(std::string_view name);
  /// The next parameter, or None.
  Value OrNone(std::string_view name);
  /// A parameter that has no position; empty when it is not given.
  Value Keyword(std::string_view name);

  // The same with a type; "argument 'x' must be str, not int". The forms with a fallback are for optional ones; None
  // counts as not given where the result is optional.
  std::string String(std::string_view name);
  std::string String(std::string_view name, std::string_view fallback);
  std::optional<std::string> OptionalString(std::string_view name);
  std::optional<std::string> KeywordString(std::string_view name);
  int64_t Int(std::string_view name);
  int64_t Int(std::string_view name, int64_t fallback);
  std::optional<int64_t> OptionalInt(std::string_view name);
  std::optional<int64_t> KeywordInt(std::string_view name);
  double Float(std::string_view name);
  /// Truth of any value.
  bool Bool(std::string_view name, bool fallback);
  std::optional<bool> OptionalBool(std::string_view name);
  bool KeywordBool(std::string_view name, bool fallback);
  std::optional<bool> KeywordOptionalBool(std::string_view name);
  /// A list or tuple (or anything that can be iterated, but no str) of str.
  std::vector<std::string> Strings(std::string_view name);

  /// All positional arguments, without self, where the parameters have no names: between `least` and `most` of them,
  /// and no keywords. The values are borrowed from the caller.
  std::span<const Value> Positional(size_t least, size_t most);
  /// All arguments by position or name into `values`, one for each name; empty values for those not given. The first
  /// `least` must be there; the first `positional` may stand without a name. With CPython's words for its built-ins.
  void Named(std::span<const char* const> names, std::span<Value> values, size_t least, size_t positional = SIZE_MAX);

  /// *args: all positional arguments that are left.
  std::vector<Value> Rest();
  /// **kwargs: all keywords that are left.
  std::vector<std::pair<Symbol, Value>> RestKeywords();
  /// Throws TypeError for anything that was not read.
  void Finish();

  size_t positional_count() const { return given_.positional.size(); }
  bool Has(std::string_view keyword) const;

 private:
  const Value* TakeKeyword(std::string_view name);
  [[noreturn]] void WrongCount(size_t least, size_t most, size_t count);
  [[noreturn]] void WrongType(std::string_view name, std::string_view expected, const Value& value);

  Interpreter& interpreter_;
  std::string_view function_;
  CallArguments given_;
  size_t next_ = 0;
  bool has_self_ = false;
  size_t parameters_ = 0;  ///< positional ones read so far: for messages
  size_t required_ = 0;
  std::vector<bool> used_keywords_;
};

using NativeCall = Value (*)(Interpreter&, Arguments&);

struct NativeFunction {
  const char* name;
  NativeCall call;
  /// Wants deferred imports as the promises that they are, instead of what they stand for.
  bool takes_promises = false;
};

enum class MethodKind : uint8_t { kMethod, kClassMethod, kStaticMethod };

struct NativeMethod {
  const char* name;
  NativeCall call;
  MethodKind kind = MethodKind::kMethod;
};

struct NativeProperty {
  const char* name;
  Value (*get)(Interpreter&, const Value& self);
  void (*set)(Interpreter&, const Value& self, const Value& value) = nullptr;
};

struct NativeClass {
  const char* name;
  const char* module = "builtins";
  const TypeObject* base = nullptr;  ///< null: object
  /// __init__; null: the base's.
  void (*init)(Interpreter&, InstanceObject& self, Arguments&) = nullptr;
  std::span<const NativeMethod> methods = {};
  std::span<const NativeProperty> properties = {};
  /// Slots that are set replace the base's.
  Slots slots = {};
  const char* doc = nullptr;
  std::initializer_list<const TypeObject*> further_bases = {};
};

/// Makes an immortal type; called once for each, from a function-local static.
const TypeObject* MakeNativeType(const NativeClass& description);

/// A function value of the interpreter or of the process. `name` is what messages and repr() show.
class NativeFunctionObject : public Object, public HasLayout<NativeFunctionObject, Layout::kNativeFunction> {
 public:
  using Callable = std::function<Value(Interpreter&, Arguments&)>;
  /// With an owner it is a method: it binds to the instance when it is found in a class, and refuses a self that is no
  /// instance of the owner.
  NativeFunctionObject(std::string name, Callable call, const TypeObject* owner = nullptr)
      : Object(Types().native_function), name_(std::move(name)), call_(std::move(call)), owner_(owner) {}
  void set_takes_promises(bool takes_promises) { takes_promises_ = takes_promises; }

  const std::string& name() const { return name_; }
  Value Call(Interpreter& interpreter, const CallArguments& given) const;
  bool is_method() const { return owner_ != nullptr; }
  const TypeObject* owner() const { return owner_; }

 private:
  std::string name_;
  Callable call_;
  const TypeObject* owner_;
  bool takes_promises_ = false;
};

Value MakeFunction(std::string name, NativeFunctionObject::Callable call);

/// Adds a table's methods and properties to a type that is being made; what is added is immortal.
void AddMethods(TypeObject& type, std::span<const NativeMethod> methods);
void AddProperties(TypeObject& type, std::span<const NativeProperty> properties);
void AddMethod(TypeObject& type, std::string name, NativeFunctionObject::Callable call,
               MethodKind kind = MethodKind::kMethod);

/// Adds a table's functions to a module.
void AddFunctions(ModuleObject& module, std::span<const NativeFunction> functions);

/// A new instance of a native type with this state, without calling __init__.
Value MakeInstance(const TypeObject* type, std::unique_ptr<NativeState> state);

/// A module that scripts import; `fill` runs at the first import in each interpreter.
struct NativeModule {
  std::string name;  ///< "os", "sqlalchemy.dialects.postgresql"
  void (*fill)(Interpreter&, ModuleObject& module);
};

}  // namespace limbeck::python
