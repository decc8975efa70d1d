#include "engine/header_evaluator.h"

#include "engine/interpreters.h"

namespace limbeck::engine {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;

/// None, a str, or an iterable of str.
std::vector<std::string> Names(Interpreter& interpreter, const Value& value) {
  if (value.is_empty() || value.is_none()) return {};
  if (const auto* text = python::Cast<python::StrObject>(value)) return {text->text()};
  std::vector<std::string> names;
  interpreter.ForEach(value, [&](const Value& item) { names.push_back(interpreter.Str(item)); });
  return names;
}

Value Global(const python::ModuleObject& module, std::string_view name) {
  const Value* found = module.globals().Find(Symbol::Intern(name));
  return found == nullptr ? Value() : *found;
}

}  // namespace

project::RevisionHeader InterpretedHeaders::Evaluate(const SourcePtr& source) {
  const std::unique_ptr<Interpreter> interpreter = MakeInterpreter(services_, search_path_);
  const auto module = interpreter->RunSource(source->path(), std::string(source->text()), StemOf(source->path()));
  return interpreter->AtEdge([&] {
    project::RevisionHeader header;
    const Value revision = Global(*module, "revision");
    if (!revision.is_empty()) header.revision = interpreter->Str(revision);
    const Value down = Global(*module, "down_revision");
    if (!down.is_empty()) header.down_revisions = Names(*interpreter, down);
    header.branch_labels = Names(*interpreter, Global(*module, "branch_labels"));
    header.depends_on = Names(*interpreter, Global(*module, "depends_on"));
    const Value docstring = Global(*module, "__doc__");
    if (!docstring.is_empty() && !docstring.is_none()) header.docstring = interpreter->Str(docstring);
    return header;
  });
}

}  // namespace limbeck::engine
