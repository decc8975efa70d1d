#include "pymodules/type_arguments.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "dialect/dialect.h"
#include "pymodules/expressions.h"
#include "python/interpreter.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Value;

std::optional<int> ToInt(std::optional<int64_t> number) {
  return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

void ReadLength(sql::Type& type, Arguments& arguments) {
  type.length = ToInt(arguments.OptionalInt("length"));
  type.collation = arguments.OptionalString("collation").value_or("");
}

void ReadNumeric(sql::Type& type, Arguments& arguments) {
  type.precision = ToInt(arguments.OptionalInt("precision"));
  type.scale = ToInt(arguments.OptionalInt("scale"));
  type.decimal_return_scale = ToInt(arguments.OptionalInt("decimal_return_scale"));
  type.asdecimal = arguments.OptionalBool("asdecimal");
}

void ReadFloat(sql::Type& type, Arguments& arguments) {
  type.precision = ToInt(arguments.OptionalInt("precision"));
  type.asdecimal = arguments.OptionalBool("asdecimal");
  type.decimal_return_scale = ToInt(arguments.OptionalInt("decimal_return_scale"));
}

void ReadTimePrecision(sql::Type& type, Arguments& arguments) {
  type.timezone = arguments.Bool("timezone", false);
  type.precision = ToInt(arguments.OptionalInt("precision"));
}

std::optional<sql::Name> ReadName(Interpreter& interpreter, const Value& value, bool& is_final) {
  if (value.is_empty() || value.is_none()) return std::nullopt;
  is_final = python::TypeName(value) == "conv";
  return sql::Name(interpreter.Str(value));
}

void ReadBoolean(sql::Type& type, Arguments& arguments) {
  sql::EnumDetails details;
  details.create_constraint = arguments.Bool("create_constraint", false);
  details.name = ReadName(arguments.interpreter(), arguments.OrNone("name"), details.name_is_final);
  arguments.Keyword("_create_events");
  arguments.Keyword("_adapted_from");
  if (details != sql::EnumDetails{}) type.enumeration = std::move(details);
}

/// The names of a Python enum's members, or what values_callable makes of the class.
std::vector<std::string> MemberNames(Interpreter& interpreter, const Value& enum_class, const Value& values_callable) {
  std::vector<std::string> names;
  const auto add = [&](const Value& name) { names.push_back(interpreter.Str(name)); };
  if (values_callable.is_empty() || values_callable.is_none()) {
    interpreter.ForEach(interpreter.GetAttribute(enum_class, python::Symbol::Intern("__members__")), add);
  } else {
    interpreter.ForEach(interpreter.Call(values_callable, {enum_class}), add);
  }
  return names;
}

bool IsEnumClass(const Value& value) {
  const auto* type = python::Cast<python::TypeObject>(value);
  return type != nullptr && type->Find(python::Symbol::Intern("_member_map_")) != nullptr;
}

/// Without a name an enumeration made of a Python class is named after the class.
void NameAfterClass(Interpreter& interpreter, const Value& enum_class, bool has_name, sql::EnumDetails& details) {
  details.python_class = interpreter.Str(interpreter.GetAttribute(enum_class, python::Symbol::Intern("__name__")));
  if (!has_name) details.name = sql::Name(ToLower(details.python_class));
}

/// A text; what has no length or no hash is refused, as SQLAlchemy does without looking for it.
std::string EnumValue(Interpreter& interpreter, const Value& value) {
  if (const auto* text = python::Cast<python::StrObject>(value)) return text->text();
  interpreter.Hash(value);
  interpreter.Length(value);
  return interpreter.Str(value);
}

/// The members of one Python enum, or the values themselves.
void SetValues(Interpreter& interpreter, const std::vector<Value>& values, bool has_name, TypeState& state,
               sql::EnumDetails& details) {
  const Value first = values.empty() ? Value() : interpreter.Resolve(values.front());
  details.values.clear();
  if (values.size() == 1 && IsEnumClass(first)) {
    state.enum_class = first;
    details.values = MemberNames(interpreter, first, state.values_callable);
    NameAfterClass(interpreter, first, has_name, details);
  } else {
    for (const Value& value : values) details.values.push_back(EnumValue(interpreter, interpreter.Resolve(value)));
  }
}

void ReadEnum(TypeState& state, Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  sql::EnumDetails details;
  const std::vector<Value> values = arguments.Rest();
  const Value name = arguments.Keyword("name");
  details.name = ReadName(interpreter, name, details.name_is_final);
  const std::optional<std::string> schema = arguments.KeywordString("schema");
  if (schema) details.schema = sql::Name(*schema);
  details.inherit_schema = arguments.KeywordBool("inherit_schema", false);
  details.native = arguments.KeywordBool("native_enum", true);
  details.create_constraint = arguments.KeywordBool("create_constraint", false);
  details.create_type = arguments.KeywordBool("create_type", true);
  details.validate_strings = arguments.KeywordBool("validate_strings", false);
  const Value length = arguments.Keyword("length");
  // None is another thing than no length, which means that of the longest value.
  if (!length.is_empty()) state.type.length = length.is_int() ? static_cast<int>(length.int_value()) : 0;
  state.metadata = arguments.Keyword("metadata");
  details.belongs_to_metadata = !state.metadata.is_empty() && !state.metadata.is_none();
  const Value values_callable = arguments.Keyword("values_callable");
  // SQLAlchemy takes any other keyword, and makes nothing of it: Enum(..., index=True).
  arguments.RestKeywords();
  state.values_callable = values_callable;
  SetValues(interpreter, values, !name.is_empty(), state, details);
  state.type.enumeration = std::move(details);
}

void ReadInterval(sql::Type& type, Arguments& arguments) {
  type.native = arguments.Bool("native", true);
  type.second_precision = ToInt(arguments.OptionalInt("second_precision"));
  type.day_precision = ToInt(arguments.OptionalInt("day_precision"));
}

void ReadSqlInterval(sql::Type& type, Arguments& arguments) {
  type.precision = ToInt(arguments.OptionalInt("precision"));
  type.fields = arguments.OptionalString("fields").value_or("");
}

/// A type given as an argument, kept in both forms.
void ReadItem(TypeState& state, const Value& item, std::string_view argument, Interpreter& interpreter) {
  if (item.is_empty() || item.is_none()) return;
  state.item_type = item;
  state.type.item_type = ReadType(interpreter, item, argument);
}

void ReadArray(TypeState& state, Arguments& arguments) {
  ReadItem(state, arguments.Required("item_type"), "item_type", arguments.interpreter());
  if (state.type.item_type && state.type.item_type->kind == sql::TypeKind::kArray) {
    python::RaiseValueError("Do not nest ARRAY types; ARRAY(basetype) handles multi-dimensional arrays of basetype");
  }
  state.type.as_tuple = arguments.Bool("as_tuple", false);
  state.type.dimensions = ToInt(arguments.OptionalInt("dimensions"));
  state.type.zero_indexes = arguments.Bool("zero_indexes", false);
}

/// A text as it is, an expression as SQL.
std::optional<std::string> DomainText(Interpreter& interpreter, const Value& given) {
  if (given.is_empty() || given.is_none()) return std::nullopt;
  const Value value = interpreter.Resolve(given);
  const sql::Expression* expression = FindExpression(value);
  if (expression == nullptr) return interpreter.Str(value);
  return dialect::FindDialect("postgresql").DdlExpression(*expression);
}

void ReadDomain(TypeState& state, Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  sql::DomainDetails domain;
  domain.name = sql::Name(arguments.String("name"));
  const Value data_type = arguments.Required("data_type");
  domain.data_type = ReadType(interpreter, data_type, "data_type");
  domain.collation = arguments.KeywordString("collation");
  const Value default_value = arguments.Keyword("default");
  domain.default_value = DomainText(interpreter, default_value);
  domain.default_is_sql = domain.default_value && FindExpression(interpreter.Resolve(default_value)) != nullptr;
  domain.constraint_name = arguments.KeywordString("constraint_name");
  domain.not_null = arguments.KeywordBool("not_null", false);
  domain.check = DomainText(interpreter, arguments.Keyword("check"));
  domain.create_type = arguments.KeywordBool("create_type", true);
  const std::optional<std::string> schema = arguments.KeywordString("schema");
  if (schema) domain.schema = sql::Name(*schema);
  state.metadata = arguments.Keyword("metadata");
  state.type.domain = std::move(domain);
}

/// Numbers in the order in which a class of another database takes them.
void TakeNumber(sql::Type& type, int number) {
  if (sql::AffinityOf(type) == sql::TypeAffinity::kNumeric) {
    (type.precision ? type.scale : type.precision) = number;
  } else if (!type.length) {
    type.length = number;
  }
}

/// What the two databases write of such a type.
void TakeKeyword(Interpreter& interpreter, sql::Type& type, const std::string& name, const Value& value) {
  if (name == "collation" && !value.is_none()) type.collation = interpreter.Str(value);
  if (name == "timezone") type.timezone = interpreter.Truth(value);
  if (!value.is_int()) return;
  const int number = static_cast<int>(value.int_value());
  if (name == "length") type.length = number;
  if (name == "precision") type.precision = number;
  if (name == "scale") type.scale = number;
}

/// A storage format of digits alone: SQLite would take such values for numbers.
bool IsNumericFormat(std::string_view format) {
  for (size_t i = 0; i < format.size(); ++i) {
    if (format[i] == '%' && i + 1 < format.size() && format[i + 1] == '(') {
      i = std::min(format.find('d', std::min(format.find(')', i), format.size())), format.size());
    } else if (std::isdigit(static_cast<unsigned char>(format[i])) == 0) {
      return false;
    }
  }
  return true;
}

/// Arguments of which few matter here; the others only repr() needs: "11, unsigned=True".
void ReadAnything(TypeState& state, Arguments& arguments) {
  Interpreter& interpreter = arguments.interpreter();
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
  for (const Value& value : arguments.Rest()) {
    if (value.is_int()) TakeNumber(state.type, static_cast<int>(value.int_value()));
    add(interpreter.Repr(value));
  }
  for (const auto& [name, value] : arguments.RestKeywords()) {
    TakeKeyword(interpreter, state.type, name.text(), value);
    if (name.text() == "storage_format") state.type.numeric_storage = IsNumericFormat(interpreter.Str(value));
    add(name.text() + "=" + interpreter.Repr(value));
  }
  sql::TypeOrigin origin;
  origin.class_name = std::string(sql::ClassName(state.type));
  origin.arguments = std::move(text);
  state.type.origin = std::move(origin);
}

}  // namespace

Value EnumForValues(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  auto state = std::make_unique<TypeState>(*python::StateOf<TypeState>(self));
  const std::vector<Value> values = arguments.Rest();
  sql::EnumDetails details = state->type.enumeration ? *state->type.enumeration : sql::EnumDetails{};
  details.native = arguments.KeywordBool("native_enum", details.native);
  arguments.Finish();
  const bool is_named_after_class = details.name && details.name->text == ToLower(details.python_class);
  if (is_named_after_class) details.name.reset();
  details.python_class.clear();
  state->enum_class = Value();
  SetValues(interpreter, values, details.name.has_value(), *state, details);
  state->type.enumeration = std::move(details);
  return python::MakeInstance(python::TypeOf(self), std::move(state));
}

void ReadTypeArguments(TypeSignature signature, TypeState& state, Arguments& arguments) {
  sql::Type& type = state.type;
  switch (signature) {
    case TypeSignature::kNone:
      break;
    case TypeSignature::kLength:
      return ReadLength(type, arguments);
    case TypeSignature::kBinaryLength:
      type.length = ToInt(arguments.OptionalInt("length"));
      return;
    case TypeSignature::kNumeric:
      return ReadNumeric(type, arguments);
    case TypeSignature::kFloat:
      return ReadFloat(type, arguments);
    case TypeSignature::kTimezone:
      type.timezone = arguments.Bool("timezone", false);
      return;
    case TypeSignature::kTimePrecision:
      return ReadTimePrecision(type, arguments);
    case TypeSignature::kBoolean:
      return ReadBoolean(type, arguments);
    case TypeSignature::kEnum:
      return ReadEnum(state, arguments);
    case TypeSignature::kInterval:
      return ReadInterval(type, arguments);
    case TypeSignature::kSqlInterval:
      return ReadSqlInterval(type, arguments);
    case TypeSignature::kJson:
      type.none_as_null = arguments.Bool("none_as_null", false);
      return ReadItem(state, arguments.OrNone("astext_type"), "astext_type", arguments.interpreter());
    case TypeSignature::kHstore:
      return ReadItem(state, arguments.OrNone("text_type"), "text_type", arguments.interpreter());
    case TypeSignature::kArray:
      return ReadArray(state, arguments);
    case TypeSignature::kUuid:
      type.as_uuid = arguments.Bool("as_uuid", true);
      type.native = arguments.KeywordBool("native_uuid", true);
      return;
    case TypeSignature::kBit:
      type.length = ToInt(arguments.OptionalInt("length"));
      type.varying = arguments.Bool("varying", false);
      return;
    case TypeSignature::kDomain:
      return ReadDomain(state, arguments);
    case TypeSignature::kPickle:
    case TypeSignature::kTuple:
      arguments.Rest();
      arguments.RestKeywords();
      return;
    case TypeSignature::kAnything:
      return ReadAnything(state, arguments);
  }
}

}  // namespace limbeck::pymodules
