#include "draw/graphviz.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include "draw/dot.h"
#include "draw/helpers_test.h"
#include "limbeck/error.h"

// Graphviz's text plug-in compares the last font's name after it was freed. The sanitizer shall judge our code, not that.
extern "C" const char* __asan_default_options() {  // NOLINT: the sanitizer's name
  return "replace_str=0";
}

namespace limbeck::draw {
namespace {

bool IsInstalled() {
  return dlopen("libgvc.so.6", RTLD_LAZY) != nullptr;
}

TEST(Graphviz, DrawsSvgAndPng) {
  if (!IsInstalled()) GTEST_SKIP() << "Graphviz is not installed";
  const std::string dot = ToDot(MakeShop());
  const std::string svg = RenderDot(dot, "svg");
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find(">customers</text>"), std::string::npos);
  EXPECT_EQ(RenderDot(dot, "png").substr(1, 3), "PNG");
}

TEST(Graphviz, SaysWhatItCannotDraw) {
  if (!IsInstalled()) GTEST_SKIP() << "Graphviz is not installed";
  EXPECT_THROW(RenderDot("digraph {}", "no_such_format"), Error);
}

}  // namespace
}  // namespace limbeck::draw
