#pragma once

#include <string>
#include <vector>

namespace limbeck::project {

/// What a command tells a person while it works: "Creating directory /x ...  done". The command line prints it.
class StatusSink {
 public:
  virtual ~StatusSink() = default;
  /// "Creating directory /x"
  virtual void Begin(const std::string& what) = 0;
  virtual void End(bool is_done) = 0;
  /// A line of its own.
  virtual void Say(const std::string& text) = 0;
};

/// A piece of work that is told: it has failed unless Done() was called before its end.
class Status {
 public:
  Status(StatusSink& sink, const std::string& what) : sink_(sink) { sink_.Begin(what); }
  ~Status() { sink_.End(is_done_); }
  Status(const Status&) = delete;
  Status& operator=(const Status&) = delete;

  void Done() { is_done_ = true; }

 private:
  StatusSink& sink_;
  bool is_done_ = false;
};

/// Keeps the lines as they would be printed.
class StatusRecorder : public StatusSink {
 public:
  void Begin(const std::string& what) override { lines_.push_back(what + " ..."); }
  void End(bool is_done) override { lines_.back() += is_done ? "  done" : "  FAILED"; }
  void Say(const std::string& text) override { lines_.push_back(text); }

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

}  // namespace limbeck::project
