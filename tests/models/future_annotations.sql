-- postgresql

CREATE TABLE article (
	id UUID NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	body VARCHAR, 
	seen INTEGER, 
	at TIMESTAMP WITHOUT TIME ZONE NOT NULL, 
	author_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(author_id) REFERENCES author (id)
);

CREATE INDEX ix_article_at ON article (at);

CREATE INDEX ix_article_author_id ON article (author_id);

CREATE UNIQUE INDEX ix_article_title ON article (title);

CREATE TABLE article_tag (
	article_id UUID NOT NULL, 
	tag_name VARCHAR NOT NULL, 
	PRIMARY KEY (article_id, tag_name), 
	FOREIGN KEY(article_id) REFERENCES article (id), 
	FOREIGN KEY(tag_name) REFERENCES tag (name)
);

CREATE TABLE author (
	id SERIAL NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE tag (
	name VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

-- sqlite

CREATE TABLE article (
	id CHAR(32) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	body VARCHAR, 
	seen INTEGER, 
	at DATETIME NOT NULL, 
	author_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(author_id) REFERENCES author (id)
);

CREATE INDEX ix_article_at ON article (at);

CREATE INDEX ix_article_author_id ON article (author_id);

CREATE UNIQUE INDEX ix_article_title ON article (title);

CREATE TABLE article_tag (
	article_id CHAR(32) NOT NULL, 
	tag_name VARCHAR NOT NULL, 
	PRIMARY KEY (article_id, tag_name), 
	FOREIGN KEY(article_id) REFERENCES article (id), 
	FOREIGN KEY(tag_name) REFERENCES tag (name)
);

CREATE TABLE author (
	id INTEGER NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE tag (
	name VARCHAR NOT NULL, 
	PRIMARY KEY (name)
);

