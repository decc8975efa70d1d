#include "pymodules/url_object.h"

#include <charconv>

#include "driver/backend.h"
#include "pymodules/dialect_object.h"
#include "pymodules/script_exceptions.h"
#include "pymodules/text_values.h"

namespace limbeck::pymodules {
namespace {

using python::Arguments;
using python::Interpreter;
using python::Symbol;
using python::TypeObject;
using python::Value;

struct UrlState : python::NativeState {
  explicit UrlState(driver::Url made) : url(std::move(made)) {}
  driver::Url url;
};

const driver::Url& UrlOf(const Value& self) {
  return python::StateOf<UrlState>(self)->url;
}

Value UrlDriverName(Interpreter&, const Value& self) {
  return python::MakeStr(UrlOf(self).drivername);
}
Value UrlUser(Interpreter&, const Value& self) {
  return TextOrNone(UrlOf(self).username);
}
Value UrlPassword(Interpreter&, const Value& self) {
  return TextOrNone(UrlOf(self).password);
}
Value UrlHost(Interpreter&, const Value& self) {
  return TextOrNone(UrlOf(self).host);
}
Value UrlDatabase(Interpreter&, const Value& self) {
  return TextOrNone(UrlOf(self).database);
}
Value UrlPort(Interpreter&, const Value& self) {
  const std::optional<int>& port = UrlOf(self).port;
  return port ? Value::Int(*port) : Value::None();
}
std::string UrlText(Interpreter&, const Value& self) {
  return UrlOf(self).ToString();
}

Value RenderUrl(Interpreter&, Arguments& arguments) {
  const driver::Url& url = UrlOf(arguments.Self());
  const bool hide = arguments.Bool("hide_password", true);
  arguments.Finish();
  return python::MakeStr(hide ? url.ToString() : url.ToStringWithPassword());
}

using Query = std::map<std::string, std::vector<std::string>>;

bool IsSequence(const Value& value) {
  return python::Cast<python::ListObject>(value) != nullptr || python::Cast<python::TupleObject>(value) != nullptr;
}

/// A text, or several of one key.
std::vector<std::string> ReadTexts(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (!IsSequence(value)) return {interpreter.Str(value)};
  std::vector<std::string> texts;
  interpreter.ForEach(value, [&](const Value& text) { texts.push_back(interpreter.Str(text)); });
  return texts;
}

Query ReadQuery(Interpreter& interpreter, const Value& given) {
  Query query;
  const auto* dict = python::Cast<python::DictObject>(given);
  if (dict == nullptr) return query;
  for (const auto& entry : dict->table.entries()) {
    if (!entry.key.is_empty()) query[interpreter.Str(entry.key)] = ReadTexts(interpreter, entry.value);
  }
  return query;
}

Value UrlQuery(Interpreter& interpreter, const Value& self) {
  const auto made = python::MakeDict();
  for (const auto& [key, texts] : UrlOf(self).query) {
    made->table.Set(interpreter, python::MakeStr(key),
                    texts.size() == 1 ? python::MakeStr(texts.front()) : TextTuple(texts));
  }
  return Value(made);
}

Value UrlNormalizedQuery(Interpreter& interpreter, const Value& self) {
  const auto made = python::MakeDict();
  for (const auto& [key, texts] : UrlOf(self).query) {
    made->table.Set(interpreter, python::MakeStr(key), TextTuple(texts));
  }
  return Value(made);
}

/// A number, or a text of one as settings have it.
std::optional<int> ReadPort(Interpreter& interpreter, const Value& given) {
  const Value port = interpreter.Resolve(given);
  if (port.is_empty() || port.is_none()) return std::nullopt;
  const std::string text = interpreter.Str(port);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    python::RaiseTypeError("Port argument must be an integer or None");
  }
  return number;
}

Value SetUrl(Interpreter& interpreter, Arguments& arguments) {
  driver::Url url = UrlOf(arguments.Self());
  if (const auto name = arguments.KeywordString("drivername")) url.drivername = *name;
  if (const auto name = arguments.KeywordString("username")) url.username = *name;
  if (const auto password = arguments.KeywordString("password")) url.password = *password;
  if (const auto host = arguments.KeywordString("host")) url.host = *host;
  if (const auto port = ReadPort(interpreter, arguments.Keyword("port"))) url.port = port;
  if (const auto database = arguments.KeywordString("database")) url.database = *database;
  const Value query = interpreter.Resolve(arguments.Keyword("query"));
  if (!query.is_empty()) url.query = ReadQuery(interpreter, query);
  arguments.Finish();
  return WrapUrl(std::move(url));
}

/// URL.create(drivername, username=..., ...)
Value CreateUrl(Interpreter& interpreter, Arguments& arguments) {
  arguments.Self();
  driver::Url url;
  url.drivername = arguments.String("drivername");
  url.username = arguments.OptionalString("username");
  const Value password = arguments.OrNone("password");
  if (!password.is_none()) url.password = interpreter.Str(password);
  url.host = arguments.OptionalString("host");
  url.port = ReadPort(interpreter, arguments.OrNone("port"));
  url.database = arguments.OptionalString("database");
  url.query = ReadQuery(interpreter, interpreter.Resolve(arguments.OrNone("query")));
  arguments.Finish();
  return WrapUrl(std::move(url));
}

// ------------------------------------------------------------------------------------------ changes of the query

Value WithQuery(const Value& self, const Query& changes, bool append) {
  driver::Url url = UrlOf(self);
  for (const auto& [key, texts] : changes) {
    std::vector<std::string>& values = url.query[key];
    if (!append) values.clear();
    values.insert(values.end(), texts.begin(), texts.end());
  }
  return WrapUrl(std::move(url));
}

Value UpdateQueryDict(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Query changes = ReadQuery(interpreter, interpreter.Resolve(arguments.Required("query_parameters")));
  const bool append = arguments.Bool("append", false);
  arguments.Finish();
  return WithQuery(self, changes, append);
}

Value UpdateQueryPairs(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  Query changes;
  interpreter.ForEach(arguments.Required("key_value_pairs"), [&](const Value& pair) {
    const std::vector<Value> parts = interpreter.ToVector(pair);
    if (parts.size() != 2) python::RaiseValueError("a pair of key and value expected");
    for (std::string& text : ReadTexts(interpreter, parts[1])) {
      changes[interpreter.Str(parts[0])].push_back(std::move(text));
    }
  });
  const bool append = arguments.Bool("append", false);
  arguments.Finish();
  return WithQuery(self, changes, append);
}

Value UpdateQueryString(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::string text = arguments.String("query_string");
  const bool append = arguments.Bool("append", false);
  arguments.Finish();
  const driver::Url read = WithScriptErrors(interpreter, [&] { return driver::Url::Parse("sqlite:///x?" + text); });
  return WithQuery(self, read.query, append);
}

Value DifferenceUpdateQuery(Interpreter& interpreter, Arguments& arguments) {
  driver::Url url = UrlOf(arguments.Self());
  interpreter.ForEach(arguments.Required("names"), [&](const Value& name) { url.query.erase(interpreter.Str(name)); });
  arguments.Finish();
  return WrapUrl(std::move(url));
}

// ------------------------------------------------------------------------------------------ what it means

Value BackendName(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeStr(UrlOf(self).backend_name());
}

Value DriverName(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return python::MakeStr(WithScriptErrors(interpreter, [&] { return driver::DriverOf(UrlOf(self)); }));
}

/// translate_connect_args(username="user"): what is there, under the names that the keywords give.
Value ConnectArguments(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const std::vector<Value> names = arguments.Rest();
  const std::pair<const char*, Value> parts[] = {
      {"host", UrlHost(interpreter, self)},     {"database", UrlDatabase(interpreter, self)},
      {"username", UrlUser(interpreter, self)}, {"password", UrlPassword(interpreter, self)},
      {"port", UrlPort(interpreter, self)},
  };
  const auto made = python::MakeDict();
  size_t next = 0;
  for (const auto& [part, value] : parts) {
    const Value renamed = next < names.size() ? names[next] : arguments.Keyword(part);
    ++next;
    const Value key = renamed.is_empty() ? python::MakeStr(part) : renamed;
    if (!value.is_none() && !key.is_none()) made->table.Set(interpreter, key, value);
  }
  arguments.Finish();
  return Value(made);
}

Value CompareUrls(Interpreter&, const Value& self, const Value& other, python::CompareOp op) {
  const auto* state = python::StateOf<UrlState>(other);
  if (op != python::CompareOp::kEqual && op != python::CompareOp::kNotEqual) return python::NotImplementedValue();
  const bool is_equal = state != nullptr && UrlOf(self) == state->url;
  return Value::Bool(is_equal == (op == python::CompareOp::kEqual));
}

uint64_t HashUrl(Interpreter&, const Value& self) {
  return std::hash<std::string>()(UrlOf(self).ToStringWithPassword());
}

constexpr python::NativeProperty kUrlProperties[] = {
    {"drivername", UrlDriverName},
    {"username", UrlUser},
    {"password", UrlPassword},
    {"host", UrlHost},
    {"port", UrlPort},
    {"database", UrlDatabase},
    {"query", UrlQuery},
    {"normalized_query", UrlNormalizedQuery},
};
constexpr python::NativeMethod kUrlMethods[] = {
    {"render_as_string", RenderUrl},
    {"set", SetUrl},
    {"_replace", SetUrl},
    {"create", CreateUrl, python::MethodKind::kClassMethod},
    {"update_query_dict", UpdateQueryDict},
    {"update_query_pairs", UpdateQueryPairs},
    {"update_query_string", UpdateQueryString},
    {"difference_update_query", DifferenceUpdateQuery},
    {"get_backend_name", BackendName},
    {"get_driver_name", DriverName},
    {"translate_connect_args", ConnectArguments},
};

/// Before version 2 of pydantic, its URLs were texts.
bool IsPydanticUrl(Interpreter& interpreter, const Value& value) {
  return !interpreter.FindAttribute(value, python::Symbol::Intern("unicode_string")).is_empty();
}

}  // namespace

const TypeObject* UrlClass() {
  static const TypeObject* const kClass = [] {
    python::Slots slots;
    slots.str = UrlText;
    slots.repr = UrlText;
    slots.compare = CompareUrls;
    slots.hash = HashUrl;
    return python::MakeNativeType({.name = "URL",
                                   .module = "sqlalchemy.engine.url",
                                   .methods = kUrlMethods,
                                   .properties = kUrlProperties,
                                   .slots = slots});
  }();
  return kClass;
}

Value WrapUrl(driver::Url url) {
  return python::MakeInstance(UrlClass(), std::make_unique<UrlState>(std::move(url)));
}

driver::Url ReadUrl(Interpreter& interpreter, const Value& given) {
  const Value value = interpreter.Resolve(given);
  if (const auto* state = python::StateOf<UrlState>(value)) return state->url;
  const auto* text = python::Cast<python::StrObject>(value);
  if (text == nullptr && IsPydanticUrl(interpreter, value)) {
    return WithScriptErrors(interpreter, [&] { return driver::Url::Parse(interpreter.Str(value)); });
  }
  if (text == nullptr) {
    throw Error(ErrorKind::kScript, "Expected string or URL object, got " + interpreter.Repr(value))
        .ExceptionClass("ArgumentError");
  }
  return WithScriptErrors(interpreter, [&] { return driver::Url::Parse(text->text()); });
}

Value MakeUrl(Interpreter& interpreter, Arguments& arguments) {
  const Value url = arguments.Required("name_or_url");
  arguments.Finish();
  return WrapUrl(ReadUrl(interpreter, url));
}

}  // namespace limbeck::pymodules
