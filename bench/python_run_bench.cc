// Running Python: the programs of bench/python, and the start of an interpreter with the modules that most scripts and
// env.py files import. `bench/python_side_by_side` runs the same programs under CPython.

#include <benchmark/benchmark.h>

#include <cstdio>

#include "base/files.h"
#include "python/interpreter.h"

namespace {

using limbeck::python::Interpreter;
using limbeck::python::InterpreterHost;

/// A machine's files and clock, and output that nobody reads.
struct Outside {
  std::unique_ptr<limbeck::FileSystem> files = limbeck::MakeRealFileSystem();
  limbeck::FakeClock clock;
  limbeck::FakeEnvironment environment;
  limbeck::LogTree log{clock, [](limbeck::LogHandler::Target, const std::string&, std::string_view) {}};

  InterpreterHost Host() {
    InterpreterHost host;
    host.files = files.get();
    host.clock = &clock;
    host.environment = &environment;
    host.log = &log;
    host.write = [](bool, std::string_view text) { benchmark::DoNotOptimize(text.size()); };
    return host;
  }
};

void RunProgram(benchmark::State& state, const std::string& path) {
  Outside outside;
  for (auto _ : state) {
    Interpreter interpreter(outside.Host(), {});
    interpreter.RunFile(path, "__main__");
  }
}

void StartWithModules(benchmark::State& state) {
  Outside outside;
  const std::string text = "import os, re, json, datetime, uuid, typing\n";
  for (auto _ : state) {
    Interpreter interpreter(outside.Host(), {});
    interpreter.RunSource("start.py", text, "__main__");
  }
}

void StartAlone(benchmark::State& state) {
  Outside outside;
  for (auto _ : state) {
    const Interpreter interpreter(outside.Host(), {});
    benchmark::DoNotOptimize(&interpreter);
  }
}

BENCHMARK(StartAlone)->Unit(benchmark::kMicrosecond);
BENCHMARK(StartWithModules)->Unit(benchmark::kMicrosecond);

[[maybe_unused]] const bool kRegistered = [] {
  const std::string folder = LIMBECK_BENCH_PROGRAMS;
  for (const limbeck::DirectoryEntry& entry : limbeck::MakeRealFileSystem()->ListDirectory(folder)) {
    const std::string path = limbeck::JoinPath(folder, entry.name);
    benchmark::RegisterBenchmark(limbeck::StemOf(path).c_str(), [path](benchmark::State& state) {
      RunProgram(state, path);
    })->Unit(benchmark::kMillisecond);
  }
  return true;
}();

}  // namespace
