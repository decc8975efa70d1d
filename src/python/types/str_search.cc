#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "python/types/method_tables.h"
#include "python/types/numbers.h"
#include "python/types/sequences.h"
#include "python/types/str_arguments.h"
#include "python/types/str_text.h"
#include "python/types/text_parts.h"

// Methods of str that look for other texts: find, count, startswith, replace, split, partition and their kin.

namespace limbeck::python {
namespace {

/// The part of a text that `start` and `end` leave, and where it begins. None: not even the empty text is found there.
struct Searched {
  std::string_view text;
  size_t offset = 0;
};

std::optional<Searched> ReadBounds(Interpreter& interpreter, const StrObject& text, std::span<const Value> values) {
  const Value start = values.size() > 1 ? values[1] : Value();
  const Value stop = values.size() > 2 ? values[2] : Value();
  const auto [first, last] = SearchBounds(interpreter, start, stop, text.length());
  if (first > last) return std::nullopt;
  const size_t begin = OffsetOf(text, first);
  return Searched{std::string_view(text.text()).substr(begin, OffsetOf(text, last) - begin), begin};
}

/// The index of find(sub, start, end), or -1.
int64_t FindIndex(Interpreter& interpreter, Arguments& arguments, bool from_right) {
  const StrObject& text = SelfStr(arguments);
  const auto values = arguments.Positional(1, 3);
  const std::string& part = RequireText(interpreter, values[0]);
  const std::optional<Searched> searched = ReadBounds(interpreter, text, values);
  if (!searched) return -1;
  const size_t found = from_right ? searched->text.rfind(part) : searched->text.find(part);
  return found == std::string_view::npos ? -1 : static_cast<int64_t>(IndexAt(text, searched->offset + found));
}

template <bool kFromRight>
Value Find(Interpreter& interpreter, Arguments& arguments) {
  return Value::Int(FindIndex(interpreter, arguments, kFromRight));
}

template <bool kFromRight>
Value Index(Interpreter& interpreter, Arguments& arguments) {
  const int64_t index = FindIndex(interpreter, arguments, kFromRight);
  if (index < 0) RaiseValueError("substring not found");
  return Value::Int(index);
}

Value Count(Interpreter& interpreter, Arguments& arguments) {
  const StrObject& text = SelfStr(arguments);
  const auto values = arguments.Positional(1, 3);
  const std::string& part = RequireText(interpreter, values[0]);
  const std::optional<Searched> searched = ReadBounds(interpreter, text, values);
  return Value::Int(searched ? CountParts(searched->text, part, TextKind::kStr) : 0);
}

// ------------------------------------------------------------------------------------------ beginnings and ends

bool HasAffix(std::string_view text, std::string_view affix, bool at_start) {
  return at_start ? text.starts_with(affix) : text.ends_with(affix);
}

/// startswith(prefix or tuple of them, start, end) and endswith
template <bool kAtStart>
Value HasAffixMethod(Interpreter& interpreter, Arguments& arguments) {
  const char* name = kAtStart ? "startswith" : "endswith";
  const StrObject& text = SelfStr(arguments);
  const auto values = arguments.Positional(1, 3);
  const Value given = interpreter.Resolve(values[0]);
  const std::optional<Searched> searched = ReadBounds(interpreter, text, values);
  if (const auto* affix = Cast<StrObject>(given)) {
    return Value::Bool(searched && HasAffix(searched->text, affix->text(), kAtStart));
  }
  const auto* affixes = Cast<TupleObject>(given);
  if (affixes == nullptr) {
    RaiseTypeError(fmt::format("{} first arg must be str or a tuple of str, not {}", name, TypeName(given)));
  }
  for (const Value& item : affixes->items) {
    const StrObject* affix = AsStr(interpreter, item);
    if (affix == nullptr) {
      RaiseTypeError(fmt::format("tuple for {} must only contain str, not {}", name, TypeName(item)));
    }
    if (searched && HasAffix(searched->text, affix->text(), kAtStart)) return Value::Bool(true);
  }
  return Value::Bool(false);
}

template <bool kAtStart>
Value RemoveAffix(Interpreter& interpreter, Arguments& arguments) {
  std::string_view text = SelfStr(arguments).text();
  const Value& given = arguments.Positional(1, 1)[0];
  const StrObject* affix = AsStr(interpreter, given);
  if (affix == nullptr) {
    RaiseTypeError(fmt::format("{}() argument must be str, not {}", arguments.function(),
                               given.is_none() ? "None" : TypeName(given)));
  }
  if (!affix->text().empty() && HasAffix(text, affix->text(), kAtStart)) {
    const size_t length = affix->text().size();
    text = kAtStart ? text.substr(length) : text.substr(0, text.size() - length);
  }
  return MakeStr(text);
}

// ------------------------------------------------------------------------------------------ cutting

Value MakeStrs(const Parts& parts) {
  std::vector<Value> items;
  items.reserve(parts.size());
  for (const std::string_view part : parts) items.push_back(MakeStr(part));
  return MakeList(std::move(items));
}

/// split(sep=None, maxsplit=-1) and rsplit
template <bool kFromRight>
Value Split(Interpreter& interpreter, Arguments& arguments) {
  const std::string_view text = SelfStr(arguments).text();
  constexpr const char* kNames[] = {"sep", "maxsplit"};
  std::array<Value, 2> values;
  arguments.Named(kNames, values, 0);
  const int64_t limit = values[1].is_empty() ? -1 : IndexArgument(interpreter, values[1]);
  if (values[0].is_empty() || values[0].is_none()) {
    return MakeStrs(kFromRight ? SplitWordsFromRight(text, limit, TextKind::kStr)
                               : SplitWords(text, limit, TextKind::kStr));
  }
  const StrObject* separator = AsStr(interpreter, values[0]);
  if (separator == nullptr) RaiseTypeError("must be str or None, not " + TypeName(values[0]));
  if (separator->text().empty()) RaiseValueError("empty separator");
  return MakeStrs(kFromRight ? SplitAtFromRight(text, separator->text(), limit)
                             : SplitAt(text, separator->text(), limit));
}

Value SplitLinesMethod(Interpreter& interpreter, Arguments& arguments) {
  const std::string_view text = SelfStr(arguments).text();
  constexpr const char* kNames[] = {"keepends"};
  Value keep_ends[1];
  arguments.Named(kNames, keep_ends, 0);
  const bool keeps = !keep_ends[0].is_empty() && interpreter.Truth(keep_ends[0]);
  return MakeStrs(SplitLines(text, keeps, TextKind::kStr));
}

template <bool kFromRight>
Value Partition(Interpreter& interpreter, Arguments& arguments) {
  const std::string_view text = SelfStr(arguments).text();
  const std::string& separator = RequireText(interpreter, arguments.Positional(1, 1)[0]);
  if (separator.empty()) RaiseValueError("empty separator");
  const size_t found = kFromRight ? text.rfind(separator) : text.find(separator);
  if (found != std::string_view::npos) {
    return MakeTuple(
        {MakeStr(text.substr(0, found)), MakeStr(separator), MakeStr(text.substr(found + separator.size()))});
  }
  const Value whole = MakeStr(text);
  const Value empty = MakeStr("");
  return kFromRight ? MakeTuple({empty, empty, whole}) : MakeTuple({whole, empty, empty});
}

/// replace(old, new, count=-1)
Value Replace(Interpreter& interpreter, Arguments& arguments) {
  const std::string_view text = SelfStr(arguments).text();
  const auto values = arguments.Positional(2, 3);
  const std::string& from = RequireText(interpreter, values[0], "replace", 1);
  const std::string& to = RequireText(interpreter, values[1], "replace", 2);
  const int64_t limit = values.size() > 2 ? IndexArgument(interpreter, values[2]) : -1;
  return MakeStr(ReplaceParts(text, from, to, limit, TextKind::kStr));
}

constexpr NativeMethod kMethods[] = {
    {"count", Count},
    {"endswith", HasAffixMethod<false>},
    {"find", Find<false>},
    {"index", Index<false>},
    {"partition", Partition<false>},
    {"removeprefix", RemoveAffix<true>},
    {"removesuffix", RemoveAffix<false>},
    {"replace", Replace},
    {"rfind", Find<true>},
    {"rindex", Index<true>},
    {"rpartition", Partition<true>},
    {"rsplit", Split<true>},
    {"split", Split<false>},
    {"splitlines", SplitLinesMethod},
    {"startswith", HasAffixMethod<true>},
};

}  // namespace

void AddStrSearchMethods(TypeObject& type) {
  AddMethods(type, kMethods);
}

}  // namespace limbeck::python
