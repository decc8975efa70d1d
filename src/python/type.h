#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "python/ast_expr.h"
#include "python/namespace.h"
#include "python/symbol.h"
#include "python/value.h"

// Classes. A class has a table of slots, one C++ function for each thing that the language does with a value; operators
// and built-in functions only ever look there. Native types fill slots by hand. A script's class inherits its base's
// slots and gets, for each special method that it defines, the slot that calls the method.

namespace limbeck::python {

class Interpreter;
struct CallArguments;

/// Which layout an object of a class has in C++; a script's class has that of its first native ancestor.
enum class Layout : uint8_t {
  kInstance,  ///< InstanceObject: attributes, and perhaps a native state
  kStr,
  kBytes,
  kByteArray,
  kBigInt,  ///< int and its subclasses: those of a script's subclass of int hold any integer so
  kFloat,   ///< only a script's subclass of float
  kComplex,
  kList,
  kTuple,
  kDict,
  kSet,  ///< set and frozenset
  kRange,
  kSlice,
  kFunction,
  kNativeFunction,
  kBoundMethod,
  kGenerator,  ///< generators and coroutines
  kCell,
  kProperty,
  kClassMethod,
  kStaticMethod,
  kSuper,
  kModule,
  kType,
  kException,
  kIterator,
  kView,      ///< of a dict
  kDeferred,  ///< a name imported from the project, not yet needed
  kOpaque,    ///< something of a third-party module
  kOther,
};

enum class CompareOp : uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

/// Null: the type cannot do it. Functions throw ScriptError for exceptions. "NotImplemented" is NotImplementedValue().
struct Slots {
  using Unary = Value (*)(Interpreter&, const Value& self);
  using Binary = Value (*)(Interpreter&, const Value& self, const Value& other);

  /// __new__: a new instance of `type`, which is this type or a subclass of it; the arguments come without it.
  Value (*make)(Interpreter&, const TypeObject* type, CallArguments& arguments) = nullptr;
  /// __init__; the arguments come without self. Types that are whole after `make` have none.
  void (*initialize)(Interpreter&, const Value& self, CallArguments& arguments) = nullptr;
  Value (*call)(Interpreter&, const Value& self, CallArguments& arguments) = nullptr;
  /// The attribute, or empty when there is none. Null: LookUpAttribute (type, instance dict, __getattr__).
  Value (*get_attribute)(Interpreter&, const Value& self, Symbol name) = nullptr;
  /// An empty value deletes.
  void (*set_attribute)(Interpreter&, const Value& self, Symbol name, const Value& value) = nullptr;
  std::string (*repr)(Interpreter&, const Value& self) = nullptr;
  std::string (*str)(Interpreter&, const Value& self) = nullptr;
  std::string (*format)(Interpreter&, const Value& self, std::string_view specification) = nullptr;
  /// Null: "unhashable type".
  uint64_t (*hash)(Interpreter&, const Value& self) = nullptr;
  /// May give NotImplemented.
  Value (*compare)(Interpreter&, const Value& self, const Value& other, CompareOp op) = nullptr;
  bool (*truth)(Interpreter&, const Value& self) = nullptr;
  Unary iterate = nullptr;
  /// The next item, or empty at the end.
  Unary next = nullptr;
  int64_t (*length)(Interpreter&, const Value& self) = nullptr;
  bool (*contains)(Interpreter&, const Value& self, const Value& item) = nullptr;
  Binary get_item = nullptr;
  /// An empty value deletes.
  void (*set_item)(Interpreter&, const Value& self, const Value& key, const Value& value) = nullptr;
  /// self OP other, or other OP self when `reflected`; may give NotImplemented.
  Value (*binary)(Interpreter&, ast::BinaryOperator op, const Value& self, const Value& other,
                  bool reflected) = nullptr;
  /// self OP= other; NotImplemented: as binary.
  Value (*in_place)(Interpreter&, ast::BinaryOperator op, const Value& self, const Value& other) = nullptr;
  Value (*unary)(Interpreter&, ast::UnaryOperator op, const Value& self) = nullptr;
  /// self is a descriptor found in the class `owner`; `instance` is empty when the class itself was asked.
  Value (*descriptor_get)(Interpreter&, const Value& self, const Value& instance, const TypeObject* owner) = nullptr;
  /// Its presence makes a data descriptor, which wins over the instance's own attribute. An empty value deletes.
  void (*descriptor_set)(Interpreter&, const Value& self, const Value& instance, const Value& value) = nullptr;
};

class TypeObject : public Object {
 public:
  TypeObject(const TypeObject* metatype, std::string name, Layout layout);
  ~TypeObject() override;

  static bool Is(const Object& object);

  const std::string& name() const { return name_; }
  void set_name(std::string name) { name_ = std::move(name); }
  /// As messages have it: the name, but "datetime.date" for what is a C type in CPython.
  const std::string& shown_name() const { return shown_name_.empty() ? name_ : shown_name_; }
  void set_shown_name(std::string name) { shown_name_ = std::move(name); }
  const std::string& qualname() const { return qualname_; }
  void set_qualname(std::string name) { qualname_ = std::move(name); }
  /// "builtins" for what is printed without a module.
  const std::string& module() const { return module_; }
  void set_module(std::string module) { module_ = std::move(module); }
  /// "int", "decimal.Decimal", "app.models.User": as repr() and tracebacks name it.
  std::string FullName() const;

  Layout layout() const { return layout_; }
  const std::vector<Ref<TypeObject>>& bases() const { return bases_; }
  /// This type first, `object` last.
  const std::vector<TypeObject*>& mro() const { return mro_; }
  /// Sets the bases, orders the ancestors (C3), inherits layout and slots. Throws ScriptError for bases without a
  /// consistent order.
  void SetBases(std::vector<Ref<TypeObject>> bases);
  /// Fills the slots anew after own_slots() of this type or of an ancestor have changed.
  void InheritSlots();

  bool IsSubtypeOf(const TypeObject* other) const;

  /// What the class body defined.
  Namespace& attributes() { return attributes_; }
  const Namespace& attributes() const { return attributes_; }
  /// Looks through the ancestors; null when none has it. The pointer is good until a class changes.
  const Value* Find(Symbol name) const;
  const Value* Find(Symbol name, const TypeObject** owner) const;

  /// What the type does itself; to be filled before SetBases().
  Slots& own_slots() { return own_slots_; }
  const Slots& own_slots() const { return own_slots_; }
  /// What its instances can do: each slot is that of the first ancestor that has it.
  const Slots& slots() const { return slots_; }
  /// For what a script's class takes away again: `__hash__ = None`.
  Slots& slots() { return slots_; }

  /// Made by a script, so that its attributes may be set.
  bool is_script_class() const { return is_script_class_; }
  void set_is_script_class(bool is_script_class) { is_script_class_ = is_script_class; }

  /// Its instances take attributes that a script sets: those of classes of scripts (unless __slots__ says otherwise),
  /// of exceptions and functions, not those of `str`.
  bool has_attributes() const { return has_attributes_; }
  void set_has_attributes(bool has_attributes) { has_attributes_ = has_attributes; }

  /// With __slots__: the only names that its instances take, those of the ancestors included.
  bool has_slots() const { return slot_names_ != nullptr; }
  const std::vector<Symbol>& slot_names() const;
  void set_slot_names(std::vector<Symbol> names) {
    slot_names_ = std::make_unique<std::vector<Symbol>>(std::move(names));
  }

  /// A number that no other type has or had, and a new one after every change of the type or of an ancestor: what an
  /// inline cache remembers a type by.
  uint64_t version() const { return version_; }
  void Touch();

  /// Classes made from this one, by scripts; not owned, removed when they die.
  const std::vector<TypeObject*>& subclasses() const { return subclasses_; }
  std::vector<TypeObject*>& subclasses() { return subclasses_; }

 private:
  std::string name_;
  std::string shown_name_;
  std::string qualname_;
  std::string module_ = "builtins";
  Layout layout_;
  bool is_script_class_ = false;
  bool has_attributes_ = false;
  std::unique_ptr<std::vector<Symbol>> slot_names_;
  uint64_t version_;
  std::vector<Ref<TypeObject>> bases_;
  std::vector<TypeObject*> mro_;
  std::vector<TypeObject*> subclasses_;
  Namespace attributes_;
  Slots own_slots_;
  Slots slots_;
};

/// The built-in types: made once for the process (builtin_types.h), immutable, shared by all interpreters.
struct BuiltinTypes {
  TypeObject *object, *type, *none, *ellipsis, *not_implemented, *boolean, *integer, *floating, *complex, *str, *bytes,
      *byte_array, *list, *tuple, *dict, *set, *frozen_set, *range, *slice, *function, *native_function, *bound_method,
      *generator, *coroutine, *async_generator, *cell, *property, *native_property, *class_method, *static_method,
      *super, *module, *iterator, *dict_keys, *dict_values, *dict_items, *mapping_proxy, *union_type, *generic_alias,
      *deferred, *opaque;
};
namespace internal {
extern const BuiltinTypes kBuiltinTypes;
}
inline const BuiltinTypes& Types() {
  return internal::kBuiltinTypes;
}

/// The class of any value.
inline const TypeObject* TypeOf(const Value& value) {
  if (value.is_object()) return value.object()->type();
  if (value.is_int()) return Types().integer;
  if (value.is_bool()) return Types().boolean;
  return value.is_float() ? Types().floating : Types().none;
}

/// The type's name, as most of Python's error texts want it: "int".
inline const std::string& TypeName(const Value& value) {
  return TypeOf(value)->shown_name();
}

}  // namespace limbeck::python
