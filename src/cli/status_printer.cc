#include "cli/status_printer.h"

namespace limbeck::cli {

void StatusPrinter::Begin(const std::string& what) {
  if (context_.report != nullptr) return context_.Message(what);
  if (context_.quiet) return;
  std::string text = FormatMessage(what + " ...", context_.terminal);
  text.pop_back();
  context_.terminal.Out(text);
}

void StatusPrinter::End(bool is_done) {
  if (!context_.quiet && context_.report == nullptr) context_.terminal.Out(is_done ? "  done\n" : "  FAILED\n");
}

}  // namespace limbeck::cli
