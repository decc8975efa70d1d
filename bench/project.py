"""Alembic projects of any length, made by rule: the same call gives the same files."""

INI = """[alembic]
script_location = %(here)s
sqlalchemy.url = {url}
"""

ENV = """from alembic import context
from sqlalchemy import engine_from_config, pool

config = context.config


def run_offline():
    context.configure(url=config.get_main_option("sqlalchemy.url"), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def run_online():
    engine = engine_from_config(config.get_section(config.config_ini_section), poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_offline()
else:
    run_online()
"""

REVISION = '''"""step {number}

Revision ID: {revision}
Revises: {parent}
Create Date: 2024-01-01 00:00:00

"""
from alembic import op
import sqlalchemy as sa

revision = "{revision}"
down_revision = {down}
branch_labels = None
depends_on = None


def upgrade():
{upgrade}


def downgrade():
    pass
'''

CREATE_TABLE = """    op.create_table(
        "{table}",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("amount", sa.Numeric(precision=12, scale=2), server_default="0", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_{table}"),
        sa.CheckConstraint("amount >= 0", name="ck_{table}_amount"),
    )"""

# What happens to one table, revision by revision; the next ten are about the next table.
STEPS = [
    CREATE_TABLE,
    '    op.add_column("{table}", sa.Column("email", sa.String(255), nullable=True))',
    '    op.create_index("ix_{table}_email", "{table}", ["email"], unique=True)',
    """    op.execute("INSERT INTO {table} (id, name) VALUES (1, 'one'), (2, 'two')")""",
    '    op.add_column("{table}", sa.Column("rank", sa.Integer(), server_default="7", nullable=False))',
    """    op.execute("UPDATE {table} SET email = name || '@example.com', rank = id")""",
    '    op.create_index(op.f("ix_{table}_name"), "{table}", ["name", "rank"])',
    '    op.drop_index("ix_{table}_email", table_name="{table}")',
    '    op.drop_column("{table}", "email")',
    '    op.rename_table("{table}", "{table}_old")',
]


def revision_id(number):
    return f"{number:012x}"


def revision_text(number):
    parent = revision_id(number - 1) if number > 1 else ""
    step = STEPS[(number - 1) % len(STEPS)].format(table=f"t{(number - 1) // len(STEPS)}")
    return REVISION.format(number=number, revision=revision_id(number), parent=parent,
                           down=f'"{parent}"' if parent else None, upgrade=step)


def write(folder, url, revisions):
    """A project in an existing folder."""
    (folder / "alembic.ini").write_text(INI.format(url=url))
    (folder / "env.py").write_text(ENV)
    versions = folder / "versions"
    versions.mkdir()
    for number in range(1, revisions + 1):
        (versions / f"{revision_id(number)}_step_{number}.py").write_text(revision_text(number))
