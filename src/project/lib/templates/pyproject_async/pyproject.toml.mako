[tool.alembic]
# The folder of env.py and versions/. %(here)s is the folder of this file.
script_location = "${script_location}"

# How files of new revisions are named. Tokens: rev, slug, epoch, year, month, day, hour, minute, second; a slash makes
# folders, which recursive_version_locations must then allow. The default is "%%(rev)s_%%(slug)s".
# file_template = "%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s"
# file_template = "%%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(second).2d_%%(rev)s_%%(slug)s"

# Folders in which the project's Python packages are found.
prepend_sys_path = ["."]

# Time zone of "Create Date" and of times in file names, e.g. "UTC" or "Europe/Berlin". The default is the machine's.
# timezone = "UTC"

# Longest message, in characters, that a file name repeats.
# truncate_slug_length = 40

# Run env.py for the revision command, too, when it does not need to.
# revision_environment = false

# Accept .pyc and .pyo files without their source as revisions.
# sourceless = false

# Folders of revisions, if there are others than SCRIPT_LOCATION/versions. New revisions without a parent then need
# --version-path.
# version_locations = ["%(here)s/alembic/versions", "%(here)s/foo/bar"]

# Look for revisions in the folders below these, too.
# recursive_version_locations = false

# Encoding of new revision files.
# output_encoding = "utf-8"

# Programs that are run on each new revision file, for instance to format it. `type` is "console_scripts" (with
# `entrypoint`), "module" (with `module`) or "exec" (with `executable`).
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "module"
# module = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
