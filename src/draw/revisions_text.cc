#include <fmt/format.h>

#include "base/text.h"
#include "base/xml.h"
#include "draw/dot_text.h"
#include "draw/revisions.h"

namespace limbeck::draw {
namespace {

using State = RevisionBox::State;

/// Told apart also by those who see few colours.
struct Look {
  const char* fill;
  const char* style;
  const char* mermaid;
};

constexpr Look kLooks[] = {
    {"white", "rounded,filled", ""},
    {"white", "rounded,filled,dashed", "pending"},
    {"#fbe0b8", "rounded,filled", "some"},
    {"#d3eccd", "rounded,filled", "applied"},
};

const Look& LookOf(State state) {
  return kLooks[static_cast<int>(state)];
}

std::string Escaped(const std::string& text) {
  return ReplaceAll(EscapeXml(text), "\n", " ");
}

/// Mermaid's own escapes begin with '#'.
std::string MermaidText(const std::string& text) {
  std::string plain = ReplaceAll(ReplaceAll(text, "#", "#35;"), "\"", "#quot;");
  plain = ReplaceAll(ReplaceAll(plain, "<", "#lt;"), ">", "#gt;");
  return ReplaceAll(ReplaceAll(plain, "`", "#96;"), "\n", " ");
}

std::string More(const RevisionBox& box) {
  if (box.count == 1) return "";
  return fmt::format("and {} before it", box.count - 1);
}

std::string DotBox(const RevisionBox& box, size_t place) {
  std::string label = "<B>" + Escaped(box.id) + "</B>";
  if (!box.labels.empty()) label += " <I>" + Escaped(Join(box.labels, ", ")) + "</I>";
  if (!box.message.empty()) label += "<BR/>" + Escaped(box.message);
  if (box.count > 1) label += "<BR/><I>" + More(box) + "</I>";
  const Look& look = LookOf(box.state);
  return fmt::format("  r{} [label=<{}>, style=\"{}\", fillcolor=\"{}\"{}];\n", place, label, look.style, look.fill,
                     box.is_head ? ", penwidth=2" : "");
}

std::string MermaidBox(const RevisionBox& box, size_t place) {
  std::string label = "<b>" + MermaidText(box.id) + "</b>";
  if (!box.labels.empty()) label += " <i>" + MermaidText(Join(box.labels, ", ")) + "</i>";
  if (!box.message.empty()) label += "<br/>" + MermaidText(box.message);
  if (box.count > 1) label += "<br/><i>" + More(box) + "</i>";
  const std::string look = LookOf(box.state).mermaid;
  return fmt::format("    r{}[\"{}\"]{}\n", place, label, look.empty() ? "" : ":::" + look);
}

}  // namespace

std::string ToDot(const RevisionDiagram& diagram) {
  std::string text =
      "digraph revisions {\n"
      "  graph [rankdir=BT, bgcolor=white, ranksep=0.35, nodesep=0.3, pad=0.3, fontname=\"Helvetica\"];\n"
      "  node [shape=box, fontname=\"Helvetica\", fontsize=11, color=\"#808080\"];\n"
      "  edge [color=\"#808080\", arrowsize=0.7];\n";
  for (size_t box = 0; box < diagram.boxes.size(); ++box) text += DotBox(diagram.boxes[box], box);
  for (const RevisionLink& link : diagram.links) {
    text += fmt::format("  r{} -> r{}{};\n", link.to, link.from, link.is_dependency ? " [style=dashed]" : "");
  }
  for (size_t place = 0; place < diagram.databases.size(); ++place) {
    const RevisionDiagram::Database& database = diagram.databases[place];
    text += fmt::format("  d{} [label={}, shape=cylinder, style=filled, fillcolor=\"#cfe3f7\"];\n", place,
                        QuoteDot(database.name));
    for (const size_t box : database.boxes) {
      text +=
          fmt::format("  d{0} -> r{1} [style=dotted, constraint=false];\n  {{rank=same; d{0}; r{1}}}\n", place, box);
    }
  }
  return text + "}\n";
}

std::string ToMermaid(const RevisionDiagram& diagram) {
  std::string text = "flowchart BT\n";
  for (size_t box = 0; box < diagram.boxes.size(); ++box) text += MermaidBox(diagram.boxes[box], box);
  for (const RevisionLink& link : diagram.links) {
    text += fmt::format("    r{} {} r{}\n", link.to, link.is_dependency ? "-.->" : "-->", link.from);
  }
  for (size_t place = 0; place < diagram.databases.size(); ++place) {
    const RevisionDiagram::Database& database = diagram.databases[place];
    text += fmt::format("    d{}[(\"{}\")]\n", place, MermaidText(database.name));
    for (const size_t box : database.boxes) text += fmt::format("    d{} -.- r{}\n", place, box);
  }
  if (diagram.databases.empty()) return text;
  return text +
         "    classDef applied fill:#d3eccd,stroke:#808080\n"
         "    classDef some fill:#fbe0b8,stroke:#808080\n"
         "    classDef pending fill:#fff,stroke:#808080,stroke-dasharray:4\n";
}

}  // namespace limbeck::draw
