// Functions, lambdas, classes and their parameters.

#include <utility>

#include "python/parser_arguments.h"
#include "python/parser_state.h"

namespace limbeck::python {

using ast::Expr;
using ast::Stmt;

/// The string that a body begins with.
std::string_view Parser::DocstringOf(const ast::Block& body) {
  if (body.empty()) return {};
  const auto* statement = ast::TryAs<ast::ExpressionStmt>(*body[0]);
  const auto* constant = statement != nullptr ? ast::TryAs<ast::Constant>(*statement->value) : nullptr;
  if (constant == nullptr || constant->constant != ast::ConstantKind::kStr) return {};
  return constant->text;
}

/// At `def`.
Stmt* Parser::ParseFunctionDef(uint32_t begin, bool is_async, Exprs decorators) {
  const BlockOwner owner{"function definition", Begin()};
  Advance();
  if (!At(TokenKind::kName)) Fail();
  const Symbol plain_name = PlainSymbolOf(*token_);
  ast::NameRef name;
  name.symbol = ParseName();
  auto* const function = arena_.New<ast::Function>();
  function->code = NewCode(ast::CodeKind::kFunction, plain_name, begin);
  const ast::TypeParameters type_parameters = ParseTypeParameters();
  Require(TokenKind::kLeftParenthesis, "expected '('");
  {
    const InBrackets in_brackets(*this);
    function->parameters = ParseParameters(TokenKind::kRightParenthesis, false);
    Expect(TokenKind::kRightParenthesis);
  }
  if (At(TokenKind::kArrow) && StartsExpression(Next())) {
    Advance();
    function->returns = ParseExpression();
  }
  function->body = ParseForcedSuite(owner);
  auto* const node = New<ast::FunctionDef>(begin);
  function->code->docstring = DocstringOf(function->body);
  function->code->span = node->span;
  node->is_async = is_async;
  node->name = name;
  node->decorators = decorators;
  node->type_parameters = type_parameters;
  node->function = function;
  return node;
}

Expr* Parser::ParseLambda() {
  static const Symbol name = Symbol::Intern("<lambda>");
  const Nesting nesting(*this);
  const uint32_t begin = Begin();
  Advance();
  auto* const function = arena_.New<ast::Function>();
  function->code = NewCode(ast::CodeKind::kLambda, name, begin);
  function->parameters = ParseParameters(TokenKind::kColon, true);
  Expect(TokenKind::kColon);
  function->expression = ParseExpression();
  auto* const node = New<ast::Lambda>(begin);
  function->code->span = node->span;
  node->function = function;
  return node;
}

/// At `class`. Private names in the body carry the class's name; decorators and bases are outside of it.
Stmt* Parser::ParseClassDef(uint32_t begin, Exprs decorators) {
  const BlockOwner owner{"class definition", Begin()};
  Advance();
  if (!At(TokenKind::kName)) Fail();
  const Symbol plain_name = PlainSymbolOf(*token_);
  ast::NameRef name;
  name.symbol = ParseName();
  ast::Code* const code = NewCode(ast::CodeKind::kClass, plain_name, begin);
  const ast::TypeParameters type_parameters = ParseTypeParameters();
  Arguments arguments(*this);
  if (Take(TokenKind::kLeftParenthesis)) ParseArguments(arguments, false);
  std::string_view class_name = plain_name.text();
  class_name.remove_prefix(std::min(class_name.find_first_not_of('_'), class_name.size()));
  const std::string_view outer_class = std::exchange(class_name_, class_name);
  const ast::Block body = ParseSuite(owner);
  class_name_ = outer_class;
  auto* const node = New<ast::ClassDef>(begin);
  code->docstring = DocstringOf(body);
  code->span = node->span;
  node->name = name;
  node->decorators = decorators;
  node->type_parameters = type_parameters;
  node->bases = arguments.positional.Finish();
  node->keywords = arguments.keywords.Finish();
  node->body = body;
  node->code = code;
  return node;
}

// --- type parameters ---

/// `[T: bound = default, *Ts, **P]`, when there is a bracket.
ast::TypeParameters Parser::ParseTypeParameters() {
  ast::TypeParameters result;
  if (!Take(TokenKind::kLeftBracket)) return result;
  const InBrackets in_brackets(*this);
  Builder<ast::TypeParameter> parameters(*this);
  do {
    parameters.Add(ParseTypeParameter());
  } while (Take(TokenKind::kComma) && !At(TokenKind::kRightBracket));
  Expect(TokenKind::kRightBracket);
  result.parameters = parameters.Finish();
  return result;
}

ast::TypeParameter Parser::ParseTypeParameter() {
  ast::TypeParameter parameter;
  const uint32_t begin = Begin();
  if (Take(TokenKind::kStar)) parameter.kind = ast::TypeParameterKind::kTypeVarTuple;
  if (Take(TokenKind::kDoubleStar)) parameter.kind = ast::TypeParameterKind::kParamSpec;
  parameter.name.symbol = ParseName();
  if (parameter.kind == ast::TypeParameterKind::kTypeVar && Take(TokenKind::kColon))
    parameter.bound = ParseExpression();
  if (Take(TokenKind::kEqual)) parameter.default_value = ParseStarExpression();
  parameter.span = {begin, End()};
  return parameter;
}

// --- parameters ---

/// Reads one parameter list and knows what may still come in it.
class Parser::ParameterReader {
 public:
  ParameterReader(Parser& parser, TokenKind close, bool is_lambda)
      : parser_(parser), close_(close), is_lambda_(is_lambda), names_(parser) {}

  ast::Parameters Read() {
    while (!parser_.At(close_)) {
      ReadOne();
      if (!parser_.Take(TokenKind::kComma)) break;
    }
    Sequence<ast::Parameter> names = names_.Finish();
    if (!seen_star_) positional_count_ = names.size();
    result_.positional = {names.begin(), positional_count_};
    result_.keyword_only = {names.begin() + positional_count_, names.size() - positional_count_};
    return result_;
  }

 private:
  void ReadOne() {
    switch (parser_.token_->kind) {
      case TokenKind::kSlash:
        return ReadSlash();
      case TokenKind::kStar:
        return ReadStar();
      case TokenKind::kDoubleStar:
        return ReadDoubleStar();
      case TokenKind::kLeftParenthesis:
        RefuseParentheses();
      default:
        if (result_.double_star) RefuseAfterDoubleStar();
        return seen_star_ ? ReadKeywordOnly() : ReadPositional();
    }
  }

  void RefuseAfterDoubleStar() { parser_.Fail(parser_.token_->span(), "arguments cannot follow var-keyword argument"); }

  void ReadSlash() {
    const Span span = parser_.token_->span();
    if (result_.double_star) RefuseAfterDoubleStar();
    if (result_.positional_only_count > 0) parser_.Fail(span, "/ may appear only once");
    if (seen_star_) parser_.Fail(span, "/ must be ahead of *");
    if (names_.empty()) parser_.Fail();
    parser_.Advance();
    if (parser_.At(TokenKind::kStar)) parser_.Fail(span, "expected comma between / and *");
    result_.positional_only_count = static_cast<uint32_t>(names_.size());
  }

  /// `*args`, or `*` alone, which needs a name after it.
  void ReadStar() {
    const Span span = parser_.token_->span();
    if (result_.double_star) RefuseAfterDoubleStar();
    if (seen_star_) parser_.Fail(span, "* argument may appear only once");
    seen_star_ = true;
    positional_count_ = static_cast<uint32_t>(names_.size());
    parser_.Advance();
    if (parser_.At(TokenKind::kComma)) {
      const TokenKind next = parser_.Next();
      if (next == close_ || next == TokenKind::kDoubleStar) parser_.Fail(span, "named arguments must follow bare *");
    } else if (parser_.At(close_)) {
      parser_.Fail(span, "named arguments must follow bare *");
    } else {
      result_.star = ReadRest("var-positional argument cannot have default value");
    }
  }

  void ReadDoubleStar() {
    if (result_.double_star) RefuseAfterDoubleStar();
    parser_.Advance();
    result_.double_star = ReadRest("var-keyword argument cannot have default value");
  }

  ast::Parameter* ReadRest(const char* message) {
    auto* const parameter = parser_.arena_.New<ast::Parameter>(ReadName(true));
    if (parser_.At(TokenKind::kEqual)) parser_.Fail(parser_.token_->span(), message);
    return parameter;
  }

  void ReadPositional() {
    ast::Parameter parameter = ReadName(false);
    parameter.default_value = ReadDefault();
    if (parameter.default_value) {
      ++result_.default_count;
    } else if (result_.default_count > 0) {
      parser_.Fail(parameter.span, "non-default argument follows default argument");
    }
    names_.Add(parameter);
  }

  void ReadKeywordOnly() {
    ast::Parameter parameter = ReadName(false);
    parameter.default_value = ReadDefault();
    names_.Add(parameter);
  }

  /// `name: annotation`; only that of `*args` may have a star.
  ast::Parameter ReadName(bool is_rest) {
    ast::Parameter parameter;
    const Token& name = *parser_.token_;
    parameter.name = parser_.ParseName();
    parameter.span = name.span();
    if (!is_lambda_ && parser_.Take(TokenKind::kColon)) {
      parameter.annotation = is_rest ? parser_.ParseStarExpression() : parser_.ParseExpression();
    }
    return parameter;
  }

  Expr* ReadDefault() {
    const Span span = parser_.token_->span();
    if (!parser_.Take(TokenKind::kEqual)) return nullptr;
    if (!is_lambda_ && (parser_.At(TokenKind::kComma) || parser_.At(close_))) {
      parser_.Fail(span, "expected default value expression");
    }
    return parser_.ParseExpression();
  }

  /// As Python 2 allowed.
  [[noreturn]] void RefuseParentheses() {
    const uint32_t begin = parser_.Begin();
    parser_.Advance();
    do {
      parser_.ParseName();
    } while (parser_.Take(TokenKind::kComma) && !parser_.At(TokenKind::kRightParenthesis));
    parser_.Expect(TokenKind::kRightParenthesis);
    parser_.Fail({begin, parser_.End()}, is_lambda_ ? "Lambda expression parameters cannot be parenthesized"
                                                    : "Function parameters cannot be parenthesized");
  }

  Parser& parser_;
  const TokenKind close_;
  const bool is_lambda_;
  bool seen_star_ = false;
  ast::Parameters result_;
  /// Positional and then keyword-only ones.
  Builder<ast::Parameter> names_;
  uint32_t positional_count_ = 0;
};

ast::Parameters Parser::ParseParameters(TokenKind close, bool is_lambda) {
  return ParameterReader(*this, close, is_lambda).Read();
}

}  // namespace limbeck::python
