#include "assure/ignore_comments.h"

#include <algorithm>

#include "base/text.h"

namespace limbeck::assure {
namespace {

constexpr std::string_view kMark = "limbeck: ignore";
constexpr std::string_view kForFile = "-file";
/// A call that is not closed by then is none.
constexpr int kLongestCall = 200;

bool IsCommentText(std::string_view text) {
  return text.starts_with('#') || text.starts_with("--");
}

/// Where a comment's sign stands before the mark, or npos.
size_t FindSign(std::string_view line, size_t mark) {
  const std::string_view before = TrimRight(line.substr(0, mark));
  if (before.ends_with("--")) return before.size() - 2;
  return before.ends_with('#') ? before.size() - 1 : std::string_view::npos;
}

std::set<std::string> ReadRules(std::string_view text) {
  std::set<std::string> rules;
  for (const std::string& part : Split(ReplaceAll(std::string(text), ",", " "), ' ')) {
    if (const std::string_view rule = Trim(part); !rule.empty()) rules.emplace(rule);
  }
  return rules;
}

}  // namespace

IgnoreComments::IgnoreComments(SourcePtr source) : source_(std::move(source)) {
  const int lines = source_->LineOf(static_cast<uint32_t>(source_->text().size()));
  for (int number = 1; number <= lines; ++number) {
    const std::string_view line = source_->Line(number);
    const size_t mark = line.find(kMark);
    const size_t sign = mark == std::string_view::npos ? mark : FindSign(line, mark);
    if (sign == std::string_view::npos) continue;
    std::string_view rest = line.substr(mark + kMark.size());
    const bool is_for_file = rest.starts_with(kForFile);
    if (is_for_file) rest.remove_prefix(kForFile.size());
    comments_.push_back({number, is_for_file, Trim(line.substr(0, sign)).empty(), ReadRules(rest)});
  }
}

bool IgnoreComments::Covers(const std::string& rule, int line) {
  bool covers = false;
  for (Comment& comment : comments_) {
    const bool names_it = comment.rules.empty() || comment.rules.count(rule) != 0;
    if (!names_it || !(comment.is_for_file || Reaches(comment, line))) continue;
    comment.is_used = true;
    covers = true;
  }
  return covers;
}

std::vector<int> IgnoreComments::Unused() const {
  std::vector<int> lines;
  for (const Comment& comment : comments_) {
    if (!comment.is_used) lines.push_back(comment.line);
  }
  return lines;
}

bool IgnoreComments::IsComment(int line) const {
  return IsCommentText(Trim(source_->Line(line)));
}

/// A comment beside or in the call that begins in `line`, or right above it with only comments between.
bool IgnoreComments::Reaches(const Comment& comment, int line) const {
  if (line == 0) return false;
  if (comment.line >= line) return comment.line <= EndOfCall(line);
  if (!comment.is_alone) return false;
  for (int between = comment.line + 1; between < line; ++between) {
    if (!IsComment(between)) return false;
  }
  return true;
}

/// Where the brackets that open in a line are closed. A bracket in a string may lead too far, which does no harm.
int IgnoreComments::EndOfCall(int line) const {
  int depth = 0;
  for (int end = line; end < line + kLongestCall; ++end) {
    const std::string_view text = source_->Line(end);
    depth += static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return c == '(' || c == '['; }));
    depth -= static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return c == ')' || c == ']'; }));
    if (depth <= 0) return end;
  }
  return line;
}

}  // namespace limbeck::assure
