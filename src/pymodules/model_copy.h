#pragma once

#include <optional>
#include <vector>

#include "compare/check_texts.h"
#include "compare/object_comparer.h"
#include "pymodules/models.h"

namespace limbeck::pymodules {

/// Makes the models, and what SQL files of the project declare beside them, in a database of their own: only there can
/// be read how the database words them. Implemented above, where such databases are made.
class ModelCopy {
 public:
  struct Contents {
    compare::TableCopies tables;
    /// nullopt when the models themselves know.
    std::optional<std::vector<schema::Sequence>> sequences;
    /// nullopt when the project has no such files.
    std::optional<std::vector<compare::ObjectVersion>> objects;
  };

  virtual ~ModelCopy() = default;
  virtual Contents Make(const Models& models) = 0;
};

}  // namespace limbeck::pymodules
