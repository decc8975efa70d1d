#include "compare/postgresql/rules.h"

#include "base/pattern.h"
#include "base/text.h"
#include "sql/operators.h"

namespace limbeck::compare::postgresql {
namespace {

void StripParentheses(std::string& text) {
  while (text.size() > 1 && text.front() == '(' && text.back() == ')') text = text.substr(1, text.size() - 2);
}

/// Orders that the server does not tell, because they are the default.
void StripOrder(std::string& text) {
  static const Pattern kOrders[] = {Pattern("( asc nulls last)$"), Pattern("(?<! desc)( nulls last)$"),
                                    Pattern("( asc)$"), Pattern("( asc) nulls first$"),
                                    Pattern(" desc( nulls first)$")};
  for (const Pattern& order : kOrders) {
    const auto match = order.Search(text);
    if (!match) continue;
    const size_t place = text.find(*match->groups[1], match->start);
    text.erase(place, match->groups[1]->size());
    return;
  }
}

/// An element of an index without what the server writes in another way.
std::string CleanElement(const std::string& element, const std::string& table) {
  static const Pattern kCast(R"re((::[\w ]+\w))re");
  static const Pattern kCastCall(R"re(^cast\s*\()re");
  static const Pattern kCastType(R"re(as\s+[^)]+\))re");
  std::string text = ReplaceAll(ReplaceAll(ToLower(element), "\"", ""), "'", "");
  text = ReplaceAll(text, ToLower(table) + ".", "");
  if (text.find("::") != std::string::npos) text = kCast.Replace(text, "");
  StripParentheses(text);
  StripOrder(text);
  StripParentheses(text);
  if (kCastCall.Matches(text)) text = kCastType.Replace(kCastCall.Replace(text, ""), "");
  return ReplaceAll(text, " ", "");
}

bool NamesOperatorClass(const std::string& element) {
  return Trim(element).ends_with("_ops") && element.find_first_of(" )") != std::string::npos;
}

std::vector<std::string> OptionsOf(const schema::Options& options) {
  if (options.IsTrue("postgresql_nulls_not_distinct")) return {"nulls_not_distinct"};
  return {};
}

bool IsNumber(const sql::Type& type) {
  const sql::TypeAffinity affinity = sql::AffinityOf(type);
  return affinity == sql::TypeAffinity::kNumeric;
}

/// Of what includes no columns nothing is said about them.
void LeaveOutEmptyInclude(schema::Options& options) {
  schema::Options kept;
  for (const auto& [name, value] : options.items()) {
    if (name != "postgresql_include" || value.IsTrue()) kept.Set(name, value);
  }
  options = std::move(kept);
}

class PostgresqlRules : public Rules {
 public:
  using Rules::Rules;

  bool has_comments() const override { return true; }
  bool has_enums() const override { return true; }
  bool rewords_expressions() const override { return true; }
  bool references_hold_keys() const override { return true; }
  std::string implementation() const override { return "alembic.ddl.postgresql.PostgresqlImpl"; }

  bool DefaultsDiffer(const DefaultPair& pair) const override {
    const schema::Column* counting = schema::AutoincrementColumn(pair.model_table);
    if (counting != nullptr && counting->name == pair.model.name && counting->primary_key) return false;
    // Alembic asks the server whether two texts mean the same; one sequence never gives one number twice.
    if (pair.database_text == pair.model_text) return false;
    static const Pattern kSequence(R"re(^nextval\('(.+?)'::regclass\))re");
    std::optional<std::string> known = pair.database_text;
    if (known && kSequence.Matches(*known)) known = ReplaceAll(*known, "::regclass", "");
    if (known == pair.model_text) return false;
    if (!known || !pair.model_text) return true;
    return !backend().AreEqual(*known, ValueText(pair));
  }

  Comparison CompareIndexes(const schema::Index& model, const schema::Index& database, const schema::Table& table,
                            std::vector<std::string>& warnings) const override {
    if (std::optional<Comparison> early = CompareShape(model, database)) return *early;
    std::vector<std::string> messages;
    std::vector<std::string> skipped;
    for (size_t i = 0; i < model.elements.size(); ++i) {
      const std::string wanted = Compile(model.elements[i]);
      const std::string known = Compile(database.elements[i]);
      const std::string place = "expression #" + std::to_string(i + 1) + " ";
      if (CleanElement(wanted, table.name.text) == CleanElement(known, table.name.text)) continue;
      if (NamesOperatorClass(wanted)) {
        skipped.push_back(place + PythonRepr(wanted) + " detected as including operator clause.");
        warnings.push_back("E" + place.substr(1) + PythonRepr(wanted) + " in index " +
                           PythonRepr(database.name.text->text) +
                           " detected to include an operator clause. Expression compare cannot proceed. Please move "
                           "the operator clause to the ``postgresql_ops`` dict to enable proper compare of the index "
                           "expressions: "
                           "https://docs.sqlalchemy.org/en/latest/dialects/postgresql.html#operator-classes");
      } else {
        messages.push_back(place + PythonRepr(known) + " to " + PythonRepr(wanted));
      }
    }
    AddOptionsMessage(model, database, messages);
    if (!messages.empty()) return {Comparison::Status::kDifferent, Join(messages, ", ")};
    if (!skipped.empty()) return {Comparison::Status::kSkip, Join(skipped, ", ")};
    return {};
  }

  Comparison CompareUniques(const schema::Unique& model, const schema::Unique& database) const override {
    const Comparison by_columns = Rules::CompareUniques(model, database);
    if (by_columns.status != Comparison::Status::kEqual) return by_columns;
    const std::vector<std::string> wanted = OptionsOf(model.options);
    const std::vector<std::string> known = OptionsOf(database.options);
    if (wanted == known) return {};
    return {Comparison::Status::kDifferent, "expression " + TupleRepr(known) + " to " + TupleRepr(wanted)};
  }

  void LeaveOutIndexes(std::vector<const schema::Index*>&, const std::vector<const schema::Index*>&,
                       std::vector<std::string>&) const override {}

  std::string UniqueOfDatabase() const override { return "True"; }

  void Adjust(schema::Table& table) const override {
    for (schema::Index& index : table.indexes) LeaveOutEmptyInclude(index.options);
  }

  void AdjustUniques(schema::Table& table) const override {
    for (schema::Constraint& constraint : table.constraints) {
      if (auto* unique = std::get_if<schema::Unique>(&constraint)) LeaveOutEmptyInclude(unique->options);
    }
  }

  std::string ScriptExpression(const sql::Expression& expression, bool, bool is_index) const override {
    const bool is_column = expression.As<sql::ColumnReference>() || expression.As<sql::LiteralColumn>();
    return backend().ExpressionText(is_index && !is_column ? sql::SelfGroup(expression) : expression);
  }

 protected:
  const std::vector<std::vector<std::string>>& TypeSynonyms() const override {
    static const std::vector<std::vector<std::string>> kSynonyms = {{"numeric", "decimal"},
                                                                    {"float", "double precision"}};
    return kSynonyms;
  }

 private:
  /// The models' default as SQL: a string as a literal, unless the column holds numbers.
  static std::string ValueText(const DefaultPair& pair) {
    if (!std::holds_alternative<std::string>(*pair.model.server_default) || IsNumber(pair.database.type)) {
      return *pair.model_text;
    }
    static const Pattern kQuotes("^'|'$");
    return "'" + kQuotes.Replace(*pair.model_text, "") + "'";
  }

  static std::optional<Comparison> CompareShape(const schema::Index& model, const schema::Index& database) {
    std::vector<std::string> messages;
    if (const auto message = UniqueMessage(model, database)) messages.push_back(*message);
    if (model.elements.size() != database.elements.size()) {
      messages.push_back("expression number " + std::to_string(database.elements.size()) + " to " +
                         std::to_string(model.elements.size()));
    }
    if (messages.empty()) return std::nullopt;
    return Comparison{Comparison::Status::kDifferent, Join(messages, ", ")};
  }

  /// Alembic adds the message letter by letter.
  static void AddOptionsMessage(const schema::Index& model, const schema::Index& database,
                                std::vector<std::string>& messages) {
    const std::vector<std::string> wanted = OptionsOf(model.options);
    const std::vector<std::string> known = OptionsOf(database.options);
    if (wanted == known) return;
    for (const char letter : "options " + TupleRepr(known) + " to " + TupleRepr(wanted)) {
      messages.emplace_back(1, letter);
    }
  }

  std::string Compile(const schema::IndexElement& element) const {
    if (const sql::Name* name = element.column()) return backend().ExpressionText(sql::Column(*name));
    return backend().ExpressionText(*element.expression());
  }
};

}  // namespace

std::unique_ptr<Rules> MakeRules(Backend& backend) {
  return std::make_unique<PostgresqlRules>(backend);
}

}  // namespace limbeck::compare::postgresql
