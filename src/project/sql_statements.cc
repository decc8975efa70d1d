#include "project/sql_statements.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "base/text.h"
#include "project/python_cursor.h"
#include "project/sql_pieces.h"

namespace limbeck::project {
namespace {

bool IsBlank(char c) {
  return std::isspace(static_cast<unsigned char>(c)) != 0;
}

class Splitter {
 public:
  explicit Splitter(std::string_view sql) : sql_(sql) {}

  std::vector<Span> Split() {
    while (position_ < sql_.size()) {
      const char c = sql_[position_];
      if (sql_.substr(position_, 2) == "--") {
        position_ = std::min(sql_.find('\n', position_), sql_.size());
      } else if (c == '\\' && begin_ == std::string_view::npos) {
        TakeCommand();
      } else if (c == ';' && depth_ == 0) {
        End();
        ++position_;
      } else if (IsNameByte(c)) {
        TakeWord();
      } else {
        const size_t end = SkipSqlPiece(sql_, position_);
        const bool is_comment = sql_.substr(position_, 2) == "/*";
        if (!IsBlank(c) && !is_comment) Mark(end);
        position_ = end;
      }
    }
    End();
    return std::move(statements_);
  }

  /// Lines that begin with a backslash.
  const std::vector<Span>& commands() const { return commands_; }

 private:
  void Mark(size_t end) {
    if (begin_ == std::string_view::npos) begin_ = position_;
    end_ = end;
  }

  void TakeCommand() {
    const size_t end = std::min(sql_.find('\n', position_), sql_.size());
    commands_.push_back({static_cast<uint32_t>(position_), static_cast<uint32_t>(end)});
    position_ = end;
  }

  void TakeWord() {
    size_t end = position_;
    while (end < sql_.size() && IsNameByte(sql_[end])) ++end;
    const std::string word = ToUpper(sql_.substr(position_, end - position_));
    Mark(end);
    if (words_.size() < kFirstWords) words_.push_back(word);
    const bool opens = word == "BEGIN" || (word == "CASE" && depth_ > 0);
    if (opens && HasBody()) ++depth_;
    if (word == "END" && depth_ > 0) --depth_;
    // E'...' and X'...' belong to their quotes.
    position_ = end;
  }

  /// CREATE [OR REPLACE] [TEMP] FUNCTION, PROCEDURE or TRIGGER.
  bool HasBody() const {
    return !words_.empty() && words_.front() == "CREATE" &&
           std::any_of(words_.begin(), words_.end(), [](const std::string& word) {
             return word == "FUNCTION" || word == "PROCEDURE" || word == "TRIGGER";
           });
  }

  void End() {
    if (begin_ != std::string_view::npos) {
      statements_.push_back({static_cast<uint32_t>(begin_), static_cast<uint32_t>(end_)});
    }
    begin_ = std::string_view::npos;
    depth_ = 0;
    words_.clear();
  }

  /// As many as stand before the kind of thing that CREATE makes.
  static constexpr size_t kFirstWords = 5;

  std::string_view sql_;
  size_t position_ = 0;
  size_t begin_ = std::string_view::npos;
  size_t end_ = 0;
  int depth_ = 0;
  std::vector<std::string> words_;
  std::vector<Span> statements_;
  std::vector<Span> commands_;
};

}  // namespace

std::vector<Span> SplitSqlStatements(std::string_view sql) {
  return Splitter(sql).Split();
}

std::string WithoutPsqlCommands(std::string sql) {
  Splitter splitter(sql);
  splitter.Split();
  for (const Span& command : splitter.commands()) {
    std::fill(sql.begin() + command.begin, sql.begin() + command.end, ' ');
  }
  return sql;
}

}  // namespace limbeck::project
