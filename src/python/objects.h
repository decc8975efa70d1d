#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "limbeck/error.h"
#include "python/ast.h"
#include "python/namespace.h"
#include "python/type.h"
#include "python/value.h"

// The layouts behind the built-in types. Each struct says how to know it (Is, for Cast<T>) and no more than data;
// behaviour is in the types' slots and method tables (str_methods.cc, dict_methods.cc, ...).
//
// A script's subclass of a built-in type (`class Color(str, Enum)`) has the built-in's layout and, besides, attributes
// of its own: every layout that may be subclassed derives from ObjectWithAttributes.

namespace limbeck::python {

/// Has room for attributes that a script sets; made when the first one is.
class ObjectWithAttributes : public Object {
 public:
  using Object::Object;

  Namespace* attributes() { return attributes_.get(); }
  const Namespace* attributes() const { return attributes_.get(); }
  Namespace& MakeAttributes() {
    if (!attributes_) attributes_ = std::make_unique<Namespace>();
    return *attributes_;
  }

 private:
  std::unique_ptr<Namespace> attributes_;
};

template <typename T, Layout kLayout>
struct HasLayout {
  static bool Is(const Object& object) { return object.type()->layout() == kLayout; }
};

/// What a native class keeps in its instances; also when a script's subclass is instantiated.
class NativeState {
 public:
  virtual ~NativeState() = default;
};

/// An instance of a class of a script or of a native module.
class InstanceObject : public ObjectWithAttributes, public HasLayout<InstanceObject, Layout::kInstance> {
 public:
  using ObjectWithAttributes::ObjectWithAttributes;
  ~InstanceObject() override;

  NativeState* state() const { return state_.get(); }
  void set_state(std::unique_ptr<NativeState> state) { state_ = std::move(state); }

 private:
  std::unique_ptr<NativeState> state_;
};

/// The native state of an instance as a T, or null: for a value of another kind, or whose __init__ did not run.
template <typename T>
T* StateOf(const Value& value) {
  auto* instance = Cast<InstanceObject>(value);
  return instance == nullptr ? nullptr : dynamic_cast<T*>(instance->state());
}

/// UTF-8; a lone surrogate is its three bytes. Immutable.
class StrObject : public ObjectWithAttributes, public HasLayout<StrObject, Layout::kStr> {
 public:
  explicit StrObject(std::string text) : StrObject(std::move(text), Types().str) {}
  StrObject(std::string text, const TypeObject* type);

  const std::string& text() const { return text_; }
  bool is_ascii() const { return is_ascii_; }
  /// Code points.
  size_t length() const { return length_; }
  /// HashText of the text: the same as a symbol's.
  uint64_t hash() const;
  /// The symbol of the text, interned at the first call.
  Symbol symbol() const;

 private:
  std::string text_;
  size_t length_;
  bool is_ascii_;
  mutable uint64_t hash_ = 0;
  mutable Symbol symbol_;
};

class BytesObject : public ObjectWithAttributes, public HasLayout<BytesObject, Layout::kBytes> {
 public:
  explicit BytesObject(std::string bytes, const TypeObject* type = Types().bytes)
      : ObjectWithAttributes(type), bytes_(std::move(bytes)) {}
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

struct ByteArrayObject : ObjectWithAttributes, HasLayout<ByteArrayObject, Layout::kByteArray> {
  explicit ByteArrayObject(std::string data, const TypeObject* type = Types().byte_array)
      : ObjectWithAttributes(type), bytes(std::move(data)) {}
  std::string bytes;
};

/// An integer beyond 64 bits, or an instance of a script's subclass of int (then of any size). What it holds is
/// int_methods.cc's business.
class BigIntObject : public ObjectWithAttributes, public HasLayout<BigIntObject, Layout::kBigInt> {
 public:
  struct Number;
  BigIntObject(std::unique_ptr<Number> number, const TypeObject* type);
  ~BigIntObject() override;
  const Number& number() const { return *number_; }

 private:
  std::unique_ptr<Number> number_;
};

/// An instance of a script's subclass of float; plain floats are no objects.
struct FloatObject : ObjectWithAttributes, HasLayout<FloatObject, Layout::kFloat> {
  FloatObject(double number, const TypeObject* type) : ObjectWithAttributes(type), value(number) {}
  const double value;
};

struct ComplexObject : Object, HasLayout<ComplexObject, Layout::kComplex> {
  ComplexObject(double one, double two) : Object(Types().complex), real(one), imaginary(two) {}
  const double real;
  const double imaginary;
};

struct ListObject : ObjectWithAttributes, HasLayout<ListObject, Layout::kList> {
  explicit ListObject(std::vector<Value> values = {}, const TypeObject* type = Types().list)
      : ObjectWithAttributes(type), items(std::move(values)) {}
  std::vector<Value> items;
};

struct TupleObject : ObjectWithAttributes, HasLayout<TupleObject, Layout::kTuple> {
  explicit TupleObject(std::vector<Value> values, const TypeObject* type = Types().tuple)
      : ObjectWithAttributes(type), items(std::move(values)) {}
  const std::vector<Value> items;
};

/// Keys in the order of their insertion, found by hash and equality; the hash table of dict and set. Hashing and
/// comparing may run the script's code (__hash__, __eq__), so they go through the interpreter, and may throw.
class HashTable {
 public:
  struct Entry {
    uint64_t hash = 0;
    Value key;  ///< empty: deleted
    Value value;
  };

  /// The entry of a key, or null. Good until the next change.
  Entry* Find(Interpreter& interpreter, const Value& key);
  const Entry* Find(Interpreter& interpreter, const Value& key) const;
  /// By a name, without making a str of it.
  const Entry* Find(Symbol name) const;
  Entry* Find(Symbol name) { return const_cast<Entry*>(static_cast<const HashTable*>(this)->Find(name)); }
  /// True when the key is new.
  bool Set(Interpreter& interpreter, const Value& key, Value value);
  void Set(Symbol name, Value value);
  bool Erase(Interpreter& interpreter, const Value& key);
  bool Erase(Symbol name);
  void Clear();

  // The same for a caller that has the key's hash already, from another table.
  const Entry* Find(Interpreter& interpreter, const Value& key, uint64_t hash) const;
  bool Set(Interpreter& interpreter, const Value& key, uint64_t hash, Value value);

  /// Removes the key's entry and gives it; an empty key when there is none.
  Entry Take(Interpreter& interpreter, const Value& key);
  /// Removes the entry that came last; the table is not empty.
  Entry TakeLast();

  size_t size() const { return size_; }
  /// All places, deleted ones included (key is empty): for iteration by index.
  const std::vector<Entry>& entries() const { return entries_; }
  std::vector<Entry>& entries() { return entries_; }
  /// Changes with every key that comes or goes: "dictionary changed size during iteration".
  uint32_t version() const { return version_; }

 private:
  size_t Probe(Interpreter& interpreter, const Value& key, uint64_t hash) const;
  size_t Probe(Symbol name) const;
  Entry TakeAt(size_t at);
  void Insert(uint64_t hash, Value key, Value value);
  void Rehash();

  std::vector<Entry> entries_;
  std::vector<uint32_t> table_;
  size_t size_ = 0;
  size_t used_ = 0;  ///< places of table_ that are or were taken
  uint32_t version_ = 0;
};

struct DictObject : ObjectWithAttributes, HasLayout<DictObject, Layout::kDict> {
  explicit DictObject(const TypeObject* type = Types().dict) : ObjectWithAttributes(type) {}
  HashTable table;
};

/// set and frozenset: values of the table are None.
struct SetObject : ObjectWithAttributes, HasLayout<SetObject, Layout::kSet> {
  explicit SetObject(const TypeObject* type = Types().set) : ObjectWithAttributes(type) {}
  HashTable table;
};

struct RangeObject : Object, HasLayout<RangeObject, Layout::kRange> {
  RangeObject(int64_t first, int64_t end, int64_t by) : Object(Types().range), start(first), stop(end), step(by) {}
  const int64_t start, stop, step;
  int64_t length() const;
};

struct SliceObject : Object, HasLayout<SliceObject, Layout::kSlice> {
  SliceObject(Value first, Value end, Value by)
      : Object(Types().slice), start(std::move(first)), stop(std::move(end)), step(std::move(by)) {}
  const Value start, stop, step;
};

/// Anything with a `next` written in C++: iterators of built-in containers, map, zip, enumerate, file lines.
struct IteratorObject : Object, HasLayout<IteratorObject, Layout::kIterator> {
  using Object::Object;
  /// Empty at the end, and from then on.
  virtual Value Next(Interpreter& interpreter) = 0;
};

/// An iterator whose Next() is a function object: Value(Interpreter&).
template <typename Function>
struct FunctionIterator final : IteratorObject {
  FunctionIterator(Function next, const TypeObject* type) : IteratorObject(type), function(std::move(next)) {}
  Value Next(Interpreter& interpreter) override { return function(interpreter); }
  Function function;
};

/// A box: a variable that inner functions share.
struct CellObject : Object, HasLayout<CellObject, Layout::kCell> {
  CellObject() : Object(Types().cell) {}
  Value value;
};

struct BoundMethodObject : Object, HasLayout<BoundMethodObject, Layout::kBoundMethod> {
  BoundMethodObject(Value called, Value bound)
      : Object(Types().bound_method), function(std::move(called)), self(std::move(bound)) {}
  const Value function;
  const Value self;
};

struct PropertyObject : ObjectWithAttributes, HasLayout<PropertyObject, Layout::kProperty> {
  explicit PropertyObject(const TypeObject* type = Types().property) : ObjectWithAttributes(type) {}
  Value getter = Value::None(), setter = Value::None(), deleter = Value::None(), doc = Value::None();
};

struct ClassMethodObject : ObjectWithAttributes, HasLayout<ClassMethodObject, Layout::kClassMethod> {
  explicit ClassMethodObject(Value called, const TypeObject* type = Types().class_method)
      : ObjectWithAttributes(type), function(std::move(called)) {}
  Value function;
};

struct StaticMethodObject : ObjectWithAttributes, HasLayout<StaticMethodObject, Layout::kStaticMethod> {
  explicit StaticMethodObject(Value called, const TypeObject* type = Types().static_method)
      : ObjectWithAttributes(type), function(std::move(called)) {}
  Value function;
};

struct ModuleRun;

/// A read-only view of a mapping: __dict__ of a class.
struct MappingProxyObject : Object {
  explicit MappingProxyObject(Value of) : Object(Types().mapping_proxy), mapping(std::move(of)) {}
  static bool Is(const Object& object) { return object.type() == Types().mapping_proxy; }
  const Value mapping;
};

class ModuleObject : public Object, public HasLayout<ModuleObject, Layout::kModule> {
 public:
  explicit ModuleObject(std::string name) : Object(Types().module), name_(std::move(name)) {}
  const std::string& name() const { return name_; }
  Namespace& globals() { return globals_; }
  const Namespace& globals() const { return globals_; }
  /// Asked for a name that globals() lacks: names that are made when they are needed. May be null. Empty: no such name.
  using Fallback = std::function<Value(Interpreter&, Symbol name)>;
  void set_fallback(Fallback fallback) { fallback_ = std::move(fallback); }
  const Fallback& fallback() const { return fallback_; }

  /// Its body has not come to its end: what it lacks may be missing because of a circular import.
  bool is_loading() const { return is_loading_; }
  void set_is_loading(bool is_loading) { is_loading_ = is_loading; }

 private:
  std::string name_;
  Namespace globals_;
  Fallback fallback_;
  bool is_loading_ = false;
};

/// A function of a script.
struct FunctionObject : ObjectWithAttributes, HasLayout<FunctionObject, Layout::kFunction> {
  FunctionObject() : ObjectWithAttributes(Types().function) {}
  /// The module in which it was made; keeps the tree alive.
  std::shared_ptr<ModuleRun> run;
  const ast::Function* definition = nullptr;
  std::vector<Value> defaults;  ///< of the last positional parameters
  Namespace keyword_defaults;
  std::vector<Ref<CellObject>> frees;
  Value name, qualname, doc = Value::None(), annotations, owner_module;
};

struct Frame;

/// One call on the way of an exception.
struct TracebackEntry {
  SourcePtr source;
  Span span;
  Symbol function;
};

/// A Python exception: BaseException and all below it.
struct ExceptionObject : ObjectWithAttributes, HasLayout<ExceptionObject, Layout::kException> {
  explicit ExceptionObject(const TypeObject* type) : ObjectWithAttributes(type) {}
  ~ExceptionObject() override;
  Ref<TupleObject> args;
  Value cause, context;  ///< empty: none
  bool suppress_context = false;
  /// The calls through which it came, innermost first; filled while it is in flight.
  std::vector<TracebackEntry> traceback;
  /// The frame that raised it again and therefore is in the traceback already, or null.
  const Frame* raised_again_in = nullptr;
  /// What it is to C++: a database's error that was made an exception, a refusal; or null.
  std::shared_ptr<const Error> native;
};

// ------------------------------------------------------------------------------------------ making values

Value MakeStr(std::string text);
Value MakeStr(std::string_view text);
Value MakeStr(const char* text);
Value MakeStr(Symbol symbol);
Value MakeBytes(std::string bytes);
Value MakeTuple(std::vector<Value> items);
Value MakeList(std::vector<Value> items);
Ref<DictObject> MakeDict();
/// From decimal digits with an optional sign.
Value MakeInteger(std::string_view digits);
/// `next`: Value(Interpreter&), empty at the end and from then on.
template <typename Function>
Value MakeIterator(Function next, const TypeObject* type = Types().iterator) {
  return Value(new FunctionIterator<Function>(std::move(next), type));
}
const Value& NotImplementedValue();
const Value& EllipsisValue();

}  // namespace limbeck::python
