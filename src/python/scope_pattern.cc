// Patterns of match statements, seen by the scope walker: what they capture, and what makes no sense in them.

#include <algorithm>

#include "python/ast_printer.h"
#include "python/scope_walker.h"

namespace limbeck::python {
namespace {

using ast::Pattern;
using ast::PatternKind;

bool IsCapture(const Pattern& pattern) {
  const auto* as = ast::TryAs<ast::AsPattern>(pattern);
  return as != nullptr && !as->pattern;
}

/// The name or wildcard that makes a pattern match everything, or null.
const ast::AsPattern* FindIrrefutable(const Pattern& pattern) {
  if (const auto* as = ast::TryAs<ast::AsPattern>(pattern)) return as->pattern ? FindIrrefutable(*as->pattern) : as;
  if (const auto* either = ast::TryAs<ast::OrPattern>(pattern)) return FindIrrefutable(*either->patterns.back());
  return nullptr;
}

bool SameNames(std::vector<Symbol> one, std::vector<Symbol> two) {
  return std::is_permutation(one.begin(), one.end(), two.begin(), two.end());
}

}  // namespace

void ScopeWalker::VisitMatch(ast::Match& statement) {
  VisitElement(*statement.subject);
  for (ast::MatchCase& match_case : statement.cases) {
    std::vector<Symbol> bound;
    VisitPattern(*match_case.pattern, bound);
    VisitOptional(match_case.guard);
    if (!match_case.guard && &match_case != &statement.cases.back()) CheckReachable(*match_case.pattern);
    VisitBlock(match_case.body);
  }
}

/// What matches everything leaves nothing for those after it.
void ScopeWalker::CheckReachable(const Pattern& pattern) const {
  const ast::AsPattern* const all = FindIrrefutable(pattern);
  if (all == nullptr) return;
  const std::string what = all->name.symbol ? "name capture '" + all->name.symbol.text() + "'" : "wildcard";
  Fail(all->span, what + " makes remaining patterns unreachable");
}

void ScopeWalker::VisitPattern(Pattern& pattern, std::vector<Symbol>& bound) {
  const Depth depth(*this, pattern.span);
  switch (pattern.kind) {
    case PatternKind::kValue:
      return VisitExpr(*ast::As<ast::ValuePattern>(pattern).value);
    case PatternKind::kSingleton:
      return;
    case PatternKind::kSequence:
      return VisitSequencePattern(ast::As<ast::SequencePattern>(pattern), bound);
    case PatternKind::kMapping:
      return VisitMappingPattern(ast::As<ast::MappingPattern>(pattern), bound);
    case PatternKind::kClass:
      return VisitClassPattern(ast::As<ast::ClassPattern>(pattern), bound);
    case PatternKind::kStar:
      return Capture(ast::As<ast::StarPattern>(pattern).name, pattern.span, bound);
    case PatternKind::kAs:
      if (!IsCapture(pattern)) VisitPattern(*ast::As<ast::AsPattern>(pattern).pattern, bound);
      return Capture(ast::As<ast::AsPattern>(pattern).name, pattern.span, bound);
    case PatternKind::kOr:
      return VisitOrPattern(ast::As<ast::OrPattern>(pattern), bound);
  }
}

/// Nothing for `_`, which has no symbol.
void ScopeWalker::Capture(ast::NameRef& name, Span span, std::vector<Symbol>& bound) {
  if (!name.symbol) return;
  if (std::find(bound.begin(), bound.end(), name.symbol) != bound.end()) {
    Fail(span, "multiple assignments to name '" + name.symbol.text() + "' in pattern");
  }
  bound.push_back(name.symbol);
  Bind(name, span);
}

void ScopeWalker::VisitPatterns(Sequence<Child<Pattern>>& patterns, std::vector<Symbol>& bound) {
  for (Child<Pattern>& pattern : patterns) VisitPattern(*pattern, bound);
}

void ScopeWalker::VisitSequencePattern(ast::SequencePattern& pattern, std::vector<Symbol>& bound) {
  const auto stars = std::count_if(pattern.patterns.begin(), pattern.patterns.end(),
                                   [](const Child<Pattern>& one) { return one->kind == PatternKind::kStar; });
  if (stars > 1) Fail(pattern.span, "multiple starred names in sequence pattern");
  VisitPatterns(pattern.patterns, bound);
}

void ScopeWalker::VisitMappingPattern(ast::MappingPattern& pattern, std::vector<Symbol>& bound) {
  std::vector<std::string> keys;
  for (ast::MappingItem& item : pattern.items) {
    if (item.key->kind != ast::ExprKind::kAttribute) {
      std::string key = PrintExpression(*item.key);
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) {
        Fail(pattern.span, "mapping pattern checks duplicate key (" + key + ")");
      }
      keys.push_back(std::move(key));
    }
    VisitExpr(*item.key);
    VisitPattern(*item.pattern, bound);
  }
  Capture(pattern.rest, pattern.span, bound);
}

void ScopeWalker::VisitClassPattern(ast::ClassPattern& pattern, std::vector<Symbol>& bound) {
  VisitExpr(*pattern.type);
  VisitPatterns(pattern.positional, bound);
  for (ast::KeywordPattern& keyword : pattern.keywords) {
    const bool repeated = std::any_of(pattern.keywords.begin(), &keyword,
                                      [&](const ast::KeywordPattern& other) { return other.name == keyword.name; });
    if (repeated) {
      Fail(keyword.pattern->span, "attribute name repeated in class pattern: " + keyword.name.text());
    }
    VisitPattern(*keyword.pattern, bound);
  }
}

/// Every alternative binds the same names, and only the last one may match everything.
void ScopeWalker::VisitOrPattern(ast::OrPattern& pattern, std::vector<Symbol>& bound) {
  const std::vector<Symbol> before = bound;
  std::vector<Symbol> names;
  for (Child<Pattern>& alternative : pattern.patterns) {
    const bool is_first = &alternative == pattern.patterns.begin();
    if (&alternative != &pattern.patterns.back()) CheckReachable(*alternative);
    bound = before;
    VisitPattern(*alternative, bound);
    if (!is_first && !SameNames(bound, names)) Fail(pattern.span, "alternative patterns bind different names");
    names = bound;
  }
}

}  // namespace limbeck::python
