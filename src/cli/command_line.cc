#include "cli/command_line.h"

#include "cli/commands.h"

namespace limbeck::cli {
namespace {

using pymodules::CommandOption;

/// Argparse's default where that is not None.
CommandOption DefaultOf(const std::string& name) {
  if (name == "name") return std::string("alembic");
  if (name == "template") return std::string("generic");
  return std::monostate();
}

CommandOption ValueOf(const Option& option, const ParsedArguments& arguments) {
  const std::string name = option.Destination();
  if (option.kind == OptionKind::kFlag) return arguments.Has(name);
  if (!arguments.Has(name)) return DefaultOf(name);
  if (option.kind == OptionKind::kAppend) return arguments.All(name);
  return arguments.Get(name);
}

CommandOption ValueOf(const Positional& positional, const ParsedArguments& arguments) {
  const bool many = positional.count == Count::kOneOrMore || positional.count == Count::kZeroOrMore;
  if (many) return arguments.All(positional.name);
  if (!arguments.Has(positional.name)) return std::monostate();
  return arguments.Get(positional.name);
}

}  // namespace

pymodules::CommandLine DescribeCommandLine(const CommandSpec& command, const ParsedArguments& arguments) {
  pymodules::CommandLine line{.command = command.name, .options = {}};
  const auto add = [&](const std::vector<Option>& options) {
    for (const Option& option : options) {
      if (option.is_ours || option.Destination() == "version") continue;
      line.options.emplace_back(option.Destination(), ValueOf(option, arguments));
    }
  };
  add(GlobalOptions());
  add(command.options);
  for (const Positional& positional : command.positionals) {
    line.options.emplace_back(positional.name, ValueOf(positional, arguments));
  }
  return line;
}

}  // namespace limbeck::cli
