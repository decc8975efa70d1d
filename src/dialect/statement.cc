#include "dialect/statement.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"

namespace limbeck::dialect {

std::string OfflineText(const Statement& statement) {
  return std::string(Trim(ReplaceAll(statement.text, "\t", "    "))) + ";";
}

int SentText::PositionIn(const Statement& statement, int position) const {
  if (position < 1 || pieces.empty()) return position;
  size_t sent = 0;
  for (int count = 1; count < position && sent < text.size(); ++count) sent += Utf8Length(text, sent);
  const auto after = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.sent > sent; });
  const Piece& piece = *std::prev(after == pieces.begin() ? std::next(after) : after);
  const size_t end = after == pieces.end() ? statement.text.size() : after->marked;
  const bool is_copied = after == pieces.end() || after->sent - piece.sent == end - piece.marked;
  const size_t marked = is_copied ? piece.marked + (sent - piece.sent) : piece.marked;
  return static_cast<int>(Utf8Count(std::string_view(statement.text).substr(0, std::min(marked, end)))) + 1;
}

}  // namespace limbeck::dialect
