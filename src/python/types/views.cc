#include "python/types/views.h"

#include <algorithm>

#include "python/builtin_types.h"
#include "python/types/iterator_type.h"
#include "python/types/sequences.h"
#include "python/types/set_items.h"

namespace limbeck::python {
namespace {

const TypeObject* TypeOfPart(TablePart part) {
  if (part == TablePart::kKeys) return Types().dict_keys;
  return part == TablePart::kValues ? Types().dict_values : Types().dict_items;
}

const HashTable& TableOf(const Value& owner) {
  const auto* dict = Cast<DictObject>(owner);
  return dict != nullptr ? dict->table : TableOfSet(owner);
}

const ViewObject& View(const Value& self) {
  return *static_cast<const ViewObject*>(self.object());
}

Value PartOf(const HashTable::Entry& entry, TablePart part) {
  if (part == TablePart::kKeys) return entry.key;
  return part == TablePart::kValues ? entry.value : MakeTuple({entry.key, entry.value});
}

const TypeObject* IteratorTypeOf(bool is_dict, TablePart part, bool backwards) {
  static const TypeObject* const kSet = MakeIteratorType("set_iterator");
  static const TypeObject* const kForwards[] = {MakeIteratorType("dict_keyiterator"),
                                                MakeIteratorType("dict_valueiterator"),
                                                MakeIteratorType("dict_itemiterator")};
  static const TypeObject* const kBackwards[] = {MakeIteratorType("dict_reversekeyiterator"),
                                                 MakeIteratorType("dict_reversevalueiterator"),
                                                 MakeIteratorType("dict_reverseitemiterator")};
  if (!is_dict) return kSet;
  return (backwards ? kBackwards : kForwards)[static_cast<size_t>(part)];
}

Value IterateView(Interpreter&, const Value& self) {
  return IterateTable(View(self).dict, View(self).part, false);
}
int64_t ViewLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(TableOf(View(self).dict).size());
}

std::string ViewRepr(Interpreter& interpreter, const Value& self) {
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return "...";
  return TypeName(self) + "([" + ReprItems(interpreter, interpreter.ToVector(self)) + "])";
}

bool ContainsPair(Interpreter& interpreter, const HashTable& table, const Value& pair) {
  const auto* tuple = Cast<TupleObject>(pair);
  if (tuple == nullptr || tuple->items.size() != 2) return false;
  const HashTable::Entry* entry = table.Find(interpreter, tuple->items[0]);
  return entry != nullptr && IsSameItem(interpreter, Value(entry->value), tuple->items[1]);
}

bool ViewContains(Interpreter& interpreter, const Value& self, const Value& item) {
  const ViewObject& view = View(self);
  if (view.part == TablePart::kKeys) return TableOf(view.dict).Find(interpreter, item) != nullptr;
  if (view.part == TablePart::kItems) return ContainsPair(interpreter, TableOf(view.dict), item);
  for (const Value& known : interpreter.ToVector(self)) {
    if (IsSameItem(interpreter, known, item)) return true;
  }
  return false;
}

/// Keys and items are like sets, and take anything that can be iterated.
Value ViewBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                 bool reflected) {
  if (TypeOf(other)->slots().iterate == nullptr) return NotImplementedValue();
  const auto as_new_set = [&interpreter](const Value& value) {
    const auto made = Make<SetObject>();
    AddToSet(interpreter, made->table, value);
    return Value(made);
  };
  return CombineSets(interpreter, op, as_new_set(reflected ? other : self), as_new_set(reflected ? self : other));
}

Value ViewCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* view = Cast<ViewObject>(other);
  const bool is_set = Cast<SetObject>(other) != nullptr || (view != nullptr && view->part != TablePart::kValues);
  if (!is_set) return NotImplementedValue();
  return Value::Bool(CompareSets(interpreter, AsSet(interpreter, self), AsSet(interpreter, other), op));
}

Value Reversed(Interpreter&, Arguments& arguments) {
  const ViewObject& view = View(arguments.Self());
  arguments.Positional(0, 0);
  return IterateTable(view.dict, view.part, true);
}

Value IsDisjoint(Interpreter& interpreter, Arguments& arguments) {
  const Value& self = arguments.Self();
  return Value::Bool(AreDisjoint(interpreter, self, arguments.Positional(1, 1)[0]));
}

Value ShownMapping(Interpreter&, const Value& self) {
  return Make<MappingProxyObject>(View(self).dict);
}

constexpr NativeMethod kMethods[] = {{"__reversed__", Reversed}};
constexpr NativeMethod kSetMethods[] = {{"isdisjoint", IsDisjoint}};
constexpr NativeProperty kProperties[] = {{"mapping", ShownMapping}};

void FillView(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.iterate = IterateView;
  slots.length = ViewLength;
  slots.repr = ViewRepr;
  slots.contains = ViewContains;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
}

void FillSetLikeView(TypeObject& type) {
  FillView(type);
  type.own_slots().binary = ViewBinary;
  type.own_slots().compare = ViewCompare;
  AddMethods(type, kSetMethods);
}

}  // namespace

ViewObject::ViewObject(Value owner, TablePart shown) : Object(TypeOfPart(shown)), dict(std::move(owner)), part(shown) {}

Value MakeView(const Value& dict, TablePart part) {
  return Make<ViewObject>(dict, part);
}

Value IterateTable(const Value& owner, TablePart part, bool backwards) {
  const HashTable& table = TableOf(owner);
  const bool is_dict = Cast<DictObject>(owner) != nullptr;
  const size_t first = backwards ? table.entries().size() : 0;
  return MakeIterator(
      [=, next = first, size = table.size()](Interpreter&) mutable {
        const HashTable& now = TableOf(owner);
        if (now.size() != size) {
          Raise(Exceptions().runtime_error,
                is_dict ? "dictionary changed size during iteration" : "Set changed size during iteration");
        }
        if (backwards) next = std::min(next, now.entries().size());
        while (backwards ? next > 0 : next < now.entries().size()) {
          const HashTable::Entry& entry = now.entries()[backwards ? --next : next++];
          if (!entry.key.is_empty()) return PartOf(entry, part);
        }
        return Value();
      },
      IteratorTypeOf(is_dict, part, backwards));
}

void FillDictKeys(TypeObject& type) {
  FillSetLikeView(type);
}
void FillDictValues(TypeObject& type) {
  FillView(type);
}
void FillDictItems(TypeObject& type) {
  FillSetLikeView(type);
}

}  // namespace limbeck::python
