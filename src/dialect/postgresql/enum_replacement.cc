#include "dialect/postgresql/enum_replacement.h"

#include <cctype>
#include <string_view>
#include <utility>

#include "base/pattern.h"
#include "base/text.h"

namespace limbeck::dialect::postgresql {
namespace {

std::string Literal(const std::string& value) {
  return "'" + ReplaceAll(value, "'", "''") + "'";
}

std::string Name(const sql::Name& name, const std::optional<sql::Name>& schema = {}) {
  const std::string quoted = "\"" + name.text + "\"";
  return schema ? "\"" + schema->text + "\"." + quoted : quoted;
}

class Writer {
 public:
  explicit Writer(const ops::ReplaceEnum& op)
      : op_(op), type_(Name(op.enum_name, op.schema)), old_type_(Name(OldName(), op.schema)) {}

  std::vector<std::string> Write() {
    Add("ALTER TYPE " + type_ + " RENAME TO " + (op_.compares_types ? OldName().text : Name(OldName())));
    std::vector<std::string> values;
    for (const std::string& value : op_.new_values) values.push_back(Literal(value));
    Add("CREATE TYPE " + type_ + " AS ENUM(" + Join(values, ", ") + ")");
    if (op_.compares_types) {
      for (const auto& [sign, function] : kComparisons) CreateComparison(sign, function);
    }
    for (const ops::EnumColumn& column : op_.columns) Move(column);
    if (op_.compares_types) {
      for (const auto& comparison : kComparisons) {
        Add("DROP FUNCTION " + std::string(comparison.second) + "(\n            " + Arguments() +
            "\n        ) CASCADE");
      }
    }
    Add("DROP TYPE " + old_type_);
    return std::move(statements_);
  }

 private:
  static constexpr std::pair<std::string_view, std::string_view> kComparisons[] = {{"!=", "new_old_not_equals"},
                                                                                   {"=", "new_old_equals"}};

  sql::Name OldName() const { return sql::Name(op_.enum_name.text + "_old"); }
  std::string Arguments() const { return "new_enum_val " + type_ + ", old_enum_val " + old_type_; }
  /// Laid out as the package does, but for what only Limbeck writes.
  void Add(std::string statement) {
    static const Pattern kBlanks("\\s*\\n\\s*");
    statements_.push_back(op_.compares_types ? std::move(statement) : kBlanks.Replace(statement, " "));
  }

  /// WHEN value = old name THEN new name, for each name that changes.
  std::string Cases(const std::string& value, const std::string& cast) const {
    std::vector<std::string> cases;
    for (const auto& [old_name, new_name] : op_.renamed_values) {
      cases.push_back("WHEN " + value + "::text = " + Literal(old_name) + " THEN " + Literal(new_name) + cast);
    }
    return Join(cases, " ");
  }

  void CreateComparison(std::string_view sign, std::string_view function) {
    std::string old_value = "old_enum_val::text";
    if (!op_.renamed_values.empty()) {
      old_value = "CASE\n                    " + Cases("old_enum_val", "") +
                  "\n\n                    ELSE old_enum_val::text\n                END";
    }
    const std::string name(function);
    Add("CREATE FUNCTION " + name + "(\n                " + Arguments() +
        "\n            )\n            RETURNS boolean AS $$\n                SELECT new_enum_val::text " +
        std::string(sign) + " " + old_value + ";\n            $$ LANGUAGE SQL IMMUTABLE");
    Add("CREATE OPERATOR " + std::string(sign) + " (\n            leftarg = " + type_ +
        ",\n            rightarg = " + old_type_ + ",\n            procedure = " + name + "\n        )");
  }

  void Move(const ops::EnumColumn& column) {
    const std::string table = "ALTER TABLE " + Name(column.table, column.schema);
    const std::string name = Name(column.column);
    if (column.server_default) Add(table + "\n             ALTER COLUMN " + name + " DROP DEFAULT");
    Add(table + (column.is_array ? MoveArray(name) : MoveValue(name)));
    if (!column.server_default) return;
    Add(table + "\n            ALTER COLUMN " + name + " SET DEFAULT " + Default(*column.server_default));
  }

  std::string MoveValue(const std::string& column) const {
    std::string value = column + "::text::" + type_;
    if (!op_.renamed_values.empty()) {
      value = "CASE \n                " + Cases(column, "::" + type_) + "\n\n                ELSE " + value +
              "\n                END";
    }
    return " \n                ALTER COLUMN " + column + " TYPE " + type_ + " \n                USING " + value;
  }

  std::string MoveArray(const std::string& column) const {
    std::string value = column + "::text[]";
    for (const auto& [old_name, new_name] : op_.renamed_values) {
      value = "array_replace(" + value + ", " + Literal(old_name) + ", " + Literal(new_name) + ")";
    }
    return " \n            ALTER COLUMN " + column + " TYPE " + type_ + "[]\n            USING " + value +
           "::" + type_ + "[]";
  }

  /// A default of the old type, as one of the new: 'a'::mood, '{a}'::mood[], ARRAY['a'::mood].
  std::string Default(const std::string& text) const {
    std::string value = text;
    const bool is_list = text.starts_with("ARRAY[");
    if (!is_list) value = text.substr(0, text.find("::"));
    for (const auto& [old_name, new_name] : op_.renamed_values) {
      for (const char* quote : {"'", "\""})
        value = ReplaceAll(value, quote + old_name + quote, quote + new_name + quote);
    }
    const std::string bare = (op_.schema ? op_.schema->text + "." : "") + op_.enum_name.text;
    const std::string cast = "::" + (op_.compares_types ? bare : type_);
    return is_list ? WithCasts(value, cast) : value + cast + (text.ends_with("[]") ? "[]" : "");
  }

  /// Behind a name at `at`: app.mood, "Mood".
  static size_t EndOfName(std::string_view text, size_t at) {
    bool is_quoted = false;
    for (; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '"') is_quoted = !is_quoted;
      const bool is_name = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '"';
      if (!is_quoted && !is_name) break;
    }
    return at;
  }

  /// Each "::name" in the text as `cast`.
  static std::string WithCasts(std::string_view text, const std::string& cast) {
    std::string result;
    for (size_t i = 0; i < text.size();) {
      const size_t end = text.substr(i, 2) == "::" ? EndOfName(text, i + 2) : i;
      if (end <= i + 2) {
        result += text[i++];
        continue;
      }
      result += cast;
      i = end;
    }
    return result;
  }

  const ops::ReplaceEnum& op_;
  std::string type_;
  std::string old_type_;
  std::vector<std::string> statements_;
};

}  // namespace

std::vector<std::string> EnumReplacement(const ops::ReplaceEnum& op) {
  return Writer(op).Write();
}

}  // namespace limbeck::dialect::postgresql
