#pragma once

#include <vector>

#include "compare/compare.h"

namespace limbeck::compare {

/// Completes a comparison of the tables by the sequences that no column owns: those of the models come before the
/// tables, those that no model has go behind them, unless a default still counts with one. What a sequence counts with
/// is not compared.
void CompareSequences(const std::vector<schema::Sequence>& wanted, const std::vector<schema::Sequence>& known,
                      const std::vector<ModelTable>& models, const Options& options, const Rules& rules, Hooks& hooks,
                      Changes& changes);

}  // namespace limbeck::compare
