#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/json_string.h"
#include "python/integers.h"
#include "python/std/json_text.h"
#include "python/std/native_tools.h"
#include "python/types/float_text.h"

namespace limbeck::python {
namespace {

class Writer {
 public:
  Writer(Interpreter& interpreter, const JsonWriteOptions& options) : interpreter_(interpreter), options_(options) {}

  void Write(const Value& given) {
    const Value value = interpreter_.Resolve(given);
    if (const auto* text = Cast<StrObject>(value)) return AppendJsonString(text_, text->text(), options_.ensure_ascii);
    if (value.is_none()) {
      text_ += "null";
    } else if (value.is_bool()) {
      text_ += value.bool_value() ? "true" : "false";
    } else if (IsInteger(value)) {
      text_ += IntegerText(value);
    } else if (const std::optional<double> number = AsDouble(value)) {
      text_ += FloatText(*number);
    } else {
      WriteNested(value);
    }
  }

  std::string TakeText() { return std::move(text_); }

 private:
  std::string FloatText(double number) const {
    if (std::isfinite(number)) return FloatRepr(number);
    if (!options_.allow_nan) {
      RaiseValueError("Out of range float values are not JSON compliant");
    }
    return std::isnan(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
  }

  void WriteNested(const Value& value) {
    constexpr size_t kDeepest = 990;
    if (open_.size() > kDeepest) {
      Raise(Exceptions().recursion_error, "maximum recursion depth exceeded while encoding a JSON object");
    }
    if (options_.check_circular && std::find(open_.begin(), open_.end(), value.object()) != open_.end()) {
      RaiseValueError("Circular reference detected");
    }
    open_.push_back(value.object());
    if (const auto* list = Cast<ListObject>(value)) {
      WriteItems(list->items);
    } else if (const auto* tuple = Cast<TupleObject>(value)) {
      WriteItems(tuple->items);
    } else if (Cast<DictObject>(value) != nullptr) {
      WriteDict(value);
    } else if (options_.fallback) {
      Write(options_.fallback(value));
    } else {
      RaiseTypeError("Object of type " + TypeOf(value)->name() + " is not JSON serializable");
    }
    open_.pop_back();
  }

  void StartLine() {
    if (!options_.indent) return;
    text_ += '\n';
    for (size_t i = 0; i < level_; ++i) text_ += *options_.indent;
  }

  void WriteItems(const std::vector<Value>& items) {
    if (items.empty()) {
      text_ += "[]";
      return;
    }
    text_ += '[';
    ++level_;
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) text_ += options_.item_separator;
      StartLine();
      Write(items[i]);
    }
    --level_;
    StartLine();
    text_ += ']';
  }

  using Item = std::pair<Value, Value>;

  std::vector<Item> ItemsOf(const Value& dict) {
    std::vector<Item> items;
    for (const auto& entry : Cast<DictObject>(dict)->table.entries()) {
      if (!entry.key.is_empty()) items.emplace_back(entry.key, entry.value);
    }
    if (options_.sort_keys) {
      std::stable_sort(items.begin(), items.end(),
                       [&](const Item& one, const Item& two) { return interpreter_.Less(one.first, two.first); });
    }
    return items;
  }

  void WriteDict(const Value& dict) {
    const std::vector<Item> items = ItemsOf(dict);
    if (items.empty()) {
      text_ += "{}";
      return;
    }
    text_ += '{';
    ++level_;
    bool is_first = true;
    for (const auto& [key, value] : items) {
      const std::optional<std::string> name = NameOf(key);
      if (!name) continue;
      if (!is_first) text_ += options_.item_separator;
      is_first = false;
      StartLine();
      AppendJsonString(text_, *name, options_.ensure_ascii);
      text_ += options_.key_separator;
      Write(value);
    }
    --level_;
    if (!is_first) StartLine();
    text_ += '}';
  }

  /// Keys are texts, or numbers and constants as JSON writes them; nothing for one that is skipped.
  std::optional<std::string> NameOf(const Value& given) const {
    const Value key = interpreter_.Resolve(given);
    if (const auto* text = Cast<StrObject>(key)) return text->text();
    if (key.is_none()) return "null";
    if (key.is_bool()) return key.bool_value() ? "true" : "false";
    if (IsInteger(key)) return IntegerText(key);
    if (const std::optional<double> number = AsDouble(key)) return FloatText(*number);
    if (options_.skip_keys) return std::nullopt;
    RaiseTypeError("keys must be str, int, float, bool or None, not " + TypeOf(key)->name());
  }

  Interpreter& interpreter_;
  const JsonWriteOptions& options_;
  std::string text_;
  size_t level_ = 0;
  std::vector<const Object*> open_;
};

}  // namespace

std::string WriteJson(Interpreter& interpreter, const Value& value, const JsonWriteOptions& options) {
  Writer writer(interpreter, options);
  writer.Write(value);
  return writer.TakeText();
}

}  // namespace limbeck::python
