#include <fmt/format.h>

#include "python/machine.h"
#include "python/number_shortcuts.h"

// Targets: where `=`, `for`, `with ... as` and unpacking put values, and what `del` takes away.

namespace limbeck::python {

using ast::As;
using ast::ExprKind;

void Interpreter::Machine::Assign(Frame& frame, const ast::Expr& target, const Value& value) {
  switch (target.kind) {
    case ExprKind::kName:
      return StoreName(frame, As<ast::Name>(target).ref, value);
    case ExprKind::kAttribute: {
      const auto& attribute = As<ast::Attribute>(target);
      const Value object = Evaluate(frame, *attribute.value);
      return StoreAttribute(frame, attribute, object, value);
    }
    case ExprKind::kSubscript: {
      const auto& subscript = As<ast::Subscript>(target);
      const Value object = Evaluate(frame, *subscript.value);
      const Value index = Evaluate(frame, *subscript.index);
      frame.at = subscript.span;
      return interpreter_.SetItem(object, index, value);
    }
    case ExprKind::kTuple:
      return Unpack(frame, As<ast::Tuple>(target).elements, target.span, value);
    case ExprKind::kList:
      return Unpack(frame, As<ast::List>(target).elements, target.span, value);
    default:
      return Assign(frame, *As<ast::Starred>(target).value, value);
  }
}

/// An attribute that a plain instance has already is replaced where it is.
void Interpreter::Machine::StoreAttribute(Frame& frame, const ast::Attribute& attribute, const Value& object,
                                          const Value& value) {
  AttributeCache& cache = frame.module_run().attributes[attribute.cache_index];
  const TypeObject* type = TypeOf(object);
  if (cache.version == type->version() && cache.kind == AttributeCache::Kind::kInstance) {
    if (const Value* found = FindByCache(cache, object, attribute.name)) {
      Value replaced = value;
      std::swap(*const_cast<Value*>(found), replaced);
      return;
    }
  }
  frame.at = attribute.span;
  interpreter_.SetAttribute(object, attribute.name, value);
  if (type->slots().set_attribute == nullptr) Remember(cache, object, type, attribute.name);
}

namespace {

size_t FindStar(const Sequence<Child<ast::Expr>>& targets) {
  for (size_t i = 0; i < targets.size(); ++i) {
    if (targets[i]->kind == ExprKind::kStarred) return i;
  }
  return SIZE_MAX;
}

[[noreturn]] void RaiseTooFew(size_t expected, bool at_least, size_t got) {
  RaiseValueError(
      fmt::format("not enough values to unpack (expected {}{}, got {})", at_least ? "at least " : "", expected, got));
}

[[noreturn]] void RaiseTooMany(size_t expected) {
  RaiseValueError(fmt::format("too many values to unpack (expected {})", expected));
}

/// Exactly so many items, and the check that there are no more, as CPython asks the iterator.
std::vector<Value> ExactItems(Interpreter& interpreter, const Value& value, size_t expected) {
  const Slots& slots = TypeOf(value)->slots();
  if (slots.iterate == nullptr && slots.get_item == nullptr) {
    RaiseTypeError(fmt::format("cannot unpack non-iterable {} object", TypeName(value)));
  }
  const Value iterator = interpreter.Iterate(value);
  std::vector<Value> items;
  for (Value item = interpreter.Next(iterator); !item.is_empty(); item = interpreter.Next(iterator)) {
    if (items.size() == expected) RaiseTooMany(expected);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

void Interpreter::Machine::Unpack(Frame& frame, const Sequence<Child<ast::Expr>>& targets, Span span,
                                  const Value& value) {
  const size_t star = FindStar(targets);
  const size_t count = targets.size();
  frame.at = span;
  const TypeObject* type = TypeOf(value);
  const bool is_plain = type == Types().tuple || type == Types().list;
  const std::vector<Value> items =
      is_plain || star != SIZE_MAX ? UnpackAll(value) : ExactItems(interpreter_, value, count);
  if (star == SIZE_MAX) {
    if (items.size() > count) RaiseTooMany(count);
    if (items.size() < count) RaiseTooFew(count, false, items.size());
    for (size_t i = 0; i < count; ++i) Assign(frame, *targets[i], items[i]);
    return;
  }
  if (items.size() + 1 < count) RaiseTooFew(count - 1, true, items.size());
  const size_t after = count - star - 1;
  const auto begin = items.begin() + static_cast<std::ptrdiff_t>(star);
  const auto end = items.end() - static_cast<std::ptrdiff_t>(after);
  for (size_t i = 0; i < star; ++i) Assign(frame, *targets[i], items[i]);
  Assign(frame, *targets[star], MakeList({begin, end}));
  for (size_t i = 0; i < after; ++i) Assign(frame, *targets[star + 1 + i], items[items.size() - after + i]);
}

std::vector<Value> Interpreter::Machine::UnpackAll(const Value& value) {
  const Slots& slots = TypeOf(value)->slots();
  if (slots.iterate == nullptr && slots.get_item == nullptr) {
    RaiseTypeError(fmt::format("cannot unpack non-iterable {} object", TypeName(value)));
  }
  return interpreter_.ToVector(value);
}

void Interpreter::Machine::Delete(Frame& frame, const ast::Expr& target) {
  switch (target.kind) {
    case ExprKind::kName:
      return DeleteName(frame, As<ast::Name>(target).ref, target.span);
    case ExprKind::kAttribute: {
      const auto& attribute = As<ast::Attribute>(target);
      const Value object = Evaluate(frame, *attribute.value);
      frame.at = attribute.span;
      return interpreter_.DeleteAttribute(object, attribute.name);
    }
    case ExprKind::kSubscript: {
      const auto& subscript = As<ast::Subscript>(target);
      const Value object = Evaluate(frame, *subscript.value);
      const Value index = Evaluate(frame, *subscript.index);
      frame.at = subscript.span;
      return interpreter_.DeleteItem(object, index);
    }
    case ExprKind::kTuple:
      for (const auto& element : As<ast::Tuple>(target).elements) Delete(frame, *element);
      return;
    default:
      for (const auto& element : As<ast::List>(target).elements) Delete(frame, *element);
  }
}

/// `target op= value`: the target's parts are evaluated once.
void Interpreter::Machine::ExecuteAugmentedAssign(Frame& frame, const ast::AugmentedAssign& stmt) {
  if (const auto* name = ast::TryAs<ast::Name>(*stmt.target)) {
    const Value old = LoadName(frame, name->ref, name->span);
    return StoreName(frame, name->ref, Combine(frame, stmt, old));
  }
  if (const auto* attribute = ast::TryAs<ast::Attribute>(*stmt.target)) {
    const Value object = Evaluate(frame, *attribute->value);
    frame.at = attribute->span;
    const Value old = interpreter_.GetAttribute(object, attribute->name);
    return StoreAttribute(frame, *attribute, object, Combine(frame, stmt, old));
  }
  const auto& subscript = As<ast::Subscript>(*stmt.target);
  const Value object = Evaluate(frame, *subscript.value);
  const Value index = Evaluate(frame, *subscript.index);
  frame.at = subscript.span;
  const Value old = interpreter_.GetItem(object, index);
  const Value combined = Combine(frame, stmt, old);
  frame.at = subscript.span;
  interpreter_.SetItem(object, index, combined);
}

Value Interpreter::Machine::Combine(Frame& frame, const ast::AugmentedAssign& stmt, const Value& old) {
  const Value value = Evaluate(frame, *stmt.value);
  Value result;
  if (TryNumbers(stmt.op, old, value, result)) return result;
  frame.at = stmt.span;
  return interpreter_.InPlace(stmt.op, old, value);
}

}  // namespace limbeck::python
