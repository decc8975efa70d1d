"""What revisions of projects with SQLModel use of it."""

from sqlalchemy import *
from sqlmodel import sql
from sqlmodel.sql.sqltypes import AutoString
