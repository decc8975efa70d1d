#include "draw/dot.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/xml.h"
#include "draw/dot_text.h"

namespace limbeck::draw {
namespace {

struct Colour {
  const char* header;
  const char* frame;
};

/// Told apart also by those who see few colours.
constexpr Colour kColours[] = {{"#cfe3f7", "#f5f9fd"}, {"#fbe0b8", "#fefaf2"}, {"#d3eccd", "#f6fbf4"},
                               {"#f6d0d0", "#fdf5f5"}, {"#ddd4ee", "#f8f6fc"}, {"#f7f0b5", "#fdfcf1"},
                               {"#cdecea", "#f3fbfa"}, {"#e6dccf", "#faf8f5"}};
constexpr const char* kInk = "#303030";
constexpr const char* kFaint = "#808080";

const Colour& ColourOf(size_t group) {
  return kColours[group % std::size(kColours)];
}

class DotWriter {
 public:
  explicit DotWriter(const Diagram& diagram) : diagram_(diagram) {}

  std::string Write() {
    text_ =
        "digraph schema {\n"
        "  graph [rankdir=LR, bgcolor=white, ranksep=0.9, nodesep=0.25, pad=0.3, fontname=\"Helvetica\", fontsize=15, "
        "pack=20, "
        "packmode=\"clust\"];\n"
        "  node [shape=plain, fontname=\"Helvetica\", fontsize=11];\n";
    text_ += fmt::format("  edge [dir=both, color=\"{}\", arrowsize=0.8];\n", kFaint);
    const bool has_frames = diagram_.groups.size() > 1;
    for (size_t group = 0; group < diagram_.groups.size(); ++group) WriteGroup(group, has_frames);
    for (const Link& link : diagram_.links) {
      if (!link.is_far) WriteLink(link);
    }
    return text_ + "}\n";
  }

 private:
  void WriteGroup(size_t place, bool has_frame) {
    const Group& group = diagram_.groups[place];
    if (has_frame) {
      text_ += fmt::format(
          "  subgraph cluster_{} {{\n    label=<<B>{}</B>>; labeljust=l; style=\"rounded,filled\";"
          " color=\"{}\"; fillcolor=\"{}\";\n",
          place, EscapeXml(group.name), ColourOf(place).header, ColourOf(place).frame);
    }
    for (const size_t table : group.tables) WriteTable(table);
    if (has_frame) text_ += "  }\n";
  }

  void WriteTable(size_t place) {
    const Table& table = diagram_.tables[place];
    text_ += fmt::format(
        "  t{} [{}label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"0\" CELLPADDING=\"3\" "
        "COLOR=\"{}\" BGCOLOR=\"white\">\n",
        place, table.comment.empty() ? "" : "tooltip=" + QuoteDot(table.comment) + ", ", kFaint);
    text_ += fmt::format(
        "    <TR><TD PORT=\"t\" COLSPAN=\"2\" BGCOLOR=\"{}\"><FONT COLOR=\"{}\"><B>{}</B></FONT></TD>"
        "</TR>\n",
        ColourOf(table.group).header, kInk, EscapeXml(table.name));
    for (size_t column = 0; column < table.columns.size(); ++column) WriteColumn(place, column);
    if (table.folded > 0) {
      text_ += fmt::format("    <TR><TD COLSPAN=\"2\" ALIGN=\"LEFT\"><FONT COLOR=\"{}\">+ {} more</FONT></TD></TR>\n",
                           kFaint, table.folded);
    }
    text_ += "  </TABLE>>];\n";
  }

  void WriteColumn(size_t table, size_t place) {
    const Column& column = diagram_.tables[table].columns[place];
    std::string name = EscapeXml(column.name);
    if (column.in_key) name = "<U>" + name + "</U>";
    if (!column.nullable) name = "<B>" + name + "</B>";
    const std::string far = FarReferent(table, column.name);
    const std::string fact = far.empty() ? column.type : "\u2192 " + far;
    text_ += fmt::format(
        "    <TR><TD PORT=\"c{}\" ALIGN=\"LEFT\" SIDES=\"LTB\">{}</TD><TD PORT=\"d{}\" "
        "ALIGN=\"LEFT\" SIDES=\"TRB\"><FONT COLOR=\"{}\">{}</FONT></TD></TR>\n",
        place, name, place, kFaint, EscapeXml(fact));
  }

  std::string FarReferent(size_t table, const std::string& column) const {
    for (const Link& link : diagram_.links) {
      if (!link.is_far || link.from != table) continue;
      const bool has = std::find(link.columns.begin(), link.columns.end(), column) != link.columns.end();
      if (has) return diagram_.tables[link.to].name;
    }
    return "";
  }

  /// The row of the first column that the picture has of these; the header when it has none.
  std::string PortOf(size_t table, const std::vector<std::string>& columns, char side) const {
    const std::vector<Column>& shown = diagram_.tables[table].columns;
    for (size_t place = 0; place < shown.size(); ++place) {
      if (!columns.empty() && shown[place].name == columns.front()) return fmt::format("{}{}", side, place);
    }
    return "t";
  }

  /// From the table that is referred to, on the left, to the one that refers.
  void WriteLink(const Link& link) {
    const bool is_loop = link.from == link.to;
    text_ += fmt::format("  t{}:{}:{} -> t{}:{}:{} [arrowtail={}, arrowhead={}];\n", link.to,
                         PortOf(link.to, link.referents, 'd'), "e", link.from,
                         PortOf(link.from, link.columns, is_loop ? 'd' : 'c'), is_loop ? "e" : "w",
                         link.optional ? "teeodot" : "teetee", link.unique ? "teeodot" : "crowodot");
  }

  const Diagram& diagram_;
  std::string text_;
};

}  // namespace

std::string ToDot(const Diagram& diagram) {
  return DotWriter(diagram).Write();
}

}  // namespace limbeck::draw
