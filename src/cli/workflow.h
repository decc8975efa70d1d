#pragma once

#include <string>

namespace limbeck::cli {

/// GitHub's workflow for a project: every revision tried, the last one looked at, the SQL to come as an artefact, and
/// the models compared. With `has_server` it brings a PostgreSQL server.
std::string GithubWorkflow(bool has_server);

}  // namespace limbeck::cli
