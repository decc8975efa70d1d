#pragma once

#include "python/parser_state.h"

namespace limbeck::python {

/// The arguments of a call, or the bases and keywords of a class, while they are read.
struct Parser::Arguments {
  explicit Arguments(Parser& parser) : positional(parser), keywords(parser) {}

  Builder<Child<ast::Expr>> positional;
  Builder<ast::Keyword> keywords;
  bool has_star = false;
  bool has_double_star = false;
};

}  // namespace limbeck::python
