#include "fleet/known_schemas.h"

#include <set>

namespace limbeck::fleet {
namespace {

/// Extensions belong to a whole database: where each tenant is a schema of it, another one may have brought them.
void LeaveOutShared(const Target& target, inspect::Snapshot& schema) {
  if (target.kind != Target::Kind::kSchema) return;
  std::erase_if(schema, [](const inspect::SchemaObject& object) { return object.kind == "extension"; });
}

std::vector<std::string> SchemasBeside(const std::vector<assure::KnownSchema>& known) {
  std::set<std::string> names;
  for (const assure::KnownSchema& one : known) {
    for (const inspect::SchemaObject& object : one.schema) names.insert(object.schema);
  }
  names.erase("");
  return {names.begin(), names.end()};
}

}  // namespace

const std::vector<assure::KnownSchema>& KnownSchemas::For(const Target& target, driver::Backend backend) {
  const std::lock_guard lock(mutex_);
  Replayed& replayed = replayed_[{backend, target.kind}];
  if (!replayed.schemas.empty()) return replayed.schemas;
  assure::ScratchOptions options = options_;
  // Not what env.py asks for, but what the database is: a file may stand in for a server.
  if (target.kind == Target::Kind::kFile) options.instead = driver::Url::Parse("sqlite:///fleet.db");
  if (target.kind == Target::Kind::kUrl) options.instead = driver::Url::Parse(target.name);
  replayed.replay = std::make_unique<assure::Replay>(project_, entropy_, request_, std::move(options));
  replayed.schemas = assure::ReplaySchemas(*replayed.replay);
  for (assure::KnownSchema& known : replayed.schemas) LeaveOutShared(target, known.schema);
  return replayed.schemas;
}

inspect::Snapshot KnownSchemas::LiveSchema(const Target& target, driver::Connection& connection,
                                           inspect::SnapshotOptions options) {
  // The target's own schema first: of a database with many, all of them take long to read, and a new target holds
  // nothing that would have to be compared.
  options.beside = std::vector<std::string>();
  inspect::Snapshot live = inspect::TakeSnapshot(connection, options);
  LeaveOutShared(target, live);
  if (live.empty()) return live;
  options.beside = SchemasBeside(For(target, connection.backend()));
  if (options.beside->empty()) return live;
  live = inspect::TakeSnapshot(connection, options);
  LeaveOutShared(target, live);
  return live;
}

}  // namespace limbeck::fleet
