#include "pymodules/compiled.h"

#include "base/text.h"
#include "dialect/dialect.h"
#include "pymodules/expressions.h"
#include "pymodules/postgresql_values.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/selects.h"
#include "pymodules/statements.h"
#include "python/std/datetime_objects.h"
#include "python/std/decimal_objects.h"
#include "python/std/json_text.h"
#include "python/std/uuid_objects.h"
#include "sql/result_type.h"
#include "sql/value_text.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::Value;

struct CompiledState : python::NativeState {
  std::string text;
  Value params;
};

std::string CompiledText(Interpreter&, const Value& self) {
  return python::StateOf<CompiledState>(self)->text;
}
Value CompiledString(Interpreter& interpreter, const Value& self) {
  return python::MakeStr(CompiledText(interpreter, self));
}
Value CompiledParams(Interpreter&, const Value& self) {
  return python::StateOf<CompiledState>(self)->params;
}

// Numbers of PostgreSQL's types, by which texts of moments are read.
constexpr uint32_t kDateType = 1082;
constexpr uint32_t kTimeType = 1083;
constexpr uint32_t kTimestampType = 1114;
constexpr uint32_t kTimestampWithZoneType = 1184;

/// A moment; empty for other values.
Value MomentValue(Interpreter& interpreter, const sql::Value& value) {
  if (const auto* date = value.As<sql::Date>()) return ReadPostgresqlText(interpreter, date->text, kDateType);
  if (const auto* time = value.As<sql::Time>()) return ReadPostgresqlText(interpreter, time->text, kTimeType);
  if (const auto* interval = value.As<sql::Interval>()) return python::MakeTimedelta({interval->microseconds});
  const auto* moment = value.As<sql::DateTime>();
  if (moment == nullptr) return Value();
  const bool has_zone = sql::TypeOfValue(value).timezone;
  return ReadPostgresqlText(interpreter, moment->text, has_zone ? kTimestampWithZoneType : kTimestampType);
}

/// What the script gave.
Value ParameterValue(Interpreter& interpreter, const sql::Value& value) {
  if (Value moment = MomentValue(interpreter, value); !moment.is_empty()) return moment;
  if (const auto* decimal = value.As<sql::Decimal>()) return python::MakeDecimalFromText(decimal->text);
  if (const auto* uuid = value.As<sql::Uuid>()) return python::MakeUuidFromText(uuid->text);
  if (const auto* bytes = value.As<sql::Bytes>()) return python::MakeBytes(bytes->data);
  if (const auto* document = value.As<sql::Json>()) return python::ReadJson(interpreter, document->text);
  if (value.is_none()) return Value::None();
  if (const bool* truth = value.As<bool>()) return Value::Bool(*truth);
  if (const int64_t* number = value.As<int64_t>()) return Value::Int(*number);
  if (const double* number = value.As<double>()) return Value::Float(*number);
  if (const auto* text = value.As<std::string>()) return python::MakeStr(*text);
  if (const auto* list = value.As<sql::ValueList>()) {
    std::vector<Value> items;
    for (const sql::Value& item : list->items) items.push_back(ParameterValue(interpreter, item));
    return python::MakeList(std::move(items));
  }
  return python::MakeStr(sql::ReprOf(value));
}

constexpr python::NativeProperty kCompiledProperties[] = {{"string", CompiledString}, {"params", CompiledParams}};

const python::TypeObject* CompiledClass() {
  static const python::TypeObject* const kClass = [] {
    python::Slots slots;
    slots.str = CompiledText;
    return python::MakeNativeType({.name = "SQLCompiler",
                                   .module = "sqlalchemy.sql.compiler",
                                   .properties = kCompiledProperties,
                                   .slots = slots});
  }();
  return kClass;
}

dialect::Statement Render(Interpreter& interpreter, const Value& self, const std::string& name,
                          const dialect::RenderOptions& options) {
  return WithScriptErrors(interpreter, [&] {
    const dialect::Dialect& dialect = dialect::FindDialect(name);
    const sql::Expression* expression = FindQuery(self) == nullptr ? FindExpression(self) : nullptr;
    if (expression == nullptr || expression->As<sql::Text>()) {
      return dialect.Render(ReadStatement(interpreter, self), options);
    }
    // A bare expression is what stands in a SELECT of it.
    dialect::Statement statement =
        dialect.Render(sql::Query{sql::Select{.columns = {}, .order_by = {*expression}}}, options);
    constexpr std::string_view kWord = "ORDER BY ";
    const size_t start = statement.text.find(kWord);
    statement.text = statement.text.substr(start == std::string::npos ? 0 : start + kWord.size());
    return statement;
  });
}

}  // namespace

std::string StatementText(Interpreter& interpreter, const Value& self) {
  const dialect::RenderOptions options{.parameter_style = dialect::ParameterStyle::kNamed, .offline = true};
  return ReplaceAll(Render(interpreter, self, "postgresql", options).text, " \n LIMIT ", "\n LIMIT ");
}

std::string LiteralText(Interpreter& interpreter, const Value& self, const std::string& dialect) {
  const dialect::RenderOptions options{
      .parameter_style = dialect::ParameterStyle::kNamed, .literal_binds = true, .offline = true};
  return Render(interpreter, self, dialect, options).text;
}

Value CompileMethod(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value bind = interpreter.Resolve(arguments.OrNone("bind"));
  Value dialect = interpreter.Resolve(arguments.OrNone("dialect"));
  const Value options_given = interpreter.Resolve(arguments.Keyword("compile_kwargs"));
  arguments.RestKeywords();
  arguments.Finish();
  if (dialect.is_none() && !bind.is_none()) dialect = interpreter.GetAttribute(bind, Symbol::Intern("dialect"));
  dialect::RenderOptions options{.parameter_style = dialect::ParameterStyle::kNamed, .offline = true};
  if (const auto* given = python::Cast<python::DictObject>(options_given)) {
    const auto* entry = given->table.Find(interpreter, python::MakeStr("literal_binds"));
    options.literal_binds = entry != nullptr && interpreter.Truth(entry->value);
  }
  std::string name = "postgresql";
  if (!dialect.is_none()) {
    name = interpreter.Str(interpreter.GetAttribute(dialect, Symbol::Intern("name")));
    options.parameter_style = name == "sqlite" ? dialect::ParameterStyle::kNative : dialect::ParameterStyle::kPyformat;
  }
  const dialect::Statement statement = Render(interpreter, self, name, options);
  auto state = std::make_unique<CompiledState>();
  state->text = dialect.is_none() ? ReplaceAll(statement.text, " \n LIMIT ", "\n LIMIT ") : statement.text;
  const auto params = python::MakeDict();
  for (const dialect::Parameter& parameter : statement.parameters) {
    params->table.Set(interpreter, python::MakeStr(parameter.name), ParameterValue(interpreter, parameter.value));
  }
  state->params = params;
  return python::MakeInstance(CompiledClass(), std::move(state));
}

}  // namespace limbeck::pymodules
