#include "python/file_object.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/utf8.h"
#include "python/builtin_types.h"
#include "python/output_file.h"
#include "python/sandbox.h"
#include "python/script_file.h"
#include "python/special_methods.h"

namespace limbeck::python {
namespace {

struct FileState : ScriptFile {
  std::string content;  ///< decoded, with '\n' at the ends of lines, unless the file is binary
  size_t position = 0;
  bool is_binary = false;
};

Value Piece(const FileState& state, size_t begin, size_t end) {
  std::string piece = state.content.substr(begin, end - begin);
  return state.is_binary ? MakeBytes(std::move(piece)) : MakeStr(std::move(piece));
}

/// Where `count` bytes or code points after `begin` end; all that is left for a negative count.
size_t EndOf(const FileState& state, size_t begin, int64_t count) {
  const size_t size = state.content.size();
  if (count < 0 || begin >= size) return size;
  if (state.is_binary) return std::min(size, begin + static_cast<size_t>(count));
  size_t end = begin;
  for (int64_t i = 0; i < count && end < size; ++i) end += Utf8Length(state.content, end);
  return end;
}

/// Nothing of a file is left: "".
Value TakeTo(FileState& state, size_t end) {
  const size_t begin = std::min(state.position, state.content.size());
  state.position = std::max(begin, end);
  return Piece(state, begin, state.position);
}

Value TakeLine(FileState& state, int64_t limit) {
  const size_t newline = state.content.find('\n', state.position);
  const size_t end = newline == std::string::npos ? state.content.size() : newline + 1;
  return TakeTo(state, std::min(end, EndOf(state, state.position, limit)));
}

// ------------------------------------------------------------------------------------------ methods

/// An absent size and None are "all".
int64_t SizeOf(Arguments& arguments) {
  const int64_t size = arguments.OptionalInt("size").value_or(-1);
  arguments.Finish();
  return size;
}

Value Read(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const int64_t size = SizeOf(arguments);
  FileState& state = StateOfOpen<FileState>(self);
  return TakeTo(state, EndOf(state, state.position, size));
}

Value ReadLine(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const int64_t size = SizeOf(arguments);
  return TakeLine(StateOfOpen<FileState>(self), size);
}

Value NextLine(Interpreter&, const Value& self) {
  FileState& state = StateOfOpen<FileState>(self);
  return state.position >= state.content.size() ? Value() : TakeLine(state, -1);
}

/// All lines that are left; no more once `hint` bytes are full.
Value ReadLines(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const int64_t hint = arguments.OptionalInt("hint").value_or(-1);
  arguments.Finish();
  FileState& state = StateOfOpen<FileState>(self);
  const size_t begin = state.position;
  std::vector<Value> lines;
  while (state.position < state.content.size()) {
    lines.push_back(TakeLine(state, -1));
    if (hint > 0 && state.position - begin >= static_cast<size_t>(hint)) break;
  }
  return MakeList(std::move(lines));
}

Value Tell(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  arguments.Finish();
  return Value::Int(static_cast<int64_t>(StateOfOpen<FileState>(self).position));
}

[[noreturn]] void RaiseUnsupportedOperation(const char* message) {
  Raise(UnsupportedOperationType(), message);
}

/// From the beginning, the position or the end; text files know the last two only with an offset of 0.
Value Seek(Interpreter&, Arguments& arguments) {
  const Value self = arguments.Self();
  const int64_t offset = arguments.Int("offset");
  const int64_t whence = arguments.Int("whence", 0);
  arguments.Finish();
  FileState& state = StateOfOpen<FileState>(self);
  if (whence < 0 || whence > 2) RaiseValueError(fmt::format("invalid whence ({}, should be 0, 1 or 2)", whence));
  if (whence != 0 && offset != 0 && !state.is_binary) {
    RaiseUnsupportedOperation(whence == 1 ? "can't do nonzero cur-relative seeks"
                                          : "can't do nonzero end-relative seeks");
  }
  const size_t bases[] = {0, state.position, state.content.size()};
  const int64_t target = static_cast<int64_t>(bases[whence]) + offset;
  if (target < 0) RaiseValueError(fmt::format("negative seek position {}", target));
  state.position = static_cast<size_t>(target);
  return Value::Int(target);
}

Value IterateItself(Interpreter&, const Value& self) {
  StateOfOpen(self);
  return self;
}

Value RefuseWrite(Interpreter&, Arguments& arguments) {
  StateOfOpen(arguments.Self());
  RaiseUnsupportedOperation("not writable");
}

constexpr NativeMethod kMethods[] = {
    {"read", Read},
    {"readline", ReadLine},
    {"readlines", ReadLines},
    {"tell", Tell},
    {"seek", Seek},
    {"close", CloseFile},
    {"flush", FlushFile},
    {"readable", FileAnswer<true>},
    {"seekable", FileAnswer<true>},
    {"writable", FileAnswer<false>},
    {"isatty", FileAnswer<false>},
    {"write", RefuseWrite},
    {"writelines", RefuseWrite},
    {"truncate", RefuseWrite},
    {"__enter__", FileItself},
    {"__exit__", CloseFile},
};

std::string Repr(Interpreter&, const Value& self) {
  const FileState& state = *StateOf<FileState>(self);
  if (state.is_binary) return fmt::format("<_io.BufferedReader name={}>", PythonRepr(state.name));
  return TextFileRepr(state);
}

constexpr NativeProperty kBinaryProperties[] = {{"name", FileName}, {"mode", FileMode}, {"closed", FileIsClosed}};
constexpr NativeProperty kTextProperties[] = {
    {"name", FileName}, {"mode", FileMode}, {"closed", FileIsClosed}, {"encoding", FileEncoding}};

NativeClass Description(const char* name, std::span<const NativeProperty> properties) {
  NativeClass made{.name = name, .module = "_io", .methods = kMethods, .properties = properties};
  made.slots.iterate = IterateItself;
  made.slots.next = NextLine;
  made.slots.repr = Repr;
  return made;
}

const TypeObject* TypeFor(bool is_binary) {
  static const TypeObject* const text = MakeNativeType(Description("TextIOWrapper", kTextProperties));
  static const TypeObject* const binary = MakeNativeType(Description("BufferedReader", kBinaryProperties));
  return is_binary ? binary : text;
}

// ------------------------------------------------------------------------------------------ opening

[[noreturn]] Value RefuseMode(Interpreter& interpreter, const std::string& mode) {
  RefuseAct(interpreter,
            Unsupported(fmt::format("open() with mode {} is not open to migration scripts", PythonRepr(mode)))
                .At(interpreter.CurrentPlace())
                .Hint(interpreter.Service<OutputFiles>().may_write_sql
                          ? "with --sql, scripts may write files that end in .sql, below the current folder, and "
                            "nothing else"
                          : "scripts may read the project's files and change the database, nothing else"));
}

/// One of r, w, a, x, and perhaps +, b or t, each once.
void CheckMode(const std::string& mode) {
  int kinds = 0;
  for (size_t i = 0; i < mode.size(); ++i) {
    const bool is_known = std::string_view("rwaxbt+").find(mode[i]) != std::string_view::npos;
    if (!is_known || mode.find(mode[i], i + 1) != std::string::npos) {
      RaiseValueError(fmt::format("invalid mode: {}", PythonRepr(mode)));
    }
    if (std::string_view("rwax").find(mode[i]) != std::string_view::npos) ++kinds;
  }
  if (kinds != 1) RaiseValueError("must have exactly one of create/read/write/append mode");
  const bool is_text = mode.find('t') != std::string::npos;
  if (is_text && mode.find('b') != std::string::npos) RaiseValueError("can't have text and binary mode at once");
}

std::string Decoded(Interpreter& interpreter, std::string bytes, const std::string& encoding, const Value& errors) {
  const std::string name = ReplaceAll(ToLower(encoding), "_", "-");
  if ((name == "utf-8" || name == "utf8") && FindInvalidUtf8(bytes) == std::string::npos) return bytes;
  const Value handling = errors.is_none() ? MakeStr("strict") : errors;
  return interpreter.Str(interpreter.CallMethod(MakeBytes(std::move(bytes)), "decode", {MakeStr(encoding), handling}));
}

/// newline=None: every kind of line end becomes '\n'.
std::string WithPlainLineEnds(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  return ReplaceAll(ReplaceAll(std::move(text), "\r\n", "\n"), "\r", "\n");
}

/// The class and number of a reason of the system.
struct OsFailure {
  const TypeObject* type;
  int64_t number;
  const char* reason;
};

[[noreturn]] void RaiseOsFailure(const OsFailure& failure, const std::string& path) {
  auto made = Make<ExceptionObject>(failure.type);
  made->args =
      Make<TupleObject>(std::vector<Value>{Value::Int(failure.number), MakeStr(failure.reason), MakeStr(path)});
  throw ScriptError(std::move(made));
}

}  // namespace

const TypeObject* UnsupportedOperationType() {
  static const TypeObject* const type = MakeNativeType({.name = "UnsupportedOperation",
                                                        .module = "io",
                                                        .base = Exceptions().os_error,
                                                        .further_bases = {Exceptions().value_error}});
  return type;
}

std::string PathText(Interpreter& interpreter, std::string_view function, const Value& path) {
  Value given = interpreter.Resolve(path);
  if (Cast<StrObject>(given) == nullptr && Cast<BytesObject>(given) == nullptr) {
    const Value found = CallSpecialIfAny(interpreter, given, Symbol::Intern("__fspath__"));
    if (!found.is_empty()) given = found;
  }
  if (const auto* text = Cast<StrObject>(given)) return text->text();
  if (const auto* bytes = Cast<BytesObject>(given)) return bytes->bytes();
  RaiseTypeError(
      fmt::format("{}() argument must be str, bytes or os.PathLike object, not {}", function, TypeName(given)));
}

std::string ReadForScript(Interpreter& interpreter, const std::string& path) {
  FileSystem& files = *interpreter.host().files;
  const ExceptionTypes& exceptions = Exceptions();
  if (!files.Exists(path)) RaiseOsFailure({exceptions.file_not_found_error, 2, "No such file or directory"}, path);
  if (files.IsDirectory(path)) RaiseOsFailure({exceptions.is_a_directory_error, 21, "Is a directory"}, path);
  try {
    return files.ReadFile(path);
  } catch (const Error&) {
    RaiseOsFailure({exceptions.permission_error, 13, "Permission denied"}, path);
  }
}

Value OpenFile(Interpreter& interpreter, Arguments& arguments) {
  const Value file = arguments.Required("file");
  const std::string mode = arguments.String("mode", "r");
  arguments.Int("buffering", -1);
  const std::string encoding = arguments.OptionalString("encoding").value_or("utf-8");
  const Value errors = arguments.OrNone("errors");
  const std::optional<std::string> newline = arguments.OptionalString("newline");
  arguments.OrNone("closefd");
  arguments.OrNone("opener");
  arguments.Finish();
  CheckMode(mode);
  if (mode.find_first_of("wax+") != std::string::npos) {
    const std::string name = PathText(interpreter, "open", file);
    return MayWrite(interpreter, name, mode) ? OpenOutputFile(interpreter, name, mode) : RefuseMode(interpreter, mode);
  }
  auto state = std::make_unique<FileState>();
  state->name = PathText(interpreter, "open", file);
  state->mode = mode;
  state->encoding = encoding;
  state->is_binary = mode.find('b') != std::string::npos;
  state->content = ReadForScript(interpreter, state->name);
  if (!state->is_binary) {
    state->content = Decoded(interpreter, std::move(state->content), encoding, errors);
    if (!newline) state->content = WithPlainLineEnds(std::move(state->content));
  }
  const bool is_binary = state->is_binary;
  return MakeInstance(TypeFor(is_binary), std::move(state));
}

}  // namespace limbeck::python
