#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>

#include "python/ast_dump.h"
#include "python/ast_printer.h"
#include "python/parser.h"

/// What the tests of the parser share.
namespace limbeck::python {

inline ast::ModulePtr ParseText(std::string text) {
  return ParseModule(std::make_shared<SourceFile>("test.py", std::move(text)));
}

/// The dump without its last line end, or the error as "1:5 SyntaxError: message".
inline std::string DumpText(const std::string& text, DumpNames names = DumpNames::kPlain) {
  try {
    std::string dump = DumpModule(*ParseText(text), names);
    if (!dump.empty()) dump.pop_back();
    return dump;
  } catch (const Error& error) {
    return std::to_string(error.place().line) + ":" + std::to_string(error.place().column) + " " +
           error.exception_class() + ": " + error.message();
  }
}

struct ParseRow {
  const char* source;
  const char* tree;
};

/// Every source gives its tree; and so does what the tree is printed as, which is then printed the same.
inline void CheckTrees(std::initializer_list<ParseRow> rows) {
  for (const ParseRow& row : rows) {
    EXPECT_EQ(DumpText(row.source), row.tree) << row.source;
    const std::string printed = PrintModule(*ParseText(row.source));
    EXPECT_EQ(DumpText(printed), row.tree) << printed;
    EXPECT_EQ(PrintModule(*ParseText(printed)), printed);
  }
}

/// Every source gives its tree or error, as DumpText says.
inline void CheckTexts(std::initializer_list<ParseRow> rows, DumpNames names = DumpNames::kPlain) {
  for (const ParseRow& row : rows) EXPECT_EQ(DumpText(row.source, names), row.tree) << row.source;
}

}  // namespace limbeck::python
