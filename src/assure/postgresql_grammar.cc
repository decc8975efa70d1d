#include "assure/postgresql_grammar.h"

#include "base/shared_library.h"
#include "limbeck/error.h"

// libpg-query is met as the two functions that a tree takes. What it answers is laid out as its header of version 4
// (PostgreSQL 15) says.

namespace limbeck::assure {
namespace {

constexpr const char* kLibrary = "libpg_query.so.1504.0";

struct ParseError {
  char* message;
};

struct ParseAnswer {
  char* tree;
  char* standard_error;
  ParseError* error;
};

Error NotInstalled() {
  return Error(ErrorKind::kUnsupported, "PostgreSQL's statements are read by libpg-query, which is not installed")
      .Hint("install libpg-query (Debian: libpg-query1504.0)");
}

struct Functions {
  SharedLibrary library{kLibrary, NotInstalled};
  ParseAnswer (*parse)(const char* sql) = library.Find<ParseAnswer(const char*)>("pg_query_parse");
  void (*free)(ParseAnswer answer) = library.Find<void(ParseAnswer)>("pg_query_free_parse_result");
};

}  // namespace

std::string ParsePostgresql(const std::string& sql) {
  static const Functions kFunctions;
  const ParseAnswer answer = kFunctions.parse(sql.c_str());
  const std::string tree = answer.tree == nullptr ? "" : answer.tree;
  const std::string fault = answer.error == nullptr ? "" : answer.error->message;
  kFunctions.free(answer);
  if (fault.empty()) return tree;
  throw Error(ErrorKind::kScript, fault);
}

}  // namespace limbeck::assure
