# Migrations of one database: what has no place in pyproject.toml.

[alembic]
# The database. Only env.py reads this; it may get the URL from anywhere else.
sqlalchemy.url = driver://user:pass@localhost/dbname

# What is logged, in the format of Python's logging.config. Read by env.py.
[loggers]
keys = root,sqlalchemy,alembic

[handlers]
keys = console

[formatters]
keys = generic

[logger_root]
level = WARNING
handlers = console
qualname =

[logger_sqlalchemy]
level = WARNING
handlers =
qualname = sqlalchemy.engine

[logger_alembic]
level = INFO
handlers =
qualname = alembic

[handler_console]
class = StreamHandler
args = (sys.stderr,)
level = NOTSET
formatter = generic

[formatter_generic]
format = %(levelname)-5.5s [%(name)s] %(message)s
datefmt = %H:%M:%S
