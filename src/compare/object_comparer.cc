#include "compare/object_comparer.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "base/pattern.h"
#include "base/text.h"
#include "compare/full_name.h"
#include "compare/operations_of.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.objects";
constexpr const char* kExtension = "extension";

using Identity = std::tuple<std::string, std::string, std::string>;

std::string SchemaOf(const ops::DatabaseObject& object) {
  return object.schema ? object.schema->text : "";
}

Identity IdentityOf(const ops::DatabaseObject& object) {
  return {object.kind, SchemaOf(object), object.name};
}

/// Blanks do not count.
std::string Normal(const std::vector<std::string>& statements) {
  static const Pattern kBlanks("\\s+");
  return kBlanks.Replace(Join(statements, ";"), " ");
}

/// "CREATE VIEW" as the statement that may find one.
ops::DatabaseObject Replacing(ops::DatabaseObject object) {
  std::string& first = object.create.front();
  if (object.kind == "view" && first.starts_with("CREATE VIEW")) first.insert(6, " OR REPLACE");
  return object;
}

/// CREATE OR REPLACE keeps a comment that the other version has: it goes by a statement of its own.
void Uncomment(const ops::DatabaseObject& other, ops::DatabaseObject& object) {
  const auto is_comment = [](const std::string& statement) { return statement.starts_with("COMMENT ON "); };
  const auto& [theirs, mine] = std::tie(other.create, object.create);
  const auto comment = std::find_if(theirs.begin(), theirs.end(), is_comment);
  if (comment == theirs.end() || std::any_of(mine.begin(), mine.end(), is_comment)) return;
  object.create.push_back(comment->substr(0, comment->find(" IS ")) + " IS NULL");
}

/// What objects cannot hang on: "table books" where a table goes, "column books.title" where a column goes or changes
/// its type, "type mood" where another type takes its place. What is of the table itself goes with it, or stays.
class Losses {
 public:
  explicit Losses(const Changes& changes) {
    ForEachOperationOf(changes, [this](const ops::Operation& operation) { Look(operation); });
  }

  std::set<std::string> Take() { return std::move(lost_); }

 private:
  void Look(const ops::Operation& operation) {
    if (const auto* table = std::get_if<ops::DropTable>(&operation)) {
      Add("table ", table->schema, table->table.text);
    } else if (const auto* column = std::get_if<ops::DropColumn>(&operation)) {
      AddColumn(*column);
    } else if (const auto* alter = std::get_if<ops::AlterColumn>(&operation)) {
      if (alter->type) AddColumn(*alter);
    } else if (const auto* replace = std::get_if<ops::ReplaceEnum>(&operation)) {
      Add("type ", replace->schema, replace->enum_name.text);
      for (const ops::EnumColumn& one : replace->columns) AddColumn(one);
    }
  }

  template <typename OfColumn>
  void AddColumn(const OfColumn& of) {
    Add("column ", of.schema, of.table.text + "." + of.column.text);
  }
  void Add(const char* kind, const std::optional<sql::Name>& schema, const std::string& name) {
    lost_.insert(kind + (schema ? schema->text + "." : "") + name);
  }

  std::set<std::string> lost_;
};

class ObjectComparer {
 public:
  ObjectComparer(const std::vector<ObjectVersion>& wanted, const std::vector<ObjectVersion>& known, Hooks& hooks,
                 Changes& changes)
      : wanted_(InOrder(wanted)), known_(InOrder(known)), hooks_(hooks), changes_(changes) {
    for (const ObjectVersion* object : known_) known_by_name_.emplace(IdentityOf(object->object), object);
    for (const ObjectVersion* object : wanted_) wanted_by_name_.emplace(IdentityOf(object->object), object);
  }

  void Compare() {
    FindWhatGoes();
    for (const ObjectVersion* object : wanted_) Bring(*object);
    Changes gone;
    for (auto object = known_.rbegin(); object != known_.rend(); ++object) {
      if (goes_.contains((*object)->key)) gone.emplace_back(ops::Operation(ops::DropObject{(*object)->object}));
    }
    changes_.insert(changes_.begin(), gone.begin(), gone.end());
    changes_.insert(changes_.begin(), extensions_.begin(), extensions_.end());
    changes_.insert(changes_.end(), come_.begin(), come_.end());
  }

 private:
  const ObjectVersion* Wanted(const ObjectVersion& known) const {
    const auto found = wanted_by_name_.find(IdentityOf(known.object));
    return found == wanted_by_name_.end() ? nullptr : found->second;
  }

  /// What is gone or cannot be replaced, and what hangs on that or on what tables lose.
  void FindWhatGoes() {
    std::set<std::string> lost = Losses(changes_).Take();
    std::set<std::string> schemas = {""};
    for (const ObjectVersion* object : wanted_) schemas.insert(SchemaOf(object->object));
    for (const ObjectVersion* object : known_) {
      if (object->object.kind == kExtension || !schemas.contains(SchemaOf(object->object))) continue;
      const ObjectVersion* wanted = Wanted(*object);
      if (wanted == nullptr) Log("removed", object->object);
      const bool stays = wanted != nullptr && (IsSame(*wanted, *object) || IsReplaceable(*wanted, *object));
      const bool hangs = std::any_of(object->needs.begin(), object->needs.end(),
                                     [&](const std::string& need) { return lost.contains(need); });
      if (stays && !hangs) continue;
      goes_.insert(object->key);
      lost.insert(object->key);
    }
  }

  static bool IsSame(const ObjectVersion& wanted, const ObjectVersion& known) {
    const std::string text = Normal(known.object.create);
    return Normal(wanted.object.create) == text || (!wanted.again.empty() && Normal(wanted.again) == text);
  }
  static bool IsReplaceable(const ObjectVersion& wanted, const ObjectVersion& known) {
    return known.shape && wanted.shape == known.shape;
  }

  void Bring(const ObjectVersion& wanted) {
    const auto found = known_by_name_.find(IdentityOf(wanted.object));
    const ObjectVersion* known = found == known_by_name_.end() ? nullptr : found->second;
    if (wanted.object.kind == kExtension) {
      if (known != nullptr) return;
      Log("added", wanted.object);
      extensions_.emplace_back(ops::Operation(ops::CreateObject{wanted.object}));
      return;
    }
    if (known == nullptr) {
      Log("added", wanted.object);
    } else if (!IsSame(wanted, *known)) {
      Log("changed", wanted.object);
    } else if (!goes_.contains(known->key)) {
      return;
    }
    if (known == nullptr || goes_.contains(known->key)) {
      come_.emplace_back(ops::Operation(ops::CreateObject{wanted.object}));
    } else {
      ops::ReplaceObject replace{Replacing(known->object), Replacing(wanted.object)};
      Uncomment(known->object, replace.after);
      Uncomment(wanted.object, replace.before);
      come_.emplace_back(ops::Operation(std::move(replace)));
    }
  }

  void Log(const char* what, const ops::DatabaseObject& object) {
    hooks_.LogInfo(kLogger, std::string("Detected ") + what + " " + object.kind + " " +
                                PythonRepr(FullName(object.schema, object.name)));
  }

  std::vector<const ObjectVersion*> wanted_;
  std::vector<const ObjectVersion*> known_;
  Hooks& hooks_;
  Changes& changes_;
  std::map<Identity, const ObjectVersion*> wanted_by_name_;
  std::map<Identity, const ObjectVersion*> known_by_name_;
  /// Keys of what is dropped, be it that it comes again.
  std::set<std::string> goes_;
  Changes extensions_;
  Changes come_;
};

}  // namespace

std::vector<const ObjectVersion*> InOrder(const std::vector<ObjectVersion>& objects) {
  std::map<std::string, const ObjectVersion*> by_key;
  for (const ObjectVersion& object : objects) by_key.emplace(object.key, &object);
  std::vector<const ObjectVersion*> ordered;
  std::set<const ObjectVersion*> seen;
  const std::function<void(const ObjectVersion&)> add = [&](const ObjectVersion& object) {
    if (!seen.insert(&object).second) return;
    for (const std::string& need : object.needs) {
      const auto found = by_key.find(need);
      if (found != by_key.end()) add(*found->second);
    }
    ordered.push_back(&object);
  };
  for (const ObjectVersion& object : objects) add(object);
  return ordered;
}

void CompareObjects(const std::vector<ObjectVersion>& wanted, const std::vector<ObjectVersion>& known, Hooks& hooks,
                    Changes& changes) {
  ObjectComparer(wanted, known, hooks, changes).Compare();
}

}  // namespace limbeck::compare
