#include "python/attribute.h"
#include "python/function_type.h"
#include "python/machine.h"
#include "python/number_shortcuts.h"

namespace limbeck::python {

using ast::As;
using ast::ExprKind;

Value Interpreter::Machine::Evaluate(Frame& frame, const ast::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kConstant:
      return EvaluateConstant(frame, As<ast::Constant>(expr));
    case ExprKind::kName:
      return LoadName(frame, As<ast::Name>(expr).ref, expr.span);
    case ExprKind::kAttribute:
      return EvaluateAttribute(frame, As<ast::Attribute>(expr));
    case ExprKind::kCall:
      return EvaluateCall(frame, As<ast::Call>(expr));
    case ExprKind::kSubscript:
      return EvaluateSubscript(frame, As<ast::Subscript>(expr));
    case ExprKind::kBinaryOp:
      return EvaluateBinary(frame, As<ast::BinaryOp>(expr));
    case ExprKind::kUnaryOp:
      return EvaluateUnary(frame, As<ast::UnaryOp>(expr));
    case ExprKind::kBoolOp:
      return EvaluateBool(frame, As<ast::BoolOp>(expr));
    case ExprKind::kCompare:
      return EvaluateCompare(frame, As<ast::Compare>(expr));
    case ExprKind::kConditional: {
      const auto& conditional = As<ast::Conditional>(expr);
      return Evaluate(frame, EvaluateTruth(frame, *conditional.test) ? *conditional.body : *conditional.otherwise);
    }
    default:
      return EvaluateRare(frame, expr);
  }
}

Value Interpreter::Machine::EvaluateRare(Frame& frame, const ast::Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kNamedExpr:
      return EvaluateNamed(frame, As<ast::NamedExpr>(expr));
    case ExprKind::kLambda:
      return EvaluateLambda(frame, As<ast::Lambda>(expr));
    case ExprKind::kTuple:
      return EvaluateTuple(frame, As<ast::Tuple>(expr));
    case ExprKind::kList:
      return MakeList(EvaluateElements(frame, As<ast::List>(expr).elements));
    case ExprKind::kSet:
      return EvaluateSet(frame, As<ast::Set>(expr));
    case ExprKind::kDict:
      return EvaluateDict(frame, As<ast::Dict>(expr));
    case ExprKind::kComprehension:
      return EvaluateComprehension(frame, As<ast::Comprehension>(expr));
    case ExprKind::kJoinedString:
      return EvaluateJoinedString(frame, As<ast::JoinedString>(expr));
    case ExprKind::kFormattedValue:
      return EvaluateFormattedValue(frame, As<ast::FormattedValue>(expr));
    case ExprKind::kSlice:
      return EvaluateSlice(frame, As<ast::Slice>(expr));
    case ExprKind::kStarred:
      return Evaluate(frame, *As<ast::Starred>(expr).value);
    case ExprKind::kAwait:
      return EvaluateAwait(frame, As<ast::Await>(expr));
    case ExprKind::kYield:
      return EvaluateYield(frame, As<ast::Yield>(expr));
    default:
      return EvaluateYieldFrom(frame, As<ast::YieldFrom>(expr));
  }
}

/// A condition: comparisons and `not` of plain values need no bool object.
bool Interpreter::Machine::EvaluateTruth(Frame& frame, const ast::Expr& expr) {
  if (const auto* unary = ast::TryAs<ast::UnaryOp>(expr); unary != nullptr && unary->op == ast::UnaryOperator::kNot) {
    return !EvaluateTruth(frame, *unary->operand);
  }
  if (const auto* both = ast::TryAs<ast::BoolOp>(expr)) {
    for (const auto& value : both->values) {
      if (EvaluateTruth(frame, *value) == both->is_or) return both->is_or;
    }
    return !both->is_or;
  }
  const Value value = Evaluate(frame, expr);
  if (value.is_bool()) return value.bool_value();
  frame.at = expr.span;
  return interpreter_.Truth(value);
}

// ------------------------------------------------------------------------------------------ constants

namespace {

Value MakeConstant(const ast::Constant& constant) {
  switch (constant.constant) {
    case ast::ConstantKind::kNone:
      return Value::None();
    case ast::ConstantKind::kTrue:
      return Value::Bool(true);
    case ast::ConstantKind::kFalse:
      return Value::Bool(false);
    case ast::ConstantKind::kEllipsis:
      return EllipsisValue();
    case ast::ConstantKind::kInt:
      return Value::Int(constant.integer);
    case ast::ConstantKind::kBigInt:
      return MakeInteger(constant.text);
    case ast::ConstantKind::kFloat:
      return Value::Float(constant.number);
    case ast::ConstantKind::kImaginary:
      return Value(new ComplexObject(0, constant.number));
    case ast::ConstantKind::kStr:
      return MakeStr(constant.text);
    case ast::ConstantKind::kBytes:
      return MakeBytes(std::string(constant.text));
  }
  return {};
}

}  // namespace

Value Interpreter::Machine::EvaluateConstant(Frame& frame, const ast::Constant& constant) {
  if (constant.constant == ast::ConstantKind::kInt) return Value::Int(constant.integer);
  Value& made = frame.module_run().constants[constant.index];
  if (made.is_empty()) made = MakeConstant(constant);
  return made;
}

Value Interpreter::Machine::EvaluateTuple(Frame& frame, const ast::Tuple& tuple) {
  if (tuple.constant_index == ast::Tuple::kNotConstant) return MakeTuple(EvaluateElements(frame, tuple.elements));
  Value& made = frame.module_run().constants[tuple.constant_index];
  if (made.is_empty()) {
    Value fresh = MakeTuple(EvaluateElements(frame, tuple.elements));
    made = std::move(fresh);
  }
  return made;
}

// ------------------------------------------------------------------------------------------ displays

std::vector<Value> Interpreter::Machine::EvaluateElements(Frame& frame, const Sequence<Child<ast::Expr>>& elements) {
  std::vector<Value> items;
  items.reserve(elements.size());
  for (const auto& element : elements) {
    Value value = Evaluate(frame, *element);
    if (element->kind != ExprKind::kStarred) {
      items.push_back(std::move(value));
      continue;
    }
    frame.at = element->span;
    interpreter_.ForEach(value, [&items](const Value& item) { items.push_back(item); });
  }
  return items;
}

Value Interpreter::Machine::EvaluateSet(Frame& frame, const ast::Set& set) {
  const auto made = Make<SetObject>();
  for (const auto& element : set.elements) {
    const Value value = Evaluate(frame, *element);
    frame.at = element->span;
    if (element->kind != ExprKind::kStarred) {
      made->table.Set(interpreter_, value, Value::None());
    } else {
      interpreter_.ForEach(value, [&](const Value& item) { made->table.Set(interpreter_, item, Value::None()); });
    }
  }
  return made;
}

Value Interpreter::Machine::EvaluateDict(Frame& frame, const ast::Dict& dict) {
  const auto made = MakeDict();
  for (const ast::DictItem& item : dict.items) {
    if (!item.key) {
      MergeMapping(frame, *made, Evaluate(frame, *item.value), item.value->span);
      continue;
    }
    const Value key = Evaluate(frame, *item.key);
    Value value = Evaluate(frame, *item.value);
    frame.at = item.key->span;
    made->table.Set(interpreter_, key, std::move(value));
  }
  return made;
}

/// `{**mapping}`
void Interpreter::Machine::MergeMapping(Frame& frame, DictObject& dict, const Value& mapping, Span span) {
  frame.at = span;
  const Value keys = interpreter_.FindAttribute(mapping, Names().keys);
  if (keys.is_empty()) RaiseTypeError("'" + TypeName(mapping) + "' object is not a mapping");
  interpreter_.ForEach(interpreter_.Call(keys, {}), [&](const Value& key) {
    dict.table.Set(interpreter_, key, interpreter_.GetItem(mapping, key));
  });
}

Value Interpreter::Machine::EvaluateSlice(Frame& frame, const ast::Slice& slice) {
  const auto part = [&](const Child<ast::Expr>& expr) { return expr ? Evaluate(frame, *expr) : Value::None(); };
  Value lower = part(slice.lower);
  Value upper = part(slice.upper);
  return Value(new SliceObject(std::move(lower), std::move(upper), part(slice.step)));
}

// ------------------------------------------------------------------------------------------ attributes and items

Value Interpreter::Machine::EvaluateAttribute(Frame& frame, const ast::Attribute& attribute) {
  const Value value = Evaluate(frame, *attribute.value);
  const TypeObject* type = TypeOf(value);
  AttributeCache& cache = frame.module_run().attributes[attribute.cache_index];
  if (cache.version == type->version()) {
    if (const Value* found = FindByCache(cache, value, attribute.name)) return *found;
  }
  frame.at = attribute.span;
  Remember(cache, value, type, attribute.name);
  return interpreter_.GetAttribute(value, attribute.name);
}

/// Null when the cache does not know: another kind of attribute, or the instance has one of its own.
const Value* Interpreter::Machine::FindByCache(const AttributeCache& cache, const Value& value, Symbol name) {
  if (cache.kind != AttributeCache::Kind::kInstance) return nullptr;
  Namespace* own = static_cast<ObjectWithAttributes*>(value.object())->attributes();
  if (own == nullptr || cache.index >= own->capacity()) return nullptr;
  const Namespace::Entry& entry = own->At(cache.index);
  return entry.name == name && !entry.value.is_empty() ? &entry.value : nullptr;
}

/// Notes where the attribute of this type is, for the next time.
void Interpreter::Machine::Remember(AttributeCache& cache, const Value& value, const TypeObject* type, Symbol name) {
  cache.kind = AttributeCache::Kind::kUnknown;
  cache.version = type->version();
  if (type->slots().get_attribute != nullptr) return;
  const Value* in_class = type->Find(name);
  if (in_class != nullptr && IsDataDescriptor(*in_class)) return;
  ObjectWithAttributes* object = WithAttributes(value);
  if (object != nullptr && object->attributes() != nullptr) {
    cache.index = object->attributes()->IndexOf(name);
    if (cache.index != Namespace::kNowhere) {
      cache.kind = AttributeCache::Kind::kInstance;
      return;
    }
  }
  if (in_class == nullptr || !IsMethod(*in_class)) return;
  cache.kind = AttributeCache::Kind::kMethod;
  cache.in_class = in_class;
}

Value Interpreter::Machine::EvaluateSubscript(Frame& frame, const ast::Subscript& subscript) {
  const Value value = Evaluate(frame, *subscript.value);
  const Value index = Evaluate(frame, *subscript.index);
  if (index.is_int() && value.is_object()) {
    if (const Value* item = ItemOfSequence(value, index.int_value())) return *item;
  }
  frame.at = subscript.span;
  return interpreter_.GetItem(value, index);
}

// ------------------------------------------------------------------------------------------ operators

Value Interpreter::Machine::EvaluateBinary(Frame& frame, const ast::BinaryOp& op) {
  const Value left = Evaluate(frame, *op.left);
  const Value right = Evaluate(frame, *op.right);
  Value result;
  if (TryNumbers(op.op, left, right, result)) return result;
  frame.at = op.span;
  return interpreter_.Binary(op.op, left, right);
}

Value Interpreter::Machine::EvaluateUnary(Frame& frame, const ast::UnaryOp& op) {
  const Value operand = Evaluate(frame, *op.operand);
  if (op.op == ast::UnaryOperator::kNegate && operand.is_int() && operand.int_value() != INT64_MIN) {
    return Value::Int(-operand.int_value());
  }
  frame.at = op.span;
  return interpreter_.Unary(op.op, operand);
}

Value Interpreter::Machine::EvaluateBool(Frame& frame, const ast::BoolOp& op) {
  const uint32_t last = op.values.size() - 1;
  for (uint32_t i = 0; i < last; ++i) {
    Value value = Evaluate(frame, *op.values[i]);
    frame.at = op.values[i]->span;
    if (interpreter_.Truth(value) == op.is_or) return value;
  }
  return Evaluate(frame, *op.values[last]);
}

Value Interpreter::Machine::EvaluateCompare(Frame& frame, const ast::Compare& compare) {
  Value left = Evaluate(frame, *compare.left);
  const uint32_t last = compare.comparisons.size() - 1;
  for (uint32_t i = 0;; ++i) {
    const ast::Comparison& comparison = compare.comparisons[i];
    Value right = Evaluate(frame, *comparison.right);
    frame.at = compare.span;
    Value result = CompareOnce(comparison.op, left, right);
    if (i == last || !interpreter_.Truth(result)) return result;
    left = std::move(right);
  }
}

Value Interpreter::Machine::CompareOnce(ast::CompareOperator op, const Value& left, const Value& right) {
  switch (op) {
    case ast::CompareOperator::kIs:
      return Value::Bool(interpreter_.Resolve(left).Is(interpreter_.Resolve(right)));
    case ast::CompareOperator::kIsNot:
      return Value::Bool(!interpreter_.Resolve(left).Is(interpreter_.Resolve(right)));
    case ast::CompareOperator::kIn:
      return Value::Bool(interpreter_.Contains(right, left));
    case ast::CompareOperator::kNotIn:
      return Value::Bool(!interpreter_.Contains(right, left));
    default:
      break;
  }
  const auto plain = static_cast<CompareOp>(op);
  Value result;
  return TryCompareNumbers(plain, left, right, result) ? result : interpreter_.Compare(left, right, plain);
}

Value Interpreter::Machine::EvaluateNamed(Frame& frame, const ast::NamedExpr& named) {
  Value value = Evaluate(frame, *named.value);
  StoreName(frame, named.target->ref, value);
  return value;
}

}  // namespace limbeck::python
