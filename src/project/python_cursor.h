#pragma once

#include <cstddef>
#include <string_view>

namespace limbeck::project {

/// A place in Python text that moves over strings, comments, brackets and joined lines as wholes, without building
/// tokens. It knows just enough of the language to find where things end; what it cannot make sense of makes it stop
/// at the end of the text with broken() set. The text must outlive it.
class PythonCursor {
 public:
  explicit PythonCursor(std::string_view text, size_t position = 0) : text_(text), position_(position) {}

  std::string_view text() const { return text_; }
  size_t position() const { return position_; }
  void set_position(size_t position) { position_ = position; }
  bool AtEnd() const { return position_ >= text_.size(); }
  /// The byte here, or 0 at the end; `ahead` bytes further on.
  char Peek(size_t ahead = 0) const { return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0'; }
  void Advance(size_t bytes = 1) { position_ += bytes; }

  /// An unfinished string or bracket was met.
  bool broken() const { return broken_; }
  void Break();

  /// "\n", "\r\n" or "\r", or the end of the text.
  bool AtLineEnd() const;
  /// The end of a simple statement: of the line, or ";" or a comment.
  bool AtStatementEnd() const;

  /// Blanks and joined lines ("\" and a line end).
  void SkipBlanks();
  /// The same, and line ends and comments: what may stand between tokens inside brackets.
  void SkipInsideBrackets();
  /// Up to the line end, which stays.
  void SkipComment();
  void SkipLineEnd();

  /// Whether a name starts here, and its text; empty if none does.
  std::string_view PeekName() const;
  std::string_view ReadName();

  /// Whether a string literal starts here, with or without a prefix.
  bool AtString() const;
  /// Over one string literal, prefix included; f-strings may nest as in Python 3.12.
  void SkipString();
  /// Over an opening bracket and all up to the one that closes it.
  void SkipBrackets();
  /// Over the rest of a line and the lines that are joined to it, the line end included.
  void SkipLogicalLine();
  /// Over whatever stands here: a name, number, string, bracketed group or one other byte. Not for line ends.
  void SkipToken();

 private:
  size_t PrefixLength() const;
  bool IsFormattedQuote() const;
  void SkipQuoted(bool formatted);
  bool AtQuotedStop(char quote, bool triple, bool formatted) const;
  bool SkipPiece(size_t& depth);
  void SkipReplacementField();

  std::string_view text_;
  size_t position_;
  bool broken_ = false;
};

bool IsNameStart(char c);
bool IsNameByte(char c);

}  // namespace limbeck::project
