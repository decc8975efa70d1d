"""Statements about views, for op.execute()."""

from sqlalchemy import text as _sa_text
from sqlalchemy.ext.compiler import compiles as _compiles
from sqlalchemy.schema import DDLElement as _DDLElement


class CreateView(_DDLElement):
    def __init__(self, name, selectable, materialized=False, replace=False):
        if materialized and replace:
            raise ValueError("Cannot use CREATE OR REPLACE with materialized views")
        self.name = name
        self.selectable = selectable
        self.materialized = materialized
        self.replace = replace


@_compiles(CreateView)
def compile_create_materialized_view(element, compiler, **kw):
    return "CREATE %s%sVIEW %s AS %s" % (
        "OR REPLACE " if element.replace else "",
        "MATERIALIZED " if element.materialized else "",
        compiler.dialect.identifier_preparer.quote(element.name),
        compiler.sql_compiler.process(element.selectable, literal_binds=True))


class DropView(_DDLElement):
    def __init__(self, name, materialized=False, cascade=True):
        self.name = name
        self.materialized = materialized
        self.cascade = cascade


@_compiles(DropView)
def compile_drop_materialized_view(element, compiler, **kw):
    return "DROP %sVIEW IF EXISTS %s %s" % (
        "MATERIALIZED " if element.materialized else "",
        compiler.dialect.identifier_preparer.quote(element.name),
        "CASCADE" if element.cascade else "")


def refresh_materialized_view(session, name, concurrently=False):
    session.flush()
    quoted = session.bind.dialect.identifier_preparer.quote(name)
    session.execute(_sa_text("REFRESH MATERIALIZED VIEW %s%s" % ("CONCURRENTLY " if concurrently else "", quoted)))

