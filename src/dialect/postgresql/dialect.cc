#include "dialect/postgresql/dialect.h"

#include <string>

#include "dialect/postgresql/client_text.h"
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

  bool scripts_mark_with_percent() const override { return true; }
  bool ReturnsNewKeys(const sql::Insert& insert) const override {
    return PostgresqlWriters({}).expressions->ReturnsNewKeys(insert);
  }
  std::optional<SentText> TextWithValues(const Statement& statement) const override {
    if (statement.style != ParameterStyle::kScript) return std::nullopt;
    return WriteClientText(statement);
  }

  Statement Render(const sql::Statement& statement, const RenderOptions& options) const override {
    return WriteStatement(statement, PostgresqlWriters(options), options);
  }

  Rendered Render(const ops::Operation& operation, const RenderOptions& options, RunMemory& memory) const override {
    Rendering rendering(options, memory);
    return Styled(rendering.operations.Write(operation), options);
  }

  bool Rebuilds(const ops::BatchAlterTable& batch) const override {
    RunMemory memory;
    Rendering rendering({}, memory);
    return rendering.operations.NeedsRebuild(batch, batch.steps.size());
  }

  Rendered RenderBatch(const ops::BatchAlterTable& batch, const schema::Table& existing, const ExistingTable& facts,
                       const RenderOptions& options, RunMemory& memory) const override {
    Rendering rendering(options, memory);
    return Styled(rendering.operations.WriteRebuild(batch, existing, facts), options);
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

  static Rendered Styled(Rendered rendered, const RenderOptions& options) {
    for (Statement& statement : rendered.statements) statement.style = options.parameter_style;
    return rendered;
  }
};

}  // namespace

const Dialect& Instance() {
  static const PostgresqlDialect instance;
  return instance;
}

}  // namespace limbeck::dialect::postgresql
