#pragma once

#include <string>
#include <vector>

#include "cli/argument_parser.h"

namespace limbeck::cli {

/// What a shell needs to complete a program's command lines. Revisions are asked of the program itself:
/// `limbeck completion revisions` prints the symbols of the project in the current folder.
struct CompletionRequest {
  const std::string& program;
  const std::vector<Option>& global_options;
  const std::vector<CommandSpec>& commands;
};

std::string BashCompletion(const CompletionRequest& request);
std::string ZshCompletion(const CompletionRequest& request);
std::string FishCompletion(const CompletionRequest& request);

}  // namespace limbeck::cli
