-- ${message.replace("\n", "\n-- ")}
--
-- revision: ${up_revision}
-- down_revision: ${comma(down_revision) or "none"}
-- branch_labels: ${comma(branch_labels) or "none"}
-- depends_on: ${comma(depends_on) or "none"}
-- create_date: ${create_date}

-- upgrade
${upgrades if upgrades else ""}

-- downgrade
${downgrades if downgrades else ""}
