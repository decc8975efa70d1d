#pragma once

#include <set>
#include <string>
#include <vector>

#include "compare/change.h"
#include "compare/hooks.h"
#include "compare/rules.h"
#include "schema/table.h"

namespace limbeck::compare {

/// A table of the models: everything that its columns say is written out (schema::SpellOut), names are those of the
/// naming convention, types are as the models have them.
struct ModelTable {
  schema::Table table;
};

/// A table as the database has it; all names are final.
struct DatabaseTable {
  schema::Table table;
  /// Indexes that a constraint made.
  std::set<std::string> indexes_of_constraints;
};

/// The names that a database gives are as they are: no naming convention applies to them.
void FixNames(schema::Table& table);

struct Options {
  bool compare_type = true;
  /// compare_server_default=True; a function of the project's counts, too.
  bool compare_server_default = false;
  /// Whole kinds of things may be left out (autogenerate_plugins=).
  bool compare_tables = true;
  bool compare_defaults = true;
  bool compare_constraints = true;
  bool compare_comments = true;
  bool compare_checks = true;
  bool compare_primary_keys = false;
  /// CHECKs that types of the models make are the models', too.
  bool keep_checks_of_types = false;
  /// Where names without a schema are looked for.
  std::string default_schema;
};

/// What has to be done to the database so that it is what the models say, in Alembic's order. The database's tables
/// are those that the models may speak about (schemas and names are filtered, the version table is left out); models
/// are in the order in which they can be created.
Changes Compare(const std::vector<ModelTable>& models, const std::vector<DatabaseTable>& database,
                const Options& options, const Rules& rules, Hooks& hooks);

}  // namespace limbeck::compare
