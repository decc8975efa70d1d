#include "pymodules/config_object.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct ConfigState : python::NativeState {
  ConfigSource source;
  Value attributes;
};

ConfigState& StateOfConfig(const Value& self) {
  return *python::StateOf<ConfigState>(self);
}
project::Config& ConfigOf(const Value& self) {
  return *StateOfConfig(self).source.config;
}

Value Text(const std::optional<std::string>& text) {
  return text ? python::MakeStr(*text) : Value::None();
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
  state.source.print(interpreter.Str(formatted) + "\n");
  return Value::None();
}

Value ConfigFileName(Interpreter&, const Value& self) {
  return Text(ConfigOf(self).config_file_name());
}
Value TomlFileName(Interpreter&, const Value& self) {
  return Text(ConfigOf(self).toml_file_name());
}
Value SectionName(Interpreter&, const Value& self) {
  return python::MakeStr(ConfigOf(self).config_ini_section());
}

Value Attributes(Interpreter&, const Value& self) {
  Value& attributes = StateOfConfig(self).attributes;
  if (attributes.is_empty()) attributes = Value(python::MakeDict());
  return attributes;
}

/// An argparse Namespace as far as env.py files read it: config.cmd_opts.autogenerate.
Value CommandOptions(Interpreter&, const Value& self) {
  static const TypeObject* const kClass = python::MakeNativeType({.name = "Namespace", .module = "argparse"});
  auto options = python::Make<python::InstanceObject>(kClass);
  for (const auto& [name, value] : StateOfConfig(self).source.command_options) {
    const bool is_flag = value && value->empty();
    options->MakeAttributes().Set(Symbol::Intern(name), is_flag ? Value::Bool(true) : Text(value));
  }
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

}  // namespace

Value MakeConfig(ConfigSource source) {
  static const TypeObject* const kClass = python::MakeNativeType(
      {.name = "Config", .module = "alembic.config", .methods = kMethods, .properties = kProperties});
  auto state = std::make_unique<ConfigState>();
  state->source = std::move(source);
  return python::MakeInstance(kClass, std::move(state));
}

}  // namespace limbeck::pymodules
