#include "graph/head_maintainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "graph/identifier.h"
#include "graph/resolver.h"

namespace limbeck::graph {
namespace {

const std::string& Only(const std::vector<std::string>& versions) {
  if (versions.size() != 1) throw AssertionError("the step stands for several rows of the version table");
  return versions[0];
}

const std::string& First(const std::vector<std::string>& versions) {
  if (versions.empty()) throw PythonError("IndexError", "tuple index out of range", "the step starts from no row");
  return versions[0];
}

/// The row that came, and the row that went; nullptr where there is none.
struct RowEnds {
  const std::string* added = nullptr;
  const std::string* removed = nullptr;
};

struct EndsOfRow {
  RowEnds operator()(const InsertVersion& row) const { return {&row.version, nullptr}; }
  RowEnds operator()(const DeleteVersion& row) const { return {nullptr, &row.version}; }
  RowEnds operator()(const UpdateVersion& row) const { return {&row.to, &row.from}; }
};

}  // namespace

HeadUpdate HeadMaintainer::Apply(const Step& step) {
  HeadUpdate update = Change(step);
  if (coverage_) UpdateCoverage(update);
  return update;
}

HeadUpdate HeadMaintainer::Change(const Step& step) {
  if (const auto* stamp = std::get_if<StampStep>(&step)) return ChangeForStamp(*stamp);
  const auto& revision = std::get<RevisionStep>(step);
  return revision.is_upgrade ? ChangeForUpgrade(*revision.node) : ChangeForDowngrade(*revision.node);
}

HeadUpdate HeadMaintainer::ChangeForUpgrade(const Node& node) {
  const Ids present = HeadsAmong(NeededIds(node));
  if (present.empty()) return Insert(node.id());
  if (present.size() > 1) return Merge(RowsToMerge(node), node.id());
  return Update(present[0], node.id());
}

HeadUpdate HeadMaintainer::ChangeForDowngrade(const Node& node) {
  const Ids needed = NeededIds(node);
  if (heads_.contains(node.id())) {
    const Ids rows = RowsToUnmerge(node);
    if (rows.empty()) return Delete(node.id());
    return needed.size() > 1 ? Unmerge(node.id(), rows, false) : Update(node.id(), needed[0]);
  }
  if (needed.size() == 1) return Update(node.id(), needed[0]);
  const Ids present = HeadsAmong(needed);
  if (present.size() == 1) return Update(node.id(), present[0]);
  throw PythonError("AssertionError", "Can't do an UPDATE because downrevision is ambiguous",
                    fmt::format("the version table does not hold {}, which is to be taken back", node.id()));
}

HeadUpdate HeadMaintainer::ChangeForStamp(const StampStep& step) {
  if (!step.is_upgrade && step.is_branch_move) return Delete(Only(step.from));
  const auto has_other_than_heads = [this](const Ids& ids) { return HeadsAmong(ids).size() < ids.size(); };
  const bool may_create = step.is_branch_move || has_other_than_heads(step.from);
  if (step.is_upgrade && may_create && has_other_than_heads(step.to)) return Insert(Only(step.to));
  if (step.from.size() > 1) return Merge(step.from, Only(step.to));
  if (step.to.size() > 1) return Unmerge(First(step.from), step.to, true);
  return Update(Only(step.from), Only(step.to));
}

HeadUpdate HeadMaintainer::Insert(const std::string& version) {
  HeadUpdate update{{}, fmt::format("new branch insert {}", version)};
  InsertRow(version, update);
  return update;
}

HeadUpdate HeadMaintainer::Delete(const std::string& version) {
  HeadUpdate update{{}, fmt::format("branch delete {}", version)};
  DeleteRow(version, update);
  return update;
}

HeadUpdate HeadMaintainer::Update(const std::string& from, const std::string& to) {
  HeadUpdate update{{}, fmt::format("update {} to {}", from, to)};
  UpdateRow(from, to, update);
  return update;
}

HeadUpdate HeadMaintainer::Merge(const Ids& from, const std::string& to) {
  if (from.empty()) {
    throw PythonError("IndexError", "list index out of range",
                      fmt::format("other rows of the version table stand for all that {} merges", to));
  }
  const Ids deleted(from.begin(), from.end() - 1);
  HeadUpdate update{{}, fmt::format("merge, delete {}, update {} to {}", PythonList(deleted), from.back(), to)};
  for (const std::string& version : deleted) DeleteRow(version, update);
  UpdateRow(from.back(), to, update);
  return update;
}

HeadUpdate HeadMaintainer::Unmerge(const std::string& from, const Ids& to, bool is_stamp) {
  const Ids inserted(to.begin(), to.end() - 1);
  const std::string inserted_text = is_stamp ? PythonList(inserted) : PythonTuple(inserted);
  HeadUpdate update{{}, fmt::format("unmerge, insert {}, update {} to {}", inserted_text, from, to.back())};
  for (const std::string& version : inserted) InsertRow(version, update);
  UpdateRow(from, to.back(), update);
  return update;
}

void HeadMaintainer::InsertRow(const std::string& version, HeadUpdate& update) {
  if (!heads_.insert(version).second) {
    throw AssertionError(fmt::format("the version table already holds {}, which is to be inserted", version));
  }
  update.rows.emplace_back(InsertVersion{version});
}

void HeadMaintainer::DeleteRow(const std::string& version, HeadUpdate& update) {
  if (heads_.erase(version) == 0) {
    throw KeyError(version, fmt::format("the version table does not hold {}, which is to be deleted", version));
  }
  update.rows.emplace_back(DeleteVersion{version});
}

void HeadMaintainer::UpdateRow(const std::string& from, const std::string& to, HeadUpdate& update) {
  if (heads_.contains(to)) {
    throw AssertionError(fmt::format("the version table already holds {}, to which {} is to be updated", to, from));
  }
  if (heads_.erase(from) == 0) {
    throw KeyError(from, fmt::format("the version table does not hold {}, which is to be updated", from));
  }
  heads_.insert(to);
  update.rows.emplace_back(UpdateVersion{from, to});
}

HeadMaintainer::Ids HeadMaintainer::HeadsAmong(const Ids& ids) const {
  Ids found;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(found),
               [this](const std::string& id) { return heads_.contains(id); });
  return found;
}

HeadMaintainer::Ids HeadMaintainer::HeadsBut(const Ids& ids) const {
  Ids others;
  std::copy_if(heads_.begin(), heads_.end(), std::back_inserter(others),
               [&](const std::string& head) { return std::find(ids.begin(), ids.end(), head) == ids.end(); });
  return others;
}

/// What a merge point needs, without what a row that is not merged stands for already.
HeadMaintainer::Ids HeadMaintainer::RowsToMerge(const Node& node) {
  const Ids needed = NeededIds(node);
  const bool has_others = HeadsAmong(needed).size() < heads_.size();
  if (!has_others) return needed;
  Ids rows;
  for (const Node* need : node.needs) {
    const bool is_plain_head = !map_.has_hidden_cycle() && Covered().UsesOf(need) == 0 && heads_.contains(need->id());
    if (is_plain_head || !Below(HeadsBut(needed)).Contains(need)) rows.push_back(need->id());
  }
  return rows;
}

/// What a revision that is taken back needs, without what another row stands for.
HeadMaintainer::Ids HeadMaintainer::RowsToUnmerge(const Node& node) {
  if (heads_.size() == 1 && node.needs.size() < 2) return NeededIds(node);
  Ids rows;
  for (const Node* need : node.needs) {
    std::optional<bool> is_elsewhere = IsElsewhere(node, need);
    if (!is_elsewhere) is_elsewhere = SearchElsewhere(node, need);
    if (!*is_elsewhere) rows.push_back(need->id());
  }
  return rows;
}

/// Does another row stand for what the node, a row, needs? Without other rows: does another of its needs? Nothing if
/// only a search can tell.
std::optional<bool> HeadMaintainer::IsElsewhere(const Node& node, const Node* need) {
  if (map_.has_hidden_cycle()) return std::nullopt;
  const Coverage& covered = Covered();
  const bool is_used_by_node_alone = covered.UsesOf(need) == 1;
  if (is_used_by_node_alone) return covered.IsHead(need);
  if (heads_.size() == 1) return true;
  const bool is_top_of_chain = covered.UsesOf(&node) == 0 && node.needs.size() == 1;
  return is_top_of_chain ? std::optional(true) : std::nullopt;
}

bool HeadMaintainer::SearchElsewhere(const Node& node, const Node* need) {
  Ids others = HeadsBut({node.id()});
  if (others.empty()) {
    others = NeededIds(node);
    std::erase(others, need->id());
  }
  return Below(std::move(others)).Contains(need);
}

/// All that the versions stand on. The last answer is kept: the other rows often stay while one goes down its branch.
const NodeSet& HeadMaintainer::Below(Ids versions) {
  if (!searched_ || searched_->from != versions) {
    NodeSet below = Reach(map_, Targets(NodesOf(versions)), Direction::kNeeds);
    searched_ = Searched{std::move(versions), std::move(below)};
  }
  return searched_->below;
}

Coverage& HeadMaintainer::Covered() {
  if (!coverage_) {
    coverage_.emplace(map_);
    for (const Node* node : NodesOf({heads_.begin(), heads_.end()})) coverage_->AddHead(node);
  }
  return *coverage_;
}

/// New heads come before the old ones go, so that what both stand on is not gone through.
void HeadMaintainer::UpdateCoverage(const HeadUpdate& update) {
  std::vector<RowEnds> rows;
  for (const RowChange& row : update.rows) rows.push_back(std::visit(EndsOfRow(), row));
  for (const RowEnds& row : rows) {
    if (row.added == nullptr) continue;
    for (const Node* node : NodesOf({*row.added})) coverage_->AddHead(node);
  }
  for (const RowEnds& row : rows) {
    if (row.removed == nullptr) continue;
    for (const Node* node : NodesOf({*row.removed})) coverage_->RemoveHead(node);
  }
}

std::vector<const Node*> HeadMaintainer::NodesOf(const Ids& versions) const {
  return RequireRevisions(Resolver(map_, Wording::Uncaught()).GetRevisions(versions));
}

}  // namespace limbeck::graph
