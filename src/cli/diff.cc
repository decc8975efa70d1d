#include "cli/commands.h"
#include "cli/common_options.h"
#include "cli/difference_json.h"
#include "cli/operation_lines.h"
#include "engine/schema_diff.h"

namespace limbeck::cli {
namespace {

using engine::SchemaDiff;
using engine::SchemaSource;

constexpr int kDiffers = 1;

void PrintSql(CommandContext& context, const SchemaDiff& diff) {
  for (const engine::ChangeSql& change : diff.sql) {
    for (const std::string& statement : change.statements) context.Print(statement + "\n");
  }
}

void Report(JsonReport& report, const SchemaDiff& diff) {
  std::vector<std::string> statements;
  for (const engine::ChangeSql& change : diff.sql) {
    statements.insert(statements.end(), change.statements.begin(), change.statements.end());
  }
  report.Set("is_same", diff.differences.empty());
  report.SetJson("changes", ChangesJson(diff.differences));
  report.SetJson("sql", TextsJson(statements));
  report.SetJson("losses", TextsJson(diff.losses));
}

void Print(CommandContext& context, const SchemaDiff& diff) {
  if (context.report != nullptr) return Report(*context.report, diff);
  if (diff.differences.empty()) return context.Print("No differences.");
  for (const std::string& loss : diff.losses) context.terminal.Err("warning: " + loss + "\n");
  if (context.arguments.Has("sql")) return PrintSql(context, diff);
  for (const std::string& line : OperationLines(diff.operations)) context.Print(line);
}

engine::RunRequest RequestOf(CommandContext& context) {
  engine::RunRequest request = context.Request();
  request.as_sql = false;  // here it says how the outcome is printed
  return request;
}

void Run(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  const SchemaSource from = SchemaSource::Parse(arguments.Get("from", "database"));
  const SchemaSource to = SchemaSource::Parse(arguments.Get("to", "models"));
  engine::SchemaReader::Run(context.project, RequestOf(context), {from, to}, [&](engine::SchemaReader& reader) {
    const SchemaDiff diff = reader.Compare(from, to);
    Print(context, diff);
    if (!diff.differences.empty() && arguments.Has("exit_code")) context.exit_code = kDiffers;
  });
}

constexpr const char* kExamples =
    "  limbeck diff                              # what the models ask of the database\n"
    "  limbeck diff head models --sql            # what the revisions have not got yet\n"
    "  limbeck diff database schema.sql\n"
    "  limbeck diff postgresql://one/app postgresql://two/app --json\n";

}  // namespace

Command DiffCommand() {
  return {.spec = {.name = "diff",
                   .help = "Tell what turns one schema into another; of models, databases, revisions and SQL files.",
                   .options = {{{"--sql"}, OptionKind::kFlag, "Print the statements instead of the operations"},
                               JsonOption(),
                               {{"--exit-code"}, OptionKind::kFlag, "Exit with 1 when there are differences"}},
                   .positionals = {{"from", Count::kOptional,
                                    "models, database, a URL, a file.sql or a revision; default: database"},
                                   {"to", Count::kOptional, "the same; default: models"}},
                   .group = group::kLook,
                   .examples = kExamples,
                   .is_ours = true},
          .run = Run};
}

}  // namespace limbeck::cli
