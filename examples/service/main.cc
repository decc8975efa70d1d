// orders CONNINFO: reads "add THING", "count" and "quit" from standard input.

#include <libpq-fe.h>
#include <limbeck/migrator.h>

#include <cstdio>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include "orders_migrations.h"

namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Result = std::unique_ptr<PGresult, Finish>;

Connection Connect(const char* conninfo) {
  Connection connection(PQconnectdb(conninfo));
  if (PQstatus(connection.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
  PQsetClientEncoding(connection.get(), "UTF8");
  return connection;
}

void BringToDate(PGconn* connection) {
  limbeck::MigratorOptions options;
  // Another instance may be at it.
  options.lock_timeout = std::chrono::seconds(60);
  options.log = [](limbeck::LogSeverity, std::string_view, std::string_view message) {
    std::fprintf(stderr, "orders: %.*s\n", static_cast<int>(message.size()), message.data());
  };
  limbeck::Migrator migrator(orders_migrations(), options);
  const limbeck::Outcome outcome = migrator.Upgrade(limbeck::Database::Borrow(connection));
  std::printf("%zu steps\n", outcome.steps.size());
}

std::string Execute(PGconn* connection, const char* sql, const std::string& value) {
  const char* values[] = {value.c_str()};
  const Result result(PQexecParams(connection, sql, 1, nullptr, values, nullptr, nullptr, 0));
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK) return "ok";
  if (status == PGRES_TUPLES_OK) return PQgetvalue(result.get(), 0, 0);
  return PQerrorMessage(connection);
}

void Serve(PGconn* connection) {
  for (std::string line; std::getline(std::cin, line) && line != "quit";) {
    const bool adds = line.rfind("add ", 0) == 0;
    const std::string answer = adds ? Execute(connection, "INSERT INTO orders (thing) VALUES ($1)", line.substr(4))
                                    : Execute(connection, "SELECT count(*) FROM orders WHERE thing <> $1", "");
    std::printf("%s\n", answer.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: orders CONNINFO\n");
    return 2;
  }
  try {
    const Connection connection = Connect(argv[1]);
    BringToDate(connection.get());
    Serve(connection.get());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "orders: %s\n", error.what());
    return 1;
  }
  return 0;
}
