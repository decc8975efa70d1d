#pragma once

#include <string>
#include <vector>

namespace limbeck::cli {

/// The operations in the body of an upgrade() or downgrade(): without the blanks that they have there, and without
/// Alembic's comments around them.
std::vector<std::string> OperationLines(const std::string& body);

}  // namespace limbeck::cli
