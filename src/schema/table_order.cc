#include "schema/table_order.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace limbeck::schema {
namespace {

using Key = std::pair<std::string, std::string>;

Key KeyOf(const std::optional<sql::Name>& schema, const sql::Name& name) {
  return {schema ? schema->text : "", name.text};
}

/// By position: what the table refers to.
using Edges = std::vector<std::set<size_t>>;

void AddEdge(const ForeignKey& key, const std::map<Key, size_t>& places, size_t from, std::set<size_t>& edges) {
  if (key.use_alter) return;
  const auto found = places.find(KeyOf(key.referent_schema, key.referent_table));
  if (found != places.end() && found->second != from) edges.insert(found->second);
}

Edges FindEdges(const std::vector<Table>& tables) {
  std::map<Key, size_t> places;
  for (size_t i = 0; i < tables.size(); ++i) places.emplace(KeyOf(tables[i].schema, tables[i].name), i);
  Edges edges(tables.size());
  for (size_t i = 0; i < tables.size(); ++i) {
    for (const Constraint& constraint : tables[i].constraints) {
      if (const auto* key = std::get_if<ForeignKey>(&constraint)) AddEdge(*key, places, i, edges[i]);
    }
    for (const Column& column : tables[i].columns) {
      for (const ForeignKey& key : column.foreign_keys) AddEdge(key, places, i, edges[i]);
    }
  }
  return edges;
}

/// Level by level: all whose referents are done. What is left over is part of a cycle, or refers to one.
std::vector<size_t> SortLevels(const Edges& edges, std::set<size_t>& left) {
  std::vector<size_t> order;
  for (size_t i = 0; i < edges.size(); ++i) left.insert(i);
  for (;;) {
    std::vector<size_t> level;
    for (const size_t table : left) {
      bool ready = true;
      for (const size_t referent : edges[table]) ready = ready && !left.contains(referent);
      if (ready) level.push_back(table);
    }
    if (level.empty()) return order;
    for (const size_t table : level) left.erase(table);
    order.insert(order.end(), level.begin(), level.end());
  }
}

/// Whether a way leads from the table back to it.
bool IsInCycle(const Edges& edges, size_t table) {
  std::set<size_t> seen;
  std::vector<size_t> open(edges[table].begin(), edges[table].end());
  while (!open.empty()) {
    const size_t next = open.back();
    open.pop_back();
    if (next == table) return true;
    if (seen.insert(next).second) open.insert(open.end(), edges[next].begin(), edges[next].end());
  }
  return false;
}

}  // namespace

TableOrder SortTables(const std::vector<Table>& tables) {
  TableOrder result;
  result.keys_are_late.resize(tables.size());
  Edges edges = FindEdges(tables);
  std::set<size_t> left;
  result.order = SortLevels(edges, left);
  if (left.empty()) return result;
  for (const size_t table : left) result.keys_are_late[table] = IsInCycle(edges, table);
  for (const size_t table : left) {
    if (result.keys_are_late[table]) edges[table].clear();
  }
  left.clear();
  result.order = SortLevels(edges, left);
  return result;
}

}  // namespace limbeck::schema
