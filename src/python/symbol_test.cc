#include "python/symbol.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace limbeck::python {
namespace {

TEST(Symbol, OneTextIsOneSymbol) {
  EXPECT_EQ(Symbol::Intern("upgrade"), Symbol::Intern(std::string("up") + "grade"));
  EXPECT_NE(Symbol::Intern("upgrade"), Symbol::Intern("downgrade"));
  EXPECT_EQ(Symbol::Intern("upgrade").text(), "upgrade");
  EXPECT_EQ(Symbol::Intern("upgrade").hash(), HashText("upgrade"));
}

TEST(Symbol, NoneIsNotTheEmptyText) {
  EXPECT_FALSE(Symbol());
  EXPECT_TRUE(Symbol::Intern(""));
}

TEST(Symbol, FindDoesNotIntern) {
  EXPECT_FALSE(Symbol::Find("never interned by anybody"));
  EXPECT_FALSE(Symbol::Find("never interned by anybody"));
}

TEST(Symbol, TablesGrow) {
  std::vector<Symbol> symbols;
  symbols.reserve(10000);
  for (int i = 0; i < 10000; ++i) symbols.push_back(Symbol::Intern("grow_" + std::to_string(i)));
  for (int i = 0; i < 10000; ++i) EXPECT_EQ(symbols[static_cast<size_t>(i)].text(), "grow_" + std::to_string(i));
  EXPECT_EQ(Symbol::Intern("grow_77"), symbols[77]);
}

TEST(Symbol, ThreadsAgree) {
  std::vector<std::vector<Symbol>> found(4);
  std::vector<std::thread> threads;
  threads.reserve(found.size());
  for (auto& mine : found) {
    threads.emplace_back([&mine] {
      for (int i = 0; i < 2000; ++i) mine.push_back(Symbol::Intern("thread_" + std::to_string(i)));
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& other : found) EXPECT_TRUE(other == found[0]);
}

TEST(HashText, EveryByteCounts) {
  EXPECT_NE(HashText(""), HashText(std::string_view("\0", 1)));
  EXPECT_NE(HashText("12345678"), HashText("1234567"));
  EXPECT_NE(HashText("abcdefgh1"), HashText("abcdefgh2"));
}

}  // namespace
}  // namespace limbeck::python
