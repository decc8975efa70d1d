#include "pymodules/script_directory.h"

#include "base/files.h"
#include "graph/iterate.h"
#include "pymodules/config_object.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/script_run.h"
#include "pymodules/text_values.h"
#include "python/script_error.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Value;

template <typename Nodes>
Value Ids(const Nodes& nodes) {
  std::vector<Value> items;
  for (const graph::Node* node : nodes) items.push_back(node == nullptr ? Value::None() : python::MakeStr(node->id()));
  return python::MakeList(std::move(items));
}

graph::Identifier ReadIdentifier(Interpreter& interpreter, const Value& value) {
  if (value.is_none()) return {};
  if (python::Cast<python::StrObject>(value) != nullptr) return interpreter.Str(value);
  std::vector<std::string> names;
  interpreter.ForEach(value, [&](const Value& item) { names.push_back(interpreter.Str(item)); });
  return names;
}

/// facts(id): (id, down revisions, dependencies, labels, docstring, path, children)
Value Facts(Interpreter& interpreter, Arguments& arguments) {
  const std::string id = arguments.String("id");
  arguments.Finish();
  const graph::Node* node = RequireContext(interpreter).Revisions().Find(id);
  if (node == nullptr) return Value::None();
  const graph::Revision& revision = node->revision;
  return python::MakeTuple({python::MakeStr(revision.id), TextTuple(revision.down_revisions),
                            TextTuple(revision.dependencies), TextTuple(node->labels),
                            python::MakeStr(revision.docstring), python::MakeStr(revision.path), Ids(node->children)});
}

Value Heads(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return TextTuple(RequireContext(interpreter).Revisions().heads());
}

Value Bases(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  return TextTuple(RequireContext(interpreter).Revisions().bases());
}

/// resolve(symbols): the revisions that they mean, None for the base.
Value Resolve(Interpreter& interpreter, Arguments& arguments) {
  const graph::Identifier symbols = ReadIdentifier(interpreter, arguments.Required("symbols"));
  arguments.Finish();
  return WithScriptErrors(interpreter, [&] {
    const graph::Resolver resolver(RequireContext(interpreter).Revisions());
    std::vector<const graph::Node*> nodes;
    for (const graph::Target& target : resolver.GetRevisions(symbols)) nodes.push_back(target.node());
    return Ids(nodes);
  });
}

/// iterate(upper, lower), newest first; walk(base, head) with both ends.
Value Iterate(Interpreter& interpreter, Arguments& arguments) {
  const graph::Identifier upper = ReadIdentifier(interpreter, arguments.Required("upper"));
  const graph::Identifier lower = ReadIdentifier(interpreter, arguments.Required("lower"));
  arguments.Finish();
  return WithScriptErrors(interpreter, [&] {
    return Ids(graph::IterateRevisions(graph::Resolver(RequireContext(interpreter).Revisions()), upper, lower, {}));
  });
}

Value Walk(Interpreter& interpreter, Arguments& arguments) {
  const graph::Identifier base = ReadIdentifier(interpreter, arguments.Required("base"));
  const graph::Identifier head = ReadIdentifier(interpreter, arguments.Required("head"));
  arguments.Finish();
  return WithScriptErrors(
      interpreter, [&] { return Ids(graph::WalkRevisions(RequireContext(interpreter).Revisions(), base, head)); });
}

/// places(): the script folder, and those of the revisions.
Value Places(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  const ScriptPlaces places = RequireContext(interpreter).Places();
  return python::MakeTuple({python::MakeStr(places.folder), TextTuple(places.versions)});
}

/// module(path): the revision's file as a module, which the run keeps.
Value Module(Interpreter& interpreter, Arguments& arguments) {
  const std::string path = arguments.String("path");
  arguments.Finish();
  return Value(interpreter.LoadScript(path, ScriptModuleName(path)));
}

/// refuse_command(name)
Value RefuseCommand(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("name");
  arguments.Finish();
  throw python::Unsupported(name + "() is not open to migration scripts")
      .At(interpreter.CurrentPlace())
      .Hint("scripts run in a command, and cannot run another");
}

constexpr python::NativeFunction kFunctions[] = {
    {"facts", Facts},     {"heads", Heads}, {"bases", Bases},   {"resolve", Resolve},
    {"iterate", Iterate}, {"walk", Walk},   {"places", Places}, {"refuse_command", RefuseCommand},
    {"module", Module},
};

}  // namespace

std::string ScriptModuleName(const std::string& path) {
  std::string name = FileNameOf(path);
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
  }
  return name;
}

void FillScripts(Interpreter&, python::ModuleObject& module) {
  python::AddFunctions(module, kFunctions);
  module.globals().Set(python::Symbol::Intern("Config"), Value(ConfigClass()));
}

}  // namespace limbeck::pymodules
