-- parts
--
-- revision: 0001
-- down_revision: none

-- upgrade
CREATE TABLE parts (number INTEGER PRIMARY KEY, name VARCHAR(100) NOT NULL);

-- downgrade
DROP TABLE parts;
