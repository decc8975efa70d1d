#include "compare/difference.h"

#include "base/text.h"
#include "compare/operations_of.h"

namespace limbeck::compare {
namespace {

using Fact = Difference::Fact;
using Text = std::optional<std::string>;

Text TextOf(const std::optional<sql::Name>& name) {
  return name ? Text(name->text) : std::nullopt;
}

std::string TextOf(const schema::ConstraintName& name) {
  return name ? name.text->text : "";
}

std::string Truth(bool value) {
  return value ? "true" : "false";
}

std::string JoinNames(const std::vector<sql::Name>& names) {
  std::vector<std::string> texts;
  for (const sql::Name& name : names) texts.push_back(name.text);
  return Join(texts, ", ");
}

const char* KindOf(const schema::Constraint& constraint) {
  constexpr const char* kKinds[] = {"primary_key", "foreign_key", "unique", "check", "exclude"};
  return kKinds[constraint.index()];
}

/// Tells operations apart into differences.
class Describer {
 public:
  explicit Describer(const Backend& backend) : backend_(backend) {}

  std::vector<Difference> Take() { return std::move(differences_); }

  void Describe(const Change& change) {
    ForEachOperation(change, [this](const ops::Operation& operation) { DescribeOne(operation); });
  }

  void operator()(const ops::CreateTable& op) {
    At(op.table.schema, op.table.name.text);
    for (const schema::Column& column : op.table.columns) Add(column.name.text, {}, TypeText(column.type));
  }
  void operator()(const ops::DropTable& op) {
    At(op.schema, op.table.text);
    if (!op.original) return;
    for (const schema::Column& column : op.original->columns) Add(column.name.text, TypeText(column.type), {});
  }
  void operator()(const ops::RenameTable& op) {
    At(op.schema, op.table.text);
    Add("name", op.table.text, op.new_name.text);
  }
  void operator()(const ops::AddColumn& op) {
    At(op.schema, op.table.text, op.column.name.text);
    AddColumnFacts(nullptr, &op.column);
  }
  void operator()(const ops::DropColumn& op) {
    At(op.schema, op.table.text, op.column.text);
    if (op.original) AddColumnFacts(&*op.original, nullptr);
  }
  void operator()(const ops::AlterColumn& op) {
    At(op.schema, op.table.text, op.column.text);
    if (op.new_name) Add("name", op.column.text, op.new_name->text);
    if (op.type) Add("type", op.existing_type ? Text(TypeText(*op.existing_type)) : std::nullopt, TypeText(*op.type));
    if (op.nullable) {
      Add("nullable", op.existing_nullable ? Text(Truth(*op.existing_nullable)) : std::nullopt, Truth(*op.nullable));
    }
    if (op.server_default.touched()) {
      Add("server_default", DefaultText(op.existing_server_default.value()), DefaultText(op.server_default.value()));
    }
    if (op.comment.touched()) {
      const std::string* comment = op.comment.value();
      Add("comment", op.existing_comment, comment ? Text(*comment) : std::nullopt);
    }
  }
  void operator()(const ops::AddConstraint& op) {
    At(op.schema, op.table.text, TextOf(schema::NameOf(op.constraint)));
    AddConstraintFacts(op.constraint, true);
  }
  void operator()(const ops::DropConstraint& op) {
    At(op.schema, op.table.text, TextOf(op.name));
    if (op.original) AddConstraintFacts(*op.original, false);
  }
  void operator()(const ops::CreateIndex& op) {
    At(op.schema, op.table.text, TextOf(op.index.name));
    AddIndexFacts(op.index, true);
  }
  void operator()(const ops::DropIndex& op) {
    At(op.schema, op.table ? op.table->text : "", TextOf(op.name));
    if (op.original) AddIndexFacts(*op.original, false);
  }
  void operator()(const ops::CreateTableComment& op) {
    At(op.schema, op.table.text);
    Add("comment", op.existing_comment, op.comment);
  }
  void operator()(const ops::DropTableComment& op) {
    At(op.schema, op.table.text);
    Add("comment", op.existing_comment, std::nullopt);
  }
  void operator()(const ops::CreateType& op) { AtType(op.type, {}, ValuesOf(op.type)); }
  void operator()(const ops::DropType& op) { AtType(op.type, ValuesOf(op.type), {}); }
  void operator()(const ops::AddEnumValue& op) {
    At(op.schema, "", op.enum_name.text);
    Add("value", {}, op.value);
  }
  void operator()(const ops::RenameEnumValue& op) {
    At(op.schema, "", op.enum_name.text);
    Add("value", op.old_value, op.new_value);
  }
  void operator()(const ops::RenameType& op) {
    At(op.schema, "", op.name.text);
    Add("name", op.name.text, op.new_name.text);
  }
  void operator()(const ops::ReplaceEnum& op) {
    At(op.schema, "", op.enum_name.text);
    Add("values", Join(op.old_values, ", "), Join(op.new_values, ", "));
  }
  void operator()(const ops::CreateSequence& op) { At(op.sequence.schema, "", op.sequence.name.text); }
  void operator()(const ops::DropSequence& op) { At(op.sequence.schema, "", op.sequence.name.text); }
  void operator()(const ops::CreateObject& op) {
    AtObject(op.object);
    Add("definition", {}, Join(op.object.create, ";\n"));
  }
  void operator()(const ops::DropObject& op) {
    AtObject(op.object);
    Add("definition", Join(op.object.create, ";\n"), {});
  }
  void operator()(const ops::ReplaceObject& op) {
    AtObject(op.after);
    Add("definition", Join(op.before.create, ";\n"), Join(op.after.create, ";\n"));
  }
  /// What comparison does not make has no parts.
  template <typename Other>
  void operator()(const Other&) {}

 private:
  void DescribeOne(const ops::Operation& operation) {
    differences_.emplace_back();
    differences_.back().operation = ops::DirectiveName(operation);
    std::visit(*this, operation);
  }

  void At(const std::optional<sql::Name>& schema, const std::string& table, const std::string& name = {}) {
    differences_.back().schema = TextOf(schema);
    differences_.back().table = table;
    differences_.back().name = name;
  }

  void AtObject(const ops::DatabaseObject& object) { At(object.schema, "", object.name); }
  void AtType(const sql::Type& type, Text before, Text after) {
    if (!type.enumeration || !type.enumeration->name) return;
    At(type.enumeration->schema, "", type.enumeration->name->text);
    Add("values", std::move(before), std::move(after));
  }
  static Text ValuesOf(const sql::Type& type) {
    return type.enumeration ? Text(Join(type.enumeration->values, ", ")) : std::nullopt;
  }

  void Add(const std::string& name, Text before, Text after) {
    if (before != after) differences_.back().facts.push_back({name, std::move(before), std::move(after)});
  }
  /// A fact of something that comes or goes.
  void AddFact(const std::string& name, Text value, bool comes) {
    comes ? Add(name, {}, std::move(value)) : Add(name, std::move(value), {});
  }

  std::string TypeText(const sql::Type& type) const {
    return type.is_null() ? "NULL" : backend_.TypeText(sql::ForDialect(type, backend_.name()));
  }

  Text DefaultText(const schema::ServerDefault* value) const {
    if (value == nullptr) return std::nullopt;
    if (const auto* text = std::get_if<std::string>(value)) return *text;
    if (const auto* expression = std::get_if<sql::Expression>(value)) return backend_.ExpressionText(*expression);
    if (const auto* computed = std::get_if<schema::Computed>(value)) {
      return "GENERATED ALWAYS AS (" + backend_.ExpressionText(computed->expression) + ")";
    }
    return std::holds_alternative<schema::Identity>(*value) ? Text("IDENTITY") : std::nullopt;
  }

  void AddColumnFacts(const schema::Column* before, const schema::Column* after) {
    const auto fact = [&](const char* name, const auto& text_of) {
      Add(name, before ? text_of(*before) : std::nullopt, after ? text_of(*after) : std::nullopt);
    };
    fact("type", [this](const schema::Column& column) { return Text(TypeText(column.type)); });
    fact("nullable", [](const schema::Column& column) { return Text(Truth(column.is_nullable())); });
    fact("server_default", [this](const schema::Column& column) {
      return DefaultText(column.server_default ? &*column.server_default : nullptr);
    });
    fact("comment", [](const schema::Column& column) { return column.comment; });
  }

  void AddConstraintFacts(const schema::Constraint& constraint, bool comes) {
    AddFact("kind", KindOf(constraint), comes);
    if (const auto* key = std::get_if<schema::PrimaryKey>(&constraint))
      AddFact("columns", JoinNames(key->columns), comes);
    if (const auto* unique = std::get_if<schema::Unique>(&constraint)) {
      AddFact("columns", JoinNames(unique->columns), comes);
    }
    if (const auto* check = std::get_if<schema::Check>(&constraint)) {
      AddFact("condition", backend_.ExpressionText(check->condition), comes);
    }
    const auto* key = std::get_if<schema::ForeignKey>(&constraint);
    if (key == nullptr) return;
    const std::string schema = key->referent_schema ? key->referent_schema->text + "." : "";
    AddFact("columns", JoinNames(key->columns), comes);
    AddFact("references", schema + key->referent_table.text + "(" + JoinNames(key->referent_columns) + ")", comes);
    AddFact("ondelete", key->ondelete, comes);
    AddFact("onupdate", key->onupdate, comes);
  }

  void AddIndexFacts(const schema::Index& index, bool comes) {
    std::vector<std::string> elements;
    for (const schema::IndexElement& element : index.elements) {
      elements.push_back(element.column() ? element.column()->text : backend_.ExpressionText(*element.expression()));
    }
    AddFact("columns", Join(elements, ", "), comes);
    AddFact("unique", Truth(index.unique), comes);
  }

  const Backend& backend_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> Describe(const Changes& changes, const Backend& backend) {
  Describer describer(backend);
  for (const Change& change : changes) describer.Describe(change);
  return describer.Take();
}

}  // namespace limbeck::compare
