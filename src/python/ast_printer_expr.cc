#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "python/literal_text.h"
#include "python/printer_state.h"

namespace limbeck::python {
namespace {

using ast::Expr;
using ast::ExprKind;

struct BinaryText {
  std::string_view text;
  Level level;
};

/// In the order of ast::BinaryOperator.
constexpr std::array<BinaryText, 13> kBinary = {{{" + ", Level::kSum},
                                                 {" - ", Level::kSum},
                                                 {" * ", Level::kTerm},
                                                 {" @ ", Level::kTerm},
                                                 {" / ", Level::kTerm},
                                                 {" // ", Level::kTerm},
                                                 {" % ", Level::kTerm},
                                                 {" ** ", Level::kPower},
                                                 {" << ", Level::kShift},
                                                 {" >> ", Level::kShift},
                                                 {" & ", Level::kBitAnd},
                                                 {" | ", Level::kBitOr},
                                                 {" ^ ", Level::kBitXor}}};

/// In the order of ast::UnaryOperator.
constexpr std::array<std::string_view, 4> kUnary = {"-", "+", "~", "not "};

/// In the order of ast::CompareOperator.
constexpr std::array<std::string_view, 10> kCompare = {" == ", " != ", " < ",      " <= ", " > ",
                                                       " >= ", " is ", " is not ", " in ", " not in "};

/// Any will do when each is in some field: then it takes a Python that allows the same quotes within fields.
std::string_view QuoteForFields(const std::vector<std::string>& fields) {
  for (const std::string_view quote : {"'", "\"", "'''", "\"\"\""}) {
    const bool is_free = std::none_of(fields.begin(), fields.end(), [quote](const std::string& field) {
      return field.find(quote) != std::string::npos;
    });
    if (is_free) return quote;
  }
  return "'";
}

Level Above(Level level) {
  return static_cast<Level>(static_cast<uint8_t>(level) + 1);
}

}  // namespace

std::string_view OperatorText(ast::BinaryOperator op) {
  return kBinary[static_cast<size_t>(op)].text;
}

void Printer::Separate(bool& first) {
  if (!first) out_ += ", ";
  first = false;
}

void Printer::PrintExpr(const Expr& expr, Level level) {
  switch (expr.kind) {
    case ExprKind::kBinaryOp:
      return PrintBinaryOp(ast::As<ast::BinaryOp>(expr), level);
    case ExprKind::kUnaryOp:
      return PrintUnaryOp(ast::As<ast::UnaryOp>(expr), level);
    case ExprKind::kBoolOp:
      return PrintBoolOp(ast::As<ast::BoolOp>(expr), level);
    case ExprKind::kCompare:
      return PrintCompare(ast::As<ast::Compare>(expr), level);
    case ExprKind::kConditional:
      return PrintConditional(ast::As<ast::Conditional>(expr), level);
    case ExprKind::kNamedExpr:
      return PrintNamedExpr(ast::As<ast::NamedExpr>(expr), level);
    case ExprKind::kLambda:
      return PrintLambda(ast::As<ast::Lambda>(expr), level);
    case ExprKind::kTuple:
      return PrintTuple(ast::As<ast::Tuple>(expr), level);
    case ExprKind::kAwait: {
      const Parentheses parentheses(*this, level > Level::kAwait);
      Put("await ");
      return PrintExpr(*ast::As<ast::Await>(expr).value, Level::kAtom);
    }
    case ExprKind::kYield:
      return PrintYield("yield", ast::As<ast::Yield>(expr).value.get(), level);
    case ExprKind::kYieldFrom:
      return PrintYield("yield from", ast::As<ast::YieldFrom>(expr).value.get(), level);
    default:
      return PrintAtom(expr);
  }
}

/// What never needs parentheses.
void Printer::PrintAtom(const Expr& expr) {
  switch (expr.kind) {
    case ExprKind::kConstant:
      return Put(ConstantText(ast::As<ast::Constant>(expr)));
    case ExprKind::kName:
      return Put(ast::As<ast::Name>(expr).ref.symbol);
    case ExprKind::kAttribute:
      return PrintAttribute(ast::As<ast::Attribute>(expr));
    case ExprKind::kCall:
      return PrintCall(ast::As<ast::Call>(expr));
    case ExprKind::kSubscript:
      return PrintSubscript(ast::As<ast::Subscript>(expr));
    case ExprKind::kList:
      Put("[");
      PrintElements(ast::As<ast::List>(expr).elements);
      return Put("]");
    case ExprKind::kSet:
      Put("{");
      PrintElements(ast::As<ast::Set>(expr).elements);
      return Put("}");
    case ExprKind::kDict:
      return PrintDict(ast::As<ast::Dict>(expr));
    case ExprKind::kComprehension:
      return PrintComprehension(ast::As<ast::Comprehension>(expr));
    case ExprKind::kJoinedString:
      return PrintJoinedString(ast::As<ast::JoinedString>(expr));
    case ExprKind::kFormattedValue:
      return PrintFormattedValue(ast::As<ast::FormattedValue>(expr));
    case ExprKind::kSlice:
      return PrintSlice(ast::As<ast::Slice>(expr));
    case ExprKind::kStarred:
      Put("*");
      return PrintExpr(*ast::As<ast::Starred>(expr).value, Level::kBitOr);
    default:
      return;
  }
}

// --- primaries ---

/// A number's point would be read as its own: `(1).real`.
void Printer::PrintAttribute(const ast::Attribute& attribute) {
  const auto* constant = ast::TryAs<ast::Constant>(*attribute.value);
  const bool is_number = constant != nullptr && (constant->constant == ast::ConstantKind::kInt ||
                                                 constant->constant == ast::ConstantKind::kBigInt);
  {
    const Parentheses parentheses(*this, is_number);
    PrintExpr(*attribute.value, Level::kAtom);
  }
  Put(".");
  Put(attribute.name);
}

void Printer::PrintCall(const ast::Call& call) {
  PrintExpr(*call.function, Level::kAtom);
  Put("(");
  PrintArguments(call.arguments, call.keywords);
  Put(")");
}

void Printer::PrintArguments(const Exprs& arguments, const Sequence<ast::Keyword>& keywords) {
  bool first = true;
  for (const Child<Expr>& argument : arguments) {
    Separate(first);
    PrintExpr(*argument);
  }
  for (const ast::Keyword& keyword : keywords) {
    Separate(first);
    if (keyword.name) Put(keyword.name);
    Put(keyword.name ? "=" : "**");
    PrintExpr(*keyword.value, keyword.name ? Level::kTest : Level::kBitOr);
  }
}

void Printer::PrintSubscript(const ast::Subscript& subscript) {
  PrintExpr(*subscript.value, Level::kAtom);
  Put("[");
  PrintExpr(*subscript.index, Level::kTuple);
  Put("]");
}

void Printer::PrintSlice(const ast::Slice& slice) {
  if (slice.lower) PrintExpr(*slice.lower);
  Put(":");
  if (slice.upper) PrintExpr(*slice.upper);
  if (!slice.step) return;
  Put(":");
  PrintExpr(*slice.step);
}

// --- operators ---

/// Powers bind to the right, and more tightly than a sign before but not behind them.
void Printer::PrintBinaryOp(const ast::BinaryOp& op, Level level) {
  const BinaryText& text = kBinary[static_cast<size_t>(op.op)];
  const bool is_power = op.op == ast::BinaryOperator::kPower;
  const Parentheses parentheses(*this, level > text.level);
  PrintExpr(*op.left, is_power ? Level::kAwait : text.level);
  Put(text.text);
  PrintExpr(*op.right, is_power ? Level::kFactor : Above(text.level));
}

void Printer::PrintUnaryOp(const ast::UnaryOp& op, Level level) {
  const Level own = op.op == ast::UnaryOperator::kNot ? Level::kNot : Level::kFactor;
  const Parentheses parentheses(*this, level > own);
  Put(kUnary[static_cast<size_t>(op.op)]);
  PrintExpr(*op.operand, own);
}

void Printer::PrintBoolOp(const ast::BoolOp& op, Level level) {
  const Level own = op.is_or ? Level::kOr : Level::kAnd;
  const Parentheses parentheses(*this, level > own);
  bool first = true;
  for (const Child<Expr>& value : op.values) {
    if (!first) Put(op.is_or ? " or " : " and ");
    first = false;
    PrintExpr(*value, Above(own));
  }
}

void Printer::PrintCompare(const ast::Compare& compare, Level level) {
  const Parentheses parentheses(*this, level > Level::kCompare);
  PrintExpr(*compare.left, Level::kBitOr);
  for (const ast::Comparison& comparison : compare.comparisons) {
    Put(kCompare[static_cast<size_t>(comparison.op)]);
    PrintExpr(*comparison.right, Level::kBitOr);
  }
}

void Printer::PrintConditional(const ast::Conditional& conditional, Level level) {
  const Parentheses parentheses(*this, level > Level::kTest);
  PrintExpr(*conditional.body, Level::kOr);
  Put(" if ");
  PrintExpr(*conditional.test, Level::kOr);
  Put(" else ");
  PrintExpr(*conditional.otherwise, Level::kTest);
}

void Printer::PrintNamedExpr(const ast::NamedExpr& named, Level level) {
  const Parentheses parentheses(*this, level > Level::kNamed);
  Put(named.target->ref.symbol);
  Put(" := ");
  PrintExpr(*named.value);
}

void Printer::PrintLambda(const ast::Lambda& lambda, Level level) {
  const Parentheses parentheses(*this, level > Level::kTest);
  Put(lambda.function->parameters.slot_count() > 0 ? "lambda " : "lambda");
  PrintParameters(lambda.function->parameters);
  Put(": ");
  PrintExpr(*lambda.function->expression);
}

void Printer::PrintYield(std::string_view word, const Expr* value, Level level) {
  const Parentheses parentheses(*this, level > Level::kYield);
  Put(word);
  if (value == nullptr) return;
  Put(" ");
  PrintExpr(*value, word == "yield" ? Level::kTuple : Level::kTest);
}

// --- displays ---

void Printer::PrintElements(const Exprs& elements) {
  bool first = true;
  for (const Child<Expr>& element : elements) {
    Separate(first);
    PrintExpr(*element);
  }
}

void Printer::PrintTuple(const ast::Tuple& tuple, Level level) {
  const Parentheses parentheses(*this, level > Level::kTuple || tuple.elements.empty());
  PrintElements(tuple.elements);
  if (tuple.elements.size() == 1) Put(",");
}

void Printer::PrintDict(const ast::Dict& dict) {
  Put("{");
  bool first = true;
  for (const ast::DictItem& item : dict.items) {
    Separate(first);
    if (item.key) PrintExpr(*item.key);
    Put(item.key ? ": " : "**");
    PrintExpr(*item.value, item.key ? Level::kTest : Level::kBitOr);
  }
  Put("}");
}

void Printer::PrintComprehension(const ast::Comprehension& comprehension) {
  constexpr std::array<std::string_view, 4> kOpen = {"[", "{", "{", "("};
  constexpr std::array<std::string_view, 4> kClose = {"]", "}", "}", ")"};
  Put(kOpen[static_cast<size_t>(comprehension.comprehension)]);
  PrintExpr(*comprehension.element);
  if (comprehension.value) {
    Put(": ");
    PrintExpr(*comprehension.value);
  }
  for (const ast::ComprehensionClause& clause : comprehension.clauses) {
    Put(clause.is_async ? " async for " : " for ");
    PrintExpr(*clause.target, Level::kTuple);
    Put(" in ");
    PrintExpr(*clause.iterable, Level::kOr);
    for (const Child<Expr>& condition : clause.conditions) {
      Put(" if ");
      PrintExpr(*condition, Level::kOr);
    }
  }
  Put(kClose[static_cast<size_t>(comprehension.comprehension)]);
}

// --- f-strings ---

/// In quotes that no field has in it, so that Pythons before 3.12 can read it too.
void Printer::PrintJoinedString(const ast::JoinedString& string) {
  std::vector<std::string> fields;
  for (const Child<Expr>& part : string.parts) {
    if (part->kind == ExprKind::kConstant) continue;
    Printer printer;
    printer.PrintExpr(*part);
    fields.push_back(printer.TakeText());
  }
  const std::string_view quote = QuoteForFields(fields);
  Put("f");
  Put(quote);
  size_t field = 0;
  for (const Child<Expr>& part : string.parts) {
    if (const auto* text = ast::TryAs<ast::Constant>(*part)) {
      AppendEscapedText(out_, text->text, quote[0], Braces::kDoubled);
    } else {
      Put(fields[field++]);
    }
  }
  Put(quote);
}

/// The colon of a lambda and the braces of a display would be the field's own without a space or parentheses.
void Printer::PrintFormattedValue(const ast::FormattedValue& value) {
  Put("{");
  const size_t begin = out_.size();
  PrintExpr(*value.value, Level::kOr);
  if (out_[begin] == '{') out_.insert(begin, 1, ' ');
  if (value.conversion != 0) {
    Put("!");
    out_ += value.conversion;
  }
  if (value.format) PrintFormat(*value.format);
  Put("}");
}

void Printer::PrintFormat(const ast::JoinedString& format) {
  Put(":");
  for (const Child<Expr>& part : format.parts) {
    if (const auto* text = ast::TryAs<ast::Constant>(*part)) {
      AppendEscapedText(out_, text->text, '\'', Braces::kEscaped);
    } else {
      PrintExpr(*part);
    }
  }
}

}  // namespace limbeck::python
