#pragma once

#include <string>

#include "python/native.h"
#include "python/objects.h"
#include "python/script_error.h"

// What a script's files have in common, whether they are read or written.

namespace limbeck::python {

struct ScriptFile : NativeState {
  std::string name;
  std::string mode;
  std::string encoding = "utf-8";
  bool is_closed = false;
};

/// The state of a file's object. Throws ValueError when the file is closed.
template <typename File = ScriptFile>
File& StateOfOpen(const Value& self) {
  auto& state = *StateOf<File>(self);
  if (state.is_closed) RaiseValueError("I/O operation on closed file.");
  return state;
}

// Methods and properties.

Value CloseFile(Interpreter& interpreter, Arguments& arguments);
Value FileItself(Interpreter& interpreter, Arguments& arguments);
Value FlushFile(Interpreter& interpreter, Arguments& arguments);
Value FileName(Interpreter& interpreter, const Value& self);
Value FileMode(Interpreter& interpreter, const Value& self);
Value FileIsClosed(Interpreter& interpreter, const Value& self);
Value FileEncoding(Interpreter& interpreter, const Value& self);

/// readable(), seekable() and the like.
template <bool kAnswer>
Value FileAnswer(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  StateOfOpen(self);
  return Value::Bool(kAnswer);
}

std::string TextFileRepr(const ScriptFile& file);

}  // namespace limbeck::python
