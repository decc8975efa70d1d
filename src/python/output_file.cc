#include "python/output_file.h"

#include <fmt/format.h>

#include "base/text.h"
#include "python/builtin_types.h"

namespace limbeck::python {
namespace {

struct OutputState : NativeState {
  explicit OutputState(FileSystem& host_files) : files(host_files) {}
  FileSystem& files;
  /// The script's folder may change while the file is open.
  std::string path;
  std::string name;
  std::string mode;
  bool is_closed = false;
};

OutputState& StateOfOpen(const Value& self) {
  auto& state = *StateOf<OutputState>(self);
  if (state.is_closed) RaiseValueError("I/O operation on closed file.");
  return state;
}

void Append(Interpreter& interpreter, const OutputState& state, const Value& text) {
  const Value given = interpreter.Resolve(text);
  const auto* written = Cast<StrObject>(given);
  if (written == nullptr) RaiseTypeError("write() argument must be str, not " + TypeName(given));
  state.files.AppendFile(state.path, written->text());
}

Value Write(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value text = arguments.Required("text");
  arguments.Finish();
  Append(interpreter, StateOfOpen(self), text);
  return Value::Int(interpreter.Length(text));
}

Value WriteLines(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value lines = arguments.Required("lines");
  arguments.Finish();
  const OutputState& state = StateOfOpen(self);
  for (const Value& line : interpreter.ToVector(lines)) Append(interpreter, state, line);
  return Value::None();
}

Value Flush(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  StateOfOpen(self);
  return Value::None();
}

Value Close(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Rest();
  arguments.Finish();
  StateOf<OutputState>(self)->is_closed = true;
  return Value::None();
}

Value Itself(Interpreter&, Arguments& arguments) {
  Value self = arguments.Self();
  arguments.Finish();
  StateOfOpen(self);
  return self;
}

template <bool kAnswer>
Value Answer(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  StateOfOpen(self);
  return Value::Bool(kAnswer);
}

constexpr NativeMethod kMethods[] = {
    {"write", Write},           {"writelines", WriteLines},  {"flush", Flush},
    {"close", Close},           {"readable", Answer<false>}, {"seekable", Answer<false>},
    {"writable", Answer<true>}, {"isatty", Answer<false>},   {"__enter__", Itself},
    {"__exit__", Close},
};

Value Name(Interpreter&, const Value& self) {
  return MakeStr(StateOf<OutputState>(self)->name);
}

Value Mode(Interpreter&, const Value& self) {
  return MakeStr(StateOf<OutputState>(self)->mode);
}

Value Closed(Interpreter&, const Value& self) {
  return Value::Bool(StateOf<OutputState>(self)->is_closed);
}

Value Encoding(Interpreter&, const Value&) {
  return MakeStr("utf-8");
}

constexpr NativeProperty kProperties[] = {{"name", Name}, {"mode", Mode}, {"closed", Closed}, {"encoding", Encoding}};

std::string Repr(Interpreter&, const Value& self) {
  const OutputState& state = *StateOf<OutputState>(self);
  return fmt::format("<_io.TextIOWrapper name={} mode={} encoding='utf-8'>", PythonRepr(state.name),
                     PythonRepr(state.mode));
}

const TypeObject* OutputType() {
  static const TypeObject* const type = [] {
    NativeClass made{.name = "TextIOWrapper", .module = "_io", .methods = kMethods, .properties = kProperties};
    made.slots.repr = Repr;
    return MakeNativeType(made);
  }();
  return type;
}

}  // namespace

bool MayWrite(Interpreter& interpreter, const std::string& name, const std::string& mode) {
  const bool is_plain = mode == "w" || mode == "wt" || mode == "a" || mode == "at";
  if (!interpreter.Service<OutputFiles>().may_write_sql || !is_plain) return false;
  FileSystem& files = *interpreter.host().files;
  // A link may lead anywhere.
  const std::string path = files.RealPath(files.AbsolutePath(name));
  return path.ends_with(".sql") && path.starts_with(files.RealPath(files.CurrentDirectory()) + "/");
}

Value OpenOutputFile(Interpreter& interpreter, const std::string& name, const std::string& mode) {
  FileSystem& files = *interpreter.host().files;
  const std::string path = files.AbsolutePath(name);
  if (mode.front() == 'w') files.WriteFile(path, "");
  auto state = std::make_unique<OutputState>(files);
  state->path = path;
  state->name = name;
  state->mode = mode;
  return MakeInstance(OutputType(), std::move(state));
}

}  // namespace limbeck::python
