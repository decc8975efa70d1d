#pragma once

#include <string>
#include <vector>

#include "assure/verify.h"
#include "cli/json_report.h"

// What `verify` found, for people and for the programs that CI has.

namespace limbeck::cli {

/// A line for each check that did not pass (`all`: for each), and what there is more to say of it.
std::string VerifyText(const std::vector<assure::Check>& checks, bool all);
/// The members "checks", "passed", "failed", "skipped".
void ReportChecks(const std::vector<assure::Check>& checks, JsonReport& report);
/// JUnit's XML.
std::string VerifyJunit(const std::vector<assure::Check>& checks);
/// GitHub's workflow commands: an annotation for each failure.
std::string VerifyAnnotations(const std::vector<assure::Check>& checks);

/// How many there are of an outcome.
size_t CountChecks(const std::vector<assure::Check>& checks, assure::Check::Outcome outcome);

}  // namespace limbeck::cli
