#include "python/printer_state.h"

namespace limbeck::python {

using ast::Pattern;
using ast::PatternKind;

void Printer::PrintMatch(const ast::Match& statement) {
  constexpr int kStep = 4;
  Put("match ");
  PrintExpr(*statement.subject, Level::kTuple);
  Put(":");
  indentation_ += kStep;
  for (const ast::MatchCase& match_case : statement.cases) {
    StartLine();
    Put("case ");
    PrintPattern(*match_case.pattern);
    if (match_case.guard) {
      Put(" if ");
      PrintExpr(*match_case.guard);
    }
    PrintSuite(match_case.body);
  }
  indentation_ -= kStep;
}

/// An alternative must be closed: `(a as b) | c`.
void Printer::PrintPattern(const Pattern& pattern, bool is_alternative) {
  switch (pattern.kind) {
    case PatternKind::kValue:
      return PrintExpr(*ast::As<ast::ValuePattern>(pattern).value, Level::kBitOr);
    case PatternKind::kSingleton:
      return PrintExpr(*ast::As<ast::SingletonPattern>(pattern).value);
    case PatternKind::kSequence:
      Put("[");
      PrintPatterns(ast::As<ast::SequencePattern>(pattern).patterns);
      return Put("]");
    case PatternKind::kMapping:
      return PrintMappingPattern(ast::As<ast::MappingPattern>(pattern));
    case PatternKind::kClass:
      return PrintClassPattern(ast::As<ast::ClassPattern>(pattern));
    case PatternKind::kStar: {
      const Symbol name = ast::As<ast::StarPattern>(pattern).name.symbol;
      return Put(name ? "*" + name.text() : "*_");
    }
    case PatternKind::kAs:
      return PrintAsPattern(ast::As<ast::AsPattern>(pattern), is_alternative);
    case PatternKind::kOr:
      return PrintOrPattern(ast::As<ast::OrPattern>(pattern), is_alternative);
  }
}

void Printer::PrintPatterns(const Sequence<Child<Pattern>>& patterns) {
  bool first = true;
  for (const Child<Pattern>& pattern : patterns) {
    Separate(first);
    PrintPattern(*pattern);
  }
}

void Printer::PrintMappingPattern(const ast::MappingPattern& pattern) {
  Put("{");
  bool first = true;
  for (const ast::MappingItem& item : pattern.items) {
    Separate(first);
    PrintExpr(*item.key);
    Put(": ");
    PrintPattern(*item.pattern);
  }
  if (pattern.rest.symbol) {
    Separate(first);
    Put("**");
    Put(pattern.rest.symbol);
  }
  Put("}");
}

void Printer::PrintClassPattern(const ast::ClassPattern& pattern) {
  PrintExpr(*pattern.type, Level::kAtom);
  Put("(");
  bool first = true;
  for (const Child<Pattern>& positional : pattern.positional) {
    Separate(first);
    PrintPattern(*positional);
  }
  for (const ast::KeywordPattern& keyword : pattern.keywords) {
    Separate(first);
    Put(keyword.name);
    Put("=");
    PrintPattern(*keyword.pattern);
  }
  Put(")");
}

void Printer::PrintAsPattern(const ast::AsPattern& pattern, bool is_alternative) {
  const Parentheses parentheses(*this, is_alternative && pattern.pattern);
  if (pattern.pattern) {
    PrintPattern(*pattern.pattern, pattern.pattern->kind == PatternKind::kAs);
    Put(" as ");
  }
  if (pattern.name.symbol) {
    Put(pattern.name.symbol);
  } else {
    Put("_");
  }
}

void Printer::PrintOrPattern(const ast::OrPattern& pattern, bool is_alternative) {
  const Parentheses parentheses(*this, is_alternative);
  bool first = true;
  for (const Child<Pattern>& alternative : pattern.patterns) {
    if (!first) Put(" | ");
    first = false;
    PrintPattern(*alternative, true);
  }
}

}  // namespace limbeck::python
