#pragma once

#include <cstdint>

#include "python/ast_expr.h"

/// Statements, patterns and functions. See ast.h for how the tree is held; the comments show the Python.
namespace limbeck::python::ast {

enum class StmtKind : uint8_t {
  kExpression,
  kAssign,
  kAugmentedAssign,
  kAnnotatedAssign,
  kReturn,
  kDelete,
  kPass,
  kBreak,
  kContinue,
  kIf,
  kWhile,
  kFor,
  kWith,
  kFunctionDef,
  kClassDef,
  kRaise,
  kTry,
  kAssert,
  kImport,
  kImportFrom,
  kGlobal,
  kNonlocal,
  kMatch,
  kTypeAlias,
};

struct Stmt {
  StmtKind kind;
  Span span;
};

using Block = Sequence<Child<Stmt>>;

// --- functions ---

/// One parameter. Its slot is its place in the order: positional, keyword-only, `*args`, `**kwargs`.
struct Parameter {
  Symbol name;
  Span span;
  Child<Expr> annotation;     ///< or null
  Child<Expr> default_value;  ///< or null
};

/// `(a, b, /, c, d=1, *args, e, f=2, **kwargs)`
struct Parameters {
  /// a, b, c, d: slots [0, n).
  Sequence<Parameter> positional;
  /// How many of them are before the `/`.
  uint32_t positional_only_count = 0;
  /// How many of them, the last ones, have defaults.
  uint32_t default_count = 0;
  /// e, f: the slots after the positional ones.
  Sequence<Parameter> keyword_only;
  /// args, kwargs: the slots after these; null when there is none.
  Child<Parameter> star;
  Child<Parameter> double_star;

  uint32_t star_slot() const { return positional.size() + keyword_only.size(); }
  uint32_t double_star_slot() const { return star_slot() + (star ? 1 : 0); }
  /// Slots that a call fills.
  uint32_t slot_count() const { return double_star_slot() + (double_star ? 1 : 0); }
};

/// What a function object of the interpreter points to (together with the Module that keeps it alive).
struct Function {
  Child<Code> code;
  Parameters parameters;
  /// Of `def`; empty for a lambda.
  Block body;
  /// Of a lambda, else null.
  Child<Expr> expression;
  /// `-> returns`, or null.
  Child<Expr> returns;
};

enum class TypeParameterKind : uint8_t { kTypeVar, kTypeVarTuple, kParamSpec };

/// `T`, `T: bound`, `*Ts`, `**P`, each `= default`: a variable of the code around that only the definition sees.
struct TypeParameter {
  TypeParameterKind kind = TypeParameterKind::kTypeVar;
  NameRef name;
  Child<Expr> bound;          ///< or null
  Child<Expr> default_value;  ///< or null
  Span span;
};

/// `[T, *Ts]` after a name. Before they are bound, the cells of `cells` get new boxes.
struct TypeParameters {
  Sequence<TypeParameter> parameters;
  Sequence<uint32_t> cells;
};

/// `async def name[T](...)`. Order: decorators, (type parameters,) defaults, keyword-only defaults, annotations.
struct FunctionDef : Stmt {
  static constexpr StmtKind kKind = StmtKind::kFunctionDef;
  bool is_async = false;
  NameRef name;
  Sequence<Child<Expr>> decorators;
  TypeParameters type_parameters;
  Child<Function> function;
};

/// `class name[T](bases, keyword=value): body`. Bases may be Starred, keywords may lack a name (`**kw`).
struct ClassDef : Stmt {
  static constexpr StmtKind kKind = StmtKind::kClassDef;
  NameRef name;
  Sequence<Child<Expr>> decorators;
  TypeParameters type_parameters;
  Sequence<Child<Expr>> bases;
  Sequence<Keyword> keywords;
  Block body;
  Child<Code> code;
};

/// `type name[T] = value`; the value is a code of its own without parameters, since it is evaluated when asked for.
struct TypeAlias : Stmt {
  static constexpr StmtKind kKind = StmtKind::kTypeAlias;
  NameRef name;
  TypeParameters type_parameters;
  Child<Function> value;
};

// --- simple statements ---

struct ExpressionStmt : Stmt {
  static constexpr StmtKind kKind = StmtKind::kExpression;
  Child<Expr> value;
};

/// `a = b, c = value`: targets from left to right. A target is Name, Attribute, Subscript, Tuple, List or Starred.
struct Assign : Stmt {
  static constexpr StmtKind kKind = StmtKind::kAssign;
  Sequence<Child<Expr>> targets;
  Child<Expr> value;
};

struct AugmentedAssign : Stmt {
  static constexpr StmtKind kKind = StmtKind::kAugmentedAssign;
  BinaryOperator op = BinaryOperator::kAdd;
  Child<Expr> target;
  Child<Expr> value;
};

/// `target: annotation = value`
struct AnnotatedAssign : Stmt {
  static constexpr StmtKind kKind = StmtKind::kAnnotatedAssign;
  /// A bare name without parentheses: goes to __annotations__ of a class or module.
  bool is_simple = true;
  Child<Expr> target;
  Child<Expr> annotation;
  Child<Expr> value;  ///< or null
};

struct Return : Stmt {
  static constexpr StmtKind kKind = StmtKind::kReturn;
  Child<Expr> value;  ///< or null
};

struct Delete : Stmt {
  static constexpr StmtKind kKind = StmtKind::kDelete;
  Sequence<Child<Expr>> targets;
};

struct Pass : Stmt {
  static constexpr StmtKind kKind = StmtKind::kPass;
};

struct Break : Stmt {
  static constexpr StmtKind kKind = StmtKind::kBreak;
};

struct Continue : Stmt {
  static constexpr StmtKind kKind = StmtKind::kContinue;
};

struct Raise : Stmt {
  static constexpr StmtKind kKind = StmtKind::kRaise;
  Child<Expr> exception;  ///< or null
  Child<Expr> cause;      ///< or null
};

struct Assert : Stmt {
  static constexpr StmtKind kKind = StmtKind::kAssert;
  Child<Expr> test;
  Child<Expr> message;  ///< or null
};

/// `import a.b.c` binds `a`; `import a.b as x` binds x to a.b.
struct ImportName {
  /// "a.b.c", as written.
  Symbol module;
  bool has_alias = false;
  NameRef bound;
  Span span;
};

struct Import : Stmt {
  static constexpr StmtKind kKind = StmtKind::kImport;
  Sequence<ImportName> names;
};

/// `name as bound`
struct ImportedName {
  Symbol name;
  NameRef bound;
  Span span;
};

/// `from ..module import names`
struct ImportFrom : Stmt {
  static constexpr StmtKind kKind = StmtKind::kImportFrom;
  /// `*`; `names` is empty then, and the code is a module.
  bool is_star = false;
  /// The dots.
  uint32_t level = 0;
  /// "a.b", or no symbol in `from . import x`.
  Symbol module;
  Sequence<ImportedName> names;
};

/// Nothing happens when it runs: names are resolved already.
struct Global : Stmt {
  static constexpr StmtKind kKind = StmtKind::kGlobal;
  Sequence<Symbol> names;
};

struct Nonlocal : Stmt {
  static constexpr StmtKind kKind = StmtKind::kNonlocal;
  Sequence<Symbol> names;
};

// --- compound statements ---

/// An `elif` is an If alone in `otherwise`.
struct If : Stmt {
  static constexpr StmtKind kKind = StmtKind::kIf;
  Child<Expr> test;
  Block body;
  Block otherwise;
};

struct While : Stmt {
  static constexpr StmtKind kKind = StmtKind::kWhile;
  Child<Expr> test;
  Block body;
  Block otherwise;
};

struct For : Stmt {
  static constexpr StmtKind kKind = StmtKind::kFor;
  bool is_async = false;
  Child<Expr> target;
  Child<Expr> iterable;
  Block body;
  Block otherwise;
};

/// `context as target`
struct WithItem {
  Child<Expr> context;
  Child<Expr> target;  ///< or null
};

struct With : Stmt {
  static constexpr StmtKind kKind = StmtKind::kWith;
  bool is_async = false;
  Sequence<WithItem> items;
  Block body;
};

/// `except type as name: body`
struct ExceptHandler {
  Child<Expr> type;  ///< or null: catches all
  NameRef name;      ///< no symbol when there is no `as`; the variable is deleted when the body ends
  Block body;
  Span span;
};

struct Try : Stmt {
  static constexpr StmtKind kKind = StmtKind::kTry;
  /// `except*`
  bool is_star = false;
  Block body;
  Sequence<ExceptHandler> handlers;
  Block otherwise;
  Block finally;
};

// --- match ---

enum class PatternKind : uint8_t { kValue, kSingleton, kSequence, kMapping, kClass, kStar, kAs, kOr };

struct Pattern {
  PatternKind kind;
  Span span;
};

/// `1`, `-1.5 + 2j`, `"x"`, `color.RED`: compared with ==.
struct ValuePattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kValue;
  Child<Expr> value;
};

/// `None`, `True`, `False`: compared with `is`.
struct SingletonPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kSingleton;
  Child<Constant> value;
};

/// `[a, *rest, b]`, `a, b`, `(a, b)`
struct SequencePattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kSequence;
  Sequence<Child<Pattern>> patterns;
};

/// `*rest` inside a sequence; `*_` has no symbol.
struct StarPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kStar;
  NameRef name;
};

struct MappingItem {
  Child<Expr> key;
  Child<Pattern> pattern;
};

/// `{"key": pattern, **rest}`
struct MappingPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kMapping;
  Sequence<MappingItem> items;
  NameRef rest;  ///< no symbol when there is no `**rest`
};

struct KeywordPattern {
  Symbol name;
  Child<Pattern> pattern;
};

/// `Point(0, y=1)`
struct ClassPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kClass;
  Child<Expr> type;
  Sequence<Child<Pattern>> positional;
  Sequence<KeywordPattern> keywords;
};

/// `pattern as name`; `name` alone has no pattern; `_` has neither.
struct AsPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kAs;
  Child<Pattern> pattern;  ///< or null
  NameRef name;            ///< no symbol for `_`
};

/// `a | b`
struct OrPattern : Pattern {
  static constexpr PatternKind kKind = PatternKind::kOr;
  Sequence<Child<Pattern>> patterns;
};

struct MatchCase {
  Child<Pattern> pattern;
  Child<Expr> guard;  ///< or null
  Block body;
  Span span;
};

struct Match : Stmt {
  static constexpr StmtKind kKind = StmtKind::kMatch;
  Child<Expr> subject;
  Sequence<MatchCase> cases;
};

}  // namespace limbeck::python::ast
