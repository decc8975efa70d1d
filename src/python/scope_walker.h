#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "python/ast.h"
#include "python/scope_table.h"

namespace limbeck::python {

/// Walks the tree of a module once, in the order in which CPython looks at it, tells the table which scope binds and
/// uses which names, and refuses what the grammar allows but Python does not. Expressions are in scope_walker.cc,
/// statements in scope_stmt.cc, patterns in scope_pattern.cc.
class ScopeWalker {
 public:
  ScopeWalker(ast::Module& module, ScopeTable& table);

  void WalkModule();

 private:
  using Exprs = Sequence<Child<ast::Expr>>;

  /// The innermost statement that `break` and `continue` mind.
  enum class Loop : uint8_t { kNone, kLoop, kStarHandler };

  /// What the code around allows; each code begins with a new one.
  struct Context {
    bool is_function = false;
    bool is_async = false;
    bool has_yield = false;
    bool in_star_handler = false;
    Loop loop = Loop::kNone;
    /// The first `return` with a value; empty when there is none.
    Span return_value{};
  };

  class Depth;
  class InScope;
  class InCode;

  [[noreturn]] void Fail(Span span, const std::string& message) const;

  // names
  void Use(ast::NameRef& name);
  void Bind(ast::NameRef& name, Span span, uint16_t flags = 0);
  /// Type parameters see and bind nothing but themselves: other names are those of the scope around.
  ScopeTable::ScopeId ScopeFor(Symbol name) const;
  void CheckNotDebug(Symbol name, Span span, const char* verb) const;
  bool InComprehension() const { return table_.scope(scope_).kind == ScopeKind::kComprehension; }
  /// Of a code that is about to be entered.
  Symbol QualnameOf(const ast::Code& code, Symbol bound_name) const;

  // expressions
  void VisitExpr(ast::Expr& expr);
  void VisitOptional(Child<ast::Expr>& expr);
  void VisitAll(Exprs& exprs);
  /// Elements of a display or arguments, among which stars are allowed.
  void VisitElement(ast::Expr& expr);
  void VisitElements(Exprs& exprs);
  void VisitName(ast::Name& name);
  void VisitCall(ast::Call& call);
  void VisitKeywords(Sequence<ast::Keyword>& keywords);
  void CheckKeywords(const Sequence<ast::Keyword>& keywords) const;
  void VisitCompare(ast::Compare& compare);
  void VisitDict(ast::Dict& dict);
  void VisitSlice(ast::Slice& slice);
  void VisitConditional(ast::Conditional& conditional);
  void VisitLambda(ast::Lambda& lambda);
  void VisitNamedExpr(ast::NamedExpr& named);
  void BindAround(ast::NamedExpr& named);
  void VisitComprehension(ast::Comprehension& comprehension);
  void VisitClauses(ast::Comprehension& comprehension);
  void VisitIterable(ast::Expr& iterable);
  void FinishComprehension(ast::Comprehension& comprehension);
  void VisitAwait(ast::Await& await);
  void VisitYield(Child<ast::Expr>& value, Span span);
  void VisitYieldFrom(ast::YieldFrom& yield);

  // targets
  void BindTarget(ast::Expr& target, uint16_t flags = 0);
  void BindTargets(Exprs& targets, Span span, uint16_t flags);
  void BindTopTarget(ast::Expr& target);
  void DeleteTarget(ast::Expr& target);

  // statements
  void VisitBlock(ast::Block& block);
  void VisitStmt(ast::Stmt& stmt);
  void VisitAssign(ast::Assign& assign);
  void VisitAugmentedAssign(ast::AugmentedAssign& assign);
  void VisitAnnotatedAssign(ast::AnnotatedAssign& assign);
  void VisitReturn(ast::Return& statement);
  void VisitBreak(Span span, const char* message);
  void VisitIf(ast::If& statement);
  void VisitWhile(ast::While& statement);
  void VisitFor(ast::For& statement);
  void VisitLoopBody(ast::Block& body);
  void VisitWith(ast::With& statement);
  void VisitTry(ast::Try& statement);
  void VisitHandler(ast::ExceptHandler& handler, bool is_star);
  void VisitRaise(ast::Raise& statement);
  void VisitAssert(ast::Assert& statement);
  void VisitFunctionDef(ast::FunctionDef& def);
  void VisitSignature(ast::Parameters& parameters);
  void VisitDefaults(ast::Parameters& parameters);
  void DeclareParameters(ast::Parameters& parameters);
  void DeclareParameter(const ast::Parameter& parameter);
  void FinishFunction(ast::Code& code, bool is_async);
  void VisitClassDef(ast::ClassDef& def);
  void VisitTypeAlias(ast::TypeAlias& alias);
  void VisitTypeParameters(ast::TypeParameters& parameters);
  void VisitImport(ast::Import& statement);
  void VisitImportFrom(ast::ImportFrom& statement);
  void CheckFuture(const ast::ImportFrom& statement);
  void VisitGlobal(const ast::Global& statement);
  void VisitNonlocal(const ast::Nonlocal& statement);
  void Declare(Symbol name, Span span, uint16_t flag);
  void RequireAsync(Span span, const char* statement) const;

  // match
  void VisitMatch(ast::Match& statement);
  void VisitPattern(ast::Pattern& pattern, std::vector<Symbol>& bound);
  void VisitPatterns(Sequence<Child<ast::Pattern>>& patterns, std::vector<Symbol>& bound);
  void VisitSequencePattern(ast::SequencePattern& pattern, std::vector<Symbol>& bound);
  void VisitMappingPattern(ast::MappingPattern& pattern, std::vector<Symbol>& bound);
  void VisitClassPattern(ast::ClassPattern& pattern, std::vector<Symbol>& bound);
  void VisitOrPattern(ast::OrPattern& pattern, std::vector<Symbol>& bound);
  void Capture(ast::NameRef& name, Span span, std::vector<Symbol>& bound);
  void CheckReachable(const ast::Pattern& pattern) const;

  ast::Module& module_;
  ScopeTable& table_;
  ScopeTable::ScopeId scope_ = 0;
  Context context_;
  /// The innermost comprehension whose own scope this is, or null.
  ast::Comprehension* comprehension_ = nullptr;
  /// Iterables of comprehensions around: `:=` cannot stand in them.
  uint32_t iterables_ = 0;
  uint32_t depth_ = 0;
  /// Only the docstring and imports from __future__ have been seen.
  bool at_start_ = true;
};

/// Counts the nodes on the path while it lives.
class ScopeWalker::Depth {
 public:
  Depth(ScopeWalker& walker, Span span);
  Depth(const Depth&) = delete;
  Depth& operator=(const Depth&) = delete;
  ~Depth() { --walker_.depth_; }

 private:
  ScopeWalker& walker_;
};

/// Makes a scope the current one while it lives.
class ScopeWalker::InScope {
 public:
  InScope(ScopeWalker& walker, ScopeTable::ScopeId scope) : walker_(walker), outer_(walker.scope_) {
    walker_.scope_ = scope;
  }
  InScope(const InScope&) = delete;
  InScope& operator=(const InScope&) = delete;
  ~InScope() { walker_.scope_ = outer_; }

 private:
  ScopeWalker& walker_;
  const ScopeTable::ScopeId outer_;
};

/// Enters a code that has a scope and a context of its own.
class ScopeWalker::InCode {
 public:
  InCode(ScopeWalker& walker, ScopeKind kind, ast::Code& code, Context context)
      : walker_(walker),
        in_scope_(walker, walker.table_.AddScope(kind, walker.scope_, code)),
        context_(walker.context_),
        comprehension_(walker.comprehension_) {
    walker_.context_ = context;
    walker_.comprehension_ = nullptr;
  }
  InCode(const InCode&) = delete;
  InCode& operator=(const InCode&) = delete;
  ~InCode() {
    walker_.context_ = context_;
    walker_.comprehension_ = comprehension_;
  }

 private:
  ScopeWalker& walker_;
  const InScope in_scope_;
  const Context context_;
  ast::Comprehension* const comprehension_;
};

}  // namespace limbeck::python
