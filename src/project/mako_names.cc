#include "project/mako_names.h"

#include <algorithm>
#include <string_view>

#include "project/python_cursor.h"

namespace limbeck::project {
namespace {

constexpr std::string_view kKeywords[] = {"False",  "None",   "True",    "and",      "as",       "assert", "async",
                                          "await",  "break",  "class",   "continue", "def",      "del",    "elif",
                                          "else",   "except", "finally", "for",      "from",     "global", "if",
                                          "import", "in",     "is",      "lambda",   "nonlocal", "not",    "or",
                                          "pass",   "raise",  "return",  "try",      "while",    "with",   "yield"};

constexpr std::string_view kBuiltins[] = {"Exception",
                                          "AttributeError",
                                          "IndexError",
                                          "KeyError",
                                          "LookupError",
                                          "NameError",
                                          "RuntimeError",
                                          "StopIteration",
                                          "TypeError",
                                          "ValueError",
                                          "ZeroDivisionError",
                                          "abs",
                                          "all",
                                          "any",
                                          "ascii",
                                          "bin",
                                          "bool",
                                          "bytes",
                                          "callable",
                                          "chr",
                                          "dict",
                                          "dir",
                                          "divmod",
                                          "enumerate",
                                          "filter",
                                          "float",
                                          "format",
                                          "frozenset",
                                          "getattr",
                                          "globals",
                                          "hasattr",
                                          "hash",
                                          "hex",
                                          "id",
                                          "int",
                                          "isinstance",
                                          "issubclass",
                                          "iter",
                                          "len",
                                          "list",
                                          "map",
                                          "max",
                                          "min",
                                          "next",
                                          "object",
                                          "oct",
                                          "ord",
                                          "pow",
                                          "print",
                                          "range",
                                          "repr",
                                          "reversed",
                                          "round",
                                          "set",
                                          "setattr",
                                          "slice",
                                          "sorted",
                                          "str",
                                          "sum",
                                          "super",
                                          "tuple",
                                          "type",
                                          "vars",
                                          "zip"};

template <typename Words>
bool Contains(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Words of a string: of an f-string, all of them.
void CollectFormatted(std::string_view literal, std::set<std::string>& names) {
  const std::string_view prefix = literal.substr(0, literal.find_first_of("\"'"));
  if (prefix.find_first_of("fFtT") == std::string_view::npos) return;
  for (PythonCursor cursor(literal, prefix.size()); !cursor.AtEnd();) {
    const std::string_view word = cursor.ReadName();
    if (word.empty()) cursor.Advance();
    if (!word.empty() && !Contains(kKeywords, word)) names.emplace(word);
  }
}

/// Calls a function with each piece of code in the nodes.
template <typename Function>
class CodeVisitor {
 public:
  explicit CodeVisitor(const Function& function) : function_(function) {}

  void Visit(const MakoNodes& nodes) {
    for (const MakoNode& node : nodes) std::visit(*this, node.value);
  }

  void operator()(const MakoText&) {}
  void operator()(const MakoExpression& expression) {
    function_(expression.code);
    VisitCode(expression.filters);
  }
  void operator()(const MakoPythonBlock& block) {
    if (!block.at_module_level) function_(block.code);
  }
  void operator()(const MakoControl& control) {
    for (const MakoClause& clause : control.clauses) {
      function_(clause.line);
      Visit(clause.body);
    }
  }
  void operator()(const MakoDef& def) {
    function_(def.parameters);
    VisitCode(def.filters);
    Visit(def.body);
  }
  void operator()(const MakoBlock& block) {
    VisitCode(block.filters);
    Visit(block.body);
  }
  void operator()(const MakoVerbatim& verbatim) { VisitCode(verbatim.filters); }

  void VisitCode(const std::vector<MakoCode>& pieces) {
    for (const MakoCode& piece : pieces) function_(piece);
  }

 private:
  const Function& function_;
};

template <typename Function>
void ForEachCode(const MakoNodes& nodes, const Function& function) {
  CodeVisitor<Function>(function).Visit(nodes);
}

}  // namespace

void CollectNames(std::string_view code, std::set<std::string>& names) {
  std::set<std::string> declared;
  bool in_declaration = false;
  bool after_dot = false;
  for (PythonCursor cursor(code); !cursor.AtEnd();) {
    const size_t begin = cursor.position();
    if (cursor.AtString()) {
      cursor.SkipString();
      CollectFormatted(code.substr(begin, cursor.position() - begin), names);
      continue;
    }
    const std::string_view word = cursor.ReadName();
    if (word.empty()) {
      in_declaration = in_declaration && !cursor.AtLineEnd();
      after_dot = cursor.Peek() == '.';
      if (cursor.Peek() == '#') {
        cursor.SkipComment();
      } else {
        cursor.Advance();
      }
      continue;
    }
    const bool is_name = !after_dot && !Contains(kKeywords, word);
    in_declaration = in_declaration || word == "global" || word == "nonlocal";
    if (is_name) (in_declaration ? declared : names).emplace(word);
    after_dot = false;
  }
  for (const std::string& name : declared) names.erase(name);
}

std::set<std::string> NamesIn(const MakoTemplate& mako) {
  std::set<std::string> names;
  const auto collect = [&](const MakoCode& code) { CollectNames(mako.source->Text(code), names); };
  ForEachCode(mako.nodes, collect);
  for (const MakoPageArgument& argument : mako.page_arguments) {
    if (argument.default_value) collect(*argument.default_value);
  }
  for (const MakoCode& filter : mako.page_filters) collect(filter);
  return names;
}

bool MentionsLoop(const SourceFile& source, const MakoNodes& nodes) {
  std::set<std::string> names;
  ForEachCode(nodes, [&](const MakoCode& code) { CollectNames(source.Text(code), names); });
  return names.count("loop") > 0;
}

bool IsPythonBuiltin(const std::string& name) {
  return Contains(kBuiltins, name);
}

}  // namespace limbeck::project
