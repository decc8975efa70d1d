#include "compare/rename_candidates.h"

#include <algorithm>
#include <set>

#include "compare/full_name.h"

namespace limbeck::compare {
namespace {

std::set<std::string> ColumnNames(const schema::Table& table) {
  std::set<std::string> names;
  for (const schema::Column& column : table.columns) names.insert(column.name.text);
  return names;
}

/// Takes the first that fits out of `come`.
template <typename Come, typename Fits>
const Come* TakeFirst(std::vector<const Come*>& come, const Fits& fits) {
  const auto found = std::find_if(come.begin(), come.end(), [&](const Come* one) { return fits(*one); });
  if (found == come.end()) return nullptr;
  const Come* taken = *found;
  come.erase(found);
  return taken;
}

void FindTables(const Changes& changes, std::vector<RenameCandidate>& candidates) {
  std::vector<const ops::CreateTable*> come;
  std::vector<const ops::DropTable*> gone;
  for (const Change& change : changes) {
    const auto* operation = std::get_if<ops::Operation>(&change);
    if (operation == nullptr) continue;
    if (const auto* create = std::get_if<ops::CreateTable>(operation)) come.push_back(create);
    const auto* drop = std::get_if<ops::DropTable>(operation);
    if (drop != nullptr && drop->original) gone.push_back(drop);
  }
  for (const ops::DropTable* drop : gone) {
    const ops::CreateTable* create = TakeFirst(come, [&](const ops::CreateTable& one) {
      return one.table.schema == drop->schema && ColumnNames(one.table) == ColumnNames(*drop->original);
    });
    if (create == nullptr) continue;
    const std::string name = FullName(drop->schema, drop->table.text);
    candidates.push_back({name + ":" + create->table.name.text, "table " + name, create->table.name.text});
  }
}

void FindColumns(const ModifyTable& modify, const Rules& rules, std::vector<RenameCandidate>& candidates) {
  std::vector<const ops::AddColumn*> come;
  for (const ops::Operation& operation : modify.operations) {
    if (const auto* add = std::get_if<ops::AddColumn>(&operation)) come.push_back(add);
  }
  for (const ops::Operation& operation : modify.operations) {
    const auto* drop = std::get_if<ops::DropColumn>(&operation);
    if (drop == nullptr || !drop->original) continue;
    const ops::AddColumn* add = TakeFirst(
        come, [&](const ops::AddColumn& one) { return !rules.TypesDiffer(drop->original->type, one.column.type); });
    if (add == nullptr) continue;
    const std::string name = FullName(modify.schema, modify.table.text) + "." + drop->column.text;
    candidates.push_back({name + ":" + add->column.name.text, "column " + name, add->column.name.text});
  }
}

}  // namespace

std::vector<RenameCandidate> FindRenames(const Changes& changes, const Rules& rules) {
  std::vector<RenameCandidate> candidates;
  FindTables(changes, candidates);
  for (const Change& change : changes) {
    if (const auto* modify = std::get_if<ModifyTable>(&change)) FindColumns(*modify, rules, candidates);
  }
  return candidates;
}

}  // namespace limbeck::compare
