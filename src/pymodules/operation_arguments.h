#pragma once

#include "ops/operation.h"
#include "python/interpreter.h"

// The directives of `op` and `batch_op`, from their arguments to operations.

namespace limbeck::pymodules {

/// The table that a batch_op stands for; without one a directive names its table itself.
struct BatchTarget {
  sql::Name table;
  std::optional<sql::Name> schema;
};

/// `columns` gets the Columns that were given, as the script has them.
ops::CreateTable ReadCreateTable(python::Arguments& arguments, std::vector<python::Value>& columns);
ops::DropTable ReadDropTable(python::Arguments& arguments);
ops::RenameTable ReadRenameTable(python::Arguments& arguments);
/// op.execute: SQL, or DDL as an object.
ops::Operation ReadExecute(python::Arguments& arguments);
ops::BulkInsert ReadBulkInsert(python::Arguments& arguments);

// Those that a batch has too. `batch` is null for `op`.
ops::CreateTableComment ReadCreateTableComment(python::Arguments& arguments, const BatchTarget* batch);
ops::DropTableComment ReadDropTableComment(python::Arguments& arguments, const BatchTarget* batch);
ops::AddColumn ReadAddColumn(python::Arguments& arguments, const BatchTarget* batch);
ops::DropColumn ReadDropColumn(python::Arguments& arguments, const BatchTarget* batch);
ops::AlterColumn ReadAlterColumn(python::Arguments& arguments, const BatchTarget* batch);
ops::AddConstraint ReadCreatePrimaryKey(python::Arguments& arguments, const BatchTarget* batch);
ops::AddConstraint ReadCreateUnique(python::Arguments& arguments, const BatchTarget* batch);
ops::AddConstraint ReadCreateCheck(python::Arguments& arguments, const BatchTarget* batch);
ops::AddConstraint ReadCreateForeignKey(python::Arguments& arguments, const BatchTarget* batch);
ops::AddConstraint ReadCreateExclude(python::Arguments& arguments, const BatchTarget* batch);
ops::DropConstraint ReadDropConstraint(python::Arguments& arguments, const BatchTarget* batch);
ops::CreateIndex ReadCreateIndex(python::Arguments& arguments, const BatchTarget* batch);
ops::DropIndex ReadDropIndex(python::Arguments& arguments, const BatchTarget* batch);

/// batch_alter_table(...): everything but its steps.
ops::BatchAlterTable ReadBatch(python::Arguments& arguments);

}  // namespace limbeck::pymodules
