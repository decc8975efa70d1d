// main() of a fuzz target outside a fuzzer: gives it every file of a folder and then, for some seconds, what chance
// makes of them. An input that breaks it is left in the file "<program>.broken".
//
//   lexer_fuzz FOLDER [SECONDS]

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "mutator.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
/// There with sanitizers only.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

constexpr unsigned kSecondsForOne = 20;

/// What a dying process can still reach.
std::string broken_file;
const std::string* current = nullptr;

void KeepInput() {
  if (current == nullptr) return;
  std::ofstream(broken_file, std::ios::binary) << *current;
  std::fprintf(stderr, "the input is in %s\n", broken_file.c_str());
}

void Die(int) {
  KeepInput();
  _exit(1);
}

void KeepInputOfDeath(const std::string& program) {
  broken_file = program + ".broken";
  std::signal(SIGALRM, Die);
  std::signal(SIGABRT, Die);
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(KeepInput);
}

void Give(const std::string& input) {
  current = &input;
  alarm(kSecondsForOne);
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
  current = nullptr;
}

std::vector<std::string> Replay(const std::filesystem::path& folder) {
  std::vector<std::string> inputs;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    std::printf("%s\n", entry.path().c_str());
    std::fflush(stdout);  // so that the last line names the input that breaks the program
    Give(inputs.back());
  }
  return inputs;
}

void TryChance(std::vector<std::string> inputs, std::chrono::seconds time) {
  Mutator mutator(std::move(inputs), std::random_device()());
  const auto end = std::chrono::steady_clock::now() + time;
  size_t count = 0;
  for (; std::chrono::steady_clock::now() < end; ++count) Give(mutator.Next());
  std::printf("%zu inputs of chance\n", count);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  KeepInputOfDeath(arguments[0]);
  std::vector<std::string> inputs = Replay(arguments[1]);
  if (inputs.empty()) return 1;
  if (count > 2) TryChance(std::move(inputs), std::chrono::seconds(std::atoi(arguments[2])));
  return 0;
}
