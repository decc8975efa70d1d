#include "python/ast_dump.h"

#include <array>

#include "python/dumper.h"
#include "python/literal_text.h"
#include "python/printer_state.h"

namespace limbeck::python {
namespace {

using ast::Expr;
using ast::ExprKind;

/// In the order of ast::CompareOperator.
constexpr std::array<std::string_view, 10> kCompare = {"==", "!=", "<",      "<=", ">",
                                                       ">=", "is", "is-not", "in", "not-in"};

/// In the order of ast::UnaryOperator.
constexpr std::array<std::string_view, 4> kUnary = {"-", "+", "~", "not"};

/// In the order of ast::ComprehensionKind.
constexpr std::array<std::string_view, 4> kComprehensions = {"listcomp", "setcomp", "dictcomp", "genexp"};

/// In the order of ast::NameAccess.
constexpr std::array<std::string_view, 6> kAccess = {"slot", "cell", "free", "global", "class", "classfree"};

/// In the order of ast::Flow.
constexpr std::array<std::string_view, 4> kFlow = {"", "generator", "coroutine", "async-generator"};

bool HasIndex(ast::NameAccess access) {
  return access != ast::NameAccess::kGlobal && access != ast::NameAccess::kClassName;
}

}  // namespace

std::string DumpModule(const ast::Module& module, DumpNames names) {
  Dumper dumper(names);
  for (const Child<ast::Stmt>& stmt : module.body) {
    dumper.DumpStmt(*stmt);
    dumper.EndLine();
  }
  if (names == DumpNames::kResolved) {
    dumper.DumpFacts(*module.code);
    dumper.EndLine();
  }
  return dumper.TakeText();
}

/// A space separates it from what is before in its list.
void Dumper::Item(std::string_view text) {
  if (!out_.empty() && out_.back() != '\n' && out_.back() != '(') out_ += ' ';
  out_ += text;
}

void Dumper::DumpName(const ast::NameRef& name) {
  Item(name.symbol);
  if (names_ == DumpNames::kPlain || !name.symbol) return;
  out_ += '@';
  out_ += kAccess[static_cast<size_t>(name.access)];
  if (HasIndex(name.access)) out_ += std::to_string(name.index);
}

/// `{slots: a b; cells: c=a; frees: d<cell0; generator}`: a cell tells the slot it begins with, a free variable where
/// the frame around has it.
void Dumper::DumpFacts(const ast::Code& code) {
  if (names_ == DumpNames::kPlain) return;
  Item("{" + code.qualname.text());
  if (!code.slots.empty()) out_ += "; slots:";
  for (const Symbol slot : code.slots) Item(slot);
  if (!code.cells.empty()) out_ += "; cells:";
  for (const ast::CellVariable& cell : code.cells) {
    Item(cell.name);
    if (cell.parameter_slot != ast::CellVariable::kNoParameter) out_ += "=" + std::to_string(cell.parameter_slot);
  }
  if (!code.frees.empty()) out_ += "; frees:";
  for (const ast::FreeVariable& free : code.frees) {
    Item(free.name);
    out_ += (free.from_cell ? "<cell" : "<free") + std::to_string(free.index);
  }
  if (code.flow != ast::Flow::kPlain) out_ += "; ";
  out_ += kFlow[static_cast<size_t>(code.flow)];
  if (code.class_cell != ast::Code::kNone) out_ += "; class-cell" + std::to_string(code.class_cell);
  if (code.class_free != ast::Code::kNone) out_ += "; class-free" + std::to_string(code.class_free);
  if (code.uses_locals) out_ += "; locals";
  out_ += "}";
}

// --- expressions ---

void Dumper::DumpExpr(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kConstant:
      return Item(ConstantText(ast::As<ast::Constant>(expr)));
    case ExprKind::kName:
      return DumpName(ast::As<ast::Name>(expr).ref);
    case ExprKind::kAttribute: {
      const List list(*this, ".");
      DumpExpr(*ast::As<ast::Attribute>(expr).value);
      return Item(ast::As<ast::Attribute>(expr).name);
    }
    case ExprKind::kCall:
      return DumpCall(ast::As<ast::Call>(expr));
    case ExprKind::kSubscript:
      return DumpPair("[]", ast::As<ast::Subscript>(expr).value, ast::As<ast::Subscript>(expr).index);
    case ExprKind::kBinaryOp:
      return DumpBinaryOp(ast::As<ast::BinaryOp>(expr));
    case ExprKind::kUnaryOp:
      return DumpUnaryOp(ast::As<ast::UnaryOp>(expr));
    case ExprKind::kBoolOp:
      return DumpList(ast::As<ast::BoolOp>(expr).is_or ? "or" : "and", ast::As<ast::BoolOp>(expr).values);
    case ExprKind::kCompare:
      return DumpCompare(ast::As<ast::Compare>(expr));
    case ExprKind::kConditional:
      return DumpConditional(ast::As<ast::Conditional>(expr));
    case ExprKind::kNamedExpr: {
      const List list(*this, ":=");
      DumpName(ast::As<ast::NamedExpr>(expr).target->ref);
      return DumpExpr(*ast::As<ast::NamedExpr>(expr).value);
    }
    case ExprKind::kLambda:
      return DumpLambda(ast::As<ast::Lambda>(expr));
    case ExprKind::kTuple:
      return DumpList("tuple", ast::As<ast::Tuple>(expr).elements);
    case ExprKind::kList:
      return DumpList("list", ast::As<ast::List>(expr).elements);
    case ExprKind::kSet:
      return DumpList("set", ast::As<ast::Set>(expr).elements);
    case ExprKind::kDict:
      return DumpDict(ast::As<ast::Dict>(expr));
    case ExprKind::kComprehension:
      return DumpComprehension(ast::As<ast::Comprehension>(expr));
    case ExprKind::kJoinedString:
      return DumpList("f", ast::As<ast::JoinedString>(expr).parts);
    case ExprKind::kFormattedValue:
      return DumpFormattedValue(ast::As<ast::FormattedValue>(expr));
    case ExprKind::kSlice:
      return DumpSlice(ast::As<ast::Slice>(expr));
    case ExprKind::kStarred:
      return DumpOne("*", ast::As<ast::Starred>(expr).value);
    case ExprKind::kAwait:
      return DumpOne("await", ast::As<ast::Await>(expr).value);
    case ExprKind::kYield:
      return DumpOne("yield", ast::As<ast::Yield>(expr).value);
    case ExprKind::kYieldFrom:
      return DumpOne("yield-from", ast::As<ast::YieldFrom>(expr).value);
  }
}

void Dumper::DumpOptional(const Child<Expr>& expr) {
  expr ? DumpExpr(*expr) : Item("_");
}

void Dumper::DumpAll(const Exprs& exprs) {
  for (const Child<Expr>& expr : exprs) DumpExpr(*expr);
}

void Dumper::DumpList(std::string_view word, const Exprs& exprs) {
  const List list(*this, word);
  DumpAll(exprs);
}

void Dumper::DumpOne(std::string_view word, const Child<Expr>& expr) {
  const List list(*this, word);
  if (expr) DumpExpr(*expr);
}

void Dumper::DumpPair(std::string_view word, const Child<Expr>& one, const Child<Expr>& two) {
  const List list(*this, word);
  if (one) DumpExpr(*one);
  if (two) DumpExpr(*two);
}

void Dumper::DumpCall(const ast::Call& call) {
  const List list(*this, "call");
  DumpExpr(*call.function);
  DumpAll(call.arguments);
  DumpKeywords(call.keywords);
}

void Dumper::DumpKeywords(const Sequence<ast::Keyword>& keywords) {
  for (const ast::Keyword& keyword : keywords) {
    const List list(*this, keyword.name ? keyword.name.text() + "=" : "**");
    DumpExpr(*keyword.value);
  }
}

void Dumper::DumpBinaryOp(const ast::BinaryOp& op) {
  const std::string_view text = OperatorText(op.op);
  DumpPair(text.substr(1, text.size() - 2), op.left, op.right);
}

void Dumper::DumpUnaryOp(const ast::UnaryOp& op) {
  DumpOne(kUnary[static_cast<size_t>(op.op)], op.operand);
}

void Dumper::DumpCompare(const ast::Compare& compare) {
  const List list(*this, "cmp");
  DumpExpr(*compare.left);
  for (const ast::Comparison& comparison : compare.comparisons) {
    Item(kCompare[static_cast<size_t>(comparison.op)]);
    DumpExpr(*comparison.right);
  }
}

void Dumper::DumpConditional(const ast::Conditional& conditional) {
  const List list(*this, "if");
  DumpExpr(*conditional.test);
  DumpExpr(*conditional.body);
  DumpExpr(*conditional.otherwise);
}

void Dumper::DumpDict(const ast::Dict& dict) {
  const List list(*this, "dict");
  for (const ast::DictItem& item : dict.items) DumpPair(item.key ? ":" : "**", item.key, item.value);
}

void Dumper::DumpComprehension(const ast::Comprehension& comprehension) {
  const List list(*this, kComprehensions[static_cast<size_t>(comprehension.comprehension)]);
  DumpExpr(*comprehension.element);
  if (comprehension.value) DumpExpr(*comprehension.value);
  for (const ast::ComprehensionClause& clause : comprehension.clauses) {
    const List clause_list(*this, clause.is_async ? "async-for" : "for");
    DumpExpr(*clause.target);
    DumpExpr(*clause.iterable);
    for (const Child<Expr>& condition : clause.conditions) DumpOne("if", condition);
  }
  if (names_ == DumpNames::kPlain) return;
  if (comprehension.code) return DumpFacts(*comprehension.code);
  Item("{slots " + std::to_string(comprehension.first_slot) + "+" + std::to_string(comprehension.slot_count));
  for (const uint32_t cell : comprehension.cells) Item("cell" + std::to_string(cell));
  out_ += "}";
}

void Dumper::DumpFormattedValue(const ast::FormattedValue& value) {
  const List list(*this, "field");
  DumpExpr(*value.value);
  if (value.conversion != 0) Item(std::string("!") + value.conversion);
  if (value.format) DumpList(":", value.format->parts);
}

void Dumper::DumpSlice(const ast::Slice& slice) {
  const List list(*this, "slice");
  DumpOptional(slice.lower);
  DumpOptional(slice.upper);
  DumpOptional(slice.step);
}

void Dumper::DumpLambda(const ast::Lambda& lambda) {
  const List list(*this, "lambda");
  DumpParameters(lambda.function->parameters);
  DumpExpr(*lambda.function->expression);
  DumpFacts(*lambda.function->code);
}

}  // namespace limbeck::python
