-- places
--
-- revision: 0002
-- down_revision: 0001

-- upgrade
CREATE TABLE places (shelf VARCHAR(10) PRIMARY KEY, part INTEGER REFERENCES parts (number));

-- downgrade
DROP TABLE places;
