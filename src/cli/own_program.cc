#include "cli/program.h"
#include "library/embedded_files.h"
#include "library/model_tables.h"
#include "limbeck/command_line.h"

namespace limbeck {

int RunCommandLine(int argc, const char* const* argv, const Migrations& migrations, const Models* models) {
  const auto real_files = MakeRealFileSystem();
  library::EmbeddedFiles files(*real_files, migrations.files);
  const auto clock = MakeRealClock();
  const auto environment = MakeRealEnvironment();
  const auto connector = driver::MakeConnector();
  const auto processes = MakeRealProcesses();
  const auto entropy = MakeRealEntropy();
  cli::RealTerminal terminal(*environment);
  cli::ProgramHost host{files, *clock, *environment, *connector, *processes, *entropy, terminal};
  host.migrations = &migrations;
  std::vector<schema::Table> tables;
  if (models != nullptr) {
    tables = library::ModelTables(*models);
    host.models = &tables;
  }
  return cli::RunProgram({argv, argv + argc}, host);
}

}  // namespace limbeck
