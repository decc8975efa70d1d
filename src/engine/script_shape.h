#pragma once

#include <string>

#include "base/source.h"

namespace limbeck::engine {

/// Whether a function of a script has a `raise` on that line that is a step of its own, under no condition: whatever
/// the database holds, the function ends there. Throws what is wrong with the text.
bool RaisesAlways(const SourcePtr& script, const std::string& function, int line);

}  // namespace limbeck::engine
