#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "limbeck/error.h"
#include "python/objects.h"

namespace limbeck::python {

/// A Python exception in flight. It never leaves the python room: at the edge it becomes a limbeck::Error.
class ScriptError : public std::exception {
 public:
  explicit ScriptError(Ref<ExceptionObject> exception) : exception_(std::move(exception)) {}
  const Ref<ExceptionObject>& exception() const { return exception_; }
  const char* what() const noexcept override { return exception_->type()->name().c_str(); }

 private:
  Ref<ExceptionObject> exception_;
};

/// The built-in exception classes; made once for the process, immutable.
struct ExceptionTypes {
  TypeObject *base_exception, *exception, *system_exit, *keyboard_interrupt, *generator_exit, *stop_iteration,
      *stop_async_iteration, *arithmetic_error, *floating_point_error, *overflow_error, *zero_division_error,
      *assertion_error, *attribute_error, *buffer_error, *eof_error, *import_error, *module_not_found_error,
      *lookup_error, *index_error, *key_error, *memory_error, *name_error, *unbound_local_error, *os_error,
      *file_exists_error, *file_not_found_error, *is_a_directory_error, *not_a_directory_error, *permission_error,
      *connection_error, *connection_aborted_error, *connection_refused_error, *connection_reset_error,
      *broken_pipe_error, *blocking_io_error, *child_process_error, *interrupted_error, *process_lookup_error,
      *timeout_error, *runtime_error, *not_implemented_error, *recursion_error, *syntax_error, *indentation_error,
      *tab_error, *reference_error, *system_error, *type_error, *value_error, *unicode_error, *unicode_decode_error,
      *unicode_encode_error, *unicode_translate_error, *warning, *deprecation_warning, *pending_deprecation_warning,
      *user_warning, *future_warning, *runtime_warning, *syntax_warning, *import_warning, *resource_warning,
      *unicode_warning, *bytes_warning, *encoding_warning, *base_exception_group, *exception_group;
};
const ExceptionTypes& Exceptions();

/// A new exception of a class with one argument.
Ref<ExceptionObject> MakeException(const TypeObject* type, std::string_view message);

[[noreturn]] void Raise(const TypeObject* type, std::string_view message);
[[noreturn]] void Raise(const TypeObject* type, const Value& argument);

[[noreturn]] inline void RaiseTypeError(std::string_view message) {
  Raise(Exceptions().type_error, message);
}
[[noreturn]] inline void RaiseValueError(std::string_view message) {
  Raise(Exceptions().value_error, message);
}

/// What `work` gives, or empty when it raises an exception of the type: for exceptions that are answers.
template <typename Work>
Value EmptyIfRaised(const TypeObject* type, Work work) {
  try {
    return work();
  } catch (const ScriptError& error) {
    if (!error.exception()->type()->IsSubtypeOf(type)) throw;
  }
  return {};
}

/// What Limbeck does not do, by its name: passes through a script's `except` unharmed.
Error Unsupported(std::string_view what);

}  // namespace limbeck::python
