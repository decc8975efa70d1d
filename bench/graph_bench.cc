// The revision graph on chains, fans, ladders, combs and dependent chains, up to 100,000 revisions: the time per
// revision is to stay the same.

#include <benchmark/benchmark.h>

#include "graph/describe.h"
#include "graph/head_maintainer.h"
#include "graph/iterate.h"
#include "graph/plan.h"
#include "graph/resolver.h"
#include "graph/revision_map.h"
#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

std::vector<Revision> Grown(size_t count) {
  return GrownGraph(count, 1);
}

struct Shape {
  const char* name;
  std::vector<Revision> (*make)(size_t count);
};

constexpr Shape kShapes[] = {{"chain", Chain},         {"fan", Fan},    {"ladder", Ladder}, {"comb", Comb},
                             {"dependent", Dependent}, {"grown", Grown}};

std::vector<std::string> SortedRows(const HeadMaintainer& maintainer) {
  return {maintainer.heads().begin(), maintainer.heads().end()};
}

std::vector<std::string> UpgradeAll(const RevisionMap& map) {
  HeadMaintainer maintainer(map, {});
  for (const Step& step : UpgradeSteps(map, "heads", {})) maintainer.Apply(step);
  return SortedRows(maintainer);
}

void Build(benchmark::State& state, const std::vector<Revision>& revisions) {
  for (auto _ : state) benchmark::DoNotOptimize(RevisionMap(revisions).heads());
}

void WalkAll(benchmark::State& state, const std::vector<Revision>& revisions) {
  const RevisionMap map(revisions);
  for (auto _ : state) benchmark::DoNotOptimize(WalkRevisions(map, {}, {}));
}

void Describe(benchmark::State& state, const std::vector<Revision>& revisions) {
  const RevisionMap map(revisions);
  for (auto _ : state) {
    for (const Node& node : map.nodes()) benchmark::DoNotOptimize(ShortLine(node, kHistoryLine));
  }
}

void Upgrade(benchmark::State& state, const std::vector<Revision>& revisions) {
  const RevisionMap map(revisions);
  for (auto _ : state) benchmark::DoNotOptimize(UpgradeAll(map));
}

void UpgradeByOne(benchmark::State& state, const std::vector<Revision>& revisions) {
  const RevisionMap map(revisions);
  const std::vector<std::string> rows = {map.nodes().front().id()};
  for (auto _ : state) benchmark::DoNotOptimize(UpgradeSteps(map, "heads", rows));
}

void Downgrade(benchmark::State& state, const std::vector<Revision>& revisions) {
  const RevisionMap map(revisions);
  const std::vector<std::string> rows = UpgradeAll(map);
  for (auto _ : state) {
    HeadMaintainer maintainer(map, rows);
    for (const Step& step : DowngradeSteps(map, "base", rows)) maintainer.Apply(step);
    benchmark::DoNotOptimize(maintainer.heads());
  }
}

using Work = void (*)(benchmark::State& state, const std::vector<Revision>& revisions);

void Register(const std::string& name, const Shape& shape, Work work) {
  const auto run = [make = shape.make, work](benchmark::State& state) {
    const std::vector<Revision> revisions = make(static_cast<size_t>(state.range(0)));
    work(state, revisions);
    state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(revisions.size()));
  };
  benchmark::RegisterBenchmark((name + "/" + shape.name).c_str(), run)
      ->Arg(1000)
      ->Arg(10000)
      ->Arg(100000)
      ->Unit(benchmark::kMillisecond);
}

[[maybe_unused]] const bool kRegistered = [] {
  for (const Shape& shape : kShapes) {
    Register("build", shape, Build);
    Register("history", shape, WalkAll);
    Register("describe", shape, Describe);
    Register("upgrade", shape, Upgrade);
    Register("upgrade_rest", shape, UpgradeByOne);
    Register("downgrade", shape, Downgrade);
  }
  return true;
}();

}  // namespace
}  // namespace limbeck::graph
