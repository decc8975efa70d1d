#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/source.h"
#include "limbeck/error.h"
#include "python/ast.h"
#include "python/token.h"

namespace limbeck::python {

/// The sets of tokens that rules ask for.
bool StartsExpression(TokenKind kind);

/// The state of ParseModule(): a recursive descent over the array of tokens, one object for one text.
///
/// Every Parse method stands at the first token of its construct and leaves the parser at the first token behind it, or
/// throws. There is no going back: where one token does not decide (`match`, `type`, `with (`), the tokens ahead are
/// looked at. Messages are CPython's, which finds them by a second, slower grammar; here each is found at the place
/// where the fault shows. The parts stand in parser.cc (tokens, faults, lists), parser_expr.cc, parser_atom.cc,
/// parser_call.cc, parser_string.cc, parser_target.cc, parser_stmt.cc, parser_compound.cc, parser_function.cc,
/// parser_import.cc and parser_pattern.cc.
class Parser {
 public:
  Parser(ast::Module& module, TokenList tokens);

  void ParseModuleBody();
  void ParseLoneExpression();

 private:
  template <typename T>
  using List = Sequence<T>;
  using Exprs = Sequence<Child<ast::Expr>>;

  /// Elements of a list while it is read, on top of a stack that all lists of the type share.
  template <typename T>
  class Builder {
   public:
    explicit Builder(Parser& parser)
        : stack_(std::get<std::vector<T>>(parser.scratch_)), arena_(parser.arena_), base_(stack_.size()) {}
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    ~Builder() { stack_.resize(base_); }

    void Add(const T& element) { stack_.push_back(element); }
    bool empty() const { return stack_.size() == base_; }
    size_t size() const { return stack_.size() - base_; }
    T& back() { return stack_.back(); }
    Sequence<T> Finish() const {
      if (empty()) return {};
      T* const first = static_cast<T*>(arena_.Allocate(sizeof(T) * size(), alignof(T)));
      std::uninitialized_copy(stack_.begin() + static_cast<std::ptrdiff_t>(base_), stack_.end(), first);
      return {first, static_cast<uint32_t>(size())};
    }

   private:
    std::vector<T>& stack_;
    Arena& arena_;
    size_t base_;
  };

  /// Counts the nesting while it lives; refuses what would exhaust the stack.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMaxDepth) parser_.FailTooDeep();
    }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    ~Nesting() { --parser_.depth_; }

   private:
    static constexpr uint32_t kMaxDepth = 1000;
    Parser& parser_;
  };

  /// Counts an open bracket while it lives: a missing comma is suspected only inside one.
  class InBrackets {
   public:
    explicit InBrackets(Parser& parser) : parser_(parser) { ++parser_.brackets_; }
    InBrackets(const InBrackets&) = delete;
    InBrackets& operator=(const InBrackets&) = delete;
    ~InBrackets() { --parser_.brackets_; }

   private:
    Parser& parser_;
  };

  /// A stretch of text that becomes part of one string constant.
  struct TextPiece {
    Span body;
    uint32_t flags = 0;
  };

  /// What a missing block is said to belong to: "'if' statement", "function definition".
  struct BlockOwner {
    const char* name;
    uint32_t begin;
  };

  // tokens
  bool At(TokenKind kind) const { return token_->kind == kind; }
  bool AtName(Symbol symbol) const;
  TokenKind Next(int distance = 1) const { return token_[distance].kind; }
  void Advance() { ++token_; }
  bool Take(TokenKind kind);
  void Expect(TokenKind kind);
  /// As CPython's forced tokens: "expected ':'".
  void Require(TokenKind kind, const char* message);
  uint32_t Begin() const { return token_->begin; }
  /// The end of the last token that is not about lines.
  uint32_t End() const;
  Symbol SymbolOf(const Token& token) const;
  Symbol PlainSymbolOf(const Token& token) const { return names_[token.value].symbol; }
  Symbol ParseName();
  Symbol ParsePlainName();

  // faults
  /// "invalid syntax" at the token where the parser stands, or what its kind says instead.
  [[noreturn]] void Fail() const;
  [[noreturn]] void FailAt(const Token& token) const;
  [[noreturn]] void Fail(Span span, const std::string& message) const;
  [[noreturn]] void FailTooDeep() const;
  /// Throws what explains a fault at this token better than any message: wrong indentation, or a bracket on an earlier
  /// line that is never closed.
  void BlameLexer() const;

  // nodes
  template <typename T>
  T* New(uint32_t begin) {
    T* const node = arena_.New<T>();
    node->kind = T::kKind;
    node->span = {begin, End()};
    return node;
  }
  template <typename T>
  Sequence<T> One(const T& element) {
    return {arena_.New<T>(element), 1};
  }
  ast::Constant* NewConstant(uint32_t begin, ast::ConstantKind kind);
  ast::Name* NewName(const Token& token);
  ast::Tuple* NewTuple(uint32_t begin, Exprs elements);
  ast::Code* NewCode(ast::CodeKind kind, Symbol name, uint32_t begin);
  static bool HasStar(const Exprs& elements);

  // expressions
  ast::Expr* ParseExpression();
  ast::Expr* ParseExpressionOrNamed();
  ast::Expr* ParseNamedExpression();
  ast::Expr* ParseStarNamedExpression();
  /// `is_tuple` tells a tuple without parentheses from everything else.
  ast::Expr* ParseStarExpressions(bool* is_tuple = nullptr);
  ast::Expr* ParseStarExpression();
  ast::Expr* ParseYieldOrStarExpressions();
  ast::Expr* ParseYield();
  ast::Expr* ParseConditional(uint32_t begin, ast::Expr* body);
  ast::Expr* ParseDisjunction();
  ast::Expr* ParseConjunction();
  ast::Expr* ParseInversion();
  ast::Expr* ParseComparison();
  bool TakeCompareOperator(ast::CompareOperator& op);
  ast::Expr* ParseBinary(uint8_t above = 0);
  ast::Expr* ParseUnary();
  ast::Expr* ParsePower();
  ast::Expr* ParsePrimary();
  ast::Expr* ParseTrailers(uint32_t begin, ast::Expr* value);
  ast::Expr* ParseAttribute(uint32_t begin, ast::Expr* value);
  ast::Expr* ParseSubscript(uint32_t begin, ast::Expr* value);
  ast::Expr* ParseSubscriptIndex();
  ast::Expr* ParseSlice();
  ast::Expr* ParseBoolOp(uint32_t begin, ast::Expr* first, TokenKind op);
  void CheckNothingFollows(const Token& first, uint32_t begin, const ast::Expr& expr);
  /// At `=` after an operand where `==` or `:=` was probably meant. Says so, unless what follows speaks against it.
  void BlameEqual(uint32_t begin, const ast::Expr& left);

  // atoms
  ast::Expr* ParseAtom();
  ast::Expr* ParseKeywordConstant(ast::ConstantKind kind);
  ast::Expr* ParseNumber();
  ast::Expr* ParseParenthesized();
  ast::Expr* ParseGroup(ast::Expr* inner);
  ast::Expr* ParseList();
  ast::Expr* ParseBraces();
  ast::Expr* ParseSet(uint32_t begin, ast::Expr* first);
  /// With its first key, when that has been read already.
  ast::Expr* ParseDict(uint32_t begin, ast::Expr* key);
  ast::DictItem ParseDictItem(ast::Expr* key);
  ast::Expr* ParseDictValue();
  /// `, b, c` after the first element of a display, up to the closing bracket.
  Exprs ParseRestOfDisplay(ast::Expr* first, TokenKind close);
  bool AtComprehension() const;
  ast::Expr* ParseComprehension(uint32_t begin, ast::ComprehensionKind kind, ast::Expr* element, ast::Expr* value,
                                TokenKind close);
  ast::Expr* NewComprehension(uint32_t begin, ast::ComprehensionKind kind, ast::Expr* element, ast::Expr* value,
                              List<ast::ComprehensionClause> clauses);
  List<ast::ComprehensionClause> ParseComprehensionClauses();
  ast::ComprehensionClause ParseComprehensionClause();
  ast::Expr* ParseLambda();

  // calls
  struct Arguments;
  ast::Expr* ParseCall(uint32_t begin, ast::Expr* function);
  /// After the opening parenthesis, up to and with the closing one.
  void ParseArguments(Arguments& arguments, bool allow_generator);
  void ParseArgument(Arguments& arguments, bool allow_generator);
  void ParseStarArgument(Arguments& arguments);
  void ParseKeywordArgument(Arguments& arguments);
  void ParsePositionalArgument(Arguments& arguments, bool allow_generator);
  ast::Expr* ParseGeneratorArgument(const Arguments& arguments, uint32_t begin, ast::Expr* element);

  // strings
  ast::Expr* ParseStrings();
  void AddString();
  ast::Constant* NewText(uint32_t begin, size_t first_piece, ast::ConstantKind kind);
  std::string_view DecodePieces(size_t first_piece);
  void AddText(Builder<Child<ast::Expr>>& parts, size_t first_piece);
  void ParseFString(Builder<Child<ast::Expr>>& parts, size_t first_piece);
  void ParseFStringParts(Builder<Child<ast::Expr>>& parts, size_t first_piece);
  ast::FormattedValue* ParseField(Span& debug_text);
  ast::Expr* ParseFieldValue();
  char ParseConversion();
  ast::JoinedString* ParseFormat();

  // targets
  enum class TargetUse : uint8_t { kAssign, kFor, kDelete };
  ast::Expr* ParseForTargets();
  ast::Expr* ParseTargetList();
  ast::Expr* ParseTargetElement();
  static const ast::Expr* FindInvalidTarget(const ast::Expr& expr, TargetUse use);
  static const ast::Expr* FindInvalidElement(const Exprs& elements, TargetUse use);
  void CheckTarget(const ast::Expr& target, TargetUse use);

  // simple statements
  void ParseStatement(Builder<Child<ast::Stmt>>& block);
  void ParseSimpleLine(Builder<Child<ast::Stmt>>& block);
  ast::Stmt* ParseSimpleStatement();
  ast::Stmt* ParseExpressionStatement();
  ast::Stmt* ParseAssign(uint32_t begin, ast::Expr* first, bool is_tuple);
  void CheckFirstTarget(const ast::Expr& first, bool is_tuple);
  ast::Stmt* ParseAugmentedAssign(uint32_t begin, ast::Expr* target);
  ast::Stmt* ParseAnnotatedAssign(const Token& first, ast::Expr* target);
  ast::Stmt* ParseReturn();
  ast::Stmt* ParseDelete();
  ast::Stmt* ParseRaise();
  ast::Stmt* ParseAssert();
  template <typename T>
  ast::Stmt* ParseBareStatement();
  template <typename T>
  ast::Stmt* ParseNames();
  bool AtTypeAlias() const;
  ast::Stmt* ParseTypeAlias();

  // imports
  ast::Stmt* ParseImport();
  ast::ImportName ParseImportName();
  ast::Stmt* ParseImportFrom();
  uint32_t ParseDots();
  Symbol ParseDottedName();
  ast::ImportedName ParseImportedName();
  List<ast::ImportedName> ParseImportedNames();

  // compound statements
  ast::Stmt* ParseCompoundStatement();
  ast::Block ParseBlock(BlockOwner owner);
  /// `:` and the block.
  ast::Block ParseSuite(BlockOwner owner);
  ast::Block ParseForcedSuite(BlockOwner owner);
  void RequireIndent(BlockOwner owner);
  ast::Block ParseElse();
  ast::Stmt* ParseIf();
  ast::If* ParseIfBranch(const char* name);
  ast::Stmt* ParseWhile();
  ast::Stmt* ParseFor(uint32_t begin, bool is_async);
  ast::Stmt* ParseWith(uint32_t begin, bool is_async);
  bool AtParenthesizedItems() const;
  List<ast::WithItem> ParseWithItems();
  ast::WithItem ParseWithItem();
  ast::Stmt* ParseTry();
  List<ast::ExceptHandler> ParseHandlers(bool& is_star);
  ast::ExceptHandler ParseHandler(bool is_star);
  ast::Expr* ParseExceptionType();
  ast::Stmt* ParseAsync();
  ast::Stmt* ParseDecorated();

  // functions and classes
  ast::Stmt* ParseFunctionDef(uint32_t begin, bool is_async, Exprs decorators);
  ast::Stmt* ParseClassDef(uint32_t begin, Exprs decorators);
  ast::TypeParameters ParseTypeParameters();
  ast::TypeParameter ParseTypeParameter();
  class ParameterReader;
  ast::Parameters ParseParameters(TokenKind close, bool is_lambda);
  static std::string_view DocstringOf(const ast::Block& body);

  // match
  bool AtMatch() const;
  ast::Stmt* ParseMatch();
  ast::Expr* ParseSubject();
  ast::MatchCase ParseCase();
  ast::Pattern* ParsePatterns();
  ast::Pattern* ParseStarPattern();
  ast::Pattern* ParsePattern();
  ast::Pattern* ParseAsPattern(uint32_t begin, ast::Pattern* pattern);
  ast::Pattern* ParseOrPattern();
  ast::Pattern* ParseClosedPattern();
  ast::Pattern* ParseNamePattern();
  ast::Pattern* ParseClassPattern(uint32_t begin, ast::Expr* type);
  ast::Pattern* ParseSingletonPattern(ast::ConstantKind kind);
  ast::Pattern* ParseValuePattern();
  ast::Expr* ParseNameOrAttribute();
  ast::Expr* ParsePatternLiteral();
  ast::Expr* ParsePatternNumber();
  ast::Expr* ParseSignedNumber();
  ast::Expr* ParseMappingKey();
  ast::Pattern* ParseGroupPattern();
  ast::Pattern* ParseListPattern();
  List<Child<ast::Pattern>> ParsePatternList(ast::Pattern* first, TokenKind close);
  ast::Pattern* ParseMappingPattern();

  ast::Module& module_;
  const SourceFile& source_;
  Arena& arena_;
  std::vector<Token> tokens_;
  std::vector<TokenName> names_;
  Span unclosed_;
  std::optional<Error> fault_;
  const Token* token_;
  uint32_t depth_ = 0;
  uint32_t brackets_ = 0;
  /// Fields of f-strings around: their faults say so.
  uint32_t fields_ = 0;
  /// Of the innermost class, without its leading underscores: what private names are mangled with.
  std::string_view class_name_;
  std::vector<TextPiece> pieces_;
  std::tuple<std::vector<Child<ast::Expr>>, std::vector<Child<ast::Stmt>>, std::vector<Child<ast::Pattern>>,
             std::vector<ast::Keyword>, std::vector<ast::DictItem>, std::vector<ast::Comparison>,
             std::vector<ast::ComprehensionClause>, std::vector<ast::Parameter>, std::vector<ast::TypeParameter>,
             std::vector<ast::ImportName>, std::vector<ast::ImportedName>, std::vector<Symbol>,
             std::vector<ast::WithItem>, std::vector<ast::ExceptHandler>, std::vector<ast::MatchCase>,
             std::vector<ast::MappingItem>, std::vector<ast::KeywordPattern>>
      scratch_;
};

}  // namespace limbeck::python
