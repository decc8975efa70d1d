#include "project/sql_revision.h"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "limbeck/error.h"
#include "project/comment_header.h"
#include "project/sql_pieces.h"

namespace limbeck::project {
namespace {

/// Finds the comment lines of a text that stand on lines of their own.
class SqlLines {
 public:
  explicit SqlLines(std::string_view text) : text_(text) {}

  struct Comment {
    size_t line_begin;
    size_t line_end;
    /// Behind the dashes, without white space.
    std::string_view text;
  };

  /// The next such line; nothing at the end.
  std::optional<Comment> Next() {
    while (position_ < text_.size()) {
      const size_t begin = position_;
      if (text_.substr(position_, 2) != "--") {
        position_ = SkipSqlPiece(text_, position_);
        continue;
      }
      position_ = std::min(text_.find('\n', position_), text_.size());
      if (OnlyBlanksBefore(begin)) return CommentAt(begin);
    }
    return std::nullopt;
  }

 private:
  Comment CommentAt(size_t begin) const {
    const size_t line_begin = begin == 0 ? 0 : text_.rfind('\n', begin - 1) + 1;
    return {line_begin, std::min(position_ + 1, text_.size()), Trim(text_.substr(begin + 2, position_ - begin - 2))};
  }

  bool OnlyBlanksBefore(size_t offset) const {
    const size_t line = offset == 0 ? 0 : text_.rfind('\n', offset - 1) + 1;
    return Trim(text_.substr(line, offset - line)).empty();
  }

  std::string_view text_;
  size_t position_ = 0;
};

class SqlRevisionReader {
 public:
  explicit SqlRevisionReader(SourcePtr source) : source_(std::move(source)) {}

  SqlRevision Read() {
    std::optional<RevisionHeader> header = ScanCommentHeader(*source_, "--");
    if (!header) throw NoHeader();
    SqlLines lines(source_->text());
    while (const auto comment = lines.Next()) ReadComment(*comment);
    EndSection(source_->text().size());
    if (!upgrade_) throw NoUpgrade();
    return {.source = source_, .header = *std::move(header), .upgrade = *upgrade_, .downgrade = downgrade_};
  }

 private:
  void ReadComment(const SqlLines::Comment& comment) {
    const std::string word = ToLower(comment.text);
    if (word == "no-transaction") {
      (section_ == nullptr ? header_in_transaction_ : (*section_)->in_transaction) = false;
    } else if (word == "upgrade" || word == "downgrade") {
      EndSection(comment.line_begin);
      BeginSection(word == "upgrade" ? upgrade_ : downgrade_, comment, word);
    }
  }

  void BeginSection(std::optional<SqlSection>& section, const SqlLines::Comment& comment, const std::string& word) {
    if (section) throw Failure(comment.line_begin, fmt::format("'-- {}' is given twice", word));
    const auto begin = static_cast<uint32_t>(comment.line_end);
    section = SqlSection{.body = {begin, begin}, .in_transaction = header_in_transaction_};
    section_ = &section;
  }

  void EndSection(size_t end) {
    if (section_ != nullptr) {
      (*section_)->body.end = static_cast<uint32_t>(end);
      return;
    }
    const size_t first = LeadingComments(source_->text(), "--");
    if (first < end) {
      throw Failure(first, "a statement stands before '-- upgrade'")
          .Hint("statements belong below a line '-- upgrade' or '-- downgrade'");
    }
  }

  Error NoHeader() const {
    return Error(ErrorKind::kConfig,
                 fmt::format("{} is no revision: it has no line '-- revision: ...'", PythonRepr(source_->path())));
  }

  Error NoUpgrade() const {
    return Error(ErrorKind::kConfig,
                 fmt::format("revision file {} has no line '-- upgrade'", PythonRepr(source_->path())))
        .Hint("the statements to apply stand below '-- upgrade', those that take them back below '-- downgrade'");
  }

  Error Failure(size_t offset, const std::string& message) const {
    const auto begin = static_cast<uint32_t>(offset);
    return Error(ErrorKind::kConfig, message).At(source_->PlaceOf({begin, begin}));
  }

  SourcePtr source_;
  std::optional<SqlSection> upgrade_;
  std::optional<SqlSection> downgrade_;
  /// The one that is open.
  std::optional<SqlSection>* section_ = nullptr;
  bool header_in_transaction_ = true;
};

}  // namespace

SqlRevision ParseSqlRevision(SourcePtr source) {
  return SqlRevisionReader(std::move(source)).Read();
}

}  // namespace limbeck::project
