#include "cli/program.h"

int main(int argc, char** argv) {
  const auto files = limbeck::MakeRealFileSystem();
  const auto clock = limbeck::MakeRealClock();
  const auto environment = limbeck::MakeRealEnvironment();
  const auto connector = limbeck::driver::MakeConnector();
  const auto processes = limbeck::MakeRealProcesses();
  const auto entropy = limbeck::MakeRealEntropy();
  limbeck::cli::RealTerminal terminal(*environment);
  limbeck::cli::ProgramHost host{*files, *clock, *environment, *connector, *processes, *entropy, terminal};
  return limbeck::cli::RunProgram({argv, argv + argc}, host);
}
