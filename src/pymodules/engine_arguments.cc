#include "pymodules/engine_arguments.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Symbol;
using python::Value;
using Keywords = std::vector<std::pair<Symbol, Value>>;

Keywords EntriesOf(Interpreter& interpreter, const Value& given) {
  Keywords entries;
  const auto* dict = python::Cast<python::DictObject>(interpreter.Resolve(given));
  if (dict == nullptr) return entries;
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) entries.emplace_back(Symbol::Intern(interpreter.Str(entry.key)), entry.value);
  }
  return entries;
}

/// The driver's arguments are texts. What is none can only steer the Python driver (a class of cursors), but for the
/// context of an encrypted connection, which says that there is to be one.
void ReadConnectArgument(Interpreter& interpreter, const std::string& name, const Value& given,
                         driver::ConnectOptions& options) {
  const Value value = interpreter.Resolve(given);
  if (value.is_none()) return;
  if (python::Cast<python::DictObject>(value) != nullptr) {
    for (const auto& [key, item] : EntriesOf(interpreter, value)) {
      ReadConnectArgument(interpreter, name + "." + std::string(key.text()), item, options);
    }
    return;
  }
  const bool is_plain =
      value.is_int() || value.is_bool() || value.is_float() || python::Cast<python::StrObject>(value) != nullptr;
  if (is_plain) {
    options.arguments.emplace_back(name, interpreter.Str(value));
  } else if (name == "ssl" || name == "ssl_context") {
    options.arguments.emplace_back(name, "True");
  }
}

}  // namespace

EngineArguments ReadEngineArguments(Interpreter& interpreter, driver::Backend backend, const Keywords& keywords) {
  EngineArguments arguments;
  for (const auto& [name, value] : keywords) {
    if (name.text() == "isolation_level") {
      ReadExecutionOption(interpreter, "isolation_level", value, backend, arguments.options);
    } else if (name.text() == "execution_options") {
      for (const auto& [option, item] : EntriesOf(interpreter, value)) {
        ReadExecutionOption(interpreter, std::string(option.text()), item, backend, arguments.options);
      }
    } else if (name.text() == "connect_args") {
      for (const auto& [argument, item] : EntriesOf(interpreter, value)) {
        ReadConnectArgument(interpreter, std::string(argument.text()), item, arguments.connect);
      }
    }
  }
  return arguments;
}

Keywords KeywordsOfConfiguration(Interpreter& interpreter, const Value& configuration, const std::string& prefix) {
  Keywords keywords;
  for (const auto& [name, value] : EntriesOf(interpreter, configuration)) {
    const std::string text(name.text());
    if (text.starts_with(prefix)) keywords.emplace_back(Symbol::Intern(text.substr(prefix.size())), value);
  }
  return keywords;
}

}  // namespace limbeck::pymodules
