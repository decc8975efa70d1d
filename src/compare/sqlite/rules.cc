#include "compare/sqlite/rules.h"

#include <algorithm>

#include "base/pattern.h"
#include "base/text.h"
#include "sql/operators.h"

namespace limbeck::compare::sqlite {
namespace {

/// Parentheses around all of it, then quotes around all of it.
std::optional<std::string> Peel(const std::optional<std::string>& text) {
  static const Pattern kParentheses(R"re(^\((.+)\)$)re");
  static const Pattern kQuotes(R"re(^"?'(.+)'"?$)re");
  if (!text) return text;
  const auto inner = [](const Pattern::Match& match) { return *match.groups[1]; };
  return kQuotes.Replace(kParentheses.Replace(*text, inner), inner);
}

bool IsExpression(const schema::Index& index) {
  return std::any_of(index.elements.begin(), index.elements.end(),
                     [](const schema::IndexElement& element) { return !PlainColumn(element); });
}

/// A default that is no plain constant stands in parentheses; of numbers only those of one digit are taken for plain.
bool NeedsParentheses(const std::string& text) {
  static const Pattern kPlain(R"re(^(?:[0-9.]|'.+'|\(.+\))$)re");
  return !text.empty() && !kPlain.Matches(text);
}

class SqliteRules : public Rules {
 public:
  using Rules::Rules;

  bool has_comments() const override { return false; }
  bool has_enums() const override { return false; }
  bool rewords_expressions() const override { return false; }
  bool references_hold_keys() const override { return false; }
  std::string implementation() const override { return "alembic.ddl.sqlite.SQLiteImpl"; }

  bool DefaultsDiffer(const DefaultPair& pair) const override {
    return Peel(pair.model_text) != Peel(pair.database_text);
  }

  Comparison CompareIndexes(const schema::Index& model, const schema::Index& database, const schema::Table&,
                            std::vector<std::string>&) const override {
    std::vector<std::string> messages;
    if (const auto message = UniqueMessage(model, database)) messages.push_back(*message);
    const std::vector<std::string> wanted = ColumnNamesOf(model);
    const std::vector<std::string> known = ColumnNamesOf(database);
    if (wanted != known) messages.push_back("expression " + TupleRepr(known) + " to " + TupleRepr(wanted));
    if (messages.empty()) return {};
    return {Comparison::Status::kDifferent, Join(messages, ", ")};
  }

  void LeaveOutIndexes(std::vector<const schema::Index*>& model, const std::vector<const schema::Index*>& database,
                       std::vector<std::string>& warnings) const override {
    std::erase_if(model, [&](const schema::Index* index) {
      const bool is_known = std::any_of(database.begin(), database.end(),
                                        [&](const schema::Index* known) { return known->name == index->name; });
      if (is_known || !IsExpression(*index)) return false;
      warnings.push_back("autogenerate skipping metadata-specified expression-based index " +
                         PythonRepr(index->name.text->text) +
                         "; dialect 'sqlite' under SQLAlchemy 2.0.44 can't reflect these indexes so they can't be "
                         "compared");
      return true;
    });
  }

  std::string UniqueOfDatabase() const override { return "1"; }

  void Adjust(schema::Table& table) const override {
    for (schema::Column& column : table.columns) {
      auto* expression = column.server_default ? std::get_if<sql::Expression>(&*column.server_default) : nullptr;
      if (expression == nullptr) continue;
      const auto* text = expression->As<sql::Text>();
      if (text != nullptr && NeedsParentheses(text->sql)) *expression = sql::SqlText("(" + text->sql + ")");
    }
  }

  std::string ScriptExpression(const sql::Expression& expression, bool is_server_default, bool) const override {
    std::string text = backend().ExpressionText(expression);
    return is_server_default && NeedsParentheses(text) ? "(" + text + ")" : text;
  }

 protected:
  const std::vector<std::vector<std::string>>& TypeSynonyms() const override {
    static const std::vector<std::vector<std::string>> kSynonyms = {{"numeric", "decimal"}};
    return kSynonyms;
  }
};

}  // namespace

std::unique_ptr<Rules> MakeRules(Backend& backend) {
  return std::make_unique<SqliteRules>(backend);
}

}  // namespace limbeck::compare::sqlite
