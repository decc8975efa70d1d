#include "python/script_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "python/builtin_types.h"

namespace limbeck::python {

Value CloseFile(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  arguments.Finish();
  StateOf<ScriptFile>(self)->is_closed = true;
  return Value::None();
}

Value FileItself(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  StateOfOpen(self);
  return self;
}

Value FlushFile(Interpreter&, Arguments& arguments) {
  StateOfOpen(arguments.Self());
  arguments.Finish();
  return Value::None();
}

Value FileName(Interpreter&, const Value& self) {
  return MakeStr(StateOf<ScriptFile>(self)->name);
}

Value FileMode(Interpreter&, const Value& self) {
  return MakeStr(StateOf<ScriptFile>(self)->mode);
}

Value FileIsClosed(Interpreter&, const Value& self) {
  return Value::Bool(StateOf<ScriptFile>(self)->is_closed);
}

Value FileEncoding(Interpreter&, const Value& self) {
  return MakeStr(StateOf<ScriptFile>(self)->encoding);
}

std::string TextFileRepr(const ScriptFile& file) {
  return fmt::format("<_io.TextIOWrapper name={} mode={} encoding={}>", PythonRepr(file.name), PythonRepr(file.mode),
                     PythonRepr(file.encoding));
}

}  // namespace limbeck::python
