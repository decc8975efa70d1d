from sqlmodel.sql import sqltypes
