// words are counted
//
// revision: 0003
// down_revision: 0002

#include <limbeck/revision.h>

namespace {

void Upgrade(limbeck::Operations& op) {
  op.AddColumn(
      "notes",
      {.name = "words", .type = limbeck::types::Integer(), .nullable = false, .server_default = limbeck::Sql{"0"}});
  // As many as there are spaces between them, and one.
  op.Execute("UPDATE notes SET words = length(body) - length(replace(body, ' ', '')) + 1");
}

void Downgrade(limbeck::Operations& op) {
  op.DropColumn("notes", "words");
}

const limbeck::Revision kRevision{
    .id = "0003", .down_revisions = "0002", .message = "words are counted", .upgrade = Upgrade, .downgrade = Downgrade};

}  // namespace
