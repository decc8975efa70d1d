#include "python/waiting_imports.h"

#include <algorithm>
#include <deque>

#include "python/deferred.h"
#include "python/failed_modules.h"
#include "python/import.h"
#include "python/passed_over.h"

namespace limbeck::python {
namespace {

struct WaitingImport {
  std::string module;  ///< what the statement names, "a.b.name" of `from a.b import name`
  Value promise;
};

struct WaitingImports {
  std::deque<WaitingImport> all;  ///< in the order of their statements
  /// For each importing module and top-level name, what `import a.b` statements have asked for.
  std::map<std::pair<const ModuleObject*, std::string>, std::shared_ptr<std::vector<std::string>>> tops;
};

/// `shown` is the promise's name in messages.
Value Wait(Interpreter& interpreter, const std::string& module, std::string shown,
           std::function<Value(Interpreter&)> resolve) {
  Value promise = MakeDeferred(std::move(shown), std::move(resolve));
  interpreter.Service<WaitingImports>().all.push_back({module, promise});
  return promise;
}

}  // namespace

bool MayWait(Interpreter& interpreter, const Frame& frame, const std::string& module) {
  if (!interpreter.options().defer_imports || frame.guards != 0 || IsEmbedded(frame)) return false;
  if (interpreter.modules().Find(Symbol::Intern(module)) != nullptr) return false;
  Importer& importer = interpreter.importer();
  return importer.IsProject(module) && importer.Find(module).has_value();
}

Value PromiseModule(Interpreter& interpreter, const std::string& name) {
  return Wait(interpreter, name, name, [name](Interpreter& running) { return running.importer().Import(name); });
}

Value PromiseTop(Interpreter& interpreter, const Frame& frame, const std::string& name) {
  const std::string top = name.substr(0, name.find('.'));
  auto& asked = interpreter.Service<WaitingImports>().tops[{frame.module_run().module.get(), top}];
  if (!asked) asked = std::make_shared<std::vector<std::string>>();
  asked->push_back(name);
  return Wait(interpreter, name, top, [asked, top](Interpreter& running) {
    for (const std::string& one : std::vector<std::string>(*asked)) running.importer().Import(one);
    return running.importer().Import(top);
  });
}

Value PromiseName(Interpreter& interpreter, const std::string& module, Symbol name) {
  const std::string full = module + "." + name.text();
  return Wait(interpreter, full, full, [module, name](Interpreter& running) {
    Importer& importer = running.importer();
    return importer.ImportFrom(importer.Import(module), module, name);
  });
}

void LetWait(Interpreter& interpreter, const std::string& module, Symbol name) {
  Importer& importer = interpreter.importer();
  if (!importer.IsProject(module) || !importer.Find(module)) return;
  if (name) {
    PromiseName(interpreter, module, name);
  } else {
    PromiseModule(interpreter, module);
  }
}

bool RunImportsOf(Interpreter& interpreter, const std::string& package, Symbol name) {
  std::deque<WaitingImport>& all = interpreter.Service<WaitingImports>().all;
  const std::string wanted = package + "." + name.text();
  const auto brings = [&wanted](const WaitingImport& waiting) {
    return waiting.module == wanted || waiting.module.starts_with(wanted + ".");
  };
  bool found = false;
  // Each is taken out before it runs: it may ask for the same name, and others may come to wait.
  for (auto next = std::find_if(all.begin(), all.end(), brings); next != all.end();
       next = std::find_if(all.begin(), all.end(), brings)) {
    const Value promise = next->promise;
    all.erase(next);
    interpreter.Resolve(promise);
    found = true;
  }
  return found;
}

/// A module that runs may leave more imports waiting.
void Interpreter::RunDeferredImports() {
  auto& waiting = Service<WaitingImports>();
  ForgivenFailures forgiven(*this);
  while (!waiting.all.empty()) {
    const WaitingImport next = std::move(waiting.all.front());
    waiting.all.pop_front();
    forgiven.Run(next.module, [&] { Resolve(next.promise); });
  }
  waiting.tops.clear();
  PassedOver::ThrowIfTablesAreMissing(*this);
}

}  // namespace limbeck::python
