#include "fleet/known_schemas.h"

namespace limbeck::fleet {

const std::vector<assure::KnownSchema>& KnownSchemas::For(const Target& target, driver::Backend backend) {
  const std::lock_guard lock(mutex_);
  Replayed& replayed = replayed_[backend];
  if (!replayed.schemas.empty()) return replayed.schemas;
  assure::ScratchOptions options = options_;
  // Not what env.py asks for, but what the database is: a file may stand in for a server.
  if (target.kind == Target::Kind::kFile) options.instead = driver::Url::Parse("sqlite:///fleet.db");
  if (target.kind == Target::Kind::kUrl) options.instead = driver::Url::Parse(target.name);
  replayed.replay = std::make_unique<assure::Replay>(project_, entropy_, request_, std::move(options));
  replayed.schemas = assure::ReplaySchemas(*replayed.replay);
  return replayed.schemas;
}

}  // namespace limbeck::fleet
