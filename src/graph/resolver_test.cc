#include "graph/resolver.h"

#include <gtest/gtest.h>

#include "graph/sample_graphs.h"

namespace limbeck::graph {
namespace {

template <typename Act>
Error ErrorOf(Act act) {
  try {
    act();
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorKind::kInternal, "nothing was thrown");
}

TEST(Resolver, SuggestsWhatWasMeant) {
  const RevisionMap map(Revisions("ae1027a6acf0 1975ea83b712<ae1027a6acf0@users"));
  const struct {
    std::string symbol;
    std::string message;
    std::string hint;
  } rows[] = {
      {"1975ae83b712", "Can't locate revision identified by '1975ae83b712'", "did you mean '1975ea83b712'?"},
      {"uesrs@head", "Can't locate revision identified by 'uesrs'", "did you mean 'users'?"},
      {"zzzzzzzzz", "Can't locate revision identified by 'zzzzzzzzz'", ""},
  };
  for (const auto& row : rows) {
    const Error error = ErrorOf([&] { Resolver(map).GetRevisions(row.symbol); });
    EXPECT_EQ(error.message(), row.message);
    EXPECT_EQ(error.hint(), row.hint);
  }
}

TEST(Resolver, KnowsTheOneBase) {
  const RevisionMap none;
  const RevisionMap one(Revisions("a b<a"));
  const RevisionMap two(Revisions("a b"));
  EXPECT_EQ(Resolver(none).CurrentBase(), std::nullopt);
  EXPECT_EQ(Resolver(one).CurrentBase(), "a");
  EXPECT_EQ(ErrorOf([&] { Resolver(two).CurrentBase(); }).message(),
            "The script directory has multiple bases. Please use get_bases().");
}

TEST(Resolver, SaysWhyAPartialIdFails) {
  const RevisionMap map(Revisions("abc123 abc124<abc123 abd999<abc124 abc125<abd999 xyz"));
  EXPECT_EQ(ErrorOf([&] { Resolver(map).GetRevision("abc"); }).hint(),
            "Multiple revisions start with 'abc': 'abc123', 'abc124', 'abc125'...");
  EXPECT_EQ(ErrorOf([&] { Resolver(map, Wording::Uncaught()).GetRevision("xy"); }).message(),
            "No such revision or branch 'xy'; please ensure at least four characters are present for partial revision "
            "identifier matches");
  EXPECT_EQ(ErrorOf([&] { Resolver(map).GetRevision("xyz@abd999"); }).hint(),
            "Revision abd999 is not a member of branch 'xyz'");
}

}  // namespace
}  // namespace limbeck::graph
