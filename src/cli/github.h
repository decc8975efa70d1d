#pragma once

#include <string>

// Annotations: workflow commands that GitHub shows beside the lines they are about.

namespace limbeck::cli {

struct Annotation {
  /// "error", "warning" or "notice".
  const char* level = "error";
  /// From the repository's root; empty where there is none. 0 for no line.
  std::string file;
  int line = 0;
  std::string title;
  std::string message;
};

/// A line of output.
std::string ToWorkflowCommand(const Annotation& annotation);

}  // namespace limbeck::cli
