#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "python/ast_expr.h"
#include "python/ast_stmt.h"

/// The tree of a Python module, in the words of Python's own `ast`.
///
/// Nodes are plain structs with a header {kind, span}, made in one arena that the Module owns, and told apart by a
/// switch on the kind followed by As<T>(). Why not std::variant and unique_ptr: a file is parsed at the speed of a
/// memory copy or so, a whole tree is freed with a few calls, nodes lie in the order in which they are visited, and a
/// switch on one byte is what the evaluator's speed rests on.
///
/// After ParseModule() has returned, nothing in a tree ever changes: it is held as `shared_ptr<const Module>` and may
/// be read by any number of threads; Child and Sequence hand constness down. What an interpreter wants to remember
/// about a node goes into tables of its own, for which nodes carry dense numbers (`index`, `cache_index`).
///
/// Depth: no path from the root is longer than kMaxTreeDepth nodes (the parser refuses such a source), so recursion
/// over a tree needs no counter of its own to be safe on a stack of ordinary size.
namespace limbeck::python::ast {

inline constexpr uint32_t kMaxTreeDepth = 2500;

/// The node as what its kind says it is.
template <typename T, typename Node>
const T& As(const Node& node) {
  return static_cast<const T&>(node);
}
template <typename T, typename Node>
T& As(Node& node) {
  return static_cast<T&>(node);
}

/// The node as T when it is one, else null.
template <typename T, typename Node>
const T* TryAs(const Node& node) {
  return node.kind == T::kKind ? static_cast<const T*>(&node) : nullptr;
}

/// SyntaxWarning or DeprecationWarning of a parsed text, e.g. an invalid escape.
struct Warning {
  Span span;
  std::string message;
  bool operator==(const Warning&) const = default;
};

/// How many numbers of each series the nodes of a module carry.
struct Counts {
  uint32_t constants = 0;
  uint32_t attribute_caches = 0;
  uint32_t call_caches = 0;
  uint32_t codes = 0;
};

struct Module {
  SourcePtr source;
  Block body;
  /// Kind kModule; its slots are those of comprehensions at module level.
  Child<Code> code;
  /// Every name that some code looks up or binds as a global: NameRef::index of kGlobal and kClassName counts here.
  Sequence<Symbol> global_names;
  Counts counts;
  /// `from __future__ import annotations`: annotations are the text of their expression, see PrintExpression().
  bool future_annotations = false;
  std::vector<Warning> warnings;

  Arena arena;
};

using ModulePtr = std::shared_ptr<const Module>;

}  // namespace limbeck::python::ast
