// Expressions are evaluated while they are parsed: nothing in them has an effect, so what is not chosen does no harm.
// A value that cannot be computed here is Unknown; only when it is chosen does the template need the interpreter.

#include "project/mako_native.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/text.h"
#include "graph/identifier.h"
#include "project/python_cursor.h"
#include "project/python_literal.h"

namespace limbeck::project {
namespace {

template <typename... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

struct Unknown {
  bool operator==(const Unknown&) const = default;
};
struct Undefined {
  bool operator==(const Undefined&) const = default;
};

using Value = std::variant<Unknown, Undefined, PythonNone, bool, std::string, TextTuple, TextList, CreateDate>;

bool IsUnknown(const Value& value) {
  return std::holds_alternative<Unknown>(value);
}

bool IsAscii(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

bool Truth(const Value& value) {
  return std::visit(Overloaded{
                        [](const Unknown&) { return false; },
                        [](const Undefined&) { return false; },
                        [](const PythonNone&) { return false; },
                        [](const bool& flag) { return flag; },
                        [](const std::string& text) { return !text.empty(); },
                        [](const TextTuple& tuple) { return !tuple.items.empty(); },
                        [](const TextList& list) { return !list.items.empty(); },
                        [](const CreateDate&) { return true; },
                    },
                    value);
}

Value Repr(const Value& value) {
  return std::visit(Overloaded{
                        [](const Unknown&) -> Value { return Unknown{}; },
                        [](const Undefined&) -> Value { return Unknown{}; },
                        [](const PythonNone&) -> Value { return "None"; },
                        [](const bool& flag) -> Value { return flag ? "True" : "False"; },
                        [](const std::string& text) -> Value { return PythonRepr(text); },
                        [](const TextTuple& tuple) -> Value { return graph::PythonTuple(tuple.items); },
                        [](const TextList& list) -> Value { return graph::PythonList(list.items); },
                        [](const CreateDate&) -> Value { return Unknown{}; },
                    },
                    value);
}

Value Str(const Value& value) {
  if (std::holds_alternative<std::string>(value)) return value;
  if (const auto* date = std::get_if<CreateDate>(&value)) return date->Text();
  return Repr(value);
}

/// The items of a tuple or list; nullptr for other values.
const std::vector<std::string>* ItemsOf(const Value& value) {
  if (const auto* tuple = std::get_if<TextTuple>(&value)) return &tuple->items;
  if (const auto* list = std::get_if<TextList>(&value)) return &list->items;
  return nullptr;
}

/// Alembic's comma(): the items of a list, a text itself, nothing for None.
Value Comma(const Value& value) {
  if (const auto* items = ItemsOf(value)) return Join(*items, ", ");
  if (std::holds_alternative<PythonNone>(value)) return "";
  return std::holds_alternative<std::string>(value) ? value : Value(Unknown{});
}

Value Escape(const std::string& text) {
  std::string out;
  for (const char c : text) {
    constexpr std::string_view kSpecial = "&<>\"'";
    constexpr const char* kEntities[] = {"&amp;", "&lt;", "&gt;", "&#34;", "&#39;"};
    const size_t special = kSpecial.find(c);
    if (special == std::string_view::npos) {
      out += c;
    } else {
      out += kEntities[special];
    }
  }
  return out;
}

/// A function of one argument, by the name that a template calls or filters with.
Value CallFunction(std::string_view name, const Value& argument) {
  if (name == "repr") return Repr(argument);
  if (name == "str" || name == "unicode") return Str(argument);
  if (name == "comma") return Comma(argument);
  return Unknown{};
}

Value CallFilter(std::string_view name, const Value& argument) {
  const auto* text = std::get_if<std::string>(&argument);
  if (text != nullptr && name == "trim") return std::string(Trim(*text));
  if (text != nullptr && (name == "h" || name == "x")) return Escape(*text);
  return CallFunction(name, argument);
}

Value CallMethod(const Value& object, std::string_view name, const std::vector<Value>& arguments) {
  const auto* text = std::get_if<std::string>(&object);
  if (text == nullptr) return Unknown{};
  if (arguments.empty()) {
    if (name == "strip") return std::string(Trim(*text));
    if (name == "lstrip") return std::string(TrimLeft(*text));
    if (name == "rstrip") return std::string(TrimRight(*text));
    if (name == "upper" && IsAscii(*text)) return ToUpper(*text);
    if (name == "lower" && IsAscii(*text)) return ToLower(*text);
    return Unknown{};
  }
  const std::vector<std::string>* items = ItemsOf(arguments[0]);
  if (name == "join" && arguments.size() == 1 && items != nullptr) return Join(*items, *text);
  const auto* from = std::get_if<std::string>(&arguments[0]);
  const auto* to = arguments.size() == 2 ? std::get_if<std::string>(&arguments[1]) : nullptr;
  const bool replaces = name == "replace" && from != nullptr && to != nullptr && !from->empty();
  return replaces ? Value(ReplaceAll(*text, *from, *to)) : Value(Unknown{});
}

/// Evaluates one expression. `failed()` tells that it is not of the simple kind.
class Evaluator {
 public:
  Evaluator(std::string_view code, const TemplateVariables& variables, const std::set<std::string>& elsewhere)
      : cursor_(code), variables_(variables), elsewhere_(elsewhere) {}

  /// Up to the end of the text, or to a ":" that ends a control line.
  Value Evaluate(bool is_condition) {
    cursor_.SkipInsideBrackets();
    Value value = ReadConditional();
    if (is_condition && cursor_.Peek() == ':') Step();
    if (!cursor_.AtEnd()) failed_ = true;
    return failed_ ? Value(Unknown{}) : value;
  }

 private:
  Value ReadConditional() {
    if (++depth_ > kDepthLimit) return Fail();
    Value value = ReadOr();
    if (TakeWord("if")) {
      const Value condition = ReadOr();
      if (!TakeWord("else")) return Fail();
      Value otherwise = ReadConditional();
      if (!Truth(condition)) value = std::move(otherwise);
      if (IsUnknown(condition)) value = Unknown{};
    }
    --depth_;
    return value;
  }

  Value ReadOr() {
    Value value = ReadAnd();
    while (TakeWord("or")) {
      Value right = ReadAnd();
      if (!IsUnknown(value) && !Truth(value)) value = std::move(right);
    }
    return value;
  }

  Value ReadAnd() {
    Value value = ReadNot();
    while (TakeWord("and")) {
      Value right = ReadNot();
      if (!IsUnknown(value) && Truth(value)) value = std::move(right);
    }
    return value;
  }

  Value ReadNot() {
    bool negate = false;
    bool any = false;
    while (TakeWord("not")) {
      negate = !negate;
      any = true;
    }
    Value value = ReadComparison();
    if (!any || IsUnknown(value)) return value;
    return Truth(value) != negate;
  }

  Value ReadComparison() {
    Value left = ReadSum();
    if (TakeSign("==")) return Compare(left, ReadSum(), false);
    if (TakeSign("!=")) return Compare(left, ReadSum(), true);
    if (!TakeWord("is")) return left;
    const bool negate = TakeWord("not");
    const Value right = ReadSum();
    if (!std::holds_alternative<PythonNone>(right)) return Unknown{};
    return Compare(left, right, negate);
  }

  static Value Compare(const Value& left, const Value& right, bool negate) {
    if (IsUnknown(left) || IsUnknown(right)) return Unknown{};
    return (left == right) != negate;
  }

  Value ReadSum() {
    Value value = ReadPostfix();
    while (TakeSign("+")) {
      const Value right = ReadPostfix();
      const auto* one = std::get_if<std::string>(&value);
      const auto* two = std::get_if<std::string>(&right);
      value = one != nullptr && two != nullptr ? Value(*one + *two) : Value(Unknown{});
    }
    return value;
  }

  Value ReadPostfix() {
    Value value = ReadAtom();
    while (TakeSign(".")) {
      const std::string_view name = cursor_.ReadName();
      if (name.empty() || !TakeSign("(")) return Fail();
      value = CallMethod(value, name, ReadArguments());
    }
    return value;
  }

  Value ReadAtom() {
    if (cursor_.AtString()) return ReadText();
    if (TakeSign("(")) {
      Value value = ReadConditional();
      return TakeSign(")") ? value : Fail();
    }
    const std::string name(cursor_.ReadName());
    cursor_.SkipInsideBrackets();
    if (name.empty() || failed_) return Fail();
    if (name == "None") return PythonNone{};
    if (name == "True" || name == "False") return name == "True";
    if (!TakeSign("(")) return Variable(name);
    const std::vector<Value> arguments = ReadArguments();
    const bool is_own = variables_.count(name) > 0 || elsewhere_.count(name) > 0;
    return arguments.size() == 1 && !is_own ? CallFunction(name, arguments[0]) : Value(Unknown{});
  }

  Value ReadText() {
    std::optional<std::string> text = ReadPythonStrings(cursor_);
    cursor_.SkipInsideBrackets();
    return text ? Value(std::move(*text)) : Fail();
  }

  Value Variable(const std::string& name) const {
    if (elsewhere_.count(name) > 0) return Unknown{};
    const auto found = variables_.find(name);
    if (found == variables_.end()) return Undefined{};
    return std::visit([](const auto& value) { return Value(value); }, found->second);
  }

  /// Behind the opening parenthesis, up to the closing one.
  std::vector<Value> ReadArguments() {
    std::vector<Value> arguments;
    while (!failed_ && !TakeSign(")")) {
      arguments.push_back(ReadConditional());
      if (!TakeSign(",") && cursor_.Peek() != ')') failed_ = true;
    }
    return arguments;
  }

  bool TakeWord(std::string_view word) {
    if (cursor_.PeekName() != word) return false;
    cursor_.ReadName();
    cursor_.SkipInsideBrackets();
    return true;
  }

  bool TakeSign(std::string_view sign) {
    if (cursor_.text().substr(cursor_.position(), sign.size()) != sign) return false;
    cursor_.Advance(sign.size());
    cursor_.SkipInsideBrackets();
    return true;
  }

  void Step() {
    cursor_.Advance();
    cursor_.SkipInsideBrackets();
  }

  Value Fail() {
    failed_ = true;
    cursor_.Break();
    return Unknown{};
  }

  static constexpr int kDepthLimit = 50;

  PythonCursor cursor_;
  const TemplateVariables& variables_;
  const std::set<std::string>& elsewhere_;
  bool failed_ = false;
  int depth_ = 0;
};

/// Writes the nodes; false as soon as one needs the interpreter.
class Renderer {
 public:
  Renderer(const MakoTemplate& mako, const TemplateVariables& variables, const std::set<std::string>& elsewhere)
      : source_(*mako.source), variables_(variables), elsewhere_(elsewhere) {}

  bool Render(const MakoNodes& nodes) {
    return std::all_of(nodes.begin(), nodes.end(), [&](const MakoNode& node) { return std::visit(*this, node.value); });
  }

  std::string TakeText() { return std::move(text_); }

  bool operator()(const MakoText& text) {
    text_ += text.text;
    return true;
  }
  bool operator()(const MakoVerbatim& verbatim) {
    text_ += verbatim.text;
    return verbatim.filters.empty();
  }
  bool operator()(const MakoExpression& expression) { return RenderExpression(expression); }
  bool operator()(const MakoControl& control) { return RenderControl(control); }
  bool operator()(const MakoPythonBlock&) { return false; }
  bool operator()(const MakoDef&) { return false; }
  bool operator()(const MakoBlock&) { return false; }

 private:
  bool RenderExpression(const MakoExpression& expression) {
    const auto is_raw = [&](const MakoCode& filter) { return source_.Text(filter) == "n"; };
    Value value = Evaluate(source_.Text(expression.code), false);
    if (std::none_of(expression.filters.begin(), expression.filters.end(), is_raw)) value = Str(value);
    for (const MakoCode& filter : expression.filters) {
      if (!is_raw(filter)) value = CallFilter(source_.Text(filter), value);
    }
    const auto* text = std::get_if<std::string>(&value);
    if (text == nullptr) return false;
    text_ += *text;
    return true;
  }

  bool RenderControl(const MakoControl& control) {
    if (control.clauses.front().keyword != "if") return false;
    for (const MakoClause& clause : control.clauses) {
      const bool is_else = clause.keyword == "else";
      const std::string_view line = source_.Text(clause.line).substr(clause.keyword.size());
      const Value condition = is_else ? Value(true) : Evaluate(line, true);
      if (IsUnknown(condition)) return false;
      if (Truth(condition)) return Render(clause.body);
    }
    return true;
  }

  Value Evaluate(std::string_view code, bool is_condition) const {
    return Evaluator(code, variables_, elsewhere_).Evaluate(is_condition);
  }

  const SourceFile& source_;
  const TemplateVariables& variables_;
  const std::set<std::string>& elsewhere_;
  std::string text_;
};

}  // namespace

std::optional<std::string> RenderMakoNatively(const MakoTemplate& mako, const TemplateVariables& variables,
                                              const std::set<std::string>& elsewhere) {
  if (!mako.page_filters.empty() || !mako.page_arguments.empty()) return std::nullopt;
  Renderer renderer(mako, variables, elsewhere);
  if (!renderer.Render(mako.nodes)) return std::nullopt;
  return renderer.TakeText();
}

}  // namespace limbeck::project
