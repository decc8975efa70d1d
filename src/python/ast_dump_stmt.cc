#include "python/dumper.h"
#include "python/printer_state.h"

namespace limbeck::python {
namespace {

using ast::Stmt;
using ast::StmtKind;

}  // namespace

void Dumper::DumpStmt(const Stmt& stmt) {
  switch (stmt.kind) {
    case StmtKind::kExpression:
      return DumpExpr(*ast::As<ast::ExpressionStmt>(stmt).value);
    case StmtKind::kAssign:
      return DumpAssign(ast::As<ast::Assign>(stmt));
    case StmtKind::kAugmentedAssign:
      return DumpAugmentedAssign(ast::As<ast::AugmentedAssign>(stmt));
    case StmtKind::kAnnotatedAssign:
      return DumpAnnotatedAssign(ast::As<ast::AnnotatedAssign>(stmt));
    case StmtKind::kReturn:
      return DumpOne("return", ast::As<ast::Return>(stmt).value);
    case StmtKind::kDelete:
      return DumpList("del", ast::As<ast::Delete>(stmt).targets);
    case StmtKind::kPass:
      return Item("pass");
    case StmtKind::kBreak:
      return Item("break");
    case StmtKind::kContinue:
      return Item("continue");
    case StmtKind::kIf:
      return DumpIf(ast::As<ast::If>(stmt));
    case StmtKind::kWhile:
      return DumpWhile(ast::As<ast::While>(stmt));
    case StmtKind::kFor:
      return DumpFor(ast::As<ast::For>(stmt));
    case StmtKind::kWith:
      return DumpWith(ast::As<ast::With>(stmt));
    case StmtKind::kFunctionDef:
      return DumpFunctionDef(ast::As<ast::FunctionDef>(stmt));
    case StmtKind::kClassDef:
      return DumpClassDef(ast::As<ast::ClassDef>(stmt));
    case StmtKind::kRaise:
      return DumpPair("raise", ast::As<ast::Raise>(stmt).exception, ast::As<ast::Raise>(stmt).cause);
    case StmtKind::kTry:
      return DumpTry(ast::As<ast::Try>(stmt));
    case StmtKind::kAssert:
      return DumpPair("assert", ast::As<ast::Assert>(stmt).test, ast::As<ast::Assert>(stmt).message);
    case StmtKind::kImport:
      return DumpImport(ast::As<ast::Import>(stmt));
    case StmtKind::kImportFrom:
      return DumpImportFrom(ast::As<ast::ImportFrom>(stmt));
    case StmtKind::kGlobal:
      return DumpNamesOf("global", ast::As<ast::Global>(stmt).names);
    case StmtKind::kNonlocal:
      return DumpNamesOf("nonlocal", ast::As<ast::Nonlocal>(stmt).names);
    case StmtKind::kMatch:
      return DumpMatch(ast::As<ast::Match>(stmt));
    case StmtKind::kTypeAlias:
      return DumpTypeAlias(ast::As<ast::TypeAlias>(stmt));
  }
}

void Dumper::DumpNamesOf(std::string_view word, const Sequence<Symbol>& names) {
  const List list(*this, word);
  for (const Symbol name : names) Item(name);
}

// --- simple statements ---

void Dumper::DumpAssign(const ast::Assign& assign) {
  const List list(*this, "=");
  DumpAll(assign.targets);
  DumpExpr(*assign.value);
}

void Dumper::DumpAugmentedAssign(const ast::AugmentedAssign& assign) {
  const std::string_view text = OperatorText(assign.op);
  DumpPair(std::string(text.substr(1, text.size() - 2)) + "=", assign.target, assign.value);
}

void Dumper::DumpAnnotatedAssign(const ast::AnnotatedAssign& assign) {
  const List list(*this, assign.is_simple ? "annotate" : "annotate-target");
  DumpExpr(*assign.target);
  DumpExpr(*assign.annotation);
  if (assign.value) DumpExpr(*assign.value);
}

void Dumper::DumpImport(const ast::Import& statement) {
  const List list(*this, "import");
  for (const ast::ImportName& name : statement.names) {
    const List name_list(*this, name.module.text());
    if (name.has_alias || names_ == DumpNames::kResolved) DumpName(name.bound);
  }
}

void Dumper::DumpImportFrom(const ast::ImportFrom& statement) {
  const List list(*this, "from");
  Item(std::string(statement.level, '.') + (statement.module ? statement.module.text() : ""));
  if (statement.is_star) Item("*");
  for (const ast::ImportedName& name : statement.names) {
    const List name_list(*this, name.name.text());
    if (name.name != name.bound.symbol || names_ == DumpNames::kResolved) DumpName(name.bound);
  }
}

// --- compound statements ---

void Dumper::DumpBody(const ast::Block& block) {
  for (const Child<Stmt>& stmt : block) DumpStmt(*stmt);
}

/// Nothing when the block is empty.
void Dumper::DumpBlock(std::string_view word, const ast::Block& block) {
  if (block.empty()) return;
  const List list(*this, word);
  DumpBody(block);
}

void Dumper::DumpIf(const ast::If& statement) {
  const List list(*this, "if");
  DumpExpr(*statement.test);
  DumpBlock("do", statement.body);
  DumpBlock("else", statement.otherwise);
}

void Dumper::DumpWhile(const ast::While& statement) {
  const List list(*this, "while");
  DumpExpr(*statement.test);
  DumpBlock("do", statement.body);
  DumpBlock("else", statement.otherwise);
}

void Dumper::DumpFor(const ast::For& statement) {
  const List list(*this, statement.is_async ? "async-for" : "for");
  DumpExpr(*statement.target);
  DumpExpr(*statement.iterable);
  DumpBlock("do", statement.body);
  DumpBlock("else", statement.otherwise);
}

void Dumper::DumpWith(const ast::With& statement) {
  const List list(*this, statement.is_async ? "async-with" : "with");
  for (const ast::WithItem& item : statement.items) DumpPair("item", item.context, item.target);
  DumpBlock("do", statement.body);
}

void Dumper::DumpTry(const ast::Try& statement) {
  const List list(*this, "try");
  DumpBlock("do", statement.body);
  for (const ast::ExceptHandler& handler : statement.handlers) {
    const List handler_list(*this, statement.is_star ? "except*" : "except");
    DumpOptional(handler.type);
    DumpName(handler.name);
    DumpBody(handler.body);
  }
  DumpBlock("else", statement.otherwise);
  DumpBlock("finally", statement.finally);
}

// --- functions and classes ---

void Dumper::DumpDecorators(const Exprs& decorators) {
  if (!decorators.empty()) DumpList("@", decorators);
}

void Dumper::DumpFunctionDef(const ast::FunctionDef& def) {
  const List list(*this, def.is_async ? "async-def" : "def");
  DumpName(def.name);
  DumpDecorators(def.decorators);
  DumpTypeParameters(def.type_parameters);
  DumpParameters(def.function->parameters);
  if (def.function->returns) DumpOne("->", def.function->returns);
  DumpBody(def.function->body);
  DumpFacts(*def.function->code);
}

void Dumper::DumpParameters(const ast::Parameters& parameters) {
  const List list(*this, "");
  uint32_t count = 0;
  for (const ast::Parameter& parameter : parameters.positional) {
    DumpParameter("", parameter);
    if (++count == parameters.positional_only_count) Item("/");
  }
  if (parameters.star) DumpParameter("*", *parameters.star);
  if (!parameters.star && !parameters.keyword_only.empty()) Item("*");
  for (const ast::Parameter& parameter : parameters.keyword_only) DumpParameter("", parameter);
  if (parameters.double_star) DumpParameter("**", *parameters.double_star);
}

/// `name`, or `(name annotation default)`.
void Dumper::DumpParameter(std::string_view prefix, const ast::Parameter& parameter) {
  const std::string name = std::string(prefix) + parameter.name.text();
  if (!parameter.annotation && !parameter.default_value) return Item(name);
  const List list(*this, name);
  DumpOptional(parameter.annotation);
  if (parameter.default_value) DumpExpr(*parameter.default_value);
}

void Dumper::DumpClassDef(const ast::ClassDef& def) {
  const List list(*this, "class");
  DumpName(def.name);
  DumpDecorators(def.decorators);
  DumpTypeParameters(def.type_parameters);
  {
    const List bases(*this, "");
    DumpAll(def.bases);
    DumpKeywords(def.keywords);
  }
  DumpBody(def.body);
  DumpFacts(*def.code);
}

void Dumper::DumpTypeAlias(const ast::TypeAlias& alias) {
  const List list(*this, "type");
  DumpName(alias.name);
  DumpTypeParameters(alias.type_parameters);
  DumpExpr(*alias.value->expression);
  DumpFacts(*alias.value->code);
}

void Dumper::DumpTypeParameters(const ast::TypeParameters& parameters) {
  if (parameters.parameters.empty()) return;
  constexpr std::string_view kWords[] = {"T", "*T", "**T"};
  const List list(*this, "generic");
  for (const ast::TypeParameter& parameter : parameters.parameters) {
    const List one(*this, kWords[static_cast<size_t>(parameter.kind)]);
    DumpName(parameter.name);
    if (parameter.bound || parameter.default_value) DumpOptional(parameter.bound);
    if (parameter.default_value) DumpExpr(*parameter.default_value);
  }
}

// --- match ---

void Dumper::DumpMatch(const ast::Match& statement) {
  const List list(*this, "match");
  DumpExpr(*statement.subject);
  for (const ast::MatchCase& match_case : statement.cases) {
    const List case_list(*this, "case");
    DumpPattern(*match_case.pattern);
    if (match_case.guard) DumpOne("if", match_case.guard);
    DumpBody(match_case.body);
  }
}

void Dumper::DumpPattern(const ast::Pattern& pattern) {
  using ast::PatternKind;
  switch (pattern.kind) {
    case PatternKind::kValue:
      return DumpOne("value", ast::As<ast::ValuePattern>(pattern).value);
    case PatternKind::kSingleton:
      return DumpExpr(*ast::As<ast::SingletonPattern>(pattern).value);
    case PatternKind::kSequence:
      return DumpPatterns("sequence", ast::As<ast::SequencePattern>(pattern).patterns);
    case PatternKind::kMapping:
      return DumpMappingPattern(ast::As<ast::MappingPattern>(pattern));
    case PatternKind::kClass:
      return DumpClassPattern(ast::As<ast::ClassPattern>(pattern));
    case PatternKind::kStar: {
      const List list(*this, "*");
      return DumpName(ast::As<ast::StarPattern>(pattern).name);
    }
    case PatternKind::kAs:
      return DumpAsPattern(ast::As<ast::AsPattern>(pattern));
    case PatternKind::kOr:
      return DumpPatterns("|", ast::As<ast::OrPattern>(pattern).patterns);
  }
}

void Dumper::DumpPatterns(std::string_view word, const Sequence<Child<ast::Pattern>>& patterns) {
  const List list(*this, word);
  for (const Child<ast::Pattern>& pattern : patterns) DumpPattern(*pattern);
}

void Dumper::DumpMappingPattern(const ast::MappingPattern& pattern) {
  const List list(*this, "mapping");
  for (const ast::MappingItem& item : pattern.items) {
    const List item_list(*this, ":");
    DumpExpr(*item.key);
    DumpPattern(*item.pattern);
  }
  if (!pattern.rest.symbol) return;
  const List rest(*this, "**");
  DumpName(pattern.rest);
}

void Dumper::DumpClassPattern(const ast::ClassPattern& pattern) {
  const List list(*this, "class");
  DumpExpr(*pattern.type);
  for (const Child<ast::Pattern>& positional : pattern.positional) DumpPattern(*positional);
  for (const ast::KeywordPattern& keyword : pattern.keywords) {
    const List keyword_list(*this, keyword.name.text() + "=");
    DumpPattern(*keyword.pattern);
  }
}

void Dumper::DumpAsPattern(const ast::AsPattern& pattern) {
  const List list(*this, "as");
  if (pattern.pattern) DumpPattern(*pattern.pattern);
  DumpName(pattern.name);
}

}  // namespace limbeck::python
