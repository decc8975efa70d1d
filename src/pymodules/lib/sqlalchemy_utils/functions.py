"""SQLAlchemy-Utils' functions about whole databases."""

import os

import sqlalchemy as sa


def _server(url):
    """A connection to the server beside the database itself."""
    return sa.create_engine(url.set(database="postgres")).connect().execution_options(isolation_level="AUTOCOMMIT")


def _quoted(name):
    return '"%s"' % name.replace('"', '""')


def database_exists(url):
    url = sa.engine.make_url(url)
    if url.drivername.startswith("sqlite"):
        return not url.database or url.database == ":memory:" or os.path.exists(url.database)
    try:
        sa.create_engine(url).connect().close()
    except sa.exc.OperationalError:
        return False
    return True


def create_database(url, encoding="utf8", template=None):
    url = sa.engine.make_url(url)
    if url.drivername.startswith("sqlite"):
        sa.create_engine(url).connect().close()
        return
    with _server(url) as connection:
        connection.exec_driver_sql("CREATE DATABASE %s ENCODING '%s' TEMPLATE %s"
                                   % (_quoted(url.database), encoding, _quoted(template or "template1")))


def drop_database(url):
    url = sa.engine.make_url(url)
    if url.drivername.startswith("sqlite"):
        raise RuntimeError("a migration removes no files")
    with _server(url) as connection:
        connection.exec_driver_sql("DROP DATABASE %s" % _quoted(url.database))
