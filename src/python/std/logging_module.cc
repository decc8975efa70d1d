#include "python/call_site.h"
#include "python/std/modules.h"

// The native half of `logging`: the tree of loggers of the run.

namespace limbeck::python {
namespace {

LogTree& Tree(Arguments& arguments) {
  return *arguments.interpreter().host().log;
}

Value Log(Interpreter& interpreter, Arguments& arguments) {
  Settle(interpreter);
  LogTree& tree = Tree(arguments);
  LogRecord record;
  record.logger = arguments.String("name");
  record.level = static_cast<int>(arguments.Int("level"));
  record.message = arguments.String("message");
  record.exception_text = arguments.String("exception", "");
  arguments.Finish();
  record.time = arguments.interpreter().host().clock->Now();
  tree.Emit(std::move(record));
  return Value::None();
}

Value Level(Interpreter&, Arguments& arguments) {
  return Value::Int(Tree(arguments).Level(arguments.String("name")));
}

Value EffectiveLevel(Interpreter&, Arguments& arguments) {
  return Value::Int(Tree(arguments).EffectiveLevel(arguments.String("name")));
}

Value SetLevel(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  Tree(arguments).SetLevel(name, static_cast<int>(arguments.Int("level")));
  return Value::None();
}

Value IsEnabled(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  return Value::Bool(Tree(arguments).IsEnabled(name, static_cast<int>(arguments.Int("level"))));
}

Value Touch(Interpreter&, Arguments& arguments) {
  Tree(arguments).Touch(arguments.String("name"));
  return Value::None();
}

Value Propagate(Interpreter&, Arguments& arguments) {
  return Value::Bool(Tree(arguments).Propagates(arguments.String("name")));
}

Value SetPropagate(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  Tree(arguments).SetPropagate(name, arguments.Bool("propagate", true));
  return Value::None();
}

Value Disabled(Interpreter&, Arguments& arguments) {
  return Value::Bool(Tree(arguments).IsDisabled(arguments.String("name")));
}

Value SetDisabled(Interpreter&, Arguments& arguments) {
  const std::string name = arguments.String("name");
  Tree(arguments).SetDisabled(name, arguments.Bool("disabled", true));
  return Value::None();
}

Value HandlerCount(Interpreter&, Arguments& arguments) {
  return Value::Int(static_cast<int64_t>(Tree(arguments).Handlers(arguments.String("name")).size()));
}

LogHandler::Target ReadTarget(const std::string& name) {
  if (name == "stdout") return LogHandler::Target::kStdout;
  if (name == "file") return LogHandler::Target::kFile;
  return name == "null" ? LogHandler::Target::kNull : LogHandler::Target::kStderr;
}

/// (target, path, level, format, date format, style), as Handler._describe() gives it.
LogHandler ReadHandler(Interpreter& interpreter, const Value& described) {
  const std::vector<Value> parts = interpreter.ToVector(described);
  LogHandler handler;
  handler.target = ReadTarget(interpreter.Str(parts.at(0)));
  handler.path = interpreter.Str(parts.at(1));
  handler.level = static_cast<int>(parts.at(2).int_value());
  handler.format.format = interpreter.Str(parts.at(3));
  handler.format.date_format = interpreter.Str(parts.at(4));
  handler.format.style = interpreter.Str(parts.at(5)).front();
  return handler;
}

Value SetHandlers(Interpreter& interpreter, Arguments& arguments) {
  const std::string name = arguments.String("name");
  std::vector<LogHandler> handlers;
  interpreter.ForEach(arguments.Required("handlers"),
                      [&](const Value& described) { handlers.push_back(ReadHandler(interpreter, described)); });
  arguments.Finish();
  Tree(arguments).SetHandlers(name, std::move(handlers));
  return Value::None();
}

Value Disable(Interpreter&, Arguments& arguments) {
  Tree(arguments).DisableUpTo(static_cast<int>(arguments.Int("level")));
  return Value::None();
}

std::map<std::string, std::string> ReadTexts(Interpreter& interpreter, const Value& value) {
  std::map<std::string, std::string> texts;
  for (const auto& entry : Cast<DictObject>(value)->table.entries()) {
    if (!entry.key.is_empty()) texts[interpreter.Str(entry.key)] = interpreter.Str(entry.value);
  }
  return texts;
}

/// configure({section: {option: text}}, disable_existing)
Value Configure(Interpreter& interpreter, Arguments& arguments) {
  const Value given = arguments.Required("sections");
  const bool disable_existing = arguments.Bool("disable_existing", true);
  arguments.Finish();
  IniSections sections;
  for (const auto& entry : Cast<DictObject>(given)->table.entries()) {
    if (!entry.key.is_empty()) sections[interpreter.Str(entry.key)] = ReadTexts(interpreter, entry.value);
  }
  ConfigureLogging(Tree(arguments), sections, disable_existing);
  return Value::None();
}

constexpr NativeFunction kFunctions[] = {
    {"log", Log},
    {"level", Level},
    {"effective_level", EffectiveLevel},
    {"set_level", SetLevel},
    {"is_enabled", IsEnabled},
    {"touch", Touch},
    {"propagate", Propagate},
    {"set_propagate", SetPropagate},
    {"disabled", Disabled},
    {"set_disabled", SetDisabled},
    {"handler_count", HandlerCount},
    {"set_handlers", SetHandlers},
    {"disable", Disable},
    {"configure", Configure},
};

}  // namespace

void FillLogging(Interpreter&, ModuleObject& module) {
  AddFunctions(module, kFunctions);
}

}  // namespace limbeck::python
