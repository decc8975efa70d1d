# Migrations of several databases.

[alembic]
# The folder of env.py and versions/. %(here)s is the folder of this file.
script_location = ${script_location}

# How files of new revisions are named. Tokens: rev, slug, epoch, year, month, day, hour, minute, second; a slash makes
# folders, which recursive_version_locations must then allow. The default is %%(rev)s_%%(slug)s.
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s
# file_template = %%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(second).2d_%%(rev)s_%%(slug)s

# Folders in which the project's Python packages are found.
prepend_sys_path = .

# What stands between the paths in lists of paths such as prepend_sys_path and version_locations:
# os (":" or, on Windows, ";"), ":", ";", space or newline.
path_separator = os

# Time zone of "Create Date" and of times in file names, e.g. UTC or Europe/Berlin. The default is the machine's.
# timezone =

# Longest message, in characters, that a file name repeats.
# truncate_slug_length = 40

# Run env.py for the revision command, too, when it does not need to.
# revision_environment = false

# Accept .pyc and .pyo files without their source as revisions.
# sourceless = false

# Folders of revisions, if there are others than SCRIPT_LOCATION/versions. New revisions without a parent then need
# --version-path.
# version_locations = %(here)s/bar:%(here)s/bat:%(here)s/alembic/versions

# Look for revisions in the folders below these, too.
# recursive_version_locations = false

# Encoding of new revision files.
# output_encoding = utf-8

# The databases, and a section with the URL of each. Only env.py and script.py.mako read these.
databases = engine1, engine2

[engine1]
sqlalchemy.url = driver://user:pass@localhost/dbname

[engine2]
sqlalchemy.url = driver://user:pass@localhost/dbname2

[post_write_hooks]
# Programs that are run on each new revision file, for instance to format it. `hooks` lists their names.

# An installed Python package by its console script:
# hooks = black
# black.type = console_scripts
# black.entrypoint = black
# black.options = -l 79 REVISION_SCRIPT_FILENAME

# A Python module:
# hooks = ruff
# ruff.type = module
# ruff.module = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

# Any program:
# hooks = ruff
# ruff.type = exec
# ruff.executable = ruff
# ruff.options = check --fix REVISION_SCRIPT_FILENAME

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
