#include "compare/cpp_text.h"

#include <utility>

#include "base/pattern.h"
#include "base/text.h"
#include "compare/cpp_renderer.h"
#include "limbeck/error.h"

namespace limbeck::compare {

std::string CppLiteral(const std::string& text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '\n') {
      literal += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal + "\"";
}

namespace cpp {
namespace {

const char* Truth(bool value) {
  return value ? "true" : "false";
}

std::string Names(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(CppLiteral(name.text));
  return "{" + Join(texts, ", ") + "}";
}

std::string Texts(const std::vector<std::string>& values) {
  std::vector<std::string> texts;
  for (const std::string& value : values) texts.push_back(CppLiteral(value));
  return "{" + Join(texts, ", ") + "}";
}

void AddName(Braces& braces, const schema::ConstraintName& name) {
  if (name) braces.Add("name", CppLiteral(name.text->text));
}

void AddText(Braces& braces, const char* member, const std::optional<std::string>& text) {
  if (text && !text->empty()) braces.Add(member, CppLiteral(*text));
}

void AddSchema(Braces& braces, const char* member, const std::optional<sql::Name>& schema) {
  if (schema) braces.Add(member, CppLiteral(schema->text));
}

std::string Sql(const std::string& text) {
  return "limbeck::Sql{" + CppLiteral(text) + "}";
}

/// A list that is long is written a line each.
std::string Lines(const std::vector<std::string>& items) {
  return "{\n    " + Join(items, ",\n    ") + ",\n  }";
}

std::string Numbers(std::optional<int> one, std::optional<int> other = {}) {
  if (!one) return "()";
  return "(" + std::to_string(*one) + (other ? ", " + std::to_string(*other) : "") + ")";
}

}  // namespace

std::string Braces::Text() const {
  return "{" + Join(parts_, ", ") + "}";
}

// ------------------------------------------------------------------------------------------ types

std::string Writer::Raw(const sql::Type& type) const {
  return "limbeck::types::Raw(" + CppLiteral(rules_.backend().TypeText(type)) + ")";
}

namespace {

/// Types without parameters, and those whose parameters are in parentheses behind.
constexpr std::pair<sql::TypeKind, const char*> kPlainTypes[] = {
    {sql::TypeKind::kText, "Text"},
    {sql::TypeKind::kUnicodeText, "Text"},
    {sql::TypeKind::kSqlText, "Text"},
    {sql::TypeKind::kInteger, "Integer"},
    {sql::TypeKind::kSqlInteger, "Integer"},
    {sql::TypeKind::kSmallInteger, "SmallInteger"},
    {sql::TypeKind::kSmallint, "SmallInteger"},
    {sql::TypeKind::kBigInteger, "BigInteger"},
    {sql::TypeKind::kBigint, "BigInteger"},
    {sql::TypeKind::kFloat, "Float"},
    {sql::TypeKind::kDouble, "Double"},
    {sql::TypeKind::kDoublePrecision, "Double"},
    {sql::TypeKind::kBoolean, "Boolean"},
    {sql::TypeKind::kSqlBoolean, "Boolean"},
    {sql::TypeKind::kDate, "Date"},
    {sql::TypeKind::kSqlDate, "Date"},
    {sql::TypeKind::kInterval, "Interval"},
    {sql::TypeKind::kLargeBinary, "Binary"},
    {sql::TypeKind::kBytea, "Binary"},
    {sql::TypeKind::kBlob, "Binary"},
    {sql::TypeKind::kJson, "Json"},
    {sql::TypeKind::kJsonb, "Jsonb"},
    {sql::TypeKind::kUuid, "Uuid"},
    {sql::TypeKind::kSqlUuid, "Uuid"},
};

/// With the length, the precision, the time zone; empty for any other type.
std::string WithParameters(const sql::Type& type) {
  switch (type.kind) {
    case sql::TypeKind::kString:
    case sql::TypeKind::kUnicode:
    case sql::TypeKind::kVarchar:
      return "String" + Numbers(type.length);
    case sql::TypeKind::kNumeric:
    case sql::TypeKind::kSqlNumeric:
      return "Numeric" + Numbers(type.precision, type.scale);
    case sql::TypeKind::kTime:
    case sql::TypeKind::kSqlTime:
      return type.precision ? "" : type.timezone ? "Time(true)" : "Time()";
    case sql::TypeKind::kDateTime:
    case sql::TypeKind::kSqlDateTime:
    case sql::TypeKind::kTimestamp:
      return type.precision ? "" : type.timezone ? "DateTime(true)" : "DateTime()";
    default:
      break;
  }
  if (type.length || type.precision) return "";
  for (const auto& [kind, name] : kPlainTypes) {
    if (kind == type.kind) return std::string(name) + "()";
  }
  return "";
}

}  // namespace

std::string Writer::Bare(const sql::Type& type) const {
  const std::string types = "limbeck::types::";
  if (!type.collation.empty() || type.origin) return Raw(type);
  if (const std::string text = WithParameters(type); !text.empty()) return types + text;
  if (type.kind == sql::TypeKind::kArray && type.item_type) return types + "Array(" + Type(*type.item_type) + ")";
  const bool is_plain_enum = type.enumeration && type.enumeration->name && !type.enumeration->schema;
  if (sql::IsEnum(type) && is_plain_enum) {
    return types + "Enum(" + CppLiteral(type.enumeration->name->text) + ", " + Texts(type.enumeration->values) + ")";
  }
  return Raw(type);
}

std::string Writer::Type(const sql::Type& type) const {
  sql::Type base = type;
  base.variants = {};
  std::string text = Bare(base);
  if (!type.variants) return text;
  for (const sql::TypeVariant& variant : *type.variants) {
    text += ".On(" + CppLiteral(variant.dialect) + ", " + Bare(variant.type) + ")";
  }
  return text;
}

// ------------------------------------------------------------------------------------------ values

std::string Writer::Expression(const sql::Expression& expression, bool is_default, bool is_index) const {
  return rules_.ScriptExpression(expression, is_default, is_index);
}

std::string Writer::Options(const schema::Options& options) const {
  std::vector<std::string> texts;
  for (const auto& [name, value] : options.items()) {
    std::string text;
    if (const auto* truth = value.As<bool>()) text = Truth(*truth);
    if (const auto* number = value.As<int64_t>()) text = "int64_t{" + std::to_string(*number) + "}";
    if (const auto* string = value.As<std::string>()) text = "std::string(" + CppLiteral(*string) + ")";
    if (const auto* sql = value.As<sql::Expression>()) text = Sql(Expression(*sql, false, false));
    if (const auto* list = value.As<schema::OptionList>()) {
      std::vector<std::string> items;
      for (const schema::OptionValue& item : *list) {
        if (const auto* one = item.As<std::string>()) items.push_back(*one);
      }
      text = "std::vector<std::string>" + Texts(items);
    }
    if (text.empty()) {
      throw Error(ErrorKind::kUnsupported, "the option " + name + " cannot be written as C++")
          .Hint("write the revision with --lang python");
    }
    texts.push_back("{" + CppLiteral(name) + ", " + text + "}");
  }
  return "{" + Join(texts, ", ") + "}";
}

void Writer::AddOptions(Braces& braces, const schema::Options& options) const {
  if (!options.empty()) braces.Add("options", Options(options));
}

void Writer::AddDefault(Braces& braces, const schema::ServerDefault& value) const {
  static const Pattern kQuotes("^'|'$");
  if (const auto* text = std::get_if<std::string>(&value)) {
    braces.Add("server_default", CppLiteral(kQuotes.Replace(*text, "")));
  } else if (const auto* expression = std::get_if<sql::Expression>(&value)) {
    braces.Add("server_default", Sql(Expression(*expression, true, false)));
  } else if (const auto* computed = std::get_if<schema::Computed>(&value)) {
    Braces parts;
    parts.Add("expression", CppLiteral(Expression(computed->expression, false, false)));
    if (computed->persisted) parts.Add("stored", Truth(*computed->persisted));
    braces.Add("computed", "limbeck::Computed" + parts.Text());
  } else if (const auto* identity = std::get_if<schema::Identity>(&value)) {
    Braces parts;
    if (identity->always) parts.Add("always", "true");
    if (identity->options.start) parts.Add("start", std::to_string(*identity->options.start));
    if (identity->options.increment) parts.Add("increment", std::to_string(*identity->options.increment));
    braces.Add("identity", "limbeck::Identity" + parts.Text());
  }
}

// ------------------------------------------------------------------------------------------ parts of a table

std::string Writer::Column(const schema::Column& column) const {
  Braces braces;
  braces.Add("name", CppLiteral(column.name.text)).Add("type", Type(column.type));
  braces.Add("nullable", Truth(column.is_nullable()));
  if (column.server_default) AddDefault(braces, *column.server_default);
  if (column.autoincrement == schema::Autoincrement::kYes) braces.Add("autoincrement", "true");
  if (column.autoincrement == schema::Autoincrement::kNo) braces.Add("autoincrement", "false");
  AddText(braces, "comment", column.comment);
  AddOptions(braces, column.options);
  return braces.Text();
}

namespace {

struct ConstraintParts {
  const Writer& writer;
  const Rules& rules;
  std::string operator()(const schema::PrimaryKey& key) const {
    Braces braces;
    AddName(braces, key.name);
    return "limbeck::PrimaryKey" + braces.Add("columns", Names(key.columns)).Text();
  }
  std::string operator()(const schema::Unique& unique) const {
    Braces braces;
    AddName(braces, unique.name);
    braces.Add("columns", Names(unique.columns));
    if (unique.deferrable) braces.Add("deferrable", Truth(*unique.deferrable));
    AddText(braces, "initially", unique.initially);
    return "limbeck::Unique" + braces.Text();
  }
  std::string operator()(const schema::Check& check) const {
    Braces braces;
    AddName(braces, check.name);
    braces.Add("condition", CppLiteral(rules.ScriptExpression(check.condition, false, false)));
    return "limbeck::Check" + braces.Text();
  }
  std::string operator()(const schema::ForeignKey& key) const {
    Braces braces;
    AddName(braces, key.name);
    braces.Add("columns", Names(key.columns)).Add("referent_table", CppLiteral(key.referent_table.text));
    braces.Add("referent_columns", Names(key.referent_columns));
    AddSchema(braces, "referent_schema", key.referent_schema);
    AddText(braces, "on_delete", key.ondelete);
    AddText(braces, "on_update", key.onupdate);
    AddText(braces, "match", key.match);
    if (key.deferrable) braces.Add("deferrable", Truth(*key.deferrable));
    AddText(braces, "initially", key.initially);
    return "limbeck::ForeignKey" + braces.Text();
  }
  std::string operator()(const schema::Exclude&) const {
    throw Error(ErrorKind::kUnsupported, "an EXCLUDE constraint cannot be written as C++")
        .Hint("write the revision with --lang python");
  }
};

}  // namespace

std::string Writer::Constraint(const schema::Constraint& constraint) const {
  return std::visit(ConstraintParts{*this, rules_}, constraint);
}

std::string Writer::Table(const ops::CreateTable& op) const {
  std::vector<std::string> columns;
  for (const schema::Column& column : op.table.columns) columns.push_back(Column(column));
  std::vector<std::string> constraints;
  for (const schema::Constraint& constraint : op.table.constraints) {
    const auto* check = std::get_if<schema::Check>(&constraint);
    const auto* key = std::get_if<schema::PrimaryKey>(&constraint);
    const bool is_said_elsewhere = (check != nullptr && check->type_bound) || (key != nullptr && key->columns.empty());
    if (!is_said_elsewhere) constraints.push_back(Constraint(constraint));
  }
  std::string text = "{\n  .name = " + CppLiteral(op.table.name.text) + ",\n  .columns = " + Lines(columns);
  if (!constraints.empty()) text += ",\n  .constraints = " + Lines(constraints);
  if (op.table.schema) text += ",\n  .schema = " + CppLiteral(op.table.schema->text);
  if (op.table.comment && !op.table.comment->empty()) text += ",\n  .comment = " + CppLiteral(*op.table.comment);
  if (!op.table.options.empty()) text += ",\n  .options = " + Options(op.table.options);
  return text + ",\n}";
}

std::string Writer::Index(const schema::Index& index, const sql::Name* table,
                          const std::optional<sql::Name>& schema) const {
  Braces braces;
  AddName(braces, index.name);
  if (table != nullptr) braces.Add("table", CppLiteral(table->text));
  std::vector<std::string> columns;
  for (const schema::IndexElement& element : index.elements) {
    columns.push_back(element.column() != nullptr ? CppLiteral(element.column()->text)
                                                  : Sql(Expression(*element.expression(), false, true)));
  }
  braces.Add("columns", "{" + Join(columns, ", ") + "}");
  if (table != nullptr) AddSchema(braces, "schema", schema);
  if (index.unique) braces.Add("unique", "true");
  AddOptions(braces, index.options);
  return braces.Text();
}

std::string Writer::Alteration(const ops::AlterColumn& op, bool in_batch) const {
  Braces braces;
  if (!in_batch) braces.Add("table", CppLiteral(op.table.text));
  braces.Add("column", CppLiteral(op.column.text));
  if (!in_batch) AddSchema(braces, "schema", op.schema);
  if (op.type) braces.Add("type", Type(*op.type));
  if (op.nullable) braces.Add("nullable", Truth(*op.nullable));
  if (op.server_default.value() != nullptr) AddDefault(braces, *op.server_default.value());
  if (op.server_default.touched() && op.server_default.value() == nullptr) braces.Add("drop_server_default", "true");
  if (op.new_name) braces.Add("new_name", CppLiteral(op.new_name->text));
  if (op.comment.value() != nullptr) braces.Add("comment", CppLiteral(*op.comment.value()));
  if (op.comment.touched() && op.comment.value() == nullptr) braces.Add("drop_comment", "true");
  if (op.existing_type) braces.Add("existing_type", Type(*op.existing_type));
  if (op.existing_nullable) braces.Add("existing_nullable", Truth(*op.existing_nullable));
  AddOptions(braces, op.options);
  return braces.Text();
}

}  // namespace cpp
}  // namespace limbeck::compare
