#include "python/call_site.h"
#include "python/file_object.h"
#include "python/import.h"
#include "python/machine.h"
#include "python/passed_over.h"
#include "python/std/modules.h"
#include "python/std/native_tools.h"
#include "python/traceback.h"

// `_runtime`: what the modules in Python need to know of the run they are part of: frames, tracebacks, modules.

namespace limbeck::python {
namespace {

/// (file, line, function, line's text)
Value PlaceTuple(const SourceFile& source, Span span, Symbol function) {
  const int line = source.LineOf(span.begin);
  return MakeTuple({MakeStr(source.path()), Value::Int(line), MakeStr(function), MakeStr(source.Line(line))});
}

/// frames() -> [(file, line, function, text, globals)], the caller of this function first.
Value Frames(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  std::vector<Value> frames;
  for (const Frame* frame = interpreter.machine().frame(); frame != nullptr; frame = frame->back) {
    const SourceFile& source = *frame->module_run().tree->source;
    const int line = source.LineOf(frame->at.begin);
    frames.push_back(MakeTuple({MakeStr(source.path()), Value::Int(line), MakeStr(frame->code->name),
                                MakeStr(source.Line(line)), Value(&frame->module_run().module->globals().AsDict())}));
  }
  return MakeList(std::move(frames));
}

const ExceptionObject& RequireException(const Value& value) {
  const auto* exception = Cast<ExceptionObject>(value);
  if (exception == nullptr) RaiseTypeError("expected an exception, not " + TypeName(value));
  return *exception;
}

Value TracebackText(Interpreter& interpreter, Arguments& arguments) {
  const Value exception = arguments.Required("exception");
  arguments.Finish();
  return MakeStr(interpreter.FormatTraceback(RequireException(exception)));
}

Value ExceptionText(Interpreter& interpreter, Arguments& arguments) {
  const Value exception = arguments.Required("exception");
  arguments.Finish();
  return MakeStr(ExceptionLine(interpreter, RequireException(exception)));
}

/// trace(exception) -> [(file, line, function, text)], outermost first.
Value Trace(Interpreter&, Arguments& arguments) {
  const Value value = arguments.Required("exception");
  arguments.Finish();
  const ExceptionObject& exception = RequireException(value);
  std::vector<Value> entries;
  for (auto entry = exception.traceback.rbegin(); entry != exception.traceback.rend(); ++entry) {
    entries.push_back(PlaceTuple(*entry->source, entry->span, entry->function));
  }
  return MakeList(std::move(entries));
}

/// A warning's text, where the host wants it.
Value EmitWarning(Interpreter& interpreter, Arguments& arguments) {
  const std::string text = arguments.String("text");
  arguments.Finish();
  Settle(interpreter);
  const InterpreterHost& host = interpreter.host();
  if (host.warn) {
    host.warn(text);
  } else {
    host.write(true, text);
  }
  return Value::None();
}

/// find_module(name) -> (kind, is_package, path), or None. Its parents are not imported for it.
Value FindModule(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("name");
  arguments.Finish();
  const std::optional<ModuleSource> source = interpreter.importer().Find(name);
  if (!source) return Value::None();
  constexpr const char* kKinds[] = {"native", "embedded", "file", "folder"};
  return MakeTuple(
      {MakeStr(kKinds[static_cast<size_t>(source->kind)]), Value::Bool(source->is_package), MakeStr(source->path)});
}

/// run_file(module, path): the file's text in the module's names.
Value RunFileIn(Interpreter& interpreter, Arguments& arguments) {
  const Value module = arguments.Required("module");
  const std::string path = arguments.String("path");
  arguments.Finish();
  auto* object = Cast<ModuleObject>(module);
  if (object == nullptr) RaiseTypeError("expected a module, not " + TypeName(module));
  interpreter.RunModule(ParseScript(interpreter, path, interpreter.host().files->ReadFile(path)),
                        Ref<ModuleObject>(object));
  return Value::None();
}

/// call_as_module(function): what the program calls for an application is as if it stood in one of its modules.
Value CallAsModule(Interpreter& interpreter, Arguments& arguments) {
  const Value function = arguments.Required("function");
  arguments.Finish();
  return interpreter.importer().CallAsModule(function);
}

/// call_factory(factory, so_far): see PassedOver.
Value CallFactory(Interpreter& interpreter, Arguments& arguments) {
  const Value factory = arguments.Required("factory");
  const Value so_far = arguments.Required("so_far");
  arguments.Finish();
  return PassedOver::CallFactory(interpreter, factory, so_far);
}

constexpr NativeFunction kFunctions[] = {
    {"call_as_module", CallAsModule},  {"call_factory", CallFactory},
    {"emit_warning", EmitWarning},     {"exception_text", ExceptionText},
    {"find_module", FindModule},       {"frames", Frames},
    {"run_file", RunFileIn},           {"trace", Trace},
    {"traceback_text", TracebackText},
};

}  // namespace

void FillRuntime(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  AddType(module, UnsupportedOperationType());
}

}  // namespace limbeck::python
