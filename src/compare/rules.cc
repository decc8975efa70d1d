#include "compare/rules.h"

#include <algorithm>
#include <map>

#include "base/pattern.h"
#include "base/text.h"
#include "compare/postgresql/rules.h"
#include "compare/sqlite/rules.h"
#include "limbeck/error.h"

namespace limbeck::compare {
namespace {

/// "numeric(10, 2)", "timestamp with time zone", "varchar(20) collate \"c\"" in parts.
struct TypeParts {
  std::string first;
  std::vector<std::string> words;
  std::vector<std::string> arguments;
};

void ReadArguments(const std::string& text, TypeParts& parts) {
  static const Pattern kArgument("[^(),]+");
  for (const Pattern::Match& match : kArgument.FindAll(text)) {
    const std::string& argument = *match.groups[0];
    if (argument.find('=') == std::string::npos) parts.arguments.emplace_back(Trim(argument));
  }
}

TypeParts ReadParts(const std::string& definition) {
  static const Pattern kToken(R"re([\w\-_]+|\(.+?\))re");
  TypeParts parts;
  std::string in_parentheses;
  std::vector<std::string> words;
  for (const Pattern::Match& match : kToken.FindAll(ToLower(definition))) {
    const std::string& token = *match.groups[0];
    if (token.starts_with("(") && token.ends_with(")")) {
      in_parentheses = token;
    } else {
      words.push_back(token);
    }
  }
  if (!words.empty()) {
    parts.first = words.front();
    parts.words.assign(words.begin() + 1, words.end());
  }
  ReadArguments(in_parentheses, parts);
  return parts;
}

bool AreSynonyms(const std::vector<std::string>& names, const std::string& one, const std::string& other) {
  const auto has = [&](const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  return has(one) && has(other);
}

std::string AllWords(const TypeParts& parts) {
  std::vector<std::string> words = {parts.first};
  words.insert(words.end(), parts.words.begin(), parts.words.end());
  return Join(words, " ");
}

/// Lists of the same length that are not the same; what only one side says does not count.
bool Contradict(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return one.size() == other.size() && one != other;
}

std::vector<std::string> Sorted(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  std::sort(texts.begin(), texts.end());
  return texts;
}

}  // namespace

bool Rules::TypesDiffer(const sql::Type& database, const sql::Type& model) const {
  const TypeParts known = ReadParts(backend_.TypeText(database));
  const TypeParts wanted = ReadParts(backend_.TypeText(model));
  bool match = known.first == wanted.first;
  for (const std::vector<std::string>& names : TypeSynonyms()) {
    match =
        match || AreSynonyms(names, known.first, wanted.first) || AreSynonyms(names, AllWords(known), AllWords(wanted));
  }
  return !match || Contradict(known.words, wanted.words) || Contradict(known.arguments, wanted.arguments);
}

Comparison Rules::CompareUniques(const schema::Unique& model, const schema::Unique& database) const {
  const std::vector<std::string> wanted = Sorted(model.columns);
  const std::vector<std::string> known = Sorted(database.columns);
  if (wanted == known) return {};
  return {Comparison::Status::kDifferent, "expression " + TupleRepr(known) + " to " + TupleRepr(wanted)};
}

std::optional<std::string> Rules::UniqueMessage(const schema::Index& model, const schema::Index& database) {
  if (model.unique == database.unique) return std::nullopt;
  const auto text = [](bool value) { return std::string(value ? "True" : "False"); };
  return "unique=" + text(database.unique) + " to unique=" + text(model.unique);
}

std::unique_ptr<Rules> MakeRules(Backend& backend) {
  if (backend.name() == "sqlite") return sqlite::MakeRules(backend);
  if (backend.name() == "postgresql") return postgresql::MakeRules(backend);
  throw Error(ErrorKind::kUnsupported, "models cannot be compared with " + backend.name());
}

std::string TupleRepr(const std::vector<std::string>& texts) {
  std::vector<std::string> quoted;
  for (const std::string& text : texts) quoted.push_back(PythonRepr(text));
  return "(" + Join(quoted, ", ") + (texts.size() == 1 ? ",)" : ")");
}

std::optional<std::string> PlainColumn(const schema::IndexElement& element) {
  if (const sql::Name* name = element.column()) return name->text;
  const sql::Expression* expression = element.expression();
  while (const auto* unary = expression->As<sql::Unary>()) expression = &unary->operand;
  if (const auto* column = expression->As<sql::ColumnReference>()) return column->name.text;
  return std::nullopt;
}

std::vector<std::string> ColumnNamesOf(const schema::Index& index) {
  std::vector<std::string> names;
  for (const schema::IndexElement& element : index.elements) {
    if (const sql::Name* name = element.column()) {
      names.push_back(name->text);
    } else {
      sql::Walk(*element.expression(), [&](const sql::Expression& part) {
        if (const auto* column = part.As<sql::ColumnReference>()) names.push_back(column->name.text);
      });
    }
  }
  return names;
}

}  // namespace limbeck::compare
