#include "limbeck/command_line.h"

int main(int argc, char** argv) {
  return limbeck::RunCommandLine(argc, argv);
}
