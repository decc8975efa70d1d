#pragma once

#include <variant>

#include "compare/change.h"

namespace limbeck::compare {

/// Calls `look` with each operation of a change, in order: with itself, or with those on its table. An operation that
/// is not const may be changed.
template <typename OneChange, typename Look>
void ForEachOperation(OneChange& change, const Look& look) {
  if (auto* operation = std::get_if<ops::Operation>(&change)) return look(*operation);
  for (auto& operation : std::get<ModifyTable>(change).operations) look(operation);
}

/// The same with each of several.
template <typename SomeChanges, typename Look>
void ForEachOperationOf(SomeChanges& changes, const Look& look) {
  for (auto& change : changes) ForEachOperation(change, look);
}

}  // namespace limbeck::compare
