#include "inspect/snapshot.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "inspect/postgresql/snapshot.h"
#include "inspect/sqlite/snapshot.h"

namespace limbeck::inspect {
namespace {

using Key = std::tuple<std::string, std::string>;

std::multimap<Key, const SchemaObject*> ByName(const Snapshot& snapshot) {
  std::multimap<Key, const SchemaObject*> objects;
  for (const SchemaObject& object : snapshot) objects.emplace(Key(object.kind, object.name), &object);
  return objects;
}

bool IsWhole(const std::string& kind) {
  return kind == "table" || kind == "view" || kind == "materialized view" || kind == "foreign table";
}

/// The tables that only one of the two has.
std::set<std::string> TablesOfOne(const std::vector<SchemaDifference>& differences) {
  std::set<std::string> names;
  for (const SchemaDifference& difference : differences) {
    const bool is_of_one = !difference.expected || !difference.found;
    if (is_of_one && IsWhole(difference.kind)) names.insert(difference.name);
  }
  return names;
}

bool IsPartOf(const std::set<std::string>& tables, const SchemaDifference& difference) {
  if (IsWhole(difference.kind)) return false;
  for (size_t dot = difference.name.find('.'); dot != std::string::npos; dot = difference.name.find('.', dot + 1)) {
    if (tables.count(difference.name.substr(0, dot)) > 0) return true;
  }
  return tables.count(difference.name) > 0;
}

/// Objects of one kind and name, of which there is usually one on each side: what both have is taken out.
void Match(const std::vector<const SchemaObject*>& expected, std::vector<const SchemaObject*> found,
           std::vector<SchemaDifference>& differences) {
  std::vector<const SchemaObject*> missing;
  for (const SchemaObject* object : expected) {
    const auto same = std::find_if(found.begin(), found.end(),
                                   [&](const SchemaObject* other) { return other->definition == object->definition; });
    if (same == found.end()) {
      missing.push_back(object);
    } else {
      found.erase(same);
    }
  }
  const size_t count = std::max(missing.size(), found.size());
  for (size_t i = 0; i < count; ++i) {
    const SchemaObject& any = i < missing.size() ? *missing[i] : *found[i];
    differences.push_back({any.kind, any.name,
                           i < missing.size() ? std::optional(missing[i]->definition) : std::nullopt,
                           i < found.size() ? std::optional(found[i]->definition) : std::nullopt});
  }
}

}  // namespace

std::string SchemaDifference::Text() const {
  const std::string what = kind + " " + name;
  if (!expected) return what + ": not expected" + (found->empty() ? "" : ", is " + *found);
  if (!found) return what + ": missing" + (expected->empty() ? "" : ", should be " + *expected);
  return what + ": " + *expected + " expected, " + *found + " found";
}

std::string SearchPathOf(driver::Connection& connection) {
  if (connection.backend() == driver::Backend::kSqlite) return "";
  return connection.Execute("SHOW search_path").Scalar().ToString();
}

Snapshot TakeSnapshot(driver::Connection& connection, const SnapshotOptions& options) {
  Snapshot snapshot = connection.backend() == driver::Backend::kSqlite ? sqlite::TakeSnapshot(connection, options)
                                                                       : postgresql::TakeSnapshot(connection, options);
  std::sort(snapshot.begin(), snapshot.end(), [](const SchemaObject& one, const SchemaObject& two) {
    return std::tie(one.kind, one.name, one.definition) < std::tie(two.kind, two.name, two.definition);
  });
  return snapshot;
}

std::vector<SchemaDifference> CompareSnapshots(const Snapshot& expected, const Snapshot& found) {
  std::set<std::string> schemas = {""};
  for (const SchemaObject& object : expected) schemas.insert(object.schema);
  std::map<Key, std::pair<std::vector<const SchemaObject*>, std::vector<const SchemaObject*>>> pairs;
  for (const auto& [key, object] : ByName(expected)) pairs[key].first.push_back(object);
  for (const auto& [key, object] : ByName(found)) {
    if (schemas.count(object->schema) > 0) pairs[key].second.push_back(object);
  }
  std::vector<SchemaDifference> differences;
  for (const auto& [key, pair] : pairs) Match(pair.first, pair.second, differences);
  const std::set<std::string> tables = TablesOfOne(differences);
  std::erase_if(differences, [&](const SchemaDifference& difference) { return IsPartOf(tables, difference); });
  return differences;
}

}  // namespace limbeck::inspect
