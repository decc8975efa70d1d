#include "python/fiber.h"

#include <cxxabi.h>

#include <boost/context/fiber.hpp>
#include <boost/context/preallocated.hpp>
#include <boost/context/protected_fixedsize_stack.hpp>
#include <cstring>

#if defined(__SANITIZE_ADDRESS__)
#define LIMBECK_ASAN_FIBERS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMBECK_ASAN_FIBERS 1
#endif
#endif
#ifdef LIMBECK_ASAN_FIBERS
#include <sanitizer/common_interface_defs.h>
#endif
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace limbeck::python {
namespace {

namespace context = boost::context;

// Only pages that are touched take memory.
#if defined(LIMBECK_ASAN_FIBERS) || defined(__SANITIZE_THREAD__)
constexpr size_t kStackSize = 4 << 20;
#else
constexpr size_t kStackSize = 1 << 20;
#endif

context::stack_context ToContext(const StackPool::Stack& stack) {
  context::stack_context made;
  made.sp = stack.top;
  made.size = stack.size;
  return made;
}

/// The stack is the pool's, not the fiber's.
struct NoAllocator {
  context::stack_context allocate() { return {}; }
  void deallocate(context::stack_context&) {}
};

/// What C++ keeps of exceptions in flight, per thread: a pointer and a count.
class ExceptionState {
 public:
  void Swap() {
    char current[kSize];
    void* globals = abi::__cxa_get_globals();
    std::memcpy(current, globals, kSize);
    std::memcpy(globals, bytes_, kSize);
    std::memcpy(bytes_, current, kSize);
  }

 private:
  static constexpr size_t kSize = 2 * sizeof(void*);
  char bytes_[kSize] = {};
};

/// Tells the sanitizers which stack is about to run.
class SanitizerSwitch {
 public:
#ifdef LIMBECK_ASAN_FIBERS
  static void Start(void** fake_stack, const void* bottom, size_t size) {
    __sanitizer_start_switch_fiber(fake_stack, bottom, size);
  }
  static void Finish(void* fake_stack, const void** bottom, size_t* size) {
    __sanitizer_finish_switch_fiber(fake_stack, bottom, size);
  }
#else
  static void Start(void**, const void*, size_t) {}
  static void Finish(void*, const void**, size_t*) {}
#endif
};

}  // namespace

StackPool::~StackPool() {
  for (const Stack& stack : free_) {
    context::stack_context freed = ToContext(stack);
    context::protected_fixedsize_stack(stack.size).deallocate(freed);
  }
}

StackPool::Stack StackPool::Take() {
  if (!free_.empty()) {
    const Stack stack = free_.back();
    free_.pop_back();
    return stack;
  }
  const context::stack_context made = context::protected_fixedsize_stack(kStackSize).allocate();
  return {made.sp, made.size};
}

void StackPool::GiveBack(Stack stack) {
  if (free_.size() < kKept) {
    free_.push_back(stack);
    return;
  }
  context::stack_context freed = ToContext(stack);
  context::protected_fixedsize_stack(stack.size).deallocate(freed);
}

struct Fiber::State {
  std::shared_ptr<StackPool> pool;
  std::function<void()> body;
  StackPool::Stack stack;
  context::fiber inside;   ///< the body, while it is suspended
  context::fiber outside;  ///< whoever resumed it, while it runs
  ExceptionState exceptions;
  bool is_done = false;
  void* fake_stack_inside = nullptr;
  void* fake_stack_outside = nullptr;
  const void* outside_bottom = nullptr;
  size_t outside_size = 0;
#ifdef __SANITIZE_THREAD__
  void* thread_inside = nullptr;
  void* thread_outside = nullptr;
#endif

  const void* Bottom() const {
    return static_cast<const char*>(stack.top) - stack.size;
  }

  context::fiber Run(context::fiber&& caller) {
    SanitizerSwitch::Finish(nullptr, &outside_bottom, &outside_size);
    outside = std::move(caller);
    body();
    is_done = true;
    exceptions.Swap();
    SanitizerSwitch::Start(nullptr, outside_bottom, outside_size);
#ifdef __SANITIZE_THREAD__
    __tsan_switch_to_fiber(thread_outside, 0);
#endif
    return std::move(outside);
  }
};

Fiber::Fiber(std::shared_ptr<StackPool> pool, std::function<void()> body) : state_(std::make_unique<State>()) {
  state_->pool = std::move(pool);
  state_->body = std::move(body);
  state_->stack = state_->pool->Take();
#ifdef __SANITIZE_THREAD__
  state_->thread_inside = __tsan_create_fiber(0);
#endif
  const context::stack_context stack = ToContext(state_->stack);
  State* state = state_.get();
  state_->inside = context::fiber(std::allocator_arg, context::preallocated(stack.sp, stack.size, stack), NoAllocator(),
                                  [state](context::fiber&& caller) { return state->Run(std::move(caller)); });
}

Fiber::~Fiber() {
#ifdef __SANITIZE_THREAD__
  __tsan_destroy_fiber(state_->thread_inside);
#endif
  // A body that never began, or will never end: its context must not be unwound by boost.
  if (state_->inside) new (&state_->inside) context::fiber();
  state_->pool->GiveBack(state_->stack);
}

void Fiber::Resume() {
  State& state = *state_;
#ifdef __SANITIZE_THREAD__
  state.thread_outside = __tsan_get_current_fiber();
  __tsan_switch_to_fiber(state.thread_inside, 0);
#endif
  SanitizerSwitch::Start(&state.fake_stack_outside, state.Bottom(), state.stack.size);
  state.exceptions.Swap();
  state.inside = std::move(state.inside).resume();
  SanitizerSwitch::Finish(state.fake_stack_outside, nullptr, nullptr);
}

void Fiber::Suspend() {
  State& state = *state_;
  state.exceptions.Swap();
#ifdef __SANITIZE_THREAD__
  __tsan_switch_to_fiber(state.thread_outside, 0);
#endif
  SanitizerSwitch::Start(&state.fake_stack_inside, state.outside_bottom, state.outside_size);
  state.outside = std::move(state.outside).resume();
  SanitizerSwitch::Finish(state.fake_stack_inside, &state.outside_bottom, &state.outside_size);
}

bool Fiber::is_done() const {
  return state_->is_done;
}

const char* Fiber::stack_limit() const {
  return static_cast<const char*>(state_->Bottom());
}

}  // namespace limbeck::python
