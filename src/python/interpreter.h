#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/embedded_file.h"
#include "base/entropy.h"
#include "base/environment.h"
#include "base/files.h"
#include "base/log.h"
#include "python/ast.h"
#include "python/native.h"
#include "python/objects.h"
#include "python/script_error.h"

namespace limbeck::python {

class Importer;

/// What an interpreter has of the outside world. Borrowed: all of it outlives the interpreter.
struct InterpreterHost {
  FileSystem* files = nullptr;
  Clock* clock = nullptr;
  Environment* environment = nullptr;
  LogTree* log = nullptr;
  /// Null: the machine's own.
  Entropy* entropy = nullptr;
  /// Receives what print() and sys.stdout / sys.stderr write.
  std::function<void(bool to_stderr, std::string_view text)> write;
  /// Receives Python warnings, formatted as CPython prints them; empty: they go to standard error.
  std::function<void(std::string_view text)> warn;
  /// Set when the user wants the script to stop; reset by the script's KeyboardInterrupt. Null: only Interrupt() says
  /// so.
  std::atomic<bool>* interrupted = nullptr;
};

struct InterpreterOptions {
  /// Folders in which `import` looks for the project's own modules.
  std::vector<std::string> search_path;
  /// sys.argv
  std::vector<std::string> arguments;
  /// Imports of the project's own code wait until what they bring is needed.
  bool defer_imports = false;
  /// Statements that may run; 0: no limit.
  uint64_t step_limit = 0;
  int recursion_limit = 1000;
};

/// One run of the language: its modules, its classes and the state of its execution. Belongs to one thread; only
/// Interrupt() may be called from others. Scripts' exceptions leave the functions below as ScriptError, except where
/// "edge" is said: there they have become limbeck::Error with a trace.
class Interpreter {
 public:
  Interpreter(InterpreterHost host, InterpreterOptions options);
  ~Interpreter();
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  const InterpreterHost& host() const { return host_; }
  InterpreterOptions& options() { return options_; }

  // ---------------------------------------------------------------- running and importing

  /// Edge. Runs a file as a module of that name and returns it; it is not entered into sys.modules.
  Ref<ModuleObject> RunFile(const std::string& path, const std::string& module_name);
  /// Edge. The same for a text; `path` is what places show.
  Ref<ModuleObject> RunSource(const std::string& path, std::string text, const std::string& module_name);
  /// As RunFile, inside of a running script: exceptions go to it. A file that was loaded is not run again.
  Ref<ModuleObject> LoadScript(const std::string& path, const std::string& module_name);
  /// Runs a parsed module with these globals already set in it.
  void RunModule(const ast::ModulePtr& tree, const Ref<ModuleObject>& module);

  void AddNativeModule(NativeModule module);
  /// Python modules that are compiled in: "typing.py", "collections/__init__.py". They must outlive the interpreter.
  void AddEmbeddedModules(std::span<const EmbeddedFile> files);
  /// Whether a module of that name is native, embedded or the project's.
  bool HasModule(const std::string& name);
  /// The module, imported if it was not: native, embedded, the project's, or opaque.
  Value Import(const std::string& name);
  /// Runs all imports that were deferred, in their order, as `target_metadata` needs.
  void RunDeferredImports();

  /// Edge: runs `work`, turning a ScriptError into a limbeck::Error.
  template <typename Work>
  auto AtEdge(Work work) {
    try {
      return work();
    } catch (const ScriptError& error) {
      ThrowAtEdge(error);
    }
  }
  /// Inside of a running script: a kScript error of the parser becomes the script's SyntaxError.
  template <typename Work>
  auto AsScriptError(Work work) {
    try {
      return work();
    } catch (const Error& error) {
      RaiseSyntaxError(error);
    }
  }
  /// The Error of a script's exception, with its trace.
  Error ToError(const ScriptError& error);
  /// "Traceback (most recent call last): ..." as CPython prints it, with causes.
  std::string FormatTraceback(const ExceptionObject& exception);

  // ---------------------------------------------------------------- what the language does with values

  Value Call(const Value& callable, const CallArguments& arguments);
  Value Call(const Value& callable, std::initializer_list<Value> positional);
  Value CallMethod(const Value& self, std::string_view name, std::initializer_list<Value> positional);

  /// Throws AttributeError with "did you mean" facts; the second form gives empty instead.
  Value GetAttribute(const Value& value, Symbol name);
  Value FindAttribute(const Value& value, Symbol name);
  /// In the class and the instance's own names, without the class's __getattribute__ and __getattr__; empty when there
  /// is none. What object.__getattribute__ does.
  Value FindPlainAttribute(const Value& value, Symbol name);
  /// What object.__setattr__ does; an empty attribute deletes.
  void SetPlainAttribute(const Value& value, Symbol name, const Value& attribute);
  void SetAttribute(const Value& value, Symbol name, const Value& attribute);
  void DeleteAttribute(const Value& value, Symbol name);

  bool Truth(const Value& value);
  std::string Str(const Value& value);
  std::string Repr(const Value& value);
  std::string Format(const Value& value, std::string_view specification);
  uint64_t Hash(const Value& value);
  bool Equal(const Value& one, const Value& two);
  Value Compare(const Value& one, const Value& two, CompareOp op);
  bool Less(const Value& one, const Value& two);
  bool Contains(const Value& container, const Value& item);
  int64_t Length(const Value& value);
  Value GetItem(const Value& value, const Value& key);
  void SetItem(const Value& value, const Value& key, const Value& item);
  void DeleteItem(const Value& value, const Value& key);
  Value Binary(ast::BinaryOperator op, const Value& one, const Value& two);
  Value InPlace(ast::BinaryOperator op, const Value& one, const Value& two);
  Value Unary(ast::UnaryOperator op, const Value& value);

  Value Iterate(const Value& value);
  /// Empty at the end.
  Value Next(const Value& iterator);
  /// Calls `visit` for each item.
  void ForEach(const Value& iterable, const std::function<void(const Value&)>& visit);
  std::vector<Value> ToVector(const Value& iterable);

  /// An integer (of any size) from what has __index__; TypeError otherwise.
  Value Index(const Value& value);

  bool IsInstance(const Value& value, const Value& type_or_tuple);
  bool IsSubclass(const Value& type, const Value& type_or_tuple);

  /// The value itself, or what a deferred import stands for.
  Value Resolve(const Value& value);

  // ---------------------------------------------------------------- state

  /// An object of the host's that native modules find by its type; created when first asked for.
  template <typename T>
  T& Service() {
    std::shared_ptr<void>& entry = services_[std::type_index(typeid(T))];
    if (!entry) entry = std::make_shared<T>();
    return *static_cast<T*>(entry.get());
  }

  Ref<ModuleObject> builtins() const { return builtins_; }
  /// sys.modules
  Namespace& modules() { return modules_; }

  /// sys.path, which scripts extend, and sys.modules as a dict.
  const Ref<ListObject>& search_path() const { return search_path_; }
  Value modules_dict();
  /// os.environ: the run's copy of the environment, which scripts change.
  std::map<std::string, std::string>& variables();

  /// Where the script is now: the innermost call's statement. For messages of natives.
  Place CurrentPlace() const;

  /// The script stops at its next statement with KeyboardInterrupt. From any thread, also from a signal handler.
  void Interrupt() { interrupted_->store(true, std::memory_order_relaxed); }

  /// warnings.warn, as CPython prints it: "path:line: UserWarning: text".
  void Warn(const TypeObject* category, const std::string& message);

  /// The evaluator's own state, and the importer's.
  class Machine;
  Machine& machine() { return *machine_; }
  Importer& importer() { return *importer_; }

 private:
  [[noreturn]] void ThrowAtEdge(const ScriptError& error);
  [[noreturn]] static void RaiseSyntaxError(const Error& error);

  InterpreterHost host_;
  InterpreterOptions options_;
  Ref<ModuleObject> builtins_;
  Namespace modules_;
  Ref<ListObject> search_path_;
  std::optional<std::map<std::string, std::string>> variables_;
  std::map<std::type_index, std::shared_ptr<void>> services_;
  std::atomic<bool> own_interrupted_ = false;
  std::atomic<bool>* interrupted_ = &own_interrupted_;
  std::unique_ptr<Machine> machine_;
  std::unique_ptr<Importer> importer_;
};

}  // namespace limbeck::python
