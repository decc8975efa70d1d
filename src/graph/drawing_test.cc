#include "graph/drawing.h"

#include <gtest/gtest.h>

#include "graph/iterate.h"
#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

std::string Trimmed(const std::string& line) {
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

std::string Draw(const std::string& graph) {
  const RevisionMap map(Revisions(graph));
  const std::vector<const Node*> revisions = WalkRevisions(map, {}, {});
  Drawing drawing(revisions);
  std::string text;
  for (const Node* node : revisions) {
    const DrawnRevision drawn = drawing.Draw(*node, '*');
    text += drawn.mark + node->id() + "\n";
    for (const std::string& link : drawn.links) text += Trimmed(link);
  }
  return text;
}

TEST(Drawing, ShowsWhereLinesPartAndMeet) {
  const std::pair<const char*, const char*> rows[] = {
      {"a b<a c<b", "* c\n* b\n* a\n"},
      {"a b<a c<a", "* b\n| * c\n|/\n* a\n"},
      {"a b<a c<a m<b,c", "* m\n|\\\n* | b\n| * c\n|/\n* a\n"},
      {"a b<a p q<p", "* b\n* a\n* q\n* p\n"},
      {"a b<a c<a d<a", "* b\n| * c\n|/\n| * d\n|/\n* a\n"},
      {"a b<a c<a d<a m<b,c,d n<m", "* n\n* m\n|\\\n| |\\\n* | | b\n| * | c\n|/ /\n| * d\n|/\n* a\n"},
      {"a b<a p q<p m<b,q", "* m\n|\\\n* | b\n* | a\n /\n* q\n* p\n"},
      {"a b<a p c<a m<b,p,c", "* m\n|\\\n| |\\\n* | | b\n| | * c\n|_|/\n| * p\n* a\n"},
  };
  for (const auto& [graph, drawing] : rows) EXPECT_EQ(Draw(graph), drawing) << graph;
}

TEST(Drawing, EndsAtWhatIsNotShown) {
  const RevisionMap map(Revisions("a b<a c<b"));
  Drawing drawing({map.Find("c"), map.Find("b")});
  EXPECT_EQ(drawing.Draw(*map.Find("c"), '*').margin, "| ");
  const DrawnRevision last = drawing.Draw(*map.Find("b"), '@');
  EXPECT_EQ(last.mark, "@ ");
  EXPECT_EQ(last.margin, "  ");
  EXPECT_TRUE(last.links.empty());
}

}  // namespace
}  // namespace limbeck::graph
