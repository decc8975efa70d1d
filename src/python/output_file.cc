#include "python/output_file.h"

#include "python/builtin_types.h"
#include "python/script_file.h"

namespace limbeck::python {
namespace {

struct OutputState : ScriptFile {
  explicit OutputState(FileSystem& host_files) : files(host_files) {}
  FileSystem& files;
  /// The script's folder may change while the file is open.
  std::string path;
};

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
  Append(interpreter, StateOfOpen<OutputState>(self), text);
  return Value::Int(interpreter.Length(text));
}

Value WriteLines(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value lines = arguments.Required("lines");
  arguments.Finish();
  const OutputState& state = StateOfOpen<OutputState>(self);
  for (const Value& line : interpreter.ToVector(lines)) Append(interpreter, state, line);
  return Value::None();
}

constexpr NativeMethod kMethods[] = {
    {"write", Write},
    {"writelines", WriteLines},
    {"flush", FlushFile},
    {"close", CloseFile},
    {"readable", FileAnswer<false>},
    {"seekable", FileAnswer<false>},
    {"writable", FileAnswer<true>},
    {"isatty", FileAnswer<false>},
    {"__enter__", FileItself},
    {"__exit__", CloseFile},
};

constexpr NativeProperty kProperties[] = {
    {"name", FileName}, {"mode", FileMode}, {"closed", FileIsClosed}, {"encoding", FileEncoding}};

std::string Repr(Interpreter&, const Value& self) {
  return TextFileRepr(*StateOf<ScriptFile>(self));
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
