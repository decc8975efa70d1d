#include "engine/data_loss.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compare/operations_of.h"

namespace limbeck::engine {
namespace {

class LossFinder {
 public:
  explicit LossFinder(pymodules::ScriptConnection& connection) : connection_(connection) {}

  std::vector<std::string> Take() { return std::move(losses_); }

  void Look(const compare::Change& change) {
    compare::ForEachOperation(change, [this](const ops::Operation& operation) { Look(operation); });
  }

 private:
  void Look(const ops::Operation& operation) {
    if (const auto* rename = std::get_if<ops::RenameTable>(&operation)) {
      old_names_.insert_or_assign(rename->new_name.text, rename->table);
    } else if (const auto* table = std::get_if<ops::DropTable>(&operation)) {
      Note("table " + table->table.text, "*", table->table, table->schema, "row");
    } else if (const auto* column = std::get_if<ops::DropColumn>(&operation)) {
      Note("column " + column->table.text + "." + column->column.text, connection_.dialect().Quote(column->column),
           column->table, column->schema, "value");
    } else if (const auto* replace = std::get_if<ops::ReplaceEnum>(&operation)) {
      for (const ops::EnumColumn& one : replace->columns) NoteValues(*replace, one);
    }
  }

  /// Rows with a value that goes are not lost: they stop the change.
  void NoteValues(const ops::ReplaceEnum& replace, const ops::EnumColumn& column) {
    std::vector<std::string> literals;
    for (const std::string& value : replace.old_values) {
      const auto& values = replace.new_values;
      if (std::find(values.begin(), values.end(), value) == values.end()) {
        literals.push_back("'" + ReplaceAll(value, "'", "''") + "'");
      }
    }
    if (literals.empty()) return;
    const std::string list = Join(literals, ", ");
    const std::string name = connection_.dialect().Quote(column.column);
    const driver::Result result = connection_.Execute(
        "SELECT count(*) FROM " + TableText(column.table, column.schema) + " WHERE " +
        (column.is_array ? name + "::text[] && ARRAY[" + list + "]" : name + "::text IN (" + list + ")"));
    const int64_t count = result.Scalar().AsInteger();
    if (count == 0) return;
    losses_.push_back("value " + list + " of enum " + replace.enum_name.text + " goes, which " +
                      (count == 1 ? "1 row of " : std::to_string(count) + " rows of ") + column.table.text + "." +
                      column.column.text + (count == 1 ? " has" : " have") + ": the change will fail");
  }

  std::string TableText(const sql::Name& table, const std::optional<sql::Name>& schema) const {
    const dialect::Dialect& dialect = connection_.dialect();
    const auto renamed = old_names_.find(table.text);
    const sql::Name& name = renamed == old_names_.end() ? table : renamed->second;
    return (schema ? dialect.Quote(*schema) + "." : "") + dialect.Quote(name);
  }

  void Note(const std::string& what, const std::string& counted, const sql::Name& table,
            const std::optional<sql::Name>& schema, const char* unit) {
    const driver::Result result = connection_.Execute("SELECT count(" + counted + ") FROM " + TableText(table, schema));
    const int64_t count = result.Scalar().AsInteger();
    if (count == 0) return;
    losses_.push_back(what + " goes with " + std::to_string(count) + " " + unit + (count == 1 ? "" : "s"));
  }

  pymodules::ScriptConnection& connection_;
  /// Of tables that the changes rename, by their new ones.
  std::map<std::string, sql::Name> old_names_;
  std::vector<std::string> losses_;
};

}  // namespace

std::vector<std::string> LossesOf(const compare::Changes& changes, pymodules::ScriptConnection& connection) {
  LossFinder finder(connection);
  for (const compare::Change& change : changes) finder.Look(change);
  return finder.Take();
}

}  // namespace limbeck::engine
