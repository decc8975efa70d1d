#include <fmt/format.h>

#include "python/integers.h"
#include "python/std/native_tools.h"
#include "python/std/re_objects.h"

// re.Match

namespace limbeck::python {
namespace {

const MatchState& Self(const Value& self) {
  return *StateOf<MatchState>(self);
}

/// A group by its number or its name.
size_t GroupIndex(const MatchState& match, const Value& key) {
  if (const std::optional<int64_t> number = SmallInteger(key)) {
    if (*number >= 0 && static_cast<size_t>(*number) < match.spans.size()) return static_cast<size_t>(*number);
  } else if (const auto* name = Cast<StrObject>(key)) {
    for (const auto& [known, group] : match.state().regex.names()) {
      if (known == name->text()) return group;
    }
  }
  Raise(Exceptions().index_error, "no such group");
}

Value Group(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  const std::vector<Value> keys = arguments.Rest();
  arguments.Finish();
  if (keys.empty()) return GroupValue(match, 0, Value::None());
  if (keys.size() == 1) return GroupValue(match, GroupIndex(match, keys[0]), Value::None());
  std::vector<Value> groups;
  for (const Value& key : keys) groups.push_back(GroupValue(match, GroupIndex(match, key), Value::None()));
  return MakeTuple(std::move(groups));
}

Value GetItem(Interpreter&, const Value& self, const Value& key) {
  return GroupValue(Self(self), GroupIndex(Self(self), key), Value::None());
}

Value Groups(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  const Value missing = arguments.OrNone("default");
  arguments.Finish();
  std::vector<Value> groups;
  for (size_t i = 1; i < match.spans.size(); ++i) groups.push_back(GroupValue(match, i, missing));
  return MakeTuple(std::move(groups));
}

Value GroupDict(Interpreter& interpreter, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  const Value missing = arguments.OrNone("default");
  arguments.Finish();
  const auto dict = MakeDict();
  for (const auto& [name, group] : match.state().regex.names()) {
    dict->table.Set(interpreter, MakeStr(name), GroupValue(match, group, missing));
  }
  return dict;
}

/// -1 for a group that took no part.
Value Position(const MatchState& match, size_t group, bool at_end) {
  const Regex::Span& span = match.spans[group];
  if (!span.took_part()) return Value::Int(-1);
  return Value::Int(PositionOf(match.subject, at_end ? span.end : span.start));
}

size_t ReadGroup(const MatchState& match, Arguments& arguments) {
  const Value key = arguments.Optional("group");
  arguments.Finish();
  return key.is_empty() ? 0 : GroupIndex(match, key);
}

Value Start(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  return Position(match, ReadGroup(match, arguments), false);
}
Value End(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  return Position(match, ReadGroup(match, arguments), true);
}
Value SpanOf(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  const size_t group = ReadGroup(match, arguments);
  return MakeTuple({Position(match, group, false), Position(match, group, true)});
}

Value Expand(Interpreter&, Arguments& arguments) {
  const MatchState& match = Self(arguments.Self());
  const Value text = arguments.Required("template");
  arguments.Finish();
  const std::string filled =
      ReTemplate(text, match.pattern).Fill(SubjectText(match.pattern, match.subject), match.spans);
  return match.state().is_bytes ? MakeBytes(filled) : MakeStr(filled);
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  const MatchState& match = Self(self);
  return fmt::format("<re.Match object; span=({}, {}), match={}>", PositionOf(match.subject, match.spans[0].start),
                     PositionOf(match.subject, match.spans[0].end),
                     interpreter.Repr(GroupValue(match, 0, Value::None())));
}

Value GetString(Interpreter&, const Value& self) {
  return Self(self).subject;
}
Value GetPattern(Interpreter&, const Value& self) {
  return Self(self).pattern;
}
Value GetPos(Interpreter&, const Value& self) {
  return Value::Int(PositionOf(Self(self).subject, Self(self).pos));
}
Value GetEndPos(Interpreter&, const Value& self) {
  return Value::Int(PositionOf(Self(self).subject, Self(self).end_pos));
}
Value GetLastIndex(Interpreter&, const Value& self) {
  const size_t last = Self(self).state().regex.LastClosed(Self(self).spans);
  return last == 0 ? Value::None() : Value::Int(static_cast<int64_t>(last));
}
Value GetLastGroup(Interpreter&, const Value& self) {
  const Regex& regex = Self(self).state().regex;
  const size_t last = regex.LastClosed(Self(self).spans);
  for (const auto& [name, group] : regex.names()) {
    if (group == last) return MakeStr(name);
  }
  return Value::None();
}

Value Itself(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  return self;
}

constexpr NativeMethod kMethods[] = {
    {"group", Group}, {"groups", Groups}, {"groupdict", GroupDict}, {"start", Start},         {"end", End},
    {"span", SpanOf}, {"expand", Expand}, {"__copy__", Itself},     {"__deepcopy__", Itself},
};
constexpr NativeProperty kProperties[] = {
    {"string", GetString}, {"re", GetPattern},          {"pos", GetPos},
    {"endpos", GetEndPos}, {"lastindex", GetLastIndex}, {"lastgroup", GetLastGroup},
};

}  // namespace

const PatternState& MatchState::state() const {
  return *StateOf<PatternState>(pattern);
}

const TypeObject* ReMatchType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = RefuseToMake;
    slots.repr = Repr;
    slots.get_item = GetItem;
    return ShownWithModule(MakeNativeType(
        {.name = "Match", .module = "re", .methods = kMethods, .properties = kProperties, .slots = slots}));
  }();
  return kType;
}

Value MakeMatch(const Value& pattern, const Value& subject, size_t pos, size_t end_pos,
                std::vector<Regex::Span> spans) {
  auto state = std::make_unique<MatchState>();
  state->pattern = pattern;
  state->subject = subject;
  state->pos = pos;
  state->end_pos = end_pos;
  state->spans = std::move(spans);
  return MakeInstance(ReMatchType(), std::move(state));
}

Value GroupValue(const MatchState& match, size_t group, const Value& missing) {
  const Regex::Span& span = match.spans[group];
  return span.took_part() ? SubjectSlice(match.subject, span.start, span.end) : missing;
}

}  // namespace limbeck::python
