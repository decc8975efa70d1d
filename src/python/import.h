#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "python/interpreter.h"

// Finding and running modules. A name is looked for among the native modules, the embedded ones, and then in the
// folders of sys.path. A top-level name that is nowhere is a third-party package: an opaque value (opaque.h).

namespace limbeck::python {

struct Frame;

/// Where a module comes from.
struct ModuleSource {
  enum class Kind : uint8_t { kNative, kEmbedded, kFile, kFolder };
  Kind kind = Kind::kNative;
  bool is_package = false;
  std::string path = {};  ///< of a file or a folder
  const NativeModule* native = nullptr;
  const EmbeddedFile* embedded = nullptr;
};

/// Parses a file of the project; a SyntaxError is the script's.
ast::ModulePtr ParseScript(Interpreter& interpreter, const std::string& path, std::string text);

/// Whether the code of a call is that of a module which is compiled in: its path is like "<typing.py>".
bool IsEmbedded(const Frame& frame);

class Importer {
 public:
  explicit Importer(Interpreter& interpreter) : interpreter_(interpreter) {}

  void AddNative(NativeModule module);
  /// Files of third-party packages are not used where the project brings a package of that name itself.
  enum class Origin { kStandard, kThirdParty };
  void AddEmbedded(std::span<const EmbeddedFile> files, Origin origin);

  /// The source of a module whose parents are imported; nothing when there is none.
  std::optional<ModuleSource> Find(const std::string& name);
  /// Whether the module is one of the project, so that its import may wait.
  bool IsProject(const std::string& name);

  /// The module of a dotted name, its parents first. Throws ModuleNotFoundError; opaque for a third-party package.
  Value Import(const std::string& name);
  /// The module that `import a.b.c` binds: a, after a.b.c was imported.
  Value ImportTop(const std::string& name);
  /// `from module import name`: an attribute, or else a sub-module.
  Value ImportFrom(const Value& module, const std::string& module_name, Symbol name);
  /// `module.name` where a module lacks the name: opaque when the module is of a third-party package that is ours, as
  /// after `from module import name`. Throws AttributeError for others; a refusal when the module is one of ours.
  Value AttributeNotThere(const ModuleObject& module, Symbol name);
  /// "a.b" for level dots and a name in a package. Throws ImportError.
  static std::string Absolute(const ModuleObject& importing, uint32_t level, const std::string& name);

  /// Runs a file as a module that is not in sys.modules.
  Ref<ModuleObject> RunText(const std::string& path, std::string text, const std::string& name);

  std::map<std::string, Ref<ModuleObject>>& scripts() { return scripts_; }
  /// Whether the body of a module of the project, or of an installed package, is running.
  bool is_running_module() const { return running_files_ != 0; }
  /// Calls what an application would call while its modules are imported: a factory.
  Value CallAsModule(const Value& function);

 private:
  Value ImportOne(const std::string& name);
  Value Load(const std::string& name, const ModuleSource& source);
  void Fill(ModuleObject& module, const ModuleSource& source);
  std::optional<ModuleSource> FindInFolder(const std::string& folder, const std::string& name);
  bool IsReplacedByProject(const std::string& top);
  std::vector<std::string> FoldersFor(const std::string& name);
  Value Missing(const std::string& name);
  Value MissingOfOurs(const std::string& name);
  [[noreturn]] void RaiseMissingModule(const std::string& name);
  bool IsNowhere(const std::string& module, const std::string& name);
  /// Marks an error about a name that one of our own modules lacks as a refusal, with the nearest name.
  void RefuseName(ExceptionObject& exception, const Value& module, const std::string& module_name, Symbol name);
  Value LackingName(const Value& module, const std::string& module_name, Symbol name);
  [[noreturn]] void RaiseNoName(const Value& module, const std::string& module_name, Symbol name);
  /// Whether the top is that of a package other than sqlalchemy and alembic that ours stands for.
  bool IsThirdParty(const std::string& top) const;
  bool MayCallWhatLacks(const std::string& module) const;
  /// Whether the running code may have something else at hand where an import fails.
  bool IsGuarded() const;
  [[noreturn]] void RaiseCannotImport(const Value& module, const std::string& module_name, Symbol name);

  Interpreter& interpreter_;
  std::map<std::string, NativeModule> natives_;
  std::map<std::string, const EmbeddedFile*> embedded_;
  std::set<std::string> third_party_;  ///< top-level names among embedded_
  std::map<std::string, Ref<ModuleObject>> scripts_;
  int running_files_ = 0;
};

}  // namespace limbeck::python
