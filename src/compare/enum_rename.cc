#include <algorithm>

#include "base/text.h"
#include "compare/enum_comparer.h"
#include "compare/enum_types.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

constexpr const char* kNoSchema = "";

class EnumRenamer {
 public:
  EnumRenamer(std::vector<DatabaseTable>& tables, std::vector<DatabaseEnum>& enums) : tables_(tables), enums_(enums) {}

  /// False when the text names no enum.
  bool Rename(const std::string& text) {
    const size_t colon = text.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == text.size()) return false;
    const std::string old_name = text.substr(0, colon);
    const std::string new_name = text.substr(colon + 1);
    if (IsTable(old_name)) return false;
    if (DatabaseEnum* one = Find(old_name)) {
      RenameType(*one, new_name, text);
      return true;
    }
    const size_t dot = old_name.find('.', SchemaLength(old_name));
    if (dot == std::string::npos || IsTable(old_name.substr(0, dot))) return false;
    DatabaseEnum* one = Find(old_name.substr(0, dot));
    if (one == nullptr) return false;
    RenameValue(*one, old_name.substr(dot + 1), new_name, text);
    return true;
  }

  Changes TakeChanges() { return std::move(changes_); }

 private:
  [[noreturn]] static void Refuse(const std::string& rename, const std::string& why) {
    throw Error(ErrorKind::kCommand, "Can't rename " + rename + ": " + why);
  }

  static std::string NameOf(const DatabaseEnum& one) {
    return FullName({one.schema ? one.schema->text : kNoSchema, one.name.text});
  }

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
      return FullName({one.table.schema ? one.table.schema->text : kNoSchema, one.table.name.text}) == name;
    });
  }

  void RenameType(DatabaseEnum& one, const std::string& new_name, const std::string& text) {
    DatabaseEnum renamed = one;
    renamed.name = new_name;
    if (Find(NameOf(renamed)) != nullptr) {
      Refuse(text, "the database has an enum " + PythonRepr(NameOf(renamed)) + " already");
    }
    changes_.emplace_back(ops::Operation(ops::RenameType{one.name, new_name, one.schema}));
    ChangeColumns(one, [&](sql::EnumDetails& details) { details.name = new_name; });
    one.name = new_name;
  }

  void RenameValue(DatabaseEnum& one, const std::string& old_value, const std::string& new_value,
                   const std::string& text) {
    const auto value = std::find(one.values.begin(), one.values.end(), old_value);
    if (value == one.values.end()) {
      const std::string nearest = DidYouMean(old_value, one.values);
      Refuse(text, "the enum has no value " + PythonRepr(old_value) +
                       (nearest.empty() ? "" : "; did you mean " + PythonRepr(nearest) + "?"));
    }
    if (std::find(one.values.begin(), one.values.end(), new_value) != one.values.end()) {
      Refuse(text, "the enum has a value " + PythonRepr(new_value) + " already");
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
