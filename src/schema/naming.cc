#include "schema/naming.h"

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sql/errors.h"

namespace limbeck::schema {
namespace {

using Subject = NamingConvention::Subject;

struct PrefixOf {
  std::string_view operator()(const PrimaryKey&) const { return "pk"; }
  std::string_view operator()(const ForeignKey&) const { return "fk"; }
  std::string_view operator()(const Unique&) const { return "uq"; }
  std::string_view operator()(const Check&) const { return "ck"; }
  std::string_view operator()(const Exclude&) const { return ""; }
};

struct ColumnsOf {
  std::vector<sql::Name> operator()(const PrimaryKey& key) const { return key.columns; }
  std::vector<sql::Name> operator()(const ForeignKey& key) const { return key.columns; }
  std::vector<sql::Name> operator()(const Unique& unique) const { return unique.columns; }
  std::vector<sql::Name> operator()(const Check& check) const { return ColumnsIn(check.condition); }
  std::vector<sql::Name> operator()(const Exclude&) const { return {}; }

  static std::vector<sql::Name> ColumnsIn(const sql::Expression& expression) {
    std::vector<sql::Name> names;
    sql::Walk(expression, [&](const sql::Expression& part) {
      if (const auto* column = part.As<sql::ColumnReference>()) names.push_back(column->name);
    });
    return names;
  }
};

std::string_view KindOf(const Subject& subject) {
  const auto* constraint = std::get_if<const Constraint*>(&subject);
  return constraint ? std::visit(PrefixOf{}, **constraint) : "ix";
}

const ConstraintName& OwnName(const Subject& subject) {
  if (const auto* constraint = std::get_if<const Constraint*>(&subject)) return NameOf(**constraint);
  return std::get<const Index*>(subject)->name;
}

// An expression counts as its first column, a text as a column of that name.
std::vector<sql::Name> IndexColumns(const Index& index) {
  std::vector<sql::Name> names;
  for (const IndexElement& element : index.elements) {
    if (const sql::Name* column = element.column()) {
      names.push_back(*column);
    } else if (const auto* text = element.expression()->As<sql::Text>()) {
      names.emplace_back(text->sql);
    } else {
      std::vector<sql::Name> columns = ColumnsOf::ColumnsIn(*element.expression());
      if (!columns.empty()) names.push_back(columns.front());
    }
  }
  return names;
}

// A token of the form [referred_]column_0[N|_N]_name.
struct ColumnToken {
  bool referred = false;
  size_t index = 0;
  /// All columns, with this between them.
  std::optional<std::string> separator;
  std::string attribute;
};

bool ConsumePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::optional<ColumnToken> ParseColumnToken(std::string_view token) {
  ColumnToken result;
  result.referred = ConsumePrefix(token, "referred_");
  if (!ConsumePrefix(token, "column_")) return std::nullopt;
  auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), result.index);
  if (error != std::errc()) return std::nullopt;
  token.remove_prefix(static_cast<size_t>(end - token.data()));
  if (ConsumePrefix(token, "N_")) {
    result.separator = "";
  } else if (ConsumePrefix(token, "_N_")) {
    result.separator = "_";
  } else if (!ConsumePrefix(token, "_")) {
    return std::nullopt;
  }
  result.attribute = token;
  return result;
}

// Fills one template for one subject.
class TemplateFiller {
 public:
  TemplateFiller(const NamingConvention& convention, const Subject& subject, const Table& table)
      : convention_(convention), subject_(subject), table_(table) {
    const auto* constraint = std::get_if<const Constraint*>(&subject);
    columns_ = constraint ? std::visit(ColumnsOf{}, **constraint) : IndexColumns(*std::get<const Index*>(subject));
    foreign_key_ = constraint ? std::get_if<ForeignKey>(*constraint) : nullptr;
  }

  std::string Fill(std::string_view text) const {
    std::string result;
    while (!text.empty()) {
      if (ConsumePrefix(text, "%%")) {
        result += '%';
      } else if (ConsumePrefix(text, "%(")) {
        size_t end = text.find(")s");
        if (end == std::string_view::npos) throw sql::ValueError("incomplete format");
        result += Token(std::string(text.substr(0, end)));
        text.remove_prefix(end + 2);
      } else {
        result += text.front();
        text.remove_prefix(1);
      }
    }
    return result;
  }

 private:
  std::string Token(const std::string& token) const {
    auto custom = convention_.custom_tokens().find(token);
    if (custom != convention_.custom_tokens().end()) return custom->second(subject_, table_);
    if (token == "table_name") return table_.name.text;
    if (token == "constraint_name") return GivenName();
    if (token == "referred_table_name" && foreign_key_) return foreign_key_->referent_table.text;
    std::optional<ColumnToken> column = ParseColumnToken(token);
    if (!column) throw sql::KeyError(PythonRepr(token));
    if (!column->separator) return Attribute(*column, column->index, token);
    std::vector<std::string> parts;
    for (size_t i = 0; i < columns_.size(); ++i) parts.push_back(Attribute(*column, i, token));
    return Join(parts, *column->separator);
  }

  std::string GivenName() const {
    const ConstraintName& name = OwnName(subject_);
    if (name) return name.text->text;
    throw sql::InvalidRequestError(
        "Naming convention including %(constraint_name)s token requires that constraint is explicitly named.");
  }

  std::string Attribute(const ColumnToken& column, size_t index, const std::string& token) const {
    if (column.referred) {
      if (!foreign_key_ || column.attribute != "name") throw sql::KeyError(PythonRepr(token));
      const auto& referred = foreign_key_->referent_columns.empty() ? columns_ : foreign_key_->referent_columns;
      return index < referred.size() ? referred[index].text : "";
    }
    if (index >= columns_.size()) return "";
    const std::string& name = columns_[index].text;
    if (column.attribute == "name") return name;
    if (column.attribute == "key") return KeyOf(name);
    if (column.attribute == "label") return Label(name);
    throw sql::KeyError(PythonRepr(token));
  }

  std::string KeyOf(const std::string& name) const {
    const Column* column = table_.FindColumn(name);
    return column && !column->key.empty() ? column->key : name;
  }

  std::string Label(const std::string& name) const {
    std::string label = table_.name.text + "_" + name;
    return table_.schema ? ReplaceAll(table_.schema->text, ".", "_") + "_" + label : label;
  }

  const NamingConvention& convention_;
  const Subject& subject_;
  const Table& table_;
  std::vector<sql::Name> columns_;
  const ForeignKey* foreign_key_ = nullptr;
};

}  // namespace

NamingConvention::NamingConvention() : templates_{{"ix", "ix_%(column_0_label)s"}} {}

ConstraintName NamingConvention::Resolve(const Subject& subject, const Table& table) const {
  const ConstraintName& own = OwnName(subject);
  auto found = templates_.find(std::string(KindOf(subject)));
  if (own.is_final || found == templates_.end()) return own;
  bool builds_name_in = found->second.find("constraint_name") != std::string::npos;
  if (own && !builds_name_in) return own;
  return ConstraintName::Final(TemplateFiller(*this, subject, table).Fill(found->second));
}

}  // namespace limbeck::schema
