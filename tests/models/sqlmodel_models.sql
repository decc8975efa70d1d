-- postgresql

CREATE TABLE blob (
	made TIMESTAMP WITH TIME ZONE, 
	source VARCHAR(20) NOT NULL, 
	id SERIAL NOT NULL, 
	content BYTEA NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TYPE level AS ENUM ('low', 'high');

CREATE TABLE hero (
	name VARCHAR NOT NULL, 
	secret_name VARCHAR(50) NOT NULL, 
	age INTEGER, 
	id SERIAL NOT NULL, 
	level level NOT NULL, 
	money NUMERIC(5, 3) NOT NULL, 
	alive BOOLEAN NOT NULL, 
	ratio FLOAT, 
	token UUID NOT NULL, 
	born DATE NOT NULL, 
	seen TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	text TEXT NOT NULL, 
	payload JSON, 
	note VARCHAR DEFAULT 'x' NOT NULL, 
	short VARCHAR(3) NOT NULL, 
	given VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_names UNIQUE (name, secret_name), 
	UNIQUE (token)
);

COMMENT ON COLUMN hero.note IS 'free';

CREATE INDEX ix_ages ON hero (age, level);

CREATE INDEX ix_hero_age ON hero (age);

CREATE INDEX ix_hero_name ON hero (name);

CREATE TABLE team (
	id SERIAL NOT NULL, 
	headquarters VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE teamherolink (
	team_id INTEGER NOT NULL, 
	hero_id INTEGER NOT NULL, 
	PRIMARY KEY (team_id, hero_id), 
	FOREIGN KEY(team_id) REFERENCES team (id), 
	FOREIGN KEY(hero_id) REFERENCES hero (id) ON DELETE CASCADE
);

CREATE TABLE the_name (
	code VARCHAR(4) NOT NULL, 
	parent_code VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(parent_code) REFERENCES the_name (code)
);

-- sqlite

CREATE TABLE blob (
	made DATETIME, 
	source VARCHAR(20) NOT NULL, 
	id INTEGER NOT NULL, 
	content BLOB NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE hero (
	name VARCHAR NOT NULL, 
	secret_name VARCHAR(50) NOT NULL, 
	age INTEGER, 
	id INTEGER NOT NULL, 
	level VARCHAR(4) NOT NULL, 
	money NUMERIC(5, 3) NOT NULL, 
	alive BOOLEAN NOT NULL, 
	ratio FLOAT, 
	token CHAR(32) NOT NULL, 
	born DATE NOT NULL, 
	seen DATETIME DEFAULT CURRENT_TIMESTAMP, 
	text TEXT NOT NULL, 
	payload JSON, 
	note VARCHAR DEFAULT 'x' NOT NULL, 
	short VARCHAR(3) NOT NULL, 
	given VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	CONSTRAINT uq_names UNIQUE (name, secret_name), 
	UNIQUE (token)
);

CREATE INDEX ix_ages ON hero (age, level);

CREATE INDEX ix_hero_age ON hero (age);

CREATE INDEX ix_hero_name ON hero (name);

CREATE TABLE team (
	id INTEGER NOT NULL, 
	headquarters VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE teamherolink (
	team_id INTEGER NOT NULL, 
	hero_id INTEGER NOT NULL, 
	PRIMARY KEY (team_id, hero_id), 
	FOREIGN KEY(team_id) REFERENCES team (id), 
	FOREIGN KEY(hero_id) REFERENCES hero (id) ON DELETE CASCADE
);

CREATE TABLE the_name (
	code VARCHAR(4) NOT NULL, 
	parent_code VARCHAR, 
	PRIMARY KEY (code), 
	FOREIGN KEY(parent_code) REFERENCES the_name (code)
);

