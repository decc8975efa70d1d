#pragma once

#include "python/interpreter.h"

namespace limbeck::python {

/// The members of an ExceptionGroup, or null for another exception.
const std::vector<Value>* GroupMembers(const ExceptionObject& exception);

/// A group like `group`, with these members: same class if it has derive(), same message, cause and traceback.
Value DeriveGroup(Interpreter& interpreter, const Value& group, std::vector<Value> members);

/// Halves a group by a condition on its innermost exceptions: what matches, and the rest. Either may be empty.
struct GroupHalves {
  Value matching;
  Value rest;
};
GroupHalves SplitGroup(Interpreter& interpreter, const Value& exception,
                       const std::function<bool(const Value&)>& matches);

void FillExceptionGroup(TypeObject& type);

}  // namespace limbeck::python
