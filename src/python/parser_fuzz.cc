// No input breaks the parser; what it accepts prints as something that it reads as the same again.

#include "python/parser.h"

#include <cstdint>
#include <memory>
#include <string>

#include "limbeck/error.h"
#include "python/ast_dump.h"
#include "python/ast_printer.h"

namespace limbeck::python {
namespace {

ast::ModulePtr Parse(std::string text) {
  return ParseModule(std::make_shared<SourceFile>("fuzz.py", std::move(text)));
}

/// Printing may add parentheses, and so leave the limits that the source just kept.
bool IsLimit(const Error& error) {
  return error.exception_class() == "RecursionError" || error.message() == "too many nested parentheses" ||
         error.message() == "too many nested f-strings";
}

void CheckPrinting(const ast::Module& module) {
  const std::string printed = PrintModule(module);
  try {
    const ast::ModulePtr again = Parse(printed);
    if (PrintModule(*again) != printed || DumpModule(*again) != DumpModule(module)) __builtin_trap();
  } catch (const Error& error) {
    if (!IsLimit(error)) __builtin_trap();
  }
}

void ParseAndPrint(std::string text) {
  ast::ModulePtr module;
  try {
    module = Parse(std::move(text));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::kScript) __builtin_trap();
    return;
  }
  CheckPrinting(*module);
}

}  // namespace
}  // namespace limbeck::python

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  limbeck::python::ParseAndPrint(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
