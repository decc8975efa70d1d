// Statements, functions and classes, seen by the scope walker.

#include <algorithm>

#include "python/scope_walker.h"

namespace limbeck::python {
namespace {

using ast::Expr;
using ast::Stmt;
using ast::StmtKind;

constexpr std::string_view kFutureFeatures[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

bool IsText(const Stmt& stmt) {
  const auto* statement = ast::TryAs<ast::ExpressionStmt>(stmt);
  const auto* constant = statement != nullptr ? ast::TryAs<ast::Constant>(*statement->value) : nullptr;
  return constant != nullptr && constant->constant == ast::ConstantKind::kStr;
}

bool IsFutureImport(const Stmt& stmt) {
  static const Symbol future = Symbol::Intern("__future__");
  const auto* import = ast::TryAs<ast::ImportFrom>(stmt);
  return import != nullptr && import->module == future && import->level == 0;
}

}  // namespace

void ScopeWalker::VisitBlock(ast::Block& block) {
  for (Child<Stmt>& stmt : block) VisitStmt(*stmt);
}

void ScopeWalker::VisitStmt(Stmt& stmt) {
  const Depth depth(*this, stmt.span);
  if (at_start_ && !IsFutureImport(stmt) && !(IsText(stmt) && &stmt == module_.body[0].get())) at_start_ = false;
  switch (stmt.kind) {
    case StmtKind::kExpression:
      return VisitExpr(*ast::As<ast::ExpressionStmt>(stmt).value);
    case StmtKind::kAssign:
      return VisitAssign(ast::As<ast::Assign>(stmt));
    case StmtKind::kAugmentedAssign:
      return VisitAugmentedAssign(ast::As<ast::AugmentedAssign>(stmt));
    case StmtKind::kAnnotatedAssign:
      return VisitAnnotatedAssign(ast::As<ast::AnnotatedAssign>(stmt));
    case StmtKind::kReturn:
      return VisitReturn(ast::As<ast::Return>(stmt));
    case StmtKind::kDelete:
      for (Child<Expr>& target : ast::As<ast::Delete>(stmt).targets) DeleteTarget(*target);
      return;
    case StmtKind::kPass:
      return;
    case StmtKind::kBreak:
      return VisitBreak(stmt.span, "'break' outside loop");
    case StmtKind::kContinue:
      return VisitBreak(stmt.span, "'continue' not properly in loop");
    case StmtKind::kIf:
      return VisitIf(ast::As<ast::If>(stmt));
    case StmtKind::kWhile:
      return VisitWhile(ast::As<ast::While>(stmt));
    case StmtKind::kFor:
      return VisitFor(ast::As<ast::For>(stmt));
    case StmtKind::kWith:
      return VisitWith(ast::As<ast::With>(stmt));
    case StmtKind::kFunctionDef:
      return VisitFunctionDef(ast::As<ast::FunctionDef>(stmt));
    case StmtKind::kClassDef:
      return VisitClassDef(ast::As<ast::ClassDef>(stmt));
    case StmtKind::kRaise:
      return VisitRaise(ast::As<ast::Raise>(stmt));
    case StmtKind::kTry:
      return VisitTry(ast::As<ast::Try>(stmt));
    case StmtKind::kAssert:
      return VisitAssert(ast::As<ast::Assert>(stmt));
    case StmtKind::kImport:
      return VisitImport(ast::As<ast::Import>(stmt));
    case StmtKind::kImportFrom:
      return VisitImportFrom(ast::As<ast::ImportFrom>(stmt));
    case StmtKind::kGlobal:
      return VisitGlobal(ast::As<ast::Global>(stmt));
    case StmtKind::kNonlocal:
      return VisitNonlocal(ast::As<ast::Nonlocal>(stmt));
    case StmtKind::kMatch:
      return VisitMatch(ast::As<ast::Match>(stmt));
    case StmtKind::kTypeAlias:
      return VisitTypeAlias(ast::As<ast::TypeAlias>(stmt));
  }
}

// --- assignments ---

void ScopeWalker::VisitAssign(ast::Assign& assign) {
  VisitExpr(*assign.value);
  for (Child<Expr>& target : assign.targets) BindTopTarget(*target);
}

void ScopeWalker::VisitAugmentedAssign(ast::AugmentedAssign& assign) {
  BindTopTarget(*assign.target);
  VisitExpr(*assign.value);
}

void ScopeWalker::VisitAnnotatedAssign(ast::AnnotatedAssign& assign) {
  auto* const name = assign.target->kind == ast::ExprKind::kName ? &ast::As<ast::Name>(*assign.target) : nullptr;
  if (name != nullptr && assign.is_simple && table_.scope(scope_).kind != ScopeKind::kModule) {
    const Symbol symbol = name->ref.symbol;
    const uint16_t flags = table_.variable(table_.Get(scope_, symbol)).flags;
    const bool is_global = (flags & name_flag::kGlobal) != 0;
    if (is_global || (flags & name_flag::kNonlocal) != 0) {
      Fail(assign.span, "annotated name '" + symbol.text() + "' can't be " + (is_global ? "global" : "nonlocal"));
    }
  }
  BindTarget(*assign.target, name != nullptr && assign.is_simple ? name_flag::kAnnotated : 0);
  VisitExpr(*assign.annotation);
  VisitOptional(assign.value);
}

void ScopeWalker::VisitReturn(ast::Return& statement) {
  if (!context_.is_function) Fail(statement.span, "'return' outside function");
  if (context_.in_star_handler) {
    Fail(statement.span, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  if (!statement.value) return;
  if (context_.return_value.end == 0) context_.return_value = statement.span;
  VisitExpr(*statement.value);
}

void ScopeWalker::VisitBreak(Span span, const char* message) {
  if (context_.loop == Loop::kStarHandler) {
    Fail(span, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  if (context_.loop == Loop::kNone) Fail(span, message);
}

void ScopeWalker::VisitRaise(ast::Raise& statement) {
  VisitOptional(statement.exception);
  VisitOptional(statement.cause);
}

void ScopeWalker::VisitAssert(ast::Assert& statement) {
  VisitExpr(*statement.test);
  VisitOptional(statement.message);
}

// --- compound statements ---

void ScopeWalker::VisitIf(ast::If& statement) {
  VisitExpr(*statement.test);
  VisitBlock(statement.body);
  VisitBlock(statement.otherwise);
}

void ScopeWalker::VisitLoopBody(ast::Block& body) {
  const Loop outer = context_.loop;
  context_.loop = Loop::kLoop;
  VisitBlock(body);
  context_.loop = outer;
}

void ScopeWalker::VisitWhile(ast::While& statement) {
  VisitExpr(*statement.test);
  VisitLoopBody(statement.body);
  VisitBlock(statement.otherwise);
}

void ScopeWalker::VisitFor(ast::For& statement) {
  if (statement.is_async) RequireAsync(statement.span, "for");
  BindTopTarget(*statement.target);
  VisitExpr(*statement.iterable);
  VisitLoopBody(statement.body);
  VisitBlock(statement.otherwise);
}

void ScopeWalker::VisitWith(ast::With& statement) {
  if (statement.is_async) RequireAsync(statement.span, "with");
  for (ast::WithItem& item : statement.items) {
    VisitExpr(*item.context);
    if (item.target) BindTopTarget(*item.target);
  }
  VisitBlock(statement.body);
}

void ScopeWalker::RequireAsync(Span span, const char* statement) const {
  if (!context_.is_async) Fail(span, std::string("'async ") + statement + "' outside async function");
}

void ScopeWalker::VisitTry(ast::Try& statement) {
  VisitBlock(statement.body);
  VisitBlock(statement.otherwise);
  for (ast::ExceptHandler& handler : statement.handlers) {
    if (!handler.type && &handler != &statement.handlers.back()) {
      Fail(handler.span, "default 'except:' must be last");
    }
    VisitHandler(handler, statement.is_star);
  }
  VisitBlock(statement.finally);
}

void ScopeWalker::VisitHandler(ast::ExceptHandler& handler, bool is_star) {
  VisitOptional(handler.type);
  if (handler.name.symbol) Bind(handler.name, handler.span);
  const Loop outer_loop = context_.loop;
  const bool outer_star = context_.in_star_handler;
  if (is_star) context_.loop = Loop::kStarHandler;
  if (is_star) context_.in_star_handler = true;
  VisitBlock(handler.body);
  context_.loop = outer_loop;
  context_.in_star_handler = outer_star;
}

// --- functions ---

void ScopeWalker::VisitFunctionDef(ast::FunctionDef& def) {
  ast::Function& function = *def.function;
  for (Child<Expr>& decorator : def.decorators) VisitExpr(*decorator);
  VisitDefaults(function.parameters);
  Bind(def.name, def.span);
  function.code->qualname = QualnameOf(*function.code, def.name.symbol);
  const bool is_generic = !def.type_parameters.parameters.empty();
  const InScope in_scope(*this, is_generic ? table_.AddScope(scope_, def.type_parameters) : scope_);
  VisitTypeParameters(def.type_parameters);
  VisitSignature(function.parameters);
  VisitOptional(function.returns);
  const InCode in_code(*this, ScopeKind::kFunction, *function.code, {.is_function = true, .is_async = def.is_async});
  DeclareParameters(function.parameters);
  VisitBlock(function.body);
  FinishFunction(*function.code, def.is_async);
}

void ScopeWalker::VisitDefaults(ast::Parameters& parameters) {
  for (ast::Parameter& parameter : parameters.positional) VisitOptional(parameter.default_value);
  for (ast::Parameter& parameter : parameters.keyword_only) VisitOptional(parameter.default_value);
}

/// The annotations; that of `*args` may have a star.
void ScopeWalker::VisitSignature(ast::Parameters& parameters) {
  for (ast::Parameter& parameter : parameters.positional) VisitOptional(parameter.annotation);
  for (ast::Parameter& parameter : parameters.keyword_only) VisitOptional(parameter.annotation);
  if (parameters.star && parameters.star->annotation) VisitElement(*parameters.star->annotation);
  if (parameters.double_star) VisitOptional(parameters.double_star->annotation);
}

void ScopeWalker::DeclareParameters(ast::Parameters& parameters) {
  for (const ast::Parameter& parameter : parameters.positional) DeclareParameter(parameter);
  for (const ast::Parameter& parameter : parameters.keyword_only) DeclareParameter(parameter);
  if (parameters.star) DeclareParameter(*parameters.star);
  if (parameters.double_star) DeclareParameter(*parameters.double_star);
}

void ScopeWalker::DeclareParameter(const ast::Parameter& parameter) {
  CheckNotDebug(parameter.name, parameter.span, "assign to");
  ScopeTable::Variable& variable = table_.variable(table_.Get(scope_, parameter.name));
  if ((variable.flags & name_flag::kParameter) != 0) {
    Fail(parameter.span, "duplicate argument '" + parameter.name.text() + "' in function definition");
  }
  variable.flags |= name_flag::kBound | name_flag::kParameter;
}

/// What calling the function gives, known when its body has been seen.
void ScopeWalker::FinishFunction(ast::Code& code, bool is_async) {
  if (is_async) {
    code.flow = context_.has_yield ? ast::Flow::kAsyncGenerator : ast::Flow::kCoroutine;
  } else {
    code.flow = context_.has_yield ? ast::Flow::kGenerator : ast::Flow::kPlain;
  }
  if (code.flow == ast::Flow::kAsyncGenerator && context_.return_value.end > 0) {
    Fail(context_.return_value, "'return' with value in async generator");
  }
}

// --- classes, type parameters ---

void ScopeWalker::VisitClassDef(ast::ClassDef& def) {
  for (Child<Expr>& decorator : def.decorators) VisitExpr(*decorator);
  Bind(def.name, def.span);
  def.code->qualname = QualnameOf(*def.code, def.name.symbol);
  const bool is_generic = !def.type_parameters.parameters.empty();
  const InScope in_scope(*this, is_generic ? table_.AddScope(scope_, def.type_parameters) : scope_);
  VisitTypeParameters(def.type_parameters);
  VisitElements(def.bases);
  VisitKeywords(def.keywords);
  const InCode in_code(*this, ScopeKind::kClass, *def.code, {});
  VisitBlock(def.body);
}

void ScopeWalker::VisitTypeAlias(ast::TypeAlias& alias) {
  Bind(alias.name, alias.span);
  alias.value->code->qualname = QualnameOf(*alias.value->code, alias.name.symbol);
  const bool is_generic = !alias.type_parameters.parameters.empty();
  const InScope in_scope(*this, is_generic ? table_.AddScope(scope_, alias.type_parameters) : scope_);
  VisitTypeParameters(alias.type_parameters);
  const InCode in_code(*this, ScopeKind::kFunction, *alias.value->code, {});
  VisitExpr(*alias.value->expression);
}

/// All names first: a bound may mention any of them.
void ScopeWalker::VisitTypeParameters(ast::TypeParameters& parameters) {
  for (ast::TypeParameter& parameter : parameters.parameters) {
    const ScopeTable::VariableId variable = table_.Get(scope_, parameter.name.symbol);
    if (table_.variable(variable).flags != 0) {
      Fail(parameter.span, "duplicate type parameter '" + parameter.name.symbol.text() + "'");
    }
    table_.variable(variable).flags = name_flag::kBound;
    table_.Refer(parameter.name, variable);
  }
  for (ast::TypeParameter& parameter : parameters.parameters) {
    VisitOptional(parameter.bound);
    if (parameter.default_value) VisitElement(*parameter.default_value);
  }
}

// --- imports ---

void ScopeWalker::VisitImport(ast::Import& statement) {
  for (ast::ImportName& name : statement.names) Bind(name.bound, name.span);
}

void ScopeWalker::VisitImportFrom(ast::ImportFrom& statement) {
  if (IsFutureImport(statement)) CheckFuture(statement);
  if (statement.is_star && table_.scope(scope_).kind != ScopeKind::kModule) {
    Fail(statement.span, "import * only allowed at module level");
  }
  for (ast::ImportedName& name : statement.names) Bind(name.bound, name.span);
}

void ScopeWalker::CheckFuture(const ast::ImportFrom& statement) {
  if (!at_start_) Fail(statement.span, "from __future__ imports must occur at the beginning of the file");
  for (const ast::ImportedName& name : statement.names) {
    const std::string& feature = name.name.text();
    if (feature == "braces") Fail(statement.span, "not a chance");
    if (std::find(std::begin(kFutureFeatures), std::end(kFutureFeatures), feature) == std::end(kFutureFeatures)) {
      Fail(statement.span, "future feature " + feature + " is not defined");
    }
    if (feature == "annotations") module_.future_annotations = true;
  }
}

// --- global and nonlocal ---

void ScopeWalker::VisitGlobal(const ast::Global& statement) {
  for (const Symbol name : statement.names) Declare(name, statement.span, name_flag::kGlobal);
}

void ScopeWalker::VisitNonlocal(const ast::Nonlocal& statement) {
  if (table_.scope(scope_).kind == ScopeKind::kModule) {
    Fail(statement.span, "nonlocal declaration not allowed at module level");
  }
  for (const Symbol name : statement.names) {
    Declare(name, statement.span, name_flag::kNonlocal);
    table_.Require(table_.Get(scope_, name), statement.span);
  }
}

/// Such a declaration comes before everything else that the scope does with the name.
void ScopeWalker::Declare(Symbol name, Span span, uint16_t flag) {
  ScopeTable::Variable& variable = table_.variable(table_.Get(scope_, name));
  const std::string word = flag == name_flag::kGlobal ? "global" : "nonlocal";
  const std::string quoted = "name '" + name.text() + "' ";
  if ((variable.flags & name_flag::kParameter) != 0) Fail(span, quoted + "is parameter and " + word);
  if ((variable.flags & name_flag::kAnnotated) != 0) {
    Fail(span, "annotated name '" + name.text() + "' can't be " + word);
  }
  const uint16_t other = flag ^ (name_flag::kGlobal | name_flag::kNonlocal);
  if ((variable.flags & other) != 0) Fail(span, quoted + "is nonlocal and global");
  if ((variable.flags & flag) == 0) {
    if ((variable.flags & name_flag::kUsed) != 0) Fail(span, quoted + "is used prior to " + word + " declaration");
    if ((variable.flags & name_flag::kBound) != 0)
      Fail(span, quoted + "is assigned to before " + word + " declaration");
  }
  variable.flags |= flag;
}

}  // namespace limbeck::python
