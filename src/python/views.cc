#include "python/views.h"

#include "python/builtin_types.h"
#include "python/interpreter.h"
#include "python/sequences.h"

namespace limbeck::python {
namespace {

const TypeObject* TypeOfPart(TablePart part) {
  if (part == TablePart::kKeys) return Types().dict_keys;
  return part == TablePart::kValues ? Types().dict_values : Types().dict_items;
}

const HashTable& TableOf(const Value& owner) {
  const auto* dict = Cast<DictObject>(owner);
  return dict != nullptr ? dict->table : Cast<SetObject>(owner)->table;
}

const ViewObject& View(const Value& self) {
  return *Cast<ViewObject>(self);
}

Value PartOf(const HashTable::Entry& entry, TablePart part) {
  if (part == TablePart::kKeys) return entry.key;
  return part == TablePart::kValues ? entry.value : MakeTuple({entry.key, entry.value});
}

Value IterateView(Interpreter&, const Value& self) {
  return IterateTable(View(self).dict, View(self).part, false);
}
int64_t ViewLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(TableOf(View(self).dict).size());
}

std::string ViewRepr(Interpreter& interpreter, const Value& self) {
  return TypeName(self) + "(" + interpreter.Repr(MakeList(interpreter.ToVector(self))) + ")";
}

bool ViewContains(Interpreter& interpreter, const Value& self, const Value& item) {
  const ViewObject& view = View(self);
  if (view.part == TablePart::kKeys) return TableOf(view.dict).Find(interpreter, item) != nullptr;
  for (const Value& known : interpreter.ToVector(self)) {
    if (known.Is(item) || interpreter.Equal(known, item)) return true;
  }
  return false;
}

Value AsSet(Interpreter& interpreter, const Value& iterable) {
  return interpreter.Call(Value(Types().set), {iterable});
}

/// Keys and items are like sets.
Value ViewBinary(Interpreter& interpreter, ast::BinaryOperator op, const Value& self, const Value& other,
                 bool reflected) {
  if (View(self).part == TablePart::kValues) return NotImplementedValue();
  const Value mine = AsSet(interpreter, self);
  const Value theirs = AsSet(interpreter, other);
  return reflected ? interpreter.Binary(op, theirs, mine) : interpreter.Binary(op, mine, theirs);
}

Value ViewCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const bool is_set = Cast<SetObject>(other) != nullptr || Cast<ViewObject>(other) != nullptr;
  if (!is_set || View(self).part == TablePart::kValues) return NotImplementedValue();
  return interpreter.Compare(AsSet(interpreter, self), AsSet(interpreter, other), op);
}

Value ReversedView(Interpreter&, Arguments& arguments) {
  const ViewObject& view = View(arguments.Self());
  arguments.Finish();
  return IterateTable(view.dict, view.part, true);
}

constexpr NativeMethod kMethods[] = {{"__reversed__", ReversedView}};

void FillView(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.iterate = IterateView;
  slots.length = ViewLength;
  slots.repr = ViewRepr;
  slots.contains = ViewContains;
  slots.binary = ViewBinary;
  slots.compare = ViewCompare;
  AddMethods(type, kMethods);
}

}  // namespace

ViewObject::ViewObject(Value owner, TablePart shown) : Object(TypeOfPart(shown)), dict(std::move(owner)), part(shown) {}

Value MakeView(const Value& dict, TablePart part) {
  return Make<ViewObject>(dict, part);
}

Value IterateTable(const Value& owner, TablePart part, bool backwards) {
  const HashTable& table = TableOf(owner);
  const bool is_dict = Cast<DictObject>(owner) != nullptr;
  size_t next = backwards ? table.entries().size() : 0;
  return MakeIterator([=, size = table.size()](Interpreter&) mutable {
    const HashTable& now = TableOf(owner);
    if (now.size() != size) {
      Raise(Exceptions().runtime_error,
            is_dict ? "dictionary changed size during iteration" : "Set changed size during iteration");
    }
    while (backwards ? next > 0 : next < now.entries().size()) {
      const HashTable::Entry& entry = now.entries()[backwards ? --next : next++];
      if (!entry.key.is_empty()) return PartOf(entry, part);
    }
    return Value();
  });
}

void FillDictKeys(TypeObject& type) {
  FillView(type);
}
void FillDictValues(TypeObject& type) {
  FillView(type);
}
void FillDictItems(TypeObject& type) {
  FillView(type);
}

}  // namespace limbeck::python
