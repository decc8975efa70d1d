#include "python/exception_group.h"
#include "python/machine.h"

// except*: each handler gets the part of the group that it wants; what nobody wanted goes on.

namespace limbeck::python {

Completion Interpreter::Machine::ExecuteStarHandlers(Frame& frame, const ast::Try& stmt,
                                                     const Ref<ExceptionObject>& caught) {
  Value left(caught);
  const bool is_group = GroupMembers(*caught) != nullptr;
  std::vector<Value> raised;
  for (const ast::ExceptHandler& handler : stmt.handlers) {
    if (left.is_empty()) break;
    const Value type = interpreter_.Resolve(Evaluate(frame, *handler.type));
    frame.at = handler.type->span;
    const GroupHalves halves = SplitGroup(interpreter_, left, [&](const Value& exception) {
      return MatchesType(*static_cast<ExceptionObject*>(exception.object()), type);
    });
    if (halves.matching.is_empty()) continue;
    left = halves.rest;
    RunStarHandler(frame, handler, halves.matching, raised);
  }
  if (raised.empty() && left.is_empty()) return Completion::kNormal;
  if (raised.empty()) RaiseAgain(frame, Ref<ExceptionObject>(static_cast<ExceptionObject*>(left.object())));
  if (!left.is_empty()) raised.push_back(left);
  if (raised.size() == 1 && !is_group) {
    RaiseAgain(frame, Ref<ExceptionObject>(static_cast<ExceptionObject*>(raised.front().object())));
  }
  const Value group = interpreter_.Call(Value(Exceptions().base_exception_group), {MakeStr(""), MakeList(raised)});
  throw ScriptError(Ref<ExceptionObject>(static_cast<ExceptionObject*>(group.object())));
}

/// A lone exception is handed to the handler as a group of one.
void Interpreter::Machine::RunStarHandler(Frame& frame, const ast::ExceptHandler& handler, const Value& matching,
                                          std::vector<Value>& raised) {
  Value group = matching;
  if (GroupMembers(*static_cast<ExceptionObject*>(matching.object())) == nullptr) {
    group = interpreter_.Call(Value(Exceptions().base_exception_group), {MakeStr(""), MakeList({matching})});
  }
  const Ref<ExceptionObject> handled(static_cast<ExceptionObject*>(group.object()));
  const Ref<ExceptionObject> failed =
      RunCatching([&] { WhileHandling(handled, [&] { ExecuteHandler(frame, handler, group); }); });
  if (failed) raised.emplace_back(failed);
}

}  // namespace limbeck::python
