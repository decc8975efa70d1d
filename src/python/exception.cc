#include <fmt/format.h>

#include <cerrno>

#include "base/text.h"
#include "python/attribute.h"
#include "python/builtin_types.h"
#include "python/exception_group.h"
#include "python/exception_types.h"
#include "python/interpreter.h"
#include "python/names.h"
#include "python/traceback.h"
#include "python/types/unicode_error.h"

// What the built-in exception classes do: their arguments, their texts, their chain.

namespace limbeck::python {

Ref<ExceptionObject> MakeException(const TypeObject* type, std::string_view message) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>{MakeStr(message)});
  return made;
}

void Raise(const TypeObject* type, std::string_view message) {
  throw ScriptError(MakeException(type, message));
}

void Raise(const TypeObject* type, const Value& argument) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>{argument});
  throw ScriptError(std::move(made));
}

Error Unsupported(std::string_view what) {
  return {ErrorKind::kUnsupported, std::string(what)};
}

namespace {

ExceptionObject& Self(const Value& self) {
  return *static_cast<ExceptionObject*>(self.object());
}

const std::vector<Value>& ArgsOf(const Value& self) {
  static const std::vector<Value> none;
  const ExceptionObject& exception = Self(self);
  return exception.args ? exception.args->items : none;
}

Value MakeExceptionObject(Interpreter&, const TypeObject* type, CallArguments& arguments) {
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>(arguments.positional.begin(), arguments.positional.end()));
  return made;
}

/// Keywords are refused unless the class takes some.
void InitializeException(Interpreter&, const Value& self, CallArguments& arguments) {
  if (!arguments.keywords.empty()) {
    RaiseTypeError(fmt::format("{}() takes no keyword arguments", TypeName(self)));
  }
  Self(self).args = Make<TupleObject>(std::vector<Value>(arguments.positional.begin(), arguments.positional.end()));
}

/// Keywords become attributes: ImportError(name=, path=), AttributeError(name=, obj=), NameError(name=).
template <const char* const* kNames, size_t kCount>
void InitializeWithKeywords(Interpreter&, const Value& self, CallArguments& arguments) {
  Namespace& attributes = Self(self).MakeAttributes();
  for (size_t i = 0; i < kCount; ++i) attributes.Set(Symbol::Intern(kNames[i]), Value::None());
  for (const auto& [name, value] : arguments.keywords) {
    if (attributes.Find(name) == nullptr) {
      RaiseTypeError(fmt::format("'{}' is an invalid keyword argument for {}()", name.text(), TypeName(self)));
    }
    attributes.Set(name, value);
  }
  Self(self).args = Make<TupleObject>(std::vector<Value>(arguments.positional.begin(), arguments.positional.end()));
}

std::string ExceptionStr(Interpreter& interpreter, const Value& self) {
  const auto& args = ArgsOf(self);
  if (args.empty()) return "";
  return args.size() == 1 ? interpreter.Str(args[0]) : interpreter.Repr(MakeTuple(args));
}

/// str() of a KeyError is the key as it would be written.
std::string KeyErrorStr(Interpreter& interpreter, const Value& self) {
  const auto& args = ArgsOf(self);
  return args.size() == 1 ? interpreter.Repr(args[0]) : ExceptionStr(interpreter, self);
}

std::string ExceptionRepr(Interpreter& interpreter, const Value& self) {
  std::vector<std::string> texts;
  for (const Value& argument : ArgsOf(self)) texts.push_back(interpreter.Repr(argument));
  return TypeName(self) + "(" + Join(texts, ", ") + ")";
}

Value GetArgs(Interpreter&, const Value& self) {
  return MakeTuple(ArgsOf(self));
}

void SetArgs(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).args = Make<TupleObject>(interpreter.ToVector(value));
}

Value OrNone(const Value& value) {
  return value.is_empty() ? Value::None() : value;
}

Value GetCause(Interpreter&, const Value& self) {
  return OrNone(Self(self).cause);
}

void SetCause(Interpreter&, const Value& self, const Value& value) {
  if (!value.is_none() && Cast<ExceptionObject>(value) == nullptr) {
    RaiseTypeError("exception cause must be None or derive from BaseException");
  }
  Self(self).cause = value.is_none() ? Value() : value;
  Self(self).suppress_context = true;
}

Value GetContext(Interpreter&, const Value& self) {
  return OrNone(Self(self).context);
}

void SetContext(Interpreter&, const Value& self, const Value& value) {
  Self(self).context = value.is_none() ? Value() : value;
}

Value GetSuppressContext(Interpreter&, const Value& self) {
  return Value::Bool(Self(self).suppress_context);
}

void SetSuppressContext(Interpreter& interpreter, const Value& self, const Value& value) {
  Self(self).suppress_context = interpreter.Truth(value);
}

Value AddNote(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  const Value note = arguments.Required("note");
  arguments.Finish();
  if (Cast<StrObject>(note) == nullptr) {
    RaiseTypeError(fmt::format("note must be a str, not '{}'", TypeName(note)));
  }
  Value notes = interpreter.FindAttribute(self, Names().notes);
  if (notes.is_empty()) {
    notes = MakeList({});
    interpreter.SetAttribute(self, Names().notes, notes);
  }
  Cast<ListObject>(notes)->items.push_back(note);
  return Value::None();
}

constexpr NativeMethod kMethods[] = {{"add_note", AddNote}};

constexpr NativeProperty kProperties[] = {
    {"args", GetArgs, SetArgs},
    {"__cause__", GetCause, SetCause},
    {"__context__", GetContext, SetContext},
    {"__suppress_context__", GetSuppressContext, SetSuppressContext},
};

// ------------------------------------------------------------------------------------------ single classes

Value FirstArgument(Interpreter&, const Value& self) {
  const auto& args = ArgsOf(self);
  return args.empty() ? Value::None() : args[0];
}

Value ExitCode(Interpreter&, const Value& self) {
  const auto& args = ArgsOf(self);
  return args.empty() ? Value::None() : args.size() == 1 ? args[0] : MakeTuple(args);
}

constexpr NativeProperty kStopIterationProperties[] = {{"value", FirstArgument}};
constexpr NativeProperty kSystemExitProperties[] = {{"code", ExitCode}};

template <size_t kIndex>
Value OsErrorPart(Interpreter&, const Value& self) {
  const auto& args = ArgsOf(self);
  return args.size() >= 2 && kIndex < args.size() ? args[kIndex] : Value::None();
}

constexpr NativeProperty kOsErrorProperties[] = {
    {"errno", OsErrorPart<0>},
    {"strerror", OsErrorPart<1>},
    {"filename", OsErrorPart<2>},
};

/// OSError(2, "...") is a FileNotFoundError.
const TypeObject* OsErrorTypeOf(const Value& number) {
  const ExceptionTypes& all = Exceptions();
  if (!number.is_int()) return all.os_error;
  switch (number.int_value()) {
    case ENOENT:
      return all.file_not_found_error;
    case EEXIST:
      return all.file_exists_error;
    case EISDIR:
      return all.is_a_directory_error;
    case ENOTDIR:
      return all.not_a_directory_error;
    case EACCES:
    case EPERM:
      return all.permission_error;
    case ECONNREFUSED:
      return all.connection_refused_error;
    case ECONNRESET:
      return all.connection_reset_error;
    case EPIPE:
      return all.broken_pipe_error;
    case EINTR:
      return all.interrupted_error;
    case ETIMEDOUT:
      return all.timeout_error;
    default:
      return all.os_error;
  }
}

Value MakeOsError(Interpreter& interpreter, const TypeObject* type, CallArguments& arguments) {
  const bool has_number = type == Exceptions().os_error && arguments.positional.size() >= 2;
  return MakeExceptionObject(interpreter, has_number ? OsErrorTypeOf(arguments.positional[0]) : type, arguments);
}

/// "[Errno 2] No such file or directory: 'x'"
std::string OsErrorStr(Interpreter& interpreter, const Value& self) {
  const auto& args = ArgsOf(self);
  if (args.size() < 2) return ExceptionStr(interpreter, self);
  std::string text = fmt::format("[Errno {}] {}", interpreter.Str(args[0]), interpreter.Str(args[1]));
  if (args.size() > 2) text += ": " + interpreter.Repr(args[2]);
  return text;
}

// SyntaxError(message, (file, line, column, source line, ...))

template <size_t kIndex>
Value SyntaxErrorPart(Interpreter&, const Value& self) {
  const auto& args = ArgsOf(self);
  const auto* details = args.size() < 2 ? nullptr : Cast<TupleObject>(args[1]);
  return details != nullptr && kIndex < details->items.size() ? details->items[kIndex] : Value::None();
}

constexpr NativeProperty kSyntaxErrorProperties[] = {
    {"msg", FirstArgument},
    {"filename", SyntaxErrorPart<0>},
    {"lineno", SyntaxErrorPart<1>},
    {"offset", SyntaxErrorPart<2>},
    {"text", SyntaxErrorPart<3>},
    {"end_lineno", SyntaxErrorPart<4>},
    {"end_offset", SyntaxErrorPart<5>},
};

/// "invalid syntax (env.py, line 3)"
std::string SyntaxErrorStr(Interpreter& interpreter, const Value& self) {
  const Value file = SyntaxErrorPart<0>(interpreter, self);
  const Value line = SyntaxErrorPart<1>(interpreter, self);
  const std::string message = interpreter.Str(FirstArgument(interpreter, self));
  if (file.is_none() && line.is_none()) return message;
  if (file.is_none()) return fmt::format("{} (line {})", message, interpreter.Str(line));
  const std::string name = FileNameOf(interpreter.Str(file));
  if (line.is_none()) return fmt::format("{} ({})", message, name);
  return fmt::format("{} ({}, line {})", message, name, interpreter.Str(line));
}

constexpr const char* kImportErrorNames[] = {"name", "path"};
constexpr const char* kAttributeErrorNames[] = {"name", "obj"};
constexpr const char* kNameErrorNames[] = {"name"};

void FillRoot(TypeObject& type) {
  Slots& slots = type.own_slots();
  slots.make = MakeExceptionObject;
  slots.initialize = InitializeException;
  slots.str = ExceptionStr;
  slots.repr = ExceptionRepr;
  AddMethods(type, kMethods);
  AddProperties(type, kProperties);
  FillTracebackMethods(type);
}

}  // namespace

void FillException(TypeObject& type) {
  type.set_has_attributes(true);
  const ExceptionTypes& all = Exceptions();
  Slots& slots = type.own_slots();
  if (&type == all.base_exception) FillRoot(type);
  if (&type == all.base_exception_group) FillExceptionGroup(type);
  if (&type == all.key_error) slots.str = KeyErrorStr;
  if (&type == all.stop_iteration) AddProperties(type, kStopIterationProperties);
  if (&type == all.system_exit) AddProperties(type, kSystemExitProperties);
  if (&type == all.os_error) {
    slots.make = MakeOsError;
    slots.str = OsErrorStr;
    AddProperties(type, kOsErrorProperties);
  }
  if (&type == all.unicode_encode_error) FillUnicodeEncodeError(type);
  if (&type == all.unicode_decode_error) FillUnicodeDecodeError(type);
  if (&type == all.unicode_translate_error) FillUnicodeTranslateError(type);
  if (&type == all.syntax_error) {
    slots.str = SyntaxErrorStr;
    AddProperties(type, kSyntaxErrorProperties);
  }
  if (&type == all.import_error) slots.initialize = InitializeWithKeywords<kImportErrorNames, 2>;
  if (&type == all.attribute_error) slots.initialize = InitializeWithKeywords<kAttributeErrorNames, 2>;
  if (&type == all.name_error) slots.initialize = InitializeWithKeywords<kNameErrorNames, 1>;
}

void RaiseNoAttribute(const Value& value, Symbol name) {
  std::string text;
  if (const auto* type = Cast<TypeObject>(value)) {
    text = fmt::format("type object '{}' has no attribute '{}'", type->name(), name.text());
  } else if (const auto* module = Cast<ModuleObject>(value)) {
    text =
        fmt::format("{}module '{}' has no attribute '{}'{}", module->is_loading() ? "partially initialized " : "",
                    module->name(), name.text(), module->is_loading() ? " (most likely due to a circular import)" : "");
  } else {
    text = fmt::format("'{}' object has no attribute '{}'", TypeName(value), name.text());
  }
  auto made = MakeException(Exceptions().attribute_error, text);
  made->MakeAttributes().Set(Symbol::Intern("name"), MakeStr(name));
  made->MakeAttributes().Set(Symbol::Intern("obj"), value);
  throw ScriptError(std::move(made));
}

}  // namespace limbeck::python
