#include "pymodules/config_object.h"

#include "pymodules/script_exceptions.h"
#include "pymodules/text_values.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct ConfigState : python::NativeState {
  ConfigSource source;
  std::unique_ptr<project::Config> own;  ///< of a script's own object
  Value attributes;
  Value command_options;
};

ConfigState& StateOfConfig(const Value& self) {
  return *python::StateOf<ConfigState>(self);
}
project::Config& ConfigOf(const Value& self) {
  return *StateOfConfig(self).source.config;
}

Value GetMainOption(Interpreter&, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const std::optional<std::string> value = config.GetMainOption(name);
  return value ? python::MakeStr(*value) : fallback;
}

/// Any value is written as text: a URL object, a number.
Value SetMainOption(Interpreter& interpreter, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  const Value value = arguments.Required("value");
  arguments.Finish();
  config.SetMainOption(name, interpreter.Str(value));
  return Value::None();
}

Value RemoveMainOption(Interpreter&, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  arguments.Finish();
  config.RemoveMainOption(name);
  return Value::None();
}

Value GetSection(Interpreter& interpreter, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const auto items = config.GetSection(name);
  if (!items) return fallback;
  const auto section = python::MakeDict();
  for (const auto& [key, value] : *items) section->table.Set(interpreter, python::MakeStr(key), python::MakeStr(value));
  return section;
}

Value GetSectionOption(Interpreter&, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string section = arguments.String("section");
  const std::string name = arguments.String("name");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const std::optional<std::string> value = config.GetSectionOption(section, name);
  return value ? python::MakeStr(*value) : fallback;
}

Value SetSectionOption(Interpreter& interpreter, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string section = arguments.String("section");
  const std::string name = arguments.String("name");
  const Value value = arguments.Required("value");
  arguments.Finish();
  config.SetSectionOption(section, name, interpreter.Str(value));
  return Value::None();
}

Value GetAlembicOption(Interpreter&, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  const Value fallback = arguments.OrNone("default");
  arguments.Finish();
  const std::optional<std::string> value = config.GetAlembicText(name);
  return value ? python::MakeStr(*value) : fallback;
}

Value GetAlembicBoolean(Interpreter&, Arguments& arguments) {
  project::Config& config = ConfigOf(arguments.Self());
  const std::string name = arguments.String("name");
  arguments.Finish();
  return Value::Bool(config.GetAlembicBoolean(name));
}

Value PrintStdout(Interpreter& interpreter, Arguments& arguments) {
  const ConfigState& state = StateOfConfig(arguments.Self());
  const Value text = arguments.Required("text");
  std::vector<Value> values = arguments.Rest();
  arguments.Finish();
  const Value formatted = values.empty() ? text
                                         : interpreter.Binary(python::ast::BinaryOperator::kModulo, text,
                                                              python::MakeTuple(std::move(values)));
  const std::string line = interpreter.Str(formatted) + "\n";
  if (state.source.print) state.source.print(line);
  return Value::None();
}

Value ConfigFileName(Interpreter&, const Value& self) {
  return TextOrNone(ConfigOf(self).config_file_name());
}
Value TomlFileName(Interpreter&, const Value& self) {
  return TextOrNone(ConfigOf(self).toml_file_name());
}
Value SectionName(Interpreter&, const Value& self) {
  return python::MakeStr(ConfigOf(self).config_ini_section());
}

Value Attributes(Interpreter&, const Value& self) {
  Value& attributes = StateOfConfig(self).attributes;
  if (attributes.is_empty()) attributes = Value(python::MakeDict());
  return attributes;
}

struct ToPython {
  Value operator()(std::monostate) const { return Value::None(); }
  Value operator()(bool flag) const { return Value::Bool(flag); }
  Value operator()(const std::string& text) const { return python::MakeStr(text); }
  Value operator()(const std::vector<std::string>& texts) const {
    std::vector<Value> items;
    for (const std::string& text : texts) items.push_back(python::MakeStr(text));
    return python::MakeList(std::move(items));
  }
};

/// cmd_opts.cmd: a tuple of the command's function and the names of its arguments. Scripts ask for its __name__.
Value CommandTuple(const std::string& command) {
  const Value function = python::MakeFunction(command, [](Interpreter&, Arguments&) -> Value {
    python::Raise(python::Exceptions().runtime_error, "a script cannot run a command of Alembic");
  });
  return python::MakeTuple({function, python::MakeList({}), python::MakeList({})});
}

/// An argparse Namespace: config.cmd_opts.autogenerate, config.cmd_opts.x, config.cmd_opts.cmd[0].__name__.
Value CommandOptions(Interpreter&, const Value& self) {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Namespace", .module = "argparse"});
  ConfigState& state = StateOfConfig(self);
  if (!state.command_options.is_empty()) return state.command_options;
  const CommandLine& line = state.source.command_line;
  if (line.command.empty()) return Value::None();
  auto options = python::Make<python::InstanceObject>(kClass);
  python::Namespace& attributes = options->MakeAttributes();
  for (const auto& [name, value] : line.options) attributes.Set(Symbol::Intern(name), std::visit(ToPython{}, value));
  attributes.Set(Symbol::Intern("cmd"), CommandTuple(line.command));
  state.command_options = options;
  return options;
}

constexpr python::NativeMethod kMethods[] = {
    {"get_main_option", GetMainOption},
    {"set_main_option", SetMainOption},
    {"remove_main_option", RemoveMainOption},
    {"get_section", GetSection},
    {"get_section_option", GetSectionOption},
    {"set_section_option", SetSectionOption},
    {"get_alembic_option", GetAlembicOption},
    {"get_alembic_boolean_option", GetAlembicBoolean},
    {"print_stdout", PrintStdout},
};

constexpr python::NativeProperty kProperties[] = {
    {"config_file_name", ConfigFileName}, {"toml_file_name", TomlFileName}, {"config_ini_section", SectionName},
    {"attributes", Attributes},           {"cmd_opts", CommandOptions},
};

/// Config(file_=None, toml_file=None, ini_section="alembic", ...)
void InitConfig(Interpreter& interpreter, python::InstanceObject& self, Arguments& arguments) {
  project::ConfigFiles files;
  const Value ini = arguments.OrNone("file_");
  const Value toml = arguments.OrNone("toml_file");
  const std::string section = arguments.String("ini_section", "alembic");
  arguments.Rest();
  const auto keywords = arguments.RestKeywords();
  arguments.Finish();
  auto state = std::make_unique<ConfigState>();
  if (ini.is_none() && toml.is_none()) {
    state->own = std::make_unique<project::Config>(section);
  } else {
    files.ini = ini.is_none() ? "" : interpreter.Str(ini);
    files.toml = toml.is_none() ? "" : interpreter.Str(toml);
    state->own = std::make_unique<project::Config>(WithScriptErrors(
        interpreter, [&] { return project::Config::Load(*interpreter.host().files, files, section); }));
  }
  state->source.config = state->own.get();
  for (const auto& [name, value] : keywords) {
    if (name.text() == "attributes") state->attributes = value;
    if (name.text() == "cmd_opts") state->command_options = value;
  }
  self.set_state(std::move(state));
}

}  // namespace

const TypeObject* ConfigClass() {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Config",
                                                                  .module = "alembic.config",
                                                                  .init = InitConfig,
                                                                  .methods = kMethods,
                                                                  .properties = kProperties});
  return kClass;
}

Value MakeConfig(ConfigSource source) {
  auto state = std::make_unique<ConfigState>();
  state->source = std::move(source);
  return python::MakeInstance(ConfigClass(), std::move(state));
}

}  // namespace limbeck::pymodules
