#include "dialect/postgresql/dialect.h"

#include <string>

#include "dialect/postgresql/ddl.h"
#include "dialect/postgresql/operations.h"
#include "dialect/postgresql/writers.h"
#include "dialect/statement_writer.h"

namespace limbeck::dialect::postgresql {
namespace {

class PostgresqlDialect : public Dialect {
 public:
  std::string_view name() const override { return "postgresql"; }
  std::string_view implementation_name() const override { return "PostgresqlImpl"; }
  bool transactional_ddl() const override { return true; }

  std::string Quote(const sql::Name& name) const override { return PostgresqlWriters({}).identifiers.Quote(name); }
  std::string TypeText(const sql::Type& type) const override { return PostgresqlWriters({}).types->Text(type); }
  std::string DdlExpression(const sql::Expression& expression) const override {
    return PostgresqlWriters({}).expressions->Write(expression);
  }
  std::string FinalName(const schema::ConstraintName& name) const override {
    return PostgresqlWriters({}).identifiers.FinalName(name).text;
  }
  schema::TypeRules type_rules() const override { return {.dialect = "postgresql"}; }
  std::string Literal(std::string_view text) const override { return PostgresqlWriters({}).literals->Quoted(text); }

  Statement Render(const sql::Statement& statement, const RenderOptions& options) const override {
    return WriteStatement(statement, PostgresqlWriters(options), options);
  }

  Rendered Render(const ops::Operation& operation, const RenderOptions& options, RunMemory& memory) const override {
    Rendering rendering(options, memory);
    return rendering.operations.Write(operation);
  }

  bool Rebuilds(const ops::BatchAlterTable& batch) const override {
    RunMemory memory;
    Rendering rendering({}, memory);
    return rendering.operations.NeedsRebuild(batch, batch.steps.size());
  }

  Rendered RenderBatch(const ops::BatchAlterTable& batch, const schema::Table& existing, const ExistingTable& facts,
                       const RenderOptions& options, RunMemory& memory) const override {
    Rendering rendering(options, memory);
    return rendering.operations.WriteRebuild(batch, existing, facts);
  }

 private:
  // The writers of one operation.
  struct Rendering {
    Rendering(const RenderOptions& render_options, RunMemory& memory)
        : options(render_options), writers(options), ddl(writers), operations(ddl, writers, options, memory) {}

    RenderOptions options;
    PostgresqlWriters writers;
    PostgresqlDdl ddl;
    PostgresqlOperations operations;
  };
};

}  // namespace

const Dialect& Instance() {
  static const PostgresqlDialect instance;
  return instance;
}

}  // namespace limbeck::dialect::postgresql
