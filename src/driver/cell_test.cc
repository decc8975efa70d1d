#include "driver/cell.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "limbeck/error.h"

namespace limbeck::driver {
namespace {

TEST(Cell, ReadsWhatBothDatabasesSend) {
  EXPECT_EQ(Cell::Integer(-7).AsInteger(), -7);
  EXPECT_EQ(Cell::Text("9223372036854775807").AsInteger(), INT64_MAX);
  EXPECT_EQ(Cell::Text("1.5e3").AsReal(), 1500);
  EXPECT_EQ(Cell::Text("-Infinity").AsReal(), -HUGE_VAL);
  EXPECT_TRUE(std::isnan(Cell::Text("NaN").AsReal()));
  EXPECT_EQ(Cell::Integer(2).AsReal(), 2);
  EXPECT_TRUE(Cell::Text("t").AsBool());
  EXPECT_FALSE(Cell::Text("f").AsBool());
  EXPECT_TRUE(Cell::Integer(1).AsBool());
  EXPECT_EQ(Cell::Blob("ab").AsText(), "ab");
  EXPECT_TRUE(Cell().is_null());
}

TEST(Cell, ReadsBytesInEveryForm) {
  const std::string bytes("\x00\xff'\\a", 5);
  EXPECT_EQ(Cell::Blob(bytes).AsBytes(), bytes);
  EXPECT_EQ(Cell::Text("\\x00Ff275c61").AsBytes(), bytes);
  EXPECT_EQ(Cell::Text("\\000\\377'\\\\a").AsBytes(), bytes);
  EXPECT_EQ(Cell::Text("\\x").AsBytes(), "");
}

TEST(Cell, RefusesWhatTheReaderDidNotExpect) {
  const auto message = [](auto read) -> std::string {
    try {
      read();
      return "nothing";
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kInternal);
      return error.message();
    }
  };
  EXPECT_EQ(message([] { Cell().AsText(); }), "expected a text from the database, got NULL");
  EXPECT_EQ(message([] { Cell::Text("7x").AsInteger(); }), "expected an integer from the database, got \"7x\"");
  EXPECT_EQ(message([] { Cell::Text("").AsInteger(); }), "expected an integer from the database, got \"\"");
  EXPECT_EQ(message([] { Cell::Text("yes").AsBool(); }), "expected a boolean from the database, got \"yes\"");
  EXPECT_EQ(message([] { Cell::Blob("1").AsReal(); }), "expected a number from the database, got \"1\"");
}

TEST(Cell, IsShownAsALiteral) {
  std::ostringstream out;
  for (const Cell& cell : {Cell(), Cell::Integer(7), Cell::Real(0.5), Cell::Text("a"), Cell::Blob("\x0f\xff")}) {
    out << cell << " ";
  }
  EXPECT_EQ(out.str(), "NULL 7 0.5 'a' x'0fff' ");
}

TEST(Cell, ComparesByKindAndValue) {
  EXPECT_EQ(Cell::Text("a"), Cell::Text(std::string("a")));
  EXPECT_FALSE(Cell::Text("a") == Cell::Blob("a"));
  EXPECT_FALSE(Cell::Integer(1) == Cell::Real(1));
  EXPECT_EQ(Cell(), Cell());
}

}  // namespace
}  // namespace limbeck::driver
