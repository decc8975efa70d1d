-- notes
--
-- revision: 0001
-- down_revision: none

-- upgrade
CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL);

-- downgrade
DROP TABLE notes;
