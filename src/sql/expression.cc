#include "sql/expression.h"

#include "sql/statement.h"

namespace limbeck::sql {
namespace {

template <typename... Ts>
struct Overloaded : Ts... {
  using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

using Visit = std::function<void(const Expression&)>;
using Replace = std::function<Expression(const Expression&, const ColumnReference&)>;

void WalkAll(const std::vector<Expression>& expressions, const Visit& visit) {
  for (const Expression& expression : expressions) Walk(expression, visit);
}

void WalkCase(const Case& node, const Visit& visit) {
  if (node.value) Walk(*node.value, visit);
  for (const CaseWhen& when : node.whens) {
    Walk(when.condition, visit);
    Walk(when.result, visit);
  }
  if (node.otherwise) Walk(*node.otherwise, visit);
}

void WalkChildren(const Expression& expression, const Visit& visit) {
  std::visit(Overloaded{[](const auto&) {}, [&](const Function& node) { WalkAll(node.arguments, visit); },
                        [&](const Unary& node) { Walk(node.operand, visit); },
                        [&](const Binary& node) {
                          Walk(node.left, visit);
                          Walk(node.right, visit);
                        },
                        [&](const ClauseList& node) { WalkAll(node.clauses, visit); },
                        [&](const Grouping& node) { Walk(node.operand, visit); },
                        [&](const AsBoolean& node) { Walk(node.operand, visit); },
                        [&](const Cast& node) { Walk(node.operand, visit); },
                        [&](const TypeCoerce& node) { Walk(node.operand, visit); },
                        [&](const Case& node) { WalkCase(node, visit); },
                        [&](const Extract& node) { Walk(node.operand, visit); },
                        [&](const Label& node) { Walk(node.operand, visit); },
                        [&](const Tuple& node) { WalkAll(node.items, visit); },
                        [&](const ArrayLiteral& node) { WalkAll(node.items, visit); },
                        [&](const Slice& node) {
                          Walk(node.start, visit);
                          Walk(node.stop, visit);
                        },
                        [&](const AggregateOrderBy& node) {
                          Walk(node.target, visit);
                          Walk(node.order_by, visit);
                        },
                        [&](const Over& node) {
                          Walk(node.operand, visit);
                          WalkAll(node.partition_by, visit);
                          WalkAll(node.order_by, visit);
                        },
                        [&](const Filtered& node) {
                          Walk(node.operand, visit);
                          Walk(node.condition, visit);
                        },
                        [&](const WithinGroup& node) {
                          Walk(node.operand, visit);
                          WalkAll(node.order_by, visit);
                        }},
             expression.node().data);
}

bool HasColumns(const Expression& expression) {
  bool found = false;
  Walk(expression, [&](const Expression& part) { found = found || part.As<ColumnReference>() != nullptr; });
  return found;
}

// Copies a node and rewrites its children; one overload for each kind of node that has any.
class ColumnReplacer {
 public:
  explicit ColumnReplacer(const Replace& replace) : replace_(replace) {}

  Expression Rewrite(const Expression& expression) const {
    if (!HasColumns(expression)) return expression;
    if (const auto* column = expression.As<ColumnReference>()) return replace_(expression, *column);
    return std::visit([this](auto node) { return Rebuild(std::move(node)); }, expression.node().data);
  }

 private:
  void RewriteAll(std::vector<Expression>& expressions) const {
    for (Expression& expression : expressions) expression = Rewrite(expression);
  }

  template <typename T>
  Expression Rebuild(T node) const {
    if constexpr (requires { node.operand; }) {
      node.operand = Rewrite(node.operand);
    } else if constexpr (requires { node.items; }) {
      RewriteAll(node.items);
    }
    return node;
  }
  Expression Rebuild(Function node) const {
    RewriteAll(node.arguments);
    return node;
  }
  Expression Rebuild(Binary node) const {
    node.left = Rewrite(node.left);
    node.right = Rewrite(node.right);
    return node;
  }
  Expression Rebuild(ClauseList node) const {
    RewriteAll(node.clauses);
    return node;
  }
  Expression Rebuild(Case node) const {
    if (node.value) node.value = Rewrite(*node.value);
    for (CaseWhen& when : node.whens) when = {Rewrite(when.condition), Rewrite(when.result)};
    if (node.otherwise) node.otherwise = Rewrite(*node.otherwise);
    return node;
  }
  Expression Rebuild(Slice node) const { return Slice{Rewrite(node.start), Rewrite(node.stop)}; }
  Expression Rebuild(AggregateOrderBy node) const {
    return AggregateOrderBy{Rewrite(node.target), Rewrite(node.order_by)};
  }

  Expression Rebuild(Over node) const {
    node.operand = Rewrite(node.operand);
    RewriteAll(node.partition_by);
    RewriteAll(node.order_by);
    return node;
  }
  Expression Rebuild(Filtered node) const {
    node.operand = Rewrite(node.operand);
    node.condition = Rewrite(node.condition);
    return node;
  }
  Expression Rebuild(WithinGroup node) const {
    node.operand = Rewrite(node.operand);
    RewriteAll(node.order_by);
    return node;
  }

  const Replace& replace_;
};

Type TypeOfTypedNode(const Expression& expression) {
  return std::visit(
      [](const auto& node) -> Type {
        if constexpr (requires { node.type; }) return node.type;
        return {};
      },
      expression.node().data);
}

}  // namespace

bool Case::operator==(const Case& other) const = default;
bool Subquery::operator==(const Subquery& other) const = default;
bool Node::operator==(const Node& other) const = default;

bool Expression::operator==(const Expression& other) const {
  return Is(other) || node() == other.node();
}

Type TypeOf(const Expression& expression) {
  if (const auto* constant = expression.As<Constant>()) return *constant == Constant::kNull ? Type() : types::Boolean();
  if (const auto* grouping = expression.As<Grouping>()) return TypeOf(grouping->operand);
  if (const auto* label = expression.As<Label>()) return TypeOf(label->operand);
  if (expression.As<AsBoolean>()) return types::Boolean();
  if (expression.As<Extract>() || expression.As<NextValue>()) return types::Integer();
  if (expression.As<Tuple>()) return TypeKind::kTuple;
  if (expression.As<Collation>()) return {};
  return TypeOfTypedNode(expression);
}

std::string KeyOf(const Expression& expression) {
  if (const auto* column = expression.As<ColumnReference>()) return column->name.text;
  if (const auto* label = expression.As<Label>()) return label->name.text;
  if (const auto* text = expression.As<Text>()) return text->sql;
  if (const auto* literal = expression.As<LiteralColumn>()) return literal->sql;
  return "";
}

void Walk(const Expression& expression, const Visit& visit) {
  visit(expression);
  WalkChildren(expression, visit);
}

Expression ReplaceColumns(const Expression& expression, const Replace& replace) {
  return ColumnReplacer(replace).Rewrite(expression);
}

}  // namespace limbeck::sql
