// ${message.replace("\n", "\n// ")}
//
// revision: ${up_revision}
// down_revision: ${comma(down_revision) or "none"}
// branch_labels: ${comma(branch_labels) or "none"}
// depends_on: ${comma(depends_on) or "none"}
// create_date: ${create_date}

#include <limbeck/revision.h>

namespace {

void Upgrade([[maybe_unused]] limbeck::Operations& op) {
  ${upgrades if upgrades else ""}
}

void Downgrade([[maybe_unused]] limbeck::Operations& op) {
  ${downgrades if downgrades else ""}
}

const limbeck::Revision kRevision{
    .id = "${up_revision}",
    .down_revisions = "${down_revision | comma,n}",
    .branch_labels = "${branch_labels | comma,n}",
    .depends_on = "${depends_on | comma,n}",
    .upgrade = Upgrade,
    .downgrade = Downgrade,
};

}  // namespace
