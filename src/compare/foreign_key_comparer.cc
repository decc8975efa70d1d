#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "compare/table_comparer.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.constraints";

/// What makes two foreign keys the same, whatever their names are.
struct Signature {
  std::vector<std::string> columns;
  std::string referent_schema;
  std::string referent_table;
  std::vector<std::string> referent_columns;
  std::string onupdate;
  std::string ondelete;
  std::string deferrable;
  bool operator==(const Signature&) const = default;
};

std::vector<std::string> Texts(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  return texts;
}

std::string ActionOf(const std::optional<std::string>& action) {
  const std::string text = ToLower(action.value_or(""));
  return text == "no action" ? "" : text;
}

Signature SignatureOf(const schema::ForeignKey& key) {
  Signature signature;
  signature.columns = Texts(key.columns);
  signature.referent_schema = key.referent_schema ? key.referent_schema->text : "";
  signature.referent_table = key.referent_table.text;
  signature.referent_columns = Texts(key.referent_columns);
  signature.onupdate = ActionOf(key.onupdate);
  signature.ondelete = ActionOf(key.ondelete);
  const bool deferred = key.initially && ToLower(*key.initially) == "deferred";
  signature.deferrable = deferred ? "initially" : key.deferrable.value_or(false) ? "deferrable" : "";
  return signature;
}

const schema::ForeignKey* AsKey(const schema::Constraint& constraint) {
  return std::get_if<schema::ForeignKey>(&constraint);
}

using Keys = std::vector<const schema::Constraint*>;

const schema::Constraint* FindSame(const Keys& keys, const schema::Constraint& constraint) {
  const Signature wanted = SignatureOf(*AsKey(constraint));
  const auto found = std::find_if(
      keys.begin(), keys.end(), [&](const schema::Constraint* other) { return SignatureOf(*AsKey(*other)) == wanted; });
  return found == keys.end() ? nullptr : *found;
}

const schema::Constraint* FindNamed(const Keys& keys, const schema::ConstraintName& name) {
  if (!name) return nullptr;
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const schema::Constraint* other) {
    return schema::NameOf(*other).text == name.text;
  });
  return found == keys.end() ? nullptr : *found;
}

/// Keys that are not among the others, each once.
Keys Missing(const Keys& keys, const Keys& others) {
  Keys missing;
  for (const schema::Constraint* key : keys) {
    if (FindSame(others, *key) == nullptr && FindSame(missing, *key) == nullptr) missing.push_back(key);
  }
  return missing;
}

std::optional<std::string> TextOf(const schema::ConstraintName& name) {
  return name ? std::optional(name.text->text) : std::nullopt;
}

/// As Alembic knows the key: without its MATCH.
ops::DropConstraint DropOf(const ModifyTable& table, schema::ForeignKey key) {
  ops::DropConstraint drop;
  drop.name = key.name;
  drop.table = table.table;
  drop.schema = table.schema;
  drop.type = ops::ConstraintType::kForeignKey;
  key.match.reset();
  drop.original = schema::Constraint(std::move(key));
  return drop;
}

}  // namespace

void TableComparer::CompareForeignKeys() {
  Keys wanted;
  Keys known;
  for (const schema::Constraint& constraint : model_->table.constraints) {
    if (AsKey(constraint) != nullptr) wanted.push_back(&constraint);
  }
  for (const schema::Constraint& constraint : database_->table.constraints) {
    const schema::ForeignKey* key = AsKey(constraint);
    if (key != nullptr && IncludesName(key->name, ObjectKind::kForeignKey)) known.push_back(&constraint);
  }
  for (const schema::Constraint* constraint : Missing(known, wanted)) {
    const schema::Constraint* same_name = FindNamed(wanted, schema::NameOf(*constraint));
    const Subject compare_to = Mine(same_name);
    const auto name = TextOf(schema::NameOf(*constraint));
    if (!Includes(Theirs(constraint), name, ObjectKind::kForeignKey, same_name ? &compare_to : nullptr)) continue;
    Add(DropOf(modify_, *AsKey(*constraint)));
    LogForeignKey("removed", *AsKey(*constraint));
  }
  for (const schema::Constraint* constraint : Missing(wanted, known)) {
    const schema::Constraint* same_name = FindNamed(known, schema::NameOf(*constraint));
    const Subject compare_to = Theirs(same_name);
    const auto name = TextOf(schema::NameOf(*constraint));
    if (!Includes(Mine(constraint), name, ObjectKind::kForeignKey, same_name ? &compare_to : nullptr)) continue;
    Add(ops::AddConstraint{modify_.table, model_->table.schema, *constraint});
    LogForeignKey("added", *AsKey(*constraint));
  }
}

void TableComparer::LogForeignKey(const char* what, const schema::ForeignKey& key) {
  hooks_.LogInfo(kLogger, std::string("Detected ") + what + " foreign key (" + Join(Texts(key.columns), ", ") + ")(" +
                              Join(Texts(key.referent_columns), ", ") + ") on table " + FullName());
}

}  // namespace limbeck::compare
