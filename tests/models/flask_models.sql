-- postgresql

CREATE TYPE kind AS ENUM ('a', 'b');

CREATE TABLE blog_post (
	id SERIAL NOT NULL, 
	title VARCHAR(80) NOT NULL, 
	kind kind, 
	author_id INTEGER NOT NULL, 
	created TIMESTAMP WITHOUT TIME ZONE DEFAULT now() NOT NULL, 
	CONSTRAINT pk_blog_post PRIMARY KEY (id), 
	UNIQUE (title), 
	CONSTRAINT fk_blog_post_author_id FOREIGN KEY(author_id) REFERENCES http_user (id)
);

CREATE TABLE given (
	id SERIAL NOT NULL, 
	CONSTRAINT pk_given PRIMARY KEY (id)
);

CREATE TABLE guest (
	id INTEGER NOT NULL, 
	until DATE, 
	CONSTRAINT pk_guest PRIMARY KEY (id), 
	CONSTRAINT fk_guest_id FOREIGN KEY(id) REFERENCES http_user (id)
);

CREATE TABLE http_user (
	id SERIAL NOT NULL, 
	type VARCHAR(10), 
	level INTEGER, 
	CONSTRAINT pk_http_user PRIMARY KEY (id)
);

CREATE TABLE tag (
	id SERIAL NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id)
);

CREATE TABLE tags (
	tag_id INTEGER NOT NULL, 
	blog_post_id INTEGER NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (tag_id, blog_post_id), 
	CONSTRAINT fk_tags_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id), 
	CONSTRAINT fk_tags_blog_post_id FOREIGN KEY(blog_post_id) REFERENCES blog_post (id)
);

-- sqlite

CREATE TABLE blog_post (
	id INTEGER NOT NULL, 
	title VARCHAR(80) NOT NULL, 
	kind VARCHAR(1), 
	author_id INTEGER NOT NULL, 
	created DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	CONSTRAINT pk_blog_post PRIMARY KEY (id), 
	UNIQUE (title), 
	CONSTRAINT fk_blog_post_author_id FOREIGN KEY(author_id) REFERENCES http_user (id)
);

CREATE TABLE given (
	id INTEGER NOT NULL, 
	CONSTRAINT pk_given PRIMARY KEY (id)
);

CREATE TABLE guest (
	id INTEGER NOT NULL, 
	until DATE, 
	CONSTRAINT pk_guest PRIMARY KEY (id), 
	CONSTRAINT fk_guest_id FOREIGN KEY(id) REFERENCES http_user (id)
);

CREATE TABLE http_user (
	id INTEGER NOT NULL, 
	type VARCHAR(10), 
	level INTEGER, 
	CONSTRAINT pk_http_user PRIMARY KEY (id)
);

CREATE TABLE tag (
	id INTEGER NOT NULL, 
	CONSTRAINT pk_tag PRIMARY KEY (id)
);

CREATE TABLE tags (
	tag_id INTEGER NOT NULL, 
	blog_post_id INTEGER NOT NULL, 
	CONSTRAINT pk_tags PRIMARY KEY (tag_id, blog_post_id), 
	CONSTRAINT fk_tags_tag_id FOREIGN KEY(tag_id) REFERENCES tag (id), 
	CONSTRAINT fk_tags_blog_post_id FOREIGN KEY(blog_post_id) REFERENCES blog_post (id)
);

-- postgresql

CREATE TABLE other (
	name TEXT, 
	id SERIAL NOT NULL, 
	CONSTRAINT pk_other PRIMARY KEY (id)
);

-- sqlite

CREATE TABLE other (
	name TEXT, 
	id INTEGER NOT NULL, 
	CONSTRAINT pk_other PRIMARY KEY (id)
);

