#include "compare/enum_comparer.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "compare/enum_types.h"
#include "compare/operations_of.h"
#include "sql/operators.h"

namespace limbeck::compare {
namespace {

constexpr const char* kLogger = "autogenerate.compare.enums";

bool Has(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

std::vector<std::string> Without(const std::vector<std::string>& values, const std::vector<std::string>& others) {
  std::vector<std::string> rest = values;
  std::erase_if(rest, [&](const std::string& value) { return Has(others, value); });
  return rest;
}

/// The columns that an operation brings or takes, with the side that they are of.
template <typename Visit>
void ForEachColumn(ops::Operation& operation, bool of_models, const Visit& visit) {
  if (auto* create = std::get_if<ops::CreateTable>(&operation); create != nullptr && of_models) {
    for (schema::Column& column : create->table.columns) visit(column.type);
  } else if (auto* drop = std::get_if<ops::DropTable>(&operation); drop != nullptr && !of_models && drop->original) {
    schema::Table table = *drop->original;
    for (schema::Column& column : table.columns) visit(column.type);
    drop->original = std::move(table);
  } else if (auto* add = std::get_if<ops::AddColumn>(&operation); add != nullptr && of_models) {
    visit(add->column.type);
  } else if (auto* gone = std::get_if<ops::DropColumn>(&operation); gone != nullptr && !of_models && gone->original) {
    schema::Column column = *gone->original;
    visit(column.type);
    gone->original = std::move(column);
  } else if (auto* alter = std::get_if<ops::AlterColumn>(&operation)) {
    std::optional<sql::Type>& type = of_models ? alter->type : alter->existing_type;
    if (type && alter->type) visit(*type);
  }
}

class EnumComparer {
 public:
  EnumComparer(const std::vector<DatabaseTable>& tables, const Options& options, const Rules& rules, Hooks& hooks,
               Changes& changes)
      : tables_(tables), options_(options), rules_(rules), hooks_(hooks), changes_(changes) {}

  void Compare(const std::vector<ModelTable>& models, const std::vector<DatabaseEnum>& enums) {
    for (const DatabaseEnum& one : enums) {
      known_.emplace(EnumKey(one.schema ? one.schema->text : "", one.name.text), &one);
    }
    for (const ModelTable& model : models) {
      for (const schema::Column& column : model.table.columns) Want(column.type);
    }
    ForEachOperationOf(changes_, [&](ops::Operation& operation) { CastToEnum(operation); });
    for (const auto& [key, type] : wanted_) {
      if (EnumOf(type)->create_type) CompareOne(key, type);
    }
    for (const auto& [key, one] : known_) {
      if (!wanted_.contains(key)) CompareGone(key, *one);
    }
    MarkThose(true, [&](const EnumKey& key) { return known_.contains(key) || explicit_.contains(key); });
    MarkThose(false, [&](const EnumKey& key) { return wanted_.contains(key) || explicit_.contains(key); });
    changes_.insert(changes_.begin(), before_.begin(), before_.end());
    changes_.insert(changes_.end(), after_.begin(), after_.end());
  }

 private:
  EnumKey Key(const sql::EnumDetails& details) const { return KeyOf(details, options_.default_schema); }

  void Want(const sql::Type& type) {
    const sql::EnumDetails* details = EnumOf(type);
    if (details == nullptr) return;
    sql::Type plain = EnumItself(type);
    const auto found = wanted_.find(Key(*details));
    if (found == wanted_.end() || !EnumOf(found->second)->create_type) wanted_.insert_or_assign(Key(*details), plain);
  }

  void CompareOne(const EnumKey& key, const sql::Type& type) {
    const auto known = known_.find(key);
    if (known == known_.end()) return Create(key, type);
    const std::vector<std::string>& wanted_values = EnumOf(type)->values;
    const std::vector<std::string> gone = Without(known->second->values, wanted_values);
    const std::vector<std::string> come = Without(wanted_values, known->second->values);
    for (const std::string& value : come) Log("added value " + PythonRepr(value) + " of enum", key);
    for (const std::string& value : gone) Log("removed value " + PythonRepr(value) + " of enum", key);
    if (come.empty() && gone.empty()) return;
    ops::ReplaceEnum replace = Replacement(*known->second, wanted_values);
    if (!gone.empty() || IsUsedAtOnce(key, come)) {
      before_.emplace_back(ops::Operation(std::move(replace)));
    } else {
      AddValues(*known->second, replace);
    }
  }

  ops::ReplaceEnum Replacement(const DatabaseEnum& known, const std::vector<std::string>& values) const {
    ops::ReplaceEnum replace{
        .enum_name = known.name, .schema = known.schema, .new_values = values, .columns = known.columns};
    replace.old_values = known.values;
    replace.compares_types = std::any_of(known.columns.begin(), known.columns.end(),
                                         [&](const ops::EnumColumn& column) { return IsCompared(column); });
    return replace;
  }

  /// The first values to be added are taken away last.
  void AddValues(const DatabaseEnum& known, const ops::ReplaceEnum& replace) {
    std::vector<std::string> values = known.values;
    for (size_t i = 0; i < replace.new_values.size(); ++i) {
      const std::string& value = replace.new_values[i];
      if (Has(values, value)) continue;
      ops::AddEnumValue add{.enum_name = known.name, .value = value, .schema = known.schema};
      auto place = values.end();
      if (i > 0) {
        place = std::find(values.begin(), values.end(), replace.new_values[i - 1]) + 1;
        if (place != values.end()) add.after = replace.new_values[i - 1];
      } else {
        place = values.begin();
        add.before = values.front();
      }
      ops::ReplaceEnum back = replace;
      back.new_values = values;
      values.insert(place, value);
      back.old_values = values;
      add.way_back = std::move(back);
      before_.emplace_back(ops::Operation(std::move(add)));
    }
  }

  /// PostgreSQL lets nobody use a new value in the transaction that added it.
  bool IsUsedAtOnce(const EnumKey& key, const std::vector<std::string>& values) {
    bool is_used = false;
    const auto look = [&](const sql::Type& type, const std::optional<schema::ServerDefault>& value) {
      const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
      const sql::EnumDetails* details = EnumOf(type);
      if (text != nullptr && details != nullptr && Key(*details) == key && Has(values, *text)) is_used = true;
    };
    ForEachOperationOf(changes_, [&](const ops::Operation& operation) {
      if (const auto* add = std::get_if<ops::AddColumn>(&operation)) {
        look(add->column.type, add->column.server_default);
      } else if (const auto* create = std::get_if<ops::CreateTable>(&operation)) {
        for (const schema::Column& column : create->table.columns) look(column.type, column.server_default);
      } else if (const auto* alter = std::get_if<ops::AlterColumn>(&operation);
                 alter != nullptr && alter->server_default.value() != nullptr) {
        const std::optional<sql::Type>& type = alter->type ? alter->type : alter->existing_type;
        if (type) look(*type, *alter->server_default.value());
      }
    });
    return is_used;
  }

  /// A CHECK or an index may compare the column with a value.
  bool IsCompared(const ops::EnumColumn& column) const {
    const auto found = std::find_if(tables_.begin(), tables_.end(), [&](const DatabaseTable& one) {
      return one.table.name == column.table && one.table.schema == column.schema;
    });
    if (found == tables_.end()) return true;
    const auto is_check = [](const schema::Constraint& constraint) {
      return std::holds_alternative<schema::Check>(constraint) || std::holds_alternative<schema::Exclude>(constraint);
    };
    const auto& [constraints, indexes] = std::tie(found->table.constraints, found->table.indexes);
    return std::any_of(constraints.begin(), constraints.end(), is_check) ||
           std::any_of(indexes.begin(), indexes.end(), [](const schema::Index& index) {
             return index.options.Find("postgresql_where") != nullptr ||
                    std::any_of(index.elements.begin(), index.elements.end(),
                                [](const schema::IndexElement& element) { return element.expression() != nullptr; });
           });
  }

  void Create(const EnumKey& key, const sql::Type& type) {
    Log("added enum", key);
    const bool with_table = IsOfTablesAlone(key, true);
    if (!with_table) explicit_.insert(key);
    sql::Type made = with_table ? type : ThatIsThere(type);
    before_.emplace_back(ops::Operation(ops::CreateType{std::move(made), with_table}));
  }

  /// Gone from the models, and from no others: a type that nobody used is somebody else's.
  void CompareGone(const EnumKey& key, const DatabaseEnum& known) {
    const bool is_ours = !known.columns.empty() &&
                         std::all_of(known.columns.begin(), known.columns.end(), [&](const ops::EnumColumn& column) {
                           return std::any_of(tables_.begin(), tables_.end(), [&](const DatabaseTable& one) {
                             return one.table.name == column.table && one.table.schema == column.schema;
                           });
                         });
    if (!is_ours || !IsLetGo(key, known)) return;
    Log("removed enum", key);
    const bool with_table = IsOfTablesAlone(key, false);
    if (!with_table) explicit_.insert(key);
    sql::Type type(sql::TypeKind::kNativeEnum, sql::TypePackage::kPostgresql);
    type.enumeration = sql::EnumDetails{.values = known.values, .name = known.name, .schema = known.schema};
    after_.emplace_back(ops::Operation(ops::DropType{.type = std::move(type), .comes_with_table = with_table}));
  }

  /// As many columns are let go as the enum has: filters of the project may keep some.
  bool IsLetGo(const EnumKey& key, const DatabaseEnum& known) {
    size_t count = 0;
    ForEachOperationOf(changes_, [&](ops::Operation& operation) {
      ForEachColumn(operation, false, [&](const sql::Type& type) {
        const sql::EnumDetails* details = EnumOf(type);
        if (details != nullptr && Key(*details) == key) ++count;
      });
    });
    return count >= known.columns.size();
  }

  /// Whole tables come or go with the enum, and no single column.
  bool IsOfTablesAlone(const EnumKey& key, bool of_models) {
    bool found = false;
    bool alone = true;
    ForEachOperationOf(changes_, [&](ops::Operation& operation) {
      const bool is_table =
          std::holds_alternative<ops::CreateTable>(operation) || std::holds_alternative<ops::DropTable>(operation);
      ForEachColumn(operation, of_models, [&](const sql::Type& type) {
        const sql::EnumDetails* details = EnumOf(type);
        if (details == nullptr || Key(*details) != key) return;
        found = true;
        if (!is_table) alone = false;
      });
    });
    return found && alone;
  }

  /// No table makes the enums again that are there.
  template <typename IsThere>
  void MarkThose(bool of_models, const IsThere& is_there) {
    ForEachOperationOf(changes_, [&](ops::Operation& operation) {
      ForEachColumn(operation, of_models, [&](sql::Type& type) {
        const sql::EnumDetails* details = EnumOf(type);
        if (details != nullptr && is_there(Key(*details))) type = ThatIsThere(type);
      });
    });
  }

  /// A text becomes an enum only where one says how.
  void CastToEnum(ops::Operation& operation) const {
    auto* alter = std::get_if<ops::AlterColumn>(&operation);
    if (alter == nullptr || !alter->type || !alter->existing_type) return;
    const std::string column = rules_.backend().ExpressionText(sql::Column(alter->column));
    const auto set = [&](schema::Options& options, const sql::Type& type, const sql::Type& from) {
      const sql::EnumDetails* before = EnumOf(from);
      const sql::EnumDetails* after = EnumOf(type);
      if (after == nullptr || (before != nullptr && Key(*before) == Key(*after))) return;
      const std::string through = before != nullptr ? "::text" : "";
      options.Set("postgresql_using",
                  column + through + "::" + rules_.backend().TypeText(sql::ForDialect(type, "postgresql")));
    };
    set(alter->options, *alter->type, *alter->existing_type);
    set(alter->existing_options, *alter->existing_type, *alter->type);
  }

  void Log(const std::string& what, const EnumKey& key) {
    hooks_.LogInfo(kLogger, "Detected " + what + " " + PythonRepr(FullName(key)));
  }

  const std::vector<DatabaseTable>& tables_;
  const Options& options_;
  const Rules& rules_;
  Hooks& hooks_;
  Changes& changes_;
  std::map<EnumKey, sql::Type> wanted_;
  std::map<EnumKey, const DatabaseEnum*> known_;
  /// Those that come or go by a statement of their own.
  std::set<EnumKey> explicit_;
  Changes before_;
  Changes after_;
};

}  // namespace

void CompareEnums(const std::vector<ModelTable>& models, const std::vector<DatabaseTable>& tables,
                  const std::vector<DatabaseEnum>& enums, const Options& options, const Rules& rules, Hooks& hooks,
                  Changes& changes) {
  if (rules.has_enums()) EnumComparer(tables, options, rules, hooks, changes).Compare(models, enums);
}

}  // namespace limbeck::compare
