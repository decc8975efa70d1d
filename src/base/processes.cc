#include "base/processes.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "limbeck/error.h"

extern char** environ;  // NOLINT(readability-identifier-naming): POSIX names it

namespace limbeck {
namespace {

Error CannotStart(int reason, const std::string& what) {
  return {ErrorKind::kCommand,
          "[Errno " + std::to_string(reason) + "] " + std::strerror(reason) + ": " + PythonRepr(what)};
}

/// What the new process does between its start and the program: posix_spawn's file actions, freed at the end.
class FileActions {
 public:
  explicit FileActions(const ProcessRequest& request) {
    ::posix_spawn_file_actions_init(&actions_);
    if (!request.folder.empty()) ::posix_spawn_file_actions_addchdir_np(&actions_, request.folder.c_str());
    if (!request.quiet) return;
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

class RealProcesses : public Processes {
 public:
  int Run(const ProcessRequest& request) override {
    std::vector<char*> words;
    for (const std::string& word : request.words) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    std::vector<std::string> added;
    for (const auto& [name, value] : request.environment) added.push_back(name + "=" + value);
    std::vector<char*> variables;
    for (std::string& variable : added) variables.push_back(variable.data());
    // Of a name that comes twice the first one counts.
    for (char** variable = environ; *variable != nullptr; ++variable) variables.push_back(*variable);
    variables.push_back(nullptr);
    const FileActions actions(request);
    pid_t child = 0;
    const int reason = ::posix_spawnp(&child, words[0], actions.get(), nullptr, words.data(), variables.data());
    if (reason != 0) throw CannotStart(reason, request.words[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
      if (errno != EINTR) throw CannotStart(errno, request.words[0]);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
};

}  // namespace

std::unique_ptr<Processes> MakeRealProcesses() {
  return std::make_unique<RealProcesses>();
}

std::vector<std::string> SplitShellWords(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  bool started = false;
  char quote = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool escapes = c == '\\' && quote != '\'';
    if (escapes && i + 1 == text.size()) throw Error(ErrorKind::kConfig, "No escaped character");
    const bool literal_backslash = escapes && quote == '"' && text[i + 1] != '"' && text[i + 1] != '\\';
    if (escapes && !literal_backslash) {
      word += text[++i];
      started = true;
    } else if (quote != 0 ? c == quote : c == '"' || c == '\'') {
      quote = quote != 0 ? 0 : c;
      started = true;
    } else if (quote == 0 && std::strchr(" \t\r\n", c) != nullptr) {
      if (started) words.push_back(std::move(word));
      word.clear();
      started = false;
    } else {
      word += c;
      started = true;
    }
  }
  if (quote != 0) throw Error(ErrorKind::kConfig, "No closing quotation");
  if (started) words.push_back(std::move(word));
  return words;
}

}  // namespace limbeck
