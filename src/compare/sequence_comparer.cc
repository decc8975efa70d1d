#include "compare/sequence_comparer.h"

#include <map>

#include "base/text.h"
#include "compare/full_name.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.sequences";

/// "app.numbers"; what is in the default schema has none.
std::string FullName(const schema::Sequence& sequence, const Options& options) {
  const std::string schema = sequence.schema ? sequence.schema->text : "";
  return compare::FullName(schema == options.default_schema ? std::string() : schema, sequence.name.text);
}

using ByName = std::map<std::string, schema::Sequence>;

ByName ToMap(const std::vector<schema::Sequence>& sequences, const Options& options) {
  ByName named;
  for (schema::Sequence sequence : sequences) {
    const std::string name = FullName(sequence, options);
    if (name == sequence.name.text) sequence.schema.reset();
    named.emplace(name, std::move(sequence));
  }
  return named;
}

/// nextval('numbers'::regclass)
bool IsInDefault(const std::string& name, const std::vector<ModelTable>& models, const Rules& rules) {
  for (const ModelTable& model : models) {
    for (const schema::Column& column : model.table.columns) {
      const auto* text = column.server_default ? std::get_if<sql::Expression>(&*column.server_default) : nullptr;
      if (text != nullptr && rules.backend().ExpressionText(*text).find(name) != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

void CompareSequences(const std::vector<schema::Sequence>& wanted, const std::vector<schema::Sequence>& known,
                      const std::vector<ModelTable>& models, const Options& options, const Rules& rules, Hooks& hooks,
                      Changes& changes) {
  if (!rules.has_enums()) return;
  const ByName wanted_by_name = ToMap(wanted, options);
  const ByName known_by_name = ToMap(known, options);
  Changes come;
  for (const auto& [name, sequence] : wanted_by_name) {
    if (known_by_name.contains(name)) continue;
    hooks.LogInfo(kLogger, "Detected added sequence " + PythonRepr(name));
    come.emplace_back(ops::Operation(ops::CreateSequence{sequence}));
  }
  for (const auto& [name, sequence] : known_by_name) {
    if (wanted_by_name.contains(name) || IsInDefault(sequence.name.text, models, rules)) continue;
    hooks.LogInfo(kLogger, "Detected removed sequence " + PythonRepr(name));
    changes.emplace_back(ops::Operation(ops::DropSequence{sequence}));
  }
  changes.insert(changes.begin(), come.begin(), come.end());
}

}  // namespace limbeck::compare
