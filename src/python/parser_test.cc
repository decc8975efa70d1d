#include "python/parser.h"

#include <gtest/gtest.h>

#include <memory>

#include "python/ast_printer.h"

namespace limbeck::python {
namespace {

ast::ModulePtr Parse(std::string text) {
  return ParseModule(std::make_shared<SourceFile>("test.py", std::move(text)));
}

TEST(Parser, PrintsWhatItRead) {
  EXPECT_EQ(PrintModule(*Parse("x=1\nif x : y( 2 )\n")), "x = 1\nif x:\n    y(2)\n");
}

}  // namespace
}  // namespace limbeck::python
