// Starting the language: an interpreter that has run nothing, and one that has imported what most scripts import. The
// promise is one millisecond for the second.

#include <benchmark/benchmark.h>

#include "python/script_host_for_tests.h"

namespace limbeck::python {
namespace {

void Start(benchmark::State& state, const char* script) {
  ScriptHostForTests host;
  for (auto _ : state) {
    Interpreter interpreter(host.host(), {});
    benchmark::DoNotOptimize(interpreter.RunSource("a.py", script, "a"));
  }
}

void StartEmpty(benchmark::State& state) {
  Start(state, "");
}
void StartWithImports(benchmark::State& state) {
  Start(state, "import os, re, json, datetime, uuid, typing\n");
}
void StartWithTyping(benchmark::State& state) {
  Start(state, "import typing\n");
}
void StartWithOs(benchmark::State& state) {
  Start(state, "import os\n");
}

BENCHMARK(StartEmpty)->Unit(benchmark::kMicrosecond);
BENCHMARK(StartWithImports)->Unit(benchmark::kMicrosecond);
BENCHMARK(StartWithTyping)->Unit(benchmark::kMicrosecond);
BENCHMARK(StartWithOs)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace limbeck::python
