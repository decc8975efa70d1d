-- postgresql

CREATE TABLE app.data (
	id SERIAL NOT NULL, 
	name VARCHAR NOT NULL, 
	decorated_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(decorated_id) REFERENCES app.decorated (id)
);

CREATE TABLE app.decorated (
	id SERIAL NOT NULL, 
	value VARCHAR(3), 
	PRIMARY KEY (id)
);

CREATE TABLE app.from_generated (
	id SERIAL NOT NULL, 
	data_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(data_id) REFERENCES app.data (id)
);

CREATE TABLE app.plain (
	id SERIAL NOT NULL, 
	x VARCHAR, 
	PRIMARY KEY (id)
);

-- sqlite

CREATE TABLE app.data (
	id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	decorated_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(decorated_id) REFERENCES decorated (id)
);

CREATE TABLE app.decorated (
	id INTEGER NOT NULL, 
	value VARCHAR(3), 
	PRIMARY KEY (id)
);

CREATE TABLE app.from_generated (
	id INTEGER NOT NULL, 
	data_id INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(data_id) REFERENCES data (id)
);

CREATE TABLE app.plain (
	id INTEGER NOT NULL, 
	x VARCHAR, 
	PRIMARY KEY (id)
);

-- postgresql

CREATE TABLE vertex (
	id SERIAL NOT NULL, 
	x1 INTEGER NOT NULL, 
	y1 INTEGER, 
	x2 INTEGER NOT NULL, 
	y2 INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE vertex_name (
	id SERIAL NOT NULL, 
	vertex_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(vertex_id) REFERENCES vertex (id)
);

CREATE TABLE vertex_note (
	id SERIAL NOT NULL, 
	note VARCHAR(9) NOT NULL, 
	PRIMARY KEY (id)
);

-- sqlite

CREATE TABLE vertex (
	id INTEGER NOT NULL, 
	x1 INTEGER NOT NULL, 
	y1 INTEGER, 
	x2 INTEGER NOT NULL, 
	y2 INTEGER, 
	PRIMARY KEY (id)
);

CREATE TABLE vertex_name (
	id INTEGER NOT NULL, 
	vertex_id INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(vertex_id) REFERENCES vertex (id)
);

CREATE TABLE vertex_note (
	id INTEGER NOT NULL, 
	note VARCHAR(9) NOT NULL, 
	PRIMARY KEY (id)
);

