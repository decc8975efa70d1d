#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dialect/dialect.h"
#include "pymodules/script_run.h"
#include "python/script_host_for_tests.h"

namespace limbeck::pymodules {

/// What a script did to a database that is not there, as `--sql` would print it.
struct ScriptOutcome {
  std::vector<std::string> statements;
  std::vector<std::string> warnings;
  std::string error_class;
  std::string error;
};

struct OfflineScriptOptions {
  std::string dialect = "postgresql";
  dialect::ParameterStyle parameter_style = dialect::ParameterStyle::kNamed;
  bool literal_binds = false;
  std::optional<schema::NamingConvention> naming_convention;
};

/// Runs the text as the body of a revision: what it asks of `op` is rendered for the dialect.
ScriptOutcome RunOfflineScript(const std::string& source, const OfflineScriptOptions& options);

}  // namespace limbeck::pymodules
