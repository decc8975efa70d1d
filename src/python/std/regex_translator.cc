#include "python/std/regex_translator.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::python {
namespace {

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

bool IsSpace(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

bool IsGroupName(std::string_view name) {
  if (name.empty() || IsDigit(name.front())) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || IsDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

RegexTranslation TranslateRegex(std::string_view pattern, uint32_t flags, bool is_bytes) {
  return RegexTranslator(pattern, flags, is_bytes).Translate();
}

void RegexTranslator::Fail(std::string_view message, size_t at) const {
  RaiseRegexError(message, pattern_, at, is_bytes_);
}

bool RegexTranslator::Take(std::string_view text) {
  if (pattern_.substr(at_, text.size()) != text) return false;
  at_ += text.size();
  return true;
}

RegexTranslation RegexTranslator::Translate() {
  TakeGlobalFlags();
  while (!at_end()) TranslateOne();
  if (!open_.empty()) Fail("missing ), unterminated subpattern", open_.back().start);
  return std::move(result_);
}

void RegexTranslator::AppendLiteral(char32_t code_point) {
  last_start_ = result_.text.size();
  last_ = Atom::kPlain;
  const bool is_word = code_point < 0x80 && (IsGroupName(std::string(1, static_cast<char>(code_point))) ||
                                             IsDigit(static_cast<char>(code_point)));
  if (is_word || (code_point >= 0x80 && !is_bytes_)) {
    AppendUtf8(result_.text, code_point);
  } else {
    result_.text += fmt::format("\\x{{{:x}}}", static_cast<uint32_t>(code_point));
  }
}

void RegexTranslator::CopyCodePoint() {
  if (is_bytes_) return AppendLiteral(static_cast<unsigned char>(pattern_[at_++]));
  AppendLiteral(Utf8Next(pattern_, at_));
}

void RegexTranslator::SkipVerbose() {
  if (IsSpace(Peek())) {
    ++at_;
  } else {
    at_ = std::min(pattern_.find('\n', at_), pattern_.size());
  }
}

void RegexTranslator::TranslateOne() {
  const char c = Peek();
  if (verbose_ && (IsSpace(c) || c == '#')) return SkipVerbose();
  const size_t start = at_;
  switch (c) {
    case '\\':
      return TranslateEscape();
    case '[':
      return TranslateSet();
    case '(':
      return OpenGroup();
    case ')':
      return CloseGroup();
    case '*':
    case '+':
    case '?':
      ++at_;
      return Repeat(start, std::string(1, c));
    case '{':
      if (TakeBraces(start)) return;
      return CopyCodePoint();
    case '.':
      ++at_;
      last_start_ = result_.text.size();
      last_ = Atom::kPlain;
      result_.text += '.';
      return;
    case '^':
    case '$':
      ++at_;
      last_ = Atom::kPosition;
      last_start_ = result_.text.size();
      result_.text += c;
      return;
    case '|':
      ++at_;
      last_ = Atom::kNone;
      result_.text += '|';
      if (!open_.empty() && ++open_.back().branches > 2 && open_.back().is_condition) {
        Fail("conditional backref with more than two branches", at_ - 1);
      }
      return;
    default:
      return CopyCodePoint();
  }
}

// ------------------------------------------------------------------------------------------ repetition

/// {2}, {2,}, {,3}, {2,3}; anything else in braces is text.
bool RegexTranslator::TakeBraces(size_t start) {
  size_t end = at_ + 1;
  const auto number = [&] {
    const size_t first = end;
    while (end < pattern_.size() && IsDigit(pattern_[end])) ++end;
    return std::string(pattern_.substr(first, end - first));
  };
  const std::string least = number();
  std::string most = least;
  const bool has_comma = end < pattern_.size() && pattern_[end] == ',';
  if (has_comma) {
    ++end;
    most = number();
  }
  if (end >= pattern_.size() || pattern_[end] != '}' || (least.empty() && most.empty() && !has_comma)) return false;
  if (!least.empty() && !most.empty() && std::stoull(least.substr(0, 18)) > std::stoull(most.substr(0, 18))) {
    Fail("min repeat greater than max repeat", start + 1);
  }
  at_ = end + 1;
  const std::string low = least.empty() ? "0" : least;
  Repeat(start, has_comma ? "{" + low + "," + most + "}" : "{" + low + "}");
  return true;
}

void RegexTranslator::Repeat(size_t start, const std::string& quantifier) {
  if (last_ == Atom::kNone) Fail("nothing to repeat", start);
  if (last_ == Atom::kRepeated) Fail("multiple repeat", start);
  // PCRE2 repeats no positions; Python does, where once is as good as often.
  if (last_ == Atom::kPosition) {
    result_.text.insert(last_start_, "(?:");
    result_.text += ")";
  }
  result_.text += quantifier;
  if (Take("?")) {
    result_.text += '?';
  } else if (Take("+")) {
    result_.text += '+';
  }
  last_ = Atom::kRepeated;
}

// ------------------------------------------------------------------------------------------ groups

void RegexTranslator::Push(size_t start, size_t number, Atom atom, std::string_view text) {
  Group group;
  group.start = start;
  group.number = number;
  group.verbose = verbose_;
  group.atom = atom;
  open_.push_back(group);
  last_ = Atom::kNone;
  // Where the group starts in the result is kept by the text itself: a repeated lookaround is wrapped by its end.
  result_.text += text;
}

bool RegexTranslator::IsOpen(size_t number) const {
  return std::any_of(open_.begin(), open_.end(), [number](const Group& group) { return group.number == number; });
}

void RegexTranslator::OpenGroup() {
  const size_t start = at_++;
  if (Peek() != '?') return Push(start, NewGroup(), Atom::kPlain, "(");
  ++at_;
  if (at_end()) Fail("unexpected end of pattern", at_);
  if (Take("P")) return OpenNamed(start);
  if (Take(":")) return Push(start, 0, Atom::kPlain, "(?:");
  if (Take(">")) return Push(start, 0, Atom::kPlain, "(?>");
  if (Take("=")) return Push(start, 0, Atom::kPlain, "(?=");
  if (Take("!")) return Push(start, 0, Atom::kPlain, "(?!");
  if (Take("#")) {
    const size_t end = pattern_.find(')', at_);
    if (end == std::string_view::npos) Fail("missing ), unterminated comment", start);
    at_ = end + 1;
    return;
  }
  if (Take("(")) return OpenConditional(start);
  OpenExtension(start);
}

void RegexTranslator::OpenExtension(size_t start) {
  if (Take("<=")) return Push(start, 0, Atom::kPlain, "(?<=");
  if (Take("<!")) return Push(start, 0, Atom::kPlain, "(?<!");
  if (Peek() == '<') {
    ++at_;
    if (at_end()) Fail("unexpected end of pattern", at_);
    Fail("unknown extension ?<" + std::string(pattern_.substr(at_, Utf8Length(pattern_, at_))), start + 1);
  }
  OpenFlags(start);
}

std::string RegexTranslator::ReadName(char terminator) {
  const size_t start = at_;
  const size_t end = pattern_.find(terminator, at_);
  if (end == std::string_view::npos) {
    if (at_ >= pattern_.size()) Fail("missing group name", start);
    Fail(fmt::format("missing {}, unterminated name", terminator), start);
  }
  if (end == start) Fail("missing group name", start);
  at_ = end + 1;
  return std::string(pattern_.substr(start, end - start));
}

void RegexTranslator::OpenNamed(size_t start) {
  if (Take("=")) return ReferToName(start);
  if (!Take("<")) {
    if (at_end()) Fail("unexpected end of pattern", at_);
    Fail("unknown extension ?P" + std::string(pattern_.substr(at_, Utf8Length(pattern_, at_))), start + 1);
  }
  const size_t name_start = at_;
  const std::string name = ReadName('>');
  if (!IsGroupName(name)) Fail("bad character in group name " + PythonRepr(name), name_start);
  const size_t number = NewGroup();
  for (const auto& [known, group] : result_.names) {
    if (known != name) continue;
    Fail(fmt::format("redefinition of group name {} as group {}; was group {}", PythonRepr(name), number, group),
         name_start);
  }
  result_.names.emplace_back(name, number);
  Push(start, number, Atom::kPlain, "(");
}

size_t RegexTranslator::FindGroup(const std::string& name, size_t at) const {
  for (const auto& [known, group] : result_.names) {
    if (known == name) return group;
  }
  Fail("unknown group name " + PythonRepr(name), at);
}

void RegexTranslator::ReferToName(size_t) {
  const size_t name_start = at_;
  const std::string name = ReadName(')');
  if (!IsGroupName(name)) Fail("bad character in group name " + PythonRepr(name), name_start);
  const size_t number = FindGroup(name, name_start);
  if (IsOpen(number)) Fail("cannot refer to an open group", name_start);
  last_start_ = result_.text.size();
  last_ = Atom::kPlain;
  result_.text += fmt::format("\\g{{{}}}", number);
}

/// (?(1)yes|no), (?(name)yes|no)
void RegexTranslator::OpenConditional(size_t start) {
  const size_t name_start = at_;
  const std::string name = ReadName(')');
  size_t number = 0;
  if (std::all_of(name.begin(), name.end(), IsDigit)) {
    number = std::stoull(name.substr(0, 9));
    if (number == 0) Fail("bad group number", name_start);
  } else {
    if (!IsGroupName(name)) Fail("bad character in group name " + PythonRepr(name), name_start);
    number = FindGroup(name, name_start);
  }
  Push(start, 0, Atom::kPlain, fmt::format("(?({})", number));
  open_.back().is_condition = true;
}

uint32_t RegexTranslator::FlagOf(char letter, size_t at) const {
  switch (letter) {
    case 'i':
      return kRegexIgnoreCase;
    case 'm':
      return kRegexMultiLine;
    case 's':
      return kRegexDotAll;
    case 'x':
      return kRegexVerbose;
    case 'a':
      return kRegexAscii;
    case 'u':
      if (is_bytes_) Fail("bad inline flags: cannot use 'u' flag with a bytes pattern", at);
      return kRegexUnicode;
    case 'L':
      Fail(is_bytes_ ? "the locale flag is not supported" : "bad inline flags: cannot use 'L' flag with a str pattern",
           at);
    default:
      return 0;
  }
}

/// (?i) at the very start sets flags for all of the pattern.
void RegexTranslator::TakeGlobalFlags() {
  while (pattern_.substr(at_, 2) == "(?") {
    size_t end = at_ + 2;
    uint32_t flags = 0;
    while (end < pattern_.size() && std::string_view("imsxauL").find(pattern_[end]) != std::string_view::npos) {
      flags |= FlagOf(pattern_[end], end + 1);
      ++end;
    }
    if (end == at_ + 2 || end >= pattern_.size() || pattern_[end] != ')') return;
    result_.flags |= flags;
    verbose_ = verbose_ || (flags & kRegexVerbose) != 0;
    at_ = end + 1;
  }
}

/// (?i-s:...): flags for a part.
void RegexTranslator::OpenFlags(size_t start) {
  std::string written;
  bool verbose = verbose_;
  bool negated = false;
  const size_t first = at_;
  for (; !at_end() && Peek() != ':' && Peek() != ')'; ++at_) {
    const char c = Peek();
    if (c == '-' && !negated) {
      negated = true;
      written += '-';
      continue;
    }
    const uint32_t flag = FlagOf(c, at_ + 1);
    if (flag == 0) {
      if (at_ == first) {
        Fail("unknown extension ?" + std::string(pattern_.substr(at_, Utf8Length(pattern_, at_))), start + 1);
      }
      Fail(c >= 'a' && c <= 'z' ? "unknown flag" : "missing -, : or )", at_);
    }
    if (flag == kRegexVerbose) {
      verbose = !negated;
    } else if (flag != kRegexUnicode) {
      if (flag == kRegexAscii) Fail("flags of letters for a part of a pattern are not supported", at_);
      written += c;
    }
  }
  if (at_end()) Fail("missing -, : or )", at_);
  if (Take(")")) Fail("global flags not at the start of the expression", start);
  ++at_;
  if (written.ends_with('-')) written.pop_back();
  Push(start, 0, Atom::kPlain, "(?" + written + ":");
  verbose_ = verbose;
}

void RegexTranslator::CloseGroup() {
  if (open_.empty()) Fail("unbalanced parenthesis", at_);
  const Group group = open_.back();
  open_.pop_back();
  ++at_;
  verbose_ = group.verbose;
  if (group.number != 0) result_.closing_order.push_back(group.number);
  result_.text += ')';
  last_ = group.atom;
}

}  // namespace limbeck::python
