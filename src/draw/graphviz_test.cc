#include "draw/graphviz.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include "draw/dot.h"
#include "draw/helpers_test.h"
#include "limbeck/error.h"

namespace limbeck::draw {
namespace {

/// Not under the address sanitizer: Graphviz's text plug-in compares a font's name after it was freed, and its fonts
/// are never given back.
bool MayDraw() {
#ifdef __SANITIZE_ADDRESS__
  return false;
#else
  return dlopen("libgvc.so.6", RTLD_LAZY) != nullptr;
#endif
}

TEST(Graphviz, DrawsSvgAndPng) {
  if (!MayDraw()) GTEST_SKIP() << "no Graphviz that may be used here";
  const std::string dot = ToDot(MakeShop());
  const std::string svg = RenderDot(dot, "svg");
  EXPECT_NE(svg.find("<svg"), std::string::npos);
  EXPECT_NE(svg.find(">customers</text>"), std::string::npos);
  EXPECT_EQ(RenderDot(dot, "png").substr(1, 3), "PNG");
}

TEST(Graphviz, SaysWhatItCannotDraw) {
  if (!MayDraw()) GTEST_SKIP() << "no Graphviz that may be used here";
  EXPECT_THROW(RenderDot("digraph {}", "no_such_format"), Error);
}

}  // namespace
}  // namespace limbeck::draw
