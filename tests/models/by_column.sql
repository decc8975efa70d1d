-- postgresql

CREATE TABLE events (
	id SERIAL NOT NULL, 
	start INTEGER, 
	the_end INTEGER, 
	name VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_order CHECK (start < the_end), 
	CONSTRAINT uq_times UNIQUE (start, the_end), 
	CONSTRAINT ck_start CHECK (start > 0), 
	CONSTRAINT uq_name UNIQUE (name)
);

CREATE INDEX ix_key ON events (the_end);

CREATE INDEX ix_lower ON events (lower(name));

CREATE INDEX ix_start ON events (start DESC);

CREATE UNIQUE INDEX ix_abs ON events (abs(the_end));

CREATE TABLE guests (
	event_end INTEGER NOT NULL, 
	nick VARCHAR(30) NOT NULL, 
	seat INTEGER, 
	CONSTRAINT pk_guests PRIMARY KEY (event_end, nick), 
	FOREIGN KEY(event_end) REFERENCES events (the_end)
);

-- sqlite

CREATE TABLE events (
	id INTEGER NOT NULL, 
	start INTEGER, 
	the_end INTEGER, 
	name VARCHAR, 
	PRIMARY KEY (id), 
	CONSTRAINT ck_order CHECK (start < the_end), 
	CONSTRAINT uq_times UNIQUE (start, the_end), 
	CONSTRAINT ck_start CHECK (start > 0), 
	CONSTRAINT uq_name UNIQUE (name)
);

CREATE INDEX ix_key ON events (the_end);

CREATE INDEX ix_lower ON events (lower(name));

CREATE INDEX ix_start ON events (start DESC);

CREATE UNIQUE INDEX ix_abs ON events (abs(the_end));

CREATE TABLE guests (
	event_end INTEGER NOT NULL, 
	nick VARCHAR(30) NOT NULL, 
	seat INTEGER, 
	CONSTRAINT pk_guests PRIMARY KEY (event_end, nick), 
	FOREIGN KEY(event_end) REFERENCES events (the_end)
);

