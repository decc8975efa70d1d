#include "compare/primary_key_references.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace limbeck::compare {
namespace {

/// Schema, table and the columns of a key, which a reference may name in any order.
using Key = std::tuple<std::string, std::string, std::set<std::string>>;

std::set<std::string> Texts(const std::vector<sql::Name>& names) {
  std::set<std::string> texts;
  for (const sql::Name& name : names) texts.insert(name.text);
  return texts;
}

bool IsReference(const schema::Constraint& constraint) {
  return std::holds_alternative<schema::ForeignKey>(constraint);
}

class RoomMaker {
 public:
  RoomMaker(const Options& options, Changes& changes) : options_(options), changes_(changes) {
    for (const Change& change : changes_) {
      if (const auto* modify = std::get_if<ModifyTable>(&change)) FindKeys(*modify);
    }
  }

  void MakeRoom(const std::vector<DatabaseTable>& database) {
    if (gone_.empty() && come_.empty()) return;
    TakeReferences();
    for (const DatabaseTable& one : database) FindReferences(one.table);
    std::erase_if(changes_, [](const Change& change) {
      const auto* modify = std::get_if<ModifyTable>(&change);
      return modify != nullptr && modify->operations.empty();
    });
    changes_.insert(changes_.begin(), before_.begin(), before_.end());
    changes_.insert(changes_.end(), after_.begin(), after_.end());
  }

 private:
  std::string SchemaText(const std::optional<sql::Name>& schema) const {
    return !schema || schema->text == options_.default_schema ? "" : schema->text;
  }

  void FindKeys(const ModifyTable& modify) {
    const auto key = [&](const schema::PrimaryKey& primary) {
      return Key(SchemaText(modify.schema), modify.table.text, Texts(primary.columns));
    };
    for (const ops::Operation& operation : modify.operations) {
      if (const auto* add = std::get_if<ops::AddConstraint>(&operation)) {
        if (const auto* primary = std::get_if<schema::PrimaryKey>(&add->constraint)) come_.insert(key(*primary));
      } else if (const auto* drop = std::get_if<ops::DropConstraint>(&operation); drop != nullptr && drop->original) {
        if (const auto* primary = std::get_if<schema::PrimaryKey>(&*drop->original)) gone_.insert(key(*primary));
      }
    }
  }

  Key ReferentOf(const schema::ForeignKey& reference) const {
    const auto& columns = reference.referent_columns.empty() ? reference.columns : reference.referent_columns;
    return Key(SchemaText(reference.referent_schema), reference.referent_table.text, Texts(columns));
  }
  bool Needs(const schema::Constraint& constraint, const std::set<Key>& keys) const {
    return IsReference(constraint) && keys.contains(ReferentOf(std::get<schema::ForeignKey>(constraint)));
  }

  /// The comparison's own.
  void TakeReferences() {
    bool is_key_gone = false;
    for (Change& change : changes_) {
      if (auto* modify = std::get_if<ModifyTable>(&change)) {
        is_key_gone = is_key_gone || TakesKey(*modify);
        TakeFrom(*modify);
        continue;
      }
      auto& operation = std::get<ops::Operation>(change);
      if (auto* create = std::get_if<ops::CreateTable>(&operation)) TakeFrom(create->table);
      auto* drop = std::get_if<ops::DropTable>(&operation);
      if (drop != nullptr && drop->original) TakeFrom(*drop, is_key_gone);
    }
  }

  static bool TakesKey(const ModifyTable& modify) {
    return std::any_of(modify.operations.begin(), modify.operations.end(), [](const ops::Operation& operation) {
      const auto* drop = std::get_if<ops::DropConstraint>(&operation);
      return drop != nullptr && drop->type == ops::ConstraintType::kPrimary;
    });
  }

  void TakeFrom(ModifyTable& modify) {
    std::erase_if(modify.operations, [&](const ops::Operation& operation) {
      const auto* drop = std::get_if<ops::DropConstraint>(&operation);
      const auto* add = std::get_if<ops::AddConstraint>(&operation);
      const bool goes = drop != nullptr && drop->original && Needs(*drop->original, gone_);
      const bool comes = add != nullptr && Needs(add->constraint, come_);
      if (goes) NoteDropped(modify.table, modify.schema, drop->name);
      if (goes || comes) Put(goes ? before_ : after_, modify.table, modify.schema, operation);
      return goes || comes;
    });
  }

  void TakeFrom(schema::Table& table) {
    std::erase_if(table.constraints, [&](const schema::Constraint& constraint) {
      const bool waits = Needs(constraint, come_);
      if (waits) Put(after_, table.name, table.schema, ops::AddConstraint{table.name, table.schema, constraint});
      return waits;
    });
  }

  /// A table that goes before the key takes its references along; else they go on their own.
  void TakeFrom(ops::DropTable& drop, bool is_key_gone) {
    schema::Table original = *drop.original;
    std::erase_if(original.constraints, [&](const schema::Constraint& constraint) {
      if (!Needs(constraint, gone_)) return false;
      NoteDropped(drop.table, drop.schema, schema::NameOf(constraint));
      if (is_key_gone) Put(before_, drop.table, drop.schema, DropOf(original, constraint));
      return is_key_gone;
    });
    drop.original = std::move(original);
  }

  void NoteDropped(const sql::Name& table, const std::optional<sql::Name>& schema, const schema::ConstraintName& name) {
    dropped_.emplace(SchemaText(schema), table.text, name.text ? name.text->text : "");
  }

  static ops::DropConstraint DropOf(const schema::Table& table, const schema::Constraint& constraint) {
    ops::DropConstraint drop{.name = schema::NameOf(constraint), .table = table.name};
    drop.type = ops::ConstraintType::kForeignKey;
    drop.schema = table.schema;
    drop.original = constraint;
    return drop;
  }

  /// Those that the comparison leaves alone.
  void FindReferences(const schema::Table& table) {
    for (const schema::Constraint& constraint : table.constraints) {
      if (!Needs(constraint, gone_)) continue;
      const schema::ConstraintName& name = schema::NameOf(constraint);
      if (dropped_.contains({SchemaText(table.schema), table.name.text, name.text ? name.text->text : ""})) continue;
      Put(before_, table.name, table.schema, DropOf(table, constraint));
      Put(after_, table.name, table.schema, ops::AddConstraint{table.name, table.schema, constraint});
    }
  }

  static void Put(Changes& changes, const sql::Name& table, const std::optional<sql::Name>& schema,
                  ops::Operation operation) {
    changes.emplace_back(ModifyTable{table, schema, {std::move(operation)}});
  }

  const Options& options_;
  Changes& changes_;
  std::set<Key> gone_;
  std::set<Key> come_;
  /// Schema, table and name of references that go of themselves.
  std::set<std::tuple<std::string, std::string, std::string>> dropped_;
  Changes before_;
  Changes after_;
};

}  // namespace

void MakeRoomForPrimaryKeys(const std::vector<DatabaseTable>& database, const Options& options, const Rules& rules,
                            Changes& changes) {
  if (rules.references_hold_keys()) RoomMaker(options, changes).MakeRoom(database);
}

}  // namespace limbeck::compare
