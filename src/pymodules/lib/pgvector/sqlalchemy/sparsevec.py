from pgvector.sqlalchemy import SPARSEVEC
