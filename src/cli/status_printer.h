#pragma once

#include "cli/command.h"
#include "project/status.h"

namespace limbeck::cli {

/// "Generating /abs/x.py ...  done", as Alembic tells of its work.
class StatusPrinter : public project::StatusSink {
 public:
  explicit StatusPrinter(const CommandContext& context) : context_(context) {}

  void Begin(const std::string& what) override;
  void End(bool is_done) override;
  void Say(const std::string& text) override { context_.Message(text); }

 private:
  const CommandContext& context_;
};

}  // namespace limbeck::cli
