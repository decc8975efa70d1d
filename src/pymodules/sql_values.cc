#include "pymodules/sql_values.h"

#include <algorithm>

#include "base/text.h"
#include "pymodules/enum_members.h"
#include "pymodules/expressions.h"
#include "pymodules/script_exceptions.h"
#include "python/std/datetime_objects.h"
#include "python/std/decimal_objects.h"
#include "python/std/json_text.h"
#include "python/std/uuid_objects.h"

namespace limbeck::pymodules {
namespace {

using python::Interpreter;
using python::Value;

sql::Value ReadList(Interpreter& interpreter, const std::vector<Value>& items, std::string_view what, bool is_tuple) {
  sql::ValueList list;
  list.is_tuple = is_tuple;
  for (const Value& item : items) list.items.push_back(ReadSqlValue(interpreter, item, what));
  return list;
}

/// Values of standard modules, which keep Python's text of themselves.
std::optional<sql::Value> ReadByClass(Interpreter& interpreter, const Value& value) {
  if (python::DateTimeOf(value) != nullptr) return sql::DateTime{interpreter.Str(value)};
  if (const auto* date = python::DateOf(value)) return sql::Date{python::DateText(date->date)};
  if (python::TimeOf(value) != nullptr) return sql::Time{interpreter.Str(value)};
  if (const auto* length = python::TimedeltaOf(value)) {
    return sql::Interval{static_cast<int64_t>(length->duration.microseconds)};
  }
  if (const auto* decimal = python::DecimalOf(value)) return sql::Decimal{python::DecimalText(decimal->number)};
  if (const auto* uuid = python::UuidOf(value)) return sql::Uuid{python::UuidText(uuid->bytes)};
  return std::nullopt;
}

void WarnOfOption(Interpreter& interpreter, const std::string& message) {
  const Value category =
      interpreter.FindAttribute(interpreter.Import("sqlalchemy.exc"), python::Symbol::Intern("SAWarning"));
  interpreter.Warn(python::Cast<python::TypeObject>(category), message);
}

bool IsEnumMember(Interpreter& interpreter, const Value& value) {
  return value.is_object() && !interpreter.FindAttribute(value, python::Symbol::Intern("_sort_order_")).is_empty();
}

schema::OptionValue ReadOptionList(Interpreter& interpreter, const std::vector<Value>& items) {
  schema::OptionList list;
  for (const Value& item : items) list.push_back(ReadOption(interpreter, item));
  return list;
}

struct ScriptValue {
  Value operator()(const sql::None&) const { return Value::None(); }
  Value operator()(bool value) const { return Value::Bool(value); }
  Value operator()(int64_t value) const { return Value::Int(value); }
  Value operator()(double value) const { return Value::Float(value); }
  Value operator()(const std::string& value) const { return python::MakeStr(value); }
  Value operator()(const sql::Bytes& value) const { return python::MakeBytes(value.data); }
  Value operator()(const sql::Decimal& value) const { return python::MakeDecimalFromText(value.text); }
  Value operator()(const sql::Uuid& value) const { return python::MakeUuidFromText(value.text); }
  Value operator()(const sql::Interval& value) const { return python::MakeTimedelta({value.microseconds}); }
  Value operator()(const sql::ValueList& list) const {
    std::vector<Value> items;
    for (const sql::Value& item : list.items) items.push_back(std::visit(*this, item.data));
    return list.is_tuple ? Value(python::MakeTuple(std::move(items))) : Value(python::MakeList(std::move(items)));
  }
  /// Of the others, the text is what the databases take.
  template <typename T>
  Value operator()(const T& value) const {
    return python::MakeStr(value.text);
  }
};

}  // namespace

Value ToScriptValue(const sql::Value& value) {
  return std::visit(ScriptValue(), value.data);
}

sql::Value ReadSqlValue(Interpreter& interpreter, const Value& given, std::string_view what) {
  const Value value = interpreter.Resolve(given);
  if (value.is_none()) return sql::None{};
  if (value.is_bool()) return value.bool_value();
  if (value.is_int()) return value.int_value();
  if (value.is_float()) return value.float_value();
  if (IsEnumMember(interpreter, value)) {
    return sql::Value(interpreter.Str(interpreter.GetAttribute(value, python::Symbol::Intern("name"))));
  }
  if (const auto* text = python::Cast<python::StrObject>(value)) return text->text();
  if (const auto* bytes = python::Cast<python::BytesObject>(value)) return sql::Bytes{bytes->bytes()};
  if (python::Cast<python::BigIntObject>(value) != nullptr) return sql::BigInteger{interpreter.Str(value)};
  if (const auto* list = python::Cast<python::ListObject>(value))
    return ReadList(interpreter, list->items, what, false);
  if (const auto* tuple = python::Cast<python::TupleObject>(value)) {
    return ReadList(interpreter, tuple->items, what, true);
  }
  if (python::Cast<python::DictObject>(value) != nullptr) return sql::Json{python::WriteJson(interpreter, value)};
  if (std::optional<sql::Value> known = ReadByClass(interpreter, value)) return *known;
  python::RaiseTypeError(std::string(what) + ": no SQL value can be made of " + interpreter.Repr(value));
}

sql::Value ReadSqlValue(Interpreter& interpreter, const Value& given, std::string_view what, const sql::Type& type) {
  const Value value = interpreter.Resolve(given);
  if (std::optional<std::string> stored = StoredMember(interpreter, value, type)) return *std::move(stored);
  return ReadSqlValue(interpreter, value, what);
}

schema::OptionValue ReadOption(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const sql::Expression* expression = FindExpression(value)) return *expression;
  if (value.is_none()) return {};
  if (value.is_bool()) return value.bool_value();
  if (value.is_int()) return value.int_value();
  if (value.is_float()) return value.float_value();
  if (const auto* list = python::Cast<python::ListObject>(value)) return ReadOptionList(interpreter, list->items);
  if (const auto* tuple = python::Cast<python::TupleObject>(value)) return ReadOptionList(interpreter, tuple->items);
  const auto* dict = python::Cast<python::DictObject>(value);
  if (dict == nullptr) return interpreter.Str(value);
  schema::OptionMap map;
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) map.emplace_back(interpreter.Str(entry.key), ReadOption(interpreter, entry.value));
  }
  return map;
}

schema::Options ReadOptions(Interpreter& interpreter, const std::vector<std::pair<python::Symbol, Value>>& keywords,
                            dialect::OptionOwner owner) {
  schema::Options options;
  for (const auto& [name, value] : keywords) {
    const std::optional<std::string> warning =
        WithScriptErrors(interpreter, [&] { return dialect::CheckOptionName(owner, name.text()); });
    if (warning) WarnOfOption(interpreter, *warning);
    options.Set(name.text(), ReadOption(interpreter, value));
  }
  return options;
}

}  // namespace limbeck::pymodules
