#include "base/spool.h"

#include <gtest/gtest.h>

namespace limbeck {
namespace {

/// All that is in the spool, read in pieces of `size`; what does not fill a piece stays.
std::string ReadAll(Spool& spool, size_t size) {
  std::string all;
  std::string piece(size, '\0');
  while (spool.Read(piece.data(), size)) all += piece;
  return all;
}

TEST(Spool, FewBytesStayInMemory) {
  Spool spool(100);
  spool.Append("abc");
  spool.Append(std::string(97, 'x'));
  EXPECT_FALSE(spool.in_file());
  EXPECT_EQ(ReadAll(spool, 10), "abc" + std::string(97, 'x'));
}

TEST(Spool, ManyBytesGoToAFile) {
  Spool spool(10);
  std::string expected;
  for (int i = 0; i < 1000; ++i) {
    const std::string number = std::to_string(1000 + i);
    spool.Append(number);
    expected += number;
  }
  EXPECT_TRUE(spool.in_file());
  EXPECT_EQ(ReadAll(spool, 4), expected);
  char byte = 0;
  EXPECT_FALSE(spool.Read(&byte, 1));
}

TEST(Spool, PieceThatIsNotThereIsNotRead) {
  Spool spool;
  spool.Append("abc");
  char bytes[4];
  EXPECT_FALSE(spool.Read(bytes, 4));
  EXPECT_TRUE(spool.Read(bytes, 3));
  EXPECT_EQ(std::string_view(bytes, 3), "abc");
}

}  // namespace
}  // namespace limbeck
