#include "python/generator.h"
#include "python/machine.h"

namespace limbeck::python {

using ast::ComprehensionKind;

namespace {

/// Empties the comprehension's variables before and after, and gives its shared ones boxes of their own.
class OwnVariables {
 public:
  OwnVariables(Frame& frame, const ast::Comprehension& comprehension) : frame_(frame), comprehension_(comprehension) {
    Clear();
    for (const uint32_t cell : comprehension.cells) {
      before_.push_back(std::exchange(frame.cells[cell], Value(new CellObject())));
    }
  }
  ~OwnVariables() {
    Clear();
    for (size_t i = 0; i < before_.size(); ++i) frame_.cells[comprehension_.cells[i]] = std::move(before_[i]);
  }
  OwnVariables(const OwnVariables&) = delete;
  OwnVariables& operator=(const OwnVariables&) = delete;

 private:
  void Clear() {
    for (uint32_t i = 0; i < comprehension_.slot_count; ++i) {
      frame_.slots[comprehension_.first_slot + i] = Value();
    }
  }

  Frame& frame_;
  const ast::Comprehension& comprehension_;
  std::vector<Value> before_;
};

}  // namespace

Value Interpreter::Machine::EvaluateComprehension(Frame& frame, const ast::Comprehension& comprehension) {
  const ast::ComprehensionClause& first = comprehension.clauses.front();
  Value iterable = Evaluate(frame, *first.iterable);
  frame.at = first.iterable->span;
  if (comprehension.comprehension == ComprehensionKind::kGenerator) {
    Value iterator =
        first.is_async ? interpreter_.CallMethod(iterable, "__aiter__", {}) : interpreter_.Iterate(iterable);
    return MakeGeneratorExpression(interpreter_, frame, comprehension, std::move(iterator));
  }
  const OwnVariables variables(frame, comprehension);
  switch (comprehension.comprehension) {
    case ComprehensionKind::kList: {
      const auto list = Make<ListObject>();
      RunClauses(frame, comprehension, 0, iterable,
                 [&] { list->items.push_back(Evaluate(frame, *comprehension.element)); });
      return list;
    }
    case ComprehensionKind::kSet: {
      const auto set = Make<SetObject>();
      RunClauses(frame, comprehension, 0, iterable, [&] {
        const Value value = Evaluate(frame, *comprehension.element);
        set->table.Set(interpreter_, value, Value::None());
      });
      return set;
    }
    default: {
      const auto dict = MakeDict();
      RunClauses(frame, comprehension, 0, iterable, [&] {
        const Value key = Evaluate(frame, *comprehension.element);
        Value value = Evaluate(frame, *comprehension.value);
        dict->table.Set(interpreter_, key, std::move(value));
      });
      return dict;
    }
  }
}

/// The clauses from `index` on, the first of them over `iterable`; `visit` at the innermost.
void Interpreter::Machine::RunClauses(Frame& frame, const ast::Comprehension& comprehension, size_t index,
                                      const Value& iterable, const std::function<void()>& visit) {
  const ast::ComprehensionClause& clause = comprehension.clauses[index];
  const auto step = [&](const Value& item) {
    Assign(frame, *clause.target, item);
    for (const auto& condition : clause.conditions) {
      if (!EvaluateTruth(frame, *condition)) return;
    }
    if (index + 1 == comprehension.clauses.size()) return visit();
    const Value inner = Evaluate(frame, *comprehension.clauses[index + 1].iterable);
    frame.at = comprehension.clauses[index + 1].iterable->span;
    RunClauses(frame, comprehension, index + 1, inner, visit);
  };
  if (clause.is_async) return ForEachAsync(frame, iterable, step);
  if (const auto* range = Cast<RangeObject>(iterable)) {
    const int64_t length = range->length();
    for (int64_t i = 0; i < length; ++i) step(Value::Int(range->start + i * range->step));
    return;
  }
  interpreter_.ForEach(iterable, step);
}

/// The body of a generator expression, whose first iterator is in slot 0.
void Interpreter::Machine::RunGeneratorExpression(Frame& frame, const ast::Comprehension& comprehension) {
  if (!frame.code->cells.empty()) FillCells(frame);
  const Value iterator = frame.slots[0];
  RunClauses(frame, comprehension, 0, iterator, [&] {
    Value value = Evaluate(frame, *comprehension.element);
    YieldValue(frame, std::move(value));
  });
}

}  // namespace limbeck::python
