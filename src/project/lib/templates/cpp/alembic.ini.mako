# Migrations of one database, without Python.

[alembic]
# The folder of versions/. %(here)s is the folder of this file.
script_location = ${script_location}

# The database: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.
sqlalchemy.url = sqlite:///%(here)s/app.db

# How files of new revisions are named. Tokens: rev, slug, epoch, year, month, day, hour, minute, second; a slash makes
# folders, which recursive_version_locations must then allow. The default is %%(rev)s_%%(slug)s.
# file_template = %%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s

# Time zone of times in new files and their names, e.g. UTC or Europe/Berlin. The default is the machine's.
# timezone =

# Longest message, in characters, that a file name repeats.
# truncate_slug_length = 40

# What stands between the paths in version_locations: os (":" or, on Windows, ";"), ":", ";", space or newline.
path_separator = os

# Folders of revisions, if there are others than SCRIPT_LOCATION/versions.
# version_locations = %(here)s/bar:%(here)s/migrations/versions

# Look for revisions in the folders below these, too.
# recursive_version_locations = false
