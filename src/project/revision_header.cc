// One pass over the file, statement by statement. Statements at the left margin are looked at; what is indented under
// `def` and `class` is skipped, what is indented under `if` and the like may only not assign the names.

#include "project/revision_header.h"

#include <algorithm>
#include <array>

#include "project/python_cursor.h"
#include "project/python_literal.h"

namespace limbeck::project {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"revision", "down_revision", "branch_labels", "depends_on",
                                                    "__doc__"};
constexpr std::array<std::string_view, 3> kScopes = {"def", "class", "async"};
constexpr std::array<std::string_view, 2> kImports = {"import", "from"};
/// Statements that can bind a name without an "=".
constexpr std::array<std::string_view, 5> kBinders = {"del", "for", "with", "except", "match"};

template <typename Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether one of the names stands in a piece of code, other than as an attribute.
bool MentionsName(std::string_view code) {
  for (PythonCursor cursor(code); !cursor.AtEnd();) {
    if (cursor.AtString()) {
      cursor.SkipString();
      continue;
    }
    if (!IsNameStart(cursor.Peek())) {
      cursor.Advance();
      continue;
    }
    const bool attribute = cursor.position() > 0 && code[cursor.position() - 1] == '.';
    if (Contains(kNames, cursor.ReadName()) && !attribute) return true;
  }
  return false;
}

std::vector<std::string> ItemsOf(PythonLiteral literal) {
  if (auto* items = std::get_if<std::vector<std::string>>(&literal)) return std::move(*items);
  if (auto* text = std::get_if<std::string>(&literal)) return {std::move(*text)};
  return {};
}

class HeaderScanner {
 public:
  explicit HeaderScanner(std::string_view text) : cursor_(text) {}

  HeaderScan Scan() {
    while (!cursor_.AtEnd()) ReadLine();
    if (cursor_.broken()) MarkNotLiteral(statement_);
    return std::move(scan_);
  }

 private:
  void ReadLine() {
    const size_t begin = cursor_.position();
    while (cursor_.Peek() == ' ' || cursor_.Peek() == '\t' || cursor_.Peek() == '\f') cursor_.Advance();
    const bool indented = cursor_.position() > begin && cursor_.text()[cursor_.position() - 1] != '\f';
    if (cursor_.Peek() == '#') cursor_.SkipComment();
    if (cursor_.AtLineEnd()) return cursor_.SkipLineEnd();
    // How far in a line stands that begins with a join is more than is worth knowing here.
    if (cursor_.Peek() == '\\') MarkNotLiteral(begin);
    if (!indented) in_scope_ = false;
    if (indented && in_scope_) return cursor_.SkipLogicalLine();
    ReadStatements(indented);
  }

  void ReadStatements(bool conditional) {
    for (;;) {
      statement_ = cursor_.position();
      ReadStatement(conditional);
      first_ = false;
      if (cursor_.Peek() != ';') break;
      cursor_.Advance();
      cursor_.SkipBlanks();
      if (cursor_.AtStatementEnd()) break;
    }
    cursor_.SkipLogicalLine();
  }

  void ReadStatement(bool conditional) {
    if (first_ && (cursor_.AtString() || cursor_.Peek() == '(') && ReadDocstring()) return;
    const std::string_view word = cursor_.PeekName();
    if (Contains(kScopes, word) || cursor_.Peek() == '@') return ReadScope(conditional);
    if (Contains(kImports, word)) return ReadImport();
    if (!conditional && Contains(kNames, word) && ReadAssignment(word)) return;
    cursor_.set_position(statement_);
    WatchStatement();
  }

  bool ReadDocstring() {
    std::optional<PythonLiteral> literal = ReadPythonLiteral(cursor_);
    const bool is_text = literal && std::holds_alternative<std::string>(*literal);
    if (is_text) {
      scan_.header.docstring = std::get<std::string>(std::move(*literal));
    } else if (!cursor_.broken()) {
      // It may be one that needs evaluation ("\N{...}"); an f-string or an expression is none, but does no harm.
      MarkNotLiteral(statement_);
      cursor_.set_position(statement_);
    }
    return is_text;
  }

  /// A decorator, or the header of a function or class: what is indented below cannot assign at module level.
  void ReadScope(bool conditional) {
    in_scope_ = !conditional;
    while (!cursor_.AtStatementEnd() && cursor_.Peek() != '(' && cursor_.Peek() != ':') {
      if (Contains(kNames, cursor_.PeekName())) MarkNotLiteral(cursor_.position());
      cursor_.SkipToken();
    }
  }

  void ReadImport() {
    SkipStatement();
    if (MentionsName(Statement())) MarkNotLiteral(statement_);
  }

  /// "name = literal" or "name: annotation = literal". False for anything else that begins with the name.
  bool ReadAssignment(std::string_view name) {
    cursor_.Advance(name.size());
    cursor_.SkipBlanks();
    if (cursor_.Peek() == ':' && cursor_.Peek(1) != '=') {
      SkipAnnotation();
      if (cursor_.AtStatementEnd()) return true;
    }
    if (cursor_.Peek() != '=' || cursor_.Peek(1) == '=') return false;
    cursor_.Advance();
    std::optional<PythonLiteral> literal = ReadPythonLiteral(cursor_);
    if (!literal || !Assign(name, std::move(*literal))) {
      MarkNotLiteral(statement_);
      SkipStatement();
    }
    return true;
  }

  void SkipAnnotation() {
    while (!cursor_.AtStatementEnd() && cursor_.Peek() != '=') cursor_.SkipToken();
  }

  bool Assign(std::string_view name, PythonLiteral literal) {
    RevisionHeader& header = scan_.header;
    if (name == "revision") {
      if (!std::holds_alternative<std::string>(literal)) return false;
      header.revision = std::get<std::string>(std::move(literal));
    } else if (name == "down_revision") {
      header.down_revisions = ItemsOf(std::move(literal));
    } else if (name == "branch_labels") {
      header.branch_labels = ItemsOf(std::move(literal));
    } else if (name == "depends_on") {
      header.depends_on = ItemsOf(std::move(literal));
    } else {
      return false;
    }
    return true;
  }

  /// Over a statement of another kind: none of the names may stand to the left of an "=".
  void WatchStatement() {
    size_t target = cursor_.position();
    while (!cursor_.AtStatementEnd()) {
      const char c = cursor_.Peek();
      if (c != '=') {
        cursor_.SkipToken();
        continue;
      }
      if (cursor_.Peek(1) == '=') {
        cursor_.Advance(2);
        continue;
      }
      if (MentionsName(cursor_.text().substr(target, cursor_.position() - target))) MarkNotLiteral(statement_);
      cursor_.Advance();
      target = cursor_.position();
    }
    if (Contains(kBinders, PythonCursor(Statement()).PeekName()) && MentionsName(Statement())) {
      MarkNotLiteral(statement_);
    }
  }

  std::string_view Statement() const { return cursor_.text().substr(statement_, cursor_.position() - statement_); }

  void SkipStatement() {
    while (!cursor_.AtStatementEnd()) cursor_.SkipToken();
  }

  void MarkNotLiteral(size_t begin) {
    if (scan_.not_literal) return;
    const std::string_view text = cursor_.text();
    const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    scan_.not_literal = Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  PythonCursor cursor_;
  HeaderScan scan_;
  /// Where the statement being read begins.
  size_t statement_ = 0;
  bool first_ = true;
  /// Indented lines belong to a function or class.
  bool in_scope_ = false;
};

}  // namespace

HeaderScan ScanPythonHeader(std::string_view text) {
  return HeaderScanner(text).Scan();
}

}  // namespace limbeck::project
