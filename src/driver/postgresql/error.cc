#include "driver/postgresql/error.h"

#include <charconv>

#include "base/text.h"
#include "driver/exception_names.h"

namespace limbeck::driver::postgresql {
namespace {

std::string Field(const PGresult* result, int code) {
  const char* text = TheLibpq().PQresultErrorField(result, code);
  return text == nullptr ? "" : text;
}

int NumberField(const PGresult* result, int code) {
  const std::string text = Field(result, code);
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// psycopg2's text of an error is libpq's without the severity.
std::string WithoutSeverity(std::string_view text) {
  for (const std::string_view severity : {"ERROR:  ", "FATAL:  ", "PANIC:  "}) {
    if (text.starts_with(severity) && text.size() > severity.size()) return std::string(text.substr(severity.size()));
  }
  return std::string(text);
}

DatabaseFacts ReadFacts(const PGresult* result) {
  DatabaseFacts facts;
  facts.text = WithoutSeverity(TheLibpq().PQresultErrorMessage(result));
  facts.severity = Field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
  facts.detail = Field(result, PG_DIAG_MESSAGE_DETAIL);
  facts.hint = Field(result, PG_DIAG_MESSAGE_HINT);
  facts.position = NumberField(result, PG_DIAG_STATEMENT_POSITION);
  facts.internal_query = Field(result, PG_DIAG_INTERNAL_QUERY);
  facts.internal_position = NumberField(result, PG_DIAG_INTERNAL_POSITION);
  facts.where = Field(result, PG_DIAG_CONTEXT);
  facts.schema_name = Field(result, PG_DIAG_SCHEMA_NAME);
  facts.table_name = Field(result, PG_DIAG_TABLE_NAME);
  facts.column_name = Field(result, PG_DIAG_COLUMN_NAME);
  facts.data_type_name = Field(result, PG_DIAG_DATATYPE_NAME);
  facts.constraint_name = Field(result, PG_DIAG_CONSTRAINT_NAME);
  return facts;
}

Error Assemble(DatabaseFacts facts, ExceptionNames names, const std::string& message, const StatementRef& statement) {
  facts.tag = statement.tag;
  facts.sqlalchemy_class = std::move(names.sqlalchemy_class);
  facts.driver_class = std::move(names.driver_class);
  Error error(ErrorKind::kDatabase, message);
  error.Statement(std::string(statement.sql)).Hint(facts.hint);
  return error.Database(std::move(facts));
}

}  // namespace

Error MakeError(const PGresult* result, const StatementRef& statement) {
  DatabaseFacts facts = ReadFacts(result);
  const std::string sqlstate = Field(result, PG_DIAG_SQLSTATE);
  // Without fields, libpq speaks for itself: the server is gone.
  std::string message = Field(result, PG_DIAG_MESSAGE_PRIMARY);
  if (message.empty()) message = Trim(facts.text);
  return Assemble(std::move(facts), PostgresqlException(sqlstate), message, statement).SqlState(sqlstate);
}

Error MakeConnectionError(const PGconn* connection, const StatementRef& statement) {
  DatabaseFacts facts;
  facts.text = TheLibpq().PQerrorMessage(connection);
  std::string message(Trim(facts.text));
  if (message.empty()) message = "the connection to the server is lost";
  // psycopg2 checks the keywords by itself, and calls a wrong one a fault of the program.
  const bool bad_keyword = message.starts_with("invalid connection option");
  if (bad_keyword) facts.text = message = "invalid dsn: " + message;
  const ExceptionNames names = DbapiException("psycopg2", bad_keyword ? "ProgrammingError" : "OperationalError");
  return Assemble(std::move(facts), names, message, statement).ConnectionLost();
}

Error MakeModuleError(std::string_view dbapi_class, const std::string& message, const StatementRef& statement) {
  DatabaseFacts facts;
  facts.text = message;
  return Assemble(std::move(facts), DbapiException("psycopg2", dbapi_class), message, statement);
}

Notice MakeNotice(const PGresult* result) {
  return {Field(result, PG_DIAG_SEVERITY_NONLOCALIZED), Field(result, PG_DIAG_SQLSTATE),
          Field(result, PG_DIAG_MESSAGE_PRIMARY), Field(result, PG_DIAG_MESSAGE_DETAIL),
          Field(result, PG_DIAG_MESSAGE_HINT)};
}

}  // namespace limbeck::driver::postgresql
