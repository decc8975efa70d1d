#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "python/ast.h"
#include "python/ast_dump.h"

namespace limbeck::python {

/// The state of DumpModule(). Every Dump method writes one item of the list around it.
class Dumper {
 public:
  explicit Dumper(DumpNames names) : names_(names) {}

  std::string TakeText() { return std::move(out_); }

  void DumpStmt(const ast::Stmt& stmt);
  void DumpFacts(const ast::Code& code);
  void EndLine() { out_ += '\n'; }

 private:
  using Exprs = Sequence<Child<ast::Expr>>;

  /// `(word item item)` while it lives.
  class List;

  void Item(std::string_view text);
  void Item(Symbol symbol) { Item(symbol ? std::string_view(symbol.text()) : "_"); }
  void DumpName(const ast::NameRef& name);
  void DumpNamesOf(std::string_view word, const Sequence<Symbol>& names);

  void DumpExpr(const ast::Expr& expr);
  void DumpOptional(const Child<ast::Expr>& expr);
  void DumpAll(const Exprs& exprs);
  void DumpList(std::string_view word, const Exprs& exprs);
  void DumpOne(std::string_view word, const Child<ast::Expr>& expr);
  void DumpKeywords(const Sequence<ast::Keyword>& keywords);
  void DumpCall(const ast::Call& call);
  void DumpBinaryOp(const ast::BinaryOp& op);
  void DumpUnaryOp(const ast::UnaryOp& op);
  void DumpCompare(const ast::Compare& compare);
  void DumpConditional(const ast::Conditional& conditional);
  void DumpDict(const ast::Dict& dict);
  void DumpComprehension(const ast::Comprehension& comprehension);
  void DumpFormattedValue(const ast::FormattedValue& value);
  void DumpSlice(const ast::Slice& slice);
  void DumpLambda(const ast::Lambda& lambda);

  void DumpBlock(std::string_view word, const ast::Block& block);
  void DumpBody(const ast::Block& block);
  void DumpAssign(const ast::Assign& assign);
  void DumpAugmentedAssign(const ast::AugmentedAssign& assign);
  void DumpAnnotatedAssign(const ast::AnnotatedAssign& assign);
  void DumpPair(std::string_view word, const Child<ast::Expr>& one, const Child<ast::Expr>& two);
  void DumpIf(const ast::If& statement);
  void DumpWhile(const ast::While& statement);
  void DumpFor(const ast::For& statement);
  void DumpWith(const ast::With& statement);
  void DumpTry(const ast::Try& statement);
  void DumpFunctionDef(const ast::FunctionDef& def);
  void DumpClassDef(const ast::ClassDef& def);
  void DumpTypeAlias(const ast::TypeAlias& alias);
  void DumpTypeParameters(const ast::TypeParameters& parameters);
  void DumpDecorators(const Exprs& decorators);
  void DumpParameters(const ast::Parameters& parameters);
  void DumpParameter(std::string_view prefix, const ast::Parameter& parameter);
  void DumpImport(const ast::Import& statement);
  void DumpImportFrom(const ast::ImportFrom& statement);

  void DumpMatch(const ast::Match& statement);
  void DumpPattern(const ast::Pattern& pattern);
  void DumpPatterns(std::string_view word, const Sequence<Child<ast::Pattern>>& patterns);
  void DumpMappingPattern(const ast::MappingPattern& pattern);
  void DumpClassPattern(const ast::ClassPattern& pattern);
  void DumpAsPattern(const ast::AsPattern& pattern);

  const DumpNames names_;
  std::string out_;
};

class Dumper::List {
 public:
  List(Dumper& dumper, std::string_view word) : dumper_(dumper) {
    dumper_.Item("(");
    dumper_.out_ += word;
  }
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  ~List() { dumper_.out_ += ')'; }

 private:
  Dumper& dumper_;
};

}  // namespace limbeck::python
