#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace limbeck::python {

/// Memory for fibers' stacks, kept for the next fiber. Belongs to one thread.
class StackPool {
 public:
  StackPool() = default;
  ~StackPool();
  StackPool(const StackPool&) = delete;
  StackPool& operator=(const StackPool&) = delete;

  struct Stack {
    void* top = nullptr;  ///< stacks grow down
    size_t size = 0;
  };
  Stack Take();
  void GiveBack(Stack stack);

 private:
  static constexpr size_t kKept = 16;

  std::vector<Stack> free_;
};

/// A call that can be left in the middle and taken up again, on a stack of its own (with a guard page below it).
///
/// C++'s own state of exceptions in flight is swapped with the stack, and the sanitizers are told; so a fiber may be
/// resumed from anywhere, also from a destructor.
class Fiber {
 public:
  /// `body` runs at the first Resume(); it must not throw.
  Fiber(std::shared_ptr<StackPool> pool, std::function<void()> body);
  /// A body that was begun must have ended; else its stack is given up as it is.
  ~Fiber();
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;

  /// Runs the body until it suspends or ends.
  void Resume();
  /// Called by the body: goes back to where Resume() was called.
  void Suspend();
  bool is_done() const;
  /// The lowest address of the stack.
  const char* stack_limit() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace limbeck::python
