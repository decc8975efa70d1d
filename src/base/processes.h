#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace limbeck {

/// A program to start: words[0] is looked up on the PATH.
struct ProcessRequest {
  std::vector<std::string> words;
  std::string folder = {};  ///< where it runs; empty: here
  bool quiet = false;       ///< its output is thrown away
  /// What its environment has beside ours.
  std::map<std::string, std::string> environment = {};
  bool operator==(const ProcessRequest&) const = default;
};

/// Starting of other programs (editor, post-write hooks, pg_dump), behind a seam.
class Processes {
 public:
  virtual ~Processes() = default;

  /// Runs the program with our own streams and waits. Its exit status, 128 + N when signal N ended it.
  /// Throws Error (kCommand) when it cannot be started, in the words of Python's OSError.
  virtual int Run(const ProcessRequest& request) = 0;
};

std::unique_ptr<Processes> MakeRealProcesses();

/// Starts nothing and keeps what was asked for.
class FakeProcesses : public Processes {
 public:
  int Run(const ProcessRequest& request) override {
    requests_.push_back(request);
    return status_;
  }
  void set_status(int status) { status_ = status; }
  const std::vector<ProcessRequest>& requests() const { return requests_; }

 private:
  std::vector<ProcessRequest> requests_;
  int status_ = 0;
};

/// Words of a command line as a POSIX shell splits them (Python's shlex.split). Throws Error (kConfig) with shlex's
/// words for a quotation or an escape without end.
std::vector<std::string> SplitShellWords(const std::string& text);

}  // namespace limbeck
