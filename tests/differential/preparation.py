"""What a case needs before real Alembic can carry it out, found by trying: each error names what is missing."""

import contextlib
import re

import sqlalchemy as sa

MOST_STEPS = 25


class Refused(Exception):
    """What was to be prepared cannot be had."""


@contextlib.contextmanager
def refusals():
    try:
        yield
    except Exception as problem:
        raise Refused(str(problem)) from problem


def unquoted(name):
    return name.replace('"', "")


def quoted(name):
    """A dotted name of an error message, whose parts may have any letters, as SQL."""
    return ".".join('"%s"' % part for part in unquoted(name).split("."))


def table_of(statement):
    """The table that a statement is about."""
    name = r'((?:(?:"[^"]+"|\w+)\.)*(?:"[^"]+"|\w+))'
    words = (r"\s*ALTER TABLE(?: ONLY)?(?: IF EXISTS)? |\s*CREATE (?:UNIQUE )?INDEX .*? ON |\s*UPDATE |\s*DELETE FROM |"
             r"\s*INSERT INTO |\s*COMMENT ON COLUMN |[\s\S]*? FROM |[\s\S]*?\bON ")
    found = re.match("(?:%s)%s" % (words, name), statement)
    if not found:
        return None
    table = found[1]
    if statement.lstrip().startswith("COMMENT ON COLUMN"):
        table = table.rpartition(".")[0]
    return table


class Postgresql:
    """Rules for the errors of PostgreSQL: a pattern of its message, and what would have prevented it."""

    def __init__(self):
        name = r'"?([^\n]+?)"?'
        self.rules = [(re.compile(pattern), mend) for pattern, mend in (
            (r'^schema "(.+?)" does not exist', self.schema),
            (r'^relation "(.+?)" does not exist', self.relation),
            (r'^table "(.+?)" does not exist', self.table),
            (r'^index "(.+?)" does not exist', self.index),
            (r'^sequence "(.+?)" does not exist', lambda name, _: "CREATE SEQUENCE %s" % quoted(name)),
            (r'^type "(.+?)" does not exist', self.type),
            (r'^column "(.+?)" of relation "(.+?)" does not exist', self.column_of),
            (r'^column "(.+?)" named in key does not exist', self.column),
            (r'^column "(.+?)" referenced in foreign key constraint does not exist', self.referenced_column),
            (r"^column (?:\w+\.)?\"?(.+?)\"? does not exist", self.column),
            (r'^constraint "(.+?)" of relation "(.+?)" does not exist', self.constraint),
            (r'^there is no unique constraint matching given keys for referenced table "(.+?)"', self.unique),
            (r'^there is no unique or exclusion constraint matching the ON CONFLICT', self.conflict),
            (r'^relation "(.+?)" already exists', lambda name, _: "DROP TABLE %s CASCADE" % quoted(name)),
            (r'^column "(.+?)" of relation "(.+?)" already exists', self.drop_column),
            (r'^multiple primary keys for table "(.+?)" are not allowed', self.drop_key),
            (r'^column "(.+?)" of relation "(.+?)" is not an identity column', self.identity),
            (r'^column "(.+?)" of relation "(.+?)" is an identity column', self.no_identity),
            (r'^column "(.+?)" cannot be cast automatically to type (.+)', self.as_type),
            (r'^column "(.+?)" is of type .+ but default expression is of type (.+)', self.as_type),
            (r'^column "(.+?)" of relation "(.+?)" must be declared NOT NULL', self.not_null),
            (r'^invalid input syntax for type integer', self.changed_as_text),
            (r'^cannot cast type integer to', self.changed_as_text),
            (r'^default for column "(.+?)" cannot be cast automatically to type', self.no_default),
            (r'^foreign key constraint "(.+?)" cannot be implemented', self.same_type),
            (r'^data type \w+ has no default operator class for access method "(.+?)"', None),
            (r'^role "(.+?)" does not exist', None),
            (r'^operator class "(\w+)" does not accept data type', self.as_text),
            (r'^operator does not exist: (\w+) ~~', self.as_text),
            (r'^function ' + name + r"\(.*\) does not exist", None),
        )]

    def mend(self, error):
        message = str(error.orig).splitlines()[0]
        statement = error.statement or ""
        for pattern, mend in self.rules:
            found = pattern.match(message)
            if found and mend:
                self.detail = str(error.orig)
                return mend(*found.groups(), statement)
        return None

    @staticmethod
    def schema(name, _):
        return 'CREATE SCHEMA "%s"' % name

    def table(self, name, statement):
        # DROP TABLE does not tell the schema.
        full = re.match(r"\s*DROP TABLE (?:IF EXISTS )?(\S+)", statement)
        return "CREATE TABLE %s (id INTEGER PRIMARY KEY)" % (full[1] if full else quoted(name))

    def relation(self, name, statement):
        if re.match(r"\s*(DROP|ALTER|COMMENT ON) INDEX", statement):
            return self.index(name, statement)
        return self.table(name, statement)

    @staticmethod
    def index(name, _):
        schema, _, last = name.rpartition(".")
        table = (schema + "." if schema else "") + "of_" + last
        return "CREATE TABLE %s (x INTEGER); CREATE INDEX %s ON %s (x)" % (quoted(table), quoted(last), quoted(table))

    @staticmethod
    def type(name, statement):
        return "CREATE TYPE %s AS ENUM ('a', 'b')" % quoted(name)

    @staticmethod
    def add_column(table, column):
        return 'ALTER TABLE %s ADD COLUMN "%s" INTEGER' % (table, column)

    def column_of(self, column, relation, statement):
        return self.add_column(table_of(statement) or quoted(relation), unquoted(column))

    def column(self, column, statement):
        table = table_of(statement)
        return table and self.add_column(table, unquoted(column).rpartition(".")[2])

    def referenced_column(self, column, statement):
        # Said of either side.
        tables = re.findall(r'(?:REFERENCES|ALTER TABLE) ((?:(?:"[^"]+"|\w+)\.)*(?:"[^"]+"|\w+))', statement)
        name = unquoted(column)
        return ";".join('ALTER TABLE %s ADD COLUMN IF NOT EXISTS "%s" INTEGER' % (table, name) for table in tables)

    @staticmethod
    def constraint(name, relation, statement):
        return 'ALTER TABLE %s ADD CONSTRAINT "%s" CHECK (true)' % (table_of(statement) or quoted(relation), name)

    @staticmethod
    def unique(_, statement):
        key = re.search(r'REFERENCES (\S+) \((.+?)\)', statement)
        return key and "ALTER TABLE %s ADD UNIQUE (%s)" % (key[1], key[2])

    @staticmethod
    def conflict(statement):
        key = re.search(r"ON CONFLICT \((.+?)\)", statement)
        return key and "ALTER TABLE %s ADD UNIQUE (%s)" % (table_of(statement), key[1])

    @staticmethod
    def drop_column(column, relation, statement):
        return 'ALTER TABLE %s DROP COLUMN "%s"' % (table_of(statement) or quoted(relation), column)

    @staticmethod
    def drop_key(relation, statement):
        return 'ALTER TABLE %s DROP CONSTRAINT "%s_pkey"' % (table_of(statement), relation)

    @staticmethod
    def identity(column, _, statement):
        table = table_of(statement)
        return ('ALTER TABLE {0} ALTER COLUMN "{1}" SET NOT NULL; ALTER TABLE {0} ALTER COLUMN "{1}" '
                'ADD GENERATED BY DEFAULT AS IDENTITY').format(table, column)

    @staticmethod
    def no_identity(column, _, statement):
        return 'ALTER TABLE %s ALTER COLUMN "%s" DROP IDENTITY' % (table_of(statement), column)

    @staticmethod
    def as_type(column, kind, statement):
        return 'ALTER TABLE {0} ALTER COLUMN "{1}" DROP DEFAULT; ALTER TABLE {0} ALTER COLUMN "{1}" TYPE {2} USING NULL'.format(
            table_of(statement), column, kind)

    @staticmethod
    def not_null(column, _, statement):
        return 'ALTER TABLE %s ALTER COLUMN "%s" SET NOT NULL' % (table_of(statement), column)

    @staticmethod
    def changed_as_text(statement):
        column = re.search(r"ALTER COLUMN (\S+)", statement)
        return column and "ALTER TABLE %s ALTER COLUMN %s TYPE TEXT" % (table_of(statement), column[1])

    @staticmethod
    def no_default(column, statement):
        return 'ALTER TABLE %s ALTER COLUMN "%s" DROP DEFAULT' % (table_of(statement), column)

    def same_type(self, _, statement):
        types = re.search(r'Key columns "(.+?)" and "(.+?)" are of incompatible types: (.+?) and (.+?)\.', self.detail)
        table = table_of(statement)
        if not types or not table:
            return None
        return 'ALTER TABLE %s ALTER COLUMN "%s" TYPE %s USING NULL' % (table, types[1], types[4])

    @staticmethod
    def as_text(_, statement):
        column = re.search(r'\("?(\w+)"? \w+_ops', statement)
        return column and 'ALTER TABLE %s ALTER COLUMN "%s" TYPE TEXT' % (table_of(statement), column[1])


class Sqlite:
    def mend(self, error):
        message = str(error.orig)
        statement = error.statement or ""
        for pattern, mend in (
            (r"no such table: (.+)", lambda name: "CREATE TABLE %s (id INTEGER PRIMARY KEY)" % quoted(name)),
            (r"no such index: (.+)", lambda name: 'CREATE TABLE "of_%s" (x INTEGER); CREATE INDEX %s ON "of_%s" (x)' %
                (name, quoted(name), name)),
            (r'no such column: "?(.+?)"?(?: - .*)?$', lambda name: self.add_column(statement, name)),
            (r"table (.+?) has no column named (.+)", lambda table, name: 'ALTER TABLE "%s" ADD COLUMN "%s" INTEGER' %
                (table, name)),
            (r"table (.+?) already exists", lambda name: "DROP TABLE %s" % quoted(name)),
            (r"duplicate column name: (.+)", lambda name: 'ALTER TABLE %s DROP COLUMN "%s"' % (table_of(statement), name)),
        ):
            found = re.match(pattern, message)
            if found:
                return mend(*found.groups())
        return None

    @staticmethod
    def add_column(statement, name):
        table = table_of(statement)
        return table and 'ALTER TABLE %s ADD COLUMN "%s" INTEGER' % (table, unquoted(name).rpartition(".")[2])


def of_reflection(error):
    """A batch reads its table first."""
    if isinstance(error, sa.exc.NoSuchTableError):
        return "CREATE TABLE %s (id INTEGER PRIMARY KEY)" % quoted(str(error))
    return None


def find(attempt, dialect):
    """The statements that `attempt(statements)`, which gives the exception of a try, needs; and its last exception."""
    mender = Postgresql() if dialect == "postgresql" else Sqlite()
    statements = []
    for _ in range(MOST_STEPS):
        error = attempt(statements)
        if error is None:
            break
        if isinstance(error, Refused):
            statements.pop()
            break
        more = mender.mend(error) if isinstance(error, sa.exc.DBAPIError) else of_reflection(error)
        if not more or more in statements:
            break
        statements.append(more)
    return statements, error
