#include "python/call_site.h"
#include "python/machine.h"
#include "python/std/modules.h"

namespace limbeck::python {
namespace {

/// sys.stdout and sys.stderr: text goes where print() goes.
struct StreamState : NativeState {
  explicit StreamState(bool is_error) : to_stderr(is_error) {}
  bool to_stderr;
};

Value Write(Interpreter& interpreter, Arguments& arguments) {
  const bool to_stderr = StateOf<StreamState>(arguments.Self())->to_stderr;
  const std::string text = arguments.String("s");
  arguments.Finish();
  Settle(interpreter);
  interpreter.host().write(to_stderr, text);
  return Value::Int(static_cast<int64_t>(text.size()));
}

Value Flush(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  return Value::None();
}

Value IsATty(Interpreter&, Arguments& arguments) {
  arguments.Self();
  arguments.Finish();
  return Value::Bool(false);
}

Value Encoding(Interpreter&, const Value&) {
  return MakeStr("utf-8");
}

constexpr NativeMethod kStreamMethods[] = {{"write", Write}, {"flush", Flush}, {"isatty", IsATty}};
constexpr NativeProperty kStreamProperties[] = {{"encoding", Encoding}};

Value MakeStream(bool to_stderr) {
  static const TypeObject* const kClass = MakeNativeType(
      {.name = "TextIOWrapper", .module = "_io", .methods = kStreamMethods, .properties = kStreamProperties});
  return MakeInstance(kClass, std::make_unique<StreamState>(to_stderr));
}

Value Exit(Interpreter&, Arguments& arguments) {
  const Value status = arguments.OrNone("status");
  arguments.Finish();
  Raise(Exceptions().system_exit, status);
}

/// What the running `except` handles: its class, itself and its traceback.
Value ExcInfo(Interpreter& interpreter, Arguments& arguments) {
  arguments.Finish();
  const Value none = Value::None();
  const Ref<ExceptionObject>& handled = interpreter.machine().handled();
  if (!handled) return MakeTuple({none, none, none});
  const Value exception(handled);
  return MakeTuple({Value(handled->type()), exception, interpreter.GetAttribute(exception, Names().traceback)});
}

constexpr NativeFunction kFunctions[] = {{"exit", Exit}, {"exc_info", ExcInfo}};

Value Strings(const std::vector<std::string>& texts) {
  std::vector<Value> items;
  for (const std::string& text : texts) items.push_back(MakeStr(text));
  return MakeList(std::move(items));
}

/// Most scripts want argv, path or modules: the rest costs nothing until it is asked for.
Value RareName(Interpreter& interpreter, Symbol name) {
  if (name.text().starts_with("__")) return {};
  return interpreter.FindAttribute(interpreter.Import("_sys_names"), name);
}

/// The program that runs the scripts, of which they see no more than that it is there.
void AddMain(Interpreter& interpreter) {
  const Symbol name = Symbol::Intern("__main__");
  if (interpreter.modules().Find(name) != nullptr) return;
  const auto module = Make<ModuleObject>(name.text());
  module->globals().Set(Symbol::Intern("__name__"), MakeStr(name));
  module->globals().Set(Symbol::Intern("__package__"), Value::None());
  interpreter.modules().Set(name, Value(module));
}

}  // namespace

void FillSys(Interpreter& interpreter, ModuleObject& module) {
  AddFunctions(module, kFunctions);
  const auto set = [&module](const char* name, Value value) {
    module.globals().Set(Symbol::Intern(name), std::move(value));
  };
  set("argv", Strings(interpreter.options().arguments));
  set("path", interpreter.search_path());
  AddMain(interpreter);
  set("modules", interpreter.modules_dict());
  set("stdout", MakeStream(false));
  set("stderr", MakeStream(true));
  set("version", MakeStr("3.11.0 (limbeck)"));
  set("version_info", MakeTuple({Value::Int(3), Value::Int(11), Value::Int(0), MakeStr("final"), Value::Int(0)}));
  set("platform", MakeStr("linux"));
  set("byteorder", MakeStr("little"));
  set("maxsize", Value::Int(INT64_MAX));
  set("executable", MakeStr(""));
  module.set_fallback(RareName);
}

}  // namespace limbeck::python
