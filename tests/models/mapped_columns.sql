-- postgresql

CREATE TYPE status AS ENUM ('ACTIVE', 'GONE');

CREATE TYPE colour AS ENUM ('red', 'green');

CREATE TABLE item (
	id BIGSERIAL NOT NULL, 
	owner_id INTEGER NOT NULL, 
	other_owner INTEGER, 
	price NUMERIC NOT NULL, 
	cost NUMERIC(12, 2) NOT NULL, 
	cost_or_none NUMERIC(12, 2), 
	status status NOT NULL, 
	colour colour, 
	mode VARCHAR(4) NOT NULL, 
	mode_or_none VARCHAR(3), 
	flag BOOLEAN NOT NULL, 
	ratio FLOAT, 
	day DATE NOT NULL, 
	at TIMESTAMP WITH TIME ZONE NOT NULL, 
	clock TIME WITHOUT TIME ZONE NOT NULL, 
	span INTERVAL NOT NULL, 
	code UUID NOT NULL, 
	data TEXT NOT NULL, 
	extra JSON NOT NULL, 
	text TEXT, 
	given VARCHAR(5) NOT NULL, 
	created TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	updated TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	other_name INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES owner (id) ON DELETE CASCADE, 
	FOREIGN KEY(other_owner) REFERENCES owner (id), 
	UNIQUE (code)
);

COMMENT ON COLUMN item.created IS 'when';

COMMENT ON COLUMN item.updated IS 'later';

CREATE INDEX ix_item_mode_or_none ON item (mode_or_none);

CREATE INDEX ix_item_owner_id ON item (owner_id);

CREATE TABLE owner (
	id SERIAL NOT NULL, 
	name VARCHAR NOT NULL, 
	nickname VARCHAR, 
	short VARCHAR(50) NOT NULL, 
	short_or_none VARCHAR(50), 
	PRIMARY KEY (id)
);

-- sqlite

CREATE TABLE item (
	id BIGINT NOT NULL, 
	owner_id INTEGER NOT NULL, 
	other_owner INTEGER, 
	price NUMERIC NOT NULL, 
	cost NUMERIC(12, 2) NOT NULL, 
	cost_or_none NUMERIC(12, 2), 
	status VARCHAR(6) NOT NULL, 
	colour VARCHAR(5), 
	mode VARCHAR(4) NOT NULL, 
	mode_or_none VARCHAR(3), 
	flag BOOLEAN NOT NULL, 
	ratio FLOAT, 
	day DATE NOT NULL, 
	at DATETIME NOT NULL, 
	clock TIME NOT NULL, 
	span DATETIME NOT NULL, 
	code CHAR(32) NOT NULL, 
	data TEXT NOT NULL, 
	extra JSON NOT NULL, 
	text TEXT, 
	given VARCHAR(5) NOT NULL, 
	created DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	updated DATETIME DEFAULT CURRENT_TIMESTAMP NOT NULL, 
	other_name INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(owner_id) REFERENCES owner (id) ON DELETE CASCADE, 
	FOREIGN KEY(other_owner) REFERENCES owner (id), 
	UNIQUE (code)
);

CREATE INDEX ix_item_mode_or_none ON item (mode_or_none);

CREATE INDEX ix_item_owner_id ON item (owner_id);

CREATE TABLE owner (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	nickname VARCHAR, 
	short VARCHAR(50) NOT NULL, 
	short_or_none VARCHAR(50), 
	PRIMARY KEY (id)
);

