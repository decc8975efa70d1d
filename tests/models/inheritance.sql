-- postgresql

CREATE TABLE animal (
	id SERIAL NOT NULL, 
	kind VARCHAR(20), 
	code VARCHAR(10), 
	barks INTEGER, 
	shared VARCHAR, 
	purrs INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE circle (
	id SERIAL NOT NULL, 
	radius FLOAT NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE engineer (
	id INTEGER NOT NULL, 
	language VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES person (id)
);

CREATE TABLE person (
	id SERIAL NOT NULL, 
	type VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE senior (
	id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES engineer (id)
);

CREATE TABLE shape (
	id SERIAL NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

-- sqlite

CREATE TABLE animal (
	id INTEGER NOT NULL, 
	kind VARCHAR(20), 
	code VARCHAR(10), 
	barks INTEGER, 
	shared VARCHAR, 
	purrs INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE circle (
	id INTEGER NOT NULL, 
	radius FLOAT NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE engineer (
	id INTEGER NOT NULL, 
	language VARCHAR NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES person (id)
);

CREATE TABLE person (
	id INTEGER NOT NULL, 
	type VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

CREATE TABLE senior (
	id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES engineer (id)
);

CREATE TABLE shape (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	PRIMARY KEY (id)
);

