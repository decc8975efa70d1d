-- postgresql

CREATE TABLE account (
	id SERIAL NOT NULL, 
	email VARCHAR NOT NULL, 
	created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	updated_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);

CREATE TABLE blog_post (
	id SERIAL NOT NULL, 
	name VARCHAR(7), 
	text VARCHAR NOT NULL, 
	owner_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	label VARCHAR(8), 
	created_at TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	updated_at TIMESTAMP WITHOUT TIME ZONE, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_blog_post_name UNIQUE (name), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

COMMENT ON TABLE blog_post IS 'BlogPost';

CREATE INDEX ix_blog_post_owner_id ON blog_post (owner_id);

CREATE TABLE first (
	id SERIAL NOT NULL, 
	only_first INTEGER NOT NULL, 
	shared INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

CREATE INDEX ix_first_owner_id ON first (owner_id);

CREATE INDEX ix_first_shared ON first (shared);

CREATE TABLE plain (
	id SERIAL NOT NULL, 
	b INTEGER, 
	a INTEGER NOT NULL, 
	c VARCHAR, 
	position INTEGER NOT NULL, 
	label VARCHAR(5), 
	PRIMARY KEY (id)
);

CREATE INDEX ix_plain_c ON plain (c);

CREATE TABLE the_second (
	id SERIAL NOT NULL, 
	only_second INTEGER NOT NULL, 
	shared INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

CREATE INDEX ix_the_second_owner_id ON the_second (owner_id);

CREATE INDEX ix_the_second_shared ON the_second (shared);

CREATE INDEX ix_two ON the_second (shared, only_second);

-- sqlite

CREATE TABLE account (
	id INTEGER NOT NULL, 
	email VARCHAR NOT NULL, 
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	updated_at DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (email)
);

CREATE TABLE blog_post (
	id INTEGER NOT NULL, 
	name VARCHAR(7), 
	text VARCHAR NOT NULL, 
	owner_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	label VARCHAR(8), 
	created_at DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	updated_at DATETIME, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_blog_post_name UNIQUE (name), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

CREATE INDEX ix_blog_post_owner_id ON blog_post (owner_id);

CREATE TABLE first (
	id INTEGER NOT NULL, 
	only_first INTEGER NOT NULL, 
	shared INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

CREATE INDEX ix_first_owner_id ON first (owner_id);

CREATE INDEX ix_first_shared ON first (shared);

CREATE TABLE plain (
	id INTEGER NOT NULL, 
	b INTEGER, 
	a INTEGER NOT NULL, 
	c VARCHAR, 
	position INTEGER NOT NULL, 
	label VARCHAR(5), 
	PRIMARY KEY (id)
);

CREATE INDEX ix_plain_c ON plain (c);

CREATE TABLE the_second (
	id INTEGER NOT NULL, 
	only_second INTEGER NOT NULL, 
	shared INTEGER NOT NULL, 
	owner_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES account (id)
);

CREATE INDEX ix_the_second_owner_id ON the_second (owner_id);

CREATE INDEX ix_the_second_shared ON the_second (shared);

CREATE INDEX ix_two ON the_second (shared, only_second);

