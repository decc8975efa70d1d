#include "python/exception_types.h"

#include "python/builtin_types.h"
#include "python/script_error.h"

namespace limbeck::python {
namespace {

/// One row for each member of ExceptionTypes; a base stands before what is made from it.
struct ExceptionRow {
  TypeObject* ExceptionTypes::*member;
  const char* name;
  TypeObject* ExceptionTypes::*base;
  TypeObject* ExceptionTypes::*second_base = nullptr;
};

using E = ExceptionTypes;

constexpr ExceptionRow kRows[] = {
    {&E::base_exception, "BaseException", nullptr},
    {&E::exception, "Exception", &E::base_exception},
    {&E::system_exit, "SystemExit", &E::base_exception},
    {&E::keyboard_interrupt, "KeyboardInterrupt", &E::base_exception},
    {&E::generator_exit, "GeneratorExit", &E::base_exception},
    {&E::stop_iteration, "StopIteration", &E::exception},
    {&E::stop_async_iteration, "StopAsyncIteration", &E::exception},
    {&E::arithmetic_error, "ArithmeticError", &E::exception},
    {&E::floating_point_error, "FloatingPointError", &E::arithmetic_error},
    {&E::overflow_error, "OverflowError", &E::arithmetic_error},
    {&E::zero_division_error, "ZeroDivisionError", &E::arithmetic_error},
    {&E::assertion_error, "AssertionError", &E::exception},
    {&E::attribute_error, "AttributeError", &E::exception},
    {&E::buffer_error, "BufferError", &E::exception},
    {&E::eof_error, "EOFError", &E::exception},
    {&E::import_error, "ImportError", &E::exception},
    {&E::module_not_found_error, "ModuleNotFoundError", &E::import_error},
    {&E::lookup_error, "LookupError", &E::exception},
    {&E::index_error, "IndexError", &E::lookup_error},
    {&E::key_error, "KeyError", &E::lookup_error},
    {&E::memory_error, "MemoryError", &E::exception},
    {&E::name_error, "NameError", &E::exception},
    {&E::unbound_local_error, "UnboundLocalError", &E::name_error},
    {&E::os_error, "OSError", &E::exception},
    {&E::file_exists_error, "FileExistsError", &E::os_error},
    {&E::file_not_found_error, "FileNotFoundError", &E::os_error},
    {&E::is_a_directory_error, "IsADirectoryError", &E::os_error},
    {&E::not_a_directory_error, "NotADirectoryError", &E::os_error},
    {&E::permission_error, "PermissionError", &E::os_error},
    {&E::connection_error, "ConnectionError", &E::os_error},
    {&E::connection_aborted_error, "ConnectionAbortedError", &E::connection_error},
    {&E::connection_refused_error, "ConnectionRefusedError", &E::connection_error},
    {&E::connection_reset_error, "ConnectionResetError", &E::connection_error},
    {&E::broken_pipe_error, "BrokenPipeError", &E::connection_error},
    {&E::blocking_io_error, "BlockingIOError", &E::os_error},
    {&E::child_process_error, "ChildProcessError", &E::os_error},
    {&E::interrupted_error, "InterruptedError", &E::os_error},
    {&E::process_lookup_error, "ProcessLookupError", &E::os_error},
    {&E::timeout_error, "TimeoutError", &E::os_error},
    {&E::runtime_error, "RuntimeError", &E::exception},
    {&E::not_implemented_error, "NotImplementedError", &E::runtime_error},
    {&E::recursion_error, "RecursionError", &E::runtime_error},
    {&E::syntax_error, "SyntaxError", &E::exception},
    {&E::indentation_error, "IndentationError", &E::syntax_error},
    {&E::tab_error, "TabError", &E::indentation_error},
    {&E::reference_error, "ReferenceError", &E::exception},
    {&E::system_error, "SystemError", &E::exception},
    {&E::type_error, "TypeError", &E::exception},
    {&E::value_error, "ValueError", &E::exception},
    {&E::unicode_error, "UnicodeError", &E::value_error},
    {&E::unicode_decode_error, "UnicodeDecodeError", &E::unicode_error},
    {&E::unicode_encode_error, "UnicodeEncodeError", &E::unicode_error},
    {&E::unicode_translate_error, "UnicodeTranslateError", &E::unicode_error},
    {&E::warning, "Warning", &E::exception},
    {&E::deprecation_warning, "DeprecationWarning", &E::warning},
    {&E::pending_deprecation_warning, "PendingDeprecationWarning", &E::warning},
    {&E::user_warning, "UserWarning", &E::warning},
    {&E::future_warning, "FutureWarning", &E::warning},
    {&E::runtime_warning, "RuntimeWarning", &E::warning},
    {&E::syntax_warning, "SyntaxWarning", &E::warning},
    {&E::import_warning, "ImportWarning", &E::warning},
    {&E::resource_warning, "ResourceWarning", &E::warning},
    {&E::unicode_warning, "UnicodeWarning", &E::warning},
    {&E::bytes_warning, "BytesWarning", &E::warning},
    {&E::encoding_warning, "EncodingWarning", &E::warning},
    {&E::base_exception_group, "BaseExceptionGroup", &E::base_exception},
    {&E::exception_group, "ExceptionGroup", &E::base_exception_group, &E::exception},
};

ExceptionTypes MakeTypes() {
  ExceptionTypes types{};
  for (const ExceptionRow& row : kRows) {
    types.*row.member = new TypeObject(nullptr, row.name, Layout::kException);
    (types.*row.member)->MakeImmortal();
  }
  return types;
}

const ExceptionTypes kTypes = MakeTypes();

}  // namespace

const ExceptionTypes& Exceptions() {
  return kTypes;
}

void FillExceptionTypes() {
  for (const ExceptionRow& row : kRows) {
    TypeObject& type = *(kTypes.*row.member);
    type.set_type(Types().type);
    FillException(type);
    AddSlotMethods(type);
    std::vector<Ref<TypeObject>> bases;
    bases.emplace_back(row.base == nullptr ? Types().object : kTypes.*row.base);
    if (row.second_base != nullptr) bases.emplace_back(kTypes.*row.second_base);
    type.SetBases(std::move(bases));
  }
}

void ForEachExceptionType(const std::function<void(TypeObject&)>& visit) {
  for (const ExceptionRow& row : kRows) visit(*(kTypes.*row.member));
}

}  // namespace limbeck::python
