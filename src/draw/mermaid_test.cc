#include "draw/mermaid.h"

#include <gtest/gtest.h>

#include "draw/helpers_test.h"

namespace limbeck::draw {
namespace {

TEST(Mermaid, DrawsTablesAndForeignKeys) {
  EXPECT_EQ(ToMermaid(MakeShop()),
            "erDiagram\n"
            "    customers {\n"
            "        INTEGER id PK\n"
            "        TEXT name\n"
            "    }\n"
            "    orders {\n"
            "        INTEGER id PK\n"
            "        TEXT a_b\n"
            "        INTEGER customers_id FK\n"
            "    }\n"
            "    profiles {\n"
            "        INTEGER id PK\n"
            "        INTEGER customers_id FK\n"
            "    }\n"
            "    customers |o--o{ orders : \"customers_id\"\n"
            "    customers ||--o| profiles : \"customers_id\"\n");
}

TEST(Mermaid, QuotesNamesThatNeedIt) {
  Diagram diagram;
  diagram.tables = {{.name = "app.\"x\"", .columns = {{.name = "1st", .type = "NUMERIC(10, 2)"}}}};
  EXPECT_EQ(ToMermaid(diagram),
            "erDiagram\n"
            "    \"app.'x'\" {\n"
            "        NUMERIC(10-2) _1st\n"
            "    }\n");
}

}  // namespace
}  // namespace limbeck::draw
