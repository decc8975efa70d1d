#include "compare/cpp_renderer.h"

#include "base/text.h"
#include "compare/cpp_text.h"
#include "limbeck/error.h"
#include "sql/text_parameters.h"

namespace limbeck::compare {
namespace {

using cpp::Braces;

/// One operation as a statement of `op`, or of `batch`, which knows its table.
struct Call {
  const cpp::Writer& write;
  bool in_batch;

  std::string Begin(const char* function) const { return std::string(in_batch ? "batch." : "op.") + function + "("; }
  std::string TableFirst(const sql::Name& table) const { return in_batch ? "" : CppLiteral(table.text) + ", "; }
  std::string SchemaLast(const std::optional<sql::Name>& schema) const {
    return schema && !in_batch ? ", " + CppLiteral(schema->text) : "";
  }

  std::string operator()(const ops::CreateTable& op) const { return Begin("CreateTable") + write.Table(op) + ");"; }
  std::string operator()(const ops::DropTable& op) const {
    return Begin("DropTable") + CppLiteral(op.table.text) + SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::RenameTable& op) const {
    return Begin("RenameTable") + CppLiteral(op.table.text) + ", " + CppLiteral(op.new_name.text) +
           SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::CreateTableComment& op) const {
    return "op.CreateTableComment(" + CppLiteral(op.table.text) + ", " + CppLiteral(op.comment.value_or("")) +
           SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::DropTableComment& op) const {
    return "op.DropTableComment(" + CppLiteral(op.table.text) + SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::AddColumn& op) const {
    return Begin("AddColumn") + TableFirst(op.table) + write.Column(op.column) + SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::DropColumn& op) const {
    return Begin("DropColumn") + TableFirst(op.table) + CppLiteral(op.column.text) + SchemaLast(op.schema) + ");";
  }
  std::string operator()(const ops::AlterColumn& op) const {
    return Begin("AlterColumn") + write.Alteration(op, in_batch) + ");";
  }
  std::string operator()(const ops::AddConstraint& op) const {
    return Begin("CreateConstraint") + TableFirst(op.table) + write.Constraint(op.constraint) + SchemaLast(op.schema) +
           ");";
  }
  std::string operator()(const ops::DropConstraint& op) const;
  std::string operator()(const ops::CreateIndex& op) const {
    return Begin("CreateIndex") + write.Index(op.index, in_batch ? nullptr : &op.table, op.schema) + ");";
  }
  std::string operator()(const ops::DropIndex& op) const;
  std::string operator()(const ops::ExecuteSql& op) const {
    const auto* plain = std::get_if<sql::Text>(&op.statement);
    if (plain == nullptr) Refuse(op);
    return "op.Execute(" + CppLiteral(plain->sql) + ");";
  }
  std::string operator()(const ops::BulkInsert& op) const { Refuse(op); }
  std::string operator()(const ops::BatchAlterTable& op) const { Refuse(op); }
  /// What has no function of its own.
  template <typename Other>
  std::string operator()(const Other& op) const {
    std::vector<std::string> calls;
    for (const std::string& statement : write.rules().backend().Statements(op)) {
      calls.push_back("op.Execute(" + CppLiteral(sql::EscapeTextParameters(statement)) + ");");
    }
    return Join(calls, "\n");
  }

  [[noreturn]] static void Refuse(const ops::Operation& operation) {
    throw Error(ErrorKind::kUnsupported, ops::DirectiveName(operation) + " cannot be written as C++")
        .Hint("write the revision with --lang python");
  }
};

std::string NameOf(const schema::ConstraintName& name) {
  return CppLiteral(name ? name.text->text : "");
}

const char* KindOf(std::optional<ops::ConstraintType> type) {
  static constexpr const char* kKinds[] = {"kPrimaryKey", "kForeignKey", "kUnique", "kCheck"};
  return type ? kKinds[static_cast<size_t>(*type)] : "kAny";
}

std::string Call::operator()(const ops::DropConstraint& op) const {
  const std::string kind = std::string("limbeck::ConstraintKind::") + KindOf(op.type);
  if (in_batch) return Begin("DropConstraint") + NameOf(op.name) + ", " + kind + ");";
  Braces braces;
  braces.Add("name", NameOf(op.name)).Add("table", CppLiteral(op.table.text)).Add("kind", kind);
  if (op.schema) braces.Add("schema", CppLiteral(op.schema->text));
  return Begin("DropConstraint") + braces.Text() + ");";
}

std::string Call::operator()(const ops::DropIndex& op) const {
  if (in_batch) return Begin("DropIndex") + NameOf(op.name) + ");";
  Braces braces;
  braces.Add("name", NameOf(op.name));
  if (op.table) braces.Add("table", CppLiteral(op.table->text));
  if (op.schema) braces.Add("schema", CppLiteral(op.schema->text));
  return Begin("DropIndex") + braces.Text() + ");";
}

/// Comments on tables have no place in a batch.
bool IsBatchStep(const ops::Operation& operation) {
  return !std::holds_alternative<ops::CreateTableComment>(operation) &&
         !std::holds_alternative<ops::DropTableComment>(operation);
}

std::string WriteBatch(const ModifyTable& modify, const cpp::Writer& writer) {
  std::vector<std::string> steps;
  std::vector<std::string> outside;
  for (const ops::Operation& operation : modify.operations) {
    const bool inside = IsBatchStep(operation);
    (inside ? steps : outside).push_back(std::visit(Call{writer, inside}, operation));
  }
  std::string text = Join(outside, "\n");
  if (steps.empty()) return text;
  if (!text.empty()) text += "\n";
  const std::string end = modify.schema ? ", " + CppLiteral(modify.schema->text) : "";
  return text + "op.BatchAlterTable(" + CppLiteral(modify.table.text) + ", [](limbeck::Batch& batch) {\n  " +
         ReplaceAll(Join(steps, "\n"), "\n", "\n  ") + "\n}" + end + ");";
}

}  // namespace

std::string CppRenderer::RenderBody(const Changes& changes) const {
  const cpp::Writer writer(rules_);
  std::vector<std::string> lines;
  for (const Change& change : changes) {
    if (const auto* operation = std::get_if<ops::Operation>(&change)) {
      std::string call = std::visit(Call{writer, false}, *operation);
      // A type that comes with its table needs no line.
      if (!call.empty()) lines.push_back(std::move(call));
      continue;
    }
    const auto& modify = std::get<ModifyTable>(change);
    if (in_batches_ && !modify.operations.empty()) {
      lines.push_back(WriteBatch(modify, writer));
      continue;
    }
    for (const ops::Operation& operation : modify.operations) {
      lines.push_back(std::visit(Call{writer, false}, operation));
    }
  }
  return ReplaceAll(Join(lines, "\n"), "\n", "\n  ");
}

}  // namespace limbeck::compare
