#include "compare/model_ground.h"

#include <set>

#include "compare/enum_types.h"

namespace limbeck::compare {

Changes MakeGroundFor(std::vector<ModelTable>& models, std::vector<schema::Sequence> sequences,
                      const std::string& default_schema, const Rules& rules) {
  Changes ground;
  if (!rules.has_enums()) return ground;
  std::set<EnumKey> made;
  for (ModelTable& model : models) {
    for (schema::Column& column : model.table.columns) {
      const sql::EnumDetails* details = EnumOf(column.type);
      if (details == nullptr) continue;
      const bool is_new = made.insert(KeyOf(*details, default_schema)).second;
      column.type = ThatIsThere(column.type);
      if (is_new) ground.emplace_back(ops::Operation(ops::CreateType{EnumItself(column.type)}));
    }
  }
  made.clear();
  for (schema::Sequence& sequence : sequences) {
    const std::string schema = sequence.schema ? sequence.schema->text : "";
    if (!made.insert({schema == default_schema ? "" : schema, sequence.name.text}).second) continue;
    ground.emplace_back(ops::Operation(ops::CreateSequence{std::move(sequence)}));
  }
  return ground;
}

}  // namespace limbeck::compare
