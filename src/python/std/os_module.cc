#include <cerrno>

#include <fmt/format.h>

#include "python/import.h"
#include "python/opaque.h"
#include "python/opaque_class.h"
#include "python/sandbox.h"
#include "python/standard_names.h"
#include "python/std/modules.h"

// The native half of `os`: the environment and the files behind their seams.

namespace limbeck::python {
namespace {

FileSystem& Files(Arguments& arguments) {
  return *arguments.interpreter().host().files;
}

std::string Path(Arguments& arguments) {
  std::string path = arguments.String("path");
  arguments.Finish();
  return path;
}

Value Variables(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  const auto variables = MakeDict();
  for (const auto& [name, value] : interpreter.variables()) {
    variables->table.Set(interpreter, MakeStr(name), MakeStr(value));
  }
  return variables;
}

Value SetVariable(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("name");
  const std::optional<std::string> value = arguments.OptionalString("value");
  arguments.Finish();
  if (value) {
    interpreter.variables()[name] = *value;
  } else {
    interpreter.variables().erase(name);
  }
  return Value::None();
}

Value GetCwd(Interpreter&, Arguments& arguments) {
  arguments.Finish();
  return MakeStr(Files(arguments).CurrentDirectory());
}

[[noreturn]] void RaiseOsError(const TypeObject* type, int number, const char* reason, const std::string& path) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>{Value::Int(number), MakeStr(reason), MakeStr(path)});
  throw ScriptError(std::move(made));
}

Value ListDirectory(Interpreter&, Arguments& arguments) {
  const std::string path = Path(arguments);
  if (!Files(arguments).Exists(path)) {
    RaiseOsError(Exceptions().file_not_found_error, ENOENT, "No such file or directory", path);
  }
  if (!Files(arguments).IsDirectory(path)) {
    RaiseOsError(Exceptions().not_a_directory_error, ENOTDIR, "Not a directory", path);
  }
  std::vector<Value> entries;
  for (const DirectoryEntry& entry : Files(arguments).ListDirectory(path)) {
    entries.push_back(MakeTuple({MakeStr(entry.name), Value::Bool(entry.is_directory)}));
  }
  return MakeList(std::move(entries));
}

Value Exists(Interpreter&, Arguments& arguments) {
  return Value::Bool(Files(arguments).Exists(Path(arguments)));
}
Value IsDirectory(Interpreter&, Arguments& arguments) {
  return Value::Bool(Files(arguments).IsDirectory(Path(arguments)));
}
Value NormPath(Interpreter&, Arguments& arguments) {
  return MakeStr(NormalPath(Path(arguments)));
}
Value AbsPath(Interpreter&, Arguments& arguments) {
  return MakeStr(Files(arguments).AbsolutePath(Path(arguments)));
}
Value RealPath(Interpreter&, Arguments& arguments) {
  return MakeStr(Files(arguments).RealPath(Files(arguments).AbsolutePath(Path(arguments))));
}

Value RelPath(Interpreter&, Arguments& arguments) {
  const std::string path = Files(arguments).AbsolutePath(arguments.String("path"));
  const std::string start = Files(arguments).AbsolutePath(arguments.String("start"));
  arguments.Finish();
  return MakeStr(RelativePath(path, start));
}

/// The text of a file of the project.
Value ReadText(Interpreter&, Arguments& arguments) {
  const std::string path = Path(arguments);
  if (!Files(arguments).Exists(path)) {
    RaiseOsError(Exceptions().file_not_found_error, ENOENT, "No such file or directory", path);
  }
  return MakeStr(Files(arguments).ReadFile(path));
}

/// os.remove("x") and the like: named, and not done.
Value Refuse(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("name");
  const std::string act(ForbiddenAct(name));
  RefuseAct(interpreter,
            Unsupported(name + "() " + (act.empty() ? "is" : act + ", which is") + " not open to migration scripts")
                .At(interpreter.CurrentPlace())
                .Hint("scripts may read the project's files and change the database, nothing else"));
}

/// os.makedirs("uploads"), Thread(...).start(): settings make the folders that the application writes to, and factories
/// start what it does beside. Where they are imported, a warning is enough: nothing of that comes to the database. For
/// a folder it always is: env.py makes one for its log.
Value PassOver(Interpreter& interpreter, Arguments& arguments) {
  const bool is_enough = arguments.KeywordBool("anywhere", false) || interpreter.importer().is_running_module();
  if (!is_enough) return Refuse(interpreter, arguments);
  const std::string name = arguments.String("name");
  const Place place = interpreter.CurrentPlace();
  interpreter.Warn(Exceptions().runtime_warning,
                   fmt::format("{}() at {}:{} {}: scripts may read files, nothing else", name, place.file, place.line,
                               interpreter.Str(arguments.Required("outcome"))));
  return Value::None();
}

/// Whether it is something of a package that is not there, or a class that derives from such a thing.
Value IsOpaqueValue(Interpreter&, Arguments& arguments) {
  const Value value = arguments.Required("value");
  const auto* type = Cast<TypeObject>(value);
  return Value::Bool(IsOpaque(value) || (type != nullptr && OpaqueAncestor(*type) != nullptr));
}

constexpr NativeFunction kFunctions[] = {
    {"variables", Variables}, {"set_variable", SetVariable}, {"getcwd", GetCwd},     {"listdir", ListDirectory},
    {"exists", Exists},       {"isdir", IsDirectory},        {"normpath", NormPath}, {"abspath", AbsPath},
    {"realpath", RealPath},   {"relpath", RelPath},          {"refuse", Refuse},     {"read_text", ReadText},
    {"pass_over", PassOver},  {"is_opaque", IsOpaqueValue},
};

}  // namespace

void FillOs(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
}

}  // namespace limbeck::python
