-- books
--
-- revision: a1
-- down_revision: none

-- upgrade
CREATE TABLE books (id INTEGER NOT NULL, title VARCHAR(200) NOT NULL, PRIMARY KEY (id));

-- downgrade
DROP TABLE books;
