"""One database for each project: a file data/project_{id}.db, or the schema project_{id} of a PostgreSQL database."""

from app.models.models import Base

DATA_FOLDER = "data"


def sqlite_url(project_id):
    return f"sqlite:///{DATA_FOLDER}/project_{project_id}.db"


def schema_name(project_id):
    return f"project_{project_id}"


def create_all(engine):
    """For tests, in memory; production migrates."""
    Base.metadata.create_all(engine)
