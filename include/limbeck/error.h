#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "limbeck/export.h"

namespace limbeck {

/// What a caller can do about an error.
enum class ErrorKind {
  kUsage,        ///< the command line is wrong
  kConfig,       ///< alembic.ini, pyproject.toml, a template or a folder is wrong
  kCommand,      ///< what Alembic calls a CommandError: the request makes no sense for this project or database
  kScript,       ///< a script raised an exception
  kUnsupported,  ///< a script asks for something that Limbeck does not do
  kDatabase,     ///< the database refused
  kInDoubt,      ///< the connection was lost during COMMIT: nobody knows yet whether it took effect
  kInternal,     ///< a fault of Limbeck
};

/// A place in a text that the user wrote. Lines and columns count from 1; 0 is "not known".
struct LIMBECK_API Place {
  std::string file;
  int line = 0;
  int column = 0;
  /// The text of the line, and how many of its columns are meant: what the caret is drawn under.
  std::string source_line;
  int width = 1;

  /// "file:line:column", the source line and a caret below it.
  std::string Render() const;
  bool operator==(const Place&) const = default;
};

/// One step of a script's call stack, outermost first, as in Python's tracebacks.
struct TraceEntry {
  Place place;
  std::string function;
  bool operator==(const TraceEntry&) const = default;
};

/// What a database said when it refused. Members that it did not send are empty.
struct DatabaseFacts {
  /// The whole report as Python's driver words it, which is str() of its exception: PostgreSQL's has LINE with a
  /// caret, DETAIL and HINT in it and ends with a line end.
  std::string text;
  std::string severity;  ///< "ERROR", "FATAL" or "PANIC"; PostgreSQL only
  std::string detail;
  std::string hint;
  /// Where in the statement, in code points from 1; 0 is "not known".
  int position = 0;
  /// A statement that the server made itself, for instance inside a function, and where in it.
  std::string internal_query;
  int internal_position = 0;
  /// The server's own call stack.
  std::string where;
  std::string schema_name;
  std::string table_name;
  std::string column_name;
  std::string data_type_name;
  std::string constraint_name;
  /// SQLite's extended result code and its name: 2067, "SQLITE_CONSTRAINT_UNIQUE".
  int native_code = 0;
  std::string native_code_name;
  /// The exception that SQLAlchemy raises ("IntegrityError") and the one of the Python driver that it wraps
  /// ("psycopg2.errors.UniqueViolation", "sqlite3.IntegrityError").
  std::string sqlalchemy_class;
  std::string driver_class;
  /// Which of many: the caller's tag of a queued statement, or the index of a set of parameters.
  std::optional<uint64_t> tag;
  bool operator==(const DatabaseFacts&) const = default;
};

/// The root of every exception that Limbeck throws. Facts are members; there is no tree of types.
/// Copying is cheap enough for a thing that ends an operation; all members are readable from any thread.
class LIMBECK_API Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

  ErrorKind kind() const { return kind_; }
  std::string message() const { return what(); }
  /// Where in the user's text; empty file when there is no place.
  const Place& place() const { return place_; }
  /// What to try, or empty.
  const std::string& hint() const { return hint_; }
  /// Outer frames, innermost first: "while applying 3f2a (add users)".
  const std::vector<std::string>& context() const { return context_; }
  /// Calls of the script that led here, outermost first; empty when no script ran.
  const std::vector<TraceEntry>& trace() const { return trace_; }
  /// The Python class of a script's exception, e.g. "ValueError", or the one a script would have caught in place of
  /// this error, e.g. "sqlalchemy.exc.ArgumentError"; empty for other errors.
  const std::string& exception_class() const { return exception_class_; }
  /// SQLSTATE of the server, or empty.
  const std::string& sqlstate() const { return sqlstate_; }
  /// The statement that the database refused, or empty.
  const std::string& statement() const { return statement_; }
  /// The values that went with it, in Python's words, long ones cut and secrets hidden; empty when there were none.
  const std::string& parameters() const { return parameters_; }
  /// What the database reported, or nullptr.
  const DatabaseFacts* database() const { return database_.get(); }
  /// The transaction cannot go on; only a rollback is left.
  bool transaction_lost() const { return transaction_lost_; }
  /// The connection is gone.
  bool connection_lost() const { return connection_lost_; }

  Error& At(Place place) {
    place_ = std::move(place);
    return *this;
  }
  Error& Hint(std::string hint) {
    hint_ = std::move(hint);
    return *this;
  }
  Error& While(std::string frame) {
    context_.push_back(std::move(frame));
    return *this;
  }
  Error& Trace(std::vector<TraceEntry> trace) {
    trace_ = std::move(trace);
    return *this;
  }
  Error& ExceptionClass(std::string name) {
    exception_class_ = std::move(name);
    return *this;
  }
  Error& SqlState(std::string code) {
    sqlstate_ = std::move(code);
    return *this;
  }
  Error& Statement(std::string text) {
    statement_ = std::move(text);
    return *this;
  }
  Error& Parameters(std::string text) {
    parameters_ = std::move(text);
    return *this;
  }
  Error& Database(DatabaseFacts facts) {
    database_ = std::make_shared<const DatabaseFacts>(std::move(facts));
    return *this;
  }
  Error& TransactionLost(bool lost = true) {
    transaction_lost_ = lost;
    return *this;
  }
  Error& ConnectionLost(bool lost = true) {
    connection_lost_ = lost;
    return *this;
  }

  /// Everything but the kind, for a person: message, place with caret, context, statement, hint.
  std::string Render() const;

 private:
  ErrorKind kind_;
  Place place_;
  std::string hint_;
  std::vector<std::string> context_;
  std::vector<TraceEntry> trace_;
  std::string exception_class_;
  std::string sqlstate_;
  std::string statement_;
  std::string parameters_;
  std::shared_ptr<const DatabaseFacts> database_;
  bool transaction_lost_ = false;
  bool connection_lost_ = false;
};

}  // namespace limbeck
