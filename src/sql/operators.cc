#include "sql/operators.h"

#include <utility>

#include "sql/errors.h"
#include "sql/result_type.h"

namespace limbeck::sql {
namespace {

bool IsConstant(const Expression& expression, Constant constant) {
  const auto* node = expression.As<Constant>();
  return node && *node == constant;
}

bool IsQuantified(const Expression& expression) {
  const auto* unary = expression.As<Unary>();
  return unary && (unary->op == Operator::kAny || unary->op == Operator::kAll);
}

Expression MakeBinary(const Expression& left, const Expression& right, Binary node) {
  node.left = SelfGroup(left, node.op, node.precedence);
  node.right = SelfGroup(right, node.op, node.precedence);
  return node;
}

Binary BinaryNode(Operator op, Type type, Operator negation = Operator::kNone) {
  return Binary{.left = Null(), .right = Null(), .op = op, .type = std::move(type), .negation = negation};
}

// The operands of an expression of `op`, which a longer chain of the same operator takes over one by one.
std::vector<Expression> OperandsOf(const Expression& expression, Operator op, const Type& type) {
  const auto* binary = expression.As<Binary>();
  if (binary && binary->op == op && HaveSameAffinity(binary->type, type)) return {binary->left, binary->right};
  const auto* list = expression.As<ClauseList>();
  if (list && list->op == op && HaveSameAffinity(list->type, type)) return list->clauses;
  return {};
}

Expression MakeChain(Operator op, const Expression& left, const Expression& right, const Type& type) {
  std::vector<Expression> first = OperandsOf(left, op, type);
  std::vector<Expression> second = OperandsOf(right, op, type);
  if (first.empty() && second.empty()) return MakeBinary(left, right, BinaryNode(op, type));
  if (first.empty()) first.push_back(left);
  if (second.empty()) second.push_back(right);
  ClauseList list{.op = op, .type = type};
  for (const auto* operands : {&first, &second}) {
    for (const Expression& operand : *operands) list.clauses.push_back(SelfGroup(operand, op));
  }
  return list;
}

// `x = NULL` is written x IS NULL; `x = true` stays as it is.
Operator OperatorForConstant(Operator op, const Expression& constant) {
  bool is_equality = op == Operator::kEqual || op == Operator::kNotEqual;
  if (is_equality && !IsConstant(constant, Constant::kNull)) return op;
  if (op == Operator::kIsDistinctFrom || op == Operator::kIsNotDistinctFrom) return op;
  if (op == Operator::kEqual || op == Operator::kIs) return Operator::kIs;
  if (op == Operator::kNotEqual || op == Operator::kIsNot) return Operator::kIsNot;
  throw ArgumentError(
      "Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with "
      "None/True/False");
}

/// The comparison that says the same of the operands in the other order.
Operator Mirrored(Operator op) {
  switch (op) {
    case Operator::kLess:
      return Operator::kGreater;
    case Operator::kLessEqual:
      return Operator::kGreaterEqual;
    case Operator::kGreater:
      return Operator::kLess;
    case Operator::kGreaterEqual:
      return Operator::kLessEqual;
    default:
      return op;
  }
}

Expression Compare(Operator op, const Expression& left, const Expression& right, Binary node) {
  // ANY and ALL stand at the right.
  if (IsQuantified(left) && !IsQuantified(right)) return Compare(Mirrored(op), right, left, std::move(node));
  if (right.As<Constant>() && !IsQuantified(left)) op = OperatorForConstant(op, right);
  node.op = op;
  node.type = types::Boolean();
  node.negation = IsQuantified(right) ? Operator::kNone : Negation(op);
  return MakeBinary(left, right, std::move(node));
}

// The clauses of AND or OR without those that do not matter: `neutral` ones, and all others beside a `deciding` one.
std::vector<Expression> SignificantClauses(const std::vector<Expression>& clauses, Constant neutral,
                                           Constant deciding) {
  std::vector<Expression> significant;
  for (const Expression& clause : clauses) {
    if (IsConstant(clause, deciding)) return {clause};
    if (!IsConstant(clause, neutral)) significant.push_back(clause);
  }
  if (significant.empty() && !clauses.empty()) significant.push_back(clauses.front());
  return significant;
}

Expression Conjunction(Operator op, const std::vector<Expression>& clauses, Constant neutral, Constant deciding) {
  std::vector<Expression> significant = SignificantClauses(clauses, neutral, deciding);
  ClauseList list{.op = op, .type = types::Boolean()};
  if (significant.size() == 1) return SelfGroup(significant[0], Operator::kAsBoolean);
  for (const Expression& part : significant) {
    Expression clause = SelfGroup(part, op);
    const auto* inner = clause.As<ClauseList>();
    if (inner && inner->op == op) {
      list.clauses.insert(list.clauses.end(), inner->clauses.begin(), inner->clauses.end());
    } else {
      list.clauses.push_back(clause);
    }
  }
  return list;
}

bool IsBooleanTyped(const Expression& expression) {
  return AffinityOf(TypeOf(expression)) == TypeAffinity::kBoolean;
}

Expression NotOf(const Expression& expression) {
  return Unary{.op = Operator::kNot, .operand = SelfGroup(expression, Operator::kNot)};
}

Expression NegatedBinary(const Expression& expression, const Binary& binary) {
  if (binary.negation == Operator::kNone) return Not(Grouping{expression});
  Binary opposite = binary;
  std::swap(opposite.op, opposite.negation);
  return opposite;
}

Expression NegatedUnary(const Expression& expression, const Unary& unary) {
  if (AffinityOf(unary.type) != TypeAffinity::kBoolean) return NotOf(expression);
  return Unary{.op = Operator::kNot, .operand = SelfGroup(expression, Operator::kNot), .type = types::Boolean()};
}

Expression NegatedColumn(const Expression& expression) {
  if (IsBooleanTyped(expression)) return AsBoolean{expression, Operator::kIsFalse};
  return NotOf(expression);
}

// Grouping of what has no operator of its own: columns, functions, literals.
Expression GroupedColumn(const Expression& expression, Operator against) {
  bool as_condition = against == Operator::kAnd || against == Operator::kOr || against == Operator::kAsBoolean;
  if (as_condition && IsBooleanTyped(expression)) return AsBoolean{expression, Operator::kIsTrue};
  if (against == Operator::kAny || against == Operator::kAll) return Grouping{expression};
  return expression;
}

Expression GroupedIf(bool condition, const Expression& expression) {
  return condition ? Expression(Grouping{expression}) : expression;
}

}  // namespace

Expression Null() {
  return Constant::kNull;
}
Expression True() {
  return Constant::kTrue;
}
Expression False() {
  return Constant::kFalse;
}

Expression Column(Name name, Type type) {
  return ColumnReference{.name = std::move(name), .type = std::move(type)};
}

Expression Literal(Value value, Type type, std::string hint) {
  if (type.is_null()) type = TypeOfValue(value);
  return BindParameter{.hint = std::move(hint), .value = std::move(value), .type = std::move(type), .unique = true};
}

Expression InlineLiteral(Value value, Type type) {
  if (type.is_null()) type = TypeOfValue(value);
  return BindParameter{.value = std::move(value), .type = std::move(type), .as_literal = true};
}

Expression SqlText(std::string sql) {
  return Text{.sql = std::move(sql)};
}

Expression Operand(const Expression& beside, Operator op, Value value) {
  if (IsComparison(op) && op != Operator::kIn && op != Operator::kNotIn) {
    if (value.is_none()) return Null();
    if (const bool* flag = value.As<bool>()) return *flag ? True() : False();
  }
  const auto* column = beside.As<ColumnReference>();
  const auto* function = beside.As<Function>();
  std::string hint = column ? column->name.text : function ? function->path.back().text : "param";
  Type type = CoerceToward(TypeOf(beside), value);
  if (op == Operator::kJsonGetItem) type = TypeKind::kJsonIndex;
  if (op == Operator::kJsonPathGetItem) type = TypeKind::kJsonItemPath;
  return BindParameter{.hint = std::move(hint), .value = std::move(value), .type = std::move(type), .unique = true};
}

Expression Operate(Operator op, const Expression& left, const Expression& right) {
  if (IsComparison(op)) return Compare(op, left, right, BinaryNode(op, {}));
  OperatorResult result = ResultOf(op, TypeOf(left), TypeOf(right));
  if (IsAssociative(result.op)) return MakeChain(result.op, left, right, result.type);
  return MakeBinary(left, right, BinaryNode(result.op, result.type));
}

Expression Operate(const CustomOperator& op, const Expression& left, const Expression& right) {
  Binary node = BinaryNode(Operator::kCustom, op.return_type);
  if (op.is_comparison) node.type = types::Boolean();
  if (node.type.is_null()) node.type = ResultOf(Operator::kCustom, TypeOf(left), TypeOf(right)).type;
  node.custom = op.text;
  node.precedence = op.precedence;
  node.custom_is_comparison = op.is_comparison;
  node.eager_grouping = op.eager_grouping;
  return MakeBinary(left, right, std::move(node));
}

Expression Like(Operator op, const Expression& left, const Expression& right, std::optional<std::string> escape) {
  Binary node = BinaryNode(op, {});
  node.escape = std::move(escape);
  return Compare(op, left, right, std::move(node));
}

Expression RegexpMatch(const Expression& left, const Expression& pattern, std::optional<std::string> flags) {
  Binary node = BinaryNode(Operator::kRegexpMatch, {}, Operator::kNotRegexpMatch);
  node.flags = std::move(flags);
  return MakeBinary(left, pattern, std::move(node));
}

Expression RegexpReplace(const Expression& left, const Expression& pattern, const Expression& replacement,
                         std::optional<std::string> flags) {
  Binary node = BinaryNode(Operator::kRegexpReplace, {});
  node.flags = std::move(flags);
  return MakeBinary(left, ClauseList{.clauses = {pattern, replacement}, .group = false}, std::move(node));
}

Expression Between(const Expression& value, const Expression& low, const Expression& high, bool symmetric) {
  Binary node = BinaryNode(Operator::kBetween, {}, Operator::kNotBetween);
  node.symmetric = symmetric;
  return MakeBinary(value, ClauseList{.op = Operator::kAnd, .clauses = {low, high}, .group = false}, std::move(node));
}

Expression In(const Expression& value, std::vector<Value> choices, bool negated) {
  Operator op = negated ? Operator::kNotIn : Operator::kIn;
  Expression bind = Operand(value, op, choices.empty() ? Value() : choices.front());
  BindParameter list = *bind.As<BindParameter>();
  list.value = ValueList{std::move(choices)};
  list.expanding = true;
  return MakeBinary(value, list, BinaryNode(op, types::Boolean(), Negation(op)));
}

Expression In(const Expression& value, const Expression& choices, bool negated) {
  Operator op = negated ? Operator::kNotIn : Operator::kIn;
  return MakeBinary(value, choices, BinaryNode(op, types::Boolean(), Negation(op)));
}

Expression And(std::vector<Expression> clauses) {
  return Conjunction(Operator::kAnd, clauses, Constant::kTrue, Constant::kFalse);
}

Expression Or(std::vector<Expression> clauses) {
  return Conjunction(Operator::kOr, clauses, Constant::kFalse, Constant::kTrue);
}

Expression Not(const Expression& expression) {
  if (IsConstant(expression, Constant::kTrue)) return False();
  if (IsConstant(expression, Constant::kFalse)) return True();
  if (const auto* binary = expression.As<Binary>()) return NegatedBinary(expression, *binary);
  if (const auto* unary = expression.As<Unary>()) return NegatedUnary(expression, *unary);
  if (expression.As<ClauseList>()) return NotOf(expression);
  if (const auto* condition = expression.As<AsBoolean>()) {
    if (condition->operand.As<Constant>()) return Not(condition->operand);
    return AsBoolean{condition->operand, Negation(condition->op)};
  }
  if (const auto* label = expression.As<Label>()) return Label{label->name, Not(label->operand)};
  return NegatedColumn(expression);
}

Expression Negative(const Expression& expression) {
  return Prefixed(Operator::kNegate, expression);
}

Expression BitwiseNot(const Expression& expression) {
  return Prefixed(Operator::kBitwiseNot, expression);
}

Expression Ordered(const Expression& expression, Operator modifier) {
  return Unary{.modifier = modifier, .operand = SelfGroup(expression, modifier)};
}

Expression Prefixed(Operator op, const Expression& expression) {
  bool is_quantifier = op == Operator::kAny || op == Operator::kAll;
  Type type = is_quantifier || op == Operator::kExists ? types::Boolean() : TypeOf(expression);
  return Unary{.op = op, .operand = SelfGroup(expression, op), .type = std::move(type)};
}

Expression Collate(const Expression& expression, Name collation) {
  Type type = TypeOf(expression);
  if (AffinityOf(type) == TypeAffinity::kString) type.collation = collation.text;
  return MakeBinary(expression, Collation{std::move(collation)}, BinaryNode(Operator::kCollate, std::move(type)));
}

Expression CastTo(const Expression& expression, Type type) {
  return Cast{expression, std::move(type)};
}

Expression CastTo(Value value, Type type) {
  return Cast{Literal(std::move(value), type), type};
}

Expression SelfGroup(const Expression& expression, Operator against, int precedence) {
  if (const auto* binary = expression.As<Binary>()) {
    bool boolean = IsBoolean(binary->op) || binary->custom_is_comparison;
    return GroupedIf(NeedsParentheses(binary->op, binary->precedence, against, precedence) ||
                         (against == Operator::kNot && !boolean),
                     expression);
  }
  if (const auto* list = expression.As<ClauseList>()) {
    if (list->clauses.empty() || !list->group) return expression;
    return GroupedIf(NeedsParentheses(list->op, 0, against, precedence) ||
                         (against == Operator::kNot && list->op != Operator::kComma && !IsBoolean(list->op)),
                     expression);
  }
  if (const auto* unary = expression.As<Unary>()) {
    return GroupedIf(
        unary->op != Operator::kNone && NeedsParentheses(unary->op, unary->precedence, against, precedence),
        expression);
  }
  if (expression.As<AsBoolean>() || expression.As<Grouping>() || expression.As<Tuple>() || expression.As<Subquery>()) {
    return expression;
  }
  if (expression.As<Text>()) return GroupedIf(against == Operator::kIn || against == Operator::kNotIn, expression);
  if (const auto* label = expression.As<Label>()) {
    return Label{label->name, SelfGroup(label->operand, against, precedence)};
  }
  if (const auto* coerced = expression.As<TypeCoerce>()) {
    return TypeCoerce{SelfGroup(coerced->operand, against, precedence), coerced->type};
  }
  bool indexed = against == Operator::kGetItem || against == Operator::kJsonGetItem;
  if (indexed && (expression.As<Function>() || expression.As<ArrayLiteral>())) return Grouping{expression};
  return GroupedColumn(expression, against);
}

}  // namespace limbeck::sql
