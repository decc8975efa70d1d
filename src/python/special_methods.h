#pragma once

#include <initializer_list>
#include <optional>
#include <span>

#include "python/interpreter.h"
#include "python/names.h"

// Special methods: those of a class are looked for in the class and its ancestors, never in the instance.

namespace limbeck::python {

/// Calls the method `name` of the value's class; empty when the class has none.
Value CallSpecialIfAny(Interpreter& interpreter, const Value& self, Symbol name,
                       std::initializer_list<Value> arguments = {});

/// The same, where the caller knows that the class has it; a TypeError otherwise.
Value CallSpecial(Interpreter& interpreter, const Value& self, Symbol name,
                  std::initializer_list<Value> arguments = {});

/// Calls what was found in a class for an instance, as if it had been bound to it before.
Value CallBound(Interpreter& interpreter, const Value& found, const Value& self, const TypeObject* owner,
                const CallArguments& arguments);

/// "__add__" or "__radd__", "__iadd__", "__neg__", "__lt__".
Symbol BinaryName(ast::BinaryOperator op, bool reflected);
Symbol InPlaceName(ast::BinaryOperator op);
Symbol UnaryName(ast::UnaryOperator op);
Symbol CompareName(CompareOp op);

/// "+", "+=", "<": as messages have it.
const char* SignOf(ast::BinaryOperator op);
const char* SignOf(CompareOp op);
/// a < b is b > a.
CompareOp Swapped(CompareOp op);

}  // namespace limbeck::python
