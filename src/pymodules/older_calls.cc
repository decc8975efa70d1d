#include "pymodules/older_calls.h"

#include <string_view>

#include "python/objects.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

const std::vector<Value>* ListOf(const Value& value) {
  const auto* list = python::Cast<python::ListObject>(value);
  return list == nullptr ? nullptr : &list->items;
}

bool IsSet(const Value& value) {
  return ListOf(value) != nullptr || python::Cast<python::TupleObject>(value) != nullptr ||
         python::Cast<python::DictObject>(value) != nullptr;
}

/// A clause of select() of old, and the method that says it now.
struct OlderClause {
  std::string_view keyword;
  const char* method;
  enum class Takes { kValue, kItems, kFlag } takes;
};

constexpr OlderClause kClauses[] = {
    {"whereclause", "where", OlderClause::Takes::kValue}, {"from_obj", "select_from", OlderClause::Takes::kItems},
    {"distinct", "distinct", OlderClause::Takes::kFlag},  {"having", "having", OlderClause::Takes::kValue},
    {"group_by", "group_by", OlderClause::Takes::kItems}, {"order_by", "order_by", OlderClause::Takes::kItems},
    {"limit", "limit", OlderClause::Takes::kValue},       {"offset", "offset", OlderClause::Takes::kValue},
};

const OlderClause* FindClause(std::string_view keyword) {
  for (const OlderClause& clause : kClauses) {
    if (clause.keyword == keyword) return &clause;
  }
  return nullptr;
}

Value Add(Interpreter& interpreter, const Value& select, const OlderClause& clause, const Value& given) {
  const Value value = interpreter.Resolve(given);
  const bool is_off = value.is_none() || value.Is(Value::Bool(false));
  if (is_off) return select;
  const Value method = interpreter.GetAttribute(select, python::Symbol::Intern(clause.method));
  if (clause.takes == OlderClause::Takes::kFlag) return interpreter.Call(method, std::initializer_list<Value>{});
  const std::vector<Value>* list = clause.takes == OlderClause::Takes::kItems ? ListOf(value) : nullptr;
  const std::vector<Value> items = list == nullptr ? std::vector<Value>{value} : *list;
  return interpreter.Call(method, python::CallArguments{items, {}});
}

}  // namespace

OlderSelect::OlderSelect(Interpreter& interpreter, std::vector<Value>& items) {
  const Value first = items.empty() ? Value() : interpreter.Resolve(items[0]);
  const std::vector<Value>* columns = ListOf(first);
  if (columns == nullptr) return;
  is_older_ = true;
  clauses_.assign(items.begin() + 1, items.end());
  items = std::vector<Value>(*columns);
}

Value OlderSelect::Apply(Interpreter& interpreter, Value select, const OlderKeywords& keywords) const {
  if (clauses_.size() > std::size(kClauses)) python::RaiseTypeError("select() takes fewer positional arguments");
  for (size_t i = 0; i < clauses_.size(); ++i) select = Add(interpreter, select, kClauses[i], clauses_[i]);
  for (const auto& [name, value] : keywords) {
    const OlderClause* clause = FindClause(name.text());
    if (clause == nullptr) {
      python::RaiseTypeError("select() got an unexpected keyword argument '" + name.text() + "'");
    }
    select = Add(interpreter, select, *clause, value);
  }
  return select;
}

std::vector<Value> ItemsOfOnlyList(Interpreter& interpreter, const std::vector<Value>& given) {
  const Value only = given.size() == 1 ? interpreter.Resolve(given[0]) : Value();
  const std::vector<Value>* list = ListOf(only);
  return list == nullptr ? given : *list;
}

std::vector<Value> ItemsOfOnlySequence(Interpreter& interpreter, const std::vector<Value>& given) {
  const Value only = given.size() == 1 ? interpreter.Resolve(given[0]) : Value();
  const auto* tuple = python::Cast<python::TupleObject>(only);
  return tuple == nullptr ? ItemsOfOnlyList(interpreter, given) : tuple->items;
}

Value JoinParameters(Interpreter& interpreter, const Value& first, const std::vector<Value>& more,
                     const OlderKeywords& named) {
  if (!more.empty()) {
    std::vector<Value> all{first};
    all.insert(all.end(), more.begin(), more.end());
    return python::MakeList(std::move(all));
  }
  if (named.empty()) return first;
  const auto set = python::MakeDict();
  for (const auto& [name, value] : named) set->table.Set(interpreter, python::MakeStr(name), value);
  return Value(set);
}

Value DriverSets(Interpreter& interpreter, const Value& given) {
  const Value value = given.is_empty() ? Value::None() : interpreter.Resolve(given);
  const std::vector<Value>* list = ListOf(value);
  if (list == nullptr) return IsSet(value) || value.is_none() ? value : python::MakeTuple({value});
  if (list->empty()) return Value::None();
  return IsSet(interpreter.Resolve(list->front())) ? value : python::MakeTuple(*list);
}

}  // namespace limbeck::pymodules
