#include <fmt/format.h>

#include <charconv>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/json_text.h"
#include "python/std/native_tools.h"

// Reads without recursion: containers that are open lie on a stack of their own.

namespace limbeck::python {
namespace {

[[noreturn]] void RaiseDecodeError(Interpreter& interpreter, std::string_view message, std::string_view text,
                                   size_t at);

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

class Reader {
 public:
  Reader(Interpreter& interpreter, std::string_view text, size_t at, const JsonReadOptions& options)
      : interpreter_(interpreter), text_(text), at_(at), options_(options) {}

  size_t at() const { return at_; }

  Value Read() {
    while (true) {
      Value value = ReadStart();
      while (!value.is_empty()) {
        if (open_.empty()) return value;
        value = Put(std::move(value));
      }
    }
  }

 private:
  /// A container whose end has not come.
  struct Open {
    bool is_object = false;
    Ref<ListObject> list;  ///< items of an array, or pairs for object_pairs_hook
    Ref<DictObject> dict;
    Value key;
  };

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }
  [[noreturn]] void Fail(const char* message) const { RaiseDecodeError(interpreter_, message, text_, at_); }

  /// A value without parts, an empty container, or nothing when a container was opened.
  Value ReadStart() {
    switch (Peek()) {
      case '"':
        ++at_;
        return ReadString();
      case '{':
        return OpenObject();
      case '[':
        return OpenArray();
      default:
        return ReadConstantOrNumber();
    }
  }

  void Push(bool is_object) {
    constexpr size_t kDeepest = 990;
    if (open_.size() > kDeepest) {
      Raise(Exceptions().recursion_error, fmt::format("maximum recursion depth exceeded while decoding a JSON {} from "
                                                      "a unicode string",
                                                      is_object ? "object" : "array"));
    }
    Open opened;
    opened.is_object = is_object;
    if (is_object && options_.object_pairs_hook.is_empty()) {
      opened.dict = MakeDict();
    } else {
      opened.list = Make<ListObject>();
    }
    open_.push_back(std::move(opened));
    ++at_;
    SkipSpace();
  }

  Value OpenArray() {
    Push(false);
    if (Peek() != ']') return {};
    return Close();
  }

  Value OpenObject() {
    Push(true);
    if (Peek() == '}') return Close();
    ReadKey();
    return {};
  }

  void ReadKey() {
    if (Peek() != '"') Fail("Expecting property name enclosed in double quotes");
    ++at_;
    open_.back().key = ReadString();
    SkipSpace();
    if (Peek() != ':') Fail("Expecting ':' delimiter");
    ++at_;
    SkipSpace();
  }

  /// Puts a value into the innermost container; the container, when that was its last.
  Value Put(Value value) {
    Open& open = open_.back();
    if (!open.is_object) {
      open.list->items.push_back(std::move(value));
    } else if (open.dict) {
      open.dict->table.Set(interpreter_, open.key, std::move(value));
    } else {
      open.list->items.push_back(MakeTuple({open.key, std::move(value)}));
    }
    SkipSpace();
    if (Peek() == (open.is_object ? '}' : ']') && at_ < text_.size()) return Close();
    if (Peek() != ',') Fail("Expecting ',' delimiter");
    ++at_;
    SkipSpace();
    if (open.is_object) ReadKey();
    return {};
  }

  Value Close() {
    ++at_;
    const Open closed = std::move(open_.back());
    open_.pop_back();
    if (!closed.is_object) return closed.list;
    if (!options_.object_pairs_hook.is_empty()) return interpreter_.Call(options_.object_pairs_hook, {closed.list});
    if (!options_.object_hook.is_empty()) return interpreter_.Call(options_.object_hook, {closed.dict});
    return closed.dict;
  }

  // ---------------------------------------------------------------- numbers and constants

  bool Take(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) return false;
    at_ += word.size();
    return true;
  }

  Value Constant(const char* word, double number) {
    if (!options_.parse_constant.is_empty()) return interpreter_.Call(options_.parse_constant, {MakeStr(word)});
    return Value::Float(number);
  }

  Value ReadConstantOrNumber() {
    if (Take("null")) return Value::None();
    if (Take("true")) return Value::Bool(true);
    if (Take("false")) return Value::Bool(false);
    if (Take("NaN")) return Constant("NaN", std::numeric_limits<double>::quiet_NaN());
    if (Take("Infinity")) return Constant("Infinity", std::numeric_limits<double>::infinity());
    if (Take("-Infinity")) return Constant("-Infinity", -std::numeric_limits<double>::infinity());
    return ReadNumber();
  }

  size_t CountDigits(size_t from) const {
    size_t end = from;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    return end - from;
  }

  Value ReadNumber() {
    size_t end = at_ + (Peek() == '-' ? 1 : 0);
    const size_t whole = end < text_.size() && text_[end] == '0' ? 1 : CountDigits(end);
    if (whole == 0) Fail("Expecting value");
    end += whole;
    bool is_float = false;
    if (end < text_.size() && text_[end] == '.' && CountDigits(end + 1) > 0) {
      end += 1 + CountDigits(end + 1);
      is_float = true;
    }
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      const size_t sign = end + 1 < text_.size() && (text_[end + 1] == '+' || text_[end + 1] == '-') ? 1 : 0;
      if (const size_t digits = CountDigits(end + 1 + sign); digits > 0) {
        end += 1 + sign + digits;
        is_float = true;
      }
    }
    const std::string_view number = text_.substr(at_, end - at_);
    at_ = end;
    const Value& hook = is_float ? options_.parse_float : options_.parse_int;
    if (!hook.is_empty()) return interpreter_.Call(hook, {MakeStr(number)});
    return is_float ? Value::Float(std::strtod(std::string(number).c_str(), nullptr)) : MakeInteger(number);
  }

  // ---------------------------------------------------------------- strings

  /// Behind the opening quote.
  Value ReadString() {
    const size_t start = at_ - 1;
    std::string value;
    while (true) {
      const size_t plain = at_;
      while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
             (static_cast<unsigned char>(text_[at_]) >= 0x20 || !options_.strict)) {
        ++at_;
      }
      value += text_.substr(plain, at_ - plain);
      if (at_ >= text_.size()) RaiseDecodeError(interpreter_, "Unterminated string starting at", text_, start);
      const char c = text_[at_];
      if (c != '"' && c != '\\') Fail("Invalid control character at");
      ++at_;
      if (c == '"') return MakeStr(std::move(value));
      ReadEscape(value, start);
    }
  }

  void ReadEscape(std::string& value, size_t start) {
    if (at_ >= text_.size()) RaiseDecodeError(interpreter_, "Unterminated string starting at", text_, start);
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    const char c = text_[at_++];
    if (c == 'u') return AppendCodePoint(value, ReadUnit());
    const size_t index = kLetters.find(c);
    if (index == std::string_view::npos) RaiseDecodeError(interpreter_, "Invalid \\escape", text_, at_ - 2);
    value += kMeanings[index];
  }

  std::optional<char32_t> FindUnit(size_t at) const {
    uint32_t unit = 0;
    if (at + 4 > text_.size()) return std::nullopt;
    const auto read = std::from_chars(text_.data() + at, text_.data() + at + 4, unit, 16);
    if (read.ec != std::errc() || read.ptr != text_.data() + at + 4) return std::nullopt;
    return unit;
  }

  /// Four digits; two escapes make a code point beyond sixteen bits.
  char32_t ReadUnit() {
    const std::optional<char32_t> unit = FindUnit(at_);
    if (!unit) RaiseDecodeError(interpreter_, "Invalid \\uXXXX escape", text_, at_ - 1);
    at_ += 4;
    if (*unit < 0xD800 || *unit > 0xDBFF || text_.substr(at_, 2) != "\\u") return *unit;
    const std::optional<char32_t> low = FindUnit(at_ + 2);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return *unit;
    at_ += 6;
    return 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
  }

  static void AppendCodePoint(std::string& value, char32_t code_point) {
    if (code_point < 0xD800 || code_point > 0xDFFF) return AppendUtf8(value, code_point);
    value += static_cast<char>(0xED);
    value += static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    value += static_cast<char>(0x80 | (code_point & 0x3F));
  }

  Interpreter& interpreter_;
  std::string_view text_;
  size_t at_;
  const JsonReadOptions& options_;
  std::vector<Open> open_;
};

// ------------------------------------------------------------------------------------------ errors

/// JSONDecodeError(msg, doc, pos): all that it says comes of these.
void InitDecodeError(Interpreter& interpreter, const Value& self, const std::string& message, const Value& document,
                     int64_t position) {
  const std::string text = interpreter.Str(document);
  size_t at = 0;
  int64_t line = 1;
  int64_t column = 1;
  for (int64_t i = 0; i < position && at < text.size(); ++i) {
    column = text[at] == '\n' ? 1 : column + 1;
    line += text[at] == '\n' ? 1 : 0;
    at += Utf8Length(text, at);
  }
  auto& exception = *Cast<ExceptionObject>(self);
  exception.args = Make<TupleObject>(
      std::vector<Value>{MakeStr(fmt::format("{}: line {} column {} (char {})", message, line, column, position))});
  Namespace& attributes = exception.MakeAttributes();
  const auto set = [&attributes](const char* name, Value value) {
    attributes.Set(Symbol::Intern(name), std::move(value));
  };
  set("msg", MakeStr(message));
  set("doc", document);
  set("pos", Value::Int(position));
  set("lineno", Value::Int(line));
  set("colno", Value::Int(column));
}

void InitializeDecodeError(Interpreter& interpreter, const Value& self, CallArguments& given) {
  Arguments arguments(interpreter, "JSONDecodeError.__init__", given);
  const std::string message = arguments.String("msg");
  const Value document = arguments.Required("doc");
  const int64_t position = arguments.Int("pos");
  arguments.Finish();
  InitDecodeError(interpreter, self, message, document, position);
}

/// The position counts code points.
void RaiseDecodeError(Interpreter& interpreter, std::string_view message, std::string_view text, size_t at) {
  auto exception = Make<ExceptionObject>(JsonDecodeErrorType());
  const auto position = static_cast<int64_t>(Utf8Count(text.substr(0, at)));
  InitDecodeError(interpreter, exception, std::string(message), MakeStr(text), position);
  throw ScriptError(std::move(exception));
}

}  // namespace

const TypeObject* JsonDecodeErrorType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.initialize = InitializeDecodeError;
    const TypeObject* type = MakeNativeType(
        {.name = "JSONDecodeError", .module = "json.decoder", .base = Exceptions().value_error, .slots = slots});
    const_cast<TypeObject*>(type)->set_has_attributes(true);
    return type;
  }();
  return kType;
}

Value ReadJsonAt(Interpreter& interpreter, std::string_view text, size_t& at, const JsonReadOptions& options) {
  Reader reader(interpreter, text, at, options);
  Value value = reader.Read();
  at = reader.at();
  return value;
}

Value ReadJson(Interpreter& interpreter, std::string_view text, const JsonReadOptions& options) {
  size_t at = 0;
  const auto skip = [&] {
    while (at < text.size() && IsSpace(text[at])) ++at;
  };
  skip();
  Value value = ReadJsonAt(interpreter, text, at, options);
  skip();
  if (at < text.size()) RaiseDecodeError(interpreter, "Extra data", text, at);
  return value;
}

}  // namespace limbeck::python
