#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "python/fiber.h"
#include "python/frame.h"
#include "python/interpreter.h"
#include "python/names.h"
#include "python/small_buffer.h"
#include "python/traceback.h"
#include "python/value_stack.h"

// The evaluator. One function for each kind of node; statements say how they ended. Method by method:
//
//   eval_expr.cc           Evaluate and the small expressions; eval_name.cc: names
//   eval_call.cc           calls: arguments, methods without a bound object, super()
//   eval_comprehension.cc  comprehensions
//   eval_string.cc         f-strings
//   assign.cc              targets: binding, unpacking, deleting
//   exec_stmt.cc           statements; exec_try.cc, exec_with.cc, exec_match.cc, exec_import.cc
//   function_call.cc       frames of functions; bind_arguments.cc: their parameters
//   exec_class.cc          class statements
//
// What a value can do is asked of its type's slots by the functions of Interpreter (protocol.cc, operators.cc,
// attribute.cc).

namespace limbeck::python {

/// How a statement ended; the value of a return is in the frame.
enum class Completion : uint8_t { kNormal, kReturn, kBreak, kContinue };

using KeywordBuffer = SmallBuffer<std::pair<Symbol, Value>, 4>;
using PositionalBuffer = SmallBuffer<Value, 8>;

class Interpreter::Machine {
 public:
  explicit Machine(Interpreter& interpreter);
  ~Machine();

  Interpreter& interpreter() { return interpreter_; }

  // ---------------------------------------------------------------- expressions

  Value Evaluate(Frame& frame, const ast::Expr& expr);
  bool EvaluateTruth(Frame& frame, const ast::Expr& expr);
  Value LoadName(Frame& frame, const ast::NameRef& name, Span span);
  void StoreName(Frame& frame, const ast::NameRef& name, Value value);
  void DeleteName(Frame& frame, const ast::NameRef& name, Span span);

  // ---------------------------------------------------------------- statements

  Completion Execute(Frame& frame, const ast::Block& block);
  void Assign(Frame& frame, const ast::Expr& target, const Value& value);
  void Delete(Frame& frame, const ast::Expr& target);

  // ---------------------------------------------------------------- functions

  Value CallFunction(const FunctionObject& function, const CallArguments& arguments);
  /// Runs a function whose parameters lie in the first slots of `region`, which has room for slots and cells.
  Value RunFunction(const FunctionObject& function, ValueStack::Region& region);
  static size_t RegionSize(const ast::Code& code) { return code.slots.size() + code.cells.size(); }
  /// Fills the parameters' slots; throws TypeError in CPython's words.
  void BindArguments(const FunctionObject& function, const CallArguments& arguments, Value* slots);
  /// The body, in a frame whose parameters are in place. Also what a generator's stack runs.
  void RunBody(Frame& frame);
  void RunGeneratorExpression(Frame& frame, const ast::Comprehension& comprehension);
  /// Gives a value to whoever runs this generator; what was sent, when it goes on.
  Value YieldValue(Frame& frame, Value value);

  void RunModule(const ast::ModulePtr& tree, const Ref<ModuleObject>& module);
  /// The value of a tree of ParseExpression().
  Value EvaluateLone(const ast::ModulePtr& tree, const Ref<ModuleObject>& module);

  // ---------------------------------------------------------------- limits

  /// For natives that call each other as deep as values are nested: RecursionError when the stack is nearly full.
  void CheckStack() {
    const char here = 0;
    if (&here < stack_limit_) RaiseRecursionError();
  }
  /// For loops of natives: they count as statements, and stop when the script is to stop.
  void CountStep() {
    if (++steps_ >= next_check_ || interpreter_.interrupted_->load(std::memory_order_relaxed)) CheckLimits();
  }

  // ---------------------------------------------------------------- state

  Frame* frame() const { return frame_; }
  ValueStack& value_stack() { return *value_stack_; }
  /// The exception that an `except` or `finally` is handling: what a bare raise raises, and context of new ones.
  Ref<ExceptionObject>& handled() { return handled_; }
  /// Sets the context of an exception that is new in flight.
  void SetContext(ExceptionObject& exception);
  /// The exception passes through the frame: notes its place, unless it was re-raised there.
  void AddTraceback(const Frame& frame, ExceptionObject& exception);
  static TracebackEntry EntryOf(const Frame& frame);
  /// The exception's traceback is complete but for `base` and what lies below it.
  void KeepTracebackAbove(const Frame* base, const ExceptionObject& exception) { complete_above_ = {base, &exception}; }
  void set_settle(std::function<void()> settle) { settle_ = std::move(settle); }
  void Settle() const {
    if (settle_) settle_();
  }

  /// Runs `work` in the frame: exceptions get its place, other errors become exceptions.
  template <typename Work>
  void RunFrame(Frame& frame, Work work);
  /// The exception that `work` raises, if it does; other errors as what they are to the script. It is copied out of its
  /// catch block before any handler runs: handlers may switch to other stacks, and a catch block may not be left that
  /// way.
  template <typename Work>
  Ref<ExceptionObject> RunCatching(Work work);
  /// Runs `work` while the exception is the one that is being handled; what it raises has that as its context.
  template <typename Work>
  void WhileHandling(const Ref<ExceptionObject>& exception, Work work);
  static void FillCells(Frame& frame);
  /// At the end of the run.
  void BreakCycles();

  // ---------------------------------------------------------------- generators (generator.cc)

  void RunGenerator(GeneratorObject& generator);
  void RunGeneratorToEnd(GeneratorObject& generator);
  /// Runs the generator's stack until it suspends or ends.
  void SwitchTo(GeneratorObject& generator);
  /// On the generator's stack: hands a value out, gives what is sent in.
  Value Suspend(GeneratorObject& generator, Value value);
  static void TakeWhatCame(GeneratorObject& generator);
  void CloseInDestructor(GeneratorObject& generator);
  const std::shared_ptr<StackPool>& stack_pool() const { return stack_pool_; }
  /// False when the machine is gone: for generators that live longer.
  const std::shared_ptr<bool>& alive() const { return alive_; }

  void KeepClass(Ref<TypeObject> type) { classes_.push_back(std::move(type)); }

  /// On the C++ stack for the time that a `try` or `with` statement runs.
  class Watcher {
   public:
    Watcher(Machine& machine, Frame& frame);
    ~Watcher() { --frame_.watchers; }
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

   private:
    Frame& frame_;
  };

  /// On the C++ stack for the time that a frame runs.
  class FrameScope {
   public:
    FrameScope(Machine& machine, Frame& frame);
    ~FrameScope();
    FrameScope(const FrameScope&) = delete;
    FrameScope& operator=(const FrameScope&) = delete;

   private:
    Machine& machine_;
  };

  /// Room that must be left on a stack for a call to begin: natives need some of their own.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  static constexpr size_t kStackReserve = 512 << 10;
#else
  static constexpr size_t kStackReserve = 128 << 10;
#endif

 private:
  friend class Interpreter;

  [[noreturn]] void RaiseTooDeep();
  [[noreturn]] static void RaiseRecursionError();
  template <typename Work>
  void RunTree(const ModuleRunPtr& run, Work work);

  // eval_expr.cc
  Value EvaluateRare(Frame& frame, const ast::Expr& expr);
  Value EvaluateConstant(Frame& frame, const ast::Constant& constant);
  Value EvaluateAttribute(Frame& frame, const ast::Attribute& attribute);
  Value EvaluateSubscript(Frame& frame, const ast::Subscript& subscript);
  static const Value* FindByCache(const AttributeCache& cache, const Value& value, Symbol name);
  static void Remember(AttributeCache& cache, const Value& value, const TypeObject* type, Symbol name);
  Value EvaluateBinary(Frame& frame, const ast::BinaryOp& op);
  Value EvaluateUnary(Frame& frame, const ast::UnaryOp& op);
  Value EvaluateBool(Frame& frame, const ast::BoolOp& op);
  Value EvaluateCompare(Frame& frame, const ast::Compare& compare);
  Value CompareOnce(ast::CompareOperator op, const Value& left, const Value& right);
  Value EvaluateTuple(Frame& frame, const ast::Tuple& tuple);
  Value EvaluateSet(Frame& frame, const ast::Set& set);
  Value EvaluateDict(Frame& frame, const ast::Dict& dict);
  void MergeMapping(Frame& frame, DictObject& dict, const Value& mapping, Span span);
  std::vector<Value> EvaluateElements(Frame& frame, const Sequence<Child<ast::Expr>>& elements);
  Value EvaluateLambda(Frame& frame, const ast::Lambda& lambda);
  Value EvaluateSlice(Frame& frame, const ast::Slice& slice);
  Value EvaluateNamed(Frame& frame, const ast::NamedExpr& named);
  Value EvaluateAwait(Frame& frame, const ast::Await& await);
  Value EvaluateYield(Frame& frame, const ast::Yield& yield);
  Value EvaluateYieldFrom(Frame& frame, const ast::YieldFrom& yield);

  // eval_name.cc
  Value LoadGlobal(Frame& frame, const ast::NameRef& name, Span span);
  Value LoadClassName(Frame& frame, const ast::NameRef& name, Span span);
  void StoreGlobal(Frame& frame, const ast::NameRef& name, Value value);
  [[noreturn]] void RaiseUnbound(Frame& frame, const ast::NameRef& name, Span span);

  // eval_call.cc
  Value EvaluateCall(Frame& frame, const ast::Call& call);
  Value CallWithSelf(Frame& frame, const ast::Call& call, const Value& function, const Value& self);
  Value CallScriptFunction(Frame& frame, const ast::Call& call, const FunctionObject& function, const Value& self);
  Value CallGeneral(Frame& frame, const ast::Call& call, const Value& function, const Value& self);
  void EvaluateStarArguments(Frame& frame, const ast::Call& call, const Value& function, PositionalBuffer& positional);
  void EvaluateKeywords(Frame& frame, const ast::Call& call, const Value& function, KeywordBuffer& keywords);
  Value CallSuper(Frame& frame, const ast::Call& call);
  /// The function behind an attribute and the self it wants, without a bound method when that can be.
  std::pair<Value, Value> LoadMethod(Frame& frame, const ast::Attribute& attribute);

  // eval_comprehension.cc
  Value EvaluateComprehension(Frame& frame, const ast::Comprehension& comprehension);
  void RunClauses(Frame& frame, const ast::Comprehension& comprehension, size_t index, const Value& iterable,
                  const std::function<void()>& visit);
  Value AsyncIterate(const Value& iterable);
  Value AsyncNext(Frame& frame, const Value& iterator);
  void ForEachAsync(Frame& frame, const Value& iterable, const std::function<void(const Value&)>& visit);

  // eval_string.cc
  Value EvaluateFormattedValue(Frame& frame, const ast::FormattedValue& formatted);
  /// `opaque` becomes the text where a part of it is of a package that is not there.
  std::string JoinParts(Frame& frame, const ast::JoinedString& joined, Value& opaque);
  Value EvaluateJoinedString(Frame& frame, const ast::JoinedString& joined);
  void AppendFormatted(Frame& frame, const ast::FormattedValue& formatted, std::string& text, Value& opaque);

  // exec_stmt.cc
  void ExecuteSimple(Frame& frame, const ast::Stmt& stmt);
  void StoreAttribute(Frame& frame, const ast::Attribute& attribute, const Value& object, const Value& value);
  void Unpack(Frame& frame, const Sequence<Child<ast::Expr>>& targets, Span span, const Value& value);
  std::vector<Value> UnpackAll(const Value& value);
  Value Combine(Frame& frame, const ast::AugmentedAssign& stmt, const Value& old);
  Value EvaluateAnnotation(Frame& frame, const ast::Expr& annotation);
  Value AnnotationsOf(Frame& frame);
  void CheckLimits();
  Completion ExecuteStatement(Frame& frame, const ast::Stmt& stmt);
  Completion ExecuteIf(Frame& frame, const ast::If& stmt);
  Completion ExecuteWhile(Frame& frame, const ast::While& stmt);
  Completion ExecuteFor(Frame& frame, const ast::For& stmt);
  Completion ExecuteForRange(Frame& frame, const ast::For& stmt, const RangeObject& range);
  Completion ExecuteForList(Frame& frame, const ast::For& stmt, const Value& list);
  Completion ExecuteAsyncFor(Frame& frame, const ast::For& stmt);
  Completion ExecuteWith(Frame& frame, const ast::With& stmt, size_t item);
  // exec_try.cc
  void RunStarHandler(Frame& frame, const ast::ExceptHandler& handler, const Value& matching,
                      std::vector<Value>& raised);
  void NoteArrival(Frame& frame, ExceptionObject& exception);
  [[noreturn]] static void RaiseAgain(Frame& frame, const Ref<ExceptionObject>& exception);
  Completion ExecuteTry(Frame& frame, const ast::Try& stmt);
  Completion ExecuteHandled(Frame& frame, const ast::Try& stmt);
  Completion ExecuteStarHandlers(Frame& frame, const ast::Try& stmt, const Ref<ExceptionObject>& caught);
  bool Matches(Frame& frame, const ast::ExceptHandler& handler, const ExceptionObject& exception);
  bool MatchesType(const ExceptionObject& exception, const Value& wanted);
  Completion ExecuteHandler(Frame& frame, const ast::ExceptHandler& handler, const Value& exception);
  void Unbind(Frame& frame, const ast::NameRef& name);
  struct WithMethods {
    Value enter;
    Value exit;
  };
  WithMethods FindWithMethods(const Value& manager, bool is_async);
  Value CallWithMethod(const Value& method, const Value& manager, std::initializer_list<Value> arguments);
  Value AwaitIf(Frame& frame, bool is_async, Value value);
  /// What awaiting the value gives; suspends the running coroutine when the value does.
  Value Await(Frame& frame, const Value& awaitable);
  /// Yields all that the iterator gives, hands on what is sent; the value of its StopIteration.
  Value YieldFrom(Frame& frame, const Value& iterator);

  // exec_match.cc
  struct Bindings;
  Completion ExecuteMatch(Frame& frame, const ast::Match& stmt);
  bool MatchPattern(Frame& frame, const ast::Pattern& pattern, const Value& subject, Bindings& bindings);
  bool MatchSequence(Frame& frame, const ast::SequencePattern& pattern, const Value& subject, Bindings& bindings);
  bool MatchMapping(Frame& frame, const ast::MappingPattern& pattern, const Value& subject, Bindings& bindings);
  bool MatchClass(Frame& frame, const ast::ClassPattern& pattern, const Value& subject, Bindings& bindings);
  std::vector<Symbol> PositionalNames(const Value& type_value, const TypeObject& type, size_t count);
  void ExecuteAugmentedAssign(Frame& frame, const ast::AugmentedAssign& stmt);
  void ExecuteAnnotatedAssign(Frame& frame, const ast::AnnotatedAssign& stmt);
  void ExecuteRaise(Frame& frame, const ast::Raise& stmt);
  void ExecuteAssert(Frame& frame, const ast::Assert& stmt);
  void ExecuteImport(Frame& frame, const ast::Import& stmt);
  void ExecuteImportFrom(Frame& frame, const ast::ImportFrom& stmt);
  void ImportStar(Frame& frame, const Value& from);
  void ExecuteFunctionDef(Frame& frame, const ast::FunctionDef& stmt);
  void ExecuteClassDef(Frame& frame, const ast::ClassDef& stmt);
  void ExecuteTypeAlias(Frame& frame, const ast::TypeAlias& stmt);

  // exec_definition.cc
  struct ClassStatement {
    std::vector<Value> written;  ///< the bases as they were evaluated
    std::vector<Value> bases;    ///< and the classes that they stand for
    Value metaclass;
    KeywordBuffer keywords;
  };
  Ref<FunctionObject> MakeFunctionObject(Frame& frame, const ast::Function& definition);
  Value EvaluateAnnotations(Frame& frame, const ast::Function& definition);
  Value Decorate(Frame& frame, const Sequence<Child<ast::Expr>>& expressions, const std::vector<Value>& decorators,
                 Value decorated);
  Value BindTypeParameters(Frame& frame, const ast::TypeParameters& parameters);
  void EvaluateClassKeywords(Frame& frame, const ast::ClassDef& stmt, ClassStatement& statement);
  void Prepare(const ast::ClassDef& stmt, const ClassStatement& statement, ClassScope& scope);
  void SetInScope(ClassScope& scope, Symbol name, const Value& value);
  Value RunClassBody(Frame& outer, const ast::ClassDef& stmt, ClassScope& scope);
  Value FinishClass(const ast::ClassDef& stmt, const ClassStatement& statement, ClassScope& scope);

  Interpreter& interpreter_;
  Frame* frame_ = nullptr;
  ValueStack main_value_stack_;
  ValueStack* value_stack_ = &main_value_stack_;
  const char* stack_limit_ = nullptr;
  Ref<ExceptionObject> handled_;
  int depth_ = 0;
  uint64_t steps_ = 0;
  uint64_t next_check_ = 0;
  std::shared_ptr<StackPool> stack_pool_ = std::make_shared<StackPool>();
  std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::vector<std::weak_ptr<ModuleRun>> runs_;
  std::vector<Ref<TypeObject>> classes_;
  std::function<void()> settle_;
  std::pair<const Frame*, const ExceptionObject*> complete_above_{};
};

template <typename Work>
void Interpreter::Machine::RunFrame(Frame& frame, Work work) {
  const FrameScope scope(*this, frame);
  try {
    work();
  } catch (const ScriptError& error) {
    AddTraceback(frame, *error.exception());
    throw;
  } catch (const Error& error) {
    const Ref<ExceptionObject> exception = ExceptionOf(interpreter_, error);
    AddTraceback(frame, *exception);
    throw ScriptError(exception);
  }
}

template <typename Work>
Ref<ExceptionObject> Interpreter::Machine::RunCatching(Work work) {
  try {
    work();
  } catch (const ScriptError& error) {
    return error.exception();
  } catch (const Error& error) {
    return ExceptionOf(interpreter_, error);
  }
  return {};
}

template <typename Work>
void Interpreter::Machine::WhileHandling(const Ref<ExceptionObject>& exception, Work work) {
  const Ref<ExceptionObject> before = std::exchange(handled_, exception);
  struct Restore {
    Ref<ExceptionObject>& handled;
    const Ref<ExceptionObject>& before;
    ~Restore() { handled = before; }
  } const restore{handled_, before};
  try {
    work();
  } catch (const ScriptError& error) {
    SetContext(*error.exception());
    throw;
  }
}

}  // namespace limbeck::python
