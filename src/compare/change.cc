#include "compare/change.h"

#include "ops/reverse.h"

namespace limbeck::compare {
namespace {

struct Reverser {
  Change operator()(const ops::Operation& operation) const { return ops::Reverse(operation); }
  Change operator()(const ModifyTable& modify) const {
    ModifyTable reversed{modify.table, modify.schema, {}};
    for (auto op = modify.operations.rbegin(); op != modify.operations.rend(); ++op) {
      reversed.operations.push_back(ops::Reverse(*op));
    }
    return reversed;
  }
};

}  // namespace

Changes Reverse(const Changes& changes) {
  Changes reversed;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    reversed.push_back(std::visit(Reverser(), *change));
  }
  return reversed;
}

}  // namespace limbeck::compare
