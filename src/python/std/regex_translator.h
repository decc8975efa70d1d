#pragma once

#include <map>
#include <optional>

#include "python/std/regex_syntax.h"

namespace limbeck::python {

/// Walks over a pattern once and writes PCRE2's. Character sets and escapes are in regex_escapes.cc.
class RegexTranslator {
 public:
  RegexTranslator(std::string_view pattern, uint32_t flags, bool is_bytes)
      : pattern_(pattern), is_bytes_(is_bytes), verbose_((flags & kRegexVerbose) != 0) {
    result_.flags = flags;
  }

  RegexTranslation Translate();

 private:
  /// A part that may be repeated, or may not.
  enum class Atom { kNone, kPlain, kPosition, kRepeated };
  struct Group {
    size_t start = 0;      ///< of its parenthesis
    size_t number = 0;     ///< 0: it captures nothing
    bool verbose = false;  ///< of what is around it
    bool is_condition = false;
    size_t branches = 1;
    Atom atom = Atom::kPlain;
  };

  [[noreturn]] void Fail(std::string_view message, size_t at) const;
  bool at_end() const { return at_ >= pattern_.size(); }
  char Peek(size_t ahead = 0) const { return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0'; }
  bool Take(std::string_view text);

  void TakeGlobalFlags();
  void TranslateOne();
  void SkipVerbose();
  void AppendLiteral(char32_t code_point);
  void CopyCodePoint();

  // Groups
  void OpenGroup();
  void OpenNamed(size_t start);
  void OpenConditional(size_t start);
  void OpenExtension(size_t start);
  void OpenFlags(size_t start);
  void ReferToName(size_t start);
  void Push(size_t start, size_t number, Atom atom, std::string_view text);
  void CloseGroup();
  std::string ReadName(char terminator);
  size_t FindGroup(const std::string& name, size_t at) const;
  size_t NewGroup() { return ++result_.groups; }
  bool IsOpen(size_t number) const;
  uint32_t FlagOf(char letter, size_t at) const;

  // Repetition
  bool TakeBraces(size_t start);
  void Repeat(size_t start, const std::string& quantifier);

  // Escapes and sets
  void TranslateEscape();
  void TranslateClassLetter(char letter);
  void TranslateReference(size_t start);
  std::optional<char32_t> TakeCharacterEscape(bool in_set, size_t start);
  char32_t TakeHex(size_t digits, size_t start);
  char32_t TakeOctal(size_t most, size_t start);
  char32_t TakeNamed(size_t start);
  void TranslateSet();
  struct SetItem {
    bool is_class = false;
    char32_t code_point = 0;
    std::string text;
  };
  SetItem TakeSetItem();
  static std::string SetText(char32_t code_point);
  bool is_ascii() const { return is_bytes_ || (result_.flags & kRegexAscii) != 0; }

  std::string_view pattern_;
  bool is_bytes_;
  bool verbose_;
  size_t at_ = 0;
  Atom last_ = Atom::kNone;
  size_t last_start_ = 0;  ///< of what would be repeated, in the result
  std::vector<Group> open_;
  RegexTranslation result_;
};

}  // namespace limbeck::python
