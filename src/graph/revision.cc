#include "graph/revision.h"

#include "graph/docstring.h"

namespace limbeck::graph {

std::string Revision::LongDoc() const {
  return std::string(StripAsPython(docstring));
}

std::string Revision::Doc() const {
  const std::string_view text = StripAsPython(docstring);
  return std::string(text.substr(0, text.find("\n\n")));
}

}  // namespace limbeck::graph
