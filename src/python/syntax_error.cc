#include "python/syntax_error.h"

namespace limbeck::python {
namespace {

Error MakeError(const char* exception_class, const SourceFile& source, Span span, const std::string& message) {
  Error error(ErrorKind::kScript, message);
  error.At(source.PlaceOf(span)).ExceptionClass(exception_class);
  return error;
}

}  // namespace

Error SyntaxError(const SourceFile& source, Span span, const std::string& message) {
  return MakeError("SyntaxError", source, span, message);
}

Error IndentationError(const SourceFile& source, Span span, const std::string& message) {
  return MakeError("IndentationError", source, span, message);
}

Error TabError(const SourceFile& source, Span span, const std::string& message) {
  return MakeError("TabError", source, span, message);
}

Error TooDeepError(const SourceFile& source, Span span) {
  return MakeError("RecursionError", source, span, "maximum recursion depth exceeded during compilation");
}

}  // namespace limbeck::python
