#include "python/ast_printer.h"

#include "python/printer_state.h"

namespace limbeck::python {
namespace {

using ast::Expr;
using ast::Stmt;
using ast::StmtKind;

}  // namespace

std::string PrintModule(const ast::Module& module) {
  Printer printer;
  printer.PrintBlock(module.body);
  std::string text = printer.TakeText();
  if (!text.empty()) text += '\n';
  return text;
}

std::string PrintExpression(const Expr& expr) {
  Printer printer;
  printer.PrintExpr(expr);
  return printer.TakeText();
}

void Printer::PrintBlock(const ast::Block& block) {
  for (const Child<Stmt>& stmt : block) {
    StartLine();
    PrintStmt(*stmt);
  }
}

/// Ends the line before, if any, and indents the new one.
void Printer::StartLine() {
  if (!out_.empty()) out_ += '\n';
  out_.append(static_cast<size_t>(indentation_), ' ');
}

void Printer::PrintSuite(const ast::Block& block) {
  constexpr int kStep = 4;
  Put(":");
  indentation_ += kStep;
  PrintBlock(block);
  indentation_ -= kStep;
}

void Printer::PrintStmt(const Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::kExpression:
      return PrintExpr(*ast::As<ast::ExpressionStmt>(stmt).value, Level::kYield);
    case StmtKind::kAssign:
      return PrintAssign(ast::As<ast::Assign>(stmt));
    case StmtKind::kAugmentedAssign:
      return PrintAugmentedAssign(ast::As<ast::AugmentedAssign>(stmt));
    case StmtKind::kAnnotatedAssign:
      return PrintAnnotatedAssign(ast::As<ast::AnnotatedAssign>(stmt));
    case StmtKind::kReturn:
      return PrintKeyword("return", ast::As<ast::Return>(stmt).value.get());
    case StmtKind::kDelete:
      Put("del ");
      return PrintElements(ast::As<ast::Delete>(stmt).targets);
    case StmtKind::kPass:
      return Put("pass");
    case StmtKind::kBreak:
      return Put("break");
    case StmtKind::kContinue:
      return Put("continue");
    case StmtKind::kIf:
      return PrintIf(ast::As<ast::If>(stmt));
    case StmtKind::kWhile:
      return PrintWhile(ast::As<ast::While>(stmt));
    case StmtKind::kFor:
      return PrintFor(ast::As<ast::For>(stmt));
    case StmtKind::kWith:
      return PrintWith(ast::As<ast::With>(stmt));
    case StmtKind::kFunctionDef:
      return PrintFunctionDef(ast::As<ast::FunctionDef>(stmt));
    case StmtKind::kClassDef:
      return PrintClassDef(ast::As<ast::ClassDef>(stmt));
    case StmtKind::kRaise:
      return PrintRaise(ast::As<ast::Raise>(stmt));
    case StmtKind::kTry:
      return PrintTry(ast::As<ast::Try>(stmt));
    case StmtKind::kAssert:
      return PrintAssert(ast::As<ast::Assert>(stmt));
    case StmtKind::kImport:
      return PrintImport(ast::As<ast::Import>(stmt));
    case StmtKind::kImportFrom:
      return PrintImportFrom(ast::As<ast::ImportFrom>(stmt));
    case StmtKind::kGlobal:
      return PrintNames("global ", ast::As<ast::Global>(stmt).names);
    case StmtKind::kNonlocal:
      return PrintNames("nonlocal ", ast::As<ast::Nonlocal>(stmt).names);
    case StmtKind::kMatch:
      return PrintMatch(ast::As<ast::Match>(stmt));
    case StmtKind::kTypeAlias:
      return PrintTypeAlias(ast::As<ast::TypeAlias>(stmt));
  }
}

// --- simple statements ---

void Printer::PrintAssign(const ast::Assign& assign) {
  for (const Child<Expr>& target : assign.targets) {
    PrintExpr(*target, Level::kTuple);
    Put(" = ");
  }
  PrintExpr(*assign.value, Level::kYield);
}

void Printer::PrintAugmentedAssign(const ast::AugmentedAssign& assign) {
  PrintExpr(*assign.target);
  std::string_view op = OperatorText(assign.op);
  op.remove_suffix(1);
  Put(op);
  Put("= ");
  PrintExpr(*assign.value, Level::kYield);
}

void Printer::PrintAnnotatedAssign(const ast::AnnotatedAssign& assign) {
  {
    const bool grouped = !assign.is_simple && assign.target->kind == ast::ExprKind::kName;
    const Parentheses parentheses(*this, grouped);
    PrintExpr(*assign.target);
  }
  Put(": ");
  PrintExpr(*assign.annotation);
  if (!assign.value) return;
  Put(" = ");
  PrintExpr(*assign.value, Level::kYield);
}

void Printer::PrintKeyword(std::string_view word, const Expr* value) {
  Put(word);
  if (value == nullptr) return;
  Put(" ");
  PrintExpr(*value, Level::kTuple);
}

void Printer::PrintRaise(const ast::Raise& statement) {
  Put("raise");
  if (!statement.exception) return;
  Put(" ");
  PrintExpr(*statement.exception);
  if (!statement.cause) return;
  Put(" from ");
  PrintExpr(*statement.cause);
}

void Printer::PrintAssert(const ast::Assert& statement) {
  Put("assert ");
  PrintExpr(*statement.test);
  if (!statement.message) return;
  Put(", ");
  PrintExpr(*statement.message);
}

void Printer::PrintNames(std::string_view word, const Sequence<Symbol>& names) {
  Put(word);
  bool first = true;
  for (const Symbol name : names) {
    Separate(first);
    Put(name);
  }
}

void Printer::PrintImport(const ast::Import& statement) {
  Put("import ");
  bool first = true;
  for (const ast::ImportName& name : statement.names) {
    Separate(first);
    Put(name.module);
    if (!name.has_alias) continue;
    Put(" as ");
    Put(name.bound.symbol);
  }
}

void Printer::PrintImportFrom(const ast::ImportFrom& statement) {
  Put("from ");
  out_.append(statement.level, '.');
  if (statement.module) Put(statement.module);
  Put(" import ");
  if (statement.is_star) Put("*");
  bool first = true;
  for (const ast::ImportedName& name : statement.names) {
    Separate(first);
    Put(name.name);
    if (name.name == name.bound.symbol) continue;
    Put(" as ");
    Put(name.bound.symbol);
  }
}

// --- compound statements ---

void Printer::PrintElse(const ast::Block& block) {
  if (block.empty()) return;
  StartLine();
  Put("else");
  PrintSuite(block);
}

/// An If alone in the other branch is an `elif`.
void Printer::PrintIf(const ast::If& statement) {
  Put("if ");
  const ast::If* branch = &statement;
  for (;;) {
    PrintExpr(*branch->test);
    PrintSuite(branch->body);
    const ast::Block& otherwise = branch->otherwise;
    const auto* next = otherwise.size() == 1 ? ast::TryAs<ast::If>(*otherwise[0]) : nullptr;
    if (next == nullptr) return PrintElse(otherwise);
    branch = next;
    StartLine();
    Put("elif ");
  }
}

void Printer::PrintWhile(const ast::While& statement) {
  Put("while ");
  PrintExpr(*statement.test);
  PrintSuite(statement.body);
  PrintElse(statement.otherwise);
}

void Printer::PrintFor(const ast::For& statement) {
  Put(statement.is_async ? "async for " : "for ");
  PrintExpr(*statement.target, Level::kTuple);
  Put(" in ");
  PrintExpr(*statement.iterable, Level::kTuple);
  PrintSuite(statement.body);
  PrintElse(statement.otherwise);
}

/// One item that begins with a parenthesis gets another pair, or its own would be taken for that of the items.
void Printer::PrintWith(const ast::With& statement) {
  Put(statement.is_async ? "async with " : "with ");
  const size_t begin = out_.size();
  bool first = true;
  for (const ast::WithItem& item : statement.items) {
    Separate(first);
    PrintExpr(*item.context);
    if (!item.target) continue;
    Put(" as ");
    PrintExpr(*item.target);
  }
  if (statement.items.size() == 1 && !statement.items[0].target && out_[begin] == '(') {
    out_.insert(begin, 1, '(');
    Put(")");
  }
  PrintSuite(statement.body);
}

void Printer::PrintTry(const ast::Try& statement) {
  Put("try");
  PrintSuite(statement.body);
  for (const ast::ExceptHandler& handler : statement.handlers) PrintHandler(handler, statement.is_star);
  PrintElse(statement.otherwise);
  if (statement.finally.empty()) return;
  StartLine();
  Put("finally");
  PrintSuite(statement.finally);
}

void Printer::PrintHandler(const ast::ExceptHandler& handler, bool is_star) {
  StartLine();
  Put(is_star ? "except*" : "except");
  if (handler.type) {
    Put(" ");
    PrintExpr(*handler.type);
  }
  if (handler.name.symbol) {
    Put(" as ");
    Put(handler.name.symbol);
  }
  PrintSuite(handler.body);
}

// --- functions and classes ---

void Printer::PrintDecorators(const Exprs& decorators) {
  for (const Child<Expr>& decorator : decorators) {
    Put("@");
    PrintExpr(*decorator);
    StartLine();
  }
}

void Printer::PrintFunctionDef(const ast::FunctionDef& def) {
  PrintDecorators(def.decorators);
  Put(def.is_async ? "async def " : "def ");
  Put(def.function->code->name);
  PrintTypeParameters(def.type_parameters);
  Put("(");
  PrintParameters(def.function->parameters);
  Put(")");
  if (def.function->returns) {
    Put(" -> ");
    PrintExpr(*def.function->returns);
  }
  PrintSuite(def.function->body);
}

void Printer::PrintClassDef(const ast::ClassDef& def) {
  PrintDecorators(def.decorators);
  Put("class ");
  Put(def.code->name);
  PrintTypeParameters(def.type_parameters);
  if (!def.bases.empty() || !def.keywords.empty()) {
    Put("(");
    PrintArguments(def.bases, def.keywords);
    Put(")");
  }
  PrintSuite(def.body);
}

void Printer::PrintTypeAlias(const ast::TypeAlias& alias) {
  Put("type ");
  Put(alias.value->code->name);
  PrintTypeParameters(alias.type_parameters);
  Put(" = ");
  PrintExpr(*alias.value->expression);
}

void Printer::PrintTypeParameters(const ast::TypeParameters& parameters) {
  if (parameters.parameters.empty()) return;
  Put("[");
  bool first = true;
  for (const ast::TypeParameter& parameter : parameters.parameters) {
    Separate(first);
    if (parameter.kind == ast::TypeParameterKind::kTypeVarTuple) Put("*");
    if (parameter.kind == ast::TypeParameterKind::kParamSpec) Put("**");
    Put(parameter.name.symbol);
    if (parameter.bound) {
      Put(": ");
      PrintExpr(*parameter.bound);
    }
    if (parameter.default_value) {
      Put(" = ");
      PrintExpr(*parameter.default_value);
    }
  }
  Put("]");
}

void Printer::PrintParameters(const ast::Parameters& parameters) {
  bool first = true;
  uint32_t count = 0;
  for (const ast::Parameter& parameter : parameters.positional) {
    Separate(first);
    PrintParameter(parameter);
    if (++count == parameters.positional_only_count) Put(", /");
  }
  if (parameters.star || !parameters.keyword_only.empty()) {
    Separate(first);
    Put("*");
    if (parameters.star) PrintParameter(*parameters.star);
  }
  for (const ast::Parameter& parameter : parameters.keyword_only) {
    Separate(first);
    PrintParameter(parameter);
  }
  if (!parameters.double_star) return;
  Separate(first);
  Put("**");
  PrintParameter(*parameters.double_star);
}

void Printer::PrintParameter(const ast::Parameter& parameter) {
  Put(parameter.name);
  if (parameter.annotation) {
    Put(": ");
    PrintExpr(*parameter.annotation);
  }
  if (!parameter.default_value) return;
  Put("=");
  PrintExpr(*parameter.default_value);
}

}  // namespace limbeck::python
