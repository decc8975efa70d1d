#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace limbeck::inspect::rehearsal {

/// A piece of a PostgreSQL statement.
struct Word {
  enum class Kind { kName, kQuotedName, kText, kNumber, kSign };
  Kind kind = Kind::kSign;
  /// A name as PostgreSQL folds it, a text without its quotes, else as written.
  std::string text;
  size_t begin = 0;
  size_t end = 0;
};

/// The statements of a text, each cut into its words; comments are left out. Never fails: what is not closed ends with
/// the text.
std::vector<std::vector<Word>> CutStatements(std::string_view sql);

/// Reads words one after the other. Keywords are given in lower case. Past the end there are empty signs.
class WordReader {
 public:
  WordReader(std::string_view sql, std::vector<Word> words) : sql_(sql), words_(std::move(words)) {}

  bool at_end() const { return at_ >= words_.size(); }
  const Word& Peek(size_t ahead = 0) const;
  Word Take();
  /// Takes the keywords if all of them stand here: "if not exists".
  bool TakeIf(std::string_view keywords);
  bool TakeSign(std::string_view sign);
  bool IsKeyword(std::string_view keyword, size_t ahead = 0) const;
  /// What stands in the parentheses that open here, each part between commas for itself. Empty when none open here.
  std::vector<WordReader> TakeParentheses();
  /// All up to the next comma that is in no parentheses, which is taken too.
  WordReader TakePart();
  /// The text from one word up to another.
  std::string TextOf(size_t from, size_t to) const;
  std::string Rest() const { return TextOf(at_, words_.size()); }
  size_t at() const { return at_; }

 private:
  WordReader Part(size_t from, size_t to) const {
    return {sql_, std::vector<Word>(words_.begin() + static_cast<std::ptrdiff_t>(from),
                                    words_.begin() + static_cast<std::ptrdiff_t>(to))};
  }

  std::string_view sql_;
  std::vector<Word> words_;
  size_t at_ = 0;
};

}  // namespace limbeck::inspect::rehearsal
