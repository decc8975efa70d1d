// Strings: adjacent literals become one constant, or one JoinedString when any is an f-string. Text is gathered as
// pieces of the source, in `pieces_`, and decoded when its end is known. The text of an f-string around a field stays
// on that stack while the field, which may have strings of its own, is parsed.

#include "python/parser_state.h"
#include "python/string_literal.h"

namespace limbeck::python {
namespace {

using ast::ConstantKind;
using ast::Expr;

constexpr uint32_t kNeedsDecoding = string_flag::kEscapes | string_flag::kDoubledBraces | string_flag::kBytes;

uint32_t QuoteLength(uint32_t flags) {
  return (flags & string_flag::kTriple) != 0 ? 3 : 1;
}

}  // namespace

Expr* Parser::ParseStrings() {
  const uint32_t begin = Begin();
  const size_t first_piece = pieces_.size();
  const uint32_t bytes = token_->value & string_flag::kBytes;
  Builder<Child<Expr>> parts(*this);
  bool formatted = false;
  for (; At(TokenKind::kString) || At(TokenKind::kFStringStart); Advance()) {
    if ((token_->value & string_flag::kBytes) != bytes) Fail(token_->span(), "cannot mix bytes and nonbytes literals");
    if (At(TokenKind::kString)) {
      AddString();
    } else {
      formatted = true;
      ParseFString(parts, first_piece);
    }
  }
  if (!formatted) return NewText(begin, first_piece, bytes != 0 ? ConstantKind::kBytes : ConstantKind::kStr);
  AddText(parts, first_piece);
  auto* const node = New<ast::JoinedString>(begin);
  node->parts = parts.Finish();
  return node;
}

/// The body of a plain string, as a piece.
void Parser::AddString() {
  const uint32_t flags = token_->value;
  const uint32_t quote = QuoteLength(flags);
  pieces_.push_back({{token_->begin + (flags >> string_flag::kPrefixShift) + quote, token_->end - quote}, flags});
}

/// The constant made of the pieces from `first_piece` on, which are taken off the stack.
ast::Constant* Parser::NewText(uint32_t begin, size_t first_piece, ConstantKind kind) {
  ast::Constant* const constant = NewConstant(begin, kind);
  const TextPiece& first = pieces_[first_piece];
  if (pieces_.size() == first_piece + 1 && (first.flags & kNeedsDecoding) == 0) {
    constant->text = source_.Text(first.body);
  } else {
    constant->text = DecodePieces(first_piece);
  }
  pieces_.resize(first_piece);
  return constant;
}

std::string_view Parser::DecodePieces(size_t first_piece) {
  size_t size = 1;
  for (size_t i = first_piece; i < pieces_.size(); ++i) size += pieces_[i].body.end - pieces_[i].body.begin;
  char* const begin = static_cast<char*>(arena_.Allocate(size, 1));
  char* end = begin;
  for (size_t i = first_piece; i < pieces_.size(); ++i) {
    end = DecodeString(source_, pieces_[i].body, pieces_[i].flags, end, module_.warnings);
  }
  return {begin, static_cast<size_t>(end - begin)};
}

// --- f-strings ---

/// Adds the pending text to the parts of an f-string, unless it is empty.
void Parser::AddText(Builder<Child<Expr>>& parts, size_t first_piece) {
  if (pieces_.size() == first_piece) return;
  const Span span{pieces_[first_piece].body.begin, pieces_.back().body.end};
  ast::Constant* const text = NewText(span.begin, first_piece, ConstantKind::kStr);
  text->span = span;
  if (!text->text.empty()) parts.Add(text);
}

/// From the start of an f-string; leaves the parser at its end token.
void Parser::ParseFString(Builder<Child<Expr>>& parts, size_t first_piece) {
  Advance();
  ParseFStringParts(parts, first_piece);
  if (!At(TokenKind::kFStringEnd)) Fail();
}

/// Text and fields, as many as there are.
void Parser::ParseFStringParts(Builder<Child<Expr>>& parts, size_t first_piece) {
  for (;;) {
    if (At(TokenKind::kFStringMiddle)) {
      pieces_.push_back({token_->span(), token_->value});
      Advance();
    } else if (At(TokenKind::kLeftBrace)) {
      Span debug_text;
      ast::FormattedValue* const field = ParseField(debug_text);
      if (debug_text.end > 0) pieces_.push_back({debug_text, string_flag::kRaw | string_flag::kEscapes});
      AddText(parts, first_piece);
      parts.Add(field);
    } else {
      return;
    }
  }
}

/// `{value=!conversion:format}`; the debug text is that of `value=` when there is the equal sign.
ast::FormattedValue* Parser::ParseField(Span& debug_text) {
  const Nesting nesting(*this);
  const InBrackets in_brackets(*this);
  ++fields_;
  const uint32_t begin = Begin();
  Advance();
  Expr* const value = ParseFieldValue();
  if (Take(TokenKind::kEqual)) debug_text = {begin + 1, Begin()};
  char conversion = At(TokenKind::kExclamation) ? ParseConversion() : '\0';
  ast::JoinedString* const format = At(TokenKind::kColon) ? ParseFormat() : nullptr;
  if (!At(TokenKind::kRightBrace)) {
    if (conversion != 0 || format != nullptr || debug_text.end > 0) Fail(token_->span(), "f-string: expecting '}'");
    Fail();
  }
  Advance();
  --fields_;
  if (debug_text.end > 0 && conversion == 0 && format == nullptr) conversion = 'r';
  auto* const node = New<ast::FormattedValue>(begin);
  node->value = value;
  node->conversion = conversion;
  node->format = format;
  return node;
}

Expr* Parser::ParseFieldValue() {
  switch (token_->kind) {
    case TokenKind::kRightBrace:
      Fail(token_->span(), "f-string: empty expression not allowed");
    case TokenKind::kExclamation:
    case TokenKind::kColon:
    case TokenKind::kEqual:
      Fail(token_->span(), "f-string: expression required before '" + std::string(source_.Text(token_->span())) + "'");
    default:
      return ParseYieldOrStarExpressions();
  }
}

/// `!r`
char Parser::ParseConversion() {
  const Token& mark = *token_;
  Advance();
  const std::string_view name = source_.Text(token_->span());
  const bool known = name == "s" || name == "r" || name == "a";
  if (!known || !At(TokenKind::kName)) {
    Fail(token_->span(), "f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }
  if (mark.end != token_->begin) {
    Fail({mark.begin, token_->end}, "f-string: conversion type must come right after the exclamation mark");
  }
  Advance();
  return name[0];
}

/// `:format`, which may have fields again.
ast::JoinedString* Parser::ParseFormat() {
  const uint32_t begin = Begin();
  Advance();
  const size_t first_piece = pieces_.size();
  Builder<Child<Expr>> parts(*this);
  ParseFStringParts(parts, first_piece);
  AddText(parts, first_piece);
  auto* const node = New<ast::JoinedString>(begin);
  node->parts = parts.Finish();
  return node;
}

}  // namespace limbeck::python
