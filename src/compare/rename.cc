#include "compare/rename.h"

#include <algorithm>

#include "base/text.h"
#include "compare/full_name.h"
#include "compare/rename_request.h"

namespace limbeck::compare {
namespace {

std::string FullName(const schema::Table& table) {
  return compare::FullName(table.schema, table.name.text);
}

class Renamer {
 public:
  Renamer(const std::vector<ModelTable>& models, std::vector<DatabaseTable>& database)
      : models_(models), database_(database) {}

  void Rename(const RenameRequest& request) {
    if (schema::Table* table = Find(request.old_name)) return RenameTable(*table, request);
    const size_t dot = request.old_name.rfind('.');
    schema::Table* table = dot == std::string::npos ? nullptr : FindUnderAnyName(request.old_name.substr(0, dot));
    if (table == nullptr) RefuseUnknown(request);
    RenameColumn(*table, request.old_name.substr(dot + 1), request);
  }

  Changes TakeChanges() { return std::move(changes_); }

 private:
  schema::Table* Find(const std::string& name) {
    const auto found = std::find_if(database_.begin(), database_.end(),
                                    [&](const DatabaseTable& one) { return FullName(one.table) == name; });
    return found == database_.end() ? nullptr : &found->table;
  }

  /// Also under a name that it had before a rename of this run.
  schema::Table* FindUnderAnyName(const std::string& name) {
    const auto renamed =
        std::find_if(old_names_.begin(), old_names_.end(),
                     [&](const std::pair<std::string, std::string>& one) { return one.first == name; });
    return Find(renamed == old_names_.end() ? name : renamed->second);
  }

  const schema::Table* FindModel(const std::string& name) const {
    const auto found = std::find_if(models_.begin(), models_.end(),
                                    [&](const ModelTable& one) { return FullName(one.table) == name; });
    return found == models_.end() ? nullptr : &found->table;
  }

  [[noreturn]] void RefuseUnknown(const RenameRequest& request) const {
    std::vector<std::string> names;
    for (const DatabaseTable& one : database_) {
      names.push_back(FullName(one.table));
      for (const schema::Column& column : one.table.columns) {
        names.push_back(FullName(one.table) + "." + column.name.text);
      }
    }
    const std::string nearest = DidYouMean(request.old_name, names);
    request.Refuse("the database has no table or column " + PythonRepr(request.old_name) +
                   (nearest.empty() ? "" : "; did you mean " + PythonRepr(nearest) + "?"));
  }

  void RenameTable(schema::Table& table, const RenameRequest& request) {
    const std::string old_name = FullName(table);
    schema::Table renamed = table;
    renamed.name = request.new_name;
    const std::string new_name = FullName(renamed);
    if (Find(new_name) != nullptr) request.Refuse("the database has a table " + PythonRepr(new_name) + " already");
    if (FindModel(new_name) == nullptr) request.Refuse("the models have no table " + PythonRepr(new_name));
    changes_.push_back(
        ops::Operation(ops::RenameTable{.table = table.name, .new_name = request.new_name, .schema = table.schema}));
    ForEachKeyTo(table, [&](schema::ForeignKey& key) { key.referent_table = request.new_name; });
    table.name = request.new_name;
    old_names_.emplace_back(old_name, new_name);
  }

  void RenameColumn(schema::Table& table, const std::string& old_name, const RenameRequest& request) {
    schema::Column* column = table.FindColumn(old_name);
    if (column == nullptr) RefuseUnknown(request);
    const std::string& new_name = request.new_name;
    if (table.FindColumn(new_name) != nullptr) {
      request.Refuse("the database has a column " + PythonRepr(new_name) + " there already");
    }
    const schema::Table* model = FindModel(FullName(table));
    if (model == nullptr || model->FindColumn(new_name) == nullptr) {
      request.Refuse("the models have no column " + PythonRepr(FullName(table) + "." + new_name));
    }
    ops::AlterColumn change{.table = table.name, .column = column->name, .schema = table.schema};
    change.new_name = sql::Name(new_name);
    change.existing_type = column->type;
    change.existing_nullable = column->nullable;
    changes_.push_back(ModifyTable{table.name, table.schema, {ops::Operation(std::move(change))}});
    column->name = new_name;
    RenameInParts(table, old_name, new_name);
    ForEachKeyTo(table, [&](schema::ForeignKey& key) { Replace(key.referent_columns, old_name, new_name); });
  }

  static void Replace(std::vector<sql::Name>& names, const std::string& old_name, const std::string& new_name) {
    std::replace(names.begin(), names.end(), sql::Name(old_name), sql::Name(new_name));
  }

  /// What a constraint says in SQL stays: checks are compared by name.
  static void RenameInParts(schema::Table& table, const std::string& old_name, const std::string& new_name) {
    for (schema::Constraint& constraint : table.constraints) {
      if (auto* key = std::get_if<schema::PrimaryKey>(&constraint)) Replace(key->columns, old_name, new_name);
      if (auto* unique = std::get_if<schema::Unique>(&constraint)) Replace(unique->columns, old_name, new_name);
      if (auto* key = std::get_if<schema::ForeignKey>(&constraint)) Replace(key->columns, old_name, new_name);
    }
    for (schema::Index& index : table.indexes) {
      for (schema::IndexElement& element : index.elements) {
        if (element.column() != nullptr && element.column()->text == old_name) element = schema::IndexElement(new_name);
      }
    }
  }

  template <typename Work>
  void ForEachKeyTo(const schema::Table& table, Work work) {
    for (DatabaseTable& other : database_) {
      for (schema::Constraint& constraint : other.table.constraints) {
        auto* key = std::get_if<schema::ForeignKey>(&constraint);
        if (key != nullptr && key->referent_table == table.name && key->referent_schema == table.schema) work(*key);
      }
    }
  }

  const std::vector<ModelTable>& models_;
  std::vector<DatabaseTable>& database_;
  std::vector<std::pair<std::string, std::string>> old_names_;  ///< of tables, with the new ones
  Changes changes_;
};

}  // namespace

Changes ApplyRenames(const std::vector<std::string>& renames, const std::vector<ModelTable>& models,
                     std::vector<DatabaseTable>& database) {
  Renamer renamer(models, database);
  for (const std::string& rename : renames) {
    const std::optional<RenameRequest> request = RenameRequest::Parse(rename);
    if (!request) {
      RenameRequest{PythonRepr(rename), {}, {}}.Refuse("write old:new for a table, table.old:new for a column");
    }
    renamer.Rename(*request);
  }
  return renamer.TakeChanges();
}

}  // namespace limbeck::compare
