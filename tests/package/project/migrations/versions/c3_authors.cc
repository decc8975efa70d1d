// authors
//
// revision: c3
// down_revision: b2

#include <limbeck/revision.h>

namespace {

void Upgrade(limbeck::Operations& op) {
  op.CreateTable({.name = "authors",
                  .columns = {{.name = "id", .type = limbeck::types::Integer(), .primary_key = true},
                              {.name = "name", .type = limbeck::types::String(100), .nullable = false}}});
}

void Downgrade(limbeck::Operations& op) {
  op.DropTable("authors");
}

const limbeck::Revision kRevision{
    .id = "c3", .down_revisions = "b2", .message = "authors", .upgrade = Upgrade, .downgrade = Downgrade};

}  // namespace
