#include "draw/boxes.h"

#include <gtest/gtest.h>

#include "draw/helpers_test.h"

namespace limbeck::draw {
namespace {

TEST(Boxes, StandUnderEachOtherWhereTheTerminalIsNarrow) {
  EXPECT_EQ(ToBoxes(MakeShop(), 40),
            "┌─ customers ─────┐\n"
            "│ # id    INTEGER │\n"
            "│   name  TEXT    │\n"
            "└─────────────────┘\n"
            "┌─ orders ────────────────────────────────┐\n"
            "│ # id            INTEGER                 │\n"
            "│   a <b>         TEXT                    │\n"
            "│   customers_id  INTEGER  → customers.id │\n"
            "└─────────────────────────────────────────┘\n"
            "┌─ profiles ──────────────────────────────┐\n"
            "│ # id            INTEGER                 │\n"
            "│ * customers_id  INTEGER  → customers.id │\n"
            "└─────────────────────────────────────────┘\n");
}

TEST(Boxes, StandBesideEachOtherWhereTheyFit) {
  EXPECT_EQ(ToBoxes(MakeShop(), 100),
            "┌─ customers ─────┐                          ┌─ orders ────────────────────────────────┐\n"
            "│ # id    INTEGER │                          │ # id            INTEGER                 │\n"
            "│   name  TEXT    │                          │   a <b>         TEXT                    │\n"
            "└─────────────────┘                          │   customers_id  INTEGER  → customers.id │\n"
            "┌─ profiles ──────────────────────────────┐  └─────────────────────────────────────────┘\n"
            "│ # id            INTEGER                 │\n"
            "│ * customers_id  INTEGER  → customers.id │\n"
            "└─────────────────────────────────────────┘\n");
}

TEST(Boxes, GroupsHaveTheirNames) {
  const std::string text = ToBoxes(MakeDiagram(ManyTables(), TypeName, Columns::kAuto), 80);
  EXPECT_NE(text.find("\nfilms\n\n"), std::string::npos);
  EXPECT_NE(text.find("+ 1 more"), std::string::npos);
}

}  // namespace
}  // namespace limbeck::draw
