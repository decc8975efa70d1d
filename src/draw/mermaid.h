#pragma once

#include <string>

#include "draw/diagram.h"

namespace limbeck::draw {

/// The diagram as a Mermaid `erDiagram`, which code hosts and wikis draw from the text of a page.
std::string ToMermaid(const Diagram& diagram);

}  // namespace limbeck::draw
