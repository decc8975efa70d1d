#include "engine/data_loss.h"

namespace limbeck::engine {
namespace {

class LossFinder {
 public:
  explicit LossFinder(pymodules::ScriptConnection& connection) : connection_(connection) {}

  std::vector<std::string> Take() { return std::move(losses_); }

  void Look(const compare::Change& change) {
    if (const auto* operation = std::get_if<ops::Operation>(&change)) return Look(*operation);
    for (const ops::Operation& operation : std::get<compare::ModifyTable>(change).operations) Look(operation);
  }

 private:
  void Look(const ops::Operation& operation) {
    if (const auto* table = std::get_if<ops::DropTable>(&operation)) {
      Note("table " + table->table.text, "*", table->table, table->schema, "row");
    } else if (const auto* column = std::get_if<ops::DropColumn>(&operation)) {
      Note("column " + column->table.text + "." + column->column.text, connection_.dialect().Quote(column->column),
           column->table, column->schema, "value");
    }
  }

  void Note(const std::string& what, const std::string& counted, const sql::Name& table,
            const std::optional<sql::Name>& schema, const char* unit) {
    const dialect::Dialect& dialect = connection_.dialect();
    const std::string name = (schema ? dialect.Quote(*schema) + "." : "") + dialect.Quote(table);
    const driver::Result result = connection_.Execute("SELECT count(" + counted + ") FROM " + name);
    const int64_t count = result.Scalar().AsInteger();
    if (count == 0) return;
    losses_.push_back(what + " goes with " + std::to_string(count) + " " + unit + (count == 1 ? "" : "s"));
  }

  pymodules::ScriptConnection& connection_;
  std::vector<std::string> losses_;
};

}  // namespace

std::vector<std::string> LossesOf(const compare::Changes& changes, pymodules::ScriptConnection& connection) {
  LossFinder finder(connection);
  for (const compare::Change& change : changes) finder.Look(change);
  return finder.Take();
}

}  // namespace limbeck::engine
