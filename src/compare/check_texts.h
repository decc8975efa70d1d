#pragma once

#include <vector>

#include "compare/compare.h"

namespace limbeck::compare {

/// The tables of models as a database of the same kind has them, so that texts can be compared in the server's words.
struct TableCopies {
  std::vector<DatabaseTable> tables;
  /// The same where the CHECKs were made from what the server says of those, which it may word in another way. Empty
  /// where it never does.
  std::vector<DatabaseTable> again;
};

/// Completes a comparison, which looks at the names of CHECKs alone, by their conditions. A CHECK that both sides have
/// by one name, and that says something else, goes and comes again.
void CompareCheckTexts(const std::vector<ModelTable>& models, const TableCopies& copies,
                       const std::vector<DatabaseTable>& database, const Options& options, Hooks& hooks,
                       const Rules& rules, Changes& changes);

}  // namespace limbeck::compare
