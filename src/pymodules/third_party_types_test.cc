#include <gtest/gtest.h>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Types and operations of packages that revisions import beside SQLAlchemy.

namespace limbeck::pymodules {
namespace {

std::string SqlOf(const std::string& source, const std::string& dialect = "postgresql") {
  OfflineScriptOptions options;
  options.dialect = dialect;
  const ScriptOutcome outcome = RunOfflineScript(source, options);
  return Join(outcome.statements, "; ") + outcome.error;
}

struct TypeCase {
  const char* imports;
  const char* type;
  const char* postgresql;
  const char* sqlite;
};

class ThirdPartyType : public testing::TestWithParam<TypeCase> {};

std::string ColumnText(const TypeCase& row, const std::string& dialect) {
  const std::string source = std::string("from alembic import op\nimport sqlalchemy as sa\nimport ") + row.imports +
                             "\nop.add_column('t', sa.Column('c', " + row.type + "))\n";
  const std::string text = SqlOf(source, dialect);
  const std::string prefix = "ALTER TABLE t ADD COLUMN c ";
  return text.compare(0, prefix.size(), prefix) == 0 ? text.substr(prefix.size()) : text;
}

TEST_P(ThirdPartyType, HasItsText) {
  EXPECT_EQ(ColumnText(GetParam(), "postgresql"), GetParam().postgresql);
  EXPECT_EQ(ColumnText(GetParam(), "sqlite"), GetParam().sqlite);
}

constexpr TypeCase kTypes[] = {
    {"coaster.sqlalchemy", "coaster.sqlalchemy.JsonDict()", "JSONB", "TEXT"},
    {"coaster.sqlalchemy.columns", "coaster.sqlalchemy.columns.JsonDict", "JSONB", "TEXT"},
    {"coaster.sqlalchemy", "coaster.sqlalchemy.UrlType()", "TEXT", "TEXT"},
    {"oslo_db.sqlalchemy.types", "oslo_db.sqlalchemy.types.JsonEncodedDict()", "TEXT", "TEXT"},
    {"oslo_db.sqlalchemy.types", "oslo_db.sqlalchemy.types.JsonEncodedList", "TEXT", "TEXT"},
    {"oslo_db.sqlalchemy.types", "oslo_db.sqlalchemy.types.JsonEncodedDict.impl", "TEXT", "TEXT"},
    {"pgvector.sqlalchemy", "pgvector.sqlalchemy.Vector(3)", "VECTOR(3)", "VECTOR(3)"},
    {"pgvector.sqlalchemy", "pgvector.sqlalchemy.VECTOR(dim=1536)", "VECTOR(1536)", "VECTOR(1536)"},
    {"pgvector.sqlalchemy", "pgvector.sqlalchemy.HALFVEC()", "HALFVEC", "HALFVEC"},
    {"pgvector.sqlalchemy", "pgvector.sqlalchemy.SPARSEVEC(9)", "SPARSEVEC(9)", "SPARSEVEC(9)"},
    {"geoalchemy2", "geoalchemy2.Geometry(geometry_type='POINT', srid=4326)",
     "geometry(POINT,4326); CREATE INDEX idx_t_c ON t USING gist (c)", "geometry(POINT,4326)"},
    {"geoalchemy2", "geoalchemy2.types.Geometry('POLYGON', from_text='ST_GeomFromEWKT', name='geometry')",
     "geometry(POLYGON,-1); CREATE INDEX idx_t_c ON t USING gist (c)", "geometry(POLYGON,-1)"},
    {"geoalchemy2.types", "geoalchemy2.types.Geography(geometry_type='POINT', srid=4326, nullable=False)",
     "geography(POINT,4326); CREATE INDEX idx_t_c ON t USING gist (c)", "geography(POINT,4326)"},
    {"geoalchemy2", "geoalchemy2.Raster()", "raster; CREATE INDEX idx_t_c ON t USING gist (ST_ConvexHull(c))",
     "raster"},
    {"sqlmodel", "sqlmodel.sql.sqltypes.AutoString()", "VARCHAR", "VARCHAR"},
    {"sqlmodel", "sqlmodel.sql.sqltypes.AutoString(length=255)", "VARCHAR(255)", "VARCHAR(255)"},
    {"sqlmodel", "sqlmodel.AutoString()", "VARCHAR", "VARCHAR"},
    {"sqlmodel", "sqlmodel.sql.sqltypes.GUID()", "UUID", "CHAR(32)"},
    {"sqlmodel", "sqlmodel.sql.sqltypes.types.Uuid()", "UUID", "CHAR(32)"},
    {"fastapi_users_db_sqlalchemy", "fastapi_users_db_sqlalchemy.generics.GUID()", "UUID", "CHAR(36)"},
    {"fastapi_users_db_sqlalchemy", "fastapi_users_db_sqlalchemy.generics.TIMESTAMPAware(timezone=True)",
     "TIMESTAMP WITH TIME ZONE", "TIMESTAMP"},
    {"advanced_alchemy.types", "advanced_alchemy.types.GUID(length=16)", "UUID", "BLOB"},
    {"advanced_alchemy.types", "advanced_alchemy.types.GUID(binary=False)", "UUID", "CHAR(32)"},
    {"advanced_alchemy.types", "advanced_alchemy.types.DateTimeUTC(timezone=True)", "TIMESTAMP WITH TIME ZONE",
     "DATETIME"},
    {"advanced_alchemy.types", "advanced_alchemy.types.JsonB()", "JSONB", "JSON"},
    {"advanced_alchemy.types", "advanced_alchemy.types.BigIntIdentity", "BIGINT", "INTEGER"},
    {"citext", "citext.CIText()", "CITEXT", "CITEXT"},
    {"enumtables", "enumtables.enum_column.EnumType()", "VARCHAR", "VARCHAR"},
    {"sqlalchemy_json", "sqlalchemy_json.NestedMutableJson()", "JSON", "JSON"},
    {"sqlalchemy_json", "sqlalchemy_json.mutable_json_type(dbtype=sa.JSON, nested=True)", "JSON", "JSON"},
    {"sqlalchemy_utils", "sqlalchemy_utils.UUIDType()", "UUID", "BINARY(16)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.uuid.UUIDType(binary=False)", "UUID", "CHAR(32)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.UUIDType(native=False)", "BINARY(16)", "BINARY(16)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.arrow.ArrowType()", "TIMESTAMP WITHOUT TIME ZONE", "DATETIME"},
    {"sqlalchemy_utils", "sqlalchemy_utils.ArrowType(timezone=True)", "TIMESTAMP WITH TIME ZONE", "DATETIME"},
    {"sqlalchemy_utils", "sqlalchemy_utils.ChoiceType([('a', 'A')])", "VARCHAR(255)", "VARCHAR(255)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.choice.ChoiceType([1], impl=sa.Integer())", "INTEGER", "INTEGER"},
    {"sqlalchemy_utils", "sqlalchemy_utils.EmailType()", "VARCHAR(255)", "VARCHAR(255)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.email.EmailType(length=80)", "VARCHAR(80)", "VARCHAR(80)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.json.JSONType()", "JSON", "TEXT"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.url.URLType()", "TEXT", "TEXT"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.password.PasswordType(max_length=1137)", "BYTEA", "VARBINARY(1137)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.ts_vector.TSVectorType('name', weights={'name': 'A'})", "TSVECTOR",
     "Compiler <sqlalchemy.dialects.sqlite.base.SQLiteTypeCompiler object> can't render "
     "element of type TSVECTOR"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.scalar_list.ScalarListType(int)", "TEXT", "TEXT"},
    {"sqlalchemy_utils", "sqlalchemy_utils.PhoneNumberType()", "VARCHAR(20)", "VARCHAR(20)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.IPAddressType()", "VARCHAR(50)", "VARCHAR(50)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.ColorType()", "VARCHAR(20)", "VARCHAR(20)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.CountryType()", "VARCHAR(2)", "VARCHAR(2)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.CurrencyType()", "VARCHAR(3)", "VARCHAR(3)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.LocaleType()", "VARCHAR(10)", "VARCHAR(10)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.TimezoneType(backend='pytz')", "VARCHAR(50)", "VARCHAR(50)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.LtreeType()", "LTREE", "LTREE"},
    {"sqlalchemy_utils", "sqlalchemy_utils.WeekDaysType()", "BIT(7)", "VARCHAR(7)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.range.IntRangeType()", "INT4RANGE", "VARCHAR(255)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.StringEncryptedType(sa.Unicode, 'key', length=40)", "VARCHAR(40)",
     "VARCHAR(40)"},
    {"sqlalchemy_utils", "sqlalchemy_utils.types.encrypted.encrypted_type.StringEncryptedType()", "VARCHAR", "VARCHAR"},
    {"sqlalchemy_utils.types.encrypted.encrypted_type",
     "sqlalchemy_utils.types.encrypted.encrypted_type.EncryptedType(sa.Text)", "BYTEA", "BLOB"},
};

INSTANTIATE_TEST_SUITE_P(Rows, ThirdPartyType, testing::ValuesIn(kTypes));

TEST(EnumTables, HaveTheMembersForRows) {
  const ScriptOutcome outcome = RunOfflineScript(
      "import enum, enumtables\nfrom sqlalchemy.orm import declarative_base\nBase = declarative_base()\n"
      "class UserState(enum.Enum):\n    ACTIVE = 1\nstates = enumtables.EnumTable(UserState, Base)\n"
      "assert (states.__name__, states.__tablename__) == ('UserStateTable', 'user_state')\n"
      "class User(Base):\n    __tablename__ = 'users'\n    state = enumtables.EnumColumn(states, primary_key=True)\n"
      "[key] = User.__table__.c.state.foreign_keys\nassert key.target_fullname == 'user_state.item_id'\n",
      {});
  EXPECT_EQ(outcome.error, "");
}

TEST(AlembicPostgresqlEnum, MakesIndexesAgain) {
  const std::string sql = SqlOf(
      "from alembic import op\nfrom alembic_postgresql_enum.sql_commands.indexes import "
      "TableIndex\nop.sync_enum_values('public', 'e', "
      "['a'], "
      "[], indexes_to_recreate=[TableIndex('public.i', 'CREATE INDEX i ON t (c)')])\n");
  EXPECT_EQ(sql.substr(0, sql.find("CREATE TYPE")),
            "DROP INDEX public.i; ALTER TYPE \"public\".\"e\" RENAME TO e_old; ");
  EXPECT_EQ(sql.substr(sql.rfind(';')), "; CREATE INDEX i ON t (c)");
}

TEST(FlaskAppBuilder, HasModelsOfItsOwn) {
  const ScriptOutcome outcome = RunOfflineScript(
      "import sqlalchemy as sa\nfrom flask_appbuilder import Base, Model, SQLA, expose\n"
      "from flask_appbuilder.models.sqla import Model as same\ndb = SQLA()\n"
      "class Chart(Model):\n    __tablename__ = 'charts'\n    id = sa.Column(sa.Integer, primary_key=True)\n"
      "    @expose('/x')\n    def view(self): pass\n"
      "assert same is Model and db.Model is Model and list(Base.metadata.tables) == ['charts']\n"
      "assert db.metadata is Base.metadata and Chart(id=3).to_json() == {'id': 3}\n"
      "together = sa.MetaData()\ntogether._add_table('charts', None, Chart.__table__)\n"
      "together._add_table('old', 'a', Chart.__table__)\nassert list(together.tables) == ['charts', 'a.old']\n",
      {});
  EXPECT_EQ(outcome.error, "");
}

// ------------------------------------------------------------------------------------------ operations

struct OperationCase {
  const char* call;
  const char* sql;
};

class ThirdPartyOperation : public testing::TestWithParam<OperationCase> {};

TEST_P(ThirdPartyOperation, HasItsSql) {
  EXPECT_EQ(SqlOf(std::string("from alembic import op\n"
                              "from alembic_postgresql_enum import ColumnType, TableReference\n"
                              "from alembic_utils.pg_extension import PGExtension\n"
                              "from alembic_utils.pg_function import PGFunction\n"
                              "from alembic_utils.pg_grant_table import PGGrantTable\n"
                              "from alembic_utils.pg_materialized_view import PGMaterializedView\n"
                              "from alembic_utils.pg_policy import PGPolicy\n"
                              "from alembic_utils.pg_trigger import PGTrigger\n"
                              "from alembic_utils.pg_view import PGView\n"
                              "op.") +
                  GetParam().call + "\n"),
            GetParam().sql);
}

constexpr OperationCase kOperations[] = {
    {"create_entity(PGView('public', 'v', 'SELECT a::text FROM t;'))",
     "CREATE VIEW \"public\".\"v\" AS SELECT a::text FROM t;"},
    {"drop_entity(PGView('public', 'v', 'SELECT 1'))", "DROP VIEW \"public\".\"v\""},
    {"drop_entity(PGView('public', 'v', 'SELECT 1'), cascade=True)", "DROP VIEW \"public\".\"v\" cascade"},
    {"create_entity(PGMaterializedView('public', 'm', 'SELECT 1', with_data=False))",
     "CREATE MATERIALIZED VIEW \"public\".\"m\" AS SELECT 1 WITH NO DATA;"},
    {"create_entity(PGFunction('public', 'f(a integer)', \"returns text as $$ begin return ':x'; end; $$ language "
     "plpgsql\"))",
     "CREATE FUNCTION \"public\".\"f\"(a integer) returns text as $$ begin return ':x'; end; $$ language plpgsql"},
    {"replace_entity(PGFunction('public', 'f()', 'returns int as $$ select 1 $$ language sql'))",
     "CREATE OR REPLACE FUNCTION \"public\".\"f\"() returns int as $$ select 1 $$ language sql"},
    {"drop_entity(PGFunction('public', 'f(a integer default 5, b text)', 'returns int as $$ select 1 $$'))",
     "DROP FUNCTION \"public\".\"f\"(a integer, b text)"},
    {"create_entity(PGTrigger('public', 'tr', 'before insert on public.t for each row execute function f()', "
     "on_entity='public.t'))",
     "CREATE TRIGGER tr before insert on public.t for each row execute function f()"},
    {"drop_entity(PGTrigger('public', 'tr', 'x', on_entity='t'))", "DROP TRIGGER \"tr\" ON public.t"},
    {"create_entity(PGPolicy('public', 'p', 'for all using (true)', on_entity='t'))",
     "CREATE POLICY p on public.t for all using (true)"},
    {"drop_entity(PGPolicy('public', 'p', '', on_entity='t'))", "DROP POLICY p on public.t"},
    {"create_entity(PGExtension('public', 'uuid-ossp'))", "CREATE EXTENSION \"uuid-ossp\" WITH SCHEMA \"public\";"},
    {"drop_entity(PGExtension('public', 'uuid-ossp'))", "DROP EXTENSION \"uuid-ossp\""},
    {"create_entity(PGGrantTable('public', 't', 'reader', 'SELECT', columns=['b', 'a']))",
     "GRANT SELECT ( a, b ) ON \"public\".\"t\" TO \"reader\""},
    {"drop_entity(PGGrantTable('public', 't', 'reader', 'SELECT'))",
     "REVOKE SELECT ON \"public\".\"t\" FROM \"reader\""},
    {"sync_enum_values('public', 'e', ['a'], [TableReference('t', 'c', column_type=ColumnType.ARRAY, "
     "existing_server_default=\"'{}'::public.e[]\"), TableReference('u', 'd', table_schema=None)])",
     R"(ALTER TYPE "public"."e" RENAME TO e_old; CREATE TYPE "public"."e" AS ENUM('a'); CREATE FUNCTION new_old_not_equals(
                new_enum_val "public"."e", old_enum_val "public"."e_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text != old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE; CREATE OPERATOR != (
            leftarg = "public"."e",
            rightarg = "public"."e_old",
            procedure = new_old_not_equals
        ); CREATE FUNCTION new_old_equals(
                new_enum_val "public"."e", old_enum_val "public"."e_old"
            )
            RETURNS boolean AS $$
                SELECT new_enum_val::text = old_enum_val::text;
            $$ LANGUAGE SQL IMMUTABLE; CREATE OPERATOR = (
            leftarg = "public"."e",
            rightarg = "public"."e_old",
            procedure = new_old_equals
        ); ALTER TABLE "public"."t"
             ALTER COLUMN "c" DROP DEFAULT; ALTER TABLE "public"."t" )"
     "\n            ALTER COLUMN \"c\" TYPE \"public\".\"e\"[]\n            USING \"c\"::text[]::\"public\".\"e\"[]; "
     "ALTER TABLE \"public\".\"t\"\n            ALTER COLUMN \"c\" SET DEFAULT '{}'::public.e[]; ALTER TABLE \"u\" "
     "\n                ALTER COLUMN \"d\" TYPE \"public\".\"e\" \n                USING "
     "\"d\"::text::\"public\".\"e\"; DROP FUNCTION new_old_not_equals(\n            new_enum_val \"public\".\"e\", "
     "old_enum_val \"public\".\"e_old\"\n        ) CASCADE; DROP FUNCTION new_old_equals(\n            new_enum_val "
     "\"public\".\"e\", old_enum_val \"public\".\"e_old\"\n        ) CASCADE; DROP TYPE \"public\".\"e_old\""},
    {"add_enum_value('e', 'z', after='y', schema='app', if_not_exists=True)",
     "ALTER TYPE app.e ADD VALUE IF NOT EXISTS 'z' AFTER 'y'"},
    {"rename_enum_value('e', 'a', 'b')", "ALTER TYPE e RENAME VALUE 'a' TO 'b'"},
    {"rename_enum('e', 'f')", "ALTER TYPE e RENAME TO f"},
    {"add_enum_value('e')", "add_enum_value() missing 1 required positional argument: 'value'"},
};

INSTANTIATE_TEST_SUITE_P(Rows, ThirdPartyOperation, testing::ValuesIn(kOperations));

}  // namespace
}  // namespace limbeck::pymodules
