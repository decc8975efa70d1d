#include "python/builtin_types.h"
#include "python/names.h"
#include "python/special_methods.h"

// Special methods of native types as attributes, made from their slots: `int.__repr__(self)`, `dict.__setitem__(self,
// k, v)`, `object.__new__(cls)`.

namespace limbeck::python {
namespace {

class Adder {
 public:
  explicit Adder(TypeObject& type) : type_(type), slots_(type.own_slots()) {}

  void AddAll() {
    AddMaking();
    AddTexts();
    AddContainer();
    AddAttributes();
    AddOperators();
  }

 private:
  void Add(Symbol name, NativeFunctionObject::Callable call, MethodKind kind = MethodKind::kMethod) {
    if (type_.attributes().Find(name) == nullptr) AddMethod(type_, name.text(), std::move(call), kind);
  }

  /// What is left of the arguments after self.
  static CallArguments Rest(std::vector<Value>& positional, std::vector<std::pair<Symbol, Value>>& keywords,
                            Arguments& arguments) {
    positional = arguments.Rest();
    keywords = arguments.RestKeywords();
    return {positional, keywords};
  }

  void AddMaking() {
    if (const auto make = slots_.make) {
      const auto call = [make](Interpreter& interpreter, Arguments& arguments) {
        const Value type = arguments.Required("cls");
        const auto* object = Cast<TypeObject>(type);
        if (object == nullptr) RaiseTypeError("__new__(X): X is not a type object (" + TypeName(type) + ")");
        std::vector<Value> positional;
        std::vector<std::pair<Symbol, Value>> keywords;
        CallArguments rest = Rest(positional, keywords, arguments);
        return make(interpreter, object, rest);
      };
      Add(Names().new_, call, MethodKind::kStaticMethod);
    }
    if (const auto initialize = slots_.initialize) {
      Add(Names().init, [initialize](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        std::vector<Value> positional;
        std::vector<std::pair<Symbol, Value>> keywords;
        CallArguments rest = Rest(positional, keywords, arguments);
        initialize(interpreter, self, rest);
        return Value::None();
      });
    }
    if (const auto call = slots_.call) {
      Add(Names().call, [call](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        std::vector<Value> positional;
        std::vector<std::pair<Symbol, Value>> keywords;
        CallArguments rest = Rest(positional, keywords, arguments);
        return call(interpreter, self, rest);
      });
    }
  }

  using Text = std::string (*)(Interpreter&, const Value&);

  void AddText(Symbol name, Text slot) {
    if (slot == nullptr) return;
    Add(name, [slot](Interpreter& interpreter, Arguments& arguments) {
      const Value self = arguments.Self();
      arguments.Finish();
      return MakeStr(slot(interpreter, self));
    });
  }

  void AddTexts() {
    AddText(Names().repr, slots_.repr);
    AddText(Names().str, slots_.str);
    if (const auto format = slots_.format) {
      Add(Names().format, [format](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        const std::string specification = arguments.String("format_spec");
        arguments.Finish();
        return MakeStr(format(interpreter, self, specification));
      });
    }
    if (const auto hash = slots_.hash) {
      Add(Names().hash, [hash](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        arguments.Finish();
        return Value::Int(static_cast<int64_t>(hash(interpreter, self)));
      });
    }
  }

  template <typename Work>
  void AddWithKey(Symbol name, Work work) {
    Add(name, [work](Interpreter& interpreter, Arguments& arguments) {
      const Value self = arguments.Self();
      const Value key = arguments.Required("key");
      arguments.Finish();
      return work(interpreter, self, key);
    });
  }

  template <typename Work>
  void AddPlain(Symbol name, Work work) {
    Add(name, [work](Interpreter& interpreter, Arguments& arguments) {
      const Value self = arguments.Self();
      arguments.Finish();
      return work(interpreter, self);
    });
  }

  void AddContainer() {
    if (const auto length = slots_.length) {
      AddPlain(Names().length, [length](Interpreter& i, const Value& self) { return Value::Int(length(i, self)); });
    }
    if (const auto truth = slots_.truth) {
      AddPlain(Names().truth, [truth](Interpreter& i, const Value& self) { return Value::Bool(truth(i, self)); });
    }
    if (slots_.iterate != nullptr) AddPlain(Names().iterate, slots_.iterate);
    if (const auto next = slots_.next) {
      AddPlain(Names().next, [next](Interpreter& i, const Value& self) {
        Value item = next(i, self);
        if (item.is_empty()) throw ScriptError(Make<ExceptionObject>(Exceptions().stop_iteration));
        return item;
      });
    }
    if (const auto contains = slots_.contains) {
      AddWithKey(Names().contains, [contains](Interpreter& i, const Value& self, const Value& item) {
        return Value::Bool(contains(i, self, item));
      });
    }
    if (slots_.get_item != nullptr) AddWithKey(Names().get_item, slots_.get_item);
    if (const auto set = slots_.set_item) {
      AddWithKey(Names().delete_item, [set](Interpreter& i, const Value& self, const Value& key) {
        set(i, self, key, Value());
        return Value::None();
      });
      Add(Names().set_item, [set](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        const Value key = arguments.Required("key");
        const Value value = arguments.Required("value");
        arguments.Finish();
        set(interpreter, self, key, value);
        return Value::None();
      });
    }
  }

  void AddAttributes() {
    if (const auto get = slots_.get_attribute) {
      AddWithKey(Names().get_attribute, [get](Interpreter& i, const Value& self, const Value& name) {
        const Symbol symbol = Symbol::Intern(i.Str(name));
        Value found = get(i, self, symbol);
        if (found.is_empty()) {
          Raise(Exceptions().attribute_error,
                "'" + TypeName(self) + "' object has no attribute '" + symbol.text() + "'");
        }
        return found;
      });
    }
    if (const auto set = slots_.set_attribute) {
      AddWithKey(Names().delete_attribute, [set](Interpreter& i, const Value& self, const Value& name) {
        set(i, self, Symbol::Intern(i.Str(name)), Value());
        return Value::None();
      });
      Add(Names().set_attribute, [set](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        const Symbol name = Symbol::Intern(arguments.String("name"));
        const Value value = arguments.Required("value");
        arguments.Finish();
        set(interpreter, self, name, value);
        return Value::None();
      });
    }
    AddDescriptor();
  }

  void AddDescriptor() {
    if (const auto get = slots_.descriptor_get) {
      Add(Names().descriptor_get, [get](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        const Value instance = arguments.Required("instance");
        const Value owner = arguments.OrNone("owner");
        arguments.Finish();
        return get(interpreter, self, instance.is_none() ? Value() : instance, Cast<TypeObject>(owner));
      });
    }
    if (const auto set = slots_.descriptor_set) {
      Add(Names().descriptor_set, [set](Interpreter& interpreter, Arguments& arguments) {
        const Value self = arguments.Self();
        const Value instance = arguments.Required("instance");
        const Value value = arguments.Required("value");
        arguments.Finish();
        set(interpreter, self, instance, value);
        return Value::None();
      });
    }
  }

  /// Operators that are none of a type's business are not there: hasattr(str, "__or__") is False.
  bool HasOperator(ast::BinaryOperator op) const {
    const BuiltinTypes& types = Types();
    using Op = ast::BinaryOperator;
    if (&type_ == types.str || &type_ == types.bytes || &type_ == types.byte_array) {
      return op == Op::kAdd || op == Op::kMultiply || op == Op::kModulo;
    }
    if (&type_ == types.list || &type_ == types.tuple) return op == Op::kAdd || op == Op::kMultiply;
    if (&type_ == types.dict || &type_ == types.type || &type_ == types.union_type || &type_ == types.generic_alias) {
      return op == Op::kBitOr;
    }
    if (&type_ == types.set || &type_ == types.frozen_set) {
      return op == Op::kSubtract || op == Op::kBitAnd || op == Op::kBitOr || op == Op::kBitXor;
    }
    if (&type_ == types.floating || &type_ == types.complex) {
      return op != Op::kLeftShift && op != Op::kRightShift && op != Op::kBitAnd && op != Op::kBitOr &&
             op != Op::kBitXor && op != Op::kMatrixMultiply;
    }
    return op != Op::kMatrixMultiply;
  }

  void AddOperators() {
    for (int i = 0; i <= static_cast<int>(ast::BinaryOperator::kBitXor); ++i) {
      const auto op = static_cast<ast::BinaryOperator>(i);
      if (!HasOperator(op)) continue;
      if (const auto binary = slots_.binary) {
        AddWithKey(BinaryName(op, false), [binary, op](Interpreter& in, const Value& self, const Value& other) {
          return binary(in, op, self, other, false);
        });
        AddWithKey(BinaryName(op, true), [binary, op](Interpreter& in, const Value& self, const Value& other) {
          return binary(in, op, self, other, true);
        });
      }
      if (const auto in_place = slots_.in_place) {
        AddWithKey(InPlaceName(op), [in_place, op](Interpreter& in, const Value& self, const Value& other) {
          return in_place(in, op, self, other);
        });
      }
    }
    if (const auto unary = slots_.unary) {
      for (const auto op : {ast::UnaryOperator::kNegate, ast::UnaryOperator::kPlus, ast::UnaryOperator::kInvert}) {
        AddPlain(UnaryName(op), [unary, op](Interpreter& in, const Value& self) { return unary(in, op, self); });
      }
    }
    if (const auto compare = slots_.compare) AddComparisons(compare);
  }

  void AddComparisons(Value (*compare)(Interpreter&, const Value&, const Value&, CompareOp)) {
    for (int i = 0; i <= static_cast<int>(CompareOp::kGreaterEqual); ++i) {
      const auto op = static_cast<CompareOp>(i);
      AddWithKey(CompareName(op), [compare, op](Interpreter& in, const Value& self, const Value& other) {
        return compare(in, self, other, op);
      });
    }
  }

  TypeObject& type_;
  const Slots& slots_;
};

}  // namespace

void AddSlotMethods(TypeObject& type) {
  Adder(type).AddAll();
}

}  // namespace limbeck::python
