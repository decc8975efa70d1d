#include "engine/change_sql.h"

#include <algorithm>
#include <functional>
#include <type_traits>

#include "engine/batch_rebuild.h"
#include "inspect/rebuild_guard.h"

namespace limbeck::engine {
namespace {

/// The operation as a step of a batch; nullopt for what stands outside of one.
std::optional<ops::BatchStep> ToStep(const ops::Operation& operation) {
  return std::visit(
      [](const auto& op) -> std::optional<ops::BatchStep> {
        if constexpr (std::is_constructible_v<ops::BatchStep, decltype(op)>) return ops::BatchStep(op);
        return std::nullopt;
      },
      operation);
}

/// Operations on one table, as one batch where the database cannot do them one by one.
std::vector<ops::Operation> ToOperations(const compare::Change& change, const dialect::Dialect& dialect) {
  if (const auto* operation = std::get_if<ops::Operation>(&change)) return {*operation};
  const auto& modify = std::get<compare::ModifyTable>(change);
  ops::BatchAlterTable batch;
  batch.table = modify.table;
  batch.schema = modify.schema;
  for (const ops::Operation& operation : modify.operations) {
    if (std::optional<ops::BatchStep> step = ToStep(operation)) batch.steps.push_back(std::move(*step));
  }
  const bool is_whole = batch.steps.size() == modify.operations.size();
  if (is_whole && dialect.Rebuilds(batch)) return {batch};
  return modify.operations;
}

/// Renders one operation after the other; `take` may execute each before the next is rendered.
class ChangeRenderer {
 public:
  explicit ChangeRenderer(pymodules::ScriptConnection& connection)
      : connection_(connection), dialect_(connection.dialect()) {
    options_.literal_binds = true;
  }

  dialect::Rendered Render(const ops::Operation& operation) {
    const auto* batch = std::get_if<ops::BatchAlterTable>(&operation);
    if (batch == nullptr) return dialect_.Render(operation, options_, memory_);
    std::vector<std::string> warnings;
    return RenderRebuild(connection_.driver(), dialect_, *batch, options_, memory_, warnings);
  }

 private:
  pymodules::ScriptConnection& connection_;
  const dialect::Dialect& dialect_;
  dialect::RenderOptions options_;
  dialect::RunMemory memory_;
};

void Execute(const dialect::Rendered& rendered, pymodules::ScriptConnection& connection) {
  for (const dialect::Statement& statement : rendered.statements) connection.Execute(statement);
}

}  // namespace

bool Rebuilds(const compare::Changes& changes, const dialect::Dialect& dialect) {
  return std::any_of(changes.begin(), changes.end(), [&](const compare::Change& change) {
    const std::vector<ops::Operation> operations = ToOperations(change, dialect);
    return operations.size() == 1 && std::holds_alternative<ops::BatchAlterTable>(operations.front());
  });
}

std::vector<ChangeSql> SqlOf(const compare::Changes& changes, pymodules::ScriptConnection& connection) {
  ChangeRenderer renderer(connection);
  std::vector<ChangeSql> texts;
  for (const compare::Change& change : changes) {
    ChangeSql text{change, {}};
    for (const ops::Operation& operation : ToOperations(change, connection.dialect())) {
      for (const dialect::Statement& statement : renderer.Render(operation).statements) {
        text.statements.push_back(dialect::OfflineText(statement));
      }
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

void ApplyChanges(const compare::Changes& changes, pymodules::ScriptConnection& connection) {
  ChangeRenderer renderer(connection);
  for (const compare::Change& change : changes) {
    for (const ops::Operation& operation : ToOperations(change, connection.dialect())) {
      const dialect::Rendered rendered = renderer.Render(operation);
      const auto* batch = std::get_if<ops::BatchAlterTable>(&operation);
      if (batch == nullptr) {
        Execute(rendered, connection);
        continue;
      }
      const auto guard = inspect::GuardRebuild(connection.driver(), batch->table, batch->schema);
      Execute(rendered, connection);
      guard->Finish();
    }
  }
}

}  // namespace limbeck::engine
