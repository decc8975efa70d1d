#include "dialect/sqlite/dialect.h"

#include <string>

#include "dialect/sqlite/ddl.h"
#include "dialect/sqlite/operations.h"
#include "dialect/sqlite/reflected_defaults.h"
#include "dialect/sqlite/writers.h"
#include "dialect/statement_writer.h"

namespace limbeck::dialect::sqlite {
namespace {

class SqliteDialect : public Dialect {
 public:
  std::string_view name() const override { return "sqlite"; }
  std::string_view implementation_name() const override { return "SQLiteImpl"; }
  bool transactional_ddl() const override { return false; }

  std::string Quote(const sql::Name& name) const override { return SqliteWriters({}).identifiers.Quote(name); }
  std::string TypeText(const sql::Type& type) const override { return SqliteWriters({}).types->Text(type); }
  std::string DdlExpression(const sql::Expression& expression) const override {
    return SqliteWriters({}).expressions->Write(expression);
  }
  std::string FinalName(const schema::ConstraintName& name) const override {
    return SqliteWriters({}).identifiers.FinalName(name).text;
  }
  schema::TypeRules type_rules() const override {
    return {.dialect = "sqlite", .native_enum = false, .native_boolean = false};
  }
  std::string Literal(std::string_view text) const override { return SqliteWriters({}).literals->Quoted(text); }

  bool scripts_mark_with_percent() const override { return false; }
  bool ReturnsNewKeys(const sql::Insert& insert) const override {
    return SqliteWriters({}).expressions->ReturnsNewKeys(insert);
  }
  std::optional<SentText> TextWithValues(const Statement&) const override { return std::nullopt; }

  Statement Render(const sql::Statement& statement, const RenderOptions& options) const override {
    return WriteStatement(statement, SqliteWriters(options), options);
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
    if (!facts.reflected) return rendering.operations.WriteRebuild(batch, existing, facts);
    return rendering.operations.WriteRebuild(batch, WithProtectedDefaults(existing, batch.reflect_columns), facts);
  }

 private:
  // The writers of one operation.
  struct Rendering {
    Rendering(const RenderOptions& render_options, RunMemory& memory)
        : options(render_options), writers(options), ddl(writers), operations(ddl, writers, options, memory) {}

    RenderOptions options;
    SqliteWriters writers;
    SqliteDdl ddl;
    SqliteOperations operations;
  };
};

}  // namespace

const Dialect& Instance() {
  static const SqliteDialect instance;
  return instance;
}

}  // namespace limbeck::dialect::sqlite
