#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/services.h"
#include "python/interpreter.h"

namespace limbeck::engine {

/// Gives databases that are not there: what runs on them is a rehearsal, where what an application wants of the machine
/// may not be there either.
class RehearsalConnector : public driver::Connector {};

/// An interpreter with all modules that scripts may import. Borrows the services.
std::unique_ptr<python::Interpreter> MakeInterpreter(const Services& services,
                                                     const std::vector<std::string>& search_path);

}  // namespace limbeck::engine
