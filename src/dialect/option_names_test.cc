#include "dialect/option_names.h"

#include <gtest/gtest.h>

#include "limbeck/error.h"

namespace limbeck::dialect {
namespace {

std::string ErrorOf(OptionOwner owner, std::string_view name) {
  try {
    CheckOptionName(owner, name);
  } catch (const Error& error) {
    return error.exception_class() + ": " + error.message();
  }
  return "";
}

TEST(OptionNames, KnowsWhatDialectsTake) {
  EXPECT_EQ(CheckOptionName(OptionOwner::kIndex, "postgresql_using"), std::nullopt);
  EXPECT_EQ(CheckOptionName(OptionOwner::kTable, "mysql_engine"), std::nullopt);
  EXPECT_EQ(CheckOptionName(OptionOwner::kColumn, "sqlite_on_conflict_not_null"), std::nullopt);
  EXPECT_EQ(CheckOptionName(OptionOwner::kIndex, "elsewhere_x"),
            "Can't validate argument 'elsewhere_x'; can't locate any SQLAlchemy dialect named 'elsewhere'");
}

TEST(OptionNames, RefusesAsSqlalchemyDoes) {
  EXPECT_EQ(ErrorOf(OptionOwner::kIndex, "using"),
            "TypeError: Additional arguments should be named <dialectname>_<argument>, got 'using'");
  EXPECT_EQ(ErrorOf(OptionOwner::kIndex, "postgresql_usign"),
            "sqlalchemy.exc.ArgumentError: Argument 'postgresql_usign' is not accepted by dialect 'postgresql' on "
            "behalf of <class 'sqlalchemy.sql.schema.Index'>");
  EXPECT_EQ(ErrorOf(OptionOwner::kUnique, "postgresql_where"),
            "sqlalchemy.exc.ArgumentError: Argument 'postgresql_where' is not accepted by dialect 'postgresql' on "
            "behalf of <class 'sqlalchemy.sql.schema.UniqueConstraint'>");
}

}  // namespace
}  // namespace limbeck::dialect
