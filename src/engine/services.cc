#include "engine/services.h"

#include <string>

namespace limbeck::engine {

void PrintWarning(const Services& services, std::string_view category, std::string_view text) {
  services.print_error(std::string(category).append(": ").append(text).append("\n"));
}

}  // namespace limbeck::engine
