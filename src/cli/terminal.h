#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/environment.h"

namespace limbeck::cli {

/// The two streams of the program and what stands behind them. The only place of Limbeck that writes to them.
class Terminal {
 public:
  virtual ~Terminal() = default;

  virtual void Out(std::string_view text) = 0;
  virtual void Err(std::string_view text) = 0;
  /// What a person types, without the line end; nullopt at the end of the input.
  virtual std::optional<std::string> ReadLine() = 0;

  /// Width to wrap to: COLUMNS, else the terminal's, else 80.
  virtual int columns() const = 0;
  virtual bool out_is_terminal() const = 0;
  virtual bool err_is_terminal() const = 0;
  /// Alembic indents and wraps its messages when its standard input is a terminal.
  virtual bool in_is_terminal() const = 0;
  /// Colour on standard output: only on a terminal, and never with NO_COLOR.
  virtual bool colour() const = 0;
};

/// The process's own streams. Borrows the environment.
class RealTerminal : public Terminal {
 public:
  explicit RealTerminal(Environment& environment);
  ~RealTerminal() override;
  RealTerminal(const RealTerminal&) = delete;
  RealTerminal& operator=(const RealTerminal&) = delete;

  void Out(std::string_view text) override;
  void Err(std::string_view text) override;
  std::optional<std::string> ReadLine() override;
  int columns() const override { return columns_; }
  bool out_is_terminal() const override { return out_is_terminal_; }
  bool err_is_terminal() const override { return err_is_terminal_; }
  bool in_is_terminal() const override { return in_is_terminal_; }
  bool colour() const override { return colour_; }

 private:
  int columns_;
  bool out_is_terminal_;
  bool err_is_terminal_;
  bool in_is_terminal_;
  bool colour_;
};

/// Keeps what is written, for tests.
class FakeTerminal : public Terminal {
 public:
  void Out(std::string_view text) override { out_.append(text); }
  void Err(std::string_view text) override { err_.append(text); }
  std::optional<std::string> ReadLine() override {
    if (answers_.empty()) return std::nullopt;
    std::string answer = answers_.front();
    answers_.erase(answers_.begin());
    return answer;
  }
  int columns() const override { return 80; }
  bool out_is_terminal() const override { return is_terminal_; }
  bool err_is_terminal() const override { return is_terminal_; }
  bool in_is_terminal() const override { return is_terminal_; }
  bool colour() const override { return false; }

  void set_is_terminal(bool is_terminal) { is_terminal_ = is_terminal; }
  void set_answers(std::vector<std::string> answers) { answers_ = std::move(answers); }
  const std::string& out() const { return out_; }
  const std::string& err() const { return err_; }

 private:
  std::string out_;
  std::string err_;
  std::vector<std::string> answers_;
  bool is_terminal_ = false;
};

/// A message as Alembic's util.msg() prints it: bare in scripts, indented and wrapped for a person.
std::string FormatMessage(std::string_view message, const Terminal& terminal);

}  // namespace limbeck::cli
