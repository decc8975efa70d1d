#include <gtest/gtest.h>

#include "base/text.h"
#include "pymodules/offline_script_test.h"

// Expectations are what geoalchemy2 0.18 gives with Alembic 1.19; of several indexes it makes in any order.

namespace limbeck::pymodules {
namespace {

/// A statement a line.
std::string SqlOf(const std::string& body) {
  const std::string imports =
      "import sqlalchemy as sa\nfrom alembic import op\nfrom geoalchemy2 import Geography, Geometry, Raster, "
      "alembic_helpers\n";
  const ScriptOutcome outcome = RunOfflineScript(imports + body, {.literal_binds = true});
  EXPECT_EQ(outcome.error, "");
  std::string text;
  for (const std::string& statement : outcome.statements) {
    for (const std::string& line : Split(std::string(Trim(statement)), '\n')) text += std::string(Trim(line)) + " ";
    text.back() = '\n';
  }
  return text;
}

TEST(Geoalchemy, ColumnsBringTheirIndexesAlong) {
  EXPECT_EQ(SqlOf("op.create_table('a', sa.Column('g', Geometry('POINT', srid=4326)),\n"
                  "    sa.Column('h', Geography('POLYGON', 4326, spatial_index=False)), sa.Column('r', Raster()),\n"
                  "    sa.Column('n', Geometry('POINTZ', 4326, dimension=3, use_N_D_index=True)))\n"
                  "op.add_column('a', sa.Column('k', Geography(geometry_type='POINT', srid=4326)))\n"),
            "CREATE TABLE a ( g geometry(POINT,4326), h geography(POLYGON,4326), r raster, n geometry(POINTZ,4326) )\n"
            "CREATE INDEX idx_a_g ON a USING gist (g)\n"
            "CREATE INDEX idx_a_r ON a USING gist (ST_ConvexHull(r))\n"
            "CREATE INDEX idx_a_n ON a USING gist (n gist_geometry_ops_nd)\n"
            "ALTER TABLE a ADD COLUMN k geography(POINT,4326)\n"
            "CREATE INDEX idx_a_k ON a USING gist (k)\n");
}

TEST(Geoalchemy, OperationsOfItsOwnAreThePlainOnes) {
  EXPECT_EQ(SqlOf("point = Geometry('POINT', srid=4326, spatial_index=False)\n"
                  "op.create_geospatial_table('b', sa.Column('g', point, nullable=False), schema='s')\n"
                  "op.create_geospatial_index('idx_b_g', 'b', ['g'], unique=False, postgresql_using='gist',\n"
                  "    postgresql_ops={})\n"
                  "op.add_geospatial_column('b', sa.Column('h', point))\n"
                  "op.drop_geospatial_index('idx_b_g', table_name='b', column_name='g', postgresql_using='gist')\n"
                  "op.drop_geospatial_column('b', 'h')\nop.drop_geospatial_table('b', schema='s')\n"),
            "CREATE TABLE s.b ( g geometry(POINT,4326) NOT NULL )\n"
            "CREATE INDEX idx_b_g ON b USING gist (g)\n"
            "ALTER TABLE b ADD COLUMN h geometry(POINT,4326)\n"
            "DROP INDEX idx_b_g\nALTER TABLE b DROP COLUMN h\nDROP TABLE s.b\n");
}

TEST(Geoalchemy, BatchesHaveThem) {
  EXPECT_EQ(SqlOf("with op.batch_alter_table('b') as batch_op:\n"
                  "    batch_op.create_geospatial_index('idx_b_g', ['g'], unique=False, postgresql_using='gist')\n"
                  "    batch_op.add_geospatial_column(sa.Column('h', Geometry('POINT', 4326, spatial_index=False)))\n"
                  "    batch_op.drop_geospatial_index('idx_b_g', column_name='g')\n"
                  "    batch_op.drop_geospatial_column('h')\n"),
            "CREATE INDEX idx_b_g ON b USING gist (g)\nALTER TABLE b ADD COLUMN h geometry(POINT,4326)\n"
            "DROP INDEX idx_b_g\nALTER TABLE b DROP COLUMN h\n");
}

}  // namespace
}  // namespace limbeck::pymodules
