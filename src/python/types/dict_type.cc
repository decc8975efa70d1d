#include "python/builtin_types.h"
#include "python/special_methods.h"
#include "python/types/dict_items.h"
#include "python/types/method_tables.h"
#include "python/types/sequences.h"
#include "python/types/views.h"

// dict: its slots. Methods are in dict_methods.cc.

namespace limbeck::python {
namespace {

using Operator = ast::BinaryOperator;

Value MakeEmpty(Interpreter&, const TypeObject* type, CallArguments&) {
  return Make<DictObject>(type);
}

void Initialize(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "dict", given);
  UpdateTable(interpreter, TableOfDict(self), arguments);
}

/// By index: repr() of what is in it may change it.
std::string DictRepr(Interpreter& interpreter, const Value& self) {
  const ReprGuard guard(interpreter, self);
  if (guard.is_recursive()) return "{...}";
  std::string text = "{";
  const HashTable& table = TableOfDict(self);
  for (size_t i = 0; i < table.entries().size(); ++i) {
    const HashTable::Entry entry = table.entries()[i];
    if (entry.key.is_empty()) continue;
    if (text.size() > 1) text += ", ";
    text += interpreter.Repr(entry.key) + ": " + interpreter.Repr(entry.value);
  }
  return text + "}";
}

Value DictGetItem(Interpreter& interpreter, const Value& self, const Value& key) {
  if (const HashTable::Entry* entry = TableOfDict(self).Find(interpreter, key)) return entry->value;
  if (TypeOf(self) != Types().dict) {
    Value made = CallSpecialIfAny(interpreter, self, Names().missing, {key});
    if (!made.is_empty()) return made;
  }
  Raise(Exceptions().key_error, key);
}

void DictSetItem(Interpreter& interpreter, const Value& self, const Value& key, const Value& value) {
  if (!value.is_empty()) {
    TableOfDict(self).Set(interpreter, key, value);
  } else if (!TableOfDict(self).Erase(interpreter, key)) {
    Raise(Exceptions().key_error, key);
  }
}

bool DictContains(Interpreter& interpreter, const Value& self, const Value& key) {
  return TableOfDict(self).Find(interpreter, key) != nullptr;
}
int64_t DictLength(Interpreter&, const Value& self) {
  return static_cast<int64_t>(TableOfDict(self).size());
}
Value DictIterate(Interpreter&, const Value& self) {
  return IterateTable(self, TablePart::kKeys, false);
}

bool AreEqual(Interpreter& interpreter, const HashTable& one, const HashTable& two) {
  if (one.size() != two.size()) return false;
  for (size_t i = 0; i < one.entries().size(); ++i) {
    const HashTable::Entry entry = one.entries()[i];
    if (entry.key.is_empty()) continue;
    const HashTable::Entry* found = two.Find(interpreter, entry.key, entry.hash);
    if (found == nullptr || !IsSameItem(interpreter, entry.value, Value(found->value))) return false;
  }
  return true;
}

Value DictCompare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* dict = Cast<DictObject>(other);
  const bool is_equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (dict == nullptr || !is_equality) return NotImplementedValue();
  return Value::Bool(AreEqual(interpreter, TableOfDict(self), dict->table) == (op == CompareOp::kEqual));
}

Value DictBinary(Interpreter& interpreter, Operator op, const Value& self, const Value& other, bool reflected) {
  if (op != Operator::kBitOr || Cast<DictObject>(other) == nullptr) return NotImplementedValue();
  const auto merged = MakeDict();
  UpdateTable(interpreter, merged->table, reflected ? other : self);
  UpdateTable(interpreter, merged->table, reflected ? self : other);
  return merged;
}

Value DictInPlace(Interpreter& interpreter, Operator op, const Value& self, const Value& other) {
  if (op != Operator::kBitOr) return NotImplementedValue();
  UpdateTable(interpreter, TableOfDict(self), other);
  return self;
}

}  // namespace

void FillDict(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeEmpty;
  slots.initialize = Initialize;
  slots.repr = DictRepr;
  slots.compare = DictCompare;
  slots.iterate = DictIterate;
  slots.length = DictLength;
  slots.contains = DictContains;
  slots.get_item = DictGetItem;
  slots.set_item = DictSetItem;
  slots.binary = DictBinary;
  slots.in_place = DictInPlace;
  AddDictMethods(type);
}

}  // namespace limbeck::python
