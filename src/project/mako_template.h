#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"

namespace limbeck::project {

struct MakoNode;
using MakoNodes = std::vector<MakoNode>;

/// Text that is written as it is.
struct MakoText {
  std::string text;
};

/// A piece of Python and where it stands: spans point into the template's source.
using MakoCode = Span;

/// "${code | filter, filter}"
struct MakoExpression {
  MakoCode code;
  std::vector<MakoCode> filters;
};

/// "<% code %>", or at module level "<%! code %>".
struct MakoPythonBlock {
  MakoCode code;
  bool at_module_level = false;
};

/// "% if x:" or "% else:" with what stands below it.
struct MakoClause {
  /// "if", "else" ...
  std::string keyword;
  /// The whole line without the "%".
  MakoCode line;
  MakoNodes body;
};

/// "% if", "% for", "% while", "% try" or "% with", up to its end.
struct MakoControl {
  std::vector<MakoClause> clauses;
};

/// <%def name="function(parameters)">
struct MakoDef {
  std::string function;
  MakoCode parameters;
  std::vector<MakoCode> filters;
  /// Returns its text instead of writing it.
  bool is_buffered = false;
  MakoNodes body;
};

/// <%block>, named or not.
struct MakoBlock {
  std::string name;
  std::vector<MakoCode> filters;
  MakoNodes body;
};

/// <%text filter="...">
struct MakoVerbatim {
  std::string text;
  std::vector<MakoCode> filters;
};

struct MakoNode {
  Span span;
  std::variant<MakoText, MakoExpression, MakoPythonBlock, MakoControl, MakoDef, MakoBlock, MakoVerbatim> value;
};

/// A parameter of <%page args="name, name=default">.
struct MakoPageArgument {
  std::string name;
  std::optional<MakoCode> default_value;
};

/// A template as a tree. Immutable after parsing, so that threads may share it.
struct MakoTemplate {
  SourcePtr source;
  MakoNodes nodes;
  std::vector<MakoPageArgument> page_arguments;
  /// <%page expression_filter="...">
  std::vector<MakoCode> page_filters;
};

/// Parses a template of the Mako language: all of it but the tags that need other templates (include, inherit,
/// namespace, call and calls of namespaces), caching and decorators, which are refused by name.
///
/// Throws Error (kConfig) with Mako's message, its class as exception_class() and the place.
MakoTemplate ParseMako(SourcePtr source);

}  // namespace limbeck::project
