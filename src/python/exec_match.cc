#include <fmt/format.h>

#include "python/machine.h"

// match. Names that a pattern binds are bound when the whole pattern has matched, as CPython does it.

namespace limbeck::python {

using ast::As;
using ast::PatternKind;

/// What one case binds, in order.
struct Interpreter::Machine::Bindings {
  std::vector<std::pair<const ast::NameRef*, Value>> names;
};

Completion Interpreter::Machine::ExecuteMatch(Frame& frame, const ast::Match& stmt) {
  const Value subject = interpreter_.Resolve(Evaluate(frame, *stmt.subject));
  for (const ast::MatchCase& one : stmt.cases) {
    Bindings bindings;
    frame.at = one.pattern->span;
    if (!MatchPattern(frame, *one.pattern, subject, bindings)) continue;
    for (auto& [name, value] : bindings.names) StoreName(frame, *name, std::move(value));
    if (one.guard && !EvaluateTruth(frame, *one.guard)) continue;
    return Execute(frame, one.body);
  }
  return Completion::kNormal;
}

bool Interpreter::Machine::MatchPattern(Frame& frame, const ast::Pattern& pattern, const Value& subject,
                                        Bindings& bindings) {
  switch (pattern.kind) {
    case PatternKind::kValue: {
      const Value value = Evaluate(frame, *As<ast::ValuePattern>(pattern).value);
      frame.at = pattern.span;
      return interpreter_.Equal(subject, value);
    }
    case PatternKind::kSingleton:
      return subject.Is(EvaluateConstant(frame, *As<ast::SingletonPattern>(pattern).value));
    case PatternKind::kSequence:
      return MatchSequence(frame, As<ast::SequencePattern>(pattern), subject, bindings);
    case PatternKind::kMapping:
      return MatchMapping(frame, As<ast::MappingPattern>(pattern), subject, bindings);
    case PatternKind::kClass:
      return MatchClass(frame, As<ast::ClassPattern>(pattern), subject, bindings);
    case PatternKind::kStar:
      return true;
    case PatternKind::kAs: {
      const auto& as = As<ast::AsPattern>(pattern);
      if (as.pattern && !MatchPattern(frame, *as.pattern, subject, bindings)) return false;
      if (as.name.symbol) bindings.names.emplace_back(&as.name, subject);
      return true;
    }
    case PatternKind::kOr:
      for (const auto& alternative : As<ast::OrPattern>(pattern).patterns) {
        const size_t before = bindings.names.size();
        if (MatchPattern(frame, *alternative, subject, bindings)) return true;
        bindings.names.resize(before);
      }
      return false;
  }
  return false;
}

namespace {

/// Sequences are lists, tuples and ranges, and what is registered as one; never text.
bool IsSequence(Interpreter& interpreter, const Value& value) {
  const TypeObject* type = TypeOf(value);
  const Layout layout = type->layout();
  if (layout == Layout::kList || layout == Layout::kTuple || layout == Layout::kRange) return true;
  if (layout != Layout::kInstance || !type->is_script_class()) return false;
  const Value abstract = interpreter.GetAttribute(interpreter.Import("collections.abc"), Symbol::Intern("Sequence"));
  return interpreter.IsInstance(value, abstract);
}

bool IsMapping(Interpreter& interpreter, const Value& value) {
  const TypeObject* type = TypeOf(value);
  if (type->layout() == Layout::kDict || type == Types().mapping_proxy) return true;
  if (type->layout() != Layout::kInstance || !type->is_script_class()) return false;
  const Value abstract = interpreter.GetAttribute(interpreter.Import("collections.abc"), Symbol::Intern("Mapping"));
  return interpreter.IsInstance(value, abstract);
}

}  // namespace

bool Interpreter::Machine::MatchSequence(Frame& frame, const ast::SequencePattern& pattern, const Value& subject,
                                         Bindings& bindings) {
  if (!IsSequence(interpreter_, subject)) return false;
  const std::vector<Value> items = interpreter_.ToVector(subject);
  const auto& patterns = pattern.patterns;
  size_t star = patterns.size();
  for (size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i]->kind == PatternKind::kStar) star = i;
  }
  const bool has_star = star < patterns.size();
  const size_t fixed = patterns.size() - (has_star ? 1 : 0);
  if (has_star ? items.size() < fixed : items.size() != fixed) return false;
  for (size_t i = 0; i < star; ++i) {
    if (!MatchPattern(frame, *patterns[i], items[i], bindings)) return false;
  }
  if (!has_star) return true;
  const size_t after = patterns.size() - star - 1;
  const auto& name = As<ast::StarPattern>(*patterns[star]).name;
  if (name.symbol) {
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(star);
    bindings.names.emplace_back(&name, MakeList({begin, items.end() - static_cast<std::ptrdiff_t>(after)}));
  }
  for (size_t i = 0; i < after; ++i) {
    if (!MatchPattern(frame, *patterns[star + 1 + i], items[items.size() - after + i], bindings)) return false;
  }
  return true;
}

/// Keys are asked with get() and a default of their own, so that a defaultdict makes none.
bool Interpreter::Machine::MatchMapping(Frame& frame, const ast::MappingPattern& pattern, const Value& subject,
                                        Bindings& bindings) {
  if (!IsMapping(interpreter_, subject)) return false;
  const Value missing(new CellObject());
  std::vector<Value> keys;
  for (const ast::MappingItem& item : pattern.items) {
    keys.push_back(Evaluate(frame, *item.key));
    const Value value = interpreter_.CallMethod(subject, "get", {keys.back(), missing});
    if (value.Is(missing) || !MatchPattern(frame, *item.pattern, value, bindings)) return false;
  }
  if (!pattern.rest.symbol) return true;
  const auto rest = MakeDict();
  MergeMapping(frame, *rest, subject, pattern.span);
  for (const Value& key : keys) rest->table.Erase(interpreter_, key);
  bindings.names.emplace_back(&pattern.rest, Value(rest));
  return true;
}

namespace {

/// Built-in types whose only positional sub-pattern is the value itself.
bool MatchesItself(const TypeObject& type) {
  const BuiltinTypes& types = Types();
  for (const TypeObject* one : {types.boolean, types.byte_array, types.bytes, types.dict, types.floating,
                                types.frozen_set, types.integer, types.list, types.set, types.str, types.tuple}) {
    if (type.IsSubtypeOf(one)) return true;
  }
  return false;
}

}  // namespace

bool Interpreter::Machine::MatchClass(Frame& frame, const ast::ClassPattern& pattern, const Value& subject,
                                      Bindings& bindings) {
  const Value type_value = interpreter_.Resolve(Evaluate(frame, *pattern.type));
  frame.at = pattern.span;
  const auto* type = Cast<TypeObject>(type_value);
  if (type == nullptr) RaiseTypeError("called match pattern must be a class");
  if (!interpreter_.IsInstance(subject, type_value)) return false;
  const std::vector<Symbol> names = PositionalNames(type_value, *type, pattern.positional.size());
  for (size_t i = 0; i < pattern.positional.size(); ++i) {
    // Without a name the value itself is meant.
    const Value value = names.empty() ? subject : interpreter_.FindAttribute(subject, names[i]);
    if (value.is_empty() || !MatchPattern(frame, *pattern.positional[i], value, bindings)) return false;
  }
  for (const ast::KeywordPattern& keyword : pattern.keywords) {
    const Value value = interpreter_.FindAttribute(subject, keyword.name);
    if (value.is_empty() || !MatchPattern(frame, *keyword.pattern, value, bindings)) return false;
  }
  return true;
}

/// From __match_args__; empty when the one sub-pattern is for the value itself.
std::vector<Symbol> Interpreter::Machine::PositionalNames(const Value& type_value, const TypeObject& type,
                                                          size_t count) {
  if (count == 0) return {};
  const Value found = interpreter_.FindAttribute(type_value, Names().match_args);
  if (found.is_empty() && MatchesItself(type) && count == 1) return {};
  const auto* listed = Cast<TupleObject>(found);
  if (!found.is_empty() && listed == nullptr) {
    RaiseTypeError(fmt::format("{}.__match_args__ must be a tuple (got {})", type.name(), TypeName(found)));
  }
  const size_t most = found.is_empty() ? (MatchesItself(type) ? 1 : 0) : listed->items.size();
  if (count > most) {
    RaiseTypeError(fmt::format("{}() accepts {} positional sub-pattern{} ({} given)", type.name(), most,
                               most == 1 ? "" : "s", count));
  }
  std::vector<Symbol> names;
  for (size_t i = 0; i < count; ++i) {
    const auto* text = Cast<StrObject>(listed->items[i]);
    if (text == nullptr) {
      RaiseTypeError(fmt::format("__match_args__ elements must be strings (got {})", TypeName(listed->items[i])));
    }
    names.push_back(text->symbol());
  }
  return names;
}

}  // namespace limbeck::python
