#include "python/traceback.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "python/error_exceptions.h"
#include "python/interpreter.h"
#include "python/names.h"

namespace limbeck::python {
namespace {

// ------------------------------------------------------------------------------------------ what scripts see

/// Entries from one call inwards; innermost first, as exceptions have them.
struct TracebackState : NativeState {
  std::vector<TracebackEntry> entries;
};

const TypeObject* TracebackType();

Value MakeTraceback(std::vector<TracebackEntry> entries) {
  if (entries.empty()) return Value::None();
  auto state = std::make_unique<TracebackState>();
  state->entries = std::move(entries);
  return MakeInstance(TracebackType(), std::move(state));
}

const TracebackEntry& Outermost(const Value& self) {
  return StateOf<TracebackState>(self)->entries.back();
}

Value LineNumber(Interpreter&, const Value& self) {
  const TracebackEntry& entry = Outermost(self);
  return Value::Int(entry.source->LineOf(entry.span.begin));
}

Value NextTraceback(Interpreter&, const Value& self) {
  std::vector<TracebackEntry> entries = StateOf<TracebackState>(self)->entries;
  entries.pop_back();
  return MakeTraceback(std::move(entries));
}

Value TraceFileName(Interpreter&, const Value& self) {
  return MakeStr(Outermost(self).source->path());
}

Value TraceFunction(Interpreter&, const Value& self) {
  return MakeStr(Outermost(self).function);
}

/// A frame and its code, as far as people look at them in a traceback.
Value Same(Interpreter&, const Value& self) {
  return self;
}

constexpr NativeProperty kTracebackProperties[] = {
    {"tb_lineno", LineNumber}, {"tb_next", NextTraceback},     {"tb_frame", Same},         {"f_code", Same},
    {"f_lineno", LineNumber},  {"co_filename", TraceFileName}, {"co_name", TraceFunction},
};

const TypeObject* TracebackType() {
  static const TypeObject* const type = MakeNativeType({.name = "traceback", .properties = kTracebackProperties});
  return type;
}

ExceptionObject& AsException(const Value& value) {
  return *static_cast<ExceptionObject*>(value.object());
}

Value GetTraceback(Interpreter&, const Value& self) {
  return MakeTraceback(AsException(self).traceback);
}

void SetTraceback(Interpreter&, const Value& self, const Value& value) {
  const auto* state = StateOf<TracebackState>(value);
  if (state == nullptr && !value.is_none()) RaiseTypeError("__traceback__ must be a traceback or None");
  AsException(self).traceback = state == nullptr ? std::vector<TracebackEntry>() : state->entries;
}

Value WithTraceback(Interpreter& interpreter, Arguments& arguments) {
  const Value self = arguments.Self();
  SetTraceback(interpreter, self, arguments.Required("tb"));
  arguments.Finish();
  return self;
}

constexpr NativeMethod kMethods[] = {{"with_traceback", WithTraceback}};
constexpr NativeProperty kProperties[] = {{"__traceback__", GetTraceback, SetTraceback}};

// ------------------------------------------------------------------------------------------ text

/// CPython prints a call that repeats itself three times and then says how often more.
constexpr size_t kMostRepetitions = 3;

std::string EntryText(const TracebackEntry& entry) {
  const int line = entry.source->LineOf(entry.span.begin);
  std::string text = fmt::format("  File \"{}\", line {}, in {}\n", entry.source->path(), line, entry.function.text());
  const std::string_view source_line = Trim(entry.source->Line(line));
  if (!source_line.empty()) text += fmt::format("    {}\n", source_line);
  return text;
}

std::string RepetitionText(size_t count) {
  if (count <= kMostRepetitions) return "";
  const size_t more = count - kMostRepetitions;
  return fmt::format("  [Previous line repeated {} more time{}]\n", more, more == 1 ? "" : "s");
}

std::string EntriesText(const std::vector<TracebackEntry>& entries) {
  std::string text;
  std::string previous;
  size_t count = 0;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    const std::string one = EntryText(*entry);
    if (one != previous) {
      text += RepetitionText(count);
      previous = one;
      count = 0;
    }
    if (++count <= kMostRepetitions) text += one;
  }
  return text + RepetitionText(count);
}

std::string StrOrNothing(Interpreter& interpreter, const Value& exception) {
  std::string text;
  const Value done = EmptyIfRaised(Exceptions().exception, [&] {
    text = interpreter.Str(exception);
    return Value::None();
  });
  return done.is_empty() ? "<exception str() failed>" : text;
}

std::string NotesText(Interpreter& interpreter, const Value& exception) {
  const Value notes = interpreter.FindAttribute(exception, Names().notes);
  const auto* list = Cast<ListObject>(notes);
  if (list == nullptr) return "";
  std::string text;
  for (const Value& note : list->items) text += interpreter.Str(note) + "\n";
  return text;
}

/// Without the place that str() adds: a traceback shows it before.
std::string MessageOfSyntaxError(const ExceptionObject& exception) {
  const auto* message =
      !exception.args || exception.args->items.empty() ? nullptr : Cast<StrObject>(exception.args->items[0]);
  return message == nullptr ? "<no detail available>" : message->text();
}

/// The file and line of a SyntaxError, with its caret, as the last entry of the traceback.
std::string PlaceOfSyntaxError(const ExceptionObject& exception) {
  if (exception.native == nullptr || !exception.type()->IsSubtypeOf(Exceptions().syntax_error)) return "";
  const Place& place = exception.native->place();
  std::string text = fmt::format("  File \"{}\", line {}\n", place.file, place.line);
  const std::string_view line = Trim(place.source_line);
  if (line.empty()) return text;
  const auto indent = static_cast<int>(place.source_line.find(line));
  const int column = std::max(place.column - 1 - indent, 0);
  return text +
         fmt::format("    {}\n    {}{}\n", line, std::string(column, ' '), std::string(std::max(place.width, 1), '^'));
}

/// The chain of one exception: each with what led to it before it.
class Formatter {
 public:
  explicit Formatter(Interpreter& interpreter) : interpreter_(interpreter) {}

  std::string Format(const ExceptionObject& exception) {
    seen_.push_back(&exception);
    std::string text = FormatBefore(exception);
    if (!exception.traceback.empty()) {
      text += "Traceback (most recent call last):\n" + EntriesText(exception.traceback);
    }
    return text + PlaceOfSyntaxError(exception) + ExceptionLine(interpreter_, exception) + "\n" +
           NotesText(interpreter_, Value(static_cast<const Object*>(&exception)));
  }

 private:
  std::string FormatBefore(const ExceptionObject& exception) {
    if (const ExceptionObject* cause = Unseen(exception.cause)) {
      return Format(*cause) + "\nThe above exception was the direct cause of the following exception:\n\n";
    }
    const bool is_shown = exception.cause.is_empty() && !exception.suppress_context;
    if (const ExceptionObject* context = is_shown ? Unseen(exception.context) : nullptr) {
      return Format(*context) + "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
    return "";
  }

  const ExceptionObject* Unseen(const Value& value) const {
    const auto* exception = Cast<ExceptionObject>(value);
    if (exception == nullptr || std::find(seen_.begin(), seen_.end(), exception) != seen_.end()) return nullptr;
    return exception;
  }

  Interpreter& interpreter_;
  std::vector<const ExceptionObject*> seen_;
};

/// "sqlalchemy.exc.OperationalError"; without a module for the built-in classes and those of the program itself.
std::string PrintedName(const TypeObject& type) {
  const bool is_plain = type.module() == "builtins" || type.module() == Names().main.text();
  return is_plain ? type.qualname() : type.module() + "." + type.qualname();
}

}  // namespace

void FillTracebackMethods(TypeObject& base_exception) {
  AddMethods(base_exception, kMethods);
  AddProperties(base_exception, kProperties);
}

std::string ExceptionLine(Interpreter& interpreter, const ExceptionObject& exception) {
  if (IsRefusal(exception)) return exception.native->message();
  const std::string name = PrintedName(*exception.type());
  if (exception.type()->IsSubtypeOf(Exceptions().syntax_error)) return name + ": " + MessageOfSyntaxError(exception);
  const std::string text = StrOrNothing(interpreter, Value(static_cast<const Object*>(&exception)));
  return text.empty() ? name : name + ": " + text;
}

std::vector<TraceEntry> TraceOf(const ExceptionObject& exception) {
  std::vector<TraceEntry> trace;
  for (auto entry = exception.traceback.rbegin(); entry != exception.traceback.rend(); ++entry) {
    if (entry->source->path().starts_with('<')) continue;
    trace.push_back({entry->source->PlaceOf(entry->span), entry->function.text()});
  }
  return trace;
}

namespace {

const TypeObject* RefusalType() {
  static const TypeObject* const type =
      MakeNativeType({.name = "Refusal", .module = "limbeck", .base = Exceptions().base_exception});
  return type;
}

}  // namespace

Ref<ExceptionObject> MakeRefusal(const Error& error) {
  auto made = MakeException(RefusalType(), error.message());
  made->native = std::make_shared<const Error>(error);
  return made;
}

bool IsRefusal(const ExceptionObject& exception) {
  return exception.native != nullptr && exception.type() == RefusalType();
}

Ref<ExceptionObject> ExceptionOf(Interpreter& interpreter, const Error& error) {
  const auto find = interpreter.Service<ErrorExceptions>().find;
  const Ref<ExceptionObject> found = find == nullptr ? Ref<ExceptionObject>() : find(interpreter, error);
  return found ? found : MakeRefusal(error);
}

std::string Interpreter::FormatTraceback(const ExceptionObject& exception) {
  return Formatter(*this).Format(exception);
}

namespace {

ErrorKind KindOf(Interpreter& interpreter, const ExceptionObject& exception) {
  const auto kind = interpreter.Service<ErrorExceptions>().kind;
  return kind == nullptr ? ErrorKind::kScript : kind(interpreter, exception);
}

}  // namespace

Error Interpreter::ToError(const ScriptError& error) {
  const ExceptionObject& exception = *error.exception();
  const bool is_native = exception.native != nullptr;
  Error made =
      is_native ? *exception.native : Error(KindOf(*this, exception), StrOrNothing(*this, Value(error.exception())));
  if (!is_native || made.exception_class().empty()) {
    if (!IsRefusal(exception)) made.ExceptionClass(PrintedName(*exception.type()));
  }
  // What the error already has is of a script that was run from this one.
  std::vector<TraceEntry> trace = TraceOf(exception);
  if (made.place().file.empty() && !trace.empty()) made.At(trace.back().place);
  trace.insert(trace.end(), made.trace().begin(), made.trace().end());
  made.Trace(std::move(trace));
  return made;
}

void Interpreter::RaiseSyntaxError(const Error& error) {
  const TypeObject* type = Exceptions().syntax_error;
  if (error.exception_class() == "SyntaxError") {
    // as it is
  } else if (error.exception_class() == "IndentationError") {
    type = Exceptions().indentation_error;
  } else if (error.exception_class() == "TabError") {
    type = Exceptions().tab_error;
  } else {
    throw error;
  }
  const Place& place = error.place();
  const Value line = Value::Int(place.line);
  const Value details = MakeTuple({MakeStr(place.file), line, Value::Int(place.column),
                                   MakeStr(place.source_line + "\n"), line, Value::Int(place.column + place.width)});
  auto made = Make<ExceptionObject>(type);
  made->args = Make<TupleObject>(std::vector<Value>{MakeStr(error.message()), details});
  made->native = std::make_shared<const Error>(error);
  throw ScriptError(std::move(made));
}

void Interpreter::ThrowAtEdge(const ScriptError& error) {
  throw ToError(error);
}

}  // namespace limbeck::python
