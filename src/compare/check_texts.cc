#include "compare/check_texts.h"

#include <algorithm>
#include <map>

#include "base/pattern.h"
#include "base/text.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.check_constraints";

/// Schema and name; what is in the default schema has none.
using Key = std::pair<std::string, std::string>;

class CheckTexts {
 public:
  CheckTexts(const Options& options, Hooks& hooks, const Rules& rules, Changes& changes)
      : options_(options), hooks_(hooks), rules_(rules), changes_(changes) {}

  void Compare(const std::vector<ModelTable>& models, const TableCopies& copies,
               const std::vector<DatabaseTable>& database) {
    const Tables known = ByKey(database);
    const Tables made = ByKey(copies.tables);
    const Tables again = ByKey(copies.again);
    for (const ModelTable& model : models) {
      const schema::Table* table = Find(known, model.table);
      const schema::Table* copy = Find(made, model.table);
      if (table != nullptr && copy != nullptr) CompareTable(model.table, *copy, Find(again, model.table), *table);
    }
  }

 private:
  Key KeyOf(const schema::Table& table) const {
    const std::string schema = table.schema ? table.schema->text : "";
    return {schema == options_.default_schema ? "" : schema, table.name.text};
  }

  using Tables = std::map<Key, const schema::Table*>;
  Tables ByKey(const std::vector<DatabaseTable>& tables) const {
    Tables found;
    for (const DatabaseTable& one : tables) found.emplace(KeyOf(one.table), &one.table);
    return found;
  }
  const schema::Table* Find(const Tables& tables, const schema::Table& model) const {
    const auto found = tables.find(KeyOf(model));
    return found == tables.end() ? nullptr : found->second;
  }

  static const schema::Check* FindCheck(const schema::Table& table, const std::string& name) {
    const auto has_name = [&](const schema::Check& check) { return check.name && check.name.text->text == name; };
    for (const schema::Constraint& constraint : table.constraints) {
      const auto* check = std::get_if<schema::Check>(&constraint);
      if (check != nullptr && has_name(*check)) return check;
    }
    for (const schema::Column& column : table.columns) {
      const auto found = std::find_if(column.checks.begin(), column.checks.end(), has_name);
      if (found != column.checks.end()) return &*found;
    }
    return nullptr;
  }

  std::string Text(const schema::Check& check) const {
    static const Pattern kBlanks("\\s+");
    return kBlanks.Replace(rules_.backend().ExpressionText(check.condition), " ");
  }

  bool IsSame(const schema::Check* made, const schema::Check& known) const {
    return made != nullptr && Text(*made) == Text(known);
  }

  void CompareTable(const schema::Table& model, const schema::Table& copy, const schema::Table* again,
                    const schema::Table& known) {
    for (const schema::Constraint& constraint : known.constraints) {
      const auto* check = std::get_if<schema::Check>(&constraint);
      if (check == nullptr || !check->name) continue;
      const std::string& name = check->name.text->text;
      const schema::Check* made = FindCheck(copy, name);
      if (made == nullptr || IsSame(made, *check)) continue;
      if (again != nullptr && IsSame(FindCheck(*again, name), *check)) continue;
      if (!hooks_.IncludeObject({&known, &constraint, true}, name, ObjectKind::kCheck, nullptr)) continue;
      const schema::Check* wanted = FindCheck(model, name);
      Change(known, *check, wanted != nullptr ? *wanted : *made);
    }
  }

  /// The old one goes before columns of it may, the new one comes when its columns are there.
  void Change(const schema::Table& known, const schema::Check& before, const schema::Check& after) {
    const std::string& name = before.name.text->text;
    hooks_.LogInfo(
        kLogger, "Detected changed check constraint " + PythonRepr(name) + " on table " + PythonRepr(known.name.text));
    ModifyTable& modify = Modify(known);
    ops::DropConstraint drop{.name = before.name, .table = modify.table, .schema = modify.schema};
    drop.type = ops::ConstraintType::kCheck;
    drop.original = schema::Constraint(before);
    schema::Check come = after;
    come.type_bound = false;
    modify.operations.insert(modify.operations.begin(), std::move(drop));
    modify.operations.emplace_back(
        ops::AddConstraint{modify.table, modify.schema, schema::Constraint(std::move(come))});
  }

  ModifyTable& Modify(const schema::Table& table) {
    std::optional<sql::Name> schema = table.schema;
    if (schema && schema->text == options_.default_schema) schema.reset();
    for (compare::Change& change : changes_) {
      auto* modify = std::get_if<ModifyTable>(&change);
      if (modify != nullptr && modify->table == table.name && modify->schema == schema) return *modify;
    }
    changes_.emplace_back(ModifyTable{table.name, schema, {}});
    return std::get<ModifyTable>(changes_.back());
  }

  const Options& options_;
  Hooks& hooks_;
  const Rules& rules_;
  Changes& changes_;
};

}  // namespace

void CompareCheckTexts(const std::vector<ModelTable>& models, const TableCopies& copies,
                       const std::vector<DatabaseTable>& database, const Options& options, Hooks& hooks,
                       const Rules& rules, Changes& changes) {
  CheckTexts(options, hooks, rules, changes).Compare(models, copies, database);
}

}  // namespace limbeck::compare
