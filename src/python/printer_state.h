#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "python/ast.h"

namespace limbeck::python {

/// How tightly a construct binds: a child that binds less than its place wants is put in parentheses.
enum class Level : uint8_t {
  kNamed,
  kYield,
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kSum,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

/// " + ", with a space on either side.
std::string_view OperatorText(ast::BinaryOperator op);

/// Writes a tree as source. Expressions are in ast_printer_expr.cc, statements in ast_printer.cc, patterns in
/// ast_printer_pattern.cc.
class Printer {
 public:
  std::string TakeText() { return std::move(out_); }

  void PrintBlock(const ast::Block& block);
  void PrintExpr(const ast::Expr& expr, Level level = Level::kTest);

 private:
  using Exprs = Sequence<Child<ast::Expr>>;

  /// Puts parentheses around what is printed while it lives, when the place wants more than the construct has.
  class Parentheses;

  void Put(std::string_view text) { out_ += text; }
  void Put(Symbol name) { out_ += name.text(); }
  void Separate(bool& first);

  // expressions
  void PrintAtom(const ast::Expr& expr);
  void PrintAttribute(const ast::Attribute& attribute);
  void PrintCall(const ast::Call& call);
  void PrintArguments(const Exprs& arguments, const Sequence<ast::Keyword>& keywords);
  void PrintSubscript(const ast::Subscript& subscript);
  void PrintBinaryOp(const ast::BinaryOp& op, Level level);
  void PrintUnaryOp(const ast::UnaryOp& op, Level level);
  void PrintBoolOp(const ast::BoolOp& op, Level level);
  void PrintCompare(const ast::Compare& compare, Level level);
  void PrintConditional(const ast::Conditional& conditional, Level level);
  void PrintNamedExpr(const ast::NamedExpr& named, Level level);
  void PrintLambda(const ast::Lambda& lambda, Level level);
  void PrintTuple(const ast::Tuple& tuple, Level level);
  void PrintElements(const Exprs& elements);
  void PrintDict(const ast::Dict& dict);
  void PrintComprehension(const ast::Comprehension& comprehension);
  void PrintJoinedString(const ast::JoinedString& string);
  void PrintFormattedValue(const ast::FormattedValue& value);
  void PrintFormat(const ast::JoinedString& format);
  void PrintSlice(const ast::Slice& slice);
  void PrintYield(std::string_view word, const ast::Expr* value, Level level);

  // statements
  void StartLine();
  void PrintStmt(const ast::Stmt& stmt);
  void PrintSuite(const ast::Block& block);
  void PrintElse(const ast::Block& block);
  void PrintAssign(const ast::Assign& assign);
  void PrintAugmentedAssign(const ast::AugmentedAssign& assign);
  void PrintAnnotatedAssign(const ast::AnnotatedAssign& assign);
  void PrintKeyword(std::string_view word, const ast::Expr* value);
  void PrintRaise(const ast::Raise& statement);
  void PrintAssert(const ast::Assert& statement);
  void PrintNames(std::string_view word, const Sequence<Symbol>& names);
  void PrintImport(const ast::Import& statement);
  void PrintImportFrom(const ast::ImportFrom& statement);
  void PrintIf(const ast::If& statement);
  void PrintFor(const ast::For& statement);
  void PrintWhile(const ast::While& statement);
  void PrintWith(const ast::With& statement);
  void PrintTry(const ast::Try& statement);
  void PrintHandler(const ast::ExceptHandler& handler, bool is_star);
  void PrintFunctionDef(const ast::FunctionDef& def);
  void PrintClassDef(const ast::ClassDef& def);
  void PrintTypeAlias(const ast::TypeAlias& alias);
  void PrintTypeParameters(const ast::TypeParameters& parameters);
  void PrintParameters(const ast::Parameters& parameters);
  void PrintParameter(const ast::Parameter& parameter);
  void PrintDecorators(const Exprs& decorators);

  // match
  void PrintMatch(const ast::Match& statement);
  void PrintPattern(const ast::Pattern& pattern, bool is_alternative = false);
  void PrintPatterns(const Sequence<Child<ast::Pattern>>& patterns);
  void PrintMappingPattern(const ast::MappingPattern& pattern);
  void PrintClassPattern(const ast::ClassPattern& pattern);
  void PrintAsPattern(const ast::AsPattern& pattern, bool is_alternative);
  void PrintOrPattern(const ast::OrPattern& pattern, bool is_alternative);

  std::string out_;
  int indentation_ = 0;
};

class Printer::Parentheses {
 public:
  Parentheses(Printer& printer, bool wanted) : printer_(printer), wanted_(wanted) {
    if (wanted_) printer_.out_ += '(';
  }
  Parentheses(const Parentheses&) = delete;
  Parentheses& operator=(const Parentheses&) = delete;
  ~Parentheses() {
    if (wanted_) printer_.out_ += ')';
  }

 private:
  Printer& printer_;
  const bool wanted_;
};

}  // namespace limbeck::python
