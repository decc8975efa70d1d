#include "pymodules/dialect_object.h"

#include "pymodules/dialect_facts.h"
#include "pymodules/type_classes.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Value;

struct DialectState : python::NativeState {
  std::string name;
  std::vector<int> server_version;
  Value default_schema_name = Value::None();
};

Value Name(Interpreter&, const Value& self) {
  return python::MakeStr(python::StateOf<DialectState>(self)->name);
}

Value ServerVersion(Interpreter&, const Value& self) {
  std::vector<Value> numbers;
  for (const int number : python::StateOf<DialectState>(self)->server_version) numbers.push_back(Value::Int(number));
  return python::MakeTuple(std::move(numbers));
}

Value DefaultSchemaName(Interpreter&, const Value& self) {
  return python::StateOf<DialectState>(self)->default_schema_name;
}
void SetDefaultSchemaName(Interpreter&, const Value& self, const Value& value) {
  python::StateOf<DialectState>(self)->default_schema_name = value;
}

bool AsksAConnection(const std::string& name) {
  return name.starts_with("get_") || name == "has_table" || name == "has_index" || name == "has_sequence";
}

/// What is plain first; then what the database's dialect is known for, and what inspectors are asked otherwise.
Value DialectAttribute(Interpreter& interpreter, const Value& self, python::Symbol name) {
  Value found = interpreter.FindPlainAttribute(self, name);
  if (found.is_empty()) found = DialectFact(python::StateOf<DialectState>(self)->name, name.text());
  if (!found.is_empty() || !AsksAConnection(name.text())) return found;
  const Value reflection = interpreter.Import("sqlalchemy.engine.reflection");
  return interpreter.CallMethod(reflection, "_question_of_dialect", {python::MakeStr(name)});
}

/// dialect.type_descriptor(type): the type that the dialect uses for it, which is the type itself.
Value TypeDescriptor(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  const Value type = interpreter.Resolve(arguments.Required("typeobj"));
  arguments.Finish();
  return python::Cast<python::TypeObject>(type) == nullptr ? type : interpreter.Call(type, {});
}

}  // namespace

Value MakeDialect(const std::string& name, const std::vector<int>& server_version) {
  static constexpr python::NativeProperty kProperties[] = {
      {"name", Name},
      {"server_version_info", ServerVersion},
      {"default_schema_name", DefaultSchemaName, SetDefaultSchemaName},
  };
  static constexpr python::NativeMethod kMethods[] = {{"type_descriptor", TypeDescriptor}};
  static const python::TypeObject* const kClass = [] {
    python::Slots slots;
    slots.get_attribute = DialectAttribute;
    return python::MakeNativeType({.name = "Dialect",
                                   .module = "sqlalchemy.engine.interfaces",
                                   .methods = kMethods,
                                   .properties = kProperties,
                                   .slots = slots});
  }();
  auto state = std::make_unique<DialectState>();
  state->name = name;
  state->server_version = server_version;
  return python::MakeInstance(kClass, std::move(state));
}

}  // namespace limbeck::pymodules
