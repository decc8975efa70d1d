#include <algorithm>

#include "base/text.h"
#include "compare/enum_comparer.h"
#include "compare/enum_types.h"
#include "compare/full_name.h"
#include "compare/rename_request.h"

namespace limbeck::compare {
namespace {

constexpr const char* kNoSchema = "";

class EnumRenamer {
 public:
  EnumRenamer(std::vector<DatabaseTable>& tables, std::vector<DatabaseEnum>& enums) : tables_(tables), enums_(enums) {}

  /// False when the text names no enum.
  bool Rename(const std::string& text) {
    const std::optional<RenameRequest> request = RenameRequest::Parse(text);
    if (!request || IsTable(request->old_name)) return false;
    const std::string& name = request->old_name;
    if (DatabaseEnum* one = Find(name)) {
      RenameType(*one, *request);
      return true;
    }
    const size_t dot = name.find('.', SchemaLength(name));
    if (dot == std::string::npos || IsTable(name.substr(0, dot))) return false;
    DatabaseEnum* one = Find(name.substr(0, dot));
    if (one == nullptr) return false;
    RenameValue(*one, name.substr(dot + 1), *request);
    return true;
  }

  Changes TakeChanges() { return std::move(changes_); }

 private:
  static std::string NameOf(const DatabaseEnum& one) { return FullName(one.schema, one.name.text); }

  DatabaseEnum* Find(const std::string& name) {
    const auto found =
        std::find_if(enums_.begin(), enums_.end(), [&](const DatabaseEnum& one) { return NameOf(one) == name; });
    return found == enums_.end() ? nullptr : &*found;
  }

  /// Of "app." in "app.mood.sad"; values may have dots, too.
  size_t SchemaLength(const std::string& name) const {
    size_t length = 0;
    for (const DatabaseEnum& one : enums_) {
      if (one.schema && name.starts_with(NameOf(one) + ".")) length = one.schema->text.size() + 1;
    }
    return length;
  }

  bool IsTable(const std::string& name) const {
    return std::any_of(tables_.begin(), tables_.end(), [&](const DatabaseTable& one) {
      return FullName(one.table.schema, one.table.name.text) == name;
    });
  }

  void RenameType(DatabaseEnum& one, const RenameRequest& request) {
    const std::string& new_name = request.new_name;
    DatabaseEnum renamed = one;
    renamed.name = new_name;
    if (Find(NameOf(renamed)) != nullptr) {
      request.Refuse("the database has an enum " + PythonRepr(NameOf(renamed)) + " already");
    }
    changes_.emplace_back(ops::Operation(ops::RenameType{one.name, new_name, one.schema}));
    ChangeColumns(one, [&](sql::EnumDetails& details) { details.name = new_name; });
    one.name = new_name;
  }

  void RenameValue(DatabaseEnum& one, const std::string& old_value, const RenameRequest& request) {
    const std::string& new_value = request.new_name;
    const auto value = std::find(one.values.begin(), one.values.end(), old_value);
    if (value == one.values.end()) {
      const std::string nearest = DidYouMean(old_value, one.values);
      request.Refuse("the enum has no value " + PythonRepr(old_value) +
                     (nearest.empty() ? "" : "; did you mean " + PythonRepr(nearest) + "?"));
    }
    if (std::find(one.values.begin(), one.values.end(), new_value) != one.values.end()) {
      request.Refuse("the enum has a value " + PythonRepr(new_value) + " already");
    }
    changes_.emplace_back(ops::Operation(ops::RenameEnumValue{one.name, old_value, new_value, one.schema}));
    *value = new_value;
    ChangeColumns(one, [&](sql::EnumDetails& details) { details.values = one.values; });
  }

  template <typename Work>
  void ChangeColumns(const DatabaseEnum& one, const Work& work) {
    const EnumKey key(one.schema ? one.schema->text : kNoSchema, one.name.text);
    for (DatabaseTable& table : tables_) {
      for (schema::Column& column : table.table.columns) {
        const sql::EnumDetails* details = EnumOf(column.type);
        if (details != nullptr && KeyOf(*details, kNoSchema) == key) column.type = WithEnum(column.type, work);
      }
    }
  }

  std::vector<DatabaseTable>& tables_;
  std::vector<DatabaseEnum>& enums_;
  Changes changes_;
};

}  // namespace

Changes ApplyEnumRenames(std::vector<std::string>& renames, std::vector<DatabaseTable>& tables,
                         std::vector<DatabaseEnum>& enums) {
  EnumRenamer renamer(tables, enums);
  std::erase_if(renames, [&](const std::string& rename) { return renamer.Rename(rename); });
  return renamer.TakeChanges();
}

}  // namespace limbeck::compare
