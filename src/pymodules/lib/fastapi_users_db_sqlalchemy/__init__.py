"""What revisions of projects with FastAPI Users use of it."""

from fastapi_users_db_sqlalchemy import generics
from fastapi_users_db_sqlalchemy.generics import GUID
