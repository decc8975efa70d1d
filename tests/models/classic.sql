-- postgresql

CREATE TYPE group_kind AS ENUM ('open', 'closed');

CREATE TABLE "group" (
	id SERIAL NOT NULL, 
	name VARCHAR, 
	kind group_kind, 
	CONSTRAINT pk_group PRIMARY KEY (id)
);

COMMENT ON TABLE "group" IS 'of users';

CREATE INDEX ix_group_kind ON "group" (kind);

CREATE UNIQUE INDEX ix_group_name ON "group" (name);

CREATE TABLE pair (
	"left" INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	value NUMERIC(10, 2) DEFAULT 0, 
	data JSONB, 
	later INTEGER, 
	CONSTRAINT pk_pair PRIMARY KEY ("left", "right"), 
	CONSTRAINT fk_self FOREIGN KEY("left", "right") REFERENCES pair ("left", "right")
);

CREATE INDEX ix_pair_later ON pair (later);

CREATE INDEX ix_pair_value ON pair (value);

CREATE TABLE "user" (
	id SERIAL NOT NULL, 
	first VARCHAR(30) NOT NULL, 
	last VARCHAR(30) DEFAULT 'x' NOT NULL, 
	secret VARCHAR(64), 
	active BOOLEAN NOT NULL, 
	created TIMESTAMP WITH TIME ZONE DEFAULT now(), 
	big TEXT, 
	manager_id INTEGER, 
	CONSTRAINT pk_user PRIMARY KEY (id), 
	CONSTRAINT uq_user_first UNIQUE (first, last), 
	CONSTRAINT named UNIQUE (first, secret), 
	CONSTRAINT ck_user_first_given CHECK (length(first) > 0), 
	CONSTRAINT ck_user_positive CHECK (id > 0), 
	CONSTRAINT fk_user_manager_id_user FOREIGN KEY(manager_id) REFERENCES "user" (id)
);

COMMENT ON TABLE "user" IS 'people';

CREATE INDEX ix_desc ON "user" (created DESC);

CREATE INDEX ix_lower_last ON "user" (lower(last));

CREATE INDEX ix_user_last ON "user" (last, first) WHERE active IS true;

CREATE TABLE user_group (
	user_id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	CONSTRAINT pk_user_group PRIMARY KEY (user_id, group_id), 
	CONSTRAINT fk_user_group_user_id_user FOREIGN KEY(user_id) REFERENCES "user" (id) ON DELETE CASCADE, 
	CONSTRAINT fk_user_group_group_id_group FOREIGN KEY(group_id) REFERENCES "group" (id)
);

-- sqlite

CREATE TABLE "group" (
	id INTEGER NOT NULL, 
	name VARCHAR, 
	kind VARCHAR(6), 
	CONSTRAINT pk_group PRIMARY KEY (id)
);

CREATE INDEX ix_group_kind ON "group" (kind);

CREATE UNIQUE INDEX ix_group_name ON "group" (name);

CREATE TABLE pair (
	"left" INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	value NUMERIC(10, 2) DEFAULT 0, 
	data TEXT, 
	later INTEGER, 
	CONSTRAINT pk_pair PRIMARY KEY ("left", "right"), 
	CONSTRAINT fk_self FOREIGN KEY("left", "right") REFERENCES pair ("left", "right")
);

CREATE INDEX ix_pair_later ON pair (later);

CREATE INDEX ix_pair_value ON pair (value);

CREATE TABLE user (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	first VARCHAR(30) NOT NULL, 
	last VARCHAR(30) DEFAULT 'x' NOT NULL, 
	secret VARCHAR(64), 
	active BOOLEAN NOT NULL, 
	created DATETIME DEFAULT CURRENT_TIMESTAMP, 
	big TEXT, 
	manager_id INTEGER, 
	CONSTRAINT uq_user_first UNIQUE (first, last), 
	CONSTRAINT named UNIQUE (first, secret), 
	CONSTRAINT ck_user_first_given CHECK (length(first) > 0), 
	CONSTRAINT ck_user_positive CHECK (id > 0), 
	CONSTRAINT fk_user_manager_id_user FOREIGN KEY(manager_id) REFERENCES user (id)
);

CREATE INDEX ix_desc ON user (created DESC);

CREATE INDEX ix_lower_last ON user (lower(last));

CREATE INDEX ix_user_last ON user (last, first);

CREATE TABLE user_group (
	user_id INTEGER NOT NULL, 
	group_id INTEGER NOT NULL, 
	CONSTRAINT pk_user_group PRIMARY KEY (user_id, group_id), 
	CONSTRAINT fk_user_group_user_id_user FOREIGN KEY(user_id) REFERENCES user (id) ON DELETE CASCADE, 
	CONSTRAINT fk_user_group_group_id_group FOREIGN KEY(group_id) REFERENCES "group" (id)
);

