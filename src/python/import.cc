#include "python/import.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "python/failed_modules.h"
#include "python/machine.h"
#include "python/opaque.h"
#include "python/parser.h"
#include "python/standard_names.h"

namespace limbeck::python {
namespace {

constexpr std::string_view kPythonSuffix = ".py";
constexpr std::string_view kPackageFile = "__init__.py";
constexpr std::string_view kNamesFolder = "names/";

std::string ParentOf(const std::string& name) {
  const size_t dot = name.rfind('.');
  return dot == std::string::npos ? "" : name.substr(0, dot);
}

std::string LastPartOf(const std::string& name) {
  return name.substr(name.rfind('.') + 1);
}

std::string TopOf(const std::string& name) {
  return name.substr(0, name.find('.'));
}

/// Whether a package or module is about SQLAlchemy or Alembic, by its name: sqlalchemy_views, oslo_db.sqlalchemy.utils.
bool IsAboutDatabases(const std::string& name) {
  return name.find("alembic") != std::string::npos || name.find("alchemy") != std::string::npos;
}

/// "collections/abc.py" is collections.abc, "collections/__init__.py" is collections.
std::string ModuleNameOf(std::string_view path) {
  std::string name(path.substr(0, path.size() - kPythonSuffix.size()));
  constexpr std::string_view kInit = "/__init__";
  if (name.ends_with(kInit)) name.resize(name.size() - kInit.size());
  return ReplaceAll(name, "/", ".");
}

void Set(ModuleObject& module, Symbol name, Value value) {
  module.globals().Set(name, std::move(value));
}

void SetNames(ModuleObject& module, const ModuleSource& source) {
  Set(module, Names().name, MakeStr(module.name()));
  Set(module, Names().package, MakeStr(source.is_package ? module.name() : ParentOf(module.name())));
  Set(module, Names().loader, Value::None());
  Set(module, Names().spec, Value::None());
  Set(module, Names().doc, Value::None());
  if (source.kind == ModuleSource::Kind::kFile) Set(module, Names().file, MakeStr(source.path));
  if (!source.is_package) return;
  const bool on_disk = source.kind == ModuleSource::Kind::kFile || source.kind == ModuleSource::Kind::kFolder;
  const std::string folder = source.kind == ModuleSource::Kind::kFile ? FolderOf(source.path) : source.path;
  Set(module, Names().path, MakeList(on_disk ? std::vector<Value>{MakeStr(folder)} : std::vector<Value>{}));
}

[[noreturn]] void RaiseNotFound(const std::string& name, const std::string& message) {
  auto made = MakeException(Exceptions().module_not_found_error, message);
  made->MakeAttributes().Set(Symbol::Intern("name"), MakeStr(name));
  made->MakeAttributes().Set(Symbol::Intern("path"), Value::None());
  throw ScriptError(std::move(made));
}

/// A module whose body failed is not in sys.modules.
class ForgetOnFailure {
 public:
  ForgetOnFailure(Interpreter& interpreter, Symbol name, const ModuleSource& source)
      : interpreter_(interpreter), name_(name), source_(source) {}
  ~ForgetOnFailure() {
    if (keep_) return;
    interpreter_.modules().Erase(name_);
    if (source_.kind != ModuleSource::Kind::kFile) return;
    interpreter_.Service<FailedModules>().all.push_back({name_.text(), source_.path, source_.is_package});
  }
  ForgetOnFailure(const ForgetOnFailure&) = delete;
  ForgetOnFailure& operator=(const ForgetOnFailure&) = delete;
  void Keep() { keep_ = true; }

 private:
  Interpreter& interpreter_;
  const Symbol name_;
  const ModuleSource& source_;
  bool keep_ = false;
};

class CountWhileRunning {
 public:
  CountWhileRunning(int& count, bool counts) : count_(count), step_(counts ? 1 : 0) { count_ += step_; }
  ~CountWhileRunning() { count_ -= step_; }
  CountWhileRunning(const CountWhileRunning&) = delete;
  CountWhileRunning& operator=(const CountWhileRunning&) = delete;

 private:
  int& count_;
  const int step_;
};

/// A folder without __init__.py is a package only if there is Python in it or right below it: `import redis` does not
/// mean the folder `redis` with a container's files.
bool HoldsPython(FileSystem& files, const std::string& folder, int depth = 1) {
  for (const DirectoryEntry& entry : files.ListDirectory(folder)) {
    if (!entry.is_directory && entry.name.ends_with(kPythonSuffix)) return true;
    if (entry.is_directory && depth > 0 && HoldsPython(files, JoinPath(folder, entry.name), depth - 1)) return true;
  }
  return false;
}

/// A package that several distributions share: what the project has not, another may bring.
bool IsNamespace(FileSystem& files, const ModuleSource& source) {
  if (source.kind == ModuleSource::Kind::kFolder) return true;
  if (source.kind != ModuleSource::Kind::kFile || !source.is_package) return false;
  const std::string text = files.ReadFile(source.path);
  return text.find("extend_path(") != std::string::npos || text.find("declare_namespace(") != std::string::npos;
}

bool IsOurs(const ModuleSource& source) {
  return source.kind == ModuleSource::Kind::kNative || source.kind == ModuleSource::Kind::kEmbedded;
}

/// The names of a module, for "did you mean".
std::vector<std::string> NamesOf(const Value& module) {
  std::vector<std::string> names;
  const auto* object = Cast<ModuleObject>(module);
  if (object == nullptr) return names;
  object->globals().ForEach([&names](Symbol name, const Value&) { names.push_back(name.text()); });
  return names;
}

/// Whether a name that a module lacks looks like one that it has.
bool IsSlip(const Value& module, Symbol name) {
  const std::string nearest = DidYouMean(name.text(), NamesOf(module));
  return !nearest.empty() && ToLower(nearest) != ToLower(name.text());
}

}  // namespace

bool IsEmbedded(const Frame& frame) {
  return frame.module_run().tree->source->path().starts_with('<');
}

void Importer::AddNative(NativeModule module) {
  std::string name = module.name;
  natives_.insert_or_assign(std::move(name), std::move(module));
}

void Importer::AddEmbedded(std::span<const EmbeddedFile> files, Origin origin) {
  for (const EmbeddedFile& file : files) {
    if (file.path.starts_with(kNamesFolder)) embedded_.insert_or_assign(std::string(file.path), &file);
    if (!file.path.ends_with(kPythonSuffix)) continue;
    const std::string name = ModuleNameOf(file.path);
    embedded_.insert_or_assign(name, &file);
    if (origin == Origin::kThirdParty) third_party_.insert(TopOf(name));
  }
}

// ------------------------------------------------------------------------------------------ finding

std::optional<ModuleSource> Importer::FindInFolder(const std::string& folder, const std::string& name) {
  FileSystem& files = *interpreter_.host().files;
  const std::string base = JoinPath(folder, name);
  const std::string package = JoinPath(base, kPackageFile);
  if (files.Exists(package)) return ModuleSource{ModuleSource::Kind::kFile, true, package};
  const std::string file = base + std::string(kPythonSuffix);
  if (files.IsFile(file)) return ModuleSource{ModuleSource::Kind::kFile, false, file};
  if (files.IsDirectory(base) && HoldsPython(files, base)) {
    return ModuleSource{ModuleSource::Kind::kFolder, true, base};
  }
  return std::nullopt;
}

/// sys.path for a top-level name, __path__ of the parent for others.
std::vector<std::string> Importer::FoldersFor(const std::string& name) {
  const std::string parent = ParentOf(name);
  if (parent.empty()) {
    std::vector<std::string> folders;
    for (const Value& folder : interpreter_.search_path()->items) {
      const auto* text = Cast<StrObject>(folder);
      if (text != nullptr) folders.push_back(interpreter_.host().files->AbsolutePath(text->text()));
    }
    return folders;
  }
  const std::optional<ModuleSource> source = Find(parent);
  if (!source || !source->is_package) return {};
  if (source->kind == ModuleSource::Kind::kFile) return {FolderOf(source->path)};
  if (source->kind == ModuleSource::Kind::kFolder) return {source->path};
  return {};
}

std::optional<ModuleSource> Importer::Find(const std::string& name) {
  if (const auto native = natives_.find(name); native != natives_.end()) {
    return ModuleSource{ModuleSource::Kind::kNative, true, {}, &native->second};
  }
  if (const auto embedded = embedded_.find(name); embedded != embedded_.end() && !IsReplacedByProject(TopOf(name))) {
    const bool is_package = embedded->second->path.ends_with(kPackageFile);
    return ModuleSource{ModuleSource::Kind::kEmbedded, is_package, {}, nullptr, embedded->second};
  }
  std::optional<ModuleSource> folder_only;
  for (const std::string& folder : FoldersFor(name)) {
    std::optional<ModuleSource> found = FindInFolder(folder, LastPartOf(name));
    if (found && found->kind == ModuleSource::Kind::kFile) return found;
    if (found && !folder_only) folder_only = found;
  }
  return folder_only;
}

/// The project's own folder comes first in sys.path; what lies in others are installed packages, which ours stand for.
/// sqlalchemy and alembic, whose tops are native, are always ours.
bool Importer::IsReplacedByProject(const std::string& top) {
  if (third_party_.count(top) == 0 || natives_.count(top) > 0) return false;
  const std::vector<std::string> folders = FoldersFor(top);
  if (folders.empty()) return false;
  const std::optional<ModuleSource> found = FindInFolder(folders.front(), top);
  return found && found->kind == ModuleSource::Kind::kFile;
}

bool Importer::IsProject(const std::string& name) {
  const std::optional<ModuleSource> source = Find(TopOf(name));
  return source && (source->kind == ModuleSource::Kind::kFile || source->kind == ModuleSource::Kind::kFolder);
}

// ------------------------------------------------------------------------------------------ running

/// Python text runs in the module; a native module is filled.
void Importer::Fill(ModuleObject& module, const ModuleSource& source) {
  const Ref<ModuleObject> kept(&module);
  switch (source.kind) {
    case ModuleSource::Kind::kNative:
      return source.native->fill(interpreter_, module);
    case ModuleSource::Kind::kEmbedded: {
      const std::string path = "<" + std::string(source.embedded->path) + ">";
      const auto file = std::make_shared<const SourceFile>(path, std::string(source.embedded->text));
      return interpreter_.RunModule(ParseModule(file), kept);
    }
    case ModuleSource::Kind::kFile: {
      const std::string text = interpreter_.host().files->ReadFile(source.path);
      return interpreter_.RunModule(ParseScript(interpreter_, source.path, text), kept);
    }
    case ModuleSource::Kind::kFolder:
      break;
  }
}

Value Importer::Load(const std::string& name, const ModuleSource& source) {
  const Symbol symbol = Symbol::Intern(name);
  const auto module = Make<ModuleObject>(name);
  SetNames(*module, source);
  interpreter_.modules().Set(symbol, Value(module));
  ForgetOnFailure forget(interpreter_, symbol, source);
  const CountWhileRunning counting(running_files_, source.kind == ModuleSource::Kind::kFile);
  module->set_is_loading(true);
  Fill(*module, source);
  module->set_is_loading(false);
  forget.Keep();
  // The module may have put something else into sys.modules in its place.
  const Value* now = interpreter_.modules().Find(symbol);
  return now == nullptr ? Value(module) : *now;
}

Value Importer::ImportOne(const std::string& name) {
  const Symbol symbol = Symbol::Intern(name);
  if (const Value* known = interpreter_.modules().Find(symbol)) {
    if (known->is_none()) RaiseNotFound(name, "import of " + name + " halted; None in sys.modules");
    return *known;
  }
  const std::optional<ModuleSource> source = Find(name);
  return source ? Load(name, *source) : Missing(name);
}

/// A part of a standard module that Limbeck does not have: an ImportError to the script, a refusal at the edge.
void Importer::RaiseMissingModule(const std::string& name) {
  auto made = MakeException(Exceptions().module_not_found_error, "No module named '" + name + "'");
  made->native = std::make_shared<const Error>(
      Unsupported("module '" + name + "' is not available in Limbeck").At(interpreter_.CurrentPlace()));
  throw ScriptError(std::move(made));
}

void Importer::RaiseCannotImport(const Value& module, const std::string& module_name, Symbol name) {
  const Value file = interpreter_.FindAttribute(module, Names().file);
  const std::string where = file.is_empty() ? "unknown location" : interpreter_.Str(file);
  const auto* object = Cast<ModuleObject>(module);
  const bool is_loading = object != nullptr && object->is_loading();
  auto made = MakeException(Exceptions().import_error,
                            fmt::format("cannot import name '{}' from {}'{}'{} ({})", name.text(),
                                        is_loading ? "partially initialized module " : "", module_name,
                                        is_loading ? " (most likely due to a circular import)" : "", where));
  made->MakeAttributes().Set(Symbol::Intern("name"), MakeStr(module_name));
  RefuseName(*made, module, module_name, name);
  throw ScriptError(std::move(made));
}

/// Whether the module that one of ours stands for is known to have no such name: what it has is in names/<module>.txt,
/// one a line. A package that is not there and may bring its own operations leaves it open.
bool Importer::IsNowhere(const std::string& module, const std::string& name) {
  const auto found = embedded_.find(std::string(kNamesFolder) + module + ".txt");
  if (found == embedded_.end()) return false;
  bool is_extended = false;
  interpreter_.modules().ForEach([this, &is_extended](Symbol loaded, const Value& value) {
    const bool is_unknown = IsOpaque(value) && !Find(TopOf(loaded.text()));
    is_extended = is_extended || (is_unknown && IsAboutDatabases(loaded.text()));
  });
  const std::vector<std::string> names = SplitLines(found->second->text);
  return !is_extended && std::find(names.begin(), names.end(), name) == names.end();
}

void Importer::RefuseName(ExceptionObject& exception, const Value& module, const std::string& module_name,
                          Symbol name) {
  const std::optional<ModuleSource> source = Find(module_name);
  if (!source || !IsOurs(*source)) return;
  const bool is_nowhere = IsNowhere(module_name, name.text());
  Error error =
      is_nowhere
          ? Error(ErrorKind::kScript, interpreter_.Str(Value(&exception)))
          : Unsupported(fmt::format("'{}' of module '{}' is not available in Limbeck", name.text(), module_name));
  const std::string nearest = DidYouMean(name.text(), NamesOf(module));
  if (!nearest.empty()) error.Hint("did you mean '" + nearest + "'?");
  exception.native = std::make_shared<const Error>(error.At(interpreter_.CurrentPlace()));
}

void Importer::RaiseNoName(const Value& module, const std::string& module_name, Symbol name) {
  auto made = MakeException(Exceptions().attribute_error,
                            fmt::format("module '{}' has no attribute '{}'", module_name, name.text()));
  made->MakeAttributes().Set(Symbol::Intern("name"), MakeStr(name));
  made->MakeAttributes().Set(Symbol::Intern("obj"), module);
  RefuseName(*made, module, module_name, name);
  throw ScriptError(std::move(made));
}

Value Importer::Missing(const std::string& name) {
  const std::string parent = ParentOf(name);
  if (parent.empty()) {
    Value opaque = MakeOpaqueModule(interpreter_, name);
    interpreter_.modules().Set(Symbol::Intern(name), opaque);
    return opaque;
  }
  const Value* parent_module = interpreter_.modules().Find(Symbol::Intern(parent));
  if (parent_module != nullptr && IsOpaque(*parent_module)) {
    Value opaque = interpreter_.GetAttribute(*parent_module, Symbol::Intern(LastPartOf(name)));
    interpreter_.modules().Set(Symbol::Intern(name), opaque);
    return opaque;
  }
  const std::optional<ModuleSource> source = Find(parent);
  if (source && IsOurs(*source)) return MissingOfOurs(name);
  if (source && IsNamespace(*interpreter_.host().files, *source)) {
    Value opaque = MakeOpaqueModule(interpreter_, name);
    interpreter_.modules().Set(Symbol::Intern(name), opaque);
    return opaque;
  }
  const bool is_package = source && source->is_package;
  RaiseNotFound(name, fmt::format("No module named '{}'{}", name,
                                  is_package ? "" : fmt::format("; '{}' is not a package", parent)));
}

Value Importer::MissingOfOurs(const std::string& name) {
  const bool is_standard = IsStandardName(TopOf(name));
  const Value* parent = interpreter_.modules().Find(Symbol::Intern(ParentOf(name)));
  const auto* parent_module = parent == nullptr ? nullptr : Cast<ModuleObject>(*parent);
  // os.path.join is no module, but a function.
  if (is_standard && parent_module != nullptr &&
      parent_module->globals().Find(Symbol::Intern(LastPartOf(name))) != nullptr) {
    RaiseNotFound(name, fmt::format("No module named '{}'; '{}' is not a package", name, ParentOf(name)));
  }
  if (!is_standard && IsGuarded()) RaiseMissingModule(name);
  const bool is_core = natives_.count(TopOf(name)) > 0 && !is_standard;
  Value opaque = is_core ? MakeLackingModule(interpreter_, name) : MakeOpaqueModule(interpreter_, name);
  interpreter_.modules().Set(Symbol::Intern(name), opaque);
  return opaque;
}

Value Importer::Import(const std::string& name) {
  const std::string parent = ParentOf(name);
  if (parent.empty()) return ImportOne(name);
  const Value parent_module = Import(parent);
  const bool is_new = interpreter_.modules().Find(Symbol::Intern(name)) == nullptr;
  Value module = ImportOne(name);
  auto* parent_object = is_new ? Cast<ModuleObject>(parent_module) : nullptr;
  if (parent_object == nullptr) return module;
  const Symbol last = Symbol::Intern(LastPartOf(name));
  const Value* known = parent_object->globals().Find(last);
  // What a package says after `from .db import db` is its `db`, and no module: had the import not waited, the submodule
  // would have been there before. sqlalchemy.dialects.postgresql.array is the function, although there is such a
  // module.
  const bool keeps = interpreter_.options().defer_imports || IsOurs(*Find(parent));
  const bool is_taken = known != nullptr && Cast<ModuleObject>(*known) == nullptr;
  if (!is_taken || !keeps) Set(*parent_object, last, module);
  return module;
}

Value Importer::CallAsModule(const Value& function) {
  const CountWhileRunning counting(running_files_, true);
  return interpreter_.Call(function, std::initializer_list<Value>{});
}

Value Importer::ImportTop(const std::string& name) {
  Import(name);
  return Import(TopOf(name));
}

Value Importer::ImportFrom(const Value& module, const std::string& module_name, Symbol name) {
  Value found = interpreter_.FindAttribute(module, name);
  if (!found.is_empty()) return found;
  const std::string full = module_name + "." + name.text();
  if (Find(full)) return Import(full);
  if (const Value* loaded = interpreter_.modules().Find(Symbol::Intern(full))) return *loaded;
  return LackingName(module, module_name, name);
}

bool Importer::IsGuarded() const {
  const Frame* frame = interpreter_.machine().frame();
  return frame != nullptr && frame->guards != 0;
}

bool Importer::IsThirdParty(const std::string& top) const {
  return third_party_.count(top) > 0 && natives_.count(top) == 0;
}

/// What a package has beside the parts that Limbeck knows is as harmless as a package that it does not know; but for
/// those that are about SQLAlchemy and Alembic, where a call may be one that changes the database.
bool Importer::MayCallWhatLacks(const std::string& module) const {
  return IsThirdParty(TopOf(module)) && !IsAboutDatabases(module);
}

/// What looks like a slip is one. Other names are those of things that we do not have: many stand in annotations only,
/// so the refusal waits until one is used. A script that tries an import is told at once, and takes its other way.
Value Importer::LackingName(const Value& module, const std::string& module_name, Symbol name) {
  const std::optional<ModuleSource> source = Find(module_name);
  if (source && IsNamespace(*interpreter_.host().files, *source)) {
    return MakeOpaqueModule(interpreter_, module_name + "." + name.text());
  }
  if (!source || !IsOurs(*source) || IsSlip(module, name) || IsGuarded()) RaiseCannotImport(module, module_name, name);
  return MakeLackingName(interpreter_, module_name, name.text(), MayCallWhatLacks(module_name));
}

/// A special name is asked for by what tells modules apart, and its absence is an answer.
Value Importer::AttributeNotThere(const ModuleObject& module, Symbol name) {
  const Value value(static_cast<const Object*>(&module));
  const std::string top = TopOf(module.name());
  const bool may_have = IsThirdParty(top) && !IsReplacedByProject(top) && !name.text().starts_with("__");
  if (!may_have || IsSlip(value, name) || IsGuarded()) RaiseNoName(value, module.name(), name);
  return MakeLackingName(interpreter_, module.name(), name.text(), MayCallWhatLacks(module.name()));
}

std::string Importer::Absolute(const ModuleObject& importing, uint32_t level, const std::string& name) {
  if (level == 0) return name;
  const Value* package = importing.globals().Find(Names().package);
  const auto* text = package == nullptr ? nullptr : Cast<StrObject>(*package);
  if (text == nullptr || text->text().empty()) {
    Raise(Exceptions().import_error, "attempted relative import with no known parent package");
  }
  std::string base = text->text();
  for (uint32_t i = 1; i < level; ++i) {
    base = ParentOf(base);
    if (base.empty()) Raise(Exceptions().import_error, "attempted relative import beyond top-level package");
  }
  return name.empty() ? base : base + "." + name;
}

ast::ModulePtr ParseScript(Interpreter& interpreter, const std::string& path, std::string text) {
  const auto source = std::make_shared<const SourceFile>(path, std::move(text));
  return interpreter.AsScriptError([&source] { return ParseModule(source); });
}

Ref<ModuleObject> Importer::RunText(const std::string& path, std::string text, const std::string& name) {
  auto module = Make<ModuleObject>(name);
  SetNames(*module, ModuleSource{ModuleSource::Kind::kFile, false, path});
  interpreter_.RunModule(ParseScript(interpreter_, path, std::move(text)), module);
  return module;
}

}  // namespace limbeck::python
