from pgvector.sqlalchemy import VECTOR
