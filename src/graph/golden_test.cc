// Replays what real Alembic answered about small graphs: tests/data/graph/*.txt, made by tools/make_graph_goldens.py,
// which describes the files. LIMBECK_GRAPH_GOLDENS names another folder, for answers about random graphs.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <memory>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "graph/describe.h"
#include "graph/head_maintainer.h"
#include "graph/iterate.h"
#include "graph/new_revision.h"
#include "graph/plan.h"
#include "graph/range.h"
#include "graph/resolver.h"
#include "graph/revision_map.h"

namespace limbeck::graph {
namespace {

using Words = std::vector<std::string>;

const std::map<char, std::string> kIds = {
    {'a', "1975ea83b712"}, {'b', "27c6a30d7c24"}, {'c', "3512b954651e"}, {'d', "4a8e1f02c9d3"}, {'e', "5d0b77a1e645"},
    {'f', "61f3c8ab90e2"}, {'g', "7be24d5f0a18"}, {'h', "88c1907d3fe6"}, {'i', "9f60e2b4d7c1"}, {'j', "a03d9c5e8b7f"},
    {'k', "b7415f2ad690"}, {'l', "c2e8d03b1f74"}, {'m', "d9a6540ce8b3"}, {'n', "eb17f8a92c05"}, {'p', "abc1230000aa"},
    {'q', "abc1240000bb"}, {'r', "abd9990000cc"}, {'z', "f00dfeed0001"}};

/// The letter of an id; other texts stay.
std::string Letter(const std::string& id) {
  for (const auto& [letter, known] : kIds) {
    if (known == id) return std::string(1, letter);
  }
  return id;
}

/// "{a:4}" in a text becomes the first four characters of a's id.
std::string Filled(std::string text) {
  for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at)) {
    const size_t end = text.find('}', at);
    const std::string inside = text.substr(at + 1, end - at - 1);
    const std::string& id = kIds.at(inside[0]);
    text.replace(at, end + 1 - at, inside.size() == 1 ? id : id.substr(0, std::stoul(inside.substr(2))));
  }
  return text;
}

std::string WithLetters(std::string text) {
  for (const auto& [letter, id] : kIds) text = ReplaceAll(text, id, std::string("{") + letter + "}");
  return text;
}

std::string Escaped(const std::string& text) {
  return ReplaceAll(ReplaceAll(text, "\\", "\\\\"), "\n", "\\n");
}

std::string Unescaped(const std::string& text) {
  return ReplaceAll(ReplaceAll(ReplaceAll(text, "\\\\", "\1"), "\\n", "\n"), "\1", "\\");
}

Words SplitNames(const std::string& text) {
  return text.empty() ? Words{} : Split(text, ',');
}

std::string OrNothing(const std::string& text) {
  return text.empty() ? "nothing" : text;
}

std::string Letters(const Words& ids) {
  Words letters;
  for (const std::string& id : ids) letters.push_back(Letter(id));
  return OrNothing(Join(letters, " "));
}

std::string Letters(const std::vector<const Node*>& nodes) {
  Words ids;
  for (const Node* node : nodes) ids.push_back(node == nullptr ? "nowhere" : node->id());
  return Letters(ids);
}

std::string Letters(const std::vector<Target>& targets) {
  Words ids;
  for (const Target& target : targets) {
    ids.push_back(target.is_base() ? "base" : target.is_nowhere() ? "nowhere" : target.node()->id());
  }
  return Letters(ids);
}

struct RowText {
  std::string operator()(const InsertVersion& row) const { return "+" + Letter(row.version); }
  std::string operator()(const DeleteVersion& row) const { return "-" + Letter(row.version); }
  std::string operator()(const UpdateVersion& row) const { return Letter(row.from) + ">" + Letter(row.to); }
};

/// The steps with what each does to the version table.
std::string StepsText(const RevisionMap& map, const std::vector<Step>& steps, const Words& rows) {
  HeadMaintainer maintainer(map, rows);
  Words texts;
  for (const Step& step : steps) {
    Words changes;
    for (const RowChange& row : maintainer.Apply(step).rows) changes.push_back(std::visit(RowText(), row));
    const auto* revision = std::get_if<RevisionStep>(&step);
    texts.push_back((revision == nullptr ? "stamp" : Letter(revision->node->id())) + ":" + Join(changes, ","));
  }
  return OrNothing(Join(texts, " "));
}

/// A graph and the questions about it.
class Graph {
 public:
  void AddRevision(const std::string& line) {
    const Words parts = Split(line, '|');
    Revision revision;
    revision.id = parts[0];
    revision.down_revisions = SplitNames(parts[1]);
    revision.dependencies = SplitNames(parts[2]);
    revision.branch_labels = SplitNames(parts[3]);
    revision.docstring = Unescaped(parts[4]);
    revision.path = "/p/" + Letter(revision.id) + ".py";
    revisions_.push_back(std::move(revision));
  }

  /// As Alembic would answer, errors and warnings included.
  std::string Ask(const std::string& question, const Words& args, const Words& rows) {
    warnings_.clear();
    std::string text;
    try {
      text = Answer(question, args, rows);
    } catch (const Error& error) {
      text = error.kind() == ErrorKind::kCommand ? "! " + error.message()
                                                 : "!! " + error.exception_class() + ": " + error.message();
    }
    for (const std::string& warning : warnings_) text += " (warning: " + warning + ")";
    return WithLetters(Escaped(text));
  }

 private:
  std::string Answer(const std::string& question, const Words& args, const Words& rows) {
    if (question == "build") return Ends(RevisionMap(revisions_, &warnings_, Wording::Uncaught()));
    if (question == "add") return AnswerAdd(args);
    const RevisionMap& map = Map();
    const Identifier all = args.size() == 1 ? Identifier(args[0]) : Identifier(args);
    if (question == "node") return NodeText(*Resolver(map).GetRevision(args[0]));
    if (question == "text") return DescribedAs(args[0], *Resolver(map).GetRevision(args[1]), !rows.empty());
    if (question == "get") return Letters(Resolver(map).GetRevisions(all));
    if (question == "one") return Letters(std::vector<const Node*>{Resolver(map).GetRevision(args[0])});
    if (question == "number") return NumberText(AsRevisionNumber(map, all));
    if (question == "parents") return Letters(ParentsOfNewRevision(map, all));
    if (question == "current") return Letters(Resolver(map).AllCurrent(rows));
    if (question == "walk") return Letters(WalkRevisions(map, End(args[0], rows), End(args[1], rows), &warnings_));
    if (question == "upgrade") return StepsText(map, UpgradeSteps(map, args[0], rows, &warnings_), rows);
    if (question == "downgrade") return StepsText(map, DowngradeSteps(map, args[0], rows, &warnings_), rows);
    if (question == "stamp") return StepsText(map, StampSteps(map, args, rows), rows);
    if (question == "running") return RunningText(UpgradeSteps(map, args[0], rows));
    return "unknown question";
  }

  /// A graph that cannot be built is asked again each time, as in Alembic.
  const RevisionMap& Map() {
    if (!map_) {
      map_ = std::make_unique<RevisionMap>(revisions_, &warnings_);
      warnings_.clear();
    }
    return *map_;
  }

  static std::string Ends(const RevisionMap& map) {
    return "heads: " + Letters(map.heads()) + "; effective: " + Letters(map.effective_heads()) +
           "; bases: " + Letters(map.bases());
  }

  std::string AnswerAdd(const Words& args) {
    RevisionMap map(revisions_);
    Graph words;
    words.AddRevision(args[0]);
    map.Add(words.revisions_[0], &warnings_);
    Words labels;
    for (size_t i = 0; i < args.size(); ++i) {
      const std::string id = i == 0 ? words.revisions_[0].id : args[i];
      labels.push_back(id + " " + OrNothing(Join(map.Find(id)->labels, " ")));
    }
    return Ends(map) + "; labels: " + Join(labels, "; ");
  }

  static std::string NodeText(const Node& node) {
    return "down " + Letters(node.revision.down_revisions) + "; children " + Letters(node.children) + "; dependents " +
           Letters(node.dependents) + "; needs " + Letters(node.needs) + "; labels " +
           OrNothing(Join(node.labels, " "));
  }

  static std::string DescribedAs(const std::string& kind, const Node& node, bool is_current) {
    if (kind == "history") return ShortLine(node, kHistoryLine, is_current);
    if (kind == "heads") return ShortLine(node, kHeadsLine);
    if (kind == "current") return ShortLine(node, kCurrentLine);
    return kind == "log" ? LogEntry(node, is_current) : OneLine(node);
  }

  static std::string NumberText(const Identifier& number) {
    if (const auto* several = std::get_if<Words>(&number)) return "several: " + Letters(*several);
    return Letters(NamesOf(number));
  }

  static Identifier End(const std::string& text, const Words& rows) {
    if (text == "none") return std::string();
    return text == "current" ? Identifier(rows) : Identifier(text);
  }

  static std::string RunningText(const std::vector<Step>& steps) {
    Words texts;
    for (const Step& step : steps) texts.push_back(LogText(step));
    return OrNothing(Join(texts, "; "));
  }

  std::vector<Revision> revisions_;
  std::unique_ptr<RevisionMap> map_;
  Warnings warnings_;
};

struct Golden {
  std::string question;
  Words args;
  std::vector<Words> states;
  std::string expected;
};

/// "upgrade {d} [-; {a}] => answer"
Golden ParseGolden(const std::string& line) {
  const size_t states = line.find(" [");
  const size_t expected = line.find("] => ", states);
  Words words = Split(line.substr(0, states), ' ');
  Golden golden;
  golden.question = words[0];
  for (size_t i = 1; i < words.size(); ++i) golden.args.push_back(words[i] == "''" ? "" : Filled(words[i]));
  for (const std::string& state : Split(line.substr(states + 2, expected - states - 2), ';')) {
    const std::string rows = Filled(std::string(Trim(state)));
    golden.states.push_back(rows == "-" ? Words{} : Split(rows, ','));
  }
  golden.expected = line.substr(expected + 5);
  return golden;
}

std::string Folder() {
  const char* folder = std::getenv("LIMBECK_GRAPH_GOLDENS");
  return folder != nullptr ? folder : LIMBECK_SOURCE_DIR "/tests/data/graph";
}

void Replay(const std::string& text) {
  Graph graph;
  for (const std::string& line : Split(text, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    if (line.starts_with("revision ")) {
      graph.AddRevision(line.substr(9));
      continue;
    }
    const Golden golden = ParseGolden(line);
    for (const Words& rows : golden.states) {
      const std::string answer = graph.Ask(golden.question, golden.args, rows);
      EXPECT_EQ(answer, golden.expected) << line << "\n  state: " << WithLetters(Join(rows, ","));
    }
  }
}

class GoldenGraph : public testing::TestWithParam<std::string> {};

TEST_P(GoldenGraph, AnswersAsAlembicDoes) {
  Replay(MakeRealFileSystem()->ReadFile(Folder() + "/" + GetParam()));
}

std::vector<std::string> GoldenFiles() {
  std::vector<std::string> names;
  for (const DirectoryEntry& entry : MakeRealFileSystem()->ListDirectory(Folder())) names.push_back(entry.name);
  return names;
}

std::string TestName(const testing::TestParamInfo<std::string>& info) {
  return ReplaceAll(StemOf(info.param), "-", "_");
}

INSTANTIATE_TEST_SUITE_P(Shapes, GoldenGraph, testing::ValuesIn(GoldenFiles()), TestName);

}  // namespace
}  // namespace limbeck::graph
