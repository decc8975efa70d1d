#include "python/interpreter.h"

#include "python/builtin_types.h"
#include "python/builtins.h"
#include "python/import.h"
#include "python/machine.h"
#include "python/std/standard_modules.h"

namespace limbeck::python {

Interpreter::Interpreter(InterpreterHost host, InterpreterOptions options)
    : host_(std::move(host)), options_(std::move(options)) {
  PrepareBuiltinTypes();
  if (host_.interrupted != nullptr) interrupted_ = host_.interrupted;
  std::vector<Value> folders;
  for (const std::string& folder : options_.search_path) folders.push_back(MakeStr(folder));
  search_path_ = Make<ListObject>(std::move(folders));
  machine_ = std::make_unique<Machine>(*this);
  importer_ = std::make_unique<Importer>(*this);
  builtins_ = MakeBuiltins(*this);
  modules_.Set(Symbol::Intern("builtins"), Value(builtins_));
  importer_->AddEmbedded(EmbeddedFiles(), Importer::Origin::kStandard);
  AddStandardModules(*this);
}

Interpreter::~Interpreter() {
  machine_->BreakCycles();
}

void Interpreter::AddNativeModule(NativeModule module) {
  importer_->AddNative(std::move(module));
}

void Interpreter::AddEmbeddedModules(std::span<const EmbeddedFile> files) {
  importer_->AddEmbedded(files, Importer::Origin::kThirdParty);
}

bool Interpreter::HasModule(const std::string& name) {
  return importer_->Find(name).has_value();
}

Value Interpreter::Import(const std::string& name) {
  return importer_->Import(name);
}

void Interpreter::RunModule(const ast::ModulePtr& tree, const Ref<ModuleObject>& module) {
  machine_->RunModule(tree, module);
}

Ref<ModuleObject> Interpreter::RunFile(const std::string& path, const std::string& module_name) {
  return RunSource(path, host_.files->ReadFile(path), module_name);
}

Ref<ModuleObject> Interpreter::RunSource(const std::string& path, std::string text, const std::string& module_name) {
  return AtEdge([&] { return importer_->RunText(path, std::move(text), module_name); });
}

Ref<ModuleObject> Interpreter::LoadScript(const std::string& path, const std::string& module_name) {
  Ref<ModuleObject>& loaded = importer_->scripts()[path];
  if (!loaded) loaded = importer_->RunText(path, host_.files->ReadFile(path), module_name);
  return loaded;
}

Value Interpreter::modules_dict() {
  return Value(&modules_.AsDict());
}

std::map<std::string, std::string>& Interpreter::variables() {
  if (!variables_) variables_ = host_.environment->All();
  return *variables_;
}

void Interpreter::Warn(const TypeObject* category, const std::string& message) {
  CallMethod(Import("warnings"), "warn", {MakeStr(message), Value(category)});
}

Place Interpreter::CurrentPlace() const {
  const Frame* frame = machine_->frame();
  // A module that is compiled in speaks for the script that called it.
  while (frame != nullptr && frame->back != nullptr && IsEmbedded(*frame)) frame = frame->back;
  return frame == nullptr ? Place{} : frame->module_run().tree->source->PlaceOf(frame->at);
}

}  // namespace limbeck::python
