#include "python/arena.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace limbeck::python {
namespace {

TEST(Arena, AlignsAndKeeps) {
  Arena arena;
  char* const one = arena.New<char>('a');
  double* const two = arena.New<double>(1.5);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(two) % alignof(double), 0U);
  const std::string_view text = arena.Copy("text");
  const int* const many = arena.NewArray<int>(100000);
  EXPECT_EQ(many[99999], 0);
  EXPECT_EQ(*one, 'a');
  EXPECT_EQ(*two, 1.5);
  EXPECT_EQ(text, "text");
  EXPECT_GE(arena.size(), 400000U);
}

TEST(Arena, ChildrenOfConstNodesAreConst) {
  struct Node {
    Child<int> child;
    Sequence<int> sequence;
  };
  using ConstChild = decltype(*std::declval<const Node&>().child);
  using ConstElement = decltype(std::declval<const Node&>().sequence[0]);
  static_assert(std::is_same_v<ConstChild, const int&>);
  static_assert(std::is_same_v<ConstElement, const int&>);
  static_assert(std::is_same_v<decltype(*std::declval<Node&>().child), int&>);
}

}  // namespace
}  // namespace limbeck::python
