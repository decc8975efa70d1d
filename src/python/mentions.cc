#include "python/mentions.h"

#include <memory>

#include "python/lexer.h"

// A tree would say no more than the tokens do: what matters of `a.b.c` is what stands behind it.

namespace limbeck::python {
namespace {

class Finder {
 public:
  explicit Finder(std::string_view text) : source_("", std::string(text)), list_(Tokenize(source_)) {}

  std::vector<Mention> Find() {
    TokenKind before = TokenKind::kNewline;
    for (at_ = 0; at_ < list_.tokens.size();) {
      const TokenKind kind = KindAt(at_);
      if (kind == TokenKind::kLeftParenthesis || kind == TokenKind::kLeftBracket) ++depth_;
      if (kind == TokenKind::kRightParenthesis || kind == TokenKind::kRightBracket) --depth_;
      if (kind == TokenKind::kName && before != TokenKind::kDot) {
        ReadChain();
        before = TokenKind::kName;
      } else {
        before = kind;
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  TokenKind KindAt(size_t at) const { return at < list_.tokens.size() ? list_.tokens[at].kind : TokenKind::kEndMarker; }
  Symbol NameAt(size_t at) const { return list_.names[list_.tokens[at].value].symbol; }

  /// a.b.c, up to what does something with it.
  void ReadChain() {
    Mention mention{NameAt(at_++), {}, {}};
    while (KindAt(at_) == TokenKind::kDot && KindAt(at_ + 1) == TokenKind::kName) {
      mention.attributes.push_back(NameAt(at_ + 1));
      at_ += 2;
    }
    switch (KindAt(at_)) {
      case TokenKind::kEqual:  // a target, or the name of an argument
        return;
      case TokenKind::kLeftBracket:
        if (IsOnlyRead()) return;
        mention.key = Key();
        break;
      case TokenKind::kLeftParenthesis:
        if (!mention.attributes.empty()) mention.attributes.pop_back();
        break;
      default:
        break;
    }
    found_.push_back(std::move(mention));
  }

  /// Of `["key"]`.
  std::string Key() const {
    const bool is_plain = KindAt(at_ + 1) == TokenKind::kString && KindAt(at_ + 2) == TokenKind::kRightBracket;
    if (!is_plain || list_.tokens[at_ + 1].value != 0) return "";
    const std::string_view text = source_.Text(list_.tokens[at_ + 1].span());
    return std::string(text.substr(1, text.size() - 2));
  }

  /// Whether an item is taken with which nothing more is done here, or which is assigned.
  bool IsOnlyRead() const {
    size_t at = at_;
    for (int open = 0; at < list_.tokens.size(); ++at) {
      const TokenKind kind = KindAt(at);
      if (kind == TokenKind::kLeftBracket) ++open;
      if (kind == TokenKind::kRightBracket && --open == 0) break;
    }
    switch (KindAt(at + 1)) {
      case TokenKind::kDot:
      case TokenKind::kLeftParenthesis:
      case TokenKind::kLeftBracket:
        return false;
      case TokenKind::kComma:
      case TokenKind::kRightParenthesis:
        return depth_ == 0;
      default:
        return true;
    }
  }

  const SourceFile source_;
  const TokenList list_;
  std::vector<Mention> found_;
  size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

std::vector<Mention> FindMentions(std::string_view text) {
  return Finder(text).Find();
}

}  // namespace limbeck::python
