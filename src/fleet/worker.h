#pragma once

#include <string>

#include "base/log.h"
#include "fleet/fleet.h"
#include "fleet/known_schemas.h"

namespace limbeck::fleet {

/// Works on one database after the other, with a project of its own. One thread.
class Worker {
 public:
  /// Borrows all of it; `project` is only copied from.
  Worker(engine::Project& project, const FleetRequest& request, KnownSchemas& known);

  /// Never throws an Error: it is part of the result.
  TargetResult Work(const Target& target);

 private:
  void Run(const Target& target, TargetResult& result);
  std::vector<graph::Step> Plan(const Target& target, const std::vector<std::string>& rows,
                                engine::MigrationContext& context, TargetResult& result);
  std::vector<graph::Step> StepsFrom(const std::vector<std::string>& rows);
  std::vector<graph::Step> AdoptionSteps(const Target& target, engine::MigrationContext& context, TargetResult& result);

  const FleetRequest& request_;
  KnownSchemas& known_;
  LogTree silent_;
  TargetConnector connector_;
  project::Config config_;
  engine::Project project_;
};

}  // namespace limbeck::fleet
