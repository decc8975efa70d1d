"""Sessions of Oslo."""

import sqlalchemy.orm


class Query(sqlalchemy.orm.Query):
    pass


class Session(sqlalchemy.orm.Session):
    pass


def get_maker(engine, expire_on_commit=False, **options):
    return sqlalchemy.orm.sessionmaker(bind=engine, class_=Session, expire_on_commit=expire_on_commit)
