#include "python/scope_walker.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "python/expr_names.h"
#include "python/scope.h"
#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

using ast::Expr;
using ast::ExprKind;

/// Names that the resolver minds.
struct KnownNames {
  Symbol debug = Symbol::Intern("__debug__");
  Symbol super = Symbol::Intern("super");
  Symbol class_cell = Symbol::Intern("__class__");
  Symbol locals = Symbol::Intern("locals");
  Symbol vars = Symbol::Intern("vars");
  Symbol dir = Symbol::Intern("dir");
  Symbol eval = Symbol::Intern("eval");
};

const KnownNames& Known() {
  static const KnownNames names;
  return names;
}

}  // namespace

void ResolveNames(ast::Module& module) {
  ScopeTable table(module);
  ScopeWalker(module, table).WalkModule();
  table.Finish();
}

ScopeWalker::ScopeWalker(ast::Module& module, ScopeTable& table) : module_(module), table_(table) {}

void ScopeWalker::WalkModule() {
  module_.code->qualname = module_.code->name;
  VisitBlock(module_.body);
}

ScopeWalker::Depth::Depth(ScopeWalker& walker, Span span) : walker_(walker) {
  if (++walker_.depth_ > ast::kMaxTreeDepth) throw TooDeepError(*walker_.module_.source, span);
}

void ScopeWalker::Fail(Span span, const std::string& message) const {
  throw SyntaxError(*module_.source, span, message);
}

// --- names ---

ScopeTable::ScopeId ScopeWalker::ScopeFor(Symbol name) const {
  ScopeTable::ScopeId scope = scope_;
  while (table_.scope(scope).kind == ScopeKind::kTypeParameters && table_.Find(scope, name) == ScopeTable::kNone) {
    scope = table_.scope(scope).parent;
  }
  return scope;
}

void ScopeWalker::Use(ast::NameRef& name) {
  const ScopeTable::VariableId variable = table_.Get(ScopeFor(name.symbol), name.symbol);
  table_.variable(variable).flags |= name_flag::kUsed;
  table_.Refer(name, variable);
}

void ScopeWalker::Bind(ast::NameRef& name, Span span, uint16_t flags) {
  CheckNotDebug(name.symbol, span, "assign to");
  const ScopeTable::VariableId id = table_.Get(ScopeFor(name.symbol), name.symbol);
  ScopeTable::Variable& variable = table_.variable(id);
  if ((flags & name_flag::kIterator) != 0 && (variable.flags & name_flag::kNamed) != 0) {
    Fail(span, "comprehension inner loop cannot rebind assignment expression target '" + name.symbol.text() + "'");
  }
  variable.flags |= name_flag::kBound | flags;
  table_.Refer(name, id);
}

void ScopeWalker::CheckNotDebug(Symbol name, Span span, const char* verb) const {
  if (name == Known().debug) Fail(span, std::string("cannot ") + verb + " __debug__");
}

/// As CPython names what is defined here: "Outer.method", "make.<locals>.inner"; a name declared global stands alone.
Symbol ScopeWalker::QualnameOf(const ast::Code& code, Symbol bound_name) const {
  const ast::Code& around = table_.CodeOf(scope_);
  if (around.kind == ast::CodeKind::kModule) return code.name;
  const ScopeTable::VariableId variable =
      bound_name ? table_.Find(ScopeFor(bound_name), bound_name) : ScopeTable::kNone;
  if (variable != ScopeTable::kNone && (table_.variable(variable).flags & name_flag::kGlobal) != 0) return code.name;
  const bool is_function = around.kind == ast::CodeKind::kFunction || around.kind == ast::CodeKind::kLambda;
  const char* const separator = is_function ? ".<locals>." : ".";
  return Symbol::Intern(around.qualname.text() + separator + code.name.text());
}

// --- expressions ---

void ScopeWalker::VisitExpr(Expr& expr) {
  const Depth depth(*this, expr.span);
  switch (expr.kind) {
    case ExprKind::kConstant:
      return;
    case ExprKind::kName:
      return VisitName(ast::As<ast::Name>(expr));
    case ExprKind::kAttribute:
      return VisitExpr(*ast::As<ast::Attribute>(expr).value);
    case ExprKind::kCall:
      return VisitCall(ast::As<ast::Call>(expr));
    case ExprKind::kSubscript:
      VisitExpr(*ast::As<ast::Subscript>(expr).value);
      return VisitExpr(*ast::As<ast::Subscript>(expr).index);
    case ExprKind::kBinaryOp:
      VisitExpr(*ast::As<ast::BinaryOp>(expr).left);
      return VisitExpr(*ast::As<ast::BinaryOp>(expr).right);
    case ExprKind::kUnaryOp:
      return VisitExpr(*ast::As<ast::UnaryOp>(expr).operand);
    case ExprKind::kBoolOp:
      return VisitAll(ast::As<ast::BoolOp>(expr).values);
    case ExprKind::kCompare:
      return VisitCompare(ast::As<ast::Compare>(expr));
    case ExprKind::kConditional:
      return VisitConditional(ast::As<ast::Conditional>(expr));
    case ExprKind::kNamedExpr:
      return VisitNamedExpr(ast::As<ast::NamedExpr>(expr));
    case ExprKind::kLambda:
      return VisitLambda(ast::As<ast::Lambda>(expr));
    case ExprKind::kTuple:
      return VisitElements(ast::As<ast::Tuple>(expr).elements);
    case ExprKind::kList:
      return VisitElements(ast::As<ast::List>(expr).elements);
    case ExprKind::kSet:
      return VisitElements(ast::As<ast::Set>(expr).elements);
    case ExprKind::kDict:
      return VisitDict(ast::As<ast::Dict>(expr));
    case ExprKind::kComprehension:
      return VisitComprehension(ast::As<ast::Comprehension>(expr));
    case ExprKind::kJoinedString:
      return VisitAll(ast::As<ast::JoinedString>(expr).parts);
    case ExprKind::kFormattedValue:
      VisitExpr(*ast::As<ast::FormattedValue>(expr).value);
      if (ast::As<ast::FormattedValue>(expr).format) VisitExpr(*ast::As<ast::FormattedValue>(expr).format);
      return;
    case ExprKind::kSlice:
      return VisitSlice(ast::As<ast::Slice>(expr));
    case ExprKind::kStarred:
      Fail(expr.span, "can't use starred expression here");
    case ExprKind::kAwait:
      return VisitAwait(ast::As<ast::Await>(expr));
    case ExprKind::kYield:
      return VisitYield(ast::As<ast::Yield>(expr).value, expr.span);
    case ExprKind::kYieldFrom:
      return VisitYieldFrom(ast::As<ast::YieldFrom>(expr));
  }
}

void ScopeWalker::VisitOptional(Child<Expr>& expr) {
  if (expr) VisitExpr(*expr);
}

void ScopeWalker::VisitAll(Exprs& exprs) {
  for (Child<Expr>& expr : exprs) VisitExpr(*expr);
}

void ScopeWalker::VisitElement(Expr& expr) {
  VisitExpr(expr.kind == ExprKind::kStarred ? *ast::As<ast::Starred>(expr).value : expr);
}

void ScopeWalker::VisitElements(Exprs& exprs) {
  for (Child<Expr>& expr : exprs) VisitElement(*expr);
}

/// super() without arguments needs the class that the method was written in.
void ScopeWalker::VisitName(ast::Name& name) {
  Use(name.ref);
  const KnownNames& known = Known();
  const Symbol symbol = name.ref.symbol;
  if (symbol == known.super) {
    const ScopeTable::VariableId cell = table_.Get(scope_, known.class_cell);
    ScopeTable::Variable& variable = table_.variable(cell);
    if (variable.flags == 0) variable.flags = name_flag::kImplicit;
  } else if (symbol == known.locals || symbol == known.vars || symbol == known.dir || symbol == known.eval) {
    table_.CodeOf(scope_).uses_locals = true;
  }
}

void ScopeWalker::VisitCall(ast::Call& call) {
  VisitExpr(*call.function);
  VisitElements(call.arguments);
  if (!call.keywords.empty()) VisitKeywords(call.keywords);
}

void ScopeWalker::VisitKeywords(Sequence<ast::Keyword>& keywords) {
  CheckKeywords(keywords);
  for (ast::Keyword& keyword : keywords) VisitExpr(*keyword.value);
}

void ScopeWalker::CheckKeywords(const Sequence<ast::Keyword>& keywords) const {
  constexpr uint32_t kFew = 32;
  std::unordered_set<Symbol> seen;
  for (const ast::Keyword& keyword : keywords) {
    if (!keyword.name) continue;
    CheckNotDebug(keyword.name, keyword.span, "assign to");
    const auto is_same = [&](const ast::Keyword& other) { return other.name == keyword.name; };
    const bool repeated =
        keywords.size() > kFew ? !seen.insert(keyword.name).second : std::any_of(keywords.begin(), &keyword, is_same);
    if (repeated) Fail(keyword.span, "keyword argument repeated: " + keyword.name.text());
  }
}

void ScopeWalker::VisitCompare(ast::Compare& compare) {
  VisitExpr(*compare.left);
  for (ast::Comparison& comparison : compare.comparisons) VisitExpr(*comparison.right);
}

void ScopeWalker::VisitConditional(ast::Conditional& conditional) {
  VisitExpr(*conditional.test);
  VisitExpr(*conditional.body);
  VisitExpr(*conditional.otherwise);
}

void ScopeWalker::VisitDict(ast::Dict& dict) {
  for (ast::DictItem& item : dict.items) {
    VisitOptional(item.key);
    VisitExpr(*item.value);
  }
}

void ScopeWalker::VisitSlice(ast::Slice& slice) {
  VisitOptional(slice.lower);
  VisitOptional(slice.upper);
  VisitOptional(slice.step);
}

void ScopeWalker::VisitLambda(ast::Lambda& lambda) {
  ast::Function& function = *lambda.function;
  VisitDefaults(function.parameters);
  function.code->qualname = QualnameOf(*function.code, {});
  const InCode in_code(*this, ScopeKind::kFunction, *function.code, {.is_function = true});
  DeclareParameters(function.parameters);
  VisitExpr(*function.expression);
  FinishFunction(*function.code, false);
}

// --- comprehensions ---

/// The first iterable belongs to the scope around, everything else to the comprehension's own.
void ScopeWalker::VisitComprehension(ast::Comprehension& comprehension) {
  VisitIterable(*comprehension.clauses[0].iterable);
  const bool is_generator = comprehension.comprehension == ast::ComprehensionKind::kGenerator;
  ScopeTable::ScopeId scope = 0;
  if (is_generator) {
    comprehension.code->qualname = QualnameOf(*comprehension.code, {});
    scope = table_.AddScope(ScopeKind::kComprehension, scope_, *comprehension.code);
    static const Symbol iterator = Symbol::Intern(".0");
    table_.variable(table_.Get(scope, iterator)).flags |= name_flag::kBound | name_flag::kParameter;
  } else {
    scope = table_.AddScope(scope_, comprehension);
  }
  ast::Comprehension* const outer = std::exchange(comprehension_, &comprehension);
  {
    const InScope in_scope(*this, scope);
    VisitClauses(comprehension);
    if (comprehension.value) VisitExpr(*comprehension.value);
    VisitExpr(*comprehension.element);
  }
  comprehension_ = outer;
  FinishComprehension(comprehension);
}

void ScopeWalker::VisitClauses(ast::Comprehension& comprehension) {
  bool first = true;
  for (ast::ComprehensionClause& clause : comprehension.clauses) {
    if (clause.is_async) comprehension.is_async = true;
    if (clause.target->kind == ExprKind::kStarred) {
      Fail(clause.target->span, "starred assignment target must be in a list or tuple");
    }
    BindTarget(*clause.target, name_flag::kIterator);
    if (!first) VisitIterable(*clause.iterable);
    VisitAll(clause.conditions);
    first = false;
  }
}

void ScopeWalker::VisitIterable(Expr& iterable) {
  ++iterables_;
  VisitExpr(iterable);
  --iterables_;
}

/// A generator expression may be asynchronous anywhere; the others make the code around wait.
void ScopeWalker::FinishComprehension(ast::Comprehension& comprehension) {
  if (comprehension.code) {
    comprehension.code->flow = comprehension.is_async ? ast::Flow::kAsyncGenerator : ast::Flow::kGenerator;
    return;
  }
  if (!comprehension.is_async) return;
  if (comprehension_ != nullptr) {
    comprehension_->is_async = true;
  } else if (!context_.is_async) {
    Fail(comprehension.span, "asynchronous comprehension outside of an asynchronous function");
  }
}

void ScopeWalker::VisitNamedExpr(ast::NamedExpr& named) {
  ast::Name& target = *named.target;
  VisitExpr(*named.value);
  if (iterables_ > 0) {
    Fail(named.span, "assignment expression cannot be used in a comprehension iterable expression");
  }
  InComprehension() ? BindAround(named) : Bind(target.ref, target.span);
}

/// In a comprehension the name is bound in the function around; the comprehension only sees it.
void ScopeWalker::BindAround(ast::NamedExpr& named) {
  ast::Name& target = *named.target;
  const Symbol name = target.ref.symbol;
  CheckNotDebug(name, target.span, "assign to");
  ScopeTable::ScopeId around = scope_;
  for (; table_.scope(around).kind == ScopeKind::kComprehension; around = table_.scope(around).parent) {
    const ScopeTable::VariableId variable = table_.Find(around, name);
    if (variable == ScopeTable::kNone || (table_.variable(variable).flags & name_flag::kIterator) == 0) continue;
    Fail(target.span, "assignment expression cannot rebind comprehension iteration variable '" + name.text() + "'");
  }
  while (table_.scope(around).kind == ScopeKind::kTypeParameters) around = table_.scope(around).parent;
  if (table_.scope(around).kind == ScopeKind::kClass) {
    Fail(named.span, "assignment expression within a comprehension cannot be used in a class body");
  }
  const ScopeTable::VariableId bound = table_.Get(around, name);
  table_.variable(bound).flags |= name_flag::kBound;
  Use(target.ref);
  table_.variable(table_.Get(scope_, name)).flags |= name_flag::kNamed;
}

// --- await and yield ---

void ScopeWalker::VisitAwait(ast::Await& await) {
  if (comprehension_ != nullptr) {
    comprehension_->is_async = true;
  } else if (!context_.is_function) {
    Fail(await.span, "'await' outside function");
  } else if (!context_.is_async) {
    Fail(await.span, "'await' outside async function");
  }
  VisitExpr(*await.value);
}

void ScopeWalker::VisitYield(Child<Expr>& value, Span span) {
  if (comprehension_ != nullptr) Fail(span, std::string("'yield' inside ") + NameOfExpr(*comprehension_));
  if (!context_.is_function) Fail(span, "'yield' outside function");
  context_.has_yield = true;
  VisitOptional(value);
}

void ScopeWalker::VisitYieldFrom(ast::YieldFrom& yield) {
  if (context_.is_async && comprehension_ == nullptr) Fail(yield.span, "'yield from' inside async function");
  VisitYield(yield.value, yield.span);
}

// --- targets ---

void ScopeWalker::BindTarget(Expr& target, uint16_t flags) {
  const Depth depth(*this, target.span);
  switch (target.kind) {
    case ExprKind::kName:
      return Bind(ast::As<ast::Name>(target).ref, target.span, flags);
    case ExprKind::kTuple:
      return BindTargets(ast::As<ast::Tuple>(target).elements, target.span, flags);
    case ExprKind::kList:
      return BindTargets(ast::As<ast::List>(target).elements, target.span, flags);
    case ExprKind::kStarred:
      return BindTarget(*ast::As<ast::Starred>(target).value, flags);
    case ExprKind::kAttribute:
      CheckNotDebug(ast::As<ast::Attribute>(target).name, target.span, "assign to");
      return VisitExpr(target);
    default:
      return VisitExpr(target);
  }
}

void ScopeWalker::BindTargets(Exprs& targets, Span span, uint16_t flags) {
  bool starred = false;
  for (Child<Expr>& target : targets) {
    const bool is_starred = target->kind == ExprKind::kStarred;
    if (starred && is_starred) Fail(span, "multiple starred expressions in assignment");
    starred |= is_starred;
    BindTarget(*target, flags);
  }
}

/// A target that stands alone, not in a list.
void ScopeWalker::BindTopTarget(Expr& target) {
  if (target.kind == ExprKind::kStarred) Fail(target.span, "starred assignment target must be in a list or tuple");
  BindTarget(target);
}

void ScopeWalker::DeleteTarget(Expr& target) {
  switch (target.kind) {
    case ExprKind::kName:
      CheckNotDebug(ast::As<ast::Name>(target).ref.symbol, target.span, "delete");
      return Bind(ast::As<ast::Name>(target).ref, target.span);
    case ExprKind::kTuple:
      for (Child<Expr>& element : ast::As<ast::Tuple>(target).elements) DeleteTarget(*element);
      return;
    case ExprKind::kList:
      for (Child<Expr>& element : ast::As<ast::List>(target).elements) DeleteTarget(*element);
      return;
    default:
      return VisitExpr(target);
  }
}

}  // namespace limbeck::python
