#include "python/value.h"

#include <vector>

namespace limbeck::python {
namespace {

/// Deletions that may be under way in each other; a generator's stack has room for them.
constexpr int kMostNested = 40;

struct Deletions {
  int depth = 0;
  std::vector<const Object*> waiting;
};

thread_local Deletions deletions;

}  // namespace

void Object::Destroy() const {
  Deletions& state = deletions;
  if (state.depth >= kMostNested) return state.waiting.push_back(this);
  ++state.depth;
  delete this;
  --state.depth;
  while (state.depth == 0 && !state.waiting.empty()) {
    const Object* next = state.waiting.back();
    state.waiting.pop_back();
    ++state.depth;
    delete next;
    --state.depth;
  }
}

}  // namespace limbeck::python
