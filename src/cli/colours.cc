#include "cli/colours.h"

#include <algorithm>

namespace limbeck::cli {
namespace {

const char* CodeOf(Colour colour) {
  switch (colour) {
    case Colour::kYellow:
      return "33";
    case Colour::kGreen:
      return "32";
    case Colour::kCyan:
      return "36";
    case Colour::kRed:
      return "31";
    case Colour::kBold:
      break;
  }
  return "1";
}

struct Mark {
  const char* text;
  Colour colour;
};
constexpr Mark kMarks[] = {{"(head)", Colour::kGreen},
                           {"(effective head)", Colour::kGreen},
                           {"(current)", Colour::kBold},
                           {"(branchpoint)", Colour::kCyan},
                           {"(mergepoint)", Colour::kCyan}};

/// Where the id stands: behind the arrow that parents have, behind "Rev: ", or at the start.
size_t PlaceOfId(const std::string& line, const std::string& id) {
  const size_t arrow = line.find("-> " + id);
  if (arrow != std::string::npos) return arrow + 3;
  return line.find(id);
}

}  // namespace

std::string Coloured(const std::string& text, Colour colour) {
  return std::string("\033[") + CodeOf(colour) + "m" + text + "\033[0m";
}

std::string ColourLine(const std::string& line, const graph::Node& node) {
  const size_t id = PlaceOfId(line, node.id());
  if (id == std::string::npos) return line;
  const size_t behind = id + node.id().size();
  const size_t end = std::min(line.find('\n', behind), line.size());
  std::string marks = line.substr(behind, end - behind);
  for (const Mark& mark : kMarks) {
    const size_t at = marks.find(mark.text);
    if (at != std::string::npos) marks.replace(at, std::string(mark.text).size(), Coloured(mark.text, mark.colour));
  }
  return line.substr(0, id) + Coloured(node.id(), Colour::kYellow) + marks + line.substr(end);
}

}  // namespace limbeck::cli
