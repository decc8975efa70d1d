#include <fmt/format.h>

#include "base/utf8.h"
#include "python/integers.h"
#include "python/std/native_tools.h"
#include "python/std/re_objects.h"
#include "python/types/numbers.h"

// re.Pattern

namespace limbeck::python {
namespace {

const PatternState& Self(const Value& self) {
  return *StateOf<PatternState>(self);
}

/// A bytearray may change while it is searched: a copy of it does not.
Value Frozen(const Value& subject) {
  const auto* array = Cast<ByteArrayObject>(subject);
  return array == nullptr ? subject : MakeBytes(array->bytes);
}

/// A search through a subject: its part between pos and endpos, and where it is.
class Search {
 public:
  Search(const Value& pattern, const Value& subject, std::optional<int64_t> pos = std::nullopt,
         std::optional<int64_t> end_pos = std::nullopt)
      : pattern_(pattern), subject_(Frozen(subject)), text_(SubjectText(pattern, subject_)) {
    end_ = end_pos ? OffsetOf(*end_pos) : text_.size();
    start_ = pos ? OffsetOf(*pos) : 0;
    at_ = start_;
  }

  std::string_view text() const { return text_; }
  size_t start() const { return start_; }
  size_t end() const { return end_; }

  std::optional<std::vector<Regex::Span>> Match(Regex::Where where) const {
    if (start_ > end_) return std::nullopt;
    return Self(pattern_).regex.Match(text_.substr(0, end_), start_, where, false);
  }

  /// The next of all matches; one of nothing does not stand where the last one of nothing stood.
  std::optional<std::vector<Regex::Span>> Next() {
    if (at_ > end_ || is_over_) return std::nullopt;
    auto spans = Self(pattern_).regex.Match(text_.substr(0, end_), at_, Regex::Where::kAnywhere, must_advance_);
    if (!spans) {
      is_over_ = true;
      return std::nullopt;
    }
    must_advance_ = (*spans)[0].start == (*spans)[0].end;
    at_ = (*spans)[0].end;
    return spans;
  }

  Value Wrap(std::vector<Regex::Span> spans) const {
    return MakeMatch(pattern_, subject_, start_, end_, std::move(spans));
  }

 private:
  size_t OffsetOf(int64_t position) const {
    if (position <= 0) return 0;
    if (Self(pattern_).is_bytes) return std::min(static_cast<size_t>(position), text_.size());
    size_t offset = 0;
    for (int64_t i = 0; i < position && offset < text_.size(); ++i) offset += Utf8Length(text_, offset);
    return offset;
  }

  Value pattern_;
  Value subject_;
  std::string_view text_;
  size_t start_ = 0;
  size_t end_ = 0;
  size_t at_ = 0;
  bool must_advance_ = false;
  bool is_over_ = false;
};

Search ReadSearch(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value subject = interpreter.Resolve(arguments.Required("string"));
  const std::optional<int64_t> pos = arguments.OptionalInt("pos");
  const std::optional<int64_t> end_pos = arguments.OptionalInt("endpos");
  arguments.Finish();
  return {self, subject, pos, end_pos};
}

template <Regex::Where kWhere>
Value MatchOnce(Interpreter& interpreter, Arguments& arguments) {
  const Search search = ReadSearch(interpreter, arguments);
  auto spans = search.Match(kWhere);
  return spans ? search.Wrap(std::move(*spans)) : Value::None();
}

/// What findall() gives for a match: all of it, its group, or a tuple of its groups.
Value Found(const Value& subject, const std::vector<Regex::Span>& spans) {
  const auto text = [&](size_t group) {
    const Regex::Span& span = spans[group];
    return span.took_part() ? SubjectSlice(subject, span.start, span.end) : SubjectSlice(subject, 0, 0);
  };
  if (spans.size() <= 2) return text(spans.size() - 1);
  std::vector<Value> groups;
  for (size_t i = 1; i < spans.size(); ++i) groups.push_back(text(i));
  return MakeTuple(std::move(groups));
}

Value FindAll(Interpreter& interpreter, Arguments& arguments) {
  Search search = ReadSearch(interpreter, arguments);
  std::vector<Value> found;
  while (auto spans = search.Next()) {
    const Value match = search.Wrap(*spans);
    found.push_back(Found(StateOf<MatchState>(match)->subject, *spans));
  }
  return MakeList(std::move(found));
}

Value FindIter(Interpreter& interpreter, Arguments& arguments) {
  auto search = std::make_shared<Search>(ReadSearch(interpreter, arguments));
  return MakeIterator([search](Interpreter&) {
    auto spans = search->Next();
    return spans ? search->Wrap(std::move(*spans)) : Value();
  });
}

Value Split(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value subject = interpreter.Resolve(arguments.Required("string"));
  const int64_t most = arguments.Int("maxsplit", 0);
  arguments.Finish();
  Search search(self, subject);
  std::vector<Value> parts;
  size_t last = 0;
  for (int64_t count = 0; most == 0 || count < most; ++count) {
    const auto spans = search.Next();
    if (!spans) break;
    parts.push_back(SubjectSlice(subject, last, (*spans)[0].start));
    for (size_t i = 1; i < spans->size(); ++i) {
      const Regex::Span& span = (*spans)[i];
      parts.push_back(span.took_part() ? SubjectSlice(subject, span.start, span.end) : Value::None());
    }
    last = (*spans)[0].end;
  }
  parts.push_back(SubjectSlice(subject, last, search.text().size()));
  return MakeList(std::move(parts));
}

// ------------------------------------------------------------------------------------------ replacing

struct Replaced {
  Value text;
  int64_t count = 0;
};

/// What stands for a match: a template filled, or what a function gives.
class Replacement {
 public:
  Replacement(Interpreter& interpreter, const Value& given, const Value& pattern)
      : interpreter_(interpreter), given_(interpreter.Resolve(given)), pattern_(pattern) {
    if (Cast<StrObject>(given_) != nullptr || BytesOf(given_)) template_.emplace(given_, pattern);
  }

  void Append(std::string& text, const Search& search, const std::vector<Regex::Span>& spans) {
    if (template_) {
      text += template_->Fill(search.text(), spans);
      return;
    }
    const Value made = interpreter_.Resolve(interpreter_.Call(given_, {search.Wrap(spans)}));
    if (!made.is_none()) text += SubjectText(pattern_, made);
  }

 private:
  Interpreter& interpreter_;
  const Value given_;
  const Value pattern_;
  std::optional<ReTemplate> template_;
};

Replaced Substitute(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value given = arguments.Required("repl");
  const Value subject = interpreter.Resolve(arguments.Required("string"));
  const int64_t most = arguments.Int("count", 0);
  arguments.Finish();
  Search search(self, subject);
  Replacement replacement(interpreter, given, self);
  std::string text;
  size_t last = 0;
  Replaced replaced;
  while (most == 0 || replaced.count < most) {
    const auto spans = search.Next();
    if (!spans) break;
    text += search.text().substr(last, (*spans)[0].start - last);
    replacement.Append(text, search, *spans);
    last = (*spans)[0].end;
    ++replaced.count;
  }
  text += search.text().substr(last);
  replaced.text = Self(self).is_bytes ? MakeBytes(std::move(text)) : MakeStr(std::move(text));
  return replaced;
}

Value Sub(Interpreter& interpreter, Arguments& arguments) {
  return Substitute(interpreter, arguments).text;
}

Value SubN(Interpreter& interpreter, Arguments& arguments) {
  const Replaced replaced = Substitute(interpreter, arguments);
  return MakeTuple({replaced.text, Value::Int(replaced.count)});
}

// ------------------------------------------------------------------------------------------ the pattern itself

uint32_t VisibleFlags(const PatternState& state) {
  const bool is_unicode = !state.is_bytes && (state.regex.flags() & kRegexAscii) == 0;
  return state.regex.flags() | (is_unicode ? kRegexUnicode : 0U);
}

Value GetPattern(Interpreter&, const Value& self) {
  return Self(self).pattern;
}
Value GetFlags(Interpreter&, const Value& self) {
  return Value::Int(VisibleFlags(Self(self)));
}
Value GetGroups(Interpreter&, const Value& self) {
  return Value::Int(static_cast<int64_t>(Self(self).regex.groups()));
}
Value GetGroupIndex(Interpreter& interpreter, const Value& self) {
  const auto dict = MakeDict();
  for (const auto& [name, group] : Self(self).regex.names()) {
    dict->table.Set(interpreter, MakeStr(name), Value::Int(static_cast<int64_t>(group)));
  }
  return Value(new MappingProxyObject(Value(dict)));
}

std::string Repr(Interpreter& interpreter, const Value& self) {
  constexpr std::pair<uint32_t, const char*> kNames[] = {
      {kRegexIgnoreCase, "re.IGNORECASE"}, {kRegexMultiLine, "re.MULTILINE"}, {kRegexDotAll, "re.DOTALL"},
      {kRegexVerbose, "re.VERBOSE"},       {kRegexAscii, "re.ASCII"},
  };
  std::string flags;
  for (const auto& [flag, name] : kNames) {
    if ((Self(self).regex.flags() & flag) != 0) flags += std::string(flags.empty() ? ", " : "|") + name;
  }
  return "re.compile(" + interpreter.Repr(Self(self).pattern) + flags + ")";
}

Value Compare(Interpreter& interpreter, const Value& self, const Value& other, CompareOp op) {
  const auto* two = StateOf<PatternState>(other);
  if (two == nullptr || (op != CompareOp::kEqual && op != CompareOp::kNotEqual)) return NotImplementedValue();
  const bool is_equal = VisibleFlags(Self(self)) == VisibleFlags(*two) && Self(self).is_bytes == two->is_bytes &&
                        interpreter.Equal(Self(self).pattern, two->pattern);
  return FromOrder(is_equal ? 0 : 1, op);
}

uint64_t Hash(Interpreter& interpreter, const Value& self) {
  return interpreter.Hash(Self(self).pattern) ^ VisibleFlags(Self(self));
}

Value Itself(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  return self;
}

constexpr NativeMethod kMethods[] = {
    {"search", MatchOnce<Regex::Where::kAnywhere>},
    {"match", MatchOnce<Regex::Where::kStart>},
    {"fullmatch", MatchOnce<Regex::Where::kWhole>},
    {"findall", FindAll},
    {"finditer", FindIter},
    {"split", Split},
    {"sub", Sub},
    {"subn", SubN},
    {"__copy__", Itself},
    {"__deepcopy__", Itself},
};
constexpr NativeProperty kProperties[] = {
    {"pattern", GetPattern}, {"flags", GetFlags}, {"groups", GetGroups}, {"groupindex", GetGroupIndex}};

}  // namespace

const TypeObject* RePatternType() {
  static const TypeObject* const kType = [] {
    Slots slots;
    slots.make = RefuseToMake;
    slots.repr = Repr;
    slots.compare = Compare;
    slots.hash = Hash;
    return ShownWithModule(MakeNativeType(
        {.name = "Pattern", .module = "re", .methods = kMethods, .properties = kProperties, .slots = slots}));
  }();
  return kType;
}

std::string_view SubjectText(const Value& pattern, const Value& subject) {
  const bool is_bytes = Self(pattern).is_bytes;
  if (const auto* text = Cast<StrObject>(subject)) {
    if (is_bytes) RaiseTypeError("cannot use a bytes pattern on a string-like object");
    return text->text();
  }
  const auto* bytes = Cast<BytesObject>(subject);
  const auto* array = Cast<ByteArrayObject>(subject);
  if (bytes == nullptr && array == nullptr) {
    RaiseTypeError("expected string or bytes-like object, got '" + TypeName(subject) + "'");
  }
  if (!is_bytes) RaiseTypeError("cannot use a string pattern on a bytes-like object");
  return bytes != nullptr ? bytes->bytes() : array->bytes;
}

Value SubjectSlice(const Value& subject, size_t start, size_t end) {
  if (const auto* text = Cast<StrObject>(subject)) {
    return MakeStr(std::string_view(text->text()).substr(start, end - start));
  }
  return MakeBytes(BytesOf(subject)->substr(start, end - start));
}

int64_t PositionOf(const Value& subject, size_t byte) {
  const auto* text = Cast<StrObject>(subject);
  if (text == nullptr || text->is_ascii()) return static_cast<int64_t>(byte);
  return static_cast<int64_t>(Utf8Count(std::string_view(text->text()).substr(0, byte)));
}

}  // namespace limbeck::python
