#pragma once

#include <vector>

#include "engine/database_schema.h"
#include "engine/schema_diff.h"
#include "pymodules/model_copy.h"

namespace limbeck::engine {

/// A schema that is no models: its tables in their place, itself the copy that tells how the database words them.
class SourceTables : public pymodules::ModelCopy {
 public:
  SourceTables(OpenSchema schema, const SchemaScope& scope);

  const std::vector<schema::Table>& tables() const { return tables_; }
  Contents Make(const pymodules::Models& models) override;

 private:
  OpenSchema schema_;
  DatabaseSchema read_;
  std::vector<schema::Table> tables_;
};

}  // namespace limbeck::engine
