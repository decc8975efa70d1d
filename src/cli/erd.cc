#include "cli/commands.h"
#include "draw/boxes.h"
#include "draw/dot.h"
#include "draw/graphviz.h"
#include "draw/mermaid.h"
#include "engine/schema_diff.h"

namespace limbeck::cli {
namespace {

using engine::SchemaSource;

/// --format, or what the name of the file says; text where neither does.
std::string FormatOf(const ParsedArguments& arguments) {
  if (arguments.Has("format")) return arguments.Get("format");
  const std::string file = arguments.Get("output");
  const size_t dot = file.rfind('.');
  const std::string ending = dot == std::string::npos ? "" : file.substr(dot + 1);
  if (ending == "mmd" || ending == "md") return "mermaid";
  for (const char* format : {"svg", "png", "dot"}) {
    if (ending == format) return format;
  }
  return "text";
}

std::string Draw(const draw::Diagram& diagram, const std::string& format, size_t width) {
  if (format == "mermaid") return draw::ToMermaid(diagram);
  if (format == "text") return draw::ToBoxes(diagram, width);
  const std::string dot = draw::ToDot(diagram);
  return format == "dot" ? dot : draw::RenderDot(dot, format);
}

draw::Columns ColumnsOf(const ParsedArguments& arguments) {
  const std::string columns = arguments.Get("columns", "auto");
  if (columns == "auto") return draw::Columns::kAuto;
  return columns == "all" ? draw::Columns::kAll : draw::Columns::kKeys;
}

draw::Diagram Read(engine::SchemaReader& reader, const SchemaSource& source, draw::Columns columns) {
  const std::vector<schema::Table> tables = reader.Tables(source);
  const dialect::Dialect& dialect = reader.dialect();
  const auto type_text = [&dialect](const sql::Type& type) {
    return type.is_null() ? std::string() : dialect.TypeText(sql::ForDialect(type, dialect.name()));
  };
  return draw::MakeDiagram(tables, type_text, columns);
}

void Run(CommandContext& context) {
  const ParsedArguments& arguments = context.arguments;
  const SchemaSource source = SchemaSource::Parse(arguments.Get("source", "models"));
  engine::SchemaReader::Run(context.project, context.Request(), {source}, [&](engine::SchemaReader& reader) {
    const draw::Diagram diagram = Read(reader, source, ColumnsOf(arguments));
    const std::string picture = Draw(diagram, FormatOf(arguments), static_cast<size_t>(context.terminal.columns()));
    if (!arguments.Has("output")) return context.terminal.Out(picture);
    context.project.services().files->WriteFile(arguments.Get("output"), picture);
  });
}

}  // namespace

Command ErdCommand() {
  const std::vector<std::string> formats = {"text", "svg", "png", "dot", "mermaid"};
  return {
      .spec = {.name = "erd",
               .help = "Draw tables and their foreign keys.",
               .options = {{{"-o", "--output"}, OptionKind::kStore, "The file to write; its ending says the format"},
                           {{"--format"}, OptionKind::kStore, "What to draw", {}, formats},
                           {{"--columns"},
                            OptionKind::kStore,
                            "Which columns to show; auto: all in a small picture, keys in a big one",
                            {},
                            {"auto", "all", "keys"}}},
               .positionals = {{"source", Count::kOptional,
                                "models, database, a URL, a file.sql or a revision; default: models"}},
               .group = group::kLook,
               .examples = "  limbeck erd                   # the models, in the terminal\n"
                           "  limbeck erd head -o schema.svg\n"
                           "  limbeck erd database --format mermaid\n",
               .is_ours = true},
      .run = Run};
}

}  // namespace limbeck::cli
