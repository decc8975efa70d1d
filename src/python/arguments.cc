#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "python/interpreter.h"
#include "python/missing_arguments.h"
#include "python/native.h"
#include "python/opaque.h"

namespace limbeck::python {
namespace {

std::string Quoted(std::string_view name) {
  return "'" + std::string(name) + "'";
}

}  // namespace

Arguments::Arguments(Interpreter& interpreter, std::string_view function, const CallArguments& given)
    : interpreter_(interpreter), function_(function), given_(given), used_keywords_(given.keywords.size()) {}

const Value& Arguments::Self() {
  has_self_ = true;
  if (given_.positional.empty()) RaiseTypeError(fmt::format("unbound method {}() needs an argument", function_));
  next_ = 1;
  return given_.positional[0];
}

const Value* Arguments::TakeKeyword(std::string_view name) {
  for (size_t i = 0; i < given_.keywords.size(); ++i) {
    if (given_.keywords[i].first.text() != name) continue;
    used_keywords_[i] = true;
    return &given_.keywords[i].second;
  }
  return nullptr;
}

bool Arguments::Has(std::string_view keyword) const {
  const auto named = [keyword](const auto& entry) { return entry.first.text() == keyword; };
  return std::any_of(given_.keywords.begin(), given_.keywords.end(), named);
}

void Arguments::Require(const std::vector<std::string>& names) const {
  std::vector<std::string> missing;
  for (size_t i = 0; i < names.size(); ++i) {
    if (next_ + i >= given_.positional.size() && !Has(names[i])) missing.push_back(names[i]);
  }
  if (!missing.empty()) RaiseMissing(std::string(function_) + "()", "positional", missing);
}

Value Arguments::Optional(std::string_view name) {
  ++parameters_;
  const Value* keyword = TakeKeyword(name);
  if (next_ >= given_.positional.size()) return keyword == nullptr ? Value() : *keyword;
  if (keyword != nullptr) RaiseTypeError(fmt::format("{}() got multiple values for argument '{}'", function_, name));
  return given_.positional[next_++];
}

Value Arguments::Required(std::string_view name) {
  Value value = Optional(name);
  if (value.is_empty()) {
    RaiseTypeError(fmt::format("{}() missing 1 required positional argument: '{}'", function_, name));
  }
  ++required_;
  return value;
}

Value Arguments::OrNone(std::string_view name) {
  Value value = Optional(name);
  return value.is_empty() ? Value::None() : value;
}

Value Arguments::Keyword(std::string_view name) {
  const Value* value = TakeKeyword(name);
  return value == nullptr ? Value() : *value;
}

void Arguments::WrongType(std::string_view name, std::string_view expected, const Value& value) {
  if (IsOpaque(value)) RefuseOpaque(interpreter_, value, fmt::format("is the '{}' of {}()", name, function_));
  RaiseTypeError(fmt::format("{}() argument '{}' must be {}, not {}", function_, name, expected,
                             value.is_none() ? "None" : TypeName(value)));
}

namespace {

/// The text of a str, looking through deferred imports.
const StrObject* AsStr(Interpreter& interpreter, Value& value) {
  value = interpreter.Resolve(value);
  return Cast<StrObject>(value);
}

bool IsMissing(const Value& value) {
  return value.is_empty() || value.is_none();
}

}  // namespace

std::string Arguments::String(std::string_view name) {
  Value value = Required(name);
  const StrObject* text = AsStr(interpreter_, value);
  if (text == nullptr) WrongType(name, "str", value);
  return text->text();
}

std::string Arguments::String(std::string_view name, std::string_view fallback) {
  Value value = Optional(name);
  if (value.is_empty()) return std::string(fallback);
  const StrObject* text = AsStr(interpreter_, value);
  if (text == nullptr) WrongType(name, "str", value);
  return text->text();
}

std::optional<std::string> Arguments::OptionalString(std::string_view name) {
  Value value = Optional(name);
  if (IsMissing(value)) return std::nullopt;
  const StrObject* text = AsStr(interpreter_, value);
  if (text == nullptr) WrongType(name, "str or None", value);
  return text->text();
}

std::optional<std::string> Arguments::KeywordString(std::string_view name) {
  Value value = Keyword(name);
  if (IsMissing(value)) return std::nullopt;
  const StrObject* text = AsStr(interpreter_, value);
  if (text == nullptr) WrongType(name, "str or None", value);
  return text->text();
}

namespace {

std::optional<int64_t> AsInt(const Value& value) {
  if (value.is_int()) return value.int_value();
  if (value.is_bool()) return value.bool_value() ? 1 : 0;
  return std::nullopt;
}

}  // namespace

int64_t Arguments::Int(std::string_view name) {
  const Value value = interpreter_.Resolve(Required(name));
  const std::optional<int64_t> number = AsInt(value);
  if (!number) WrongType(name, "int", value);
  return *number;
}

int64_t Arguments::Int(std::string_view name, int64_t fallback) {
  const Value value = interpreter_.Resolve(Optional(name));
  if (value.is_empty()) return fallback;
  const std::optional<int64_t> number = AsInt(value);
  if (!number) WrongType(name, "int", value);
  return *number;
}

std::optional<int64_t> Arguments::OptionalInt(std::string_view name) {
  const Value value = interpreter_.Resolve(Optional(name));
  if (IsMissing(value)) return std::nullopt;
  const std::optional<int64_t> number = AsInt(value);
  if (!number) WrongType(name, "int or None", value);
  return number;
}

std::optional<int64_t> Arguments::KeywordInt(std::string_view name) {
  const Value value = interpreter_.Resolve(Keyword(name));
  if (IsMissing(value)) return std::nullopt;
  const std::optional<int64_t> number = AsInt(value);
  if (!number) WrongType(name, "int or None", value);
  return number;
}

double Arguments::Float(std::string_view name) {
  const Value value = interpreter_.Resolve(Required(name));
  if (value.is_float()) return value.float_value();
  const std::optional<int64_t> number = AsInt(value);
  if (!number) WrongType(name, "float", value);
  return static_cast<double>(*number);
}

bool Arguments::Bool(std::string_view name, bool fallback) {
  const Value value = Optional(name);
  return value.is_empty() ? fallback : interpreter_.Truth(value);
}

std::optional<bool> Arguments::OptionalBool(std::string_view name) {
  const Value value = Optional(name);
  return IsMissing(value) ? std::nullopt : std::optional(interpreter_.Truth(value));
}

bool Arguments::KeywordBool(std::string_view name, bool fallback) {
  const Value value = Keyword(name);
  return value.is_empty() ? fallback : interpreter_.Truth(value);
}

std::optional<bool> Arguments::KeywordOptionalBool(std::string_view name) {
  const Value value = Keyword(name);
  return IsMissing(value) ? std::nullopt : std::optional(interpreter_.Truth(value));
}

std::vector<std::string> Arguments::Strings(std::string_view name) {
  const Value value = interpreter_.Resolve(Required(name));
  if (Cast<StrObject>(value) != nullptr) WrongType(name, "a list of str", value);
  std::vector<std::string> texts;
  interpreter_.ForEach(value, [&](const Value& item) {
    Value resolved = item;
    const StrObject* text = AsStr(interpreter_, resolved);
    if (text == nullptr) WrongType(name, "a list of str", resolved);
    texts.push_back(text->text());
  });
  return texts;
}

namespace {

/// "list.append" for the method of a list or of a script's subclass; functions are called by their own name.
std::string NameWithOwner(std::string_view function, const Value* self) {
  const TypeObject* owner = nullptr;
  const Symbol name = Symbol::Find(function);
  if (self == nullptr || !name || TypeOf(*self)->Find(name, &owner) == nullptr) return std::string(function);
  return owner->name() + "." + std::string(function);
}

}  // namespace

void Arguments::WrongCount(size_t least, size_t most, size_t count) {
  if (least == most && most <= 1) {
    RaiseTypeError(fmt::format("{}() takes {} ({} given)",
                               NameWithOwner(function_, has_self_ ? given_.positional.data() : nullptr),
                               most == 0 ? "no arguments" : "exactly one argument", count));
  }
  const size_t bound = count < least ? least : most;
  const char* relation = least == most ? "" : count < least ? "at least " : "at most ";
  RaiseTypeError(
      fmt::format("{} expected {}{} argument{}, got {}", function_, relation, bound, bound == 1 ? "" : "s", count));
}

std::span<const Value> Arguments::Positional(size_t least, size_t most) {
  if (!given_.keywords.empty()) {
    RaiseTypeError(fmt::format("{}() takes no keyword arguments",
                               NameWithOwner(function_, has_self_ ? given_.positional.data() : nullptr)));
  }
  const std::span<const Value> values = given_.positional.subspan(has_self_ ? 1 : 0);
  if (values.size() < least || values.size() > most) WrongCount(least, most, values.size());
  return values;
}

void Arguments::Named(std::span<const char* const> names, std::span<Value> values, size_t least, size_t positional) {
  const std::span<const Value> given = given_.positional.subspan(has_self_ ? 1 : 0);
  const size_t total = given.size() + given_.keywords.size();
  positional = std::min(positional, names.size());
  if (total > names.size()) {
    RaiseTypeError(fmt::format("{}() takes at most {} {}argument{} ({} given)", function_, names.size(),
                               given.empty() ? "keyword " : "", names.size() == 1 ? "" : "s", total));
  }
  if (given.size() > positional) {
    RaiseTypeError(positional == 0 ? fmt::format("{}() takes no positional arguments", function_)
                                   : fmt::format("{}() takes at most {} positional argument{} ({} given)", function_,
                                                 positional, positional == 1 ? "" : "s", given.size()));
  }
  std::copy(given.begin(), given.end(), values.begin());
  for (const auto& [name, value] : given_.keywords) {
    const auto found = std::find(names.begin(), names.end(), name.text());
    if (found == names.end()) {
      RaiseTypeError(fmt::format("'{}' is an invalid keyword argument for {}()", name.text(), function_));
    }
    Value& place = values[static_cast<size_t>(found - names.begin())];
    if (!place.is_empty()) {
      RaiseTypeError(fmt::format("argument for {}() given by name ('{}') and position ({})", function_, name.text(),
                                 found - names.begin() + 1));
    }
    place = value;
  }
  for (size_t i = 0; i < least; ++i) {
    if (!values[i].is_empty()) continue;
    RaiseTypeError(fmt::format("{}() missing required argument '{}' (pos {})", function_, names[i], i + 1));
  }
}

std::vector<Value> Arguments::Rest() {
  std::vector<Value> rest(
      given_.positional.begin() + static_cast<std::ptrdiff_t>(std::min(next_, given_.positional.size())),
      given_.positional.end());
  next_ = given_.positional.size();
  return rest;
}

std::vector<std::pair<Symbol, Value>> Arguments::RestKeywords() {
  std::vector<std::pair<Symbol, Value>> rest;
  for (size_t i = 0; i < given_.keywords.size(); ++i) {
    if (!used_keywords_[i]) rest.push_back(given_.keywords[i]);
    used_keywords_[i] = true;
  }
  return rest;
}

void Arguments::Finish() {
  if (next_ < given_.positional.size()) {
    const size_t self = has_self_ ? 1 : 0;
    const size_t most = parameters_ + self;
    const size_t least = required_ + self;
    const std::string takes = least == most ? std::to_string(most) : fmt::format("from {} to {}", least, most);
    const size_t count = given_.positional.size();
    RaiseTypeError(fmt::format("{}() takes {} positional argument{} but {} {} given", function_, takes,
                               most == 1 ? "" : "s", count, count == 1 ? "was" : "were"));
  }
  for (size_t i = 0; i < given_.keywords.size(); ++i) {
    if (used_keywords_[i]) continue;
    RaiseTypeError(
        fmt::format("{}() got an unexpected keyword argument {}", function_, Quoted(given_.keywords[i].first.text())));
  }
}

}  // namespace limbeck::python
