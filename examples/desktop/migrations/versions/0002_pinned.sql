-- pinned notes
--
-- revision: 0002
-- down_revision: 0001

-- upgrade
ALTER TABLE notes ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;

-- downgrade
ALTER TABLE notes DROP COLUMN pinned;
