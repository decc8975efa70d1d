#include <algorithm>
#include <set>

#include "base/pattern.h"
#include "base/text.h"
#include "compare/table_comparer.h"
#include "compare/type_repr.h"

// One column on both sides: type, NULL, default, comment. Which of them an alter_column tells, and what it says of the
// others, is Alembic's way.

namespace limbeck::compare {
namespace {

class ColumnComparer {
 public:
  ColumnComparer(const ColumnPair& pair, const ModifyTable& table, const Options& options, const Rules& rules,
                 Hooks& hooks)
      : pair_(pair), options_(options), rules_(rules), hooks_(hooks) {
    change_.table = table.table;
    change_.schema = table.schema;
    change_.column = pair.model.name;
    where_ = "'" + table.table.text + "." + pair.model.name.text + "'";
    plain_ = table.table.text + "." + pair.model.name.text;
  }

  std::optional<ops::AlterColumn> Compare() {
    const bool type_is_open = BeginType();
    const bool default_is_open = BeginDefault();
    if (options_.compare_constraints) CompareNullable();
    const bool default_is_plain = default_is_open && CompareComputedAndIdentity();
    if (default_is_plain) SetAutoincrement();
    if (options_.compare_comments) CompareComment();
    if (type_is_open) CompareType();
    if (default_is_plain) CompareDefault();
    const bool changed =
        change_.type || change_.nullable || change_.server_default.touched() || change_.comment.touched();
    return changed ? std::optional(std::move(change_)) : std::nullopt;
  }

 private:
  const schema::Column& known() const { return pair_.database; }
  const schema::Column& wanted() const { return pair_.model; }
  void Log(const char* logger, const std::string& message) { hooks_.LogInfo(logger, message); }

  // ---------------------------------------------------------------------------------------------- type

  /// Whether there is something to compare. Said before env.py's own comparison, and again before the dialect's.
  bool HasTypes() {
    if (known().type.is_null()) {
      Log(kTypes, "Couldn't determine database type for column " + where_);
    } else if (wanted().type.is_null()) {
      Log(kTypes, "Column " + where_ + " has no type within the model; can't compare");
    }
    return !known().type.is_null() && !wanted().type.is_null();
  }

  /// False when the type is settled already.
  bool BeginType() {
    if (!options_.compare_type) return false;
    change_.existing_type = known().type;
    if (!HasTypes()) return true;
    const std::optional<bool> said = hooks_.CompareType(pair_);
    if (said.value_or(false)) SetType();
    return !said;
  }

  void CompareType() {
    if (!HasTypes()) return;
    const std::optional<bool> own = hooks_.CompareAgainstBackend(pair_);
    const sql::Type model = sql::ForDialect(wanted().type, rules_.backend().name());
    if (own ? *own : rules_.TypesDiffer(known().type, model)) SetType();
  }

  void SetType() {
    change_.type = wanted().type;
    Log(kTypes,
        "Detected type change from " + TypeRepr(known().type) + " to " + TypeRepr(wanted().type) + " on " + where_);
  }

  // ---------------------------------------------------------------------------------------------- NULL

  void CompareNullable() {
    change_.existing_nullable = known().is_nullable();
    if (known().is_nullable() == wanted().is_nullable()) return;
    const bool is_computed = (known().computed() || wanted().computed()) && !wanted().nullable;
    if (is_computed || known().identity() || wanted().identity()) {
      return Log(kConstraints, "Ignoring nullable change on identity column " + where_);
    }
    change_.nullable = wanted().is_nullable();
    Log(kConstraints,
        std::string("Detected ") + (wanted().is_nullable() ? "NULL" : "NOT NULL") + " on column " + where_);
  }

  // ---------------------------------------------------------------------------------------------- default

  static bool IsClause(const std::optional<schema::ServerDefault>& value) {
    return !value || std::holds_alternative<std::string>(*value) || std::holds_alternative<sql::Expression>(*value);
  }

  std::optional<std::string> TextOf(const std::optional<schema::ServerDefault>& value) const {
    if (!value) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(&*value)) return *text;
    const auto* expression = std::get_if<sql::Expression>(&*value);
    return expression == nullptr ? std::nullopt : std::optional(rules_.backend().ExpressionText(*expression));
  }

  /// False when the default is settled already.
  bool BeginDefault() {
    if (!options_.compare_defaults) return false;
    if (!known().server_default && !wanted().server_default) return true;
    change_.existing_server_default =
        known().server_default ? ops::Change<schema::ServerDefault>(*known().server_default) : std::nullopt;
    if (!options_.compare_server_default) return false;
    const std::optional<bool> said =
        hooks_.CompareServerDefault(pair_, TextOf(known().server_default), TextOf(wanted().server_default));
    if (said.value_or(false)) SetDefault();
    return !said;
  }

  void SetDefault() {
    change_.server_default =
        wanted().server_default ? ops::Change<schema::ServerDefault>(*wanted().server_default) : std::nullopt;
  }

  /// False when there is one, so that nothing is left to be compared.
  bool CompareComputedAndIdentity() {
    if (known().computed() || wanted().computed()) return CompareComputed();
    if (!known().identity() && !wanted().identity()) return true;
    const std::vector<std::string> difference = IdentityDifference();
    if (difference.empty() && known().identity() && wanted().identity()) return true;
    SetDefault();
    if (difference.empty()) return true;
    std::vector<std::string> quoted;
    for (const std::string& name : difference) quoted.push_back(PythonRepr(name));
    Log(kDefaults,
        "Detected server default on column " + where_ + ": identity options attributes [" + Join(quoted, ", ") + "]");
    return false;
  }

  bool CompareComputed() {
    const auto text = [&](const schema::Computed* computed) {
      static const Pattern kNoise(R"re([ \(\)'"`\[\]\t\r\n])re");
      return computed == nullptr ? std::string()
                                 : ToLower(kNoise.Replace(rules_.backend().ExpressionText(computed->expression), ""));
    };
    if (!wanted().computed() || text(known().computed()) != text(wanted().computed())) {
      hooks_.Warn("Computed default on " + plain_ + " cannot be modified");
    }
    return false;
  }

  /// Options that differ and are not what the database takes by itself, in order.
  std::vector<std::string> IdentityDifference() const {
    const schema::Identity none;
    const schema::Identity& one = known().identity() ? *known().identity() : none;
    const schema::Identity& other = wanted().identity() ? *wanted().identity() : none;
    std::set<std::string> names;
    const auto compare = [&](const char* name, const auto& from, const auto& to) {
      if (from != to && to) names.insert(name);
    };
    if (one.always != other.always) names.insert("always");
    compare("start", one.options.start, other.options.start);
    compare("increment", one.options.increment, other.options.increment);
    compare("minvalue", one.options.minvalue, other.options.minvalue);
    compare("maxvalue", one.options.maxvalue, other.options.maxvalue);
    compare("nominvalue", one.options.nominvalue, other.options.nominvalue);
    compare("nomaxvalue", one.options.nomaxvalue, other.options.nomaxvalue);
    compare("cycle", one.options.cycle, other.options.cycle);
    compare("cache", one.options.cache, other.options.cache);
    return {names.begin(), names.end()};
  }

  void SetAutoincrement() {
    const schema::Column* counting = schema::AutoincrementColumn(pair_.model_table);
    std::optional<bool> value;
    if (counting != nullptr && counting->name == wanted().name) {
      value = true;
    } else if (wanted().autoincrement == schema::Autoincrement::kYes) {
      value = true;
    } else if (wanted().autoincrement == schema::Autoincrement::kNo) {
      value = false;
    }
    // The same in both directions.
    change_.autoincrement = value;
    change_.existing_autoincrement = value;
  }

  void CompareDefault() {
    if (!known().server_default && !wanted().server_default) return;
    if (!IsClause(known().server_default) || !IsClause(wanted().server_default)) return;
    const DefaultPair pair{pair_.model_table, known(), wanted(), TextOf(known().server_default),
                           TextOf(wanted().server_default)};
    if (!rules_.DefaultsDiffer(pair)) return;
    SetDefault();
    Log(kDefaults, "Dialect impl <" + rules_.implementation() +
                       " object at 0x7f0000000000> detected server default on column " + where_);
  }

  // ---------------------------------------------------------------------------------------------- comment

  void CompareComment() {
    if (!rules_.has_comments() || (!known().comment && !wanted().comment)) return;
    change_.existing_comment = known().comment;
    if (known().comment == wanted().comment) return;
    change_.comment = wanted().comment ? ops::Change<std::string>(*wanted().comment) : std::nullopt;
    Log("autogenerate.compare.comments", "Detected column comment " + where_);
  }

  static constexpr const char* kTypes = "autogenerate.compare.types";
  static constexpr const char* kConstraints = "autogenerate.compare.constraints";
  static constexpr const char* kDefaults = "autogenerate.compare.server_defaults";

  const ColumnPair& pair_;
  const Options& options_;
  const Rules& rules_;
  Hooks& hooks_;
  ops::AlterColumn change_;
  std::string where_;
  std::string plain_;
};

}  // namespace

std::optional<ops::AlterColumn> CompareColumn(const ColumnPair& pair, const ModifyTable& table, const Options& options,
                                              const Rules& rules, Hooks& hooks) {
  return ColumnComparer(pair, table, options, rules, hooks).Compare();
}

}  // namespace limbeck::compare
