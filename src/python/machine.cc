#include "python/machine.h"

#include <pthread.h>

#include <fmt/format.h>

#include "python/passed_over.h"
#include "python/traceback.h"

namespace limbeck::python {
namespace {

/// The address below which this thread's stack is too short for one more call: natives need some room of their own.
const char* StackLimitOfThread(size_t reserve) {
  pthread_attr_t attributes;
  void* lowest = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return nullptr;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  return static_cast<const char*>(lowest) + reserve;
}

}  // namespace

Interpreter::Machine::Machine(Interpreter& interpreter)
    : interpreter_(interpreter), stack_limit_(StackLimitOfThread(kStackReserve)) {}

Interpreter::Machine::~Machine() {
  *alive_ = false;
}

/// Modules hold their functions, which hold their module; classes hold their methods, which hold their class.
void Interpreter::Machine::BreakCycles() {
  for (const std::weak_ptr<ModuleRun>& weak : runs_) {
    const ModuleRunPtr run = weak.lock();
    if (!run) continue;
    run->module->globals().Clear();
    run->constants.clear();
  }
  for (const Ref<TypeObject>& type : classes_) {
    type->attributes().Clear();
    type->Touch();
  }
}

Interpreter::Machine::FrameScope::FrameScope(Machine& machine, Frame& frame) : machine_(machine) {
  frame.back = machine.frame_;
  machine.frame_ = &frame;
  const char* here = static_cast<const char*>(__builtin_frame_address(0));
  if (++machine.depth_ > machine.interpreter_.options_.recursion_limit || here < machine.stack_limit_) {
    machine.RaiseTooDeep();
  }
}

Interpreter::Machine::FrameScope::~FrameScope() {
  --machine_.depth_;
  machine_.frame_ = machine_.frame_->back;
}

void Interpreter::Machine::RaiseTooDeep() {
  --depth_;
  frame_ = frame_->back;
  RaiseRecursionError();
}

void Interpreter::Machine::RaiseRecursionError() {
  Raise(Exceptions().recursion_error, "maximum recursion depth exceeded");
}

/// As CPython does: the exception that is being handled becomes the context, and no chain runs in a circle.
void Interpreter::Machine::SetContext(ExceptionObject& exception) {
  if (!handled_ || handled_.get() == &exception || !exception.context.is_empty()) return;
  for (ExceptionObject* link = handled_.get(); link != nullptr;) {
    auto* next = Cast<ExceptionObject>(link->context);
    if (next == &exception) {
      link->context = Value();
      break;
    }
    link = next;
  }
  exception.context = Value(handled_);
}

void Interpreter::Machine::AddTraceback(const Frame& frame, ExceptionObject& exception) {
  if (exception.raised_again_in == &frame) {
    exception.raised_again_in = nullptr;
    return;
  }
  if (complete_above_.second == &exception) {
    if (complete_above_.first != &frame) return;
    complete_above_ = {};
  }
  exception.traceback.push_back(EntryOf(frame));
}

TracebackEntry Interpreter::Machine::EntryOf(const Frame& frame) {
  return {frame.module_run().tree->source, frame.at, frame.code->name};
}

Interpreter::Machine::Watcher::Watcher(Machine& machine, Frame& frame) : frame_(frame) {
  machine.Settle();
  ++frame.watchers;
}

void Interpreter::Machine::RunModule(const ast::ModulePtr& tree, const Ref<ModuleObject>& module) {
  const auto run = std::make_shared<ModuleRun>(tree, module);
  runs_.push_back(run);
  Namespace& globals = module->globals();
  const std::string_view docstring = tree->code->docstring;
  globals.Set(Names().doc, docstring.data() == nullptr ? Value::None() : MakeStr(docstring));
  if (globals.Find(Names().name) == nullptr) globals.Set(Names().name, MakeStr(module->name()));
  globals.Set(Names().builtins, Value(interpreter_.builtins()));
  const bool is_guarded = frame_ != nullptr && frame_->guards != 0;
  RunTree(run, [&](Frame& frame) {
    if (!PassedOver::Applies(interpreter_, *tree, *module)) {
      Execute(frame, tree->body);
      return;
    }
    for (uint32_t i = 0; i < tree->body.size(); ++i) {
      frame.at = tree->body[i]->span;
      CountStep();
      const Ref<ExceptionObject> exception = RunCatching([&] { ExecuteStatement(frame, *tree->body[i]); });
      if (!exception) continue;
      NoteArrival(frame, *exception);
      if (!PassedOver::IsPossible(interpreter_, *exception, is_guarded)) RaiseAgain(frame, exception);
      PassedOver::Leave(interpreter_, frame, i, exception);
    }
  });
}

Value Interpreter::Machine::EvaluateLone(const ast::ModulePtr& tree, const Ref<ModuleObject>& module) {
  const auto run = std::make_shared<ModuleRun>(tree, module);
  Value result;
  RunTree(run, [&](Frame& frame) { result = Evaluate(frame, *ast::As<ast::ExpressionStmt>(*tree->body[0]).value); });
  return result;
}

/// Runs `work` in a frame of the module.
template <typename Work>
void Interpreter::Machine::RunTree(const ModuleRunPtr& run, Work work) {
  const ast::Code& code = *run->tree->code;
  ValueStack::Region region(*value_stack_, RegionSize(code));
  Frame frame;
  frame.code = &code;
  frame.run = &run;
  frame.slots = region.values();
  frame.cells = region.values() + code.slots.size();
  RunFrame(frame, [&] {
    FillCells(frame);
    work(frame);
  });
}

void Interpreter::Machine::FillCells(Frame& frame) {
  const auto& cells = frame.code->cells;
  for (uint32_t i = 0; i < cells.size(); ++i) {
    auto* cell = new CellObject();
    frame.cells[i] = Value(cell);
    if (cells[i].parameter_slot == ast::CellVariable::kNoParameter) continue;
    cell->value = std::move(frame.slots[cells[i].parameter_slot]);
  }
}

}  // namespace limbeck::python

#if defined(__SANITIZE_ADDRESS__)
#define LIMBECK_LOOKS_FOR_LEAKS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMBECK_LOOKS_FOR_LEAKS 1
#endif
#endif

#ifdef LIMBECK_LOOKS_FOR_LEAKS
// Objects of scripts are counted, and circles that scripts make of them stay until the process ends (decision 10): the
// leak checker looks at everything else.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" __attribute__((visibility("default"), used)) const char* __lsan_default_suppressions();
extern "C" __attribute__((visibility("default"), used)) const char* __lsan_default_options();
const char* __lsan_default_suppressions() {
  return "leak:limbeck::python::\n";
}
const char* __lsan_default_options() {
  return "print_suppressions=0";
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)
#endif
