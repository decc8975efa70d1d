#include "project/comment_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/text.h"
#include "limbeck/error.h"

namespace limbeck::project {
namespace {

constexpr std::array<std::string_view, 5> kKeys = {"revision", "down_revision", "branch_labels", "depends_on",
                                                   "create_date"};

std::vector<std::string> SplitNames(std::string_view text) {
  std::vector<std::string> names;
  for (const std::string& part : Split(text, ',')) {
    const std::string name(Trim(part));
    if (!name.empty()) names.push_back(name);
  }
  if (names.size() == 1 && ToLower(names[0]) == "none") names.clear();
  return names;
}

class HeaderReader {
 public:
  HeaderReader(const SourceFile& source, std::string_view comment) : source_(source), comment_(comment) {}

  std::optional<RevisionHeader> Read() {
    const std::string_view head = source_.text().substr(0, LeadingComments(source_.text(), comment_));
    for (size_t begin = 0; begin < head.size();) {
      const size_t end = std::min(head.find('\n', begin), head.size());
      ReadLine(Trim(head.substr(begin, end - begin)), begin);
      begin = end + 1;
    }
    if (!header_.revision) return std::nullopt;
    header_.docstring = std::string(Trim(header_.docstring));
    return std::move(header_);
  }

 private:
  void ReadLine(std::string_view line, size_t offset) {
    if (line.empty()) return;
    const std::string_view text = Trim(line.substr(comment_.size()));
    const size_t colon = text.find(':');
    const std::string key = colon == std::string_view::npos ? "" : ToLower(TrimRight(text.substr(0, colon)));
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) {
      if (!given_.insert(key).second) throw GivenTwice(key, offset);
      SetKey(key, text.substr(colon + 1));
    } else if (given_.empty()) {
      header_.docstring += std::string(text) + "\n";
    }
  }

  void SetKey(const std::string& key, std::string_view value) {
    if (key == "revision") header_.revision = std::string(Trim(value));
    if (key == "down_revision") header_.down_revisions = SplitNames(value);
    if (key == "branch_labels") header_.branch_labels = SplitNames(value);
    if (key == "depends_on") header_.depends_on = SplitNames(value);
  }

  Error GivenTwice(const std::string& key, size_t offset) const {
    const auto begin = static_cast<uint32_t>(offset);
    return Error(ErrorKind::kConfig, fmt::format("'{}' is given twice", key)).At(source_.PlaceOf({begin, begin}));
  }

  const SourceFile& source_;
  std::string_view comment_;
  RevisionHeader header_;
  std::set<std::string> given_;
};

}  // namespace

size_t LeadingComments(std::string_view text, std::string_view comment) {
  size_t begin = 0;
  while (begin < text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = Trim(text.substr(begin, end - begin));
    if (!line.empty() && line.substr(0, comment.size()) != comment) break;
    begin = std::min(end + 1, text.size());
  }
  return begin;
}

std::optional<RevisionHeader> ScanCommentHeader(const SourceFile& source, std::string_view comment) {
  return HeaderReader(source, comment).Read();
}

}  // namespace limbeck::project
