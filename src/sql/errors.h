#pragma once

#include <string>

#include "limbeck/error.h"

namespace limbeck::sql {

// The failures of SQLAlchemy and Alembic that scripts and their users know, with the classes that a script can catch.

inline Error CompileError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("sqlalchemy.exc.CompileError");
}

inline Error UnsupportedCompilationError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("sqlalchemy.exc.UnsupportedCompilationError");
}

inline Error ArgumentError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("sqlalchemy.exc.ArgumentError");
}

inline Error InvalidRequestError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("sqlalchemy.exc.InvalidRequestError");
}

inline Error IdentifierError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("sqlalchemy.exc.IdentifierError");
}

inline Error NotImplementedError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("NotImplementedError");
}

inline Error ValueError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("ValueError");
}

inline Error KeyError(const std::string& message) {
  return Error(ErrorKind::kScript, message).ExceptionClass("KeyError");
}

inline Error CommandError(const std::string& message) {
  return Error(ErrorKind::kCommand, message).ExceptionClass("alembic.util.exc.CommandError");
}

}  // namespace limbeck::sql
