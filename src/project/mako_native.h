#pragma once

#include <optional>
#include <set>
#include <string>

#include "project/mako_template.h"
#include "project/template_value.h"

namespace limbeck::project {

/// Renders a template without an interpreter, if it asks for no more than the stock ones do: text, "% if", and
/// expressions of names, texts, `or`, `and`, `not`, `if else`, comparisons, "+", repr(), str(), comma() and a few
/// methods of str. Names that are not in `variables` are undefined, except those in `elsewhere`, which only an
/// interpreter knows. Returns nothing when the template, or an error that it would raise, needs the interpreter.
std::optional<std::string> RenderMakoNatively(const MakoTemplate& mako, const TemplateVariables& variables,
                                              const std::set<std::string>& elsewhere = {});

}  // namespace limbeck::project
